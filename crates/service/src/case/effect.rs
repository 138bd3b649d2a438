//! What a decision in effect does, and how it is taken back.

use super::file::File;
use super::words::outcome_key;
use crate::{Error, Service, TxResult};
use doorstep_policy::{self as policy, CaseKind, Purpose, Subject};
use doorstep_register::case::{Case, Outcome, Side, Stage};
use doorstep_register::{Actor, Change, DecidedEnd, Effect, PersonId, Place, Record, Refusal, What};
use doorstep_storage::{BlindIndex, Tx};
use jiff::civil::Date;

/// What an officer adds when they put a decision in effect that a person asked for.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Given {
    /// The field and its right value, where one is corrected.
    pub(crate) correction: Option<Change>,
    /// The place as the register names it, where it was found.
    pub(crate) place: Option<Place>,
}

/// What a case had done before an act.
fn in_effect(case: &Case) -> Option<Outcome> {
    match case.stage() {
        Stage::Settled(done) => Some(done.outcome()),
        _ => None,
    }
}

impl Service {
    /// Whether a decision in effect marked an address: people could not live there, or too many declared it. Whoever declares it next is asked
    /// whether they have seen it. It is about the address, keeps nobody from anything, and names nobody.
    pub async fn is_marked(&self, place: &Place) -> Result<bool, Error> {
        self.read("case.is_marked", place.clone(), |this, tx, place| {
            Box::pin(async move {
                let [flat, house] = this.vault().indexes_around(place)?;
                for index in [this.vault().home_index(place)?, flat, house].into_iter().flatten() {
                    if tx.home_mark(&index).await?.is_some() {
                        return Ok(true);
                    }
                }
                Ok(false)
            })
        })
        .await
    }

    /// Puts on the records what changed between two states of a case.
    pub(crate) async fn carry_out(&self, tx: &mut dyn Tx, before: &Case, file: &File, by: Actor, given: &Given) -> TxResult<()> {
        match (in_effect(before), in_effect(&file.case)) {
            (None, Some(outcome)) => self.take_effect(tx, file, by, outcome, given).await,
            (Some(outcome), None) => self.take_back(tx, file, by, outcome).await,
            _ => Ok(()),
        }
    }

    async fn take_effect(&self, tx: &mut dyn Tx, file: &File, by: Actor, outcome: Outcome, given: &Given) -> TxResult<()> {
        let resident = file.person(Side::Resident);
        match (outcome, resident) {
            (Outcome::RegistrationEnds, Some(person)) => {
                let ending = file.case.ending().ok_or(Error::NotFound)?;
                let today = self.today();
                let what = move |record: &Record| {
                    let reference = record.current()?.declaration.reference.clone();
                    Some(What::Settled { effect: Effect::Ended { end: DecidedEnd::of(&ending, reference, today) } })
                };
                self.settle(tx, person, by, what).await?;
                self.forget_reminders(tx, person).await?;
            }
            (Outcome::FieldCorrected, Some(person)) => {
                let change = given.correction.clone().ok_or(Error::Register(Refusal::NothingChanges))?;
                if let Change::Document(document) = &change {
                    self.note_document(tx, person, document.as_ref()).await?;
                }
                let reference = self.new_reference();
                let what = move |record: &Record| doorstep_register::correct(record, reference, change, None).ok();
                self.settle(tx, person, by, what).await?;
            }
            (Outcome::AddressMatched, Some(person)) => {
                let place = given.place.clone().filter(|place| matches!(place, Place::Listed { .. })).ok_or(Error::NotFound)?;
                let what = move |record: &Record| {
                    let reference = record.current()?.declaration.reference.clone();
                    Some(What::Settled { effect: Effect::Matched { reference, place } })
                };
                self.settle(tx, person, by, what).await?;
            }
            (Outcome::RecordsMerged, Some(person)) => {
                let other = file.person(Side::Other).ok_or(Error::NotFound)?;
                self.join_records(tx, (person, other), by, true).await?;
            }
            (Outcome::AddressMarked, _) => {
                if let Some(home) = &file.row.home {
                    tx.mark_home(home, Some((file.case.kind(), file.case.id()))).await?;
                }
            }
            // A refused protection ends what had been hidden since the first minute.
            (Outcome::NothingChanges, Some(person))
                if file.case.kind() == CaseKind::Protection && self.reached(tx, person).await?.hidden =>
            {
                self.settle(tx, person, by, |_| Some(What::Settled { effect: Effect::Shown {} })).await?;
            }
            _ => {}
        }
        for side in file.case.kind().sides() {
            let key = outcome_key(outcome);
            let letter = match (outcome, side) {
                (Outcome::RegistrationEnds, Side::Resident) => "case-ended",
                _ => "case-effect",
            };
            self.tell_side(tx, file, *side, letter, |letter, _| {
                let key = key.clone();
                letter.local("outcome", move |l| l.t(&format!("outcome-{key}")))
            })
            .await?;
        }
        Ok(())
    }

