//! An address that nobody finds: hidden from the minute in which its owner asks for it.
//!
//! The answer to everybody else is the same as "nothing found", because nothing is: the record stands in no index, in nobody's household, and in
//! no case of anybody else's.

use super::Opening;
use crate::message::{Letter, language};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, CaseKind, Purpose, Subject};
use doorstep_register::case::Side;
use doorstep_register::{Actor, Effect, PersonId, Record, What, Words};
use doorstep_storage::{Reached, Tx};

fn settled(effect: Effect) -> impl FnOnce(&Record) -> Option<What> {
    // Somebody without a first act yet is hidden by it when it comes.
    move |record| record.identity.as_ref().map(|_| What::Settled { effect })
}

impl Service {
    /// Hides a person. Whoever acts for them now goes on acting, nobody else does; whoever was heard against them hears what they would hear
    /// of somebody who moved; what could let somebody else in as them works no more.
    pub(super) async fn hide(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<()> {
        let before = self.reached(tx, person).await?;
        let mut others = tx.holders(person).await?;
        others.retain(|holder| session.holder() != Some(*holder));
        for holder in &others {
            tx.remove_member(*holder, person).await?;
        }
        if before.hidden && others.is_empty() {
            return Ok(());
        }
        self.end_other_ways_in(tx, session, person).await?;
        self.part_from_other_sides(tx, person).await?;
        if !before.hidden && before.introduced {
            self.settle(tx, person, session.actor(person), settled(Effect::Hidden {})).await?;
        }
        Ok(())
    }

    /// Somebody else may hold a sheet of codes, or have made a passkey, when they still acted for the person.
    async fn end_other_ways_in(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<()> {
        tx.end_other_sessions(person, Some(session.id)).await?;
        tx.put_codes(person, &[], self.now()).await?;
        for passkey in tx.passkeys(person).await? {
            tx.delete_passkey(person, &passkey.credential).await?;
        }
        Ok(())
    }

    /// Whoever is heard in an open case about the person hears no more of it, and is told what hosts of people who moved are told.
    async fn part_from_other_sides(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<()> {
        for (row, side) in tx.cases_of(person).await? {
            if row.closed_at.is_some() || row.kind.sides().len() < 2 {
                continue;
            }
            match side {
                Side::Resident => {
                    let file = self.case_file(tx, row.id).await?;
                    self.tell_side(tx, &file, Side::Other, "case-gone", |letter, _| letter).await?;
                }
                // In somebody else's case as a host: that is about the other's address.
                Side::Other if row.kind.concerns_a_host() => continue,
                Side::Other => {}
            }
            let nobody = self.vault().add_person(tx, self.now()).await?;
            tx.replace_side(row.id, Side::Other, nobody).await?;
        }
        Ok(())
    }

    /// Somebody who comes to live with a hidden person is hidden with them: their name at the address would tell it.
    pub(crate) async fn hide_along(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<()> {
        self.hide(tx, session, person).await?;
        if !tx.open_cases_about(person, CaseKind::Protection).await?.is_empty() {
            return Ok(());
        }
        let words = Words::parse(&self.settings().locale.t("protection-along")).expect("a sentence is words");
        let helper = session.staff().map(|staff| staff.id);
        self.open_case(tx, Opening::by_resident(CaseKind::Protection, person, helper, words)).await?;
        Ok(())
    }

    /// Whether somebody asked to be hidden before they said who they are: their first act is followed by it.
    pub(crate) async fn asked_to_be_hidden(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<bool> {
        Ok(!tx.open_cases_about(person, CaseKind::Protection).await?.is_empty())
    }

    /// Shows an address again, because its owner took the wish back.
    pub(super) async fn show_again(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<()> {
        let reached = self.reached(tx, person).await?;
        if reached.hidden {
            self.settle(tx, person, session.actor(person), settled(Effect::Shown {})).await?;
        }
        Ok(())
    }

    /// The person no longer wishes to be hidden, after a decision that they stay so: their own act, at any time.
    pub async fn end_protection(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("case.end_protection", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                let open = tx.open_cases_about(*person, CaseKind::Protection).await?;
                let reached = this.reached(tx, *person).await?;
                // An open case is taken back, which shows the address too.
                if !open.is_empty() || !reached.hidden {
                    return Err(Error::NotFound.into());
                }
                this.show_again(tx, session, *person).await?;
                let locale = language(&reached.contact, this.settings().locale);
                let base = this.settings().base_url.clone();
                let letter = Letter::new("shown-again", locale).local("link", move |l| format!("{base}/{l}/ask/address"));
                this.send(tx, *person, letter, now).await?;
                Ok(())
            })
        })
        .await
    }

    /// How somebody is reached, and whether they are hidden. For the program: nobody is shown any of it.
    pub(crate) async fn reached(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Reached> {
        let now = self.now();
        let post = policy::decide(&Subject::Post, person, Purpose::Delivery, now).map_err(Error::from)?;
        Ok(self.vault().reached(tx, &post, now).await?)
    }

    /// Appends to a record that has just begun that it is hidden.
    pub(crate) async fn begin_hidden(&self, tx: &mut dyn Tx, record: &mut Record, by: Actor) -> TxResult<()> {
        self.vault().append(tx, record, by, What::Settled { effect: Effect::Hidden {} }, self.now()).await?;
        Ok(())
    }
}
