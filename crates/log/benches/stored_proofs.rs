//! Proofs out of a stored log of ten million leaves and a million records, in SQLite: one entry, and one person's whole history.
//!
//! `cargo bench -p doorstep-log --bench stored_proofs`

use doorstep_log::{Prover, prove};
use doorstep_policy::{CaseFile, CaseKind, Grant, Officer, Purpose, Subject, decide};
use doorstep_register::world::Random;
use doorstep_register::{Actor, CaseId, Identity, Name, Names, Office, PersonId, StaffId, What};
use doorstep_storage::{CheckpointRow, FileKeys, OpenError, Store, Trace, Tx, TxError, Vault, read, write};
use doorstep_storage_sqlite::Sqlite;
use doorstep_tlog::*;
use futures::future::BoxFuture;
use jiff::Timestamp;
use rustix::time::{ClockId, clock_gettime};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Executor};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use uuid::Uuid;

const LEAVES: u64 = 10_000_000;
const ACTS: usize = 10;
const LOOKS: u32 = 20;
const TIMES: usize = 200;

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How long something took: by the clock on the wall, and of the processor, all threads together.
fn timed() -> (Instant, Duration) {
    #[expect(clippy::disallowed_methods, reason = "a bench measures time")]
    let wall = Instant::now();
    let time = clock_gettime(ClockId::ProcessCPUTime);
    (wall, Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0)))
}

/// Bytes that differ (SplitMix64).
struct Chance(AtomicU64);

