//! How to reach a person. Each way can be replaced without access to the old one; the old one hears of it.

use crate::message::{Letter, change, email, language};
use crate::signin::normal_email;
use crate::{Error, Service, Session, TxResult};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_locales::Locale;
use doorstep_policy::{self as policy, Finder, Identifier, Purpose, Subject};
use doorstep_register::{Contact, PersonId, Record, What};
use doorstep_storage::{Blind, BlindIndex, KeyError, Tx};
use jiff::SignedDuration;
use uuid::Uuid;

/// How long a letter is kept that is for the post alone: until the post has had every chance.
pub(crate) const FOR_THE_POST: SignedDuration = SignedDuration::from_hours(24 * 7);

impl Service {
    /// Replaces the person's contacts.
    pub async fn set_contact(&self, session: &Session, contact: Contact, seen: u32, locale: Locale) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("contact", (session.clone(), contact, seen, locale), move |this, tx, (session, contact, seen, locale)| {
            Box::pin(async move {
                let mut record = this.opened(tx, session, person).await?;
                if record.contact == *contact {
                    return Ok(());
                }
                if record.version != *seen {
                    return Err(Error::Stale(record.version).into());
                }
                this.contacted(tx, session, &mut record, contact.clone(), *locale).await?;
                this.remind_again(tx, &record, *locale).await
            })
        })
        .await
    }

    /// Appends new contacts. A new e-mail address signs nobody in before its owner has opened the link that is sent to it.
    pub(crate) async fn contacted(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        record: &mut Record,
        contact: Contact,
        locale: Locale,
    ) -> TxResult<()> {
        let old = record.contact.clone();
        let (person, by) = (record.person, session.actor(record.person));
        self.vault().append(tx, record, by, What::Contacted { contact }, self.now()).await?;
        let same = email(&old) == email(&record.contact);
        if !same {
            tx.put_email(person, None).await?;
            self.ask_to_confirm(tx, record).await?;
        }
        let locale = language(&record.contact, locale);
        let letter = || {
            let letter = Letter::new("contact", locale)
                .with("name", record.names().map_or("", |n| n.called()))
                .changed(change::contact(&old), change::contact(&record.contact));
            self.told_why(letter, session, person, "/account", None)
        };
        // The first contacts replace none: there is nobody to warn at the address that was just given.
        let told = if old == Contact::default() { letter().in_box_only() } else { letter() };
        self.send(tx, person, told, self.now()).await?;
        if email(&old).is_some() && !same {
            self.send(tx, person, letter().emailed_to(email(&old)).not_in_box(FOR_THE_POST), self.now()).await?;
        }
        Ok(())
    }

    async fn ask_to_confirm(&self, tx: &mut dyn Tx, record: &Record) -> TxResult<()> {
        let Some(address) = email(&record.contact) else { return Ok(()) };
        let locale = language(&record.contact, self.settings().locale);
        let code = self.confirmation(record.person, &address)?;
        let link = format!("{}/{}/confirm-email/{code}", self.settings().base_url, locale);
        let letter = Letter::new("confirm-email", locale).with("link", link).emailed_to(Some(address)).not_in_box(FOR_THE_POST);
        self.send(tx, record.person, letter, self.now()).await?;
        Ok(())
    }

    /// Whether the e-mail address that stands in a record is confirmed; `None` where there is none.
    pub async fn email_confirmed(&self, record: &Record) -> Result<Option<bool>, Error> {
        let Some(address) = email(&record.contact) else { return Ok(None) };
        let input = (record.person, self.email_index(&address)?);
        self.read("contact.confirmed", input, |this, tx, (person, index)| {
            Box::pin(async move { Ok(Some(this.signs_in(tx, *person, *index).await?)) })
        })
        .await
    }

    /// Whether an e-mail address, by its blind index, signs this person in.
    pub(crate) async fn signs_in(&self, tx: &mut dyn Tx, person: PersonId, index: BlindIndex) -> TxResult<bool> {
        let grant = self.finding(Finder::Register, Identifier::Email, index)?;
        Ok(tx.people_by_email(&grant, self.now()).await?.contains(&person))
    }

    /// Sends the link that confirms the e-mail address once more.
    pub async fn confirm_again(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("contact.confirm_again", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move {
                let record = this.opened(tx, session, *person).await?;
                this.ask_to_confirm(tx, &record).await
            })
        })
        .await
    }

    /// Of an address that stands in a record which is open.
    pub(crate) fn email_index(&self, address: &str) -> Result<[u8; 32], KeyError> {
        self.vault().keys().blind(Blind::EmailInRecord, normal_email(address).as_bytes())
    }

    /// The code in the link that confirms an address: the person, and the server's word that the two belong together.
    fn confirmation(&self, person: PersonId, address: &str) -> Result<String, KeyError> {
        let bound = [person.0.as_bytes().as_slice(), &self.email_index(address)?].concat();
        let word = self.vault().keys().blind(Blind::Confirmation, &bound)?;
        Ok(URL_SAFE_NO_PAD.encode([person.0.as_bytes().as_slice(), &word].concat()))
    }

    /// Confirms the e-mail address that stands in the session's record now, by the code that was sent to it. Only the person themselves can:
    /// a stranger who gets the mail by a slip of the pen cannot make it a way in.
    pub async fn confirm_email(&self, session: &Session, code: &str) -> Result<(), Error> {
        let raw = URL_SAFE_NO_PAD.decode(code).map_err(|_| Error::SpentLink)?;
        let (id, _) = raw.split_first_chunk::<16>().filter(|_| raw.len() == 48).ok_or(Error::SpentLink)?;
        let person = PersonId(Uuid::from_bytes(*id));
        if session.person() != Some(person) {
            return Err(Error::SpentLink);
        }
        self.write("contact.confirm_email", (person, code.to_owned()), |this, tx, (person, code)| {
            Box::pin(async move {
                let post = policy::decide(&Subject::Post, *person, Purpose::Delivery, this.now()).map_err(Error::from)?;
                tx.person(*person).await?.ok_or(Error::SpentLink)?;
                let contact = this.vault().contact(tx, &post, this.now()).await?;
                let address = email(&contact).ok_or(Error::SpentLink)?;
                if this.confirmation(*person, &address)? != *code {
                    return Err(Error::SpentLink.into());
                }
                Ok(tx.put_email(*person, Some(&this.email_index(&address)?)).await?)
            })
        })
        .await
    }

    /// Takes the e-mail address of the session's record as confirmed: the operator has verified it by other means (an import, the demo).
    pub async fn vouch_for_email(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        let contact = self.record(session).await?.contact;
        let Some(address) = email(&contact) else { return Ok(()) };
        self.confirm_email(session, &self.confirmation(person, &address)?).await
    }
}
