//! Messages about homes and hosts.

use crate::message::{Letter, language};
use crate::{Service, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::{Finder, Identifier};
use doorstep_register::{PersonId, Place};
use doorstep_storage::{BlindIndex, Tx};

impl Service {
    /// Tells a person something, in their language, with a link to one of their own pages.
    pub(crate) async fn tell(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        kind: &'static str,
        page: &str,
        fill: impl Fn(Letter, Locale) -> Letter + Send,
    ) -> TxResult<()> {
        let locale = language(&self.contact_for_post(tx, person).await?, self.settings().locale);
        let letter = Letter::new(kind, locale).with("link", format!("{}/{locale}{page}", self.settings().base_url));
        self.send(tx, person, fill(letter, locale), self.now()).await.map(drop)
    }

    /// The known hosts of a place.
    pub(crate) async fn hosts_around(&self, tx: &mut dyn Tx, place: &Place) -> TxResult<Vec<PersonId>> {
        match self.vault().home_index(place)? {
            Some(home) => self.hosts_at(tx, home, self.vault().indexes_around(place)?).await,
            None => Ok(Vec::new()),
        }
    }

    /// The known hosts of the home at which somebody lives, as long as they live there.
    pub(crate) async fn hosts_of_resident(&self, tx: &mut dyn Tx, resident: PersonId, home: BlindIndex) -> TxResult<Vec<PersonId>> {
        let wider = self.home_within(tx, resident, home).await?;
        self.hosts_at(tx, home, wider).await
    }

    /// The flat and the house in which somebody's home is, as long as they live there.
    pub(crate) async fn home_within(&self, tx: &mut dyn Tx, resident: PersonId, home: BlindIndex) -> TxResult<[Option<BlindIndex>; 2]> {
        let row = tx.residence(resident).await?.filter(|row| row.home == Some(home));
        Ok(row.map_or([None, None], |row| [row.flat, row.house]))
    }

    /// The known hosts of exactly a home, and of a whole flat or house in which it is. The program writes to them, and tells nobody who they
    /// are.
    pub(crate) async fn hosts_at(&self, tx: &mut dyn Tx, home: BlindIndex, wider: [Option<BlindIndex>; 2]) -> TxResult<Vec<PersonId>> {
        let now = self.now();
        let mut hosts = tx.hosts(&self.finding(Finder::Register, Identifier::Home, home)?, now).await?;
        for wider in wider.into_iter().flatten() {
            hosts.extend(tx.hosts_of_whole(&self.finding(Finder::Register, Identifier::Home, wider)?, now).await?);
        }
        let mut once = Vec::with_capacity(hosts.len());
        for host in hosts {
            if !once.contains(&host) {
                once.push(host);
            }
        }
        Ok(once)
    }

    /// "Someone declared your address": to each known host, without saying anything about the person; where none is known, a letter to the
    /// address if the office sends such letters.
    pub(crate) async fn tell_hosts(&self, tx: &mut dyn Tx, person: PersonId, place: &Place) -> TxResult<()> {
        let hosts = self.hosts_around(tx, place).await?;
        for host in hosts.iter().filter(|host| **host != person) {
            self.tell(tx, *host, "host", "/homes", |letter, _| letter.with("address", place.text())).await?;
        }
        if hosts.is_empty() { self.write_to_the_address(tx, person, place).await } else { Ok(()) }
    }
}
