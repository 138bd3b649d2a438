//! The family: each member has a record of their own, with an act of their own.

use super::{Declare, Declared, FAMILY};
use crate::message::{Letter, language};
use crate::token::hash;
use crate::{Error, Service, Session, TxResult};
use doorstep_register::{self as register, Kind, PersonId, Record, Reference};
use doorstep_storage::Tx;

impl Service {
    /// Files that new members of the family have come to live at the address of the session's person. A second call with the same key finds
    /// the first result and files nothing.
    pub async fn join(&self, session: &Session, command: Declare, key: &str) -> Result<Declared, Error> {
        if command.members.len() > FAMILY {
            return Err(Error::TooMany(FAMILY as u32));
        }
        let person = session.require_person()?;
        self.write("declare.join", (session.clone(), person, command, hash(key)), |this, tx, (session, person, command, key)| {
            Box::pin(async move {
                if let Some(earlier) = tx.outcome(*person, key).await? {
                    let reference = Reference::parse(&earlier).map_err(|_| Error::NotFound)?;
                    return Ok(Declared { reference, repeated: true });
                }
                let record = this.opened_at(tx, session, *person, command.seen).await?;
                let home = record.current().ok_or(register::Refusal::NoRegistration).map_err(Error::from)?;
                let command = Declare { kind: Kind::Arrival, place: home.place().clone(), along: Vec::new(), ..command.clone() };
                let reference = this.new_reference();
                this.declare_family(tx, session, &record, &command, &reference).await?;
                tx.keep_outcome(*person, key, reference.as_str(), this.now()).await?;
                tx.delete_draft(*person, command.journey).await?;
                Ok(Declared { reference, repeated: false })
            })
        })
        .await
    }

    /// Whoever acts for a new member reads that they do.
    async fn tell_holder(&self, tx: &mut dyn Tx, session: &Session, holder: PersonId, member: &Record, command: &Declare) -> TxResult<()> {
        let locale = language(&self.contact_for_post(tx, holder).await?, command.locale);
        let letter = Letter::new("member", locale).with("member", member.names().map_or("", |n| n.called()));
        let letter = self.told_why(letter, session, holder, "/record", None).quiet_for(session, holder);
        self.send(tx, holder, letter, self.now()).await?;
        Ok(())
    }

    pub(super) async fn declare_family(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        holder: &Record,
        command: &Declare,
        reference: &Reference,
    ) -> TxResult<()> {
        for member in &command.members {
            let person = self.vault().add_person(tx, self.now()).await?;
            tx.add_member(holder.person, person).await?;
            if holder.hidden {
                self.hide_along(tx, session, person).await?;
            }
            let mut record = Record::new(person);
            self.introduce(tx, session, &mut record, member.identity.clone()).await?;
            self.declare_one(tx, session, &mut record, command, reference).await?;
            self.note_named_document(tx, &record).await?;
            self.tell_holder(tx, session, holder.person, &record, command).await?;
        }
        let household = tx.members(holder.person).await?;
        for person in &command.along {
            if !household.contains(person) {
                return Err(Error::NotFound.into());
            }
            if holder.hidden {
                self.hide_along(tx, session, *person).await?;
            }
            let mut record = self.opened(tx, session, *person).await?;
            // A child who was never registered arrives when the parents move; one who stayed moves when they come back.
            let kind = match (command.kind, record.current()) {
                (Kind::Renewal | Kind::Move, None) => Kind::Arrival,
                (Kind::Arrival, Some(_)) => Kind::Move,
                (kind, _) => kind,
            };
            let theirs = Declare { kind, ..command.clone() };
            self.declare_one(tx, session, &mut record, &theirs, reference).await?;
        }
        Ok(())
    }
}
