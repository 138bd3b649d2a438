//! Homes: a host sees how many people declared theirs, since when, and the names they gave. Nothing else.

use crate::message::{Letter, language};
use crate::{Error, Service, Session, TxResult, Who};
use doorstep_policy::{self as policy, Subject};
use doorstep_register::{PersonId, Place};
use doorstep_storage::{Cell, HomeRow, OpenError, Tx};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// Somebody who declared a home, as its host sees them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resident {
    /// By which the host names this entry to us. It says nothing, and is another one for another host.
    pub entry: String,
    /// The name they gave.
    pub name: String,
    /// Since when they live there.
    pub since: Date,
}

/// A home as its host sees it. Each resident sees the look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HomeView {
    /// Which one, in the host's own list.
    pub number: usize,
    /// Its address.
    pub address: String,
    /// Who declared it.
    pub residents: Vec<Resident>,
}

fn cell(host: PersonId, home: &[u8; 32]) -> Cell<'_> {
    Cell { table: "home", person: host, row: home, column: "sealed" }
}

/// What names an entry at a home to its host, made of two ids of chance.
pub(crate) fn entry_of(host: PersonId, resident: PersonId) -> String {
    let digest = Sha256::digest([b"doorstep entry 1".as_slice(), host.0.as_bytes(), resident.0.as_bytes()].concat());
    digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn host(session: &Session) -> Result<PersonId, Error> {
    match session.who {
        Who::Resident(person) => Ok(person),
        _ => Err(Error::NotFound),
    }
}

impl Service {
    /// Says that a home is a host's: the operator has seen a register extract, or the letter code came back.
    pub async fn attach_home(&self, host: PersonId, place: Place) -> Result<(), Error> {
        self.write("home.attach", (host, place), |this, tx, (host, place)| {
            Box::pin(async move {
                let home = this.vault().home_index(place)?.ok_or(Error::NotFound)?;
                let sealed = this.vault().seal_value(tx, cell(*host, &home), place).await?;
                let known = tx.homes(*host).await?.iter().any(|row| row.home == home);
                tx.put_home(&HomeRow { host: *host, home, sealed }).await?;
                if known { Ok(()) } else { this.tell_of_home(tx, *host, place).await }
            })
        })
        .await
    }

    async fn tell_of_home(&self, tx: &mut dyn Tx, host: PersonId, place: &Place) -> TxResult<()> {
        let locale = language(&self.contact_for_post(tx, host).await?, self.settings().locale);
        let letter = Letter::new("home", locale)
            .with("address", place.text())
            .with("office", self.office().0)
            .with("link", format!("{}/{locale}/homes", self.settings().base_url));
        self.send(tx, host, letter, self.now()).await?;
        Ok(())
    }

    /// The addresses of the host's homes. Shows nobody.
    pub async fn homes(&self, session: &Session) -> Result<Vec<Place>, Error> {
        let host = host(session)?;
        self.read("home.list", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let rows = tx.homes(host).await?;
                this.home_places(tx, session, host, &rows).await
            })
        })
        .await
    }

    async fn home_places(&self, tx: &mut dyn Tx, session: &Session, host: PersonId, rows: &[HomeRow]) -> TxResult<Vec<Place>> {
        let now = self.now();
        let grant = session.grant(tx, host, now).await?;
        let cells: Vec<_> = rows.iter().map(|row| (row.home.to_vec(), row.sealed.clone())).collect();
        Ok(self.vault().open_values(tx, &grant, ("home", "sealed"), &cells, now).await?)
    }

    /// Who declared one of the host's homes.
    pub async fn home(&self, session: &Session, number: usize) -> Result<HomeView, Error> {
        let host = host(session)?;
        self.write("home.look", (session.clone(), number), move |this, tx, (session, number)| {
            Box::pin(async move {
                let now = this.now();
                let rows = tx.homes(host).await?;
                let places = this.home_places(tx, session, host, &rows).await?;
                let (row, place) = rows.iter().zip(&places).nth(*number).ok_or(Error::NotFound)?;
                let homes: Vec<[u8; 32]> = rows.iter().map(|row| row.home).collect();
                let permit = policy::decide_home(host, &homes, row.home, now).map_err(Error::from)?;
                let mut residents = Vec::new();
                for person in tx.residents(&permit, now).await? {
                    if person == host {
                        continue;
                    }
                    let subject = Subject::Host { host, homes: homes.clone(), home: row.home };
                    let grant = policy::decide(&subject, person, policy::Purpose::HostView, now).map_err(Error::from)?;
                    let record = this.vault().open(tx, &grant, now).await?.record;
                    if let (Some(names), Some(current)) = (record.names(), record.current()) {
                        // The index by which they were found is worth as much as the record behind it.
                        if this.vault().home_index(current.place())? != Some(row.home) {
                            return Err(OpenError::Damaged("residence").into());
                        }
                        residents.push(Resident {
                            entry: entry_of(host, person),
                            name: names.formal().to_owned(),
                            since: current.declaration.since,
                        });
                    }
                }
                Ok(HomeView { number: *number, address: place.text().to_owned(), residents })
            })
        })
        .await
    }
}
