//! A whole dispute over pages, and what the pages say where the case forbids something.

use super::{Office, RULE, en, words};
use crate::app::{NAME, TestApp, text};
use doorstep_policy::CaseKind;
use doorstep_register::case::Outcome;
use doorstep_service::MineAct;
use doorstep_storage::CaseStage;

#[tokio::test]
async fn an_officer_does_a_whole_dispute_over_pages() {
    for app in TestApp::on_each_engine("office_dispute").await {
        let mut office = Office::dispute(app, CaseKind::Stranger).await;
        let case = office.case.clone();
        let queue = office.first.get(&office.app, "/en/cases").await.ok();
        assert!(queue.shows("To be decided by") && queue.shows(&en("cases-free")) && !queue.shows("NAMUNA"));
        let opened = office.first.opens(&office.app, &case).await;
        for shown in [NAME, "OBRAZTSOVA HOST", "I let the flat to others.", "Disputed", "Entries at their homes:", "Flat 7"] {
            assert!(opened.shows(shown), "{shown}: {}", text(opened.html()));
        }
        assert!(opened.shows(&en("office-stands-disputed")) && opened.shows(&en("case-refusal-not-heard")));

        let refused = office.refuses("draft/registration-ends/write").await;
        assert!(refused.contains(&en("case-refusal-not-heard")), "{refused}");
        office.told().await;
        let session = office.session().await;
        let seen = office.row().await.version;
        office.app.service.my_act(&session, office.id, seen, MineAct::AskHearing).await.unwrap();
        office.does("visit", "met=no&words=Nobody+opened+the+door.").await;
        let day = office.app.service.today().checked_add(jiff::Span::new().days(14)).unwrap();
        let day = format!("on-day={}&on-month={}&on-year={}", day.day(), day.month(), day.year());
        office.does("invite", &day).await;
        office.app.days_later(14);
        office.does("hearing", "present=resident&words=The+resident+cannot+name+the+street.").await;
        office.does("file", "what=witness&words=Two+neighbours+were+heard.").await;
        let refused = office.refuses("draft/registration-ends/write").await;
        assert!(refused.contains(&en("case-refusal-not-heard")), "what is new is put to them first");
        office.told().await;
        office.app.days_later(40);

        let opened = office.first.opens(&office.app, &case).await;
        assert!(opened.shows("That is no evidence of anything") && opened.shows("Two neighbours were heard."));
        let second = office.second.id;
        let done = office.drafts(Outcome::RegistrationEnds, &format!("{RULE}&grounds=witness&second={second}")).await;
        assert!(done.contains("The second officer is asked"), "{done}");
        let queue = office.second.get(&office.app, "/en/cases").await.ok();
        assert!(queue.shows(&en("office-to-confirm")) && !queue.shows("NAMUNA"));
        let refused = office.refuses("confirm").await;
        assert!(refused.contains(&en("case-refusal-same-officer")), "{refused}");

        let confirm = office.page("confirm");
        let page = office.second.opens(&office.app, &case).await;
        assert!(page.links().contains(&confirm) && page.links().contains(&office.page("send-back")));
        assert!(!page.links().contains(&office.page("died")), "whoever is asked to confirm does that and nothing else");
        let page = office.second.get(&office.app, &confirm).await.ok();
        for beside in ["Two neighbours were heard.", "Section 7 of the invented act", NAME] {
            assert!(page.shows(beside), "{beside}");
        }
        office.second.does(&office.app, &confirm, "").await;
        assert_eq!(office.row().await.stage, CaseStage::Confirmed);
        let refused = office.refuses("effect").await;
        assert!(refused.contains(&en("case-refusal-appeal-open")), "{refused}");
        office.told().await;
        office.app.days_later(120);
        assert!(office.app.folded(office.resident).await.unwrap().current().is_some(), "time alone ends nothing");
        office.does("effect", "").await;
        assert!(office.app.folded(office.resident).await.unwrap().current().is_none());
        assert_eq!(office.row().await.stage, CaseStage::Settled);
        assert_eq!(office.first.get(&office.app, &case).await.status, 404, "a case that is over shows nobody any more");

        // What can be done after it: the appeal body gives the time back to somebody who could not use it.
        let path = office.page("time-back");
        let page = office.first.get(&office.app, &path).await;
        assert!(page.status == 422 && page.shows(&en("case-refusal-not-yours")));
        office.appeal.does(&office.app, &path, "words=The+person+was+in+hospital+for+two+months.").await;
        assert!(office.app.folded(office.resident).await.unwrap().current().is_some());
        office.appeal.opens(&office.app, &case).await;
        let path = office.page("appeal");
        let done = office.appeal.does(&office.app, &path, "result=annulled&reasons=The+neighbours+spoke+of+somebody+else.").await;
        assert!(done.contains("Everybody whom it concerns is told"), "{done}");
        assert_eq!(office.row().await.stage, CaseStage::Annulled);
        office.app.close().await;
    }
}

