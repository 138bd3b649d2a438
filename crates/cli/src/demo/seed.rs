//! The town's past: invented people with histories, made through the same use cases as everybody's, on clocks set back.

use super::cases;
use super::people::{Invented, OWNER, PEOPLE, identity};
use crate::config::Config;
use crate::world::MovedClock;
use anyhow::Context;
use doorstep_locales::Locale;
use doorstep_register::{Contact, Kind, Line, PersonId, Place, StaffId, Unit, Words};
use doorstep_service::{Declare, Member, Service, Session, StaffRole};
use doorstep_storage::Store;
use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

/// What was seeded, so that a stopped seeding goes on and later starts find the same people.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Seeded {
    people: usize,
    resident: Option<PersonId>,
    host: Option<PersonId>,
    clerk: Option<StaffId>,
    dpo: Option<StaffId>,
    pub(super) officer: Option<StaffId>,
    /// Who confirms what the officer drafts.
    pub(super) second: Option<StaffId>,
    appeal: Option<StaffId>,
    /// The host of the homes about which there are disputes.
    pub(super) owner: Option<PersonId>,
    /// The invented people, by their place in the list.
    pub(super) invented: Vec<Option<PersonId>>,
    /// How many steps of the cases were begun.
    pub(super) cases: usize,
    supervisor: Option<StaffId>,
}

/// How many days ago each invented person declared.
const DAYS_AGO: [i64; 16] = [210, 0, 180, 150, 400, 120, 95, 80, 70, 60, 55, 40, 33, 20, 12, 5];

/// The town on clocks set back.
pub(super) struct Town<'a> {
    config: &'a Config,
    store: &'a Arc<dyn Store>,
    places: Vec<Place>,
}

impl Town<'_> {
    pub(super) fn days_ago(&self, days: i64) -> anyhow::Result<Service> {
        self.config.service(Arc::clone(self.store), Arc::new(MovedClock(SignedDuration::from_hours(-24 * days))))
    }

    pub(super) fn place(&self, i: usize) -> Place {
        self.places[i % self.places.len()].clone()
    }
}

/// Seeds what is not seeded yet.
pub async fn run(config: &Config, store: &Arc<dyn Store>, dir: &Path) -> anyhow::Result<Seeded> {
    let file = dir.join("seeded.json");
    let mut seeded: Seeded = std::fs::read_to_string(&file).ok().and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default();
    let town = Town { config, store, places: places(&town_service(config, store)?) };
    let keep = |seeded: &Seeded| -> anyhow::Result<()> { Ok(std::fs::write(&file, serde_json::to_string(seeded)?)?) };
    if seeded.clerk.is_none() {
        let service = town.days_ago(400)?;
        seeded.clerk = Some(service.add_staff(StaffRole::Clerk, "Clerk of the demo".into(), "C-17".into()).await?);
        seeded.officer = Some(service.add_staff(StaffRole::Officer, "Officer of the demo".into(), "O-4".into()).await?);
        keep(&seeded)?;
    }
    if seeded.supervisor.is_none() {
        let service = town.days_ago(400)?;
        seeded.supervisor = Some(service.add_staff(StaffRole::Supervisor, "Supervisor of the demo".into(), "S-2".into()).await?);
        keep(&seeded)?;
        if let Some(clerk) = seeded.clerk {
            desk(&town, clerk).await.context("inventing days at the desk")?;
        }
    }
    if seeded.second.is_none() {
        let service = town.days_ago(400)?;
        seeded.second = Some(service.add_staff(StaffRole::Officer, "Second officer of the demo".into(), "O-5".into()).await?);
        keep(&seeded)?;
    }
    if seeded.appeal.is_none() {
        let service = town.days_ago(400)?;
        seeded.appeal = Some(service.add_staff(StaffRole::Appeal, "Appeal member of the demo".into(), "A-1".into()).await?);
        keep(&seeded)?;
    }
    if seeded.dpo.is_none() {
        let name = "Data-protection officer of the demo".into();
        seeded.dpo = Some(town.days_ago(400)?.add_staff(StaffRole::Dpo, name, "D-1".into()).await?);
        keep(&seeded)?;
    }
    while seeded.people < PEOPLE.len() {
        let i = seeded.people;
        println!("Inventing people: {} of {}…", i + 1, PEOPLE.len());
        let person = match i {
            0 => {
                seeded.resident = Some(resident(&town).await?);
                seeded.resident
            }
            // The resident's child joined the first declaration.
            1 => None,
            4 => {
                seeded.host = Some(host(&town, PEOPLE[i]).await?);
                seeded.host
            }
            _ => newcomer(&town, i).await?.person(),
        };
        seeded.invented.push(person);
        seeded.people += 1;
        keep(&seeded)?;
    }
    if seeded.owner.is_none() {
        looks(&town, &seeded).await.context("inventing looks")?;
        seeded.owner = Some(owner(&town).await.context("inventing a host")?);
        keep(&seeded)?;
    }
    cases::seed(&town, &mut seeded, keep).await?;
    Ok(seeded)
}

