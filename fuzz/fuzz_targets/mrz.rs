//! What a scanner or a hand types as the machine-readable zone: a zone that is read is one that a record can hold, read again it says the same,
//! and no name is cut.
#![no_main]

use doorstep_passport::{Script, offer, read, same_name};
use doorstep_register::{Document, Name};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    let _ = same_name(typed, "NAMUNA NODIRA");
    assert!(!same_name("", typed));
    let Ok(zone) = read(typed, 2026) else { return };
    assert_eq!(read(&typed.to_lowercase(), 2026), Ok(zone.clone()));
    assert!(zone.name.printed.len() <= 39);
    let letters = |text: &str| text.chars().filter(|c| !matches!(c, '<' | ' ')).collect::<String>();
    assert_eq!(letters(&zone.name.printed), letters(&zone.name.words()));
    assert!(zone.birth.is_none_or(|birth| (1926..=2026).contains(&birth.year) && birth.earliest().is_some()));
    for issuer in ["UZB", zone.issuer.as_str()] {
        for script in [Script::Russian, Script::Uzbek] {
            let _ = Name::parse_optional(&offer(script, &zone.name, issuer));
        }
    }
    if same_name(&zone.name.primary, &zone.name.printed) {
        assert!(same_name(&zone.name.words(), &zone.name.printed));
    }
    let _ = Document::parse(zone.kind, &zone.number);
});
