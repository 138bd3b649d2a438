//! Two people with acts and looks in a town whose log three witnesses sign, and all that they are shown and can prove.

use crate::world::{Dice, Engine, Served, Town, Witnesses};
use doorstep_log::*;
use doorstep_policy::{CaseFile, CaseKind, Grant, Officer, Purpose, Subject, decide};
use doorstep_register::world::Clock;
use doorstep_register::*;
use doorstep_storage::{FileKeys, Look, OpenError, Trace, Tx, TxError, Vault};
use doorstep_tlog::{Chain, Checkpoint, Leaf, Proof, Statement, TileId, Timing, check_chain, check_entry};
use futures::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::date;
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// Why somebody is not shown what they ask for.
#[derive(Debug)]
struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<OpenError> for Refused {
    fn from(error: OpenError) -> Self {
        Refused(error.to_string())
    }
}

fn wrong<T>(why: impl ToString) -> Result<T, TxError<Refused>> {
    Err(TxError::Refused(Refused(why.to_string())))
}

/// What one person sees, and what they can prove.
#[derive(Clone, PartialEq, Debug)]
pub struct Person {
    record: Record,
    looks: Vec<Look>,
    proved: Vec<(Statement, Leaf)>,
}

/// What everybody sees.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    people: Vec<Person>,
    head: Checkpoint,
}

pub struct Registered {
    pub town: Town,
    pub people: (PersonId, PersonId),
    vault: Vault,
    consult: Consult,
    known: [Witness; 3],
}

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn introduced() -> What {
    let names = Names { passport: Some(Name::parse("Dilnoza Testova").unwrap()), ..Names::default() };
    What::Introduced { identity: Identity { names, birth: None, citizenship: None, document: None } }
}

fn declared(kind: Kind, house: u8) -> What {
    let (key, text) = (line(&format!("house-{house}")), line(&format!("Test Street {house}")));
    let unit = Unit { flat: Some(line("7")), room: Some(line("2")) };
    let place = Place::Listed { source: line("test@1"), key, text, unit };
    let (since, reference) = (date(2026, 9, 1), Reference::new([house; 8]));
    What::Declared {
        declaration: Declaration { reference, kind, place, since, arrived: None, until: None, posted_on: None, meets: vec![] },
    }
}

fn own(person: PersonId, now: Timestamp) -> Grant {
    decide(&Subject::Resident { person, household: vec![] }, person, Purpose::Own, now).unwrap()
}

fn of_officer(person: PersonId, now: Timestamp) -> Grant {
    let (staff, office, id) = (StaffId(Uuid::from_u128(7)), Office("north".into()), CaseId(Uuid::from_u128(8)));
    let case =
        CaseFile { id, kind: CaseKind::LateReason, office: office.clone(), assigned_to: Some(staff), people: vec![person], open: true };
    let officer = Officer { staff, office, pseudonym: "O-7".into() };
    decide(&Subject::Officer(officer, Box::new(case)), person, Purpose::LateReason, now).unwrap()
}

impl Registered {
    /// A town in which two people did something and were looked at, each entry sealed and cosigned before the next.
    pub async fn on(engine: Engine, case: &str) -> Option<Registered> {
        let mut town = Town::on(engine, case).await?;
        // Enough leaves of chance for a second tile.
        town.sequencer = crate::world::with_floor(&town.store, &town.clock, 60);
        let vault = Vault::new(Arc::new(FileKeys::new([7; 32])), Arc::new(Dice::default()));
        let consult = Consult::new(town.sequencer.clone(), Witnesses::new(&town.clock));
        let nobody = PersonId(Uuid::nil());
        let mut registered = Registered { town, people: (nobody, nobody), vault, consult, known: Witnesses::known() };
        registered.seal().await;
        let first = registered.person(vec![introduced(), declared(Kind::Arrival, 1), declared(Kind::Move, 2)]).await;
        let second = registered.person(vec![introduced(), declared(Kind::Arrival, 3)]).await;
        for person in [first, first, second] {
            registered.look(person).await;
            registered.seal().await;
        }
        registered.people = (first, second);
        Some(registered)
    }

