//! 3, 4, 10. Hosts: three doors to one question, homes shown and sold, invitations. A host's word ends nothing, shows nothing that a host may
//! not see, and each look is a look that the resident sees.

use crate::app::{Browser, CALLED, DOCUMENT, EMAIL, PHONE, Page, TestApp, Town, encoded, flat, listed, text};
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{HostAnswer, HostLetter, Side, Until};
use doorstep_register::world::Clock;
use doorstep_register::{Actor, HostDoor, Reference, What, Words};
use doorstep_service::{DoorAnswer, LetterOpened, LetterRefusal, PrintedLetter, Spelling, StaffAct};
use doorstep_storage::{CaseMark, HomeProof, HostLetterFor};
use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// What no host may read anywhere.
const NEVER: [&str; 8] = [DOCUMENT, EMAIL, PHONE, CALLED, "UZB", "Uzbek", "1993", "In force"];

/// The messages of somebody, as subject and body in one text each; the clock of the tests stands still, so that they have no order.
async fn inbox(app: &TestApp, browser: &Browser) -> Vec<String> {
    let all = app.service.inbox(&browser.session().await).await.unwrap();
    all.into_iter().map(|message| format!("{}\n{}", message.message.subject, message.message.body)).collect()
}

async fn has(app: &TestApp, browser: &Browser, texts: &[&str]) -> bool {
    inbox(app, browser).await.iter().any(|message| texts.iter().all(|text| message.contains(text)))
}

async fn looks(app: &TestApp, browser: &Browser) -> Vec<Purpose> {
    let looks = app.service.looks(&browser.session().await, None, 100, Default::default()).await.unwrap().looks;
    looks.into_iter().map(|look| look.purpose).collect()
}

async fn shown_link(resident: &mut Browser) -> String {
    let page = resident.get("/en/my-host").await.ok();
    resident.submit(&page, "/en/my-host", "spelling=passport").await.redirected();
    link_on_page(resident).await
}

/// Sent from another device, whose page did not show the link yet.
async fn shown_again(app: &TestApp, resident: &mut Browser) -> String {
    app.service.show_host(&resident.session().await, Spelling::Passport).await.unwrap();
    link_on_page(resident).await
}

async fn link_on_page(resident: &mut Browser) -> String {
    let page = resident.get("/en/my-host").await.ok();
    let link = page.html().split("href=\"https://town.example/en/h/").nth(1).expect("a link").split('"').next().unwrap().to_owned();
    format!("/en/h/{link}")
}

/// Follows a link that a resident shows, and goes on to the question.
async fn opened(host: &mut Browser, link: &str) -> Page {
    let knock = host.get(link).await.ok();
    assert!(knock.shows("Somebody asks you to confirm where they live") && !knock.shows("NAMUNA"), "{}", knock.html());
    host.submit(&knock, link, "").await.ok()
}

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

async fn printed(app: &TestApp) -> PrintedLetter {
    let clerk = app.clerk().await.session().await;
    app.service.print_host_letter(&clerk).await.unwrap().expect("a letter waits")
}

fn only_what_a_host_may_see(page: &Page) {
    for hidden in NEVER {
        assert!(!page.shows(hidden), "{hidden} on {}", page.path);
    }
}

#[tokio::test]
async fn the_host_of_a_home_confirms_and_the_resident_keeps_it_if_they_like() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let home = town.host.get("/en/homes/1").await.ok();
    let entry = home.links().into_iter().find(|link| link.contains("/entry/")).expect("an entry");
    let question = town.host.get(&entry).await.ok();
    assert!(question.shows("Does NAMUNA"), "{}", question.html());
    only_what_a_host_may_see(&question);
    let before = app.record(&town.resident).await.unwrap().version;
    for _ in 0..2 {
        assert_eq!(town.host.submit(&question, &entry, "say=lives-here").await.redirected(), "/en/homes/1/thanks");
    }
    let whose = if question.shows("NODIRA") { "" } else { "?for=1" };
    assert_eq!(app.record(&town.resident).await.unwrap().version, before, "nothing on the record yet");
    let mine = town.resident.get(&format!("/en/my-host{whose}")).await.ok();
    assert_eq!(mine.html().matches("name=\"do\" value=\"keep\"").count(), 1, "said twice, kept once: {}", mine.html());
    town.resident.submit(&mine, &format!("/en/my-host{whose}"), "do=keep").await;
    app.close().await;
}