fn town_service(config: &Config, store: &Arc<dyn Store>) -> anyhow::Result<Service> {
    config.service(Arc::clone(store), Arc::new(MovedClock(SignedDuration::ZERO)))
}

/// Some addresses of whatever register there is.
fn places(service: &Service) -> Vec<Place> {
    let mut out = Vec::new();
    if let Some(register) = service.addresses() {
        for query in ["Садовая 1", "Лесная 2", "Школьная 3", "Мира 4", "Ленина 5", "Landstrasse 1", "Strasse 2", "1", "2"]
        {
            for hit in register.search(query, 6) {
                let Some(address) = register.get(&hit.id) else { continue };
                let source = format!("{}@{}", register.source().name, register.source().version);
                let flat = address.units.first().and_then(|unit| Line::parse(unit).ok());
                if let (Ok(source), Ok(key), Ok(text)) = (Line::parse(&source), Line::parse(&hit.id), Line::parse(&address.text)) {
                    out.push(Place::Listed { source, key, text, unit: Unit { flat, room: None } });
                }
            }
        }
    }
    out.dedup();
    if out.is_empty() {
        out.extend(Words::parse("The yellow house behind the mill").map(|description| Place::NotListed { description }));
    }
    out
}

fn declaration(place: Place, since: Date) -> Declare {
    Declare {
        kind: Kind::Arrival,
        identity: None,
        contact: None,
        place,
        since,
        arrived: Some(since),
        until: None,
        members: Vec::new(),
        along: Vec::new(),
        evidence: Vec::new(),
        late_because: None,
        told: Vec::new(),
        document_seen: false,
        seen: None,
        journey: "declare",
        locale: Locale::Ru,
    }
}

/// Nodira: arrived with her child, moved once, stays until a day not far off.
async fn resident(town: &Town<'_>) -> anyhow::Result<PersonId> {
    let then = town.days_ago(DAYS_AGO[0])?;
    let (_, session) = then.begin_new().await?;
    let contact = Contact {
        email: Some(Line::parse("nodira@porozhsk.example")?),
        phone: None,
        language: Some(Line::parse("uz-Latn")?),
        looks_by_email: true,
    };
    let first = Declare {
        identity: Some(identity(PEOPLE[0], Some("AA 1234567"))?),
        contact: Some(contact),
        members: vec![Member { identity: identity(PEOPLE[1], None)? }],
        ..declaration(town.place(0), then.today())
    };
    then.declare(&session, first, "seed 1").await?;
    then.vouch_for_email(&session).await?;
    let later = town.days_ago(60)?;
    let along = later.household(&session).await?.iter().map(|r| r.person).collect();
    let until = later.today().checked_add(85.days())?;
    let second = Declare {
        kind: Kind::Move,
        arrived: None,
        until: Some(until),
        along,
        journey: "move",
        ..declaration(town.place(7), later.today())
    };
    later.declare(&session, second, "seed 2").await?;
    session.person().context("a new session has a person")
}

/// The host of Nodira's home.
async fn host(town: &Town<'_>, who: Invented) -> anyhow::Result<PersonId> {
    let then = town.days_ago(DAYS_AGO[4])?;
    let (_, session) = then.begin_new().await?;
    let own = Declare { identity: Some(identity(who, None)?), ..declaration(town.place(11), then.today()) };
    then.declare(&session, own, "seed host").await?;
    let host = session.person().context("a new session has a person")?;
    if town.place(7).home().is_some() {
        then.attach_home(host, town.place(7)).await?;
    }
    Ok(host)
}

