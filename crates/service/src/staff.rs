//! People who work for an office. In this version they sign in by a one-time link that the operator makes.

use crate::token::{Token, hash};
use crate::{Error, Service};
use doorstep_register::StaffId;
use doorstep_register::world::new_id;
use doorstep_storage::{LinkRow, StaffRow};
use jiff::SignedDuration;

/// What a member of staff does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StaffRole {
    /// Works at a desk.
    Clerk,
    /// Works on cases.
    Officer,
    /// Asks clerks about a sample of what they opened. Opens nothing.
    Supervisor,
    /// Sits on the body that hears appeals.
    Appeal,
}

impl Service {
    /// Adds a member of staff.
    pub async fn add_staff(&self, role: StaffRole, name: String, pseudonym: String) -> Result<StaffId, Error> {
        self.write("staff.add", (role, name, pseudonym), |this, tx, (role, name, pseudonym)| {
            Box::pin(async move {
                let id = StaffId(new_id(this.now(), this.random()));
                let role = match role {
                    StaffRole::Clerk => "clerk",
                    StaffRole::Officer => "officer",
                    StaffRole::Supervisor => "supervisor",
                    StaffRole::Appeal => "appeal",
                };
                let row = StaffRow {
                    id,
                    office: this.office(),
                    role: role.to_owned(),
                    pseudonym: pseudonym.clone(),
                    name: name.clone(),
                    left_at: None,
                };
                tx.put_staff(&row).await?;
                Ok(id)
            })
        })
        .await
    }

    /// Ends a member's work for the office: at once they are signed out, their links do nothing, and their open cases are nobody's.
    pub async fn retire_staff(&self, staff: StaffId) -> Result<(), Error> {
        self.write("staff.retire", staff, |this, tx, staff| Box::pin(async move { Ok(tx.retire_staff(*staff, this.now()).await?) })).await
    }

    /// Makes a one-time sign-in link for a member of staff; the answer is its path without the language.
    pub async fn staff_link(&self, staff: StaffId, hours: i64) -> Result<String, Error> {
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