impl Chance {
    fn next(&self) -> u64 {
        let mut z = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

impl Random for Chance {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.chunks_mut(8).for_each(|chunk| chunk.copy_from_slice(&self.next().to_be_bytes()[..chunk.len()]));
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

fn at() -> Timestamp {
    Timestamp::constant(1_790_000_000, 0)
}

fn own(person: PersonId) -> Outcome<Grant> {
    decide(&Subject::Resident { person, household: vec![] }, person, Purpose::Own, at()).map_err(|refusal| format!("{refusal:?}").into())
}

fn of_officer(person: PersonId) -> Outcome<Grant> {
    let (staff, office, id) = (StaffId(Uuid::from_u128(7)), Office("north".into()), CaseId(Uuid::from_u128(8)));
    let case =
        CaseFile { id, kind: CaseKind::LateReason, office: office.clone(), assigned_to: Some(staff), people: vec![person], open: true };
    let officer = Officer { staff, office, pseudonym: "O-7".into() };
    let subject = Subject::Officer(officer, Box::new(case));
    decide(&subject, person, Purpose::LateReason, at()).map_err(|refusal| format!("{refusal:?}").into())
}

struct Bench {
    store: Arc<dyn Store>,
    vault: Vault,
}

impl Bench {
    async fn write<T: Send + 'static>(
        &self,
        work: impl for<'t> Fn(&'t mut dyn Tx, Vault) -> BoxFuture<'t, Result<T, TxError<Refused>>> + Send + Sync + 'static,
    ) -> Outcome<T> {
        let vault = self.vault.clone();
        let done = write(&*self.store, "bench", move |tx| work(tx, vault.clone())).await;
        done.map_err(|error| error.to_string().into())
    }

    /// A person with acts and looks, whose leaves wait.
    async fn person(&self) -> Outcome<PersonId> {
        let person = self.write(|tx, vault| Box::pin(async move { Ok(vault.add_person(tx, at()).await?) })).await?;
        let (own, officer) = (own(person)?, of_officer(person)?);
        self.write(move |tx, vault| {
            let (own, officer) = (own.clone(), officer.clone());
            Box::pin(async move {
                let mut record = vault.open(tx, &own, at()).await?.record;
                let names = Names { passport: Name::parse("Dilnoza Testova").ok(), ..Names::default() };
                let identity = Identity { names, birth: None, citizenship: None, document: None };
                let contacted = std::iter::repeat_with(|| What::Contacted { contact: Default::default() });
                let acts = std::iter::once(What::Introduced { identity }).chain(contacted);
                for what in acts.take(ACTS) {
                    vault.append(tx, &mut record, Actor::Person, what, at()).await?;
                }
                for _ in 0..LOOKS {
                    vault.open(tx, &officer, at()).await?;
                }
                Ok(())
            })
        })
        .await?;
        Ok(person)
    }

    /// Gives the person's leaves places all over a log of other people's, stores its tiles, and signs heads shortly before and after each.
    async fn log(&self, chance: &Chance) -> Outcome<()> {
        let waiting = self.write(|tx, _| Box::pin(async move { Ok(tx.pending_leaves(1000).await?) })).await?;
        let stride = LEAVES / (waiting.len() as u64 + 1);
        let places: BTreeMap<u64, _> = (1..).map(|n| n * stride + chance.next() % 1000).zip(waiting).collect();
        let mut frontier = Frontier::load(0, |_| None)?;
        let mut other = Hash([0; 32]);
        while frontier.size() < LEAVES {
            match places.get(&frontier.size()) {
                Some(row) => frontier.append(&Leaf(row.leaf)),
                None => {
                    chance.fill(&mut other.0);
                    frontier.append_hash(other);
                }
            }
        }
        let (tiles, newest) = (frontier.changed(), frontier.root());
        drop(frontier);
        let mut held = Tiles::new(LEAVES);
        for chunk in tiles.into_iter().collect::<Vec<_>>().chunks(500) {
            chunk.iter().for_each(|(id, bytes)| held.add(*id, bytes.clone()));
            let chunk = chunk.to_vec();
            self.write(move |tx, _| {
                let chunk = chunk.clone();
                Box::pin(async move {
                    for (id, bytes) in chunk {
                        tx.put_log_tile(doorstep_log::level_of(id.level), id.number, &bytes).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        }
        let log = Signer::log("bench.example/log", &[1; 32])?;
        let witnesses = [2, 3, 4].map(|n| Signer::witness(&format!("witness{n}.example"), &[n; 32]).expect("a name"));
        let mut heads = Vec::new();
        for place in places.keys() {
            for size in [place - 20, place + 20] {
                held.resize(size);
                let note = Checkpoint::new("bench.example/log", size, root(&mut held, size)?).sign(&log);
                let cosignatures = witnesses.iter().map(|witness| cosign(witness, 1_790_000_000, &note.text).to_string()).collect();
                heads.push(CheckpointRow { size, note: note.to_string(), cosignatures, cosigners: 3, signed_at: at() });
            }
        }
        self.write(move |tx, _| {
            let (places, heads) = (places.clone(), heads.clone());
            Box::pin(async move {
                let numbers: Vec<_> = places.into_iter().map(|(number, row)| (row.id, number)).collect();
                tx.number_leaves(&numbers).await?;
                let head = tx.lease_log(Uuid::from_u128(1), at(), at()).await?.ok_or(TxError::Refused(Refused("leased".into())))?;
                tx.grow_log(&head, LEAVES, &newest.0).await?;
                for row in heads {
                    tx.add_checkpoint(head.epoch, &row).await?;
                }
                Ok(())
            })
        })
        .await
    }

    async fn traces(&self, person: PersonId) -> Outcome<Vec<Trace>> {
        let grant = own(person)?;
        let history = self.write(move |tx, vault| {
            let grant = grant.clone();
            Box::pin(async move { Ok(vault.open_history(tx, &grant, at()).await?) })
        });
        let history = history.await?;
        Ok([history.acts, history.looks].concat())
    }

    async fn prove_one(&self, trace: &Trace) -> Outcome<String> {
        let trace = trace.clone();
        let proof = read(&*self.store, "bench.prove", move |tx| {
            let trace = trace.clone();
            Box::pin(async move { Ok(prove(tx, &trace, 2).await?) })
        });
        let proof = proof.await.map_err(|error: TxError<Refused>| error.to_string())?;
        Ok(proof.ok_or("no proof")?.0.to_string())
    }

    /// As the site does it: the whole history is opened, and each entry proved.
    async fn prove_all(&self, person: PersonId) -> Outcome<usize> {
        let (vault, grant) = (self.vault.clone(), own(person)?);
        let proved = read(&*self.store, "bench.history", move |tx| {
            let (vault, grant) = (vault.clone(), grant.clone());
            Box::pin(async move {
                let history = vault.open_history(tx, &grant, at()).await?;
                let (mut prover, mut bytes) = (Prover::new(2), 0);
                for trace in history.acts.iter().chain(&history.looks) {
                    let proof = prover.prove(tx, trace).await?;
                    bytes += proof.map_or(0, |(proof, _)| proof.to_string().len());
                }
                Ok(bytes)
            })
        });
        proved.await.map_err(|error: TxError<Refused>| error.to_string().into())
    }
}

/// A million other records, by the engine itself.
async fn others(path: &Path) -> Outcome<()> {
    let mut db = SqliteConnectOptions::new().filename(path).pragma("synchronous", "OFF").connect().await?;
    db.execute(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
         INSERT INTO person (id, wrapped_key, version, looks, empty_since) SELECT randomblob(16), randomblob(60), 0, 0, i FROM n",
    )
    .await?;
    db.execute("INSERT INTO act (person, seq, sealed) SELECT id, 1, randomblob(600) FROM person WHERE version = 0").await?;
    db.execute("INSERT INTO leaf (id, leaf, number) SELECT randomblob(16), randomblob(33), empty_since FROM person WHERE version = 0")
        .await?;
    Ok(())
}

fn told(what: &str, mut walls: Vec<Duration>, computed: Duration) {
    walls.sort();
    let (times, last) = (walls.len(), walls.len() - 1);
    let each = computed / u32::try_from(times).unwrap_or(1);
    println!(
        "{what:46} wall p50 {:>9.2?}, least {:>9.2?}, p99 {:>9.2?}; computed {each:>9.2?} each",
        walls[last / 2],
        walls[0],
        walls[last * 99 / 100]
    );
}

#[tokio::main]
async fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("doorstep.db");
    let chance = Arc::new(Chance(AtomicU64::new(1)));
    let vault = Vault::new(Arc::new(FileKeys::new([7; 32])), Arc::clone(&chance) as Arc<dyn Random>);
    let bench = Bench { store: Arc::new(Sqlite::open(&path).await?), vault };
    let person = bench.person().await?;
    bench.log(&chance).await?;
    others(&path).await?;
    let traces = bench.traces(person).await?;

    let (mut walls, mut longest, (_, before)) = (Vec::new(), 0, timed());
    for trace in traces.iter().cycle().take(TIMES) {
        let (start, _) = timed();
        longest = longest.max(bench.prove_one(trace).await?.len());
        walls.push(start.elapsed());
    }
    told("one entry proved, 10 M leaves", walls, timed().1 - before);
    println!("longest proof file: {longest} bytes");

    let (mut walls, (_, before)) = (Vec::new(), timed());
    for _ in 0..TIMES / 4 {
        let (start, _) = timed();
        bench.prove_all(person).await?;
        walls.push(start.elapsed());
    }
    told(&format!("a history of {} entries, 1 M records", traces.len()), walls, timed().1 - before);
    Ok(())
}