/// The host of homes at which newcomers live, who disputes several of them.
async fn owner(town: &Town<'_>) -> anyhow::Result<PersonId> {
    let then = town.days_ago(300)?;
    let (_, session) = then.begin_new().await?;
    let own = Declare { identity: Some(identity(OWNER, None)?), ..declaration(town.place(20), then.today()) };
    then.declare(&session, own, "seed owner").await?;
    let owner = session.person().context("a new session has a person")?;
    // The places of the newcomers 3, 6, 7, 8 and 13.
    for place in [5, 8, 9, 10, 15].map(|i| town.place(i)) {
        if place.home().is_some() {
            then.attach_home(owner, place).await?;
        }
    }
    Ok(owner)
}

/// Anybody else; three of them give an officer something to do.
async fn newcomer(town: &Town<'_>, i: usize) -> anyhow::Result<Session> {
    let then = town.days_ago(DAYS_AGO[i])?;
    let (_, session) = then.begin_new().await?;
    // The same document twice: a possible duplicate, to be looked at by a person.
    let document = matches!(i, 2 | 10).then_some("AB 7654321");
    let mut command = Declare { identity: Some(identity(PEOPLE[i], document)?), ..declaration(town.place(i + 2), then.today()) };
    match i {
        5 => {
            let description = Words::parse("Посёлок у старой мельницы, жёлтый дом без номера, второй этаж")?;
            command.place = Place::NotListed { description };
        }
        9 => {
            command.arrived = Some(then.today().checked_sub(120.days())?);
            command.since = then.today().checked_sub(120.days())?;
            command.late_because = Some(Words::parse("Я лежал дома с высокой температурой и не знал о сроке.")?);
        }
        12 => {
            command.place =
                Place::NoFixedAddress { reached_at: Words::parse("Приют на улице Садовой, спросить Минь")? }
        }
        _ => {}
    }
    then.declare(&session, command, "seed").await?;
    Ok(session)
}

/// Some looks, so that "who looked" has something to show.
async fn looks(town: &Town<'_>, seeded: &Seeded) -> anyhow::Result<()> {
    let Some(host) = seeded.host else { return Ok(()) };
    let service = town.days_ago(3)?;
    let (_, session) = service.use_passkey(host).await?;
    if !service.homes(&session).await?.is_empty() {
        service.home(&session, 0).await?;
    }
    Ok(())
}

/// Some days at the desk, so that the supervisor has something to ask about. Nothing was declared: who came only asked.
async fn desk(town: &Town<'_>, clerk: StaffId) -> anyhow::Result<()> {
    for (days, visitors) in [(1, 4), (2, 12), (5, 1)] {
        let service = town.days_ago(days)?;
        let link = service.staff_link(clerk, 1).await?;
        let (token, session) = service.use_link(link.trim_start_matches("/sign-in/link/")).await?;
        for _ in 0..visitors {
            service.desk_new(&session).await?;
            service.desk_done(&session).await?;
        }
        service.end_session(token.reveal()).await?;
    }
    Ok(())
}

/// Fresh one-time sign-in links.
pub async fn links(service: &Service, seeded: &Seeded) -> anyhow::Result<Vec<(&'static str, String)>> {
    const HOURS: i64 = 24;
    let (_, nobody) = service.begin_new().await?;
    let mut links = vec![("a resident with nothing yet", service.device_link(&nobody, HOURS).await?)];
    for (who, person) in [("a resident with a history", seeded.resident), ("a host", seeded.host)] {
        if let Some(person) = person {
            let (_, session) = service.use_passkey(person).await?;
            links.push((who, service.device_link(&session, HOURS).await?));
        }
    }
    for (who, staff) in [
        ("a clerk at a desk", seeded.clerk),
        ("an officer", seeded.officer),
        ("a second officer", seeded.second),
        ("a member of the appeal body", seeded.appeal),
        ("a supervisor", seeded.supervisor),
        ("a data-protection officer", seeded.dpo),
    ] {
        if let Some(staff) = staff.filter(|_| service.settings().staff_links) {
            links.push((who, service.staff_link(staff, HOURS).await?));
        }
    }
    Ok(links)
}
