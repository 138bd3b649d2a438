//! Correcting a field: the old value stays in the earlier acts, and the person gets a message with both.

use crate::case::{Opening, programs_words};
use crate::message::change::{Value, birth, document, names, words};
use crate::message::{Letter, language};
use crate::token::hash;
use crate::{Declared, Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::{CaseKind, Finder, Identifier};
use doorstep_register::{self as register, Change, CitizenshipCode, Document, Identity, PersonId, Reference, Words};
use doorstep_storage::Tx;

/// What a person corrects.
#[derive(Clone, PartialEq, Debug)]
pub struct Correction {
    /// Whose record: their own, or a member's of the household.
    pub person: PersonId,
    /// The field and its new value.
    pub change: Change,
    /// Why, if they care to say.
    pub why: Option<Words>,
    /// The version of the record that the person saw.
    pub seen: u32,
    /// The language of the pages.
    pub locale: Locale,
}

/// The name of a field, what was and what is now, for the person whose field it is.
fn told(old: Option<&Identity>, change: &Change) -> (&'static str, Value, Value) {
    let citizenship = |code: Option<&CitizenshipCode>| words(code.map(CitizenshipCode::as_str).unwrap_or_default());
    match change {
        Change::Names(new) => ("field-names", names(old.map(|old| &old.names)), names(Some(new))),
        Change::Birth(new) => ("field-birth", birth(old.and_then(|old| old.birth)), birth(*new)),
        Change::Citizenship(new) => {
            ("field-citizenship", citizenship(old.and_then(|old| old.citizenship.as_ref())), citizenship(new.as_ref()))
        }
        Change::Document(new) => ("field-document", document(old.and_then(|old| old.document.as_ref())), document(new.as_ref())),
    }
}

impl Service {
    /// Corrects a field. A second call with the same key finds the first result.
    pub async fn correct(&self, session: &Session, command: Correction, key: &str) -> Result<Declared, Error> {
        self.write("correct", (session.clone(), command, hash(key)), |this, tx, (session, command, key)| {
            Box::pin(async move {
                let person = command.person;
                let mut record = this.opened(tx, session, person).await?;
                if let Some(earlier) = tx.outcome(person, key).await? {
                    let reference = Reference::parse(&earlier).map_err(|_| Error::NotFound)?;
                    return Ok(Declared { reference, repeated: true });
                }
                if record.version != command.seen {
                    return Err(Error::Stale(record.version).into());
                }
                let (reference, old) = (this.new_reference(), record.identity.clone());
                let what =
                    register::correct(&record, reference.clone(), command.change.clone(), command.why.clone()).map_err(Error::from)?;
                let act = this.vault().append(tx, &mut record, session.actor(person), what, this.now()).await?;
                if let Change::Document(document) = &command.change {
                    this.note_document(tx, person, document.as_ref()).await?;
                }
                this.issue(tx, &act, &record).await?;
                this.remind_again(tx, &record, command.locale).await?;
                let locale = language(&record.contact, command.locale);
                let (field, before, after) = told(old.as_ref(), &command.change);
                let letter = Letter::new("corrected", locale)
                    .with("name", record.names().map_or("", |n| n.called()))
                    .local("field", move |l| l.t(field))
                    .changed(before, after)
                    .with("reference", reference.as_str());
                let why = command.why.as_ref().map(|words| words.as_str().to_owned());
                let letter = this.told_why(letter, session, person, "/record", why);
                this.send(tx, person, letter, this.now()).await?;
                tx.keep_outcome(person, key, reference.as_str(), this.now()).await?;
                Ok(Declared { reference, repeated: false })
            })
        })
        .await
    }

    /// Keeps the blind index of a document; a second record with the same number is shown to an officer, never refused, never merged.
    pub(crate) async fn note_document(&self, tx: &mut dyn Tx, person: PersonId, document: Option<&Document>) -> TxResult<()> {
        // Nobody finds a hidden person by their document, and nobody is told that somebody else named it.
        if self.reached(tx, person).await?.hidden {
            return Ok(tx.put_document(person, None).await?);
        }
        let index = self.vault().document_index(document)?;
        tx.put_document(person, index.as_ref()).await?;
        let Some(index) = index else { return Ok(()) };
        let others = tx.same_document(&self.finding(Finder::Register, Identifier::Document, index)?, person, self.now()).await?;
        self.ask_about_twins(tx, person, others).await
    }

    /// Opens a case about each pair of records that name one document, unless there is one already.
    pub(crate) async fn ask_about_twins(&self, tx: &mut dyn Tx, person: PersonId, others: Vec<PersonId>) -> TxResult<()> {
        let mut known = Vec::new();
        for (row, _) in tx.cases_of(person).await? {
            if row.kind == CaseKind::PossibleDuplicate && row.closed_at.is_none() {
                known.extend(tx.case_people(row.id).await?.into_iter().map(|(person, _)| person));
            }
        }
        // A case has two sides: one for each pair.
        for other in others.into_iter().filter(|other| !known.contains(other)) {
            let words = programs_words(self.settings().locale, CaseKind::PossibleDuplicate);
            let opening = Opening::by_program(CaseKind::PossibleDuplicate, person, words);
            self.open_case(tx, Opening { other: Some(other), ..opening }).await?;
        }
        Ok(())
    }
}
