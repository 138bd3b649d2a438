//! Where the office works on something, nobody's record is shown: addresses, numbers, queues.

use super::{AtScreen, Office, en, words};
use crate::app::{TestApp, Town, flat, listed};
use doorstep_policy::CaseKind;

#[tokio::test]
async fn a_case_about_an_address_is_about_nobody() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let host = town.host.session().await;
    let resident = town.resident.session().await;
    let told = app.service.inbox(&resident).await.unwrap().len();
    let mut officer = AtScreen::of(app.officer().await).await;
    let path = "/en/cases/address";
    let page = officer.get(&app, path).await.ok();
    let unit = officer.browser.submit(&page, path, &listed(1)).await.ok();
    let wrong = officer.browser.submit(&unit, path, "flat=7&room=").await;
    assert_eq!(wrong.status, 422);
    let typed = "flat=7&room=&kind=crowded&words=Many+declarations+in+one+month.";
    let case = officer.browser.submit(&unit, path, typed).await.redirected();
    let opened = officer.opens(&app, &case).await;
    assert!(opened.shows("Many declarations in one month.") && opened.shows(&en("office-stands")));
    assert!(!opened.shows("NAMUNA") && !opened.shows("OBRAZTSOVA"), "nobody's record");
    assert_eq!(app.service.inbox(&resident).await.unwrap().len(), told, "nobody who lives there is told of anything");
    assert!(app.service.my_cases(&host).await.unwrap().iter().any(|mine| mine.row.kind == CaseKind::Crowded), "the host is heard");
    assert!(!opened.links().contains(&format!("{case}/died")));
    let mut appeal = AtScreen::of(app.appeal_member().await).await;
    assert_eq!(appeal.get(&app, path).await.status, 404, "the appeal body opens no case");
    app.close().await;
}

#[tokio::test]
async fn a_case_is_found_by_the_number_of_its_letter_and_shows_nobody() {
    let mut office = Office::dispute(TestApp::new().await, CaseKind::Stranger).await;
    let (case, number) = (office.case.clone(), office.id.number());
    let before = office.looks().await;
    let find = "/en/cases/number";
    let page = office.second.sends(&office.app, find, &format!("number=+{}+", number.to_lowercase())).await.ok();
    assert!(page.links().contains(&case) && !page.shows("NAMUNA") && !page.shows("OBRAZTSOVA"));
    office.first.opens(&office.app, &case).await;
    let page = office.second.sends(&office.app, find, &format!("number={number}")).await.ok();
    assert!(!page.links().contains(&case) && page.shows(&en("office-number-elsewhere")));
    for nothing in ["", "number=", "number=0000000Z", "number=%25", "number=NAMUNA"] {
        let page = office.second.sends(&office.app, find, nothing).await;
        assert!(page.status == 422 && page.shows(&en("office-number-none")), "{nothing}");
    }
    assert_eq!(office.looks().await, before + 1, "only the opening was a look");
    let session = office.session().await;
    let mine = office.app.service.my_case(&session, office.id).await.unwrap();
    assert!(mine.entries.len() >= 2);
    office.app.close().await;
}

#[tokio::test]
async fn no_page_of_the_office_lists_people() {
    let mut office = Office::dispute(TestApp::new().await, CaseKind::Stranger).await;
    let case = office.case.clone();
    office.first.opens(&office.app, &case).await;
    // Every page that is reached by links from the queue, in a session that has the case in hand.
    let pages = office.first.browser.crawl("en", &["/cases", &format!("/cases/{}/notice", office.id), "/cases/address"]).await;
    for page in pages {
        for name in ["NAMUNA", "OBRAZTSOVA", "MISOLOV"] {
            assert!(!page.shows(name), "{} names {name}", page.path);
        }
    }
    for member in [&mut office.second, &mut office.appeal] {
        let page = member.get(&office.app, "/en/cases").await.ok();
        assert!(!page.links().contains(&case), "somebody else's case");
        for slug in ["", "/notice", "/confirm", "/file", "/draft/nothing-changes", "/draft/nothing-changes/write"] {
            assert_eq!(member.get(&office.app, &format!("{case}{slug}")).await.status, 404, "{slug}");
        }
    }
    office.app.close().await;
}

#[tokio::test]
async fn a_marked_address_asks_whoever_declares_it_next_and_keeps_nobody_from_it() {
    for app in TestApp::on_each_engine("office_marked").await {
        let place = flat(1, "7");
        let mut newcomer = app.anon();
        let check = newcomer.answer("declare", "en", &[("address", &listed(1)), ("unit", "flat=7&room=2")]).await;
        assert!(!newcomer.get(&check).await.ok().shows(&en("check-marked")));
        let officer = app.officer().await.session().await;
        let case = app.service.open_address_case(&officer, CaseKind::NonResidential, place.clone(), words("An office.")).await.unwrap();
        let home = app.vault.home_index(&place).unwrap().unwrap();
        doorstep_storage::write::<_, doorstep_storage::StoreError, _>(&*app.store, "test.mark", move |tx| {
            Box::pin(async move { Ok(tx.mark_home(&home, Some((CaseKind::NonResidential, case))).await?) })
        })
        .await
        .unwrap();
        let page = newcomer.get(&check).await.ok();
        assert!(page.shows(&en("check-marked")));
        newcomer.submit(&page, &check, "").await.redirected();
        assert!(app.record(&newcomer).await.unwrap().current().is_some(), "a question is no condition");
        app.close().await;
    }
}