    async fn write<T: Send + 'static>(
        &self,
        work: impl for<'t> Fn(&'t mut dyn Tx, Vault, Timestamp) -> BoxFuture<'t, Result<T, TxError<Refused>>> + Send + Sync + 'static,
    ) -> T {
        let (vault, now) = (self.vault.clone(), self.town.clock.now());
        doorstep_storage::write(&*self.town.store, "test", move |tx| work(tx, vault.clone(), now)).await.unwrap()
    }

    async fn person(&self, acts: Vec<What>) -> PersonId {
        let person = self.write(|tx, vault, now| Box::pin(async move { Ok(vault.add_person(tx, now).await?) })).await;
        for what in acts {
            self.write(move |tx, vault, now| {
                let what = what.clone();
                Box::pin(async move {
                    let mut record = vault.open(tx, &own(person, now), now).await?.record;
                    vault.append(tx, &mut record, Actor::Person, what, now).await?;
                    Ok(())
                })
            })
            .await;
            self.seal().await;
        }
        person
    }

    /// An officer looks at somebody.
    pub async fn look(&self, person: PersonId) {
        self.write(move |tx, vault, now| Box::pin(async move { Ok(vault.open(tx, &of_officer(person, now), now).await.map(drop)?) })).await;
    }

    /// Sends word to the next who was looked at, as the post does.
    pub async fn tell_next(&self) -> Option<PersonId> {
        self.write(|tx, _, _| {
            Box::pin(async move {
                let Some(next) = tx.untold().await? else { return Ok(None) };
                let looks = tx.person(next).await?.map_or(0, |row| row.looks);
                tx.tell(next, looks).await?;
                Ok(Some(next))
            })
        })
        .await
    }

    /// What waits is sealed and cosigned.
    pub async fn seal(&self) {
        self.town.pass(2);
        self.town.sequencer.round().await.unwrap();
        for witness in &self.known {
            self.consult.ask(witness).await.unwrap();
        }
    }

    /// Everything that people are shown and that is proved, or why not.
    pub async fn shown(&self) -> Result<Shown, String> {
        let mut people = Vec::new();
        for person in [self.people.0, self.people.1] {
            let (vault, now) = (self.vault.clone(), self.town.clock.now());
            let told = doorstep_storage::read(&*self.town.store, "test", move |tx| {
                let vault = vault.clone();
                Box::pin(async move { told(tx, &vault, person, now).await })
            });
            people.push(told.await.map_err(|error: TxError<Refused>| error.to_string())?);
        }
        let served = self.served().await?;
        let head = audit(&served, &Witnesses::policy(3), None).map_err(|error| error.to_string())?.head.checkpoint;
        Ok(Shown { people, head })
    }

    /// The proof files of the first person's acts and looks.
    pub async fn proof_files(&self) -> Vec<Proof> {
        let person = self.people.0;
        self.write(move |tx, vault, now| {
            Box::pin(async move {
                let history = vault.open_history(tx, &own(person, now), now).await?;
                let (mut prover, mut files) = (Prover::new(3), Vec::new());
                for trace in history.acts.iter().chain(&history.looks) {
                    files.extend(prover.prove(tx, trace).await?.map(|(proof, _)| proof));
                }
                Ok(files)
            })
        })
        .await
    }

    /// Everything that people are shown, after one more round of the sequencer, for what only it reads.
    pub async fn shown_next(&self) -> Result<Shown, String> {
        match self.town.sequencer.round().await {
            Ok(Round::Signed { .. }) => self.shown().await,
            Ok(Round::Elsewhere) => Err("nothing is sequenced".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    async fn served(&self) -> Result<Served, String> {
        let found: Result<_, TxError<Refused>> = doorstep_storage::read(&*self.town.store, "test", |tx| {
            Box::pin(async move {
                let Some(row) = tx.checkpoint_up_to(u64::MAX, 3).await? else { return wrong("no head") };
                let mut files = vec![("checkpoint".to_owned(), format!("{}{}", row.note, row.cosignatures).into_bytes())];
                for id in TileId::grown(0, row.size.min(1 << 16)) {
                    files.extend(served(tx, id).await?.map(|bytes| (id.to_string(), bytes)));
                }
                Ok(Served(files))
            })
        })
        .await;
        found.map_err(|error| error.to_string())
    }
}

async fn told(tx: &mut dyn Tx, vault: &Vault, person: PersonId, now: Timestamp) -> Result<Person, TxError<Refused>> {
    let grant = own(person, now);
    let record = vault.open(tx, &grant, now).await?.record;
    let residence = vault.open_residence(tx, &grant, now).await?;
    let place = record.current().map(|current| current.place());
    let home = place.map(|place| vault.home_index(place)).transpose()?.flatten();
    let [flat, house] = place.map(|place| vault.indexes_around(place)).transpose()?.unwrap_or_default();
    let indexes = tx.residence(person).await?.map(|row| [row.home, row.flat, row.house]).unwrap_or_default();
    if residence.as_ref() != record.current() || indexes != [home, flat, house] {
        return wrong("the projection is not the fold of the acts");
    }
    let looks = vault.open_looks(tx, &grant, u32::MAX, 100, now).await?;
    let history = vault.open_history(tx, &grant, now).await?;
    let (mut prover, mut proved) = (Prover::new(3), Vec::new());
    for (chain, traces, count) in [(Chain::Acts, &history.acts, history.act_count), (Chain::Looks, &history.looks, history.look_count)] {
        let mut entries = Vec::new();
        for trace in traces {
            entries.push(checked(tx, &mut prover, trace).await?);
        }
        check_chain(chain, *person.0.as_bytes(), &entries, count).or_else(wrong)?;
        proved.extend(entries);
    }
    Ok(Person { record, looks, proved })
}

async fn checked(tx: &mut dyn Tx, prover: &mut Prover, trace: &Trace) -> Result<(Statement, Leaf), TxError<Refused>> {
    let Some((proof, before)) = prover.prove(tx, trace).await? else { return wrong("an entry is not in the log") };
    match check_entry(&Witnesses::policy(3), &proof, before.as_ref(), 60) {
        Ok((statement, leaf, Timing::Between { .. })) => Ok((statement, leaf)),
        Ok((_, _, timing)) => wrong(format!("{timing:?}")),
        Err(error) => wrong(error),
    }
}
