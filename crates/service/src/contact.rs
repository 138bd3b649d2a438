//! How to reach a person. Each way can be replaced without access to the old one; the old one hears of it.

use crate::message::{Letter, email, language};
use crate::signin::normal_email;
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_register::{Contact, Record, What};
use doorstep_storage::{Blind, Tx};

impl Service {
    /// Replaces the person's contacts.
    pub async fn set_contact(&self, session: &Session, contact: Contact, seen: u32, locale: Locale) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("contact", (session.clone(), contact, seen, locale), move |this, tx, (session, contact, seen, locale)| {
            Box::pin(async move {
                let mut record = this.opened_at(tx, session, person, Some(*seen)).await?;
                let old = record.contact.clone();
                if old == *contact {
                    return Ok(());
                }
                this.contacted(tx, session, &mut record, contact.clone()).await?;
                let locale = language(contact, *locale);
                let mut addresses = vec![email(contact)];
                if email(&old).is_some() && email(&old) != email(contact) {
                    addresses.push(email(&old));
                }
                for (i, address) in addresses.into_iter().enumerate() {
                    let letter = Letter::new("contact", locale)
                        .with("name", record.names().map_or("", |n| n.called()))
                        .with("link", format!("{}/{}/account", this.settings().base_url, locale))
                        .emailed_to(address);
                    let letter = if i == 0 { letter } else { letter.not_in_box() };
                    this.send(tx, person, letter, this.now()).await?;
                }
                Ok(())
            })
        })
        .await
    }

    pub(crate) async fn contacted(&self, tx: &mut dyn Tx, session: &Session, record: &mut Record, contact: Contact) -> TxResult<()> {
        let index = contact.email.as_ref().map(|e| self.vault().keys().blind(Blind::Email, normal_email(e.as_str()).as_bytes()));
        let by = session.actor(record.person);
        self.vault().append(tx, record, by, What::Contacted { contact }, self.now()).await?;
        tx.put_email(record.person, index.as_ref()).await?;
        Ok(())
    }
}