#[tokio::test]
async fn a_link_that_the_resident_shows_works_for_one_answer() {
    for app in TestApp::on_each_engine("hosts_link").await {
        let mut town = Town::settle(&app).await;
        let link = shown_link(&mut town.resident).await;
        assert_eq!(looks(&app, &town.resident).await, [], "showing it is no look");
        assert!(opened(&mut town.resident, &link).await.shows("This is what your host sees"));
        assert_eq!(looks(&app, &town.resident).await, [], "one's own look is none");

        let mut host = app.anon();
        host.get(&link).await.ok();
        assert_eq!(looks(&app, &town.resident).await, [], "a preview in a messenger sees nobody");
        let page = opened(&mut host, &link).await;
        assert!(page.shows("Does NAMUNA NODIRA live here?") && page.shows("19 November 2026") && page.shows("Flat 7"), "{}", page.html());
        only_what_a_host_may_see(&page);
        assert_eq!(looks(&app, &town.resident).await, [Purpose::HostView]);
        assert_eq!(host.submit(&page, &link, "say=").await.status, 422);
        assert_eq!(host.submit(&page, &link, "say=lives-here").await.redirected(), "/en/host/thanks");
        assert_eq!(host.get(&link).await.status, 404, "one answer");

        let session = town.resident.session().await;
        assert!(has(&app, &town.resident, &["/my-host"]).await);
        let said = app.service.my_host(&session).await.unwrap().said;
        assert_eq!(said.iter().map(|one| one.door).collect::<Vec<_>>(), [HostDoor::Link]);
        app.service.settle_host_word(&session, said[0].id, true).await.unwrap();
        assert!(app.service.my_host(&session).await.unwrap().said.is_empty());
        let record = app.record(&town.resident).await.unwrap();
        assert_eq!(record.confirmations.len(), 1);
        assert_eq!(record.confirmations[0].reference, record.current().unwrap().declaration.reference);
        let acts = app.service.export(&session).await.unwrap().acts;
        let kept = acts.iter().find(|act| matches!(act.what, What::HostConfirmed { .. })).expect("an act");
        assert_eq!(kept.by, Actor::Person, "their own act");
        app.close().await;
    }
}

/// The words of a page that leads nowhere.
async fn nothing_at(browser: &mut Browser, path: &str) -> String {
    let page = browser.get(path).await;
    assert_eq!(page.status, 404, "{path}");
    let html = page.html().replace(path.trim_start_matches("/en"), "/here");
    let without_tokens: Vec<&str> =
        html.split("name=\"csrf\" value=\"").map(|part| part.split_once('"').map_or(part, |(_, rest)| rest)).collect();
    text(&without_tokens.join(" "))
}

