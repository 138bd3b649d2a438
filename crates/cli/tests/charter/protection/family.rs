//! Towards whoever acted for a hidden person before, and with whom they live.

use super::{LETTERS, a_second_later, hidden_newcomer, hides, host, in_box, same, seen_but, silent_since};
use crate::app::{Browser, EMAIL, TestApp, Town, encoded, listed};
use doorstep_register::{Actor, PersonId};
use doorstep_service::{Error, Message};

/// A member of a household: declared by the holder, and with codes that the holder once printed for them.
async fn holder_and_member(app: &TestApp) -> (Browser, PersonId, Vec<String>) {
    let mut holder = app.anon();
    let contact = format!("email={}", encoded(EMAIL));
    let answers = [
        ("name", "passport=NAMUNAEV+TIMUR"),
        ("address", &listed(1)),
        ("unit", "flat=7"),
        ("family", "family=yes"),
        ("members", "passport=NAMUNA+NODIRA&birth-day=1&birth-month=2&birth-year=1994"),
        ("contact", &contact),
        ("until", "until-day=20&until-month=3&until-year=2027"),
    ];
    holder.declare(&answers).await;
    let acting = app.service.acting_for(&holder.session().await, 1).await.unwrap();
    let member = acting.person().unwrap();
    let codes = app.service.new_codes(&acting).await.unwrap();
    app.background().await;
    (holder, member, codes)
}

#[tokio::test]
async fn whoever_acted_for_somebody_before_sees_and_does_nothing_more() {
    for app in TestApp::on_each_engine("protection_holder").await {
        let (mut holder, member, codes) = holder_and_member(&app).await;
        let (token, _) = app.service.use_code(&codes[0]).await.unwrap();
        let mut hers = app.anon();
        hers.cookies.insert(doorstep_web::SESSION_COOKIE.into(), token.reveal().into());
        // He is signed in as her elsewhere, and has begun a move with her.
        let (token, _) = app.service.use_code(&codes[1]).await.unwrap();
        let mut stolen = app.anon();
        stolen.cookies.insert(doorstep_web::SESSION_COOKIE.into(), token.reveal().into());
        let along = format!("along={member}");
        let check = holder.answer("move", "en", &[("along", &along)]).await;
        assert!(holder.get(&check).await.ok().shows("NAMUNA NODIRA"));

        let his = holder.session().await;
        let moment = a_second_later(&app);
        hides(&mut hers, "words=He+looks+for+me.").await;
        assert_eq!(stolen.get("/en/record").await.redirected(), "/en/sign-in", "other sessions ended");
        assert_eq!(app.service.use_code(&codes[2]).await.err(), Some(Error::SpentLink), "the sheet works no more");
        let before = app.post.all().len();
        hers.moves(&[("address", &listed(3)), ("unit", "flat=12")]).await;
        // His move goes on without her, and is no dead end.
        let page = holder.get(&check).await.ok();
        assert!(!page.shows("NODIRA"));
        holder.submit(&page, &check, &along).await.redirected();
        assert_eq!(app.projection(member).await.unwrap().place().text(), crate::app::street(3), "she stays where she is");
        app.days_later(100);
        app.background().await;
        let letters: Vec<_> = app.post.all().split_off(before).into_iter().filter(|mail| mail.body.contains("NODIRA")).collect();
        assert_eq!(letters, Vec::new(), "neither her move nor her reminders are told to the holder");
        assert!(silent_since(moment, member, &in_box(&app, &his).await) > 0, "his own move and his own reminders");
        app.clock.advance_days(-100);
        let his = app.service.record(&his).await.unwrap().person;
        app.signs_in_again(&mut holder, his).await;

        for path in ["/en/looks?for=1", "/en/my-cases?for=1", "/en/data/export.json?for=1", "/en/due?for=1"] {
            assert_eq!(holder.get(path).await.status, 404, "{path}");
        }
        for page in holder.crawl_but("en", &["/record", "/data", "/family"], LETTERS).await {
            assert!(!page.shows("NODIRA") && !page.html().contains(&member.to_string()), "{}: {}", page.path, page.html());
        }
        let mut export: serde_json::Value = serde_json::from_slice(&holder.get("/en/data/export.json").await.ok().body).unwrap();
        let letters = export.as_object_mut().unwrap().remove("messages").expect("his letters");
        let letters: Vec<Message> = serde_json::from_value(letters).unwrap();
        assert!(silent_since(moment, member, &letters) > 0, "his own move");
        let export = export.to_string();
        assert!(!export.contains("NODIRA") && !export.contains(&member.to_string()), "{export}");
        app.close().await;
    }
}

