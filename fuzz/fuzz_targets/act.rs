//! Stored acts: what reads back folds or is refused, and never panics.
#![no_main]

use doorstep_register::{Act, Record};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(acts) = serde_json::from_slice::<Vec<Act>>(bytes) else { return };
    let Some(first) = acts.first() else { return };
    if let Ok(record) = Record::fold(first.person, &acts) {
        assert_eq!(record.version as usize, acts.len());
        let stored = serde_json::to_vec(&acts).expect("what was read can be written");
        let again: Vec<Act> = serde_json::from_slice(&stored).expect("what was written can be read");
        assert_eq!(Record::fold(first.person, &again).as_ref(), Ok(&record));
    }
});