#[tokio::test]
async fn a_link_that_leads_nowhere_does_not_say_why() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut anon = app.anon();
    let never = nothing_at(&mut anon, "/en/h/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    assert!(never.contains("There is nothing to answer here"));

    let withdrawn = shown_link(&mut town.resident).await;
    let page = town.resident.get("/en/my-host").await.ok();
    town.resident.submit(&page, "/en/my-host", "do=withdraw").await.redirected();
    assert_eq!(nothing_at(&mut anon, &withdrawn).await, never);

    let replaced = shown_link(&mut town.resident).await;
    let old = shown_again(&app, &mut town.resident).await;
    assert_eq!(nothing_at(&mut anon, &replaced).await, never);
    let (resident, owner) = (town.resident.person().await, town.host.person().await);
    app.days_later(31);
    assert_eq!(nothing_at(&mut anon, &old).await, never);

    // A person under protection is visible to nobody, by whatever door.
    app.signs_in_again(&mut town.resident, resident).await;
    app.signs_in_again(&mut town.host, owner).await;
    let hidden = shown_link(&mut town.resident).await;
    let session = town.resident.session().await;
    app.service.ask_for_case(&session, CaseKind::Protection, Words::parse("Somebody looks for me.").unwrap()).await.unwrap();
    assert_eq!(nothing_at(&mut anon, &hidden).await, never);
    assert_eq!(nothing_at(&mut anon, &format!("{hidden}/dont-know")).await, never);
    let home = town.host.get("/en/homes/1").await.ok();
    assert!(!home.shows("NODIRA"));
    assert!(town.resident.get("/en/my-host").await.ok().shows("Your address is protected"));
    assert_eq!(looks(&app, &town.resident).await, [], "nobody has seen anything");
    app.close().await;
}

