//! The use cases: what people do, each as one function. The only opener of transactions.
//!
//! Clock, chance, key store, post and paper come in as parameters ([`Parts`]); nothing here reads a clock or the environment.

mod attempt;
mod case;
mod contact;
mod correct;
mod declare;
mod delivery;
mod desk;
mod draft;
mod due;
mod erase;
mod error;
mod evidence;
mod explain;
mod export;
mod host;
mod leave;
mod log;
mod looks;
mod mailroom;
mod message;
mod outside;
mod passkey;
mod receipt;
mod record;
mod remind;
mod resolve;
mod session;
mod signin;
mod staff;
mod staff_signin;
mod step_up;
mod token;

pub use attempt::AttemptCode;
pub use case::{
    CaseEntry, CaseOfMine, CaseView, Doable, Doing, EntryBy, EntryWhat, MineAct, OpenedByMe, QueueEntry, RunningTerm, StaffAct, case_key,
    outcome_key, programs_words, side_key,
};
pub use correct::Correction;
pub use declare::{Declare, Declared, Member};
pub use delivery::Delivery;
pub use desk::{DeskFound, DeskPosted, SampleDay, Sampled, Shown};
pub use draft::Draft;
pub use due::{DueItem, DueState};
pub use error::Error;
pub use export::{Export, ExportedCase, ExportedLook, ExportedPhoto};
pub use host::{
    DoorAnswer, DoorDone, DoorView, EntryView, HomeView, HostSaid, Invitation, LetterOpened, LetterRefusal, LetterSent, MyHost, OwnHome,
    PrintedLetter, Resident, ShownLink, Spelling,
};
pub use leave::Leave;
pub use log::{LogFacts, LogState, ProvedEntry, ProvedHistory};
pub use looks::{History, LookFilter};
pub use mailroom::{Mailroom, Noted, PostalRecord};
pub use message::{CaseNotice, Message, OnPaper, Push, Received, Short, Way, is_gsm, sms_parts};
pub use outside::{
    Blank, Document, Mail, NoPost, Outgoing, Paper, PaperError, Post, PostError, PostalLetter, Provider, ProviderFault, Qr, Report, Row,
    Section, Sheet, Slip, StaffAccount, StaffAnswer, StaffAsked, Text, Texts, Translation,
};
pub use passkey::StoredPasskey;
pub use receipt::{IssuedReceipt, Statement, StatementKind, StatementPlace};
pub use remind::Promised;
pub use resolve::{Resolved, ResolvedName, Why};
pub use session::{SeenSession, Session, Who};
pub use step_up::StaffPasskey;
pub use token::Token;

pub use doorstep_register::StaffRole;

use doorstep_register::PersonId;
use doorstep_register::world::{Clock, Random};
use doorstep_rules::{Calendars, Pack};
use doorstep_storage::{Keys, Store, Tx, TxError, Vault};
use futures::future::BoxFuture;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::sync::{Arc, OnceLock, RwLock};

/// What a use case answers inside its transaction.
type TxResult<T> = Result<T, TxError<Error>>;

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Who issues receipts, as printed on them.
    pub issuer: String,
    /// The office that works on cases.
    pub office: String,
    /// Where letters go back to that the post could not deliver, in one line.
    pub return_address: String,
    /// The site's address without a slash at the end, for links in messages and QR codes.
    pub base_url: String,
    /// For how many days after a registration has ended its record is kept before the person may have it erased. The operator names the
    /// legal ground in `docs/RUNNING.md`.
    pub kept_after_end_days: i64,
    /// Whether letters with a code go to addresses: to ask an unknown host about an entry, and to show that a home is somebody's.
    pub host_letters: bool,
    /// Whether there is a way to send SMS.
    pub sms: bool,
    /// The language of messages to people who chose none.
    pub locale: doorstep_locales::Locale,
    /// Whether staff may sign in by one-time links that the operator makes.
    pub staff_links: bool,
    /// Whether a decision needs a passkey of whoever decides.
    pub passkeys_decide: bool,
}

/// Everything that comes in by the door.
pub struct Parts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The key store.
    pub keys: Arc<dyn Keys>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// The jurisdiction's rules.
    pub pack: Pack,
    /// The calendars.
    pub calendars: Calendars,
    /// The address register, if one was imported.
    pub addresses: Option<doorstep_addresses::Register>,
    /// The maker of PDFs.
    pub paper: Arc<dyn Paper>,
    /// What the operator decides.
    pub settings: Settings,
}

