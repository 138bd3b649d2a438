//! Somebody who has lost everything shows their document.
//!
//! The number finds the record by its blind index and opens nothing. What the clerk typed from the document, a name and the birth, is compared
//! with the record; only if both fit does it open. Whatever was compared leaves a look, also where it did not fit.

use super::clerk;
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_passport::same_name;
use doorstep_policy::{self as policy, Finder, Identifier, Purpose, Subject};
use doorstep_register::{Birth, Document, Grade, Name, Names, PersonId, Record};
use doorstep_storage::{Blind, DeskWay, Tx};
use uuid::Uuid;

/// What a clerk reads from a document in their hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// The document with its number.
    pub document: Document,
    /// A name on it: the family name, or the only one.
    pub name: Name,
    /// The birth on it.
    pub birth: Birth,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeskFound {
    /// No record has this document with this name and birth.
    Nobody,
    /// The one record that fits is open.
    Opened(PersonId),
    /// More than one record fits: none opens, and an officer is asked to look at them.
    Twins,
}

fn fits(record: &Record, shown: &Shown) -> bool {
    let Some(identity) = &record.identity else { return false };
    let named = |names: &Names| names.all().any(|name| same_name(shown.name.as_str(), name.as_str()));
    let named = named(&identity.names) || record.former_names.iter().any(named);
    named && identity.birth.is_some_and(|birth| same_birth(&birth, &shown.birth))
}

/// As exact as the record: who only knows the year declared only the year.
fn same_birth(recorded: &Birth, shown: &Birth) -> bool {
    let part = |recorded: Option<i8>, shown: Option<i8>| recorded.is_none() || recorded == shown;
    recorded.year == shown.year && part(recorded.month, shown.month) && part(recorded.day, shown.day)
}

impl Service {
    /// A person comes to the desk with a document. The clerk has it in their hand, and nobody else is at the desk.
    pub async fn desk_document(&self, session: &Session, shown: Shown, locale: Locale) -> Result<DeskFound, Error> {
        clerk(session)?;
        let index = self.vault().keys().blind(Blind::Document, shown.document.normal().as_bytes())?;
        self.write("desk.document", (session.clone(), shown, index, locale), |this, tx, (session, shown, index, locale)| {
            Box::pin(async move {
                let desk = session.desk(session.person().into_iter().collect())?;
                let finding = this.finding(Finder::Clerk(&desk), Identifier::Document, *index)?;
                let mut fitting = Vec::new();
                // No person has the nil id, so that it stands for "but none".
                for person in tx.same_document(&finding, PersonId(Uuid::nil()), this.now()).await? {
                    if this.compared(tx, session, person, shown).await? {
                        fitting.push(person);
                    }
                }
                match fitting.as_slice() {
                    [] => Ok(DeskFound::Nobody),
                    [one] => this.presented(tx, session, *one, *locale).await,
                    [first, others @ ..] => {
                        this.ask_about_twins(tx, *first, others.to_vec()).await?;
                        Ok(DeskFound::Twins)
                    }
                }
            })
        })
        .await
    }

    async fn compared(&self, tx: &mut dyn Tx, session: &Session, person: PersonId, shown: &Shown) -> TxResult<bool> {
        let now = self.now();
        let subject = Subject::Clerk(session.desk(vec![person])?);
        let grant = policy::decide(&subject, person, Purpose::DeskDocument, now).map_err(Error::from)?;
        Ok(fits(&self.vault().open(tx, &grant, now).await?.record, shown))
    }

    async fn presented(&self, tx: &mut dyn Tx, session: &Session, person: PersonId, locale: Locale) -> TxResult<DeskFound> {
        tx.set_session_person(session.id, Some(person), None).await?;
        self.note_opening(tx, session, DeskWay::Document).await?;
        let helping = session.helping(person, None);
        let mut record = self.opened(tx, &helping, person).await?;
        if record.grade < Grade::DocumentSeen {
            self.document_seen(tx, &helping, &mut record, locale).await?;
        }
        self.tell_of_desk(tx, session, person, "desk-document", "looks", locale).await?;
        Ok(DeskFound::Opened(person))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birth_is_compared_as_exactly_as_it_was_declared() {
        let birth = |year, month, day| Birth { year, month, day };
        let shown = birth(1993, Some(5), Some(17));
        assert!(same_birth(&shown, &shown));
        assert!(same_birth(&birth(1993, Some(5), None), &shown) && same_birth(&birth(1993, None, None), &shown));
        for other in [birth(1994, None, None), birth(1993, Some(6), None), birth(1993, Some(5), Some(18))] {
            assert!(!same_birth(&other, &shown));
        }
        assert!(!same_birth(&shown, &birth(1993, None, None)), "what the clerk does not read does not fit");
    }
}
