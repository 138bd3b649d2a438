//! 8 and 12. What somebody can do about a look: be told of it, find it, ask about it, and hear from somebody else than who looked.

use crate::app::{Browser, EMAIL, PHONE, TestApp, Town, encoded};
use doorstep_locales::Locale;
use doorstep_policy::{Purpose, Role};
use doorstep_service::{LookFilter, Mail, Outgoing, Post, PostError};
use futures::future::BoxFuture;
use std::time::Duration;

fn contact(more: &str) -> String {
    format!("email={}&phone={}&language=en{more}", encoded(EMAIL), encoded(PHONE))
}

impl Browser {
    /// The pages on which each visit can be asked about, newest first.
    async fn links_to_ask(&mut self) -> Vec<String> {
        let page = self.get("/en/looks").await.ok();
        page.links().into_iter().filter(|link| link.starts_with("/en/looks/ask/")).collect()
    }

    /// As an officer: the one case of the queue that asks about a look.
    async fn case_that_asks(&mut self) -> String {
        let mut found = Vec::new();
        for path in self.queue().await {
            if self.get(&path).await.ok().shows("Somebody asks about a look at their record") {
                found.push(path);
            }
        }
        assert_eq!(found.len(), 1);
        found.remove(0)
    }
}

fn told(app: &TestApp) -> usize {
    app.post.all().iter().filter(|mail| mail.subject == "Somebody looked at your record").count()
}

