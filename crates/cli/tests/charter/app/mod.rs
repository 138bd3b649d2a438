//! The product as the tests start it: real engines, real pages, real paper; only clock, chance and post are the tests' own.

mod browser;
mod counted;
mod database;
mod journey;
mod log;
mod page;
mod photo;
mod provider;
mod store;
mod town;
mod world;

pub use browser::{Browser, encoded};
pub use database::Database;
pub use journey::prove;
pub use log::{captured_lines, leaked_lines};
pub use page::{Page, text};
pub use photo::photo;
pub use provider::{TestProvider, account};
pub use store::{State, Switch};
pub use town::{CALLED, DOCUMENT, EMAIL, NAME, PERSONAL, PHONE, Town, flat, house_of_flats, listed, register, street};
pub use world::{Outbox, START, TestClock};

use axum::Router;
use doorstep_addresses::Register;
use doorstep_cli::paper::Typst;
use doorstep_locales::Locale;
use doorstep_policy::{Purpose, Subject, decide, decide_export};
use doorstep_register::world::Clock;
use doorstep_register::{PersonId, Record, Residence, StaffId};
use doorstep_rules::{Calendars, Pack, embedded_packs};
use doorstep_service::{Error, Message, Parts, Service, Settings, StaffRole};
use doorstep_storage::{FileKeys, Keys, OpenError, Store, TxError, Vault, WayRow};
use doorstep_web::{WebConfig, router};
use std::sync::Arc;
use uuid::Uuid;
use world::Seeded;

/// Where the site says it is.
pub const BASE: &str = "https://town.example";
/// The office of the tests.
pub const OFFICE: &str = "Office of the town";
/// For how long a record is kept after its end.
pub const KEPT_DAYS: i64 = 730;

/// One running product over one database.
pub struct TestApp {
    /// The use cases.
    pub service: Service,
    /// The site.
    pub router: Router,
    /// The clock; it stands still until a test moves it.
    pub clock: Arc<TestClock>,
    /// Where mail goes.
    pub post: Outbox,
    /// The database behind a switch.
    pub store: Arc<Switch>,
    /// The database itself, for what the product does not show.
    pub database: Database,
    /// A vault of the tests' own over the same keys.
    pub vault: Vault,
}

fn keys() -> Arc<dyn Keys> {
    Arc::new(FileKeys::new([42; 32]))
}

/// A pack that comes with the program.
pub fn pack(id: &str) -> Pack {
    embedded_packs().into_iter().find(|p| p.id() == id).expect("a pack")
}

impl TestApp {
    /// A product on the embedded engine.
    pub async fn new() -> TestApp {
        let (database, store) = Database::sqlite(None).await;
        Self::over(database, store)
    }

    /// A product whose disk is full after so many pages of 4 KiB.
    pub async fn with_disk_of(pages: u32) -> TestApp {
        let (database, store) = Database::sqlite(Some(pages)).await;
        Self::over(database, store)
    }

    /// A product whose office sends no letters to addresses.
    pub async fn without_letters() -> TestApp {
        let (database, store) = Database::sqlite(None).await;
        Self::begin(database, store, false, register())
    }

    /// A product whose address register knows the flats of a house.
    pub async fn with_flats() -> TestApp {
        let (database, store) = Database::sqlite(None).await;
        Self::begin(database, store, true, house_of_flats())
    }

    /// The same product on each engine. PostgreSQL is left out, loudly, where `DOORSTEP_TEST_PG` names no server; never in CI.
    pub async fn on_each_engine(case: &str) -> Vec<TestApp> {
        let mut apps = vec![Self::new().await];
        if let Some((database, store)) = Database::postgres(case).await {
            apps.push(Self::over(database, store));
        }
        apps
    }

    fn over(database: Database, inner: Arc<dyn Store>) -> TestApp {
        Self::begin(database, inner, true, register())
    }

    fn begin(database: Database, inner: Arc<dyn Store>, host_letters: bool, addresses: Register) -> TestApp {
        log::capture();
        let (store, clock) = (Arc::new(Switch::new(inner)), Arc::new(TestClock::at(START)));
        let rules = (pack("ru-mow"), Calendars::embedded());
        Self::start(database, store, clock, Outbox::default(), (2026, host_letters), rules, addresses)
    }