struct Inner {
    store: Arc<dyn Store>,
    vault: Vault,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    pack: Pack,
    zone: TimeZone,
    calendars: Calendars,
    addresses: RwLock<Option<doorstep_addresses::Register>>,
    paper: Arc<dyn Paper>,
    settings: Settings,
    log: OnceLock<LogFacts>,
    provider: OnceLock<Arc<dyn Provider>>,
}

/// The use cases over one database. Cheap to clone.
#[derive(Clone)]
pub struct Service(Arc<Inner>);

impl Service {
    /// Puts the parts together.
    pub fn new(parts: Parts) -> Service {
        let zone = TimeZone::get(parts.pack.time_zone()).unwrap_or(TimeZone::UTC);
        Service(Arc::new(Inner {
            vault: Vault::new(parts.keys, Arc::clone(&parts.random)),
            store: parts.store,
            clock: parts.clock,
            random: parts.random,
            pack: parts.pack,
            zone,
            calendars: parts.calendars,
            addresses: RwLock::new(parts.addresses),
            paper: parts.paper,
            settings: parts.settings,
            log: OnceLock::new(),
            provider: OnceLock::new(),
        }))
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The local day.
    pub fn today(&self) -> Date {
        self.now().to_zoned(self.0.zone.clone()).date()
    }

    /// The local time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.0.zone
    }

    /// What the operator decided.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The rule pack in force.
    pub fn pack(&self) -> &Pack {
        &self.0.pack
    }

    /// The address register, if there is one.
    pub fn addresses(&self) -> Option<doorstep_addresses::Register> {
        self.0.addresses.read().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    /// The maker of PDFs. It is slow: call it off the runtime's own threads.
    pub fn paper(&self) -> Arc<dyn Paper> {
        Arc::clone(&self.0.paper)
    }

    /// The calendars.
    pub fn calendars(&self) -> &Calendars {
        &self.0.calendars
    }

    /// Puts another version of the address register in force while the service runs.
    pub fn swap_addresses(&self, register: doorstep_addresses::Register) {
        *self.0.addresses.write().unwrap_or_else(|poisoned| poisoned.into_inner()) = Some(register);
    }

    /// `sqlite` or `postgresql`.
    pub fn engine(&self) -> &'static str {
        self.0.store.engine()
    }

    fn vault(&self) -> &Vault {
        &self.0.vault
    }

    fn random(&self) -> &dyn Random {
        &*self.0.random
    }

    /// Runs a use case that writes, by name.
    async fn write<I, T, F>(&self, name: &'static str, input: I, work: F) -> Result<T, Error>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t Service, &'t mut dyn Tx, &'t I) -> BoxFuture<'t, TxResult<T>> + Send + Sync + 'static,
    {
        let run = self.prepared(input, work);
        doorstep_storage::write(&*self.0.store, name, move |tx| run(tx)).await.map_err(Error::from)
    }

    /// Runs a use case that only reads what needs no look, by name.
    async fn read<I, T, F>(&self, name: &'static str, input: I, work: F) -> Result<T, Error>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t Service, &'t mut dyn Tx, &'t I) -> BoxFuture<'t, TxResult<T>> + Send + Sync + 'static,
    {
        let run = self.prepared(input, work);
        doorstep_storage::read(&*self.0.store, name, move |tx| run(tx)).await.map_err(Error::from)
    }

    /// Runs a use case that opens a person's record: in a read where it is the reader's own, and in a write where it leaves a look.
    async fn look<I, T, F>(&self, session: &Session, person: PersonId, name: &'static str, input: I, work: F) -> Result<T, Error>
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t Service, &'t mut dyn Tx, &'t I) -> BoxFuture<'t, TxResult<T>> + Send + Sync + 'static,
    {
        if session.is_own(person) { self.read(name, input, work).await } else { self.write(name, input, work).await }
    }

    fn prepared<I, T, F>(&self, input: I, work: F) -> impl for<'t> Fn(&'t mut dyn Tx) -> BoxFuture<'t, TxResult<T>> + Send + Sync + 'static
    where
        I: Send + Sync + 'static,
        T: Send + 'static,
        F: for<'t> Fn(&'t Service, &'t mut dyn Tx, &'t I) -> BoxFuture<'t, TxResult<T>> + Send + Sync + 'static,
    {
        let shared = Arc::new((self.clone(), input, work));
        move |tx| {
            let shared = Arc::clone(&shared);
            Box::pin(async move {
                let (service, input, work) = &*shared;
                work(service, tx, input).await
            })
        }
    }
}
