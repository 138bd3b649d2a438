//! Where a person is reached outside of their in-box.

use super::email;
use crate::{Error, Service, TxResult};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::case::Channel;
use doorstep_register::{Contact, PersonId};
use doorstep_storage::Tx;

/// Where a person is reached outside of their in-box.
#[derive(Default)]
pub(super) struct Reach {
    pub(super) email: Option<String>,
    pub(super) phone: Option<String>,
    /// Ways that prove nothing: an address that nobody confirmed, or that of somebody who acts for the person.
    pub(super) unsure: Vec<Channel>,
}

fn phone(contact: &Contact) -> Option<String> {
    contact.phone.as_ref().map(|phone| phone.as_str().to_owned())
}

impl Service {
    /// At their own address and number; for somebody who could not read it otherwise, at those of whoever acts for them in the household.
    pub(super) async fn reach(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Reach> {
        let contact = self.contact_for_post(tx, person).await?;
        let mut reach = Reach { email: email(&contact), phone: phone(&contact), unsure: Vec::new() };
        if let Some(address) = &reach.email {
            let index = self.email_index(address)?;
            if !self.signs_in(tx, person, index).await? {
                reach.unsure.push(Channel::Email);
            }
            return Ok(reach);
        }
        // Whoever comes in by themselves reads it in their in-box: they may live apart from the household by now.
        if self.has_own_way_in(tx, person).await? {
            return Ok(reach);
        }
        for holder in tx.holders(person).await? {
            let theirs = self.contact_for_post(tx, holder).await?;
            if reach.email.is_none() && theirs.email.is_some() {
                reach.email = email(&theirs);
                reach.unsure.push(Channel::Email);
            }
            if reach.phone.is_none() && theirs.phone.is_some() {
                reach.phone = phone(&theirs);
                reach.unsure.push(Channel::Sms);
            }
        }
        Ok(reach)
    }

    /// The contacts of a person, for the post.
    pub(crate) async fn contact_for_post(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Contact> {
        let now = self.now();
        let post = policy::decide(&Subject::Post, person, Purpose::Delivery, now).map_err(Error::from)?;
        Ok(self.vault().contact(tx, &post, now).await?)
    }

    /// Whether somebody can sign in without whoever acts for them: with a code, a passkey, or an e-mail address that they confirmed.
    pub(crate) async fn has_own_way_in(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<bool> {
        if tx.codes_left(person).await? > 0 || !tx.passkeys(person).await?.is_empty() {
            return Ok(true);
        }
        match email(&self.contact_for_post(tx, person).await?) {
            Some(address) => self.signs_in(tx, person, self.email_index(&address)?).await,
            None => Ok(false),
        }
    }

    /// Whether somebody can open the in-box: the person themselves, now or later, or whoever acts for them.
    pub(crate) async fn opens_inbox(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<bool> {
        let now = self.now();
        Ok(self.has_own_way_in(tx, person).await? || !tx.sessions(person, now).await?.is_empty() || !tx.holders(person).await?.is_empty())
    }
}
