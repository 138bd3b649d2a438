//! A town with an SQLite file, a clock that is set by hand, chance that repeats itself, and three witnesses in memory.

use async_trait::async_trait;
use doorstep_log::*;
use doorstep_register::world::{Clock, Random};
use doorstep_storage::{LeafRow, Store, Tx, TxError};
use doorstep_storage_sqlite::Sqlite;
use doorstep_tlog::*;
use futures::future::BoxFuture;
use jiff::Timestamp;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

pub const START: i64 = 1_790_000_000;

#[derive(Default)]
pub struct Hand(pub AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::new(START + self.0.load(Ordering::Relaxed), 0).unwrap()
    }
}

/// SplitMix64.
#[derive(Default)]
pub struct Dice(AtomicU64);

impl Dice {
    pub fn below(&self, n: u64) -> u64 {
        let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n
    }
}

impl Random for Dice {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.iter_mut().for_each(|byte| *byte = self.below(256) as u8);
    }
}

pub struct Town {
    pub folder: tempfile::TempDir,
    pub store: Arc<dyn Store>,
    pub clock: Arc<Hand>,
    pub sequencer: Sequencer,
}

pub fn log_key() -> Signer {
    Signer::log("log.example/doorstep", &[1; 32]).unwrap()
}

pub fn sequencer(store: &Arc<dyn Store>, clock: &Arc<Hand>, anchor: Arc<dyn Anchor>) -> Sequencer {
    let (store, clock) = (Arc::clone(store), Arc::clone(clock));
    // Each sequencer has chance of its own, and with it a name of its own.
    static SEEDS: AtomicU64 = AtomicU64::new(1);
    let dice = Dice(AtomicU64::new(SEEDS.fetch_add(1, Ordering::Relaxed) << 32));
    Sequencer::new(store, clock, Arc::new(dice), Arc::new(log_key()), anchor, Settings::default())
}

impl Town {
    pub async fn new() -> Town {
        let folder = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(&folder.path().join("doorstep.db")).await.unwrap());
        let clock = Arc::new(Hand::default());
        let sequencer = sequencer(&store, &clock, Arc::new(NoAnchor));
        Town { folder, store, clock, sequencer }
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.0.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Something happened: a leaf waits.
    pub async fn leaves(&self, numbers: std::ops::Range<u64>) {
        self.write(move |tx| {
            let numbers = numbers.clone();
            Box::pin(async move {
                for n in numbers {
                    tx.add_leaf(&LeafRow { id: id(n), leaf: leaf(n).0 }).await?;
                }
                Ok(())
            })
        })
        .await;
    }

    pub async fn write<T: Send + 'static>(
        &self,
        work: impl for<'t> Fn(&'t mut dyn Tx) -> BoxFuture<'t, Result<T, TxError<LogError>>> + Send + Sync + 'static,
    ) -> T {
        doorstep_storage::write(&*self.store, "test", work).await.map_err(LogError::from).unwrap()
    }

    pub async fn numbered(&self, n: u64) -> Option<u64> {
        self.write(move |tx| Box::pin(async move { Ok(tx.leaf_number(id(n)).await?) })).await
    }

    /// Writes all that the log serves into a folder, as a mirror would.
    pub async fn mirror(&self, folder: &Path) -> u64 {
        let (note, size) = self
            .write(|tx| {
                Box::pin(async move {
                    let row = tx.checkpoint_up_to(u64::MAX, 0).await?.unwrap();
                    Ok((format!("{}{}", row.note, row.cosignatures), row.size))
                })
            })
            .await;
        put(folder, "checkpoint", note.as_bytes());
        for id in TileId::grown(0, size) {
            let bytes = self.write(move |tx| Box::pin(async move { Ok(served(tx, id).await?) })).await;
            put(folder, &id.to_string(), &bytes.unwrap_or_default());
        }
        size
    }

    /// Does something to the file that no program of ours would do.
    pub fn sql(&self, statement: &str) {
        let db = self.folder.path().join("doorstep.db");
        let done = std::process::Command::new("python3")
            .args(["-c", "import sqlite3,sys; d=sqlite3.connect(sys.argv[1], timeout=10); d.execute(sys.argv[2]); d.commit()"])
            .arg(db)
            .arg(statement)
            .status()
            .unwrap();
        assert!(done.success(), "{statement}");
    }
}

fn put(folder: &Path, path: &str, bytes: &[u8]) {
    let file = folder.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, bytes).unwrap();
}

pub fn id(n: u64) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(n))
}

pub fn leaf(n: u64) -> Leaf {
    commit(Kind::Entry, &[7; SALT], &n.to_be_bytes())
}

pub fn nobody() -> Policy {
    Policy::new(log_key().verifier().clone(), vec![], 0).unwrap()
}

/// Three witnesses behind `https://w1` to `https://w3`.
pub struct Witnesses {
    seen: Mutex<[Seen; 3]>,
    clock: Arc<Hand>,
}

fn witness_key(n: usize) -> Signer {
    Signer::witness(&format!("w{}.example", n + 1), &[100 + n as u8; 32]).unwrap()
}

impl Witnesses {
    pub fn new(clock: &Arc<Hand>) -> Arc<Witnesses> {
        Arc::new(Witnesses { seen: Mutex::new([Seen::nothing(); 3]), clock: Arc::clone(clock) })
    }

    pub fn known() -> [Witness; 3] {
        [0, 1, 2].map(|n| Witness::new(witness_key(n).verifier().clone(), &format!("https://w{}/", n + 1)))
    }

    pub fn policy(quorum: usize) -> Policy {
        let keys = (0..3).map(|n| witness_key(n).verifier().clone()).collect();
        Policy::new(log_key().verifier().clone(), keys, quorum).unwrap()
    }
}

#[async_trait]
impl Wire for Witnesses {
    async fn post(&self, url: &str, body: String) -> Result<(u16, String), WireError> {
        let n = match url {
            "https://w1/add-checkpoint" => 0,
            "https://w2/add-checkpoint" => 1,
            "https://w3/add-checkpoint" => 2,
            other => return Err(WireError(format!("nobody at {other}"))),
        };
        let mut seen = self.seen.lock().unwrap();
        let ask = AddCheckpoint::parse(&body).unwrap();
        let answer = ask.judge(log_key().verifier(), &seen[n]);
        Ok(match answer {
            Answer::Cosign(now) => {
                seen[n] = now;
                let time = self.clock.now().as_second() as u64;
                (200, cosign(&witness_key(n), time, &ask.checkpoint.text).to_string())
            }
            Answer::Conflict(size) | Answer::Fork(size) => (409, format!("{size}\n")),
            other => (other.status(), String::new()),
        })
    }
}
