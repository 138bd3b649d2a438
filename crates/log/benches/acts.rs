//! Acts with their leaf per second, beside bare durable inserts of one row in the same run.
//!
//! `cargo bench -p doorstep-log --bench acts -- sqlite:/tmp/empty.db postgres://…/empty [16x1 …]`: `16x1` is sixteen clients with one act a
//! transaction.

use doorstep_log::{NoAnchor, Round, Sequencer, Settings};
use doorstep_policy::{Purpose, Subject, decide};
use doorstep_register::world::{Clock, Random, new_id};
use doorstep_register::{Actor, Identity, Name, Names, PersonId, Record, What};
use doorstep_storage::{ActRow, FileKeys, LeafRow, OpenError, Sealed, Store, TxError, Vault, write};
use doorstep_storage_pg::Postgres;
use doorstep_storage_sqlite::Sqlite;
use doorstep_tlog::Signer;
use jiff::Timestamp;
use rustix::time::{ClockId, clock_gettime};
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::{BuildHasher, Hasher};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long one rate is taken.
const TIME: Duration = Duration::from_secs(2);

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn now() -> Instant {
    Instant::now()
}

struct Present;

impl Clock for Present {
    #[expect(clippy::disallowed_methods, reason = "a bench runs in the present")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A counter under SipHash with the process's own key: different in each run, and quick enough not to be what is measured.
struct Chance(RandomState, AtomicU64);

impl Random for Chance {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let mut hasher = self.0.build_hasher();
            hasher.write_u64(self.1.fetch_add(1, Ordering::Relaxed));
            chunk.copy_from_slice(&hasher.finish().to_be_bytes()[..chunk.len()]);
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Refused(String);

impl From<OpenError> for Refused {
    fn from(error: OpenError) -> Self {
        Refused(error.to_string())
    }
}

fn said(error: TxError<Refused>) -> String {
    error.to_string()
}

/// One person, as whoever appends to their record knows them.
#[derive(Clone)]
struct Known {
    record: Record,
    seq: u32,
}

/// What this process has computed, all threads together; not what a server beside it has.
fn computed() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// How quickly something goes.
#[derive(Clone, Copy)]
struct Rate {
    /// So many a second, by the clock on the wall.
    second: f64,
    /// So many microseconds computed for each.
    micros: f64,
}

impl Rate {
    fn mean(self, other: Rate) -> Rate {
        Rate { second: (self.second + other.second) / 2.0, micros: (self.micros + other.micros) / 2.0 }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.0}/s ({:.0} µs)", self.second, self.micros)
    }
}

/// What one transaction does for each of its people.
#[derive(Clone, Copy)]
enum Work {
    /// Inserts a bare row of 33 bytes, one statement each.
    Bare,
    /// Appends an unsealed act of 600 bytes with its leaf, by the engine alone.
    Entry,
    /// Appends an act by the vault: chained, sealed, with its leaf.
    Act,
}

struct Bench {
    store: Arc<dyn Store>,
    vault: Vault,
    random: Arc<Chance>,
}

impl Bench {
    async fn people(&self, count: usize) -> Outcome<Vec<Known>> {
        let mut people = Vec::new();
        for _ in 0..count {
            let vault = self.vault.clone();
            let person = write(&*self.store, "bench.person", move |tx| {
                let vault = vault.clone();
                Box::pin(async move { Ok(vault.add_person(tx, Present.now()).await?) })
            });
            let person: PersonId = person.await.map_err(said)?;
            let grant = decide(&Subject::Resident { person, household: vec![] }, person, Purpose::Own, Present.now());
            let (vault, grant) = (self.vault.clone(), grant.map_err(|refusal| format!("{refusal:?}"))?);
            let introduced = write(&*self.store, "bench.introduce", move |tx| {
                let (vault, grant) = (vault.clone(), grant.clone());
                Box::pin(async move {
                    let mut record = vault.open(tx, &grant, Present.now()).await?.record;
                    let names = Names { passport: Name::parse("Dilnoza Testova").ok(), ..Names::default() };
                    let identity = Identity { names, birth: None, citizenship: None, document: None };
                    vault.append(tx, &mut record, Actor::Person, What::Introduced { identity }, Present.now()).await?;
                    Ok(record)
                })
            });
            people.push(Known { record: introduced.await.map_err(said)?, seq: 1 });
        }
        Ok(people)
    }

    /// One transaction for all these people.
    async fn batch(&self, people: &mut [Known], what: Work) -> Outcome<()> {
        let (given, vault, random) = (people.to_vec(), self.vault.clone(), Arc::clone(&self.random));
        let done = write(&*self.store, "bench.batch", move |tx| {
            let (mut people, vault, random) = (given.clone(), vault.clone(), Arc::clone(&random));
            Box::pin(async move {
                let (now, id) = (Present.now(), || new_id(Present.now(), &*random));
                let leaf = || LeafRow { id: id(), leaf: [1; 33] };
                people.iter_mut().for_each(|known| known.seq += 1);
                match what {
                    Work::Bare => {
                        for _ in &people {
                            tx.add_leaf(&leaf()).await?;
                        }
                    }
                    Work::Entry => {
                        let row = |Known { record, seq }: &Known| ActRow {
                            person: record.person,
                            seq: *seq,
                            sealed: Sealed::from_stored(vec![7; 600]),
                        };
                        let rows: Vec<_> = people.iter().map(|known| (row(known), leaf())).collect();
                        tx.append_acts(&rows).await?;
                    }
                    Work::Act => {
                        let contact = || What::Contacted { contact: Default::default() };
                        let acts = people.iter_mut().map(|known| (&mut known.record, Actor::Person, contact()));
                        vault.append_all(tx, acts.collect(), now).await?;
                    }
                }
                Ok(people)
            })
        });
        people.clone_from_slice(&done.await.map_err(said)?);
        Ok(())
    }

