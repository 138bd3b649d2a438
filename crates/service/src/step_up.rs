//! Step-up: before a decision, a member of staff proves with a passkey that it is they. The ceremonies (WebAuthn level 3) are in `web`.

use crate::{Error, Service, Session};
use doorstep_register::StaffId;
use doorstep_storage::{SignInWay, StaffPasskeyRow};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// How long a step-up counts.
const FRESH: SignedDuration = SignedDuration::from_mins(5);
/// How old a session may be in which somebody who has no passkey adds the first.
const YOUNG: SignedDuration = SignedDuration::from_mins(10);
/// How many passkeys a member of staff may have.
const MOST: usize = 10;

/// A passkey of a member of staff.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaffPasskey {
    /// By which it is removed.
    pub credential: [u8; 32],
    /// When it was added.
    pub created_at: Timestamp,
    /// The library's own form of it, as JSON.
    pub json: String,
}

fn staff(session: &Session) -> Result<StaffId, Error> {
    Ok(session.staff().ok_or(Error::NotFound)?.id)
}

/// Whether no more than a term has passed since a moment; one that lies ahead does not count.
fn within(term: SignedDuration, since: Timestamp, now: Timestamp) -> bool {
    let passed = now.duration_since(since);
    !passed.is_negative() && passed < term
}

impl Service {
    /// Lets a decision go ahead: the member of staff proved in this session, within the last five minutes, that it is they.
    ///
    /// # Errors
    /// [`Error::StepUp`], if they did not.
    pub fn require_step_up(&self, session: &Session) -> Result<(), Error> {
        let proved = session.stepped_up_at.filter(|_| session.staff().is_some());
        if proved.is_some_and(|at| within(FRESH, at, self.now())) { Ok(()) } else { Err(Error::StepUp) }
    }

    /// The same before a decision about a person. Only the demo of an invented town goes without, as long as it has no provider.
    ///
    /// # Errors
    /// [`Error::StepUp`], as [`require_step_up`](Self::require_step_up).
    pub fn may_decide(&self, session: &Session) -> Result<(), Error> {
        if self.settings().passkeys_decide { self.require_step_up(session) } else { Ok(()) }
    }

    /// The passkeys of the session's member of staff.
    pub async fn staff_passkeys(&self, session: &Session) -> Result<Vec<StaffPasskey>, Error> {
        self.read("staff.passkeys", staff(session)?, |_, tx, staff| {
            Box::pin(async move {
                let rows = tx.staff_passkeys(*staff).await?;
                let seen = |row: StaffPasskeyRow| StaffPasskey { credential: row.credential, created_at: row.created_at, json: row.key };
                Ok(rows.into_iter().map(seen).collect())
            })
        })
        .await
    }

    /// Whether a passkey may be added now. The first: in a session that has just begun, by the office's own service or the operator's link.
    /// Another: after a step-up, so that a stolen session makes nobody an officer.
    ///
    /// # Errors
    /// [`Error::OldSession`] or [`Error::StepUp`] say what is missing; [`Error::TooMany`].
    pub fn may_add_passkey(&self, session: &Session, has: usize) -> Result<(), Error> {
        staff(session)?;
        match has {
            0 => {
                let way = matches!(session.way, SignInWay::Provider | SignInWay::Link);
                if way && within(YOUNG, session.created_at, self.now()) { Ok(()) } else { Err(Error::OldSession) }
            }
            MOST.. => Err(Error::TooMany(MOST as u32)),
            _ => self.require_step_up(session),
        }
    }

    /// Adds a passkey that the browser has just made.
    pub async fn add_staff_passkey(&self, session: &Session, credential_id: &[u8], json: String) -> Result<(), Error> {
        let input = (session.clone(), staff(session)?, Sha256::digest(credential_id).into(), json);
        self.write("staff.add_passkey", input, |this, tx, (session, staff, credential, json)| {
            Box::pin(async move {
                this.may_add_passkey(session, tx.staff_passkeys(*staff).await?.len())?;
                let row = StaffPasskeyRow { staff: *staff, credential: *credential, key: json.clone(), created_at: this.now() };
                Ok(tx.put_staff_passkey(&row).await?)
            })
        })
        .await
    }

    /// Removes a passkey, after a step-up.
    pub async fn delete_staff_passkey(&self, session: &Session, credential: [u8; 32]) -> Result<(), Error> {
        self.require_step_up(session)?;
        self.write("staff.delete_passkey", (staff(session)?, credential), |_, tx, (staff, credential)| {
            Box::pin(async move { Ok(tx.delete_staff_passkey(*staff, credential).await?) })
        })
        .await
    }

    /// Notes that the member of staff has just proved that they hold one of their passkeys; `json` is what is known of it now. Answers the
    /// session as it is after that.
    pub async fn step_up(&self, session: &Session, credential_id: &[u8], json: String) -> Result<Session, Error> {
        let input = (session.id, staff(session)?, <[u8; 32]>::from(Sha256::digest(credential_id)), json);
        let at = self
            .write("staff.step_up", input, |this, tx, (session, staff, credential, json)| {
                Box::pin(async move {
                    let known = tx.staff_passkeys(*staff).await?.into_iter().find(|row| row.credential == *credential);
                    let known = known.ok_or(Error::NotFound)?;
                    tx.put_staff_passkey(&StaffPasskeyRow { key: json.clone(), ..known }).await?;
                    let now = this.now();
                    tx.set_stepped_up(*session, now).await?;
                    Ok(now)
                })
            })
            .await?;
        Ok(Session { stepped_up_at: Some(at), ..session.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_counts_for_its_term_and_not_before() {
        let at = |seconds: i64| Timestamp::from_second(1_800_000_000 + seconds).unwrap();
        assert!(within(FRESH, at(0), at(0)));
        assert!(within(FRESH, at(0), at(299)));
        assert!(!within(FRESH, at(0), at(300)));
        assert!(!within(FRESH, at(1), at(0)), "a clock set back revives nothing");
    }
}
