//! A number on a receipt, however it was typed: what parses is written in one way and parses again.
#![no_main]

use doorstep_register::Reference;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    if let Ok(reference) = Reference::parse(typed) {
        assert_eq!(Reference::parse(reference.as_str()), Ok(reference.clone()));
        assert_eq!(reference.as_str().len(), 14);
    }
});
