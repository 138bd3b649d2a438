//! The desk: a clerk does for somebody in front of them what they would do themselves, and types what came on paper.
//!
//! A record opens by what was presented: nothing (a new one begins), a one-time code, a document, a paper form. Each opening is noted without
//! the person ([`sample`]); the person finds it in their history, and has a message.

mod document;
mod lost;
mod post;
mod sample;

pub use document::{DeskFound, Shown};
pub use post::DeskPosted;
pub use sample::{SampleDay, Sampled};

use crate::message::{Letter, language};
use crate::token::{self, hash};
use crate::{Error, Service, Session, TxResult, Who};
use doorstep_locales::Locale;
use doorstep_register::PersonId;
use doorstep_register::world::{bytes, new_id};
use doorstep_storage::{DeskOpeningRow, DeskWay, Tx};

fn clerk(session: &Session) -> Result<(), Error> {
    if matches!(session.who, Who::Clerk { .. }) { Ok(()) } else { Err(Error::NotFound) }
}

impl Service {
    /// A person who has nothing yet comes to the desk.
    pub async fn desk_new(&self, session: &Session) -> Result<PersonId, Error> {
        clerk(session)?;
        self.write("desk.new", session.clone(), |this, tx, session| {
            Box::pin(async move {
                let person = this.vault().add_person(tx, this.now()).await?;
                tx.set_session_person(session.id, Some(person), None).await?;
                this.note_opening(tx, session, DeskWay::New).await?;
                Ok(person)
            })
        })
        .await
    }

    /// A person comes to the desk and presents one of their codes. They are told that they were helped.
    pub async fn desk_receive(&self, session: &Session, typed: &str, locale: Locale) -> Result<PersonId, Error> {
        clerk(session)?;
        let code = token::normal_code(typed).ok_or(Error::SpentLink)?;
        self.write("desk.receive", (session.clone(), hash(&code), locale), |this, tx, (session, code, locale)| {
            Box::pin(async move {
                let person = tx.take_code(code, this.now()).await?.ok_or(Error::SpentLink)?;
                tx.set_session_person(session.id, Some(person), None).await?;
                this.note_opening(tx, session, DeskWay::Code).await?;
                this.tell_of_desk(tx, session, person, "desk", "looks", *locale).await?;
                Ok(person)
            })
        })
        .await
    }

    /// The person leaves the desk; the clerk no longer sees anything of theirs.
    pub async fn desk_done(&self, session: &Session) -> Result<(), Error> {
        clerk(session)?;
        self.write("desk.done", session.id, |_, tx, id| Box::pin(async move { Ok(tx.set_session_person(*id, None, None).await?) })).await
    }

    /// Notes that this clerk opened a record, and how it was presented. Not whose.
    async fn note_opening(&self, tx: &mut dyn Tx, session: &Session, way: DeskWay) -> TxResult<()> {
        let staff = session.staff().ok_or(Error::NotFound)?.id;
        let now = self.now();
        let draw = i64::from_be_bytes(bytes(self.random()));
        Ok(tx.add_desk_opening(&DeskOpeningRow { id: new_id(now, self.random()), opened_at: now, staff, way, draw }).await?)
    }

    /// Tells a person that something was done at a desk: by whom, and where they can look. The message goes to their in-box and on
    /// every way that reaches them.
    async fn tell_of_desk(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        person: PersonId,
        kind: &'static str,
        page: &str,
        otherwise: Locale,
    ) -> TxResult<()> {
        let locale = language(&self.contact_for_post(tx, person).await?, otherwise);
        let staff = session.staff().ok_or(Error::NotFound)?;
        let letter = Letter::new(kind, locale)
            .with("office", staff.office.0.as_str())
            .with("pseudonym", staff.pseudonym.as_str())
            .with("link", format!("{}/{}/{page}", self.settings().base_url, locale));
        self.send(tx, person, letter, self.now()).await?;
        Ok(())
    }
}