    /// A product on the embedded engine under other rules.
    pub async fn under(pack: Pack, calendars: Calendars) -> TestApp {
        let app = Self::new().await;
        app.restarted(pack, calendars)
    }

    /// Stops, and starts again over the same database under these rules.
    pub fn restarted(self, pack: Pack, calendars: Calendars) -> TestApp {
        let TestApp { database, store, clock, post, .. } = self;
        let seed = u64::try_from(clock.now().as_nanosecond() / 1_000_000 % 1_000_000_007).expect("small") + 1;
        let seed = seed + u64::from(calendars.iter().count() as u32);
        Self::start(database, store, clock, post, (seed, true), (pack, calendars), register())
    }

    fn start(
        database: Database,
        store: Arc<Switch>,
        clock: Arc<TestClock>,
        post: Outbox,
        (seed, host_letters): (u64, bool),
        (pack, calendars): (Pack, Calendars),
        addresses: Register,
    ) -> TestApp {
        let random = Arc::new(Seeded::new(seed));
        let service = Service::new(Parts {
            store: Arc::clone(&store) as Arc<dyn Store>,
            keys: keys(),
            clock: Arc::clone(&clock) as Arc<dyn Clock>,
            random: random.clone(),
            pack,
            calendars,
            addresses: Some(addresses),
            paper: Arc::new(Typst),
            settings: Settings {
                issuer: "Town of Porozhsk".into(),
                office: OFFICE.into(),
                return_address: "Town hall, Porozhsk".into(),
                base_url: BASE.into(),
                kept_after_end_days: KEPT_DAYS,
                host_letters,
                sms: true,
                locale: Locale::Ru,
                staff_links: true,
                passkeys_decide: true,
            },
        });
        let config = WebConfig {
            random: random.clone(),
            exit_to: "https://www.wikipedia.org/".into(),
            demo: false,
            contact: "desk@town.example".into(),
            client_address_header: None,
            limit_factor: 10_000,
        };
        let router = router(service.clone(), config);
        TestApp { router, service, clock, post, store, database, vault: Vault::new(keys(), random) }
    }

    /// Somebody who has not signed in.
    pub fn anon(&self) -> Browser {
        Browser::new(self.router.clone(), self.service.clone())
    }

    /// A clerk at a desk with nobody in front of them.
    pub async fn clerk(&self) -> Browser {
        self.staff(StaffRole::Clerk, "Clerk of the tests", "C-17").await
    }

    /// An officer without a case.
    pub async fn officer(&self) -> Browser {
        self.staff(StaffRole::Officer, "Officer of the tests", "O-4").await
    }

    /// An officer with a pseudonym of their own.
    pub async fn another_officer(&self) -> Browser {
        self.staff(StaffRole::Officer, "Second officer of the tests", "O-5").await
    }

    /// A supervisor of the desks.
    pub async fn supervisor(&self) -> Browser {
        self.staff(StaffRole::Supervisor, "Supervisor of the tests", "S-2").await
    }

    /// A third one.
    pub async fn third_officer(&self) -> Browser {
        self.staff(StaffRole::Officer, "Third officer of the tests", "O-6").await
    }

    /// A member of the body that hears appeals.
    pub async fn appeal_member(&self) -> Browser {
        self.staff(StaffRole::Appeal, "Appeal member of the tests", "A-1").await
    }

    /// Somebody with this role, signed in by the operator's link.
    pub async fn staff(&self, role: StaffRole, name: &str, pseudonym: &str) -> Browser {
        let id = self.service.add_staff(role, name.into(), pseudonym.into()).await.expect("staff is added");
        let link = self.service.staff_link(id, 10).await.expect("a link is made");
        let mut browser = self.anon();
        let page = browser.get(&format!("/en{link}")).await;
        browser.submit(&page, &format!("/en{link}"), "").await.redirected();
        browser
    }

    /// A member of staff whose session has ended comes back with a fresh link.
    pub async fn staff_signs_in_again(&self, browser: &mut Browser, id: StaffId) {
        let link = self.service.staff_link(id, 10).await.expect("a link is made");
        browser.cookies.clear();
        let page = browser.get(&format!("/en{link}")).await;
        browser.submit(&page, &format!("/en{link}"), "").await.redirected();
        browser.proves().await;
    }

    /// Moves the clock ahead.
    pub fn days_later(&self, days: i64) {
        self.clock.advance_days(days);
    }