#[tokio::test]
async fn to_whoever_acted_for_them_it_is_as_if_they_had_never_been_of_the_household() {
    for with in TestApp::on_each_engine("protection_family").await {
        let (mut holder, member, codes) = holder_and_member(&with).await;
        let moment = a_second_later(&with);
        let (token, _) = with.service.use_code(&codes[0]).await.unwrap();
        let mut hers = with.anon();
        hers.cookies.insert(doorstep_web::SESSION_COOKIE.into(), token.reveal().into());
        hides(&mut hers, "words=").await;
        let without = TestApp::new().await;
        let mut alone = without.anon();
        let contact = format!("email={}", encoded(EMAIL));
        let answers = [
            ("name", "passport=NAMUNAEV+TIMUR"),
            ("address", &listed(1)),
            ("unit", "flat=7"),
            ("contact", &contact),
            ("until", "until-day=20&until-month=3&until-year=2027"),
        ];
        alone.declare(&answers).await;
        without.background().await;
        a_second_later(&without);
        let pages = ["/record", "/my-cases", "/receipts", "/looks", "/data", "/due", "/family", "/move"];
        let (a, b) = (seen_but(&with, &mut holder, &pages, LETTERS).await, seen_but(&without, &mut alone, &pages, LETTERS).await);
        same("whoever acted for them", &a, &b);
        with.background().await;
        let his = holder.session().await;
        silent_since(moment, member, &in_box(&with, &his).await);
        silent_since(moment, member, &with.service.export(&his).await.unwrap().messages);
        with.close().await;
        without.close().await;
    }
}

/// Whoever disputed somebody is told the same, and sees the same, as when that person moves away.
#[tokio::test]
async fn who_comes_to_live_with_a_hidden_person_is_hidden_with_them() {
    for app in TestApp::on_each_engine("protection_along").await {
        let mut host = host(&app).await;
        let mut hers = hidden_newcomer(&app).await;
        let child = [
            ("members", "passport=NAMUNA+LOLA&birth-day=18&birth-month=11&birth-year=2026"),
            ("since", "since-day=18&since-month=11&since-year=2026"),
        ];
        let told = app.service.inbox(&host.session().await).await.unwrap().len();
        let check = hers.answer("family", "en", &child).await;
        let page = hers.get(&check).await.ok();
        hers.submit(&page, &check, "").await.redirected();
        assert_eq!(app.service.inbox(&host.session().await).await.unwrap().len(), told);
        assert!(!host.get("/en/homes/1").await.ok().shows("NAMUNA"));
        let family = app.service.household(&hers.session().await).await.unwrap();
        assert_eq!(family.len(), 2, "she goes on acting for them");
        for member in family {
            assert!(app.folded(member.person).await.unwrap().hidden);
        }
        app.close().await;
    }
}

#[tokio::test]
async fn those_who_are_chosen_are_hidden_too_and_the_rest_stays() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.resident.get("/en/ask/address").await.ok();
    assert!(page.shows("NAMUNA JASUR") && page.shows(EMAIL), "who is asked about, and where letters go");
    hides(&mut town.resident, "along=1&words=").await;
    let session = town.resident.session().await;
    let child = app.service.household(&session).await.unwrap().remove(0).person;
    assert!(app.folded(child).await.unwrap().hidden);
    assert!(!town.host.get("/en/homes/1").await.ok().shows("NAMUNA"));
    let acting = app.service.acting_for(&session, 1).await.unwrap();
    let acts = app.service.export(&acting).await.unwrap().acts;
    assert!(matches!(acts.last().unwrap().by, Actor::Household { .. }));
    app.close().await;
}
