//! Homes: a host sees how many people declared theirs, since when, and the names they gave. Nothing else.

use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, Subject};
use doorstep_register::case::Side;
use doorstep_register::{CaseId, Names, PersonId, Place, Residence};
use doorstep_storage::{BlindIndex, Cell, HomeProof, HomeRow, OpenError, ResidenceRow, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// A home in a host's own list. It shows nobody.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnHome {
    /// Where.
    pub place: Place,
    /// How it was shown to be theirs. An extract is for the whole of it, with each flat and room.
    pub proof: HomeProof,
    /// When it was shown.
    pub shown_at: Timestamp,
}

/// Somebody who declared a home, as its host sees them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resident {
    /// By which the host names this entry to us. It says nothing, and is another one for another host.
    pub entry: String,
    /// The name they gave.
    pub name: String,
    /// Since when they live there.
    pub since: Date,
    /// The host's own dispute about it, while it is open.
    pub dispute: Option<CaseId>,
}

/// A home as its host sees it. Each resident sees the look.
#[derive(Clone, PartialEq, Debug)]
pub struct HomeView {
    /// Which one, in the host's own list.
    pub number: usize,
    /// The home.
    pub home: OwnHome,
    /// Who declared it.
    pub residents: Vec<Resident>,
}

/// A resident as the policy lets a host see them.
pub(super) struct Seen {
    pub(super) names: Names,
    pub(super) residence: Residence,
}

pub(super) fn cell(host: PersonId, home: &[u8; 32]) -> Cell<'_> {
    Cell { table: "home", person: host, row: home, column: "sealed" }
}

/// What names an entry at a home to its host, made of two ids of chance.
pub(crate) fn entry_of(host: PersonId, resident: PersonId) -> String {
    let digest = Sha256::digest([b"doorstep entry 1".as_slice(), host.0.as_bytes(), resident.0.as_bytes()].concat());
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a registration is at a home, or (of a whole one) in a flat or room of it. Of somebody whom nobody finds it is nowhere.
pub(crate) fn holds(residence: &ResidenceRow, home: &BlindIndex, whole: bool) -> bool {
    let inside = [&residence.flat, &residence.house].into_iter().any(|index| index.as_ref() == Some(home));
    residence.home.as_ref() == Some(home) || whole && inside
}

pub(super) const fn is_whole(row: &HomeRow) -> bool {
    matches!(row.proof, HomeProof::Extract)
}

impl Service {
    /// The host's homes. Shows nobody.
    pub async fn homes(&self, session: &Session) -> Result<Vec<OwnHome>, Error> {
        let host = session.require_person()?;
        self.look(session, host, "home.list", session.clone(), move |this, tx, session| {
            Box::pin(async move { Ok(this.own_homes(tx, session, host).await?.into_iter().map(|(_, home)| home).collect()) })
        })
        .await
    }

    /// One of the host's homes. Shows nobody.
    pub async fn one_home(&self, session: &Session, number: usize) -> Result<OwnHome, Error> {
        self.homes(session).await?.into_iter().nth(number).ok_or(Error::NotFound)
    }

    pub(super) async fn own_homes(&self, tx: &mut dyn Tx, session: &Session, host: PersonId) -> TxResult<Vec<(HomeRow, OwnHome)>> {
        let now = self.now();
        let rows = tx.homes(host).await?;
        let grant = session.grant(tx, host, now).await?;
        let cells: Vec<_> = rows.iter().map(|row| (row.home.to_vec(), row.sealed.clone())).collect();
        let places: Vec<Place> = self.vault().open_values(tx, &grant, ("home", "sealed"), &cells, now).await?;
        let own = |(row, place): (HomeRow, Place)| {
            let home = OwnHome { place, proof: row.proof, shown_at: row.shown_at };
            (row, home)
        };
        Ok(rows.into_iter().zip(places).map(own).collect())
    }

    /// Who is registered at a home of a host, without the host.
    pub(crate) async fn people_at(&self, tx: &mut dyn Tx, host: PersonId, homes: &[HomeRow], row: &HomeRow) -> TxResult<Vec<PersonId>> {
        let now = self.now();
        let theirs: Vec<BlindIndex> = homes.iter().map(|row| row.home).collect();
        let permit = policy::decide_home(host, &theirs, row.home, now).map_err(Error::from)?;
        let people = if is_whole(row) { tx.residents_within(&permit, now).await? } else { tx.residents(&permit, now).await? };
        Ok(people.into_iter().filter(|person| *person != host).collect())
    }

    /// Opens a resident as their host sees them. `homes` were shown to be the host's, `home` is the one of them at which the resident is.
    pub(super) async fn seen_by_host(
        &self,
        tx: &mut dyn Tx,
        host: PersonId,
        homes: &[BlindIndex],
        home: BlindIndex,
        person: PersonId,
    ) -> TxResult<Option<Seen>> {
        let now = self.now();
        let subject = Subject::Host { host, homes: homes.to_vec(), home };
        let grant = policy::decide(&subject, person, policy::Purpose::HostView, now).map_err(Error::from)?;
        let mut record = self.vault().open(tx, &grant, now).await?.record;
        let (Some(identity), Some(residence)) = (record.identity.take(), record.residences.pop()) else { return Ok(None) };
        // The index by which they were found is worth as much as the record behind it.
        let mut indexes = self.vault().indexes_around(residence.place())?.to_vec();
        indexes.push(self.vault().home_index(residence.place())?);
        if !indexes.contains(&Some(home)) {
            return Err(OpenError::Damaged("residence").into());
        }
        Ok(Some(Seen { names: identity.names, residence }))
    }

    /// The host's own open dispute about a resident.
    pub(super) async fn own_dispute(&self, tx: &mut dyn Tx, host: PersonId, resident: PersonId) -> TxResult<Option<CaseId>> {
        for (row, side) in tx.cases_of(host).await? {
            let open = side == Side::Other && row.kind.disputes() && row.closed_at.is_none();
            if open && tx.case_people(row.id).await?.contains(&(resident, Side::Resident)) {
                return Ok(Some(row.id));
            }
        }
        Ok(None)
    }

    /// Who declared one of the host's homes. A clerk does not see it: it is the host's own look.
    pub async fn home(&self, session: &Session, number: usize) -> Result<HomeView, Error> {
        let host = session.signed_in()?;
        self.write("home.look", (session.clone(), number), move |this, tx, (session, number)| {
            Box::pin(async move {
                let homes = this.own_homes(tx, session, host).await?;
                let rows: Vec<HomeRow> = homes.iter().map(|(row, _)| row.clone()).collect();
                let (row, home) = homes.into_iter().nth(*number).ok_or(Error::NotFound)?;
                let indexes: Vec<BlindIndex> = rows.iter().map(|row| row.home).collect();
                let mut residents = Vec::new();
                for person in this.people_at(tx, host, &rows, &row).await? {
                    if let Some(seen) = this.seen_by_host(tx, host, &indexes, row.home, person).await? {
                        residents.push(Resident {
                            entry: entry_of(host, person),
                            name: seen.names.formal().to_owned(),
                            since: seen.residence.declaration.since,
                            dispute: this.own_dispute(tx, host, person).await?,
                        });
                    }
                }
                Ok(HomeView { number: *number, home, residents })
            })
        })
        .await
    }
}
