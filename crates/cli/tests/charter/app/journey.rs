//! Declaring as people do: one question after another.

use super::Browser;
use super::browser::encoded;
use doorstep_service::{Service, Session};

/// What somebody answers where nothing else was said.
fn usual(step: &str) -> &'static str {
    match step {
        "name" => "passport=NAMUNA+NODIRA",
        "birth" => "birth-day=17&birth-month=5&birth-year=1993",
        "citizenship" => "citizenship=UZB",
        "arrived" => "arrived-day=19&arrived-month=11&arrived-year=2026",
        "address" => "q=&pick=not-listed",
        "not-listed" => "description=The+house+behind+the+mill",
        "since" => "since-day=19&since-month=11&since-year=2026",
        "family" => "family=no",
        _ => "",
    }
}

impl Browser {
    /// Goes through a journey up to check-answers, with these answers where they differ from the usual ones.
    pub async fn answer(&mut self, journey: &str, language: &str, answers: &[(&str, &str)]) -> String {
        let start = format!("/{language}/{journey}");
        let page = self.get(&start).await.ok();
        let at = self.submit(&page, &start, "").await.redirected();
        self.answer_from(at, answers).await
    }

    /// The same on a journey that has begun. `keep` sends back what a step shows already.
    pub async fn answer_on(&mut self, journey: &str, language: &str, answers: &[(&str, &str)]) -> String {
        let page = self.get(&format!("/{language}/{journey}/step/address")).await;
        let at = if page.status.is_redirection() { page.redirected() } else { page.path };
        self.answer_from(at, answers).await
    }

    /// The same from a question on.
    pub async fn answer_from(&mut self, mut at: String, answers: &[(&str, &str)]) -> String {
        for _ in 0..60 {
            if at.ends_with("/check") {
                return at;
            }
            let page = self.get(&at).await.ok();
            let step = at.rsplit('/').next().unwrap_or_default().to_owned();
            let own = answers.iter().find(|(name, _)| *name == step).map(|(_, typed)| (*typed).to_owned());
            let typed = match step.as_str() {
                "members" if page.form(&at).is_some_and(|form| form.names.iter().any(|name| name == "another")) => "another=no".into(),
                _ if own.as_deref() == Some("keep") => page.kept(&at),
                _ => own.unwrap_or_else(|| usual(&step).to_owned()),
            };
            at = self.submit(&page, &at, &typed).await.redirected();
        }
        panic!("the journey does not end");
    }

    /// Declares, and answers the number on the receipt.
    pub async fn declare(&mut self, answers: &[(&str, &str)]) -> String {
        self.travel("declare", answers).await
    }

    /// Moves, and answers the number on the receipt.
    pub async fn moves(&mut self, answers: &[(&str, &str)]) -> String {
        self.travel("move", answers).await
    }

    async fn travel(&mut self, journey: &str, answers: &[(&str, &str)]) -> String {
        let at = self.answer(journey, "en", answers).await;
        self.file(&at).await
    }

    /// Sends the answers from check-answers, and answers the number on the receipt.
    pub async fn file(&mut self, at: &str) -> String {
        let page = self.get(at).await.ok();
        let done = self.submit(&page, at, "").await.redirected();
        done.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// Leaves the country on a day.
    pub async fn leave(&mut self, (day, month, year): (u8, u8, u16)) -> String {
        let page = self.get("/en/leave").await.ok();
        let check = self.submit(&page, "/en/leave", &format!("on-day={day}&on-month={month}&on-year={year}")).await.ok();
        let done = self.submit(&check, "/en/leave", "checked=yes").await.redirected();
        done.rsplit('/').next().unwrap_or_default().to_owned()
    }

    /// Makes a sheet of one-time codes, and answers the first.
    pub async fn one_time_code(&mut self) -> String {
        let page = self.get("/en/account/codes").await.ok();
        let sheet = self.submit(&page, "/en/account/codes", "").await.ok();
        let form = sheet.forms().into_iter().find(|form| form.hidden.iter().any(|(name, _)| name == "code")).expect("a sheet of codes");
        form.hidden.into_iter().find(|(name, _)| name == "code").expect("a code").1
    }

    /// As a clerk: receives somebody who presents a code.
    pub async fn receive(&mut self, code: &str) {
        let page = self.get("/en/desk").await.ok();
        self.submit(&page, "/en/desk/receive", &format!("code={}", encoded(code))).await.redirected();
    }

    /// As a clerk: types what stands on a document that somebody shows.
    pub async fn shown(&mut self, number: &str, name: &str, (day, month, year): (u8, u8, u16)) -> super::Page {
        let page = self.get("/en/desk/document").await.ok();
        let (number, name) = (encoded(number), encoded(name));
        let typed = format!("seen=yes&number={number}&name={name}&birth-day={day}&birth-month={month}&birth-year={year}");
        self.submit(&page, "/en/desk/document", &typed).await
    }

    /// As a clerk: begins to type a paper form that was posted on a day of November 2026, and answers the first question's path.
    pub async fn posted(&mut self, day: u8, code: &str) -> String {
        let mut scan = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_pixel(64, 90, image::Rgb([250, 250, 245])).write_to(&mut scan, image::ImageFormat::Png).expect("a scan");
        let page = self.get("/en/desk/post").await.ok();
        let day = day.to_string();
        let fields = [("posted-day", day.as_str()), ("posted-month", "11"), ("posted-year", "2026"), ("code", code)];
        self.upload_with(&page, "/en/desk/post", &fields, &scan.into_inner()).await.redirected()
    }

    /// As a clerk: the person leaves.
    pub async fn done(&mut self) {
        let page = self.get("/en/desk").await.ok();
        self.submit(&page, "/en/desk/done", "").await.redirected();
    }

    /// As an officer: the paths of the queue, what is due first first.
    pub async fn queue(&mut self) -> Vec<String> {
        let page = self.get("/en/cases").await.ok();
        page.links()
            .into_iter()
            .filter(|link| link.starts_with("/en/cases/") && !["address", "number", "deputy"].iter().any(|page| link.ends_with(page)))
            .collect()
    }

    /// As a member of staff: shows that it is they, as before a decision. In a session that has just begun, they add their passkey for it.
    pub async fn proves(&self) -> Session {
        let session = self.session().await;
        prove(&self.service, &session).await
    }

    /// As an officer: decides a case with a ready-made reason, as far as no second officer is needed.
    pub async fn decide(&mut self, case: &str, outcome: &str) {
        self.proves().await;
        let begin = format!("{case}/draft/{outcome}");
        let page = self.get(&begin).await.ok();
        let write = self.submit(&page, &begin, "from=1").await.redirected();
        let page = self.get(&write).await.ok();
        let typed = format!("{}&rule=Section+7+of+the+invented+act", page.boxes());
        let done = self.submit(&page, &write, &typed).await.redirected();
        assert!(done.ends_with("/done/decided"), "{done}");
    }

    /// As an officer: states the purpose and opens a case.
    pub async fn open_case(&mut self, path: &str) -> super::Page {
        let page = self.get(path).await.ok();
        self.submit(&page, path, "purpose=stated").await
    }
}

/// Shows for a member of staff that it is they, and answers their session after that.
pub async fn prove(service: &Service, session: &Session) -> Session {
    let staff = session.staff().expect("staff").id.0;
    if service.staff_passkeys(session).await.expect("their passkeys").is_empty() {
        service.add_staff_passkey(session, staff.as_bytes(), "{}".into()).await.expect("a passkey is added");
    }
    service.step_up(session, staff.as_bytes(), "{}".into()).await.expect("the passkey counts")
}