#[tokio::test]
async fn a_dispute_needs_no_account_and_leaves_a_way_back() {
    for app in TestApp::on_each_engine("hosts_dispute").await {
        let mut town = Town::settle(&app).await;
        let link = shown_link(&mut town.resident).await;
        let mut host = app.anon();
        let page = opened(&mut host, &link).await;
        let words = host.submit(&page, &link, "say=dont-know").await.redirected();
        let page = host.get(&words).await.ok();
        assert!(page.shows("Nothing changes by this alone") && page.shows("The person reads what you write"));
        let refused = host.submit(&page, &words, "words=&name=&email=nonsense").await;
        assert_eq!((refused.status.as_u16(), refused.html().matches("ds-error-message\"").count()), (422, 3));
        let done =
            host.submit(&page, &words, "words=I+let+it+to+others.&name=OBRAZTSOVA+VERA&email=vera%40sample-person.example").await.ok();
        only_what_a_host_may_see(&done);
        let codes: Vec<String> = done
            .html()
            .split("<code class=\"ds-code\">")
            .skip(1)
            .map(|part| text(part.split("</code>").next().unwrap()).replace(' ', "-"))
            .collect();
        assert_eq!(codes.len(), 8);
        let case = done.links().into_iter().find(|link| link.contains("/my-cases/")).expect("the case");
        let id = doorstep_register::CaseId(case.rsplit('/').next().unwrap().parse().unwrap());

        // Nothing changed but the mark; the resident reads what was said.
        let resident = town.resident.session().await;
        assert!(app.record(&town.resident).await.unwrap().current().is_some());
        assert_eq!(app.service.marks(town.resident.person().await).await.unwrap(), [CaseMark::Disputed]);
        let read = app.service.my_case(&resident, id).await.unwrap();
        assert_eq!(read.side, Side::Resident);
        assert!(format!("{:?}", read.entries).contains("I let it to others."));
        assert!(has(&app, &town.resident, &["I let it to others."]).await);

        // The host comes back with a code, and reads on.
        let (_, back) = app.service.use_code(&codes[3]).await.unwrap();
        assert_eq!(app.service.my_case(&back, id).await.unwrap().side, Side::Other);
        app.background().await;
        assert!(app.post.all().iter().any(|mail| mail.to == "vera@sample-person.example"), "and is asked to confirm the address");
        app.close().await;
    }
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

/// Asks for a letter to a home on the pages.
async fn ask_for_letter(browser: &mut Browser, house: u8, unit: &str) -> Page {
    let page = browser.get("/en/homes/add").await.ok();
    let found = browser.submit(&page, "/en/homes/add", &listed(house)).await.ok();
    browser.submit(&found, "/en/homes/add", unit).await
}

#[tokio::test]
async fn a_home_is_shown_by_a_letter_and_earlier_hosts_lose_nothing() {
    for app in TestApp::on_each_engine("hosts_home").await {
        let mut town = Town::settle(&app).await;
        printed(&app).await;
        let asked = ask_for_letter(&mut town.stranger, 1, "flat=7").await;
        assert_eq!(asked.redirected(), "/en/homes/asked");
        assert!(town.stranger.get("/en/homes").await.ok().shows("The letter will be printed soon."));
        let letter = printed(&app).await;
        assert_eq!((letter.purpose, letter.place.text()), (HostLetterFor::Home, flat(1, "7").text()));
        let mut anon = app.anon();
        let page = anon.get("/en/host").await.ok();
        let typed = format!("number={}&code={}", letter.number, letter.code);
        assert!(anon.submit(&page, "/en/host", &typed).await.ok().shows("Sign in first"), "it is for one record alone");
        let page = town.stranger.get("/en/host").await.ok();
        assert_eq!(town.stranger.submit(&page, "/en/host", &typed).await.redirected(), "/en/homes");
        assert!(town.stranger.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"));
        assert!(has(&app, &town.host, &["Somebody else showed that a home", flat(1, "7").text()]).await);
        assert!(town.host.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"), "nothing was taken");
        let homes = app.service.homes(&town.stranger.session().await).await.unwrap();
        assert_eq!(homes[0].proof, HomeProof::Letter);
        // And it can be given up.
        let page = town.stranger.get("/en/homes/1/give-up").await.ok();
        town.stranger.submit(&page, "/en/homes/1/give-up", "").await.redirected();
        assert_eq!(town.stranger.get("/en/homes/1").await.status, 404);
        app.close().await;
    }
}

#[tokio::test]
async fn only_so_many_letters_at_once_and_never_to_a_whole_house_of_flats() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    for unit in ["flat=1", "flat=2", "flat=3", "flat=3"] {
        assert_eq!(ask_for_letter(&mut town.stranger, 1, unit).await.redirected(), "/en/homes/asked", "{unit}");
    }
    let refused = ask_for_letter(&mut town.stranger, 1, "flat=4").await;
    assert!(refused.status == 422 && refused.shows("Three letters are on their way already"), "{}", refused.html());
    app.close().await;
}

#[tokio::test]
async fn a_clerk_adds_a_home_by_an_extract_and_sees_nobody_in_it() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut clerk = app.clerk().await;
    clerk.receive(&town.stranger.one_time_code().await).await;
    let page = clerk.get("/en/homes/add").await.ok();
    let found = clerk.submit(&page, "/en/homes/add", &listed(1)).await.ok();
    assert_eq!(clerk.submit(&found, "/en/homes/add", "flat=7").await.status, 422, "the clerk says that they saw it");
    assert_eq!(clerk.submit(&found, "/en/homes/add", "flat=7&seen=yes").await.redirected(), "/en/homes");
    assert_eq!(clerk.get("/en/homes/1").await.status, 404, "the host's own look");
    let session = town.stranger.session().await;
    assert!(has(&app, &town.stranger, &["A home was added", "C-17"]).await, "who helped");
    let homes = app.service.homes(&session).await.unwrap();
    assert_eq!(homes[0].proof, HomeProof::Extract);
    assert!(town.stranger.get("/en/homes/1").await.ok().shows("NAMUNA NODIRA"));
    assert!(looks(&app, &town.stranger).await.contains(&Purpose::DeskHelp), "and that somebody did it for them");
    app.close().await;
}

#[tokio::test]
async fn an_extract_is_for_each_room_and_a_letter_for_the_door_it_came_to() {
    for app in TestApp::on_each_engine("hosts_whole").await {
        let mut town = Town::settle(&app).await;
        let mut lodger = app.anon();
        let name = ("name", "passport=NAMUNAZODA+SUHROB");
        lodger.declare(&[name, ("address", &listed(1)), ("unit", "flat=7&room=2")]).await;
        assert!(town.host.get("/en/homes/1").await.ok().shows("NAMUNAZODA SUHROB"), "an extract of the flat");
        let told = inbox(&app, &town.host).await.iter().filter(|message| message.starts_with("Someone declared your address")).count();
        assert_eq!(told, 3, "of the resident, the child and the lodger");
        ask_for_letter(&mut town.stranger, 1, "flat=7").await.redirected();
        let letter = loop {
            let letter = printed(&app).await;
            if letter.purpose == HostLetterFor::Home {
                break letter;
            }
        };
        let session = town.stranger.session().await;
        let opened = app.service.use_letter(Some(&session), letter.number.as_str(), letter.code.as_str()).await.unwrap();
        assert_eq!(opened, Ok(LetterOpened::Home));
        let page = town.stranger.get("/en/homes/1").await.ok();
        assert!(page.shows("NAMUNA NODIRA") && !page.shows("NAMUNAZODA SUHROB"), "a letter to the flat");
        // The host of the whole flat disputes the room, and reads on.
        let home = app.service.home(&town.host.session().await, 0).await.unwrap();
        let entry = home.residents.iter().find(|one| one.name == "NAMUNAZODA SUHROB").unwrap().entry.clone();
        let words = Words::parse("There is no room 2.").unwrap();
        let host = town.host.session().await;
        let case = app.service.dispute_entry(&host, 0, entry, CaseKind::Stranger, words).await.unwrap();
        app.service.my_case(&host, case).await.unwrap();
        assert_eq!(app.service.marks(lodger.person().await).await.unwrap(), [CaseMark::Disputed]);
        assert!(town.host.get("/en/homes/1").await.ok().shows("You asked"));
        app.close().await;
    }
}

#[tokio::test]
async fn a_sold_home_shows_to_the_officer_and_the_new_host_is_heard() {
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let home = app.service.home(&town.host.session().await, 0).await.unwrap();
    let entry = home.residents.iter().find(|one| one.name == crate::app::NAME).unwrap().entry.clone();
    let words = || Words::parse("I do not know this person.").unwrap();
    let case = app.service.dispute_entry(&town.host.session().await, 0, entry, CaseKind::Stranger, words()).await.unwrap();
    let officer = app.officer().await.session().await;
    app.service.take_case(&officer, case).await.unwrap();
    let view = app.service.open_case_view(&officer, case, Purpose::Stranger).await.unwrap();
    assert_eq!((view.home_proof, view.newer_host), (Some(HomeProof::Extract), false));
    app.clock.advance_days(1);
    let buyer = town.stranger.person().await;
    app.service.attach_home(buyer, flat(1, "7")).await.unwrap();
    let view = app.service.open_case_view(&officer, case, Purpose::Stranger).await.unwrap();
    assert!(view.newer_host, "the officer sees it");
    let seller = town.host.session().await;
    assert!(app.service.my_case(&seller, case).await.is_ok(), "nothing happened by itself");
    let version = app.service.my_cases(&seller).await.unwrap()[0].row.version;
    app.service.staff_act(&officer, case, version, StaffAct::HostChanged(words())).await.unwrap();
    assert!(app.service.my_case(&seller, case).await.is_err());
    assert_eq!(app.service.my_case(&town.stranger.session().await, case).await.unwrap().side, Side::Other);
    app.close().await;
}

#[tokio::test]
async fn whoever_is_invited_decides_everything_and_the_host_learns_nothing() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.host.get("/en/homes/1/invite").await.ok();
    let made = town.host.submit(&page, "/en/homes/1/invite", "").await.ok();
    let again = town.host.submit(&page, "/en/homes/1/invite", "").await.ok();
    let link_on = |page: &Page| page.html().split("href=\"https://town.example").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let link = link_on(&made);
    assert_eq!(link, link_on(&again), "a sheet that was printed goes on working");
    let told = app.service.inbox(&town.host.session().await).await.unwrap().len();
    let before = app.database.rows().await;

    let mut guest = app.anon();
    let page = guest.get(&link).await.ok();
    assert!(page.shows("Flat 7") && page.shows("You decide everything") && !page.shows("OBRAZTSOVA"), "{}", page.html());
    assert_eq!(app.database.rows().await, before, "to look leaves nothing behind");
    let at = guest.submit(&page, &link, "").await.redirected();
    assert_eq!(at, "/en/declare/step/address");
    assert_eq!(guest.get(&at).await.redirected(), "/en/declare/step/name", "the first question comes first");
    // They change the flat on the way.
    let check = guest.answer_on("declare", "en", &[("name", "passport=NAMUNAEV+TIMUR"), ("address", "keep"), ("unit", "keep")]).await;
    let page = guest.get(&check).await.ok();
    assert!(page.shows("Flat 7") && page.shows(flat(1, "7").text()), "{}", page.html());
    let changed = guest.get("/en/declare/step/unit?change=1").await.ok();
    guest.submit(&changed, "/en/declare/step/unit?change=1", "flat=8&room=").await.redirected();
    assert!(guest.get(&check).await.ok().shows("Flat 8"));
    assert_eq!(app.service.inbox(&town.host.session().await).await.unwrap().len(), told, "the host is not told that it was used");

    // Given up, withdrawn.
    let page = town.host.get("/en/homes/1/give-up").await.ok();
    town.host.submit(&page, "/en/homes/1/give-up", "").await.redirected();
    assert_eq!(app.anon().get(&link).await.status, 404);
    app.close().await;
}

