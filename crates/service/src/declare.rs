//! Declaring an address: for a person, and for the family that joins.

mod effects;
mod family;

use crate::due::event;
use crate::message::change::grade;
use crate::message::{Letter, language};
use crate::token::hash;
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_register::{
    self as register, Contact, Declaration, DutyMet, EvidenceId, Identity, Kind, Line, PersonId, Place, Record, Reference, Residence, What,
    Words,
};
use doorstep_rules::{Event, Trigger};
use doorstep_storage::Tx;
use jiff::civil::Date;

/// How many members of a family join one declaration.
pub const FAMILY: usize = 20;

/// A member of the family who is new to the register.
#[derive(Clone, PartialEq, Debug)]
pub struct Member {
    /// Who they are.
    pub identity: Identity,
}

/// What a person declares. Everything in it is parsed already.
#[derive(Clone, PartialEq, Debug)]
pub struct Declare {
    /// Why.
    pub kind: Kind,
    /// Who they are, if they have not said so before.
    pub identity: Option<Identity>,
    /// How to reach them, if they say it now.
    pub contact: Option<Contact>,
    /// Where.
    pub place: Place,
    /// From when.
    pub since: Date,
    /// When they came into the country.
    pub arrived: Option<Date>,
    /// Until when they stay, if they care to say.
    pub until: Option<Date>,
    /// New members of the family who join.
    pub members: Vec<Member>,
    /// Members of the household, known already, who come along.
    pub along: Vec<PersonId>,
    /// Photos that were kept, and what the person calls them.
    pub evidence: Vec<(EvidenceId, Line)>,
    /// Why it could not be in time, if they care to say.
    pub late_because: Option<Words>,
    /// The dates that the pages showed for it: none is counted earlier than it was told.
    pub told: Vec<DutyMet>,
    /// Whether the clerk at the desk held the document in their hand.
    pub document_seen: bool,
    /// The version of the record that the person saw; `None` for a first declaration.
    pub seen: Option<u32>,
    /// The journey whose draft this answers.
    pub journey: &'static str,
    /// The language of the pages.
    pub locale: Locale,
}

/// A declaration that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Declared {
    /// The number on the receipt.
    pub reference: Reference,
    /// Whether an earlier tap with the same key had filed it.
    pub repeated: bool,
}

impl Service {
    /// Files a declaration. It takes effect now. A second call with the same key finds the first result and files nothing.
    pub async fn declare(&self, session: &Session, command: Declare, key: &str) -> Result<Declared, Error> {
        if command.members.len() + command.along.len() > FAMILY {
            return Err(Error::TooMany(FAMILY as u32));
        }
        let person = session.require_person()?;
        self.write("declare", (session.clone(), person, command, hash(key)), |this, tx, (session, person, command, key)| {
            Box::pin(async move {
                if let Some(earlier) = tx.outcome(*person, key).await? {
                    let reference = Reference::parse(&earlier).map_err(|_| Error::NotFound)?;
                    return Ok(Declared { reference, repeated: true });
                }
                let reference = this.declare_all(tx, session, *person, command).await?;
                tx.keep_outcome(*person, key, reference.as_str(), this.now()).await?;
                tx.delete_draft(*person, command.journey).await?;
                Ok(Declared { reference, repeated: false })
            })
        })
        .await
    }

