//! The desk: whoever has lost everything is back in a few pages, and a document is read by its lines.

use crate::app::{Browser, EMAIL, TestApp, Town, encoded};
use doorstep_policy::Purpose;
use doorstep_service::LookFilter;
use std::collections::BTreeSet;

const ZONE: [&str; 2] = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

async fn sheet(clerk: &mut Browser, action: &str, typed: &str) -> Vec<String> {
    let page = clerk.get(action).await.ok();
    let papers = clerk.submit(&page, action, typed).await.ok();
    let form = papers.form("/en/desk/papers/pdf").expect("papers");
    form.hidden.into_iter().filter(|(name, _)| name == "code").map(|(_, code)| code).collect()
}

async fn comes_in(app: &TestApp, code: &str) -> Option<Browser> {
    let mut browser = app.anon();
    let page = browser.get("/en/sign-in/code").await.ok();
    let answer = browser.submit(&page, "/en/sign-in/code", &format!("code={code}")).await;
    (answer.status == 303).then_some(browser)
}

#[tokio::test]
async fn whoever_lost_everything_is_back_with_new_codes_and_the_old_ones_are_worth_nothing() {
    for app in TestApp::on_each_engine("desk_lost").await {
        let mut person = app.anon();
        let contact = format!("email={}", encoded(EMAIL));
        person.declare(&[("document", "kind=passport&number=AB+1112223"), ("contact", &contact)]).await;
        let who = person.person().await;
        let old_code = person.one_time_code().await;
        let old_session = person.cookies[doorstep_web::SESSION_COOKIE].clone();
        app.background().await;
        let mails = app.post.all().len();

        // Five pages: the desk, the document, the desk again, what happens now, the papers.
        let mut clerk = app.clerk().await;
        clerk.get("/en/desk").await.ok();
        assert_eq!(clerk.shown("AB1112223", "NAMUNA", (17, 5, 1993)).await.redirected(), "/en/desk");
        assert!(clerk.get("/en/desk").await.ok().links().contains(&"/en/desk/lost".to_owned()));
        let codes = sheet(&mut clerk, "/en/desk/lost", "language=ru").await;
        assert_eq!(codes.len(), 8);
        clerk.done().await;

        assert!(app.service.session(&old_session).await.unwrap().is_none(), "the lost telephone is signed out");
        assert!(comes_in(&app, &old_code).await.is_none(), "the lost sheet is worth nothing");
        let mut back = comes_in(&app, &codes[0]).await.expect("the new sheet");
        assert_eq!(back.person().await, who);

        app.background().await;
        let told: Vec<_> = app.post.all().into_iter().skip(mails).filter(|mail| mail.to == EMAIL).collect();
        let bodies: Vec<&str> = told.iter().map(|mail| mail.body.as_str()).collect();
        assert!(bodies.iter().any(|body| body.contains("signed you out everywhere") && body.contains("C-17")), "{bodies:?}");
        assert!(bodies.iter().any(|body| body.contains("Your document was shown at a desk")), "{bodies:?}");
        let inbox = back.get("/en/inbox").await.ok();
        assert!(inbox.shows("Your access was set up anew at a desk"));
        let looks = app.service.looks(&back.session().await, None, 50, LookFilter::default()).await.unwrap().looks;
        assert!(looks.iter().any(|look| look.purpose == Purpose::DeskDocument));
        assert!(looks.iter().any(|look| look.purpose == Purpose::DeskHelp));
        let record = app.record(&back).await.unwrap();
        assert_eq!(record.grade, doorstep_register::Grade::DocumentSeen);
        app.close().await;
    }
}

#[tokio::test]
async fn an_old_address_is_replaced_at_a_desk_without_it() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let code = town.resident.one_time_code().await;
    let mut clerk = app.clerk().await;
    clerk.receive(&code).await;
    let page = clerk.get("/en/account/contact").await.ok();
    clerk.submit(&page, "/en/account/contact", "email=new%40sample-person.example&phone=&language=en").await.redirected();
    app.background().await;
    let changed = app.post.all().into_iter().filter(|mail| mail.subject.contains("contact was changed"));
    let told: BTreeSet<String> = changed.map(|mail| mail.to).collect();
    assert_eq!(told, BTreeSet::from([EMAIL.to_owned(), "new@sample-person.example".to_owned()]), "the old address hears of it");
    app.close().await;
}

