//! Nothing about a person changes without a message: old value, new value, who, why, how to object (PRODUCT.md).

use crate::app::{DOCUMENT, TestApp, Town, encoded, photo};
use crate::source::crates;
use doorstep_locales::{Locale, ids};
use doorstep_register::What;
use doorstep_service::Export;

/// The message that tells of an act, by its subject. A new kind of act has to be entered here, by whoever adds it.
fn subject(what: &What) -> &'static str {
    match what {
        // What somebody said of themselves stands in the message about the declaration that it came with.
        What::Introduced { .. } | What::Declared { .. } => "You are registered|You have moved|You are still there",
        What::Left { .. } => "You have left",
        What::Corrected { .. } => "A field was corrected",
        What::Contacted { .. } => "Your contact was changed",
        What::DocumentSeen {} => "Your document was seen",
        What::EvidenceAdded { .. } => "Papers were added",
        What::HostConfirmed { .. } => "A host's confirmation was added",
        What::Explained { .. } => "Your reason was added",
        What::Asked { .. } => "Your question about a look",
        // What a case does to a record is told in its own letters.
        What::Settled { .. } => "case|registered again|records are apart",
    }
}

fn every_act_was_told(export: &Export) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for act in &export.acts {
        let subjects = subject(&act.what);
        let told = export.messages.iter().any(|m| m.in_box && m.at == act.at && subjects.split('|').any(|s| m.subject.contains(s)));
        assert!(told, "nobody was told of {:?} at {}", act.what, act.at);
        kinds.push(subjects);
    }
    kinds
}

#[tokio::test]
async fn every_act_has_a_message() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut kinds = Vec::new();
    app.days_later(1);
    let page = town.resident.get("/en/correct/names").await.ok();
    town.resident.submit(&page, "/en/correct/names", "passport=NAMUNAXON+NODIRA&why=A+slip+of+the+pen").await.redirected();
    app.days_later(1);
    let page = town.resident.get("/en/account/contact").await.ok();
    town.resident.submit(&page, "/en/account/contact", "email=new%40sample-person.example&language=en").await.redirected();
    app.days_later(1);
    town.host.get("/en/homes/1").await.ok();
    let page = town.resident.get("/en/looks/ask/1").await.ok();
    town.resident.submit(&page, "/en/looks/ask/1", "words=Why+was+that%3F").await.redirected();
    app.days_later(1);
    town.resident.moves(&[]).await;
    app.days_later(1);
    town.resident.leave((24, 11, 2026)).await;
    kinds.extend(every_act_was_told(&app.service.export(&town.resident.session().await).await.unwrap()));

    // At a desk, with the document in the clerk's hand, a photo, and late.
    let mut clerk = app.clerk().await;
    let desk = clerk.get("/en/desk").await.ok();
    clerk.submit(&desk, "/en/desk/new", "").await.redirected();
    let document = format!("kind=passport&number={}&seen=yes", encoded(DOCUMENT));
    let long_ago = "arrived-day=1&arrived-month=9&arrived-year=2026";
    let answers = [("document", document.as_str()), ("arrived", long_ago), ("since", "since-day=1&since-month=9&since-year=2026")];
    let check = clerk.answer("declare", "en", &answers).await;
    let page = clerk.get("/en/declare/step/evidence?change=1").await.ok();
    clerk.upload(&page, "/en/declare/photo", "Lease", &photo()).await.redirected();
    let page = clerk.get(&check).await.ok();
    clerk.submit(&page, &check, "late=I+was+ill").await.redirected();
    kinds.extend(every_act_was_told(&app.service.export(&clerk.session().await).await.unwrap()));

    let told = |part: &str| kinds.iter().any(|kind| kind.contains(part));
    for part in ["You are registered", "You have left", "corrected", "contact", "document was seen", "Papers", "Your question"] {
        assert!(told(part), "the test has no act for {part}");
    }
    app.close().await;
}

