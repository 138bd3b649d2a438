//! Names, lines, words, codes and document numbers from a form: what parses stays within its limits and parses to itself again.
#![no_main]

use doorstep_register::{CitizenshipCode, Document, DocumentKind, Line, Name, Words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    if let Ok(name) = Name::parse(typed) {
        assert!(name.as_str().chars().count() <= Name::MAX);
        assert_eq!(Name::parse(name.as_str()), Ok(name.clone()));
    }
    if let Ok(line) = Line::parse(typed) {
        assert!(!line.as_str().contains(['\n', '\u{202e}']));
        assert_eq!(Line::parse(line.as_str()), Ok(line.clone()));
    }
    if let Ok(words) = Words::parse(typed) {
        assert!(words.as_str().chars().count() <= Words::MAX);
    }
    if let Ok(code) = CitizenshipCode::parse(typed) {
        assert_eq!(code.as_str().len(), 3);
    }
    if let Ok(document) = Document::parse(DocumentKind::Other, typed) {
        assert!((3..=40).contains(&document.normal().chars().count()));
    }
});
