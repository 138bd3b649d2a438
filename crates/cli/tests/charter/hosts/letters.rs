//! Letters to addresses where no host is known, and their codes.

use super::{looks, only_what_a_host_may_see, printed};
use crate::app::{Browser, CALLED, DOCUMENT, EMAIL, PHONE, TestApp, Town, encoded, listed, text};
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{HostAnswer, HostLetter, Until};
use doorstep_register::world::Clock;
use doorstep_register::{HostDoor, Reference, Words};
use doorstep_service::{DoorAnswer, LetterOpened, LetterRefusal};
use doorstep_storage::HostLetterFor;
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// A town whose resident lives where no host is known: at house 2.
async fn without_host(app: &TestApp) -> Browser {
    let mut resident = app.anon();
    let document = format!("kind=passport&number={}", encoded(DOCUMENT));
    let contact = format!("email={}&phone={}", encoded(EMAIL), encoded(PHONE));
    let name = format!("passport=NAMUNA+NODIRA&called={CALLED}");
    let answers = [("name", name.as_str()), ("address", &listed(2)), ("unit", "flat=5"), ("document", &document), ("contact", &contact)];
    resident.declare(&answers).await;
    resident
}

#[tokio::test]
async fn a_letter_asks_where_no_host_is_known_and_names_nobody() {
    let app = TestApp::new().await;
    let mut resident = without_host(&app).await;
    assert!(resident.get("/en/my-host").await.ok().shows("a letter will ask there"));
    let mut clerk = app.clerk().await;
    let queue = clerk.get("/en/letters").await.ok();
    assert!(queue.shows("1 letter waits."), "{}", queue.html());
    assert!(!queue.shows("NODIRA") && !queue.shows("Породинская"), "a number, and no list");
    let paper = clerk.submit(&queue, "/en/letters", "").await.ok();
    assert!(paper.body.starts_with(b"%PDF"));
    assert!(clerk.get("/en/letters").await.ok().shows("No letter waits."));
    assert_eq!(clerk.submit(&queue, "/en/letters", "").await.redirected(), "/en/letters");
    assert_eq!(looks(&app, &resident).await, [], "to bring a letter shows nobody");
    assert!(resident.get("/en/my-host").await.ok().shows("A letter was sent to your address"));
    app.close().await;
}

#[tokio::test]
async fn the_code_of_a_letter_leads_to_the_same_question() {
    for app in TestApp::on_each_engine("hosts_letter").await {
        let resident = without_host(&app).await;
        let letter = printed(&app).await;
        assert_eq!(letter.purpose, HostLetterFor::Entry);
        let mut host = app.anon();
        let page = host.get(&format!("/en/host?n={}&c={}", letter.number, letter.code)).await.ok();
        assert!(page.html().contains(letter.code.as_str()), "filled in from the code to be scanned");
        assert_eq!(looks(&app, &resident).await, [], "not before the code was sent");
        let sloppy = letter.code.as_str().to_lowercase().replace('-', " ");
        let at = host.submit(&page, &page.path, &format!("number={}&code={}", letter.number, encoded(&sloppy))).await.redirected();
        let question = host.get(&at).await.ok();
        assert!(question.shows("Does NAMUNA NODIRA live here?"));
        only_what_a_host_may_see(&question);
        assert_eq!(looks(&app, &resident).await, [Purpose::HostView]);
        host.submit(&question, &at, "say=lives-here").await.redirected();
        let used = host.submit(&page, &page.path, &page.kept(&page.path)).await;
        assert!(used.status == 422 && used.shows("This letter was used already"), "{}", used.html());
        let said = app.service.my_host(&resident.session().await).await.unwrap();
        assert_eq!(said.said[0].door, HostDoor::Letter);
        assert!(said.letter.unwrap().answered);
        app.close().await;
    }
}

#[tokio::test]
async fn a_wrong_number_is_answered_like_a_wrong_code() {
    let app = TestApp::new().await;
    let resident = without_host(&app).await;
    let letter = printed(&app).await;
    let mut anon = app.anon();
    let page = anon.get("/en/host").await.ok();
    let (other, wrong) = (Reference::new([9; 8]), Reference::new([8; 8]));
    let mut said = Vec::new();
    for number in [&letter.number, &other] {
        let answer = anon.submit(&page, "/en/host", &format!("number={number}&code={wrong}")).await;
        assert_eq!(answer.status, 422);
        let shown = text(answer.html()).replace(number.as_str(), "NUMBER");
        said.push(shown);
    }
    assert_eq!(said[0], said[1]);
    for slip in ["number=ABCD-EFGH-JKMN&code=".to_owned() + wrong.as_str(), format!("number={}&code=ABCD-EFGH-JKMN", letter.number)] {
        assert!(anon.submit(&page, "/en/host", &slip).await.shows("Something is mistyped here"), "{slip}");
    }
    // Five wrong codes spend it, and then it looks like any wrong one.
    for _ in 0..4 {
        anon.submit(&page, "/en/host", &format!("number={}&code={wrong}", letter.number)).await;
    }
    let spent = anon.submit(&page, "/en/host", &format!("number={}&code={}", letter.number, letter.code)).await;
    assert_eq!(spent.status, 422);
    assert_eq!(looks(&app, &resident).await, [], "nobody saw anything");
    app.close().await;
}