    /// How many, by so many clients with batches of such a size.
    async fn rate(self: &Arc<Self>, (clients, size): (usize, usize), what: Work) -> Outcome<Rate> {
        let mut ready = Vec::new();
        for _ in 0..clients {
            ready.push(self.people(size).await?);
        }
        let (start, before) = (now(), computed());
        let running: Vec<_> = ready
            .into_iter()
            .map(|mut people| {
                let this = Arc::clone(self);
                tokio::spawn(async move {
                    let mut done = 0;
                    while start.elapsed() < TIME {
                        this.batch(&mut people, what).await?;
                        done += size;
                    }
                    Outcome::Ok(done)
                })
            })
            .collect();
        let mut total = 0;
        for client in running {
            total += client.await??;
        }
        let (wall, computed) = (start.elapsed().as_secs_f64(), (computed() - before).as_secs_f64());
        Ok(Rate { second: total as f64 / wall, micros: computed * 1e6 / total as f64 })
    }
}

/// Sequences once a second, as the site does, until it is told to stop. Answers the longest round, and the most leaves that one took.
async fn sequence(sequencer: Sequencer, stop: Arc<AtomicBool>) -> Outcome<(Duration, u32)> {
    let (mut longest, mut most) = (Duration::ZERO, 0);
    let mut tick = tokio::time::interval(Duration::from_secs(1));
    while !stop.load(Ordering::Relaxed) {
        tick.tick().await;
        let start = now();
        if let Round::Signed { entries, .. } = sequencer.round().await? {
            (longest, most) = (longest.max(start.elapsed()), most.max(entries));
        }
    }
    Ok((longest, most))
}

/// What waits from the measurement before is not for the next.
async fn drained(sequencer: &Sequencer) -> Outcome<()> {
    while let Round::Signed { entries: 1.., .. } = sequencer.round().await? {}
    Ok(())
}

async fn measure(store: Arc<dyn Store>, shapes: &[(usize, usize)]) -> Outcome<()> {
    let random = Arc::new(Chance(RandomState::new(), AtomicU64::new(0)));
    let vault = Vault::new(Arc::new(FileKeys::new([7; 32])), Arc::clone(&random) as Arc<dyn Random>);
    let signer = Arc::new(Signer::log("bench.example", &[1; 32])?);
    let sequencer = Sequencer::new(
        Arc::clone(&store),
        Arc::new(Present),
        Arc::clone(&random) as Arc<dyn Random>,
        signer,
        Arc::new(NoAnchor),
        Settings::default(),
    );
    println!("{}", store.engine());
    let bench = Arc::new(Bench { store, vault, random });
    for at in shapes {
        let bare = bench.rate(*at, Work::Bare).await?;
        let entry = bench.rate(*at, Work::Entry).await?;
        drained(&sequencer).await?;
        let stop = Arc::new(AtomicBool::new(false));
        let sequenced = tokio::spawn(sequence(sequencer.clone(), Arc::clone(&stop)));
        let act = bench.rate(*at, Work::Act).await?;
        stop.store(true, Ordering::Relaxed);
        let (longest, most) = sequenced.await??;
        drained(&sequencer).await?;
        let bare = bare.mean(bench.rate(*at, Work::Bare).await?);
        drained(&sequencer).await?;
        println!(
            "{:>3} clients, {:>4} a transaction: bare {bare}, entry with leaf {entry}: {:.2} of bare, acts by the vault {act}: {:.2} of bare; longest round {longest:.0?}, {most} leaves",
            at.0,
            at.1,
            entry.second / bare.second,
            act.second / bare.second,
        );
    }
    Ok(())
}

async fn open(url: &str) -> Outcome<Arc<dyn Store>> {
    Ok(match url.strip_prefix("sqlite:") {
        Some(path) => Arc::new(Sqlite::open(Path::new(path)).await?),
        None => Arc::new(Postgres::connect(url, 32).await?),
    })
}

/// `16x1`: sixteen clients, each with one act a transaction.
fn shape(argument: &str) -> Option<(usize, usize)> {
    let (clients, size) = argument.split_once('x')?;
    Some((clients.parse().ok()?, size.parse().ok()?))
}

#[tokio::main]
async fn main() -> Outcome<()> {
    // `cargo bench` adds an option of its own.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let mut shapes: Vec<_> = arguments.iter().filter_map(|argument| shape(argument)).collect();
    if shapes.is_empty() {
        shapes = vec![(1, 1), (1, 16), (1, 100), (1, 1000), (16, 1), (64, 1)];
    }
    for url in arguments.iter().filter(|argument| shape(argument).is_none()) {
        measure(open(url).await?, &shapes).await?;
    }
    Ok(())
}