    async fn take_back(&self, tx: &mut dyn Tx, file: &File, by: Actor, outcome: Outcome) -> TxResult<()> {
        match (outcome, file.person(Side::Resident)) {
            (Outcome::RegistrationEnds, Some(person)) => {
                let what = |record: &Record| {
                    let reference = record.residences.last().filter(|r| r.ended.is_some())?.declaration.reference.clone();
                    Some(What::Settled { effect: Effect::Restored { reference } })
                };
                // Whoever declared anew meanwhile is registered there, and needs nothing back.
                if self.has_no_registration(tx, person).await? {
                    self.settle(tx, person, by, what).await?;
                    self.tell_side(tx, file, Side::Resident, "case-restored", |letter, _| letter).await?;
                }
            }
            (Outcome::RecordsMerged, Some(person)) => {
                if let Some(other) = file.person(Side::Other) {
                    self.join_records(tx, (person, other), by, false).await?;
                }
            }
            (Outcome::AddressMarked, _) => {
                if let Some(home) = &file.row.home {
                    tx.mark_home(home, None).await?;
                }
            }
            (Outcome::NothingChanges, Some(person)) if file.case.kind() == CaseKind::Protection => {
                let reached = self.reached(tx, person).await?;
                if reached.introduced && !reached.hidden {
                    self.settle(tx, person, by, |_| Some(What::Settled { effect: Effect::Hidden {} })).await?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    async fn has_no_registration(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<bool> {
        Ok(tx.residence(person).await?.is_none())
    }

    /// Whoever signs in to one of the records reads both, or no longer does. Nothing is moved between them.
    async fn join_records(&self, tx: &mut dyn Tx, (one, other): (PersonId, PersonId), by: Actor, together: bool) -> TxResult<()> {
        for (person, with) in [(one, other), (other, one)] {
            let effect = if together { Effect::Joined { with } } else { Effect::Parted { with } };
            self.settle(tx, person, by.clone(), move |_| Some(What::Settled { effect })).await?;
            if together {
                tx.add_member(person, with).await?;
            } else {
                tx.remove_member(person, with).await?;
            }
        }
        Ok(())
    }

    /// The person of a case has died, by a document that an officer saw.
    pub(crate) async fn died(&self, tx: &mut dyn Tx, person: PersonId, by: Actor, on: Date) -> TxResult<()> {
        self.forget_reminders(tx, person).await?;
        self.settle(tx, person, by, move |_| Some(What::Settled { effect: Effect::Died { on } })).await
    }

    pub(super) async fn settle(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        by: Actor,
        what: impl FnOnce(&Record) -> Option<What> + Send,
    ) -> TxResult<()> {
        let now = self.now();
        let post = policy::decide(&Subject::Post, person, Purpose::Delivery, now).map_err(Error::from)?;
        let done = self.vault().settle(tx, &post, by, what, now).await?;
        if done { Ok(()) } else { Err(Error::Register(Refusal::NoRegistration).into()) }
    }

    /// The blind index of the address where somebody is registered, for a case about it.
    pub(crate) async fn home_of(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Option<BlindIndex>> {
        Ok(tx.residence(person).await?.and_then(|row| row.home))
    }
}
