//! People who work for an office: how an operator adds and removes them, and the one-time links by which they sign in where the office has
//! no provider of sign-ins.

use crate::token::{Token, hash};
use crate::{Error, Service};
use doorstep_register::world::new_id;
use doorstep_register::{Office, StaffId, StaffRole};
use doorstep_storage::{Blind, BlindIndex, LinkRow, StaffRow};
use jiff::SignedDuration;

impl Service {
    /// Adds a member of the office that works on cases.
    pub async fn add_staff(&self, role: StaffRole, name: String, pseudonym: String) -> Result<StaffId, Error> {
        self.add_staff_of(self.office(), role, name, pseudonym).await
    }

    /// Adds a member of some office.
    pub async fn add_staff_of(&self, office: Office, role: StaffRole, name: String, pseudonym: String) -> Result<StaffId, Error> {
        self.write("staff.add", (office, role, name, pseudonym), |this, tx, (office, role, name, pseudonym)| {
            Box::pin(async move {
                let id = StaffId(new_id(this.now(), this.random()));
                let row =
                    StaffRow { id, office: office.clone(), role: *role, pseudonym: pseudonym.clone(), name: name.clone(), left_at: None };
                tx.put_staff(&row).await?;
                Ok(id)
            })
        })
        .await
    }

    /// Whether somebody has this pseudonym, or had it: then nobody else may get it.
    pub async fn pseudonym_is_taken(&self, pseudonym: String) -> Result<bool, Error> {
        self.read("staff.pseudonym", pseudonym, |_, tx, pseudonym| {
            Box::pin(async move { Ok(!tx.staff_by_pseudonym(pseudonym).await?.is_empty()) })
        })
        .await
    }

    /// Whose pseudonym this is, if it is one person's; for the operator, who is told no name.
    pub async fn staff_called(&self, pseudonym: String) -> Result<Option<StaffId>, Error> {
        self.read("staff.called", pseudonym, |_, tx, pseudonym| {
            Box::pin(async move {
                match tx.staff_by_pseudonym(pseudonym).await?.as_slice() {
                    [one] => Ok(Some(one.id)),
                    _ => Ok(None),
                }
            })
        })
        .await
    }

    /// Ends a member's work for the office: at once they are signed out, their links do nothing, and their open cases are nobody's.
    pub async fn retire_staff(&self, staff: StaffId) -> Result<(), Error> {
        self.write("staff.retire", staff, |this, tx, staff| Box::pin(async move { Ok(tx.retire_staff(*staff, this.now()).await?) })).await
    }

    /// Takes somebody back who no longer worked for the office. They need a link, or an account at the provider, and a new passkey.
    pub async fn readmit_staff(&self, staff: StaffId) -> Result<(), Error> {
        self.write("staff.readmit", staff, |_, tx, staff| Box::pin(async move { Ok(tx.readmit_staff(*staff).await?) })).await
    }

    /// Removes all passkeys of a member who lost theirs, and signs them out; says how many there were.
    pub async fn forget_staff_passkeys(&self, staff: StaffId) -> Result<u64, Error> {
        self.write("staff.forget_passkeys", staff, |_, tx, staff| {
            Box::pin(async move {
                tx.end_staff_sessions(*staff).await?;
                Ok(tx.forget_staff_passkeys(*staff).await?)
            })
        })
        .await
    }

    /// Says that a member is known to the provider as this subject, so that they stay one and the same when links give way to it.
    /// [`Error::Stale`] if the account is somebody else's.
    pub async fn connect_staff(&self, staff: StaffId, issuer: &str, subject: &str) -> Result<(), Error> {
        let account = self.account_index(issuer, subject)?;
        self.write("staff.connect", (staff, account), |_, tx, (staff, account)| {
            Box::pin(async move { Ok(tx.set_staff_account(*staff, account).await?) })
        })
        .await
    }

    /// A keyed hash of an account at a provider. Both are without line breaks: a URL, and a subject of the provider's.
    pub(crate) fn account_index(&self, issuer: &str, subject: &str) -> Result<BlindIndex, Error> {
        let value = format!("doorstep staff 1\n{issuer}\n{subject}");
        Ok(self.vault().keys().blind(Blind::Staff, value.as_bytes())?)
    }

    /// Makes a one-time sign-in link for a member of staff; the answer is its path without the language.
    pub async fn staff_link(&self, staff: StaffId, hours: i64) -> Result<String, Error> {
        self.links_of_staff()?;
        let token = Token::new(self.random());
        self.write("staff.link", (staff, hash(token.reveal()), hours), |this, tx, (staff, key, hours)| {
            Box::pin(async move {
                let now = this.now();
                tx.staff(*staff).await?.filter(|row| row.left_at.is_none()).ok_or(Error::NotFound)?;
                let expires_at = now.saturating_add(SignedDuration::from_hours(*hours)).unwrap_or(now);
                Ok(tx.add_link(&LinkRow { token: *key, person: None, staff: Some(*staff), expires_at }).await?)
            })
        })
        .await?;
        Ok(format!("/sign-in/link/{}", token.reveal()))
    }

    /// Not found, where the operator turned links of staff off.
    pub(crate) fn links_of_staff(&self) -> Result<(), Error> {
        if self.settings().staff_links { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Makes a one-time sign-in link for a person who is signed in (for another device); the answer is its path without the language.
    pub async fn device_link(&self, session: &crate::Session, hours: i64) -> Result<String, Error> {
        let token = Token::new(self.random());
        let person = session.require_person()?;
        self.write("signin.device_link", (person, hash(token.reveal()), hours), |this, tx, (person, key, hours)| {
            Box::pin(async move {
                let now = this.now();
                let expires_at = now.saturating_add(SignedDuration::from_hours(*hours)).unwrap_or(now);
                Ok(tx.add_link(&LinkRow { token: *key, person: Some(*person), staff: None, expires_at }).await?)
            })
        })
        .await?;
        Ok(format!("/sign-in/link/{}", token.reveal()))
    }
}
