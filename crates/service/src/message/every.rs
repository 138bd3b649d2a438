//! Every message × language × way: all of it is filled in, none is too long for its way, and what others can read says nothing of anybody.

use super::{Letter, Short, is_gsm, sms_parts};
use doorstep_locales::{Locale, ids};
use doorstep_register::Reference;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// What is filled in, by the name of its place; the last word says whether it stays out of e-mail.
const SAMPLES: [(&str, &str, bool); 31] = [
    ("address", "г. Порожск, ул. Длинная-Предлинная, д. 112, корп. 3", false),
    ("after", "PRIVATE AFTER", true),
    ("before", "PRIVATE BEFORE", true),
    ("by", "C-17, Residence office", false),
    ("how", "a clerk saw an extract of the property register", false),
    ("case", "an address that is not in the official register", false),
    ("facts", "Two neighbours were heard.", false),
    ("means", "Your registration stays in force.", false),
    ("number", "0A1B2C3D", false),
    ("outcome", "Nothing changes.", false),
    ("reasons", "Both neighbours know the person.", false),
    ("day", "Friday 16 January 2026", false),
    ("field", "citizenship", false),
    ("link", "https://doorstep.example/uz-Latn/record", false),
    ("member", "Namunaxon", false),
    ("minutes", "30", false),
    ("name", "Gʻayrat Oʻktamovich Joʻrayev", false),
    ("office", "Residence office", false),
    ("pseudonym", "C-17", false),
    ("reason", "an address that is not in the official register", false),
    ("reference", "7Q4M-2K9X-81PD", false),
    ("rule", "Declare your address within seven working days.", false),
    ("since", "16 January 2026", false),
    ("titles", "PRIVATE TITLES", true),
    ("until", "16 January 2027", false),
    ("until-before", "16 January 2026", false),
    ("what", "PRIVATE WHAT", true),
    ("who", "C-17, Residence office", false),
    ("why", "on your word, at a desk", false),
    ("words", "PRIVATE WORDS", true),
    ("site", "doorstep.example", false),
];
/// A town with a long name.
const SITE: &str = "residence.a-town-with-a-long-name.example";

/// The kinds of messages with the names of what they are filled with.
fn kinds() -> BTreeMap<String, Vec<String>> {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, arguments) in ids(Locale::En) {
        let kind = id.strip_prefix("msg-").and_then(|rest| rest.strip_suffix("-subject").or(rest.strip_suffix("-body")));
        if let Some(kind) = kind {
            kinds.entry(kind.to_owned()).or_default().extend(arguments);
        }
    }
    kinds
}

fn letter(kind: &str, arguments: &[String], locale: Locale) -> Letter {
    // A test may let a kind live for ever.
    let mut letter = Letter::new(String::leak(kind.to_owned()), locale);
    for name in arguments {
        let (name, value, private) = SAMPLES.iter().find(|(known, ..)| known == name).unwrap_or_else(|| panic!("{kind} wants {name}"));
        letter = match private {
            true => letter.private(name, |_| (*value).to_owned()),
            false => letter.with(name, *value),
        };
    }
    letter
}

/// All places are filled, and nothing is there twice or by its id.
fn whole(text: &str, what: &str) {
    assert!(!text.is_empty() && !text.contains(['{', '}']) && !text.contains("msg-") && !text.contains("  "), "{what}: {text}");
}

#[test]
fn every_message_in_every_language_goes_on_every_way() {
    let kinds = kinds();
    assert!(kinds.len() > 20, "{:?}", kinds.keys());
    for (kind, arguments) in &kinds {
        for locale in Locale::EVERY {
            let what = format!("{kind} in {locale}");
            let letter = letter(kind, arguments, locale);
            let message = letter.written(Timestamp::UNIX_EPOCH);
            whole(&message.subject, &what);
            whole(&message.body, &what);
            assert!(!message.subject.contains('\n') && message.subject.chars().count() <= 90, "{what}: {}", message.subject);
            assert!(message.body.chars().count() <= 1_500, "{what}");
            // An e-mail says where the rest stands; its subject is read by everybody who sees the screen.
            let mail = message.email_body.as_ref().unwrap_or(&message.body);
            assert!(!mail.contains("PRIVATE") && !message.subject.contains("PRIVATE"), "{what}: {mail}");
            if arguments.iter().any(|name| SAMPLES.iter().any(|(known, _, private)| known == name && *private)) {
                whole(mail, &what);
                assert!(message.body.contains("PRIVATE") && mail.contains(&locale.t("msg-in-your-inbox")), "{what}");
            }
            for office in Locale::EVERY {
                let paper = letter.for_paper(Reference::new([7; 8]), office);
                whole(&paper.body, &what);
                assert_eq!(paper.language, office.tag());
                assert_eq!(paper.body == message.body, office == locale, "{what}: translated into {office}");
            }
        }
    }
}

#[test]
fn sentences_are_short() {
    for (kind, arguments) in &kinds() {
        for locale in Locale::EVERY {
            let body = letter(kind, arguments, locale).written(Timestamp::UNIX_EPOCH).body;
            for sentence in body.split(['.', '!', '?', '\n', ':']) {
                assert!(sentence.split_whitespace().count() <= 20, "{kind} in {locale}: {sentence}");
            }
        }
    }
}

#[test]
fn short_texts_fit_and_say_nothing_of_anybody() {
    for locale in Locale::EVERY {
        for short in Short::EVERY {
            for site in ["doorstep.example", SITE] {
                let sms = short.sms(locale, site);
                assert!(sms.starts_with("Doorstep: ") && sms.contains(site), "{sms}");
                // Where the alphabet allows it, one; in no language more than three.
                let most = if is_gsm(&sms) { 1 } else { 3 };
                assert!(sms_parts(&sms) <= most, "{} parts in {locale}: {sms}", sms_parts(&sms));
                assert_eq!(is_gsm(&sms), locale != Locale::Ru, "{sms}");
            }
            let push = short.push(locale);
            assert!(push.title.chars().count() <= 40 && push.body.chars().count() <= 120, "{push:?}");
        }
        // The only place in them is the site: there is nowhere for a name, an address or a link with a secret.
        for (id, arguments) in ids(locale) {
            if id.starts_with("sms-") {
                assert_eq!(arguments, ["site"], "{id} in {locale}");
            } else if id.starts_with("push-") {
                assert!(arguments.is_empty(), "{id} in {locale}");
            }
        }
    }
}

#[test]
fn the_sms_of_a_message_depends_on_its_kind_only() {
    let plain = letter("declared", &kinds()["declared"], Locale::En);
    assert_eq!(plain.short(), Short::Message);
    assert_eq!(letter("reminder", &kinds()["reminder"], Locale::En).reminding().short(), Short::Reminder);
    assert!(!letter("sign-in", &kinds()["sign-in"], Locale::En).not_in_box(SignedDuration::ZERO).written(Timestamp::UNIX_EPOCH).in_box);
}
