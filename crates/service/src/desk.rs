//! The desk: a clerk does for somebody in front of them what they would do themselves.

use crate::message::{Letter, language};
use crate::token::{self, hash};
use crate::{Error, Service, Session, Who};
use doorstep_locales::Locale;
use doorstep_register::PersonId;

fn clerk(session: &Session) -> Result<(), Error> {
    if matches!(session.who, Who::Clerk { .. }) { Ok(()) } else { Err(Error::NotFound) }
}

impl Service {
    /// A person who has nothing yet comes to the desk.
    pub async fn desk_new(&self, session: &Session) -> Result<PersonId, Error> {
        clerk(session)?;
        self.write("desk.new", session.id, |this, tx, id| {
            Box::pin(async move {
                let person = this.vault().add_person(tx, this.now()).await?;
                tx.set_session_person(*id, Some(person)).await?;
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
                let now = this.now();
                let person = tx.take_code(code, now).await?.ok_or(Error::SpentLink)?;
                tx.set_session_person(session.id, Some(person)).await?;
                let locale = language(&this.contact_for_post(tx, person).await?, *locale);
                let office = session.staff().map(|s| s.office.0.clone()).unwrap_or_default();
                let pseudonym = session.staff().map(|s| s.pseudonym.clone()).unwrap_or_default();
                let letter = Letter::new("desk", locale)
                    .with("office", office)
                    .with("pseudonym", pseudonym)
                    .with("link", format!("{}/{}/looks", this.settings().base_url, locale));
                this.send(tx, person, letter, now).await?;
                Ok(person)
            })
        })
        .await
    }

    /// The person leaves the desk; the clerk no longer sees anything of theirs.
    pub async fn desk_done(&self, session: &Session) -> Result<(), Error> {
        clerk(session)?;
        self.write("desk.done", session.id, |_, tx, id| Box::pin(async move { Ok(tx.set_session_person(*id, None).await?) })).await
    }
}
