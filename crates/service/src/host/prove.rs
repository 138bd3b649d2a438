//! How a home is shown to be a host's, and how it is given up. A newer proof takes nothing from anybody silently.

use super::home::{cell, is_whole};
use crate::{Error, Service, Session, TxResult, Who};
use doorstep_policy::{Finder, Identifier};
use doorstep_register::{PersonId, Place, StaffId};
use doorstep_storage::{HomeProof, HomeRow, HostLetterFor, Tx};

impl Service {
    /// Says that a home is a host's, because the operator has seen an extract of the property register (an import, the demo).
    pub async fn attach_home(&self, host: PersonId, place: Place) -> Result<(), Error> {
        self.write("home.attach", (host, place), |this, tx, (host, place)| {
            Box::pin(async move { this.attach(tx, *host, place, HomeProof::Extract, None).await })
        })
        .await
    }

    /// A clerk has seen an extract of the property register in the hands of the person at the desk.
    pub async fn attach_by_extract(&self, session: &Session, place: Place) -> Result<(), Error> {
        let Who::Clerk { staff, present: Some(_), posted_on: None } = &session.who else { return Err(Error::NotFound) };
        let (host, staff) = (session.require_person()?, staff.id);
        self.write("home.extract", (session.clone(), place), move |this, tx, (session, place)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, host, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                this.attach(tx, host, place, HomeProof::Extract, Some(staff)).await
            })
        })
        .await
    }

    /// Connects a home with its host, and tells them and everybody who was its host before. What an extract showed, a letter does not undo.
    pub(super) async fn attach(
        &self,
        tx: &mut dyn Tx,
        host: PersonId,
        place: &Place,
        proof: HomeProof,
        helped_by: Option<StaffId>,
    ) -> TxResult<()> {
        let now = self.now();
        let home = self.vault().home_index(place)?.ok_or(Error::NotFound)?;
        let earlier = tx.hosts(&self.finding(Finder::Register, Identifier::Home, home)?, now).await?;
        let known = tx.homes(host).await?.into_iter().find(|row| row.home == home);
        if known.as_ref().is_some_and(|row| is_whole(row) || row.proof == proof) {
            return Ok(());
        }
        let sealed = self.vault().seal_value(tx, cell(host, &home), place).await?;
        tx.put_home(&HomeRow { host, home, sealed, proof, helped_by, shown_at: now }).await?;
        for letter in tx.host_letters(host).await? {
            if letter.purpose == HostLetterFor::Home && letter.home == home && letter.used_at.is_none() {
                tx.remove_host_letter(letter.id).await?;
            }
        }
        let helper = match helped_by {
            Some(staff) => tx.staff(staff).await?,
            None => None,
        };
        self.tell(tx, host, "home-shown", "/homes", |letter, locale| {
            let by = match (&helper, proof) {
                (Some(staff), _) => format!("{}, {}", staff.office.0, staff.pseudonym),
                (None, HomeProof::Letter) => locale.t("home-shown-by-you"),
                (None, HomeProof::Extract) => self.office().0,
            };
            letter.with("address", place.text()).with("how", locale.t(&format!("home-proof-{}", proof.word()))).with("by", by)
        })
        .await?;
        for other in earlier.into_iter().filter(|other| *other != host) {
            self.tell(tx, other, "home-shown-again", "/homes", |letter, _| letter.with("address", place.text())).await?;
        }
        Ok(())
    }

    /// The host gives a home up, with the invitations to it. Disputes that they opened go on; an officer sees that the home is theirs no more.
    pub async fn give_up_home(&self, session: &Session, number: usize) -> Result<(), Error> {
        let host = session.require_person()?;
        self.write("home.give_up", (session.clone(), number), move |this, tx, (session, number)| {
            Box::pin(async move {
                let (row, home) = this.own_homes(tx, session, host).await?.into_iter().nth(*number).ok_or(Error::NotFound)?;
                tx.remove_home(host, &row.home).await?;
                this.tell(tx, host, "home-given-up", "/homes", |letter, _| letter.with("address", home.place.text())).await
            })
        })
        .await
    }
}
