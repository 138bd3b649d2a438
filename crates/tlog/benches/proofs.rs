//! Proofs in a log of ten million leaves, and checking one.
//!
//! `cargo bench -p doorstep-tlog`

use doorstep_tlog::*;
use rustix::time::{ClockId, clock_gettime};
use std::hint::black_box;
use std::time::Duration;

const SIZE: u64 = 10_000_000;
const TIMES: u64 = 2_000;

/// How long this thread was computing: what other programs took of the processor meanwhile does not count.
fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

fn each(name: &str, times: u64, mut run: impl FnMut(u64)) -> Duration {
    let start = now();
    (0..times).for_each(&mut run);
    let one = (now() - start) / u32::try_from(times).expect("few");
    println!("{name:48} {one:>12.2?} each, {:>12.0} a second", 1.0 / one.as_secs_f64());
    one
}

fn main() {
    let mut frontier = Frontier::load(0, |_| None).expect("an empty tree");
    let mut leaf = [1; 33];
    each("append a leaf", SIZE, |n| {
        leaf[1..9].copy_from_slice(&n.to_be_bytes());
        frontier.append(&Leaf(leaf));
    });
    let root = frontier.root();
    let mut tiles = Tiles::new(SIZE);
    let stored = frontier.changed();
    for (id, bytes) in &stored {
        tiles.add(*id, bytes.clone());
    }
    // A stride without a common factor reaches places all over the tree.
    let place = |n: u64| n * 7_919_993 % SIZE;
    each("make an inclusion proof out of its tiles alone", TIMES, |n| {
        let mut needed = Tiles::new(SIZE);
        for id in tiles_needed(SIZE, &[place(n)], &[]).expect("a place in the tree") {
            needed.add(id, stored[&id].clone());
        }
        black_box(inclusion(&mut needed, place(n), SIZE)).expect("a proof");
    });
    each("make an inclusion proof among others", TIMES, |n| {
        black_box(inclusion(&mut tiles, place(n), SIZE)).expect("a proof");
    });
    each("make a consistency proof out of its tiles alone", TIMES, |n| {
        let mut needed = Tiles::new(SIZE);
        for id in tiles_needed(SIZE, &[], &[place(n) + 1]).expect("a size of the tree") {
            needed.add(id, stored[&id].clone());
        }
        black_box(consistency(&mut needed, place(n) + 1, SIZE)).expect("a proof");
    });
    let proof = inclusion(&mut tiles, 5_000_000, SIZE).expect("a proof");
    leaf[1..9].copy_from_slice(&5_000_000u64.to_be_bytes());
    let hash = leaf_hash(&leaf);
    each("check an inclusion proof", TIMES, |_| check_inclusion(&hash, 5_000_000, SIZE, &proof, &root).expect("it holds"));
    let log = Signer::log("log.example", &[1; 32]).expect("a name");
    let mut note = Checkpoint::new("log.example", SIZE, root).sign(&log);
    let witnesses: Vec<Signer> = (2..5).map(|n| Signer::witness(&format!("w{n}.example"), &[n; 32]).expect("a name")).collect();
    witnesses.iter().for_each(|witness| note.signatures.push(cosign(witness, 1, &note.text)));
    let policy = Policy::new(log.verifier().clone(), witnesses.iter().map(|w| w.verifier().clone()).collect(), 3).expect("a policy");
    each("check a checkpoint with 3 cosignatures", TIMES, |_| drop(black_box(policy.check(&note)).expect("it holds")));
    let opening = Opening { salt: [7; SALT], canonical: vec![b'x'; 500] };
    let file = Proof { extra: Some(opening.to_bytes()), index: 5_000_000, hashes: proof, checkpoint: note }.to_string();
    println!("{:48} {:>12} bytes", "proof file, record of 500 bytes", file.len());
}
