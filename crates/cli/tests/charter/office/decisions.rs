//! Decisions: their reasons, who signs the second time, and how each takes effect.

use super::{AtScreen, Office, RULE, en};
use crate::app::{TestApp, Town, encoded};
use doorstep_locales::{Locale, ids};
use doorstep_policy::CaseKind;
use doorstep_register::Place;
use doorstep_register::case::{Outcome, Reasons};
use doorstep_service::{case_key, outcome_key};
use doorstep_storage::CaseStage;

#[tokio::test]
async fn reasons_go_out_in_the_language_of_the_office_and_in_the_persons() {
    let mut office = Office::dispute(TestApp::new().await, CaseKind::Stranger).await;
    let case = office.case.clone();
    let page = office.town.resident.get("/en/account/contact").await.ok();
    let contact = format!("email={}&language=uz-Latn", encoded(crate::app::EMAIL));
    office.town.resident.submit(&page, "/en/account/contact", &contact).await.redirected();
    office.first.opens(&office.app, &case).await;
    let path = office.page("draft/nothing-changes");
    let choose = office.first.get(&office.app, &path).await.ok();
    assert!(choose.shows(&en("reason-stranger-nothing-changes-2-why")), "to be chosen in the officer's language");
    let none = office.first.browser.submit(&choose, &path, "").await;
    assert_eq!(none.status, 422);
    let write = office.first.browser.submit(&choose, &path, "from=2").await.redirected();
    let page = office.first.get(&office.app, &write).await.ok();
    for locale in [Locale::Ru, Locale::UzLatn] {
        assert!(page.shows(&locale.t("reason-stranger-nothing-changes-2-why")), "{locale}");
    }
    let missing = office.first.browser.submit(&page, &write, &page.boxes()).await;
    assert_eq!(missing.status, 422);
    assert!(missing.shows(&Locale::UzLatn.t("reason-stranger-nothing-changes-2-facts")), "what was typed is kept");
    let sent = office.first.browser.submit(&page, &write, &format!("{}&{RULE}", page.boxes())).await;
    let done = sent.redirected();
    assert!(office.first.browser.get(&done).await.ok().shows(&en("office-do-decided-done")));
    let session = office.session().await;
    let [ru, uz] = [Locale::Ru, Locale::UzLatn].map(|l| l.t("reason-stranger-nothing-changes-2-why"));
    let inbox = office.app.service.inbox(&session).await.unwrap();
    let letter = &inbox.iter().find(|letter| letter.message.body.contains(&ru)).expect("the decision").message;
    let places = (letter.body.find(&ru).expect("in Russian"), letter.body.find(&uz).expect("in Uzbek"));
    assert!(places.0 < places.1, "the office's language first: {}", letter.body);
    office.app.close().await;
}

#[tokio::test]
async fn a_second_officer_who_is_away_has_a_deputy_whom_somebody_else_names() {
    let app = TestApp::new().await;
    let mut office = Office::asked(app, CaseKind::Protection, "Somebody looks for me.").await;
    let case = office.case.clone();
    office.first.opens(&office.app, &case).await;
    let second = office.second.id;
    let done = office.drafts(Outcome::NothingChanges, &format!("{RULE}&grounds=residents-words&second={second}")).await;
    assert!(done.contains("The second officer is asked"), "{done}");
    let path = office.page("deputy");
    let page = office.first.opens(&office.app, &case).await;
    assert!(page.links().contains(&path), "the address to give to a colleague");
    let page = office.first.get(&office.app, &path).await;
    assert!(page.status == 422 && page.shows(&en("case-refusal-not-yours")), "whoever wrote it does not choose again");
    let mut third = AtScreen::of(office.app.third_officer().await).await;
    assert!(!third.get(&office.app, "/en/cases").await.ok().links().contains(&path), "there is time yet");
    office.app.days_later(20);
    let queue = third.get(&office.app, "/en/cases").await.ok();
    assert!(queue.links().contains(&path) && queue.shows(&en("office-waits")), "the second officer is late");
    assert!(!queue.links().contains(&case) && queue.shows("The office is late"));
    let page = third.get(&office.app, &path).await.ok();
    assert!(!page.shows("NAMUNA") && !page.shows("looks for me"), "nothing of the case is shown");
    let before = office.looks().await;
    let wrong = third.browser.submit(&page, &path, &format!("deputy={}&words=On+leave.", office.first.id)).await;
    assert!(wrong.status == 422 && wrong.shows(&en("case-refusal-same-officer")));
    assert_eq!(office.looks().await, before);
    let own = third.id;
    third.does(&office.app, &path, &format!("deputy={own}&words=On+leave.")).await;
    assert!(!office.second.get(&office.app, "/en/cases").await.ok().links().contains(&case), "no longer asked");
    third.opens(&office.app, &case).await;
    let path = office.page("send-back");
    third.does(&office.app, &path, "words=Fear+needs+no+paper.").await;
    assert_eq!(office.row().await.stage, CaseStage::Hearing);
    office.app.close().await;
}

