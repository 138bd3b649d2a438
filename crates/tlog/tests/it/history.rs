//! One person's history, and an operator who would like it to be another.

use crate::world::{Dice, Log, cosigned, policy};
use doorstep_tlog::*;

const PERSON: [u8; 16] = [9; 16];
const START: u64 = 1_790_000_000;

/// Three looks of one person among other leaves, ten seconds apart, and a cosigned checkpoint after each second.
struct Told {
    log: Log,
    openings: Vec<(u64, Opening)>,
}

fn statement(seq: u32, at: u64, previous: Option<Leaf>) -> Statement {
    let body = format!(r#"{{"seq":{seq},"purpose":"late_reason"}}"#);
    Statement { chain: Chain::Looks, seq, person: PERSON, at: at as i64 * 1_000_000, previous, body }
}

fn told(times: [u64; 3]) -> Told {
    let mut told = Told { log: Log::of(5), openings: Vec::new() };
    let mut previous = None;
    for (number, at) in (1u32..).zip(times) {
        told.log.grow(4);
        let canonical = statement(number, START + at, previous).to_string().into_bytes();
        let opening = Opening { salt: [number as u8; SALT], canonical };
        previous = Some(opening.leaf());
        told.openings.push((told.log.frontier.size(), opening.clone()));
        told.log.append(opening.leaf());
        told.log.grow(5);
    }
    told
}

impl Told {
    /// The n-th entry's proof under a checkpoint, and the checkpoint before: the tree has 5 + 10·k leaves from second 10·k on.
    fn proof(&mut self, n: usize) -> (Proof, Note) {
        let (index, opening) = self.openings[n].clone();
        let (before, size) = (5 + 10 * n as u64, 15 + 10 * n as u64);
        let hashes = inclusion(&mut self.log.read(size), index, size).unwrap();
        let checkpoint = cosigned(&mut self.log, size, &[1, 2, 3], START + 10 * (n as u64 + 1));
        let earlier = cosigned(&mut self.log, before, &[1, 2, 3], START + 10 * n as u64);
        (Proof { extra: Some(opening.to_bytes()), index, hashes, checkpoint }, earlier)
    }

    fn check(&mut self, n: usize) -> Result<(Statement, Leaf, Timing), EntryError> {
        let (proof, before) = self.proof(n);
        check_entry(&policy(2), &proof, Some(&before), 60)
    }
}

#[test]
fn a_whole_history_is_shown_to_be_whole() {
    let mut told = told([4, 14, 24]);
    let mut entries = Vec::new();
    for n in 0..3 {
        let (statement, leaf, timing) = told.check(n).unwrap();
        let from = START + 10 * n as u64;
        assert_eq!(timing, Timing::Between { from, to: from + 10 });
        entries.push((statement, leaf));
    }
    assert_eq!(check_chain(Chain::Looks, PERSON, &entries, 3), Ok(()));
    assert_eq!(check_chain(Chain::Looks, PERSON, &entries, 4), Err(ChainError::Short { said: 4, found: 3 }));
    assert_eq!(check_chain(Chain::Looks, PERSON, &entries[1..], 2), Err(ChainError::Gap(1)), "the first was removed");
    let left_out = [entries[0].clone(), entries[2].clone()];
    assert_eq!(check_chain(Chain::Looks, PERSON, &left_out, 2), Err(ChainError::Gap(2)), "one between was removed");
    let mut renumbered = left_out.clone();
    renumbered[1].0.seq = 2;
    assert_eq!(check_chain(Chain::Looks, PERSON, &renumbered, 2), Err(ChainError::Broken(2)), "and the rest renumbered");
    assert_eq!(check_chain(Chain::Looks, [8; 16], &entries, 3), Err(ChainError::Stranger(1)));
    assert_eq!(check_chain(Chain::Acts, PERSON, &entries, 3), Err(ChainError::Stranger(1)));
}

#[test]
fn a_moment_that_the_witnesses_contradict() {
    assert_eq!(told([4, 2, 24]).check(1).unwrap().2, Timing::BackDated { from: START + 10 });
    assert_eq!(told([4, 30, 34]).check(1).unwrap().2, Timing::PostDated { to: START + 20 });
    assert!(matches!(told([4, 6, 24]).check(1).unwrap().2, Timing::Between { .. }), "clocks may differ by five seconds");
}

#[test]
fn checkpoints_far_apart_say_too_little() {
    let mut told = told([4, 14, 24]);
    let (proof, before) = told.proof(1);
    assert_eq!(check_entry(&policy(2), &proof, Some(&before), 9).unwrap().2, Timing::TooWide { from: Some(START + 10), to: START + 20 });
    assert_eq!(check_entry(&policy(2), &proof, None, 60).unwrap().2, Timing::TooWide { from: None, to: START + 20 });
    let after = told.proof(2).1;
    assert_eq!(check_entry(&policy(2), &proof, Some(&after), 60), Err(EntryError::NotBefore));
    let nobody = Policy::new(policy(1).log().clone(), vec![], 0).unwrap();
    assert_eq!(check_entry(&nobody, &proof, Some(&before), 60).unwrap().2, Timing::Unwitnessed);
}

#[test]
fn another_opening_is_not_in_the_log() {
    let mut told = told([4, 14, 24]);
    let (proof, before) = told.proof(1);
    let other = Opening { salt: [2; SALT], canonical: statement(2, START + 15, None).to_string().into_bytes() };
    let edited = Proof { extra: Some(other.to_bytes()), ..proof.clone() };
    assert_eq!(check_entry(&policy(2), &edited, Some(&before), 60), Err(EntryError::Proof(ProofError::Root)));
    let unopened = Proof { extra: None, ..proof };
    assert_eq!(check_entry(&policy(2), &unopened, Some(&before), 60), Err(EntryError::Unopened));
}

/// Of all single-byte changes of a proof file, none leaves it standing with other content. (A change inside a cosignature that is not needed
/// would leave it true; here all are needed.)
#[test]
fn one_changed_byte_of_a_proof_file_is_never_overlooked() {
    let mut told = told([4, 14, 24]);
    let (proof, before) = told.proof(1);
    let file = proof.to_string().into_bytes();
    let all = policy(3);
    let sound = |file: &[u8]| {
        let proof = Proof::parse(std::str::from_utf8(file).ok()?).ok()?;
        check_entry(&all, &proof, Some(&before), 60).ok()
    };
    assert!(sound(&file).is_some());
    assert!(file.len() <= 3000, "{}", file.len());
    let mut dice = Dice(2);
    for place in 0..file.len() {
        for _ in 0..4 {
            let mut changed = file.clone();
            changed[place] ^= 1 + dice.below(255) as u8;
            assert_eq!(sound(&changed), None, "byte {place}");
        }
    }
}
