//! A new beginning for somebody who lost everything: old sessions end, a new sheet of codes replaces the old one.

use super::clerk;
use crate::{Error, Service, Session};
use doorstep_locales::Locale;

impl Service {
    /// Ends the sessions of the person at the desk, takes their passkeys away if they say so, and answers a new sheet of codes, which are shown
    /// once. The person is told who did it and what to do if it was not them.
    pub async fn desk_lost(&self, session: &Session, passkeys: bool, locale: Locale) -> Result<Vec<String>, Error> {
        clerk(session)?;
        let person = session.require_person()?;
        if session.posted_on().is_some() {
            return Err(Error::NotFound);
        }
        let (codes, hashes) = self.fresh_codes();
        self.write("desk.lost", (session.clone(), hashes), move |this, tx, (session, hashes)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                tx.end_other_sessions(person, None).await?;
                let taken = if passkeys { tx.passkeys(person).await? } else { Vec::new() };
                for passkey in taken {
                    tx.delete_passkey(person, &passkey.credential).await?;
                }
                tx.put_codes(person, hashes, now).await?;
                this.tell_of_desk(tx, session, person, "desk-lost", "account", locale).await
            })
        })
        .await?;
        Ok(codes)
    }
}
