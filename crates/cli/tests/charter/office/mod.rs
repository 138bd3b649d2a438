//! 3, 5, 8, 12. The pages of officers, second officers and the appeal body: a whole dispute over pages; a page for what the case forbids says so;
//! a slip of the pen opens nothing again; whoever was second sees what changed; no page lists people.

mod decisions;
mod dispute;
mod nobody;

use crate::app::{Browser, NAME, Page, TestApp, Town, text};
use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::Outcome;
use doorstep_register::{CaseId, PersonId, StaffId, Words};
use doorstep_service::{Session, outcome_key};
use doorstep_storage::CaseRow;

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
