//! Notes, checkpoints and keys: no bytes panic, and what is read is written back the same.
#![no_main]

use doorstep_tlog::{Checkpoint, Note, Verifier};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(note) = Note::parse(text) {
        assert_eq!(note.to_string(), text);
        if let Ok(checkpoint) = Checkpoint::parse(&note.text) {
            assert_eq!(checkpoint.to_string(), note.text);
        }
    }
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.to_string(), text);
    }
    if let Ok(key) = Verifier::parse(text) {
        assert_eq!(key.to_string(), text);
    }
});