#[tokio::test]
async fn a_page_for_what_the_case_forbids_says_why() {
    let mut office = Office::dispute(TestApp::new().await, CaseKind::MovedOut).await;
    let case = office.case.clone();
    office.first.opens(&office.app, &case).await;
    for (slug, refusal) in [
        ("confirm", "not-now"),
        ("send-back", "not-now"),
        ("effect", "not-now"),
        ("undo", "not-now"),
        ("appeal", "not-yours"),
        ("judgment", "not-now"),
        ("hearing", "hearing-day"),
        ("more-time", "not-told"),
        ("draft/registration-ends/write?from=1", "not-heard"),
        ("deputy", "not-now"),
        ("apart", "not-now"),
        ("time-back", "not-yours"),
    ] {
        let said = office.refuses(slug).await;
        let sentence = en(&format!("case-refusal-{refusal}"));
        assert!(said.contains(&sentence), "{slug}: {sentence} is not in {said}");
    }
    // What is refused when the form is sent keeps what was typed.
    let page =
        office.first.sends(&office.app, &office.page("hearing").replace("hearing", "invite"), "on-day=1&on-month=1&on-year=2026").await;
    assert_eq!(page.status, 422);
    assert!(page.shows(&en("case-refusal-hearing-day")) && page.html().contains(r#"value="2026""#));
    assert_eq!(office.first.get(&office.app, &office.page("draft/field-corrected")).await.status, 404, "no outcome of this kind");
    assert_eq!(office.first.get(&office.app, &office.page("done/nothing")).await.status, 404);
    office.app.close().await;
}

#[tokio::test]
async fn a_slip_of_the_pen_opens_nothing_again() {
    let mut office = Office::dispute(TestApp::new().await, CaseKind::Stranger).await;
    let case = office.case.clone();
    let before = office.looks().await;
    office.first.opens(&office.app, &case).await;
    assert_eq!(office.looks().await, before + 1);
    let path = office.page("file");
    let page = office.first.get(&office.app, &path).await.ok();
    assert!(!page.shows("NAMUNA") && !page.shows("Flat 7"), "the page of an act shows no record");
    assert_eq!(office.looks().await, before + 2, "it reads what was said in the case, and that is a look");
    office.app.staff_signs_in_again(&mut office.first.browser, office.first.id).await;
    let page = office.first.browser.get(&path).await.ok();
    let seen = office.looks().await;
    for typed in ["", "what=document&words=", "words=A+lease"] {
        let wrong = office.first.browser.submit(&page, &path, typed).await;
        assert_eq!(wrong.status, 422);
    }
    let kept = office.first.browser.submit(&page, &path, "words=A+lease+of+May").await;
    assert!(kept.shows("A lease of May"), "what was typed is kept");
    assert_eq!(office.looks().await, seen, "nothing was opened again");
    for _ in 0..2 {
        office.first.browser.submit(&page, &path, "what=document&words=A+lease+of+May").await.redirected();
    }
    let filed = office.first.opens(&office.app, &case).await;
    assert_eq!(filed.html().matches("A lease of May").count(), 1, "a second tap puts nothing on file again");
    office.app.close().await;
}

#[tokio::test]
async fn whoever_is_second_sees_what_changed_and_what_they_typed() {
    let mut office = Office::dispute(TestApp::new().await, CaseKind::Stranger).await;
    let case = office.case.clone();
    office.first.opens(&office.app, &case).await;
    let path = office.page("file");
    let page = office.first.get(&office.app, &path).await.ok();
    let session = office.session().await;
    let seen = office.row().await.version;
    let answer = MineAct::Answer(words("I rent the back room."), vec![]);
    office.app.service.my_act(&session, office.id, seen, answer).await.unwrap();
    let both = office.first.browser.submit(&page, &path, "what=document&words=A+lease+of+May").await;
    assert_eq!(both.status, 409);
    assert!(both.shows("I rent the back room.") && both.shows("A lease of May"), "{}", text(both.html()));
    assert!(both.html().contains(r#"value="document" checked"#));
    office.first.browser.submit(&both, &path, "what=document&words=A+lease+of+May").await.redirected();
    office.app.close().await;
}