/// What somebody types.
#[derive(Clone, Copy, Debug)]
enum Try {
    Right,
    Wrong(u8),
    Slip,
    DaysLater(u8),
}

/// The stored letter and the domain's own [`HostLetter`] answer every sequence of tries alike.
#[test]
fn guessed_codes_are_counted_as_the_domain_says() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let one = prop_oneof![3 => Just(Try::Right), 6 => any::<u8>().prop_map(Try::Wrong), 2 => Just(Try::Slip), 1 => (1..70u8).prop_map(Try::DaysLater)];
    let runs = prop::collection::vec(one, 1..14);
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let result = runner.run(&runs, |tries| {
        runtime.block_on(async {
            let app = TestApp::new().await;
            let _resident = without_host(&app).await;
            let letter = printed(&app).await;
            let ends = app.clock.now() + SignedDuration::from_hours(24 * 60);
            let mut domain = HostLetter::new(letter.code.clone(), Until { last_day: letter.until, ends });
            for one in tries {
                let typed = match one {
                    Try::Right => letter.code.to_string(),
                    Try::Wrong(n) => Reference::new([n, 1, 2, 3, 4, 5, 6, 7]).to_string(),
                    Try::Slip => "ABCD-EFGH-JKMN".to_owned(),
                    Try::DaysLater(days) => {
                        app.days_later(i64::from(days));
                        continue;
                    }
                };
                let expected = domain.answer(&typed, HostAnswer::LivesHere, app.clock.now()).map_err(|refusal| refusal.to_string());
                let stored = match app.service.use_letter(None, letter.number.as_str(), &typed).await.unwrap() {
                    Ok(LetterOpened::Entry(path)) => {
                        let code = path.trim_start_matches("/h/").to_owned();
                        app.service.answer_at_door(None, &code, DoorAnswer::LivesHere).await.map(drop).map_err(|error| error.to_string())
                    }
                    Ok(other) => Err(format!("{other:?}")),
                    Err(refusal) => Err(format!("{refusal:?}")),
                };
                let alike = match (&expected, &stored) {
                    (Ok(_), Ok(())) => true,
                    (Err(expected), Err(stored)) => {
                        let word = match stored.as_str() {
                            "MistypedCode" => "mistyped",
                            "Wrong" => "wrong",
                            "Used" => "answered",
                            "TooOld" => "too old",
                            _ => "?",
                        };
                        expected.contains(word)
                    }
                    _ => false,
                };
                prop_assert!(alike, "{one:?}: the domain says {expected:?}, the letter {stored:?}");
            }
            app.close().await;
            Ok(())
        })
    });
    result.unwrap();
}

#[tokio::test]
async fn a_letter_about_somebody_who_is_gone_or_hidden_is_not_printed_and_opens_nothing() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await.session().await;
    let mut moved = without_host(&app).await;
    moved.moves(&[]).await;
    let hidden = without_host(&app).await;
    let protect = async |browser: &Browser| {
        let words = Words::parse("Somebody looks for me.").unwrap();
        app.service.ask_for_case(&browser.session().await, CaseKind::Protection, words).await.unwrap();
    };
    protect(&hidden).await;
    assert_eq!(app.service.host_letters_waiting(&clerk).await.unwrap(), 2);
    assert_eq!(app.service.print_host_letter(&clerk).await.unwrap(), None);
    assert_eq!(app.service.host_letters_waiting(&clerk).await.unwrap(), 0);
    // Printed before, both answer the same afterwards.
    let mut answers = Vec::new();
    for gone in [true, false] {
        let mut resident = without_host(&app).await;
        let letter = printed(&app).await;
        if gone {
            resident.moves(&[]).await;
        } else {
            protect(&resident).await;
        }
        answers.push(app.service.use_letter(None, letter.number.as_str(), letter.code.as_str()).await.unwrap());
    }
    assert_eq!(answers, [Err(LetterRefusal::Gone), Err(LetterRefusal::Gone)]);
    app.close().await;
}

#[tokio::test]
async fn no_letter_goes_where_a_host_is_known_for_a_child_or_where_the_office_sends_none() {
    let app = TestApp::new().await;
    let clerk = app.clerk().await.session().await;
    Town::settle(&app).await;
    let waiting = app.service.host_letters_waiting(&clerk).await.unwrap();
    assert_eq!(waiting, 1, "for the host's own home, whose host nobody knows; not for the resident and the child");
    app.close().await;
    let app = TestApp::without_letters().await;
    let clerk = app.clerk().await.session().await;
    let mut resident = without_host(&app).await;
    assert_eq!(app.service.host_letters_waiting(&clerk).await.unwrap(), 0);
    let page = resident.get("/en/homes/add").await.ok();
    assert!(page.shows("Come to the office with an extract"), "{}", page.html());
    app.close().await;
}
