//! Letters on paper: for whoever is not reached in two other ways. One at a time, no list, each with a look (promises 2, 3, 5 and 8).

use crate::app::{Browser, NAME, PERSONAL, TestApp, Town, encoded, text};
use doorstep_cli::paper::Typst;
use doorstep_locales::{Arg, Locale, ids};
use doorstep_policy::{CaseKind, Field, Fields, Purpose, Role};
use doorstep_register::Words;
use doorstep_register::case::Channel;
use doorstep_service::{Document, LookFilter, Paper, PostalLetter, Translation};
use doorstep_storage::{LookReader, WayRow};
use std::io::Write;
use std::process::{Command, Stdio};

const TODAY: &str = "on-day=20&on-month=11&on-year=2026";

fn letter(ways: &[WayRow]) -> &WayRow {
    ways.iter().find(|way| way.channel == Channel::Letter).expect("it goes by letter")
}

/// What the text of a PDF says; `None` where no tool can read it.
fn printed(pdf: &[u8]) -> Option<String> {
    let mut tool = Command::new("pdftotext").args(["-enc", "UTF-8", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    tool.stdin.take()?.write_all(pdf).ok()?;
    let said = String::from_utf8(tool.wait_with_output().ok()?.stdout).ok()?;
    Some(said.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The code of the letter in hand.
async fn code_in_hand(clerk: &mut Browser) -> String {
    let page = clerk.get("/en/post").await.ok();
    let said = text(page.html());
    let (_, rest) = said.split_once("Letter ").unwrap_or_else(|| panic!("no letter in hand: {said}"));
    rest.split_whitespace().next().expect("a code").to_owned()
}

async fn take(clerk: &mut Browser) {
    let page = clerk.get("/en/post").await.ok();
    clerk.submit(&page, "/en/post/take", "").await.redirected();
}

/// A host says that they do not know the resident, who has to be told in two ways that can be proved.
async fn dispute(app: &TestApp, town: &Town) {
    let host = town.host.session().await;
    let entry = app.service.home(&host, 0).await.unwrap().residents.into_iter().find(|resident| resident.name == NAME).unwrap().entry;
    app.service.dispute_entry(&host, 0, entry, CaseKind::Stranger, Words::parse("I do not know them.").unwrap()).await.unwrap();
}

/// What the clerk types about a letter.
fn record(code: &str, says: &str) -> String {
    format!("code={}&says={says}&{TODAY}", encoded(code))
}

#[tokio::test]
async fn a_letter_is_printed_posted_and_proved_by_the_post() {
    for app in TestApp::on_each_engine("letters_way").await {
        // Two records name one document: the notice has to be proved twice, and nobody has confirmed the resident's address.
        let mut town = Town::settle(&app).await;
        let person = town.resident.person().await;
        let before = app.database.looks().await;
        let mut clerk = app.clerk().await;
        let page = clerk.get("/en/post").await.ok();
        assert!(page.shows("2 letters wait."), "{}", page.html());
        for part in PERSONAL {
            assert!(!page.html().to_lowercase().contains(part), "the page lists nobody: {part}");
        }
        take(&mut clerk).await;
        let code = code_in_hand(&mut clerk).await;
        assert_eq!(app.database.looks().await, before, "a code is nobody's name");

        let pdf = clerk.get("/en/post/letter.pdf").await.ok();
        assert!(pdf.body.starts_with(b"%PDF-"));
        assert_eq!(app.database.looks().await, before + 1);
        let (_, message, _) = app.by_code(person, &code).await.unwrap();
        let office = message.paper.expect("it goes on paper");
        assert_eq!((message.language.as_str(), office.language.as_str()), ("en", "ru"));
        if let Some(said) = printed(&pdf.body) {
            let parts = [&code, NAME, "Квартира 7", "Town hall, Porozhsk", &message.subject, &office.subject];
            for part in parts {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
        let looks = app.service.looks(&town.resident.session().await, None, 10, LookFilter::default()).await.unwrap().looks;
        assert_eq!((looks[0].purpose, looks[0].fields), (Purpose::PostLetter, Fields::of(&[Field::Names, Field::Address])));
        assert!(matches!(&looks[0].by, LookReader::Staff { role: Role::Clerk, pseudonym, .. } if pseudonym == "C-17"));
        assert!(town.resident.get("/en/looks").await.ok().shows("A clerk printed a letter to you and put it in an envelope."));

        // Not posted yet: there is nothing that the post could say.
        let form = clerk.get("/en/post/record").await.ok();
        assert_eq!(clerk.submit(&form, "/en/post/record", &record(&code, "delivered")).await.status, 422);
        let page = clerk.get("/en/post").await.ok();
        assert_eq!(clerk.submit(&page, "/en/post/posted", "on-day=21&on-month=11&on-year=2026").await.status, 422, "tomorrow");
        assert_eq!(clerk.submit(&page, "/en/post/posted", "on-day=19&on-month=11&on-year=2026").await.status, 422, "before it was written");
        clerk.submit(&page, "/en/post/posted", TODAY).await.redirected();
        assert!(clerk.get("/en/post").await.ok().shows("1 letter waits."), "the other record's");
        let (_, _, ways) = app.by_code(person, &code).await.unwrap();
        assert!(letter(&ways).sent_at.is_some() && letter(&ways).proved_at.is_none(), "handed over is not delivered");

        for (typed, error) in [
            (record("7Q4M-2K9X-81PD", "delivered"), "No letter has this code"),
            (record(&code, "nothing"), "Say whether it was delivered"),
            (format!("code={code}&says=delivered&on-day=19&on-month=11&on-year=2026"), "Give a day after the post took the letter"),
        ] {
            let answer = clerk.submit(&form, "/en/post/record", &typed).await;
            assert!(answer.status == 422 && answer.shows(error), "{typed}: {}", answer.html());
        }
        // As somebody types who reads it from a crumpled envelope.
        let sloppy = record(&code.to_lowercase().replace('-', " "), "delivered");
        assert_eq!(clerk.submit(&form, "/en/post/record", &sloppy).await.redirected(), "/en/post/noted");
        assert!(letter(&app.by_code(person, &code).await.unwrap().2).proved_at.is_some());
        assert_eq!(clerk.submit(&form, "/en/post/record", &record(&code, "delivered")).await.status, 422, "noted before");
        // A slip of the clerk's pen helps nobody to a proof: what came back is proved no more.
        clerk.submit(&form, "/en/post/record", &record(&code, "back")).await.redirected();
        assert_eq!(clerk.submit(&form, "/en/post/record", &record(&code, "delivered")).await.status, 422);
        let ways = app.by_code(person, &code).await.unwrap().2;
        assert!(letter(&ways).proved_at.is_none() && letter(&ways).noted_by.is_some());
        app.close().await;
    }
}

#[tokio::test]
async fn two_clerks_never_have_the_same_letter_and_nobody_else_has_any() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    dispute(&app, &town).await;
    let (mut first, mut second) = (app.clerk().await, app.clerk().await);
    assert_eq!(first.get("/en/post/letter.pdf").await.status, 404, "no letter is in hand");
    let before_any = first.get("/en/post").await.ok();
    take(&mut first).await;
    take(&mut second).await;
    let (one, other) = (code_in_hand(&mut first).await, code_in_hand(&mut second).await);
    assert_ne!(one, other);
    first.submit(&before_any, "/en/post/take", "").await.redirected();
    assert_eq!(code_in_hand(&mut first).await, one, "one at a time");
    let page = first.get("/en/post").await.ok();
    first.submit(&page, "/en/post/back", "").await.redirected();
    assert!(first.get("/en/post").await.ok().shows("3 letters wait."));
    take(&mut first).await;
    assert_eq!(code_in_hand(&mut first).await, one, "the one that waits longest");

    let before = app.database.looks().await;
    let mut officer = app.officer().await;
    for path in ["/en/post", "/en/post/letter.pdf", "/en/post/record", "/en/post/noted", "/en/post/no-address"] {
        assert_eq!(officer.get(path).await.status, 404, "{path}");
        assert_eq!(app.anon().get(path).await.redirected(), "/en/sign-in", "{path}");
        assert_eq!(town.resident.get(path).await.redirected(), "/en/sign-in", "{path}");
    }
    assert_eq!(app.database.looks().await, before);
    app.close().await;
}

#[tokio::test]
async fn whoever_has_left_meanwhile_is_looked_for_no_further() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let person = town.resident.person().await;
    let mut clerk = app.clerk().await;
    take(&mut clerk).await;
    let code = code_in_hand(&mut clerk).await;
    town.resident.leave((20, 11, 2026)).await;
    assert_eq!(clerk.get("/en/post/letter.pdf").await.redirected(), "/en/post/no-address");
    clerk.get("/en/post/no-address").await.ok();
    assert!(letter(&app.by_code(person, &code).await.unwrap().2).came_back_at.is_some());
    assert!(clerk.get("/en/post").await.ok().shows("1 letter waits."), "the other record's");
    app.close().await;
}

#[tokio::test]
async fn whoever_is_reached_in_two_ways_that_can_be_proved_gets_no_letter() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let person = town.resident.person().await;
    // Two records name one document: the notice has to be proved twice, and nobody has confirmed the e-mail address.
    let (_, _, ways) = app.newest(person, "Please read: case").await;
    assert!(letter(&ways).sent_at.is_none());
    let link = app.post.link("/confirm-email/");
    let page = town.resident.get(&link).await.ok();
    town.resident.submit(&page, &link, "").await.redirected();
    dispute(&app, &town).await;
    let (_, _, ways) = app.newest(person, "I do not know them.").await;
    assert!(ways.len() == 3 && ways.iter().all(|way| way.channel != Channel::Letter), "{ways:?}");
    app.close().await;
}

#[tokio::test]
async fn what_is_handed_over_at_a_desk_is_signed_for_by_its_own_person() {
    for app in TestApp::on_each_engine("letters_by_hand").await {
        let mut town = Town::settle(&app).await;
        let person = town.resident.person().await;
        let (id, _, _) = app.newest(person, "You are registered").await;
        let (print, signed) = (format!("/en/inbox/{id}/letter.pdf"), format!("/en/inbox/{id}/handed"));
        assert_eq!(town.resident.get(&print).await.redirected(), "/en/sign-in", "for a clerk");
        let mut clerk = app.clerk().await;
        assert_eq!(clerk.get(&print).await.status, 404, "nobody is at the desk");
        clerk.receive(&town.resident.one_time_code().await).await;
        let page = clerk.get(&format!("/en/inbox/{id}")).await.ok();
        assert!(page.links().contains(&print) && page.links().contains(&signed));
        let pdf = clerk.get(&print).await.ok();
        if let Some(said) = printed(&pdf.body) {
            assert!(said.contains(NAME) && said.contains("You are registered"), "{said}");
        }
        let (_, _, ways) = app.newest(person, "You are registered").await;
        assert!(ways.iter().all(|way| way.channel != Channel::ByHand), "printing is not handing over");
        let page = clerk.get(&signed).await.ok();
        clerk.submit(&page, &signed, "").await.redirected();
        let (_, _, ways) = app.newest(person, "You are registered").await;
        let by_hand = ways.iter().find(|way| way.channel == Channel::ByHand).expect("it was handed over");
        assert!(by_hand.proved_at.is_some() && by_hand.noted_by.is_some());
        assert!(town.resident.get(&format!("/en/inbox/{id}")).await.ok().shows("Handed to you at a desk"));

        // Nobody signs for their child, nor for whoever is not there.
        let child = app.service.household(&town.resident.session().await).await.unwrap()[0].person;
        let (childs, _, _) = app.newest(child, "You are registered").await;
        let acting = app.service.acting_for(&clerk.session().await, 1).await.unwrap();
        assert!(app.service.handed_over_at_desk(&acting, childs).await.is_err());
        assert!(app.service.handed_over_at_desk(&clerk.session().await, childs).await.is_err());
        app.close().await;
    }
}

/// Every message as a letter in one language with another below: each becomes a PDF, and nothing of it is cut.
#[test]
fn every_message_fits_on_paper() {
    let filled: Vec<(&str, Arg)> = ids(Locale::En)
        .into_iter()
        .filter(|(id, _)| id.starts_with("msg-"))
        .flat_map(|(_, arguments)| arguments)
        .map(|name| (&*String::leak(name), Arg::from("г. Порожск, ул. Породинская, д. 1: Oʻktamovich")))
        .collect();
    let kinds: Vec<String> =
        ids(Locale::En).into_keys().filter_map(|id| Some(id.strip_prefix("msg-")?.strip_suffix("-body")?.to_owned())).collect();
    assert!(kinds.len() > 30);
    for (i, kind) in kinds.iter().enumerate() {
        let (own, office) = (Locale::EVERY[i % 3], Locale::EVERY[(i + 1) % 3]);
        let text = |l: Locale, part: &str| l.ta(&format!("msg-{kind}-{part}"), &filled);
        let paragraphs = |l: Locale| text(l, "body").split("\n\n").map(str::to_owned).collect::<Vec<_>>();
        let letter = PostalLetter {
            document: Document {
                lang: own.tag().into(),
                title: text(own, "subject"),
                issuer: "Town of Porozhsk".into(),
                lead: paragraphs(own),
                sections: Vec::new(),
                qr: None,
                footer: own.t1("letter-footer", "code", "7Q4M-2K9X-81PD"),
                made_at: jiff::Timestamp::UNIX_EPOCH,
            },
            from: "Town hall".into(),
            to: vec![NAME.into(), "г. Порожск, ул. Породинская, д. 1".into()],
            facts: Vec::new(),
            translation: Some(Translation { lang: office.tag().into(), title: text(office, "subject"), paragraphs: paragraphs(office) }),
        };
        let pdf = Typst.letter(&letter).unwrap_or_else(|error| panic!("{kind}: {error}"));
        let Some(said) = printed(&pdf) else { continue };
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let said = letters(&said);
        for part in paragraphs(own).iter().chain(&paragraphs(office)) {
            assert!(said.contains(&letters(part)), "{kind} in {own} and {office}: {part} in {said}");
        }
    }
}