    /// Runs what runs by itself, until nothing is left to do.
    pub async fn background(&self) {
        self.service.tell_of_looks(50).await.expect("word of looks is sent");
        for _ in 0..100 {
            if self.service.deliver(self.post.outgoing(), 50).await.expect("jobs run").is_idle() {
                break;
            }
        }
        self.service.sweep().await.expect("the sweep runs");
    }

    /// Somebody whose session has ended comes back with their passkey.
    pub async fn signs_in_again(&self, browser: &mut Browser, person: PersonId) {
        let (token, _) = self.service.use_passkey(person).await.expect("the passkey works");
        browser.cookies.insert(doorstep_web::SESSION_COOKIE.into(), token.reveal().into());
    }

    /// The stored projection of somebody's registration.
    pub async fn projection(&self, person: PersonId) -> Option<Residence> {
        let (vault, now) = (self.vault.clone(), self.clock.now());
        let own = Subject::Resident { person, household: Vec::new() };
        let grant = decide(&own, person, Purpose::Own, now).expect("one's own record");
        doorstep_storage::read::<_, OpenError, _>(&*self.store, "test.projection", move |tx| {
            let (vault, grant) = (vault.clone(), grant.clone());
            Box::pin(async move { Ok(vault.open_residence(tx, &grant, now).await?) })
        })
        .await
        .expect("the projection opens")
    }

    /// The fold of somebody's stored acts.
    pub async fn folded(&self, person: PersonId) -> Result<Record, TxError<OpenError>> {
        let (vault, now) = (self.vault.clone(), self.clock.now());
        let own = Subject::Resident { person, household: Vec::new() };
        let grant = decide_export(&own, person, Purpose::Own, now).expect("one's own record");
        doorstep_storage::read(&*self.store, "test.fold", move |tx| {
            let (vault, grant) = (vault.clone(), grant.clone());
            Box::pin(async move {
                let acts = vault.open_acts(tx, &grant, now).await?;
                Ok(Record::fold(person, &acts).map_err(OpenError::from)?)
            })
        })
        .await
    }

    /// The newest message to somebody whose text says this, and on which ways it went.
    pub async fn newest(&self, person: PersonId, part: &'static str) -> (Uuid, Message, Vec<WayRow>) {
        let found = self.message(person, move |message| message.subject.contains(part) || message.body.contains(part)).await;
        found.unwrap_or_else(|| panic!("no message says {part}"))
    }

    /// Somebody's message whose letter has this code, and on which ways it went.
    pub async fn by_code(&self, person: PersonId, code: &str) -> Option<(Uuid, Message, Vec<WayRow>)> {
        let code = code.to_owned();
        self.message(person, move |message| message.paper.as_ref().is_some_and(|paper| paper.code.as_str() == code)).await
    }

    async fn message(
        &self,
        person: PersonId,
        wanted: impl Fn(&Message) -> bool + Clone + Send + Sync + 'static,
    ) -> Option<(Uuid, Message, Vec<WayRow>)> {
        let (vault, now) = (self.vault.clone(), self.clock.now());
        let own = Subject::Resident { person, household: Vec::new() };
        let grant = decide(&own, person, Purpose::Own, now).expect("one's own record");
        doorstep_storage::read::<_, OpenError, _>(&*self.store, "test.newest", move |tx| {
            let (vault, grant, wanted) = (vault.clone(), grant.clone(), wanted.clone());
            Box::pin(async move {
                for row in tx.messages(person, now, 500).await? {
                    let cell = doorstep_storage::Cell { table: "message", person, row: row.id.as_bytes(), column: "sealed" };
                    let message: Message = vault.open_value(tx, &grant, cell, &row.sealed, now).await?;
                    if wanted(&message) {
                        let ways = tx.ways(person, row.id).await?;
                        return Ok(Some((row.id, message, ways)));
                    }
                }
                Ok(None)
            })
        })
        .await
        .expect("messages open")
    }

    /// Somebody's record as they see it.
    pub async fn record(&self, browser: &Browser) -> Result<Record, Error> {
        self.service.record(&browser.session().await).await
    }

    /// Ends it, and its database.
    pub async fn close(self) {
        let TestApp { service, router, store, database, post, .. } = self;
        post.nothing_forgotten();
        drop((service, router, store));
        database.close().await;
    }
}
