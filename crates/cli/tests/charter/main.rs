//! The charter.
#[test]
fn builds() {}
