//! A log in memory in which one person's entries stand among others, and the file that tells of them.

use doorstep_tlog::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::convert::Infallible;

pub const PERSON: [u8; 16] = [9; 16];
/// 2026-09-21T14:13:20Z.
const START: i64 = 1_790_000_000;
const ORIGIN: &str = "log.example/doorstep";

pub fn log_key() -> Signer {
    Signer::log(ORIGIN, &[1; 32]).unwrap()
}

pub fn witness_key(n: u8) -> Signer {
    Signer::witness(&format!("witness.example/w{n}"), &[100 + n; 32]).unwrap()
}

/// The line of keys, with the witnesses of these numbers.
pub fn keys(witnesses: &[u8]) -> String {
    let witnesses: String = witnesses.iter().map(|&n| format!(" --witness {}", witness_key(n).verifier())).collect();
    format!("--key {}{witnesses}", log_key().verifier())
}

/// One entry as it is written into the log.
#[derive(Clone)]
pub struct Written {
    pub chain: Chain,
    pub seq: u32,
    pub person: [u8; 16],
    /// The moment that it claims, in seconds of the story. The n-th entry is in the log from second 10·n to 10·n + 10.
    pub at: i64,
    /// Which entry of the story it names as the one before.
    pub previous: Option<usize>,
    /// The number that people read in it.
    pub inside: u32,
}

/// The n-th entry, honestly written.
pub fn honest(n: usize, chain: Chain, seq: u32, previous: Option<usize>) -> Written {
    Written { chain, seq, person: PERSON, at: 10 * n as i64 + 4, previous, inside: seq }
}

/// One act, then three looks.
pub fn plain() -> Vec<Written> {
    vec![
        honest(0, Chain::Acts, 1, None),
        honest(1, Chain::Looks, 1, None),
        honest(2, Chain::Looks, 2, Some(1)),
        honest(3, Chain::Looks, 3, Some(2)),
    ]
}

pub fn opening(written: &Written, salt: u8, previous: Option<Leaf>) -> Opening {
    let at = jiff::Timestamp::from_second(START + written.at).unwrap();
    let body = format!(r#"{{"seq":{},"at":"{at}","purpose":"late_reason"}}"#, written.inside);
    let Written { chain, seq, person, .. } = *written;
    let statement = Statement { chain, seq, person, at: at.as_microsecond(), previous, body };
    Opening { salt: [salt; SALT], canonical: statement.to_string().into_bytes() }
}

struct Leaves(Vec<Leaf>);

impl Nodes for Leaves {
    type Error = Infallible;
    fn node(&mut self, level: u8, index: u64) -> Result<Hash, Infallible> {
        if level == 0 {
            return Ok(leaf_hash(&self.0[index as usize].0));
        }
        Ok(node_hash(&self.node(level - 1, 2 * index)?, &self.node(level - 1, 2 * index + 1)?))
    }
}

impl Leaves {
    fn noise(&mut self, count: usize) {
        for _ in 0..count {
            self.0.push(commit(Kind::Entry, &[7; SALT], &self.0.len().to_be_bytes()));
        }
    }

    /// The head over everything so far, cosigned by two witnesses at a second of the story.
    fn head(&mut self, second: i64) -> Note {
        let size = self.0.len() as u64;
        let mut note = Checkpoint::new(ORIGIN, size, root(self, size).unwrap()).sign(&log_key());
        for n in [1, 2] {
            note.signatures.push(cosign(&witness_key(n), (START + second) as u64, &note.text));
        }
        note
    }
}

/// The history as a file, every entry under the first head after it.
pub fn told(story: &[Written]) -> Value {
    let mut leaves = Leaves(Vec::new());
    let mut openings: Vec<Opening> = Vec::new();
    let (mut acts, mut looks) = (Vec::new(), Vec::new());
    leaves.noise(5);
    for (n, written) in story.iter().enumerate() {
        let before = leaves.head(10 * n as i64);
        leaves.noise(4);
        let index = leaves.0.len() as u64;
        let opening = opening(written, n as u8, written.previous.map(|n| openings[n].leaf()));
        leaves.0.push(opening.leaf());
        leaves.noise(5);
        let checkpoint = leaves.head(10 * n as i64 + 10);
        let hashes = inclusion(&mut leaves, index, index + 6).unwrap();
        let proof = Proof { extra: Some(opening.to_bytes()), index, hashes, checkpoint };
        let entry = json!({ "proof": proof.to_string(), "before": before.to_string() });
        if written.chain == Chain::Acts {
            acts.push(entry)
        } else {
            looks.push(entry)
        }
        openings.push(opening);
    }
    json!({
        "format": "doorstep.history.1",
        "person": uuid::Uuid::from_bytes(PERSON),
        "act_count": acts.len(),
        "look_count": looks.len(),
        "act_waiting": 0,
        "look_waiting": 0,
        "acts": acts,
        "looks": looks,
    })
}

#[derive(Serialize, Deserialize)]
struct EntryText {
    proof: String,
    before: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct HistoryText {
    format: String,
    person: String,
    act_count: u32,
    look_count: u32,
    #[serde(default)]
    act_waiting: u32,
    #[serde(default)]
    look_waiting: u32,
    acts: Vec<EntryText>,
    looks: Vec<EntryText>,
}

/// The file's text, in the order in which `service` writes it. (A `Value` keeps an order only where some other crate asks for it.)
pub fn text(history: &Value) -> String {
    serde_json::to_string(&serde_json::from_value::<HistoryText>(history.clone()).unwrap()).unwrap()
}

/// What bytes say, whichever of the ways they have of saying it; `None` if they are no history.
pub fn meaning(file: &[u8]) -> Option<String> {
    serde_json::to_string(&serde_json::from_slice::<HistoryText>(file).ok()?).ok()
}

/// Puts another opening into the proof of a look, as somebody does who cannot change the log any more.
pub fn reopen(history: &mut Value, look: usize, edit: impl Fn(&mut Statement)) {
    let proof = &mut history["looks"][look]["proof"];
    let mut file = Proof::parse(proof.as_str().unwrap()).unwrap();
    let mut opening = Opening::parse(&file.extra.unwrap()).unwrap();
    let mut statement = Statement::parse(&opening.canonical).unwrap();
    edit(&mut statement);
    opening.canonical = statement.to_string().into_bytes();
    file.extra = Some(opening.to_bytes());
    *proof = Value::String(file.to_string());
}