#[tokio::test]
async fn what_came_by_post_opens_no_record_by_a_number_and_makes_no_way_in_for_it() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[("document", "kind=passport&number=AB+1112223")]).await;
    let mut clerk = app.clerk().await;
    let first = clerk.posted(19, "").await;
    assert_ne!(clerk.session().await.person(), Some(resident.person().await));
    assert_eq!(clerk.get("/en/desk/lost").await.ok().form("/en/desk/lost").map(|form| form.action), Some("/en/desk/lost".into()));
    let page = clerk.get("/en/desk/lost").await.ok();
    assert_eq!(clerk.submit(&page, "/en/desk/lost", "").await.status, 404, "nobody is here who lost anything");
    let check = clerk.answer_from(first, &[("document", "kind=passport&number=AB+1112223")]).await;
    clerk.file(&check).await;
    let queue = app.officer().await.queue().await;
    assert_eq!(queue.len(), 3, "two addresses, and two records with one document");
    app.close().await;
}

#[tokio::test]
async fn the_lines_of_a_document_fill_in_the_answers_and_every_one_can_be_changed() {
    let app = TestApp::new().await;
    let mut clerk = app.clerk().await;
    let desk = clerk.get("/en/desk").await.ok();
    let name = clerk.submit(&desk, "/en/desk/new", "").await.redirected();
    assert_eq!(name, "/en/declare/step/name");
    let page = clerk.get(&name).await.ok();
    let wrong = ZONE[1].replacen("740812", "740813", 1);
    let refused = clerk.submit(&page, &name, &format!("zone={}", encoded(&format!("{}\n{wrong}", ZONE[0])))).await;
    assert_eq!(refused.status, 422);
    assert!(refused.shows("Line 2: the date of birth does not fit its check digit") && refused.shows(&wrong), "and it is still there");
    let typed = encoded(&ZONE.join("\r\n").to_lowercase());
    assert_eq!(clerk.submit(&page, &name, &format!("zone={typed}&read=1")).await.redirected(), name);
    let page = clerk.get(&name).await.ok();
    for filled in ["ERIKSSON ANNA MARIA", "ERIKSSON<<ANNA<MARIA", "Ерикссон Анна Мария", "This spelling is only an offer"]
    {
        assert!(page.shows(filled), "{filled}");
    }
    assert!(!page.shows("L898902C3"), "the lines themselves are gone");
    let next = clerk.submit(&page, &name, "passport=ERIKSSON+ANNA+MARIA&local=Эрикссон+Анна&machine=&called=&zone=").await.redirected();
    assert!(clerk.get(&next).await.ok().html().contains("value=\"1974\""), "the birth is filled in");
    let check = clerk
        .answer_from(
            name,
            &[
                ("name", "passport=ERIKSSON+ANNA+MARIA&local=Эрикссон+Анна"),
                ("birth", "birth-day=12&birth-month=8&birth-year=1974"),
                ("citizenship", "citizenship="),
                ("document", "kind=passport&number=L898902C3&seen=yes"),
            ],
        )
        .await;
    clerk.file(&check).await;
    let record = app.service.record(&clerk.session().await).await.unwrap();
    let names = record.names().unwrap();
    assert_eq!(names.local.as_ref().map(|n| n.as_str()), Some("Эрикссон Анна"));
    let everything = app.database.everything().await;
    assert!(!everything.windows(9).any(|part| part == b"ZE184226B"), "what nobody needs is kept nowhere");
    app.close().await;
}

#[tokio::test]
async fn nobody_but_a_clerk_is_asked_for_the_lines() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    let page = newcomer.get("/en/declare").await.ok();
    let name = newcomer.submit(&page, "/en/declare", "").await.redirected();
    let page = newcomer.get(&name).await.ok();
    assert!(!page.html().contains("data-zone"));
    let typed = format!("zone={}&passport=NAMUNA+NODIRA", encoded(&ZONE.join("\n")));
    assert!(newcomer.submit(&page, &name, &typed).await.redirected().ends_with("/birth"), "and nothing is read");
    app.close().await;
}