/// What a message about a change has to be filled with, or say by itself.
const CHANGES: [(&str, &[&str]); 19] = [
    ("declared", &["address", "before", "link", "who", "why"]),
    ("moved", &["address", "before", "link", "who", "why"]),
    ("renewed", &["until", "until-before", "link", "who", "why"]),
    ("left", &["address", "day", "link", "who", "why"]),
    ("corrected", &["after", "before", "field", "link", "who", "why"]),
    ("contact", &["after", "before", "link", "who", "why"]),
    ("document-seen", &["after", "before", "link", "who"]),
    ("evidence", &["link", "titles", "who"]),
    ("explained", &["link", "who", "words"]),
    ("asked", &["link", "who", "words"]),
    ("member", &["link", "member", "who", "why"]),
    ("codes", &["link", "who"]),
    ("desk-lost", &["link", "office", "pseudonym"]),
    ("passkey-added", &["link"]),
    ("passkey-removed", &["link"]),
    ("home-shown", &["address", "by", "how", "link"]),
    ("home-given-up", &["address", "link"]),
    ("host-kept", &["link", "who"]),
    ("shown-again", &["link"]),
];
/// Messages about no change of the person's record, and what they are about.
const NO_CHANGES: [(&str, &str); 12] = [
    ("sign-in", "a link that was asked for"),
    ("confirm-email", "a link that was asked for"),
    ("host", "somebody else's declaration"),
    ("host-confirmed", "a host's word, which waits for the person"),
    ("home-shown-again", "somebody else's list of homes"),
    ("quiet", "a message that stands in the in-box"),
    ("reminder", "a day to come"),
    ("moved-later", "a day that moved, with both days"),
    ("desk", "a record that was opened, and by whom"),
    ("desk-document", "a record that was opened, and by whom"),
    ("desk-post", "a record that was opened, and by whom"),
    ("looked", "a record that was opened; the page says by whom"),
];

#[test]
fn a_message_about_a_change_says_what_was_what_is_who_why_and_how_to_object() {
    let texts = ids(Locale::En);
    for (kind, needed) in CHANGES {
        let filled = &texts[&format!("msg-{kind}-body")];
        for name in needed {
            assert!(filled.iter().any(|known| known == name), "msg-{kind}-body does not say {name}");
        }
        for locale in Locale::EVERY {
            let body = locale.t(&format!("msg-{kind}-body")).to_lowercase();
            let objecting = match locale {
                Locale::En => ["if this is wrong", "or object"],
                Locale::Ru => ["если это неверно", "возразить"],
                Locale::UzLatn => ["bu notoʻgʻri boʻlsa", "eʼtiroz bildirish"],
            };
            assert!(objecting.iter().any(|words| body.contains(words)), "{kind} in {locale} does not say how to object");
        }
    }
    // The letters of a case give its reasons, and the page of the case says how to object.
    let of_a_case = |kind: &str| kind.starts_with("case-") && texts[&format!("msg-{kind}-body")].iter().any(|name| name == "case");
    let known = |kind: &str| CHANGES.iter().any(|(known, _)| *known == kind) || NO_CHANGES.iter().any(|(known, _)| *known == kind);
    for id in texts.keys() {
        if let Some(kind) = id.strip_prefix("msg-").and_then(|rest| rest.strip_suffix("-body")) {
            assert!(known(kind) || of_a_case(kind) || kind == "case-separated", "{kind} is neither a change nor known as none");
        }
    }
}

/// Every file that appends acts, how often, and the messages that it sends for them. A new place has to be entered here, by whoever adds it.
const APPENDS: [(&str, usize, &[&str]); 11] = [
    ("crates/service/src/case/effect.rs", 1, &["case-effect", "case-restored"]),
    // That an address is hidden is told with the case.
    ("crates/service/src/case/hide.rs", 1, &["shown-again"]),
    ("crates/service/src/contact.rs", 1, &["contact"]),
    ("crates/service/src/correct.rs", 1, &["corrected"]),
    ("crates/service/src/declare.rs", 3, &["document-seen"]),
    ("crates/service/src/evidence.rs", 1, &["evidence"]),
    ("crates/service/src/explain.rs", 1, &["explained"]),
    // Who a host without an account says they are is told with the case that they open by it.
    ("crates/service/src/host/door.rs", 1, &[]),
    ("crates/service/src/host/show.rs", 1, &["host-kept"]),
    ("crates/service/src/leave.rs", 1, &["left"]),
    ("crates/service/src/looks.rs", 1, &["asked"]),
];

#[test]
fn no_act_is_appended_where_nobody_is_told() {
    let mut places = Vec::new();
    for (path, text) in crates() {
        let count: usize = ["append(", "append_all(", "settle("].iter().map(|how| text.matches(&format!("vault().{how}")).count()).sum();
        if path.starts_with("crates/service/src/") && count > 0 {
            places.push((path, count, text));
        }
    }
    let found: Vec<(&str, usize)> = places.iter().map(|(path, count, _)| (path.as_str(), *count)).collect();
    assert_eq!(found, APPENDS.map(|(path, count, _)| (path, count)));
    for ((path, _, kinds), (_, _, text)) in APPENDS.iter().zip(&places) {
        for kind in *kinds {
            let sent = text.contains(".send(tx") || text.contains(".tell_side(tx") || text.contains(".tell_sides(tx");
            assert!(sent && text.contains(&format!("\"{kind}\"")), "{path} does not send {kind}");
        }
    }
    // Introducing and declaring are told by `after_declaration`, which every declaration ends with.
    let declare = &places.iter().find(|(path, ..)| path.ends_with("/declare.rs")).expect("it is there").2;
    assert!(declare.contains("self.after_declaration(tx"));
}
