//! Proof files, add-checkpoint bodies and openings: no bytes panic, what is read is written back the same, and nothing is trusted.
#![no_main]

use doorstep_tlog::{AddCheckpoint, Hash, Opening, Policy, Proof, Seen, Signer, Statement, check_entry};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static POLICY: LazyLock<Policy> = LazyLock::new(|| {
    let log = Signer::log("log.example", &[1; 32]).expect("a name");
    Policy::new(log.verifier().clone(), vec![], 0).expect("a policy")
});

fuzz_target!(|text: &str| {
    if let Ok(proof) = Proof::parse(text) {
        assert_eq!(proof.to_string(), text);
        assert!(check_entry(&POLICY, &proof, None, 60).is_err());
    }
    if let Ok(body) = AddCheckpoint::parse(text) {
        assert_eq!(body.to_string(), text);
        assert_ne!(body.judge(POLICY.log(), &Seen { size: 1, root: Hash::empty() }).status(), 200);
    }
    if let Ok(statement) = Statement::parse(text.as_bytes()) {
        assert_eq!(statement.to_string(), text);
    }
    if let Some(opening) = Opening::parse(text.as_bytes()) {
        assert_eq!(opening.to_bytes(), text.as_bytes());
    }
});
