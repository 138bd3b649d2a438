//! A witness as a state machine: what it cosigns, and what it answers to a log that misbehaves.

use crate::world::{Log, cosigned, leaf, log_key};
use doorstep_tlog::*;

fn ask(log: &mut Log, old: u64, size: u64, proof: Vec<Hash>) -> AddCheckpoint {
    AddCheckpoint { old, proof, checkpoint: cosigned(log, size, &[], 0) }
}

#[test]
fn a_witness_follows_a_log_and_no_fork_of_it() {
    let key = log_key().verifier().clone();
    let mut log = Log::of(300);
    let first = ask(&mut log, 0, 200, vec![]).judge(&key, &Seen::nothing());
    let seen = Seen { size: 200, root: log.root(200) };
    assert_eq!(first, Answer::Cosign(seen));

    let mut tiles = log.read(300);
    let proof = consistency(&mut tiles, 200, 300).unwrap();
    let next = Seen { size: 300, root: log.root(300) };
    assert_eq!(ask(&mut log, 200, 300, proof.clone()).judge(&key, &seen), Answer::Cosign(next));
    assert_eq!(ask(&mut log, 300, 300, vec![]).judge(&key, &next), Answer::Cosign(next), "asking again is no harm");

    assert_eq!(ask(&mut log, 100, 300, proof.clone()).judge(&key, &seen), Answer::Conflict(200), "another old size");
    assert_eq!(ask(&mut log, 200, 200, vec![]).judge(&key, &next), Answer::Conflict(300), "going back");
    assert_eq!(ask(&mut log, 300, 200, vec![]).judge(&key, &next), Answer::Bad, "an old size above the new one");
    assert_eq!(ask(&mut log, 200, 300, vec![]).judge(&key, &seen), Answer::Inconsistent, "no proof");
    let mut forged = proof.clone();
    forged[0].0[0] ^= 1;
    assert_eq!(ask(&mut log, 200, 300, forged).judge(&key, &seen), Answer::Inconsistent, "a forged proof");

    let mut fork = Log::of(150);
    for n in 0..200 {
        fork.append(leaf(5000 + n));
    }
    assert_eq!(ask(&mut fork, 300, 300, vec![]).judge(&key, &next), Answer::Fork(300), "another tree of the same size");
    let proof = consistency(&mut fork.read(350), 300, 350).unwrap();
    assert_eq!(ask(&mut fork, 300, 350, proof).judge(&key, &next), Answer::Inconsistent, "another tree that goes on");
}

#[test]
fn a_witness_knows_one_log_by_its_key() {
    let mut log = Log::of(10);
    let good = ask(&mut log, 0, 10, vec![]);
    let other = Signer::log("log.example/doorstep", &[2; 32]).unwrap();
    assert_eq!(good.judge(other.verifier(), &Seen::nothing()), Answer::Forbidden);
    let unknown = Signer::log("other.example", &[1; 32]).unwrap();
    assert_eq!(good.judge(unknown.verifier(), &Seen::nothing()), Answer::Unknown);
    assert_eq!([good.judge(unknown.verifier(), &Seen::nothing()).status(), Answer::Conflict(1).status()], [404, 409]);
}

#[test]
fn an_empty_log_has_the_empty_root() {
    let wrong = Checkpoint::new("log.example/doorstep", 0, Hash([1; 32])).sign(&log_key());
    let ask = AddCheckpoint { old: 0, proof: vec![], checkpoint: wrong };
    assert!(!matches!(ask.judge(log_key().verifier(), &Seen::nothing()), Answer::Cosign(_)));
}
