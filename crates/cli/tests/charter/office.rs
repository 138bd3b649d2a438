//! 3, 5, 8, 12. The pages of officers, second officers and the appeal body: a whole dispute over pages; a page for what the case forbids says so;
//! a slip of the pen opens nothing again; whoever was second sees what changed; no page lists people.

use crate::app::{Browser, NAME, Page, TestApp, Town, encoded, flat, listed, text};
use doorstep_locales::{Locale, ids};
use doorstep_policy::CaseKind;
use doorstep_register::case::{Outcome, Reasons};
use doorstep_register::{CaseId, PersonId, Place, StaffId, Words};
use doorstep_service::{MineAct, Session, case_key, outcome_key};
use doorstep_storage::{CaseRow, CaseStage};

fn words(text: &str) -> Words {
    Words::parse(text).unwrap()
}

fn en(id: &str) -> String {
    Locale::En.t(id)
}

/// Somebody of the office or of the appeal body at their screen.
struct AtScreen {
    browser: Browser,
    id: StaffId,
}

impl AtScreen {
    async fn of(browser: Browser) -> AtScreen {
        let id = browser.session().await.staff().expect("staff").id;
        AtScreen { browser, id }
    }

    /// Opens a page, in a session that has not ended.
    async fn get(&mut self, app: &TestApp, path: &str) -> Page {
        app.staff_signs_in_again(&mut self.browser, self.id).await;
        self.browser.get(path).await
    }

    /// States the purpose and opens the case.
    async fn opens(&mut self, app: &TestApp, case: &str) -> Page {
        app.staff_signs_in_again(&mut self.browser, self.id).await;
        self.browser.open_case(case).await.ok()
    }

    /// Opens the page of an act and sends its form.
    async fn sends(&mut self, app: &TestApp, path: &str, typed: &str) -> Page {
        let page = self.get(app, path).await.ok();
        self.browser.submit(&page, path, typed).await
    }

    /// Does an act, and answers what the page says after it.
    async fn does(&mut self, app: &TestApp, path: &str, typed: &str) -> String {
        let page = self.sends(app, path, typed).await;
        assert_eq!(page.status, 303, "{path}: {}", text(page.html()));
        let done = page.redirected();
        assert!(done.contains("/done/"), "{path}: {done}");
        text(self.browser.get(&done).await.ok().html())
    }
}

/// A town with a case and everybody in it.
struct Office {
    app: TestApp,
    town: Town,
    id: CaseId,
    case: String,
    resident: PersonId,
    first: AtScreen,
    second: AtScreen,
    appeal: AtScreen,
}

impl Office {
    async fn over(app: TestApp, town: Town, id: CaseId) -> Office {
        let resident = town.resident.person().await;
        let first = AtScreen::of(app.officer().await).await;
        let second = AtScreen::of(app.another_officer().await).await;
        let appeal = AtScreen::of(app.appeal_member().await).await;
        Office { app, town, id, case: format!("/en/cases/{id}"), resident, first, second, appeal }
    }

    /// A host disputes the resident's entry.
    async fn dispute(app: TestApp, kind: CaseKind) -> Office {
        let town = Town::settle(&app).await;
        let host = town.host.session().await;
        let home = app.service.home(&host, 0).await.unwrap();
        let entry = home.residents.iter().find(|r| r.name == NAME).expect("the resident").entry.clone();
        let id = app.service.dispute_entry(&host, 0, entry, kind, words("I let the flat to others.")).await.unwrap();
        Office::over(app, town, id).await
    }

    /// The resident asks for something.
    async fn asked(app: TestApp, kind: CaseKind, why: &str) -> Office {
        let town = Town::settle(&app).await;
        let id = app.service.ask_for_case(&town.resident.session().await, kind, words(why)).await.unwrap();
        Office::over(app, town, id).await
    }

    fn page(&self, slug: &str) -> String {
        format!("{}/{slug}", self.case)
    }

    /// The first officer does an act.
    async fn does(&mut self, slug: &str, typed: &str) -> String {
        let path = self.page(slug);
        self.first.does(&self.app, &path, typed).await
    }

    /// What the page of an act says to the first officer where the case forbids it.
    async fn refuses(&mut self, slug: &str) -> String {
        let path = self.page(slug);
        let page = self.first.get(&self.app, &path).await;
        assert_eq!(page.status, 422, "{path}: {}", text(page.html()));
        assert!(page.forms().iter().all(|form| form.action != path), "{path} has a form for what cannot be done");
        text(page.html())
    }

    async fn session(&mut self) -> Session {
        self.app.signs_in_again(&mut self.town.resident, self.resident).await;
        self.town.resident.session().await
    }

    async fn row(&mut self) -> CaseRow {
        let session = self.session().await;
        let mine = self.app.service.my_cases(&session).await.unwrap();
        mine.into_iter().find(|mine| mine.row.id == self.id).expect("the case").row
    }

    /// The resident reads the notice on the pages, and a letter reaches them too.
    async fn told(&mut self) {
        let session = self.session().await;
        self.app.service.my_case(&session, self.id).await.unwrap();
        self.does("notice", "side=resident&way=letter").await;
        self.app.days_later(8);
        self.does("delivery", "notice=resident.letter&became=delivered").await;
    }

    /// The newest look at the resident's record, by number.
    async fn looks(&mut self) -> u32 {
        let session = self.session().await;
        let looks = self.app.service.looks(&session, None, 1, Default::default()).await.unwrap().looks;
        looks.first().map_or(0, |look| look.seq)
    }

    /// Decides with a ready-made reason, signed by the first officer alone or with the second.
    async fn drafts(&mut self, outcome: Outcome, more: &str) -> String {
        let path = self.page(&format!("draft/{}", outcome_key(outcome)));
        let write = self.first.sends(&self.app, &path, "from=1").await.redirected();
        let page = self.first.get(&self.app, &write).await.ok();
        let sent = self.first.browser.submit(&page, &write, &format!("{}&{more}", page.boxes())).await;
        let done = sent.redirected();
        text(self.first.browser.get(&done).await.ok().html())
    }
}

const RULE: &str = "rule=Section+7+of+the+invented+act";

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
        assert_eq!(office.row().await.stage, CaseStage::Closed);
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
