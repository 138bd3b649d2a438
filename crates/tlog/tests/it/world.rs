//! A log in memory, keys of known bytes, and a number that looks like chance.

use doorstep_tlog::*;
use std::collections::BTreeMap;

/// A log that keeps every tile.
pub struct Log {
    pub frontier: Frontier,
    pub tiles: BTreeMap<(Level, u64), Vec<u8>>,
    pub leaves: Vec<Leaf>,
}

impl Log {
    pub fn of(leaves: u64) -> Log {
        let frontier = Frontier::load(0, |_| None).unwrap();
        let mut log = Log { frontier, tiles: BTreeMap::new(), leaves: Vec::new() };
        log.grow(leaves);
        log
    }

    pub fn grow(&mut self, leaves: u64) {
        for _ in 0..leaves {
            self.append(leaf(self.frontier.size()));
        }
    }

    pub fn append(&mut self, leaf: Leaf) {
        self.frontier.append(&leaf);
        self.leaves.push(leaf);
    }

    /// Stores what changed and loads the edge anew, as a database does between two batches.
    pub fn store(&mut self) {
        for (id, bytes) in self.frontier.changed() {
            self.tiles.insert((id.level, id.number), bytes);
        }
        let tiles = &self.tiles;
        self.frontier = Frontier::load(self.frontier.size(), |id| tiles.get(&(id.level, id.number)).cloned()).unwrap();
    }

    pub fn read(&mut self, size: u64) -> Tiles {
        self.store();
        let mut tiles = Tiles::new(size);
        for (&(level, number), bytes) in &self.tiles {
            if let Some(id) = TileId::at(level, number, size) {
                tiles.add(id, bytes.clone());
            }
        }
        tiles
    }

    pub fn root(&mut self, size: u64) -> Hash {
        root(&mut self.read(size), size).unwrap()
    }
}

/// The n-th leaf of every test.
pub fn leaf(n: u64) -> Leaf {
    commit(Kind::Entry, &[7; SALT], &n.to_be_bytes())
}

pub fn log_key() -> Signer {
    Signer::log("log.example/doorstep", &[1; 32]).unwrap()
}

pub fn witness_key(n: u8) -> Signer {
    Signer::witness(&format!("witness.example/w{n}"), &[100 + n; 32]).unwrap()
}

/// A checkpoint of a size, signed and cosigned by `witnesses` at `time`.
pub fn cosigned(log: &mut Log, size: u64, witnesses: &[u8], time: u64) -> Note {
    let mut note = Checkpoint::new("log.example/doorstep", size, log.root(size)).sign(&log_key());
    for &n in witnesses {
        note.signatures.push(cosign(&witness_key(n), time, &note.text));
    }
    note
}

pub fn policy(quorum: usize) -> Policy {
    let witnesses = (1..=3).map(|n| witness_key(n).verifier().clone()).collect();
    Policy::new(log_key().verifier().clone(), witnesses, quorum).unwrap()
}

/// A sequence without end that is the same in each run (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}
