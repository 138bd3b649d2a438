//! A town on either engine, a clock that is set by hand, chance that repeats itself, and three witnesses in memory.

use crate::server::Scratch;
use async_trait::async_trait;
use doorstep_log::*;
use doorstep_register::world::{Clock, Random};
use doorstep_storage::{LeafRow, Store, Tx, TxError};
use doorstep_storage_pg::Postgres;
use doorstep_storage_sqlite::Sqlite;
use doorstep_tlog::*;
use futures::future::BoxFuture;
use jiff::Timestamp;
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use std::path::Path;
use std::str::FromStr;
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

/// Which engine a town runs on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    Sqlite,
    Postgresql,
}

/// `on_both! { case, … }`: each `async fn case(engine: Engine)` as a test of either engine.
macro_rules! on_both {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                super::$case($crate::world::Engine::Sqlite).await;
            })+
        }
        mod postgresql {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                super::$case($crate::world::Engine::Postgresql).await;
            })+
        }
    };
}
pub(crate) use on_both;

/// Where a town's rows lie. It goes with the town.
pub enum Home {
    File(tempfile::TempDir),
    Server(Arc<Postgres>, Option<Box<Scratch>>),
}

impl Home {
    async fn make(engine: Engine, case: &str) -> Option<(Home, Arc<dyn Store>)> {
        match engine {
            Engine::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let store = Arc::new(Sqlite::open(&file(&folder)).await.unwrap());
                Some((Home::File(folder), store))
            }
            Engine::Postgresql => {
                let scratch = Scratch::make(case).await?;
                let store = Arc::new(Postgres::connect(&scratch.url, 10).await.unwrap());
                Some((Home::Server(Arc::clone(&store), Some(Box::new(scratch))), store))
            }
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Home::Server(store, scratch) = self
            && let Some(scratch) = scratch.take()
        {
            let store = Arc::clone(store);
            tokio::task::block_in_place(|| {
                tokio::runtime::Handle::current().block_on(async {
                    store.close().await;
                    (*scratch).drop().await;
                })
            });
        }
    }
}

pub fn file(folder: &tempfile::TempDir) -> std::path::PathBuf {
    folder.path().join("doorstep.db")
}

pub struct Town {
    pub home: Home,
    pub store: Arc<dyn Store>,
    pub clock: Arc<Hand>,
    pub sequencer: Sequencer,
}

pub fn log_key() -> Signer {
    Signer::log("log.example/doorstep", &[1; 32]).unwrap()
}

pub fn sequencer(store: &Arc<dyn Store>, clock: &Arc<Hand>, anchor: Arc<dyn Anchor>) -> Sequencer {
    of_settings(store, clock, anchor, Settings::default())
}

/// A sequencer whose batches are never smaller.
pub fn with_floor(store: &Arc<dyn Store>, clock: &Arc<Hand>, floor: u32) -> Sequencer {
    of_settings(store, clock, Arc::new(NoAnchor), Settings { floor, ..Settings::default() })
}

fn of_settings(store: &Arc<dyn Store>, clock: &Arc<Hand>, anchor: Arc<dyn Anchor>, settings: Settings) -> Sequencer {
    let (store, clock) = (Arc::clone(store), Arc::clone(clock));
    // Each sequencer has chance of its own, and with it a name of its own.
    static SEEDS: AtomicU64 = AtomicU64::new(1);
    let dice = Dice(AtomicU64::new(SEEDS.fetch_add(1, Ordering::Relaxed) << 32));
    Sequencer::new(store, clock, Arc::new(dice), Arc::new(log_key()), anchor, settings)
}

impl Town {
    /// An empty town; `None`, said loudly, where there is no such engine.
    pub async fn on(engine: Engine, case: &str) -> Option<Town> {
        let (home, store) = Home::make(engine, case).await?;
        let clock = Arc::new(Hand::default());
        let sequencer = sequencer(&store, &clock, Arc::new(NoAnchor));
        Some(Town { home, store, clock, sequencer })
    }

    /// A copy of the database as it stands, under the same clock: what a back-up restores. Both have new sequencers, without a lease.
    pub async fn copied(&mut self, case: &str) -> Town {
        let (home, store): (Home, Arc<dyn Store>) = match &mut self.home {
            Home::File(folder) => {
                let copy = tempfile::tempdir().unwrap();
                for name in ["doorstep.db", "doorstep.db-wal"] {
                    if folder.path().join(name).exists() {
                        std::fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
                    }
                }
                let store = Arc::new(Sqlite::open(&file(&copy)).await.unwrap());
                (Home::File(copy), store)
            }
            Home::Server(store, scratch) => {
                let here = &scratch.as_ref().unwrap().url;
                let there = Scratch::make(case).await.expect("a server, as for the town itself");
                store.close().await;
                duplicate(here, &there.url).await;
                *store = Arc::new(Postgres::connect(here, 10).await.unwrap());
                self.store = Arc::clone(store) as Arc<dyn Store>;
                let copy = Arc::new(Postgres::connect(&there.url, 10).await.unwrap());
                (Home::Server(Arc::clone(&copy), Some(Box::new(there))), copy)
            }
        };
        self.sequencer = sequencer(&self.store, &self.clock, Arc::new(NoAnchor));
        let clock = Arc::clone(&self.clock);
        let sequencer = sequencer(&store, &clock, Arc::new(NoAnchor));
        Town { home, store, clock, sequencer }
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

    /// Does something to the rows that no program of ours would do.
    pub async fn sql(&self, statement: &str) {
        let sql = AssertSqlSafe(statement.to_owned());
        let done = match &self.home {
            Home::File(folder) => {
                let mut db = SqliteConnectOptions::new().filename(file(folder)).connect().await.unwrap();
                db.execute(sql).await.map(|done| done.rows_affected())
            }
            Home::Server(_, scratch) => scratch.as_ref().unwrap().connect().await.execute(sql).await.map(|done| done.rows_affected()),
        };
        assert!(done.unwrap() > 0, "{statement}");
    }

    /// Bytes as this engine's SQL writes them.
    pub fn literal(&self, bytes: &[u8]) -> String {
        let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        match self.home {
            Home::File(_) => format!("x'{hex}'"),
            Home::Server(..) => format!("'\\x{hex}'::bytea"),
        }
    }
}

/// The server copies a database that nobody is connected to, into one that is not there.
async fn duplicate(from: &str, to: &str) {
    let server = PgConnectOptions::from_str(from).unwrap().database("postgres");
    let named = |url: &str| PgConnectOptions::from_str(url).unwrap().get_database().unwrap().to_owned();
    let (from, to) = (named(from), named(to));
    let mut server = server.connect().await.unwrap();
    for sql in [format!("DROP DATABASE \"{to}\" WITH (FORCE)"), format!("CREATE DATABASE \"{to}\" TEMPLATE \"{from}\"")] {
        server.execute(AssertSqlSafe(sql)).await.unwrap();
    }
}

/// What a log serves, in memory.
pub struct Served(pub Vec<(String, Vec<u8>)>);

impl Source for Served {
    fn get(&self, path: &str) -> Result<Vec<u8>, Gone> {
        let found = self.0.iter().find(|(name, _)| name == path);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| Gone { path: path.to_owned(), why: "not there".to_owned() })
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
