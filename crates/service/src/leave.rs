//! Leaving the country: the person's own act ends the registration.

use crate::message::{Letter, language};
use crate::token::hash;
use crate::{Declared, Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_register::{self as register, Line, PersonId, Reference};
use doorstep_storage::Tx;
use jiff::civil::Date;

/// What a person says when they leave.
#[derive(Clone, PartialEq, Debug)]
pub struct Leave {
    /// The last day at the address.
    pub on: Date,
    /// Where to, if they care to say.
    pub to: Option<Line>,
    /// Members of the household who leave too.
    pub along: Vec<PersonId>,
    /// The version of the record that the person saw.
    pub seen: u32,
    /// The language of the pages.
    pub locale: Locale,
}

impl Service {
    /// Files that the person leaves. A second call with the same key finds the first result.
    pub async fn leave(&self, session: &Session, command: Leave, key: &str) -> Result<Declared, Error> {
        let person = session.require_person()?;
        self.write("leave", (session.clone(), person, command, hash(key)), |this, tx, (session, person, command, key)| {
            Box::pin(async move {
                if let Some(earlier) = tx.outcome(*person, key).await? {
                    let reference = Reference::parse(&earlier).map_err(|_| Error::NotFound)?;
                    return Ok(Declared { reference, repeated: true });
                }
                let reference = this.new_reference();
                let household = tx.members(*person).await?;
                if command.along.iter().any(|p| !household.contains(p)) {
                    return Err(Error::NotFound.into());
                }
                this.leave_one(tx, session, *person, Some(command.seen), command, &reference).await?;
                for member in &command.along {
                    this.leave_one(tx, session, *member, None, command, &reference).await?;
                }
                tx.keep_outcome(*person, key, reference.as_str(), this.now()).await?;
                Ok(Declared { reference, repeated: false })
            })
        })
        .await
    }

    async fn leave_one(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        person: PersonId,
        seen: Option<u32>,
        command: &Leave,
        reference: &Reference,
    ) -> TxResult<()> {
        let mut record = self.opened_at(tx, session, person, seen).await?;
        let before = record.current().map(|r| r.place().text().to_owned()).unwrap_or_default();
        let what = register::leave(&record, reference.clone(), command.on, command.to.clone(), self.today()).map_err(Error::from)?;
        let act = self.vault().append(tx, &mut record, session.actor(person), what, self.now()).await?;
        self.close_by_own_act(tx, session, person).await?;
        self.issue(tx, &act, &record).await?;
        self.forget_reminders(tx, person).await?;
        let (locale, on) = (language(&record.contact, command.locale), command.on);
        let letter = Letter::new("left", locale)
            .with("name", record.names().map_or("", |n| n.called()))
            .with("reference", reference.as_str())
            .with("address", before)
            .local("day", move |l| l.date(on));
        let letter = self.told_why(letter, session, person, "/record", None);
        self.send(tx, person, letter, self.now()).await?;
        Ok(())
    }
}