#[tokio::test]
async fn a_field_is_corrected_to_the_value_that_the_officer_saw() {
    for app in TestApp::on_each_engine("office_correction").await {
        let mut office = Office::asked(app, CaseKind::Correction, "My birthday is the 18th.").await;
        let case = office.case.clone();
        let opened = office.first.opens(&office.app, &case).await;
        assert!(opened.shows("My birthday is the 18th.") && !opened.shows("Flat 7"), "names, birth and document, and no address");
        office.drafts(Outcome::FieldCorrected, RULE).await;
        let path = office.page("effect");
        let page = office.first.sends(&office.app, &path, "").await;
        assert!(page.status == 422 && page.shows(&en("error-choose")));
        let field = office.first.sends(&office.app, &path, "field=birth").await.redirected();
        let page = office.first.get(&office.app, &field).await.ok();
        assert!(page.shows("1993-05-17"), "what stands there now");
        let wrong = office.first.browser.submit(&page, &field, "birth-day=31&birth-month=2&birth-year=1993").await;
        assert!(wrong.status == 422 && wrong.shows("1993-05-17"));
        office.first.does(&office.app, &field, "birth-day=18&birth-month=5&birth-year=1993").await;
        let record = office.app.folded(office.resident).await.unwrap();
        assert_eq!(record.identity.unwrap().birth.unwrap().to_string(), "1993-05-18");
        assert_eq!(office.first.get(&office.app, &office.page("effect/citizenship")).await.status, 404);
        office.app.close().await;
    }
}

#[tokio::test]
async fn an_address_that_was_found_is_picked_from_the_register() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let stranger = town.stranger.person().await;
    let of_the_stranger = app.service.my_cases(&town.stranger.session().await).await.unwrap();
    let id = of_the_stranger.into_iter().find(|mine| mine.row.kind == CaseKind::Unlisted).expect("an unlisted address").row.id;
    let mut office = Office::over(app, town, id).await;
    let case = office.case.clone();
    let opened = office.first.opens(&office.app, &case).await;
    assert!(opened.shows("The house behind the mill") && !opened.shows("MISOLOV"));
    office.drafts(Outcome::AddressMatched, RULE).await;
    let path = office.page("effect");
    let page = office.first.get(&office.app, &path).await.ok();
    let empty = office.first.browser.submit(&page, &path, "q=").await;
    assert!(empty.status == 422 && empty.shows(&en("office-address-empty")));
    let found = office.first.browser.submit(&page, &path, "q=porodinskaya&find=1").await.ok();
    let key =
        found.html().split("name=\"pick\" type=\"radio\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a suggestion");
    let unit = office.first.browser.submit(&found, &path, &format!("q=porodinskaya&pick={key}")).await.ok();
    assert!(unit.shows(&en("unit-flat")));
    let done = office.first.browser.submit(&unit, &path, "flat=3&room=").await.redirected();
    assert!(done.ends_with("/done/effect"), "{done}");
    let record = office.app.folded(stranger).await.unwrap();
    let place = record.current().unwrap().place().clone();
    assert!(matches!(&place, Place::Listed { unit, .. } if unit.flat.as_ref().is_some_and(|flat| flat.as_str() == "3")), "{place:?}");
    office.app.close().await;
}

#[test]
fn every_outcome_has_reasons_to_begin_with_in_every_language() {
    let known = ids(Locale::En);
    for kind in CaseKind::ALL {
        for outcome in kind.outcomes() {
            let base = format!("reason-{}-{}", case_key(kind), outcome_key(*outcome));
            let many = (1..=9).take_while(|n| known.contains_key(&format!("{base}-{n}-why"))).count();
            assert!((2..=4).contains(&many), "{base}: {many}");
            for (l, n) in Locale::EVERY.into_iter().flat_map(|l| (1..=many).map(move |n| (l, n))) {
                let why = l.t(&format!("{base}-{n}-why"));
                Reasons::parse(&why).unwrap_or_else(|error| panic!("{why}: {error}"));
                let facts = l.t(&format!("{base}-{n}-facts"));
                for sentence in [&why, &facts].into_iter().flat_map(|text| text.split_inclusive(". ")) {
                    assert!(sentence.split_whitespace().count() <= 20, "{l}: {sentence}");
                    assert!(!sentence.contains("reason-"), "{l} lacks {base}-{n}");
                }
            }
        }
    }
}