#[tokio::test]
async fn a_dormitory_types_rooms_and_no_names() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.host.get("/en/homes/1/rooms").await.ok();
    let names: Vec<String> = page.forms().into_iter().flat_map(|form| form.names).collect();
    assert!(names.contains(&"rooms".to_owned()) && !names.iter().any(|name| name.contains("name") && name != "names"), "{names:?}");
    let refused = town.host.submit(&page, "/en/homes/1/rooms", "rooms=101%0A102%3B99%0A101").await;
    assert_eq!(refused.status, 422);
    assert!(refused.shows("Line 2: behind the room write a number") && refused.shows("Line 3: this room stands"), "{}", refused.html());
    assert!(refused.shows("102;99"), "what was typed is kept");
    let made = town.host.submit(&page, "/en/homes/1/rooms", "rooms=101%3B2%0A102").await.ok();
    assert!(made.shows("Room 101") && made.shows("2 places") && made.shows("Room 102"));
    let sheet = town.host.submit(&made, "/en/homes/1/rooms/pdf", "").await.ok();
    assert!(sheet.body.starts_with(b"%PDF"));
    let link = made.html().split("href=\"https://town.example").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(app.anon().get(&link).await.ok().shows("Room 101"));
    assert_eq!(town.stranger.get("/en/homes/1/rooms").await.status, 404, "of one's own homes");
    app.close().await;
}

#[tokio::test]
async fn host_pages_say_in_plain_words_that_nothing_is_lost() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let link = shown_link(&mut town.resident).await;
    let entry = town.host.get("/en/homes/1").await.ok().links().into_iter().find(|link| link.contains("/entry/")).unwrap();
    for path in
        ["/en/hosts", "/en/homes", "/en/homes/1", "/en/homes/1/invite", "/en/homes/add", "/en/host", &entry, &format!("{entry}/dont-know")]
    {
        let page = town.host.get(path).await.ok();
        assert!(page.shows("A registration gives no right to the property."), "{path}");
    }
    let door = opened(&mut app.anon(), &link).await;
    assert!(door.shows("A registration gives no right to the property.") && door.shows("Whoever sells addresses answers for it."));
    app.close().await;
}