#[tokio::test]
async fn whoever_wants_it_is_sent_word_of_each_visit_and_nobody_else() {
    for app in TestApp::on_each_engine("looks_told").await {
        let mut town = Town::settle(&app).await;
        town.host.get("/en/homes/1").await.ok();
        app.background().await;
        assert_eq!(told(&app), 0, "nobody asked for it");

        let page = town.resident.get("/en/account/contact").await.ok();
        town.resident.submit(&page, "/en/account/contact", &contact("&tell=looks")).await.redirected();
        app.background().await;
        assert_eq!(told(&app), 0, "an old look is not told of later");

        town.host.get("/en/homes/1").await.ok();
        town.host.get("/en/homes/1").await.ok();
        app.background().await;
        assert_eq!(told(&app), 1, "one word for one visit");
        app.background().await;
        assert_eq!(told(&app), 1, "and once");
        let mail = app.post.all().into_iter().rfind(|mail| mail.subject == "Somebody looked at your record").unwrap();
        assert!(mail.body.contains("/en/looks") && !mail.body.contains("NAMUNA") && !mail.body.contains("host"), "{}", mail.body);

        let page = town.resident.get("/en/account/contact").await.ok();
        assert!(page.html().contains(r#"value="looks" checked"#), "the page says what is chosen");
        town.resident.submit(&page, "/en/account/contact", &contact("")).await.redirected();
        town.host.get("/en/homes/1").await.ok();
        app.background().await;
        assert_eq!(told(&app), 1, "no longer wanted");
        app.close().await;
    }
}

/// A mail server that never answers.
struct Stuck;

impl Post for Stuck {
    fn send(&self, _: Mail) -> BoxFuture<'_, Result<(), PostError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn word_of_a_look_is_written_even_while_the_post_is_stuck() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.resident.get("/en/account/contact").await.ok();
    town.resident.submit(&page, "/en/account/contact", &contact("&tell=looks")).await.redirected();
    // The letters about the declarations wait, to be stuck with.
    let stuck =
        doorstep_jobs::run(app.service.clone(), Outgoing { post: &Stuck, texts: None }, Duration::from_millis(5), std::future::pending());
    let before = app.database.rows().await["job"];
    let looked = async {
        tokio::time::sleep(Duration::from_millis(300)).await;
        town.host.get("/en/homes/1").await.ok();
        let mut waits = 0;
        while app.database.rows().await["job"] == before {
            tokio::time::sleep(Duration::from_millis(100)).await;
            waits += 1;
            assert!(waits < 200, "nobody is sent word");
        }
    };
    tokio::select! {
        () = stuck => panic!("nothing stops it"),
        () = looked => {}
    }
    app.close().await;
}

#[tokio::test]
async fn a_question_about_a_look_is_answered_by_somebody_else() {
    for app in TestApp::on_each_engine("looks_asked").await {
        let mut town = Town::settle(&app).await;
        let mut officer = app.officer().await;
        town.host.get("/en/homes/1").await.ok();
        for case in officer.queue().await {
            officer.open_case(&case).await.ok();
        }
        let ask = town.resident.links_to_ask().await.remove(0);
        let question = town.resident.get(&ask).await.ok();
        assert!(question.shows("O-4"), "the look is shown above the question");
        let empty = town.resident.submit(&question, &ask, "words=").await;
        assert_eq!(empty.status, 422);
        for _ in 0..2 {
            let sent = town.resident.submit(&question, &ask, "words=Why+did+you+need+this%3F").await.redirected();
            town.resident.get(&sent).await.ok();
        }

        assert!(!officer.get("/en/cases").await.ok().shows("asks about a look"), "who looked does not answer");
        // Not in a case about somebody else's look either.
        let hosts = town.resident.links_to_ask().await.pop().expect("the host's look is the oldest");
        let about_the_host = town.resident.get(&hosts).await.ok();
        town.resident.submit(&about_the_host, &hosts, "words=And+why+the+host%3F").await.redirected();
        let theirs = officer.case_that_asks().await;
        let opened = officer.open_case(&theirs).await.ok();
        assert!(opened.shows("And why the host?") && !opened.shows("Why did you need this?"));
        let mut second = app.another_officer().await;
        let queue = second.get("/en/cases").await.ok();
        assert_eq!(queue.html().matches("asks about a look").count(), 1, "a double tap asks once");
        let case = second.case_that_asks().await;
        assert_eq!(officer.get(&case).await.status, 404);
        let opened = second.open_case(&case).await.ok();
        assert!(opened.shows("Why did you need this?") && opened.shows("O-4"));
        assert!(!opened.shows("NAMUNA") && !opened.shows(EMAIL), "the question and nothing else");

        second.decide(&case, "look-explained").await;
        // In the language of the resident, which is chosen nowhere: the office's.
        let answer = Locale::Ru.t("reason-look-look-explained-1-why");
        assert!(town.resident.get("/en/inbox").await.ok().shows(&answer));
        assert!(town.resident.get("/en/looks").await.ok().shows("Somebody read your question about a look, to answer it."));
        app.close().await;
    }
}

#[tokio::test]
async fn a_look_of_somebody_else_cannot_be_asked_about() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.host.get("/en/homes/1").await.ok();
    assert_eq!(town.stranger.get("/en/looks/ask/1").await.status, 404);
    assert_eq!(town.resident.get("/en/looks/ask/1").await.status, 200);
    assert_eq!(town.resident.get("/en/looks/ask/2").await.status, 404);
    assert_eq!(app.anon().get("/en/looks/ask/1").await.status, 303);
    app.close().await;
}

#[tokio::test]
async fn a_history_can_be_narrowed_and_a_hole_still_shows() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut officer = app.officer().await;
    town.host.get("/en/homes/1").await.ok();
    for case in officer.queue().await {
        officer.open_case(&case).await.ok();
    }
    let (host, person) = (town.host.person().await, town.resident.person().await);
    app.days_later(60);
    app.signs_in_again(&mut town.host, host).await;
    town.host.get("/en/homes/1").await.ok();
    app.signs_in_again(&mut town.resident, person).await;

    let session = town.resident.session().await;
    let looks = |filter| app.service.looks(&session, None, 50, filter);
    let all = looks(LookFilter::default()).await.unwrap().looks;
    let of = |role| LookFilter { role: Some(role), since: None };
    let hosts = looks(of(Role::Host)).await.unwrap();
    assert_eq!(hosts.looks.iter().map(|look| look.purpose).collect::<Vec<_>>(), [Purpose::HostView; 2]);
    assert_eq!(looks(of(Role::Officer)).await.unwrap().looks.len(), all.len() - 2);
    assert_eq!(looks(of(Role::Clerk)).await.unwrap().looks, []);
    let recent = LookFilter { role: None, since: Some(all[0].at) };
    assert_eq!(looks(recent).await.unwrap().looks, all[..1]);

    let first = app.service.looks(&session, None, 1, of(Role::Host)).await.unwrap();
    let second = app.service.looks(&session, first.older, 1, of(Role::Host)).await.unwrap();
    assert_eq!([first.looks, second.looks].concat(), hosts.looks, "page by page");

    let page = town.resident.get("/en/looks?who=clerk&since=30").await.ok();
    assert!(page.shows("No look fits this choice."));
    app.database.execute("DELETE FROM look WHERE seq = 2").await;
    assert_eq!(looks(of(Role::Host)).await.unwrap().missing, [(2, 2)], "what is left out by the choice is still counted");
    app.close().await;
}