    async fn declare_all(&self, tx: &mut dyn Tx, session: &Session, person: PersonId, command: &Declare) -> TxResult<Reference> {
        let mut record = self.opened_at(tx, session, person, command.seen).await?;
        let reference = self.new_reference();
        let introduced = record.identity.is_none();
        if introduced {
            let identity = command.identity.clone().ok_or(register::Refusal::NotIntroduced).map_err(Error::from)?;
            self.introduce(tx, session, &mut record, identity).await?;
        }
        if let Some(contact) = &command.contact {
            self.contacted(tx, session, &mut record, contact.clone(), command.locale).await?;
        }
        if command.document_seen && session.staff().is_some() && session.posted_on().is_none() {
            self.document_seen(tx, session, &mut record, command.locale).await?;
        }
        self.declare_one(tx, session, &mut record, command, &reference).await?;
        if introduced {
            self.note_named_document(tx, &record).await?;
        }
        let mut added = Vec::new();
        for (evidence, title) in &command.evidence {
            // Removed on another device after the answers were read.
            if tx.evidence(person, *evidence).await?.is_some() {
                added.push((*evidence, title.clone()));
            }
        }
        self.evidence_added(tx, session, &mut record, &added).await?;
        if let Some(words) = &command.late_because {
            let meets = record.current().map(|r| r.declaration.meets.as_slice()).unwrap_or_default();
            let about =
                meets.iter().find(|met| met.deadline < session.counts_on(self.today())).or(meets.first()).map(|met| met.rule.clone());
            // Where the law asked nothing, nobody was late, and the words stay where they were written.
            if let Some(rule) = about {
                self.explained(tx, session, &mut record, rule, words.clone()).await?;
            }
        }
        self.declare_family(tx, session, &record, command, &reference).await?;
        Ok(reference)
    }

    pub(crate) async fn document_seen(&self, tx: &mut dyn Tx, session: &Session, record: &mut Record, locale: Locale) -> TxResult<()> {
        let (before, by) = (record.grade, session.actor(record.person));
        self.vault().append(tx, record, by, What::DocumentSeen {}, self.now()).await?;
        let letter = Letter::new("document-seen", language(&record.contact, locale)).changed(grade(before), grade(record.grade));
        let letter = self.told_by(letter, session, record.person, "/record");
        self.send(tx, record.person, letter, self.now()).await?;
        Ok(())
    }

    /// Appends the first act of a record.
    pub(crate) async fn introduce(&self, tx: &mut dyn Tx, session: &Session, record: &mut Record, identity: Identity) -> TxResult<()> {
        let by = session.actor(record.person);
        self.vault().append(tx, record, by.clone(), What::Introduced { identity }, self.now()).await?;
        if self.asked_to_be_hidden(tx, record.person).await? {
            self.begin_hidden(tx, record, by).await?;
        }
        Ok(())
    }

    /// Finds out whether another record names the document of somebody who has just declared: whoever is written to by then has said how.
    pub(crate) async fn note_named_document(&self, tx: &mut dyn Tx, record: &Record) -> TxResult<()> {
        let document = record.identity.as_ref().and_then(|identity| identity.document.as_ref());
        self.note_document(tx, record.person, document).await
    }

    pub(crate) async fn declare_one(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        record: &mut Record,
        command: &Declare,
        reference: &Reference,
    ) -> TxResult<()> {
        let told = match command.kind {
            Kind::Renewal => self.told_in(tx, session, record.person).await?,
            _ => command.told.clone(),
        };
        // A renewal is due from the end of the stay, not from its beginning; where no end was named, nothing was due.
        let event = match command.kind {
            Kind::Renewal => record.current().and_then(Residence::until).map(|date| Event { trigger: Trigger::Renewal, date }),
            kind => Some(event(self.0.pack.first_event(), kind, command.since, command.arrived)),
        };
        let meets = event.zip(record.identity.as_ref()).map(|(event, identity)| self.meets(&event, identity, &told)).unwrap_or_default();
        let declaration = Declaration {
            reference: reference.clone(),
            kind: command.kind,
            place: command.place.clone(),
            since: command.since,
            arrived: command.arrived,
            until: command.until,
            posted_on: session.posted_on(),
            meets,
        };
        let (before, until) = (record.current().map(|r| r.place().clone()), record.current().and_then(Residence::until));
        let what = register::declare(record, declaration, self.today()).map_err(Error::from)?;
        let act = self.vault().append(tx, record, session.actor(record.person), what, self.now()).await?;
        if command.kind != Kind::Renewal {
            self.close_by_own_act(tx, session, record.person).await?;
        }
        self.issue(tx, &act, record).await?;
        self.after_declaration(tx, session, record, (before.as_ref(), until), command).await
    }
}
