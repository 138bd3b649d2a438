//! Messages to a person: written in the transaction of the fact, kept in their in-box, delivered by a job.

use crate::remind::Promised;
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::{Arg, Locale};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::world::new_id;
use doorstep_register::{Contact, PersonId, Record};
use doorstep_storage::{Cell, JobRow, MessageRow, Tx};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The job that delivers a message by e-mail.
pub(crate) const EMAIL: &str = "message.email";
/// The same for a reminder, which is withdrawn when it has become pointless.
pub(crate) const REMINDER: &str = "reminder.email";

/// A message as the person reads it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Message {
    /// When.
    pub at: Timestamp,
    /// The language it is written in (BCP 47).
    pub language: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// The e-mail address that it goes to as well.
    pub email: Option<String>,
    /// Whether it stands in the in-box; a sign-in link does not.
    pub in_box: bool,
    /// The dates that the person was told, kept beside their reminders; it is no letter then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Promised>,
}

impl Message {
    /// What was told, kept for the day on which a calendar changes.
    pub(crate) fn keeping(at: Timestamp, promised: Promised) -> Self {
        let promised = Some(promised);
        Message { at, language: String::new(), subject: String::new(), body: String::new(), email: None, in_box: false, promised }
    }
}

/// A message to be written.
pub(crate) struct Letter {
    kind: &'static str,
    locale: Locale,
    args: Vec<(&'static str, Arg)>,
    email: Option<String>,
    /// For how long it is kept, if it does not stand in the in-box.
    kept: Option<SignedDuration>,
    job: &'static str,
}

impl Letter {
    /// A message whose texts are `msg-<kind>-subject` and `msg-<kind>-body`.
    pub(crate) fn new(kind: &'static str, locale: Locale) -> Self {
        Letter { kind, locale, args: Vec::new(), email: None, kept: None, job: EMAIL }
    }

    /// One line.
    pub(crate) fn subject(&self) -> String {
        self.locale.ta(&format!("msg-{}-subject", self.kind), &self.args)
    }

    /// Plain text.
    pub(crate) fn body(&self) -> String {
        self.locale.ta(&format!("msg-{}-body", self.kind), &self.args)
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    pub(crate) fn emailed_to(mut self, email: Option<String>) -> Self {
        self.email = email;
        self
    }

    /// For the post alone, and kept no longer than it is good for.
    pub(crate) fn not_in_box(mut self, kept: SignedDuration) -> Self {
        self.kept = Some(kept);
        self
    }

    pub(crate) fn reminding(mut self) -> Self {
        self.job = REMINDER;
        self
    }
}

/// The language of messages to a person.
pub(crate) fn language(contact: &Contact, otherwise: Locale) -> Locale {
    contact.language.as_ref().and_then(|l| l.as_str().parse().ok()).unwrap_or(otherwise)
}

/// The e-mail address of a person.
pub(crate) fn email(contact: &Contact) -> Option<String> {
    contact.email.as_ref().map(|e| e.as_str().to_owned())
}

impl Service {
    /// Where letters about a record go: to the person's own address, or, for somebody who could not read them otherwise, to whoever acts for
    /// them in the household.
    pub(crate) async fn address_for(&self, tx: &mut dyn Tx, record: &Record) -> TxResult<Option<String>> {
        self.address_of(tx, record.person, &record.contact).await
    }

    /// The same from the contacts alone.
    pub(crate) async fn address_of(&self, tx: &mut dyn Tx, person: PersonId, contact: &Contact) -> TxResult<Option<String>> {
        if let Some(own) = email(contact) {
            return Ok(Some(own));
        }
        // Whoever comes in by themselves reads it in their in-box: they may live apart from the household by now.
        if self.has_own_way_in(tx, person).await? {
            return Ok(None);
        }
        for holder in tx.holders(person).await? {
            let post = policy::decide(&Subject::Post, holder, Purpose::Delivery, self.now()).map_err(Error::from)?;
            let contact = self.vault().contact(tx, &post, self.now()).await?;
            if let Some(theirs) = email(&contact) {
                return Ok(Some(theirs));
            }
        }
        Ok(None)
    }

    /// Whether somebody can sign in without whoever acts for them: with a code, a passkey, or an e-mail address that they confirmed.
    pub(crate) async fn has_own_way_in(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<bool> {
        if tx.codes_left(person).await? > 0 || !tx.passkeys(person).await?.is_empty() {
            return Ok(true);
        }
        let post = policy::decide(&Subject::Post, person, Purpose::Delivery, self.now()).map_err(Error::from)?;
        match email(&self.vault().contact(tx, &post, self.now()).await?) {
            Some(address) => self.signs_in(tx, person, self.email_index(&address)?).await,
            None => Ok(false),
        }
    }
}

pub(crate) fn cell(person: PersonId, id: &Uuid) -> Cell<'_> {
    Cell { table: "message", person, row: id.as_bytes(), column: "sealed" }
}

impl Service {
    /// That there is something to read, and nothing of what it says.
    pub(crate) fn quiet_letter(&self, locale: Locale) -> Letter {
        Letter::new("quiet", locale).with("link", format!("{}/{}/inbox", self.settings().base_url, locale))
    }

    /// Writes a message, dated `at`, and enqueues its delivery for then.
    pub(crate) async fn send(&self, tx: &mut dyn Tx, person: PersonId, letter: Letter, at: Timestamp) -> TxResult<()> {
        let message = Message {
            at,
            language: letter.locale.tag().to_owned(),
            subject: letter.subject(),
            body: letter.body(),
            email: letter.email,
            in_box: letter.kept.is_none(),
            promised: None,
        };
        let expires_at = letter.kept.map(|kept| at.saturating_add(kept).unwrap_or(at));
        self.keep_message(tx, person, message, letter.job, expires_at).await
    }

    /// Keeps a message, and enqueues its delivery for the moment that it is dated.
    pub(crate) async fn keep_message(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        message: Message,
        job: &str,
        expires_at: Option<Timestamp>,
    ) -> TxResult<()> {
        let at = message.at;
        let id = new_id(at, self.random());
        let sealed = self.vault().seal_value(tx, cell(person, &id), &message).await?;
        tx.add_message(&MessageRow { person, id, sealed, created_at: at, expires_at }).await?;
        // A reminder without an address to go to has a job too: by it the reminder is withdrawn from the in-box.
        if message.email.is_some() || job == REMINDER {
            tx.add_job(&JobRow { id, kind: job.to_owned(), person, message: id, available_at: at, attempts: 0 }).await?;
        }
        Ok(())
    }

    /// The person's in-box, newest first.
    pub async fn inbox(&self, session: &Session) -> Result<Vec<Message>, Error> {
        let person = session.require_person()?;
        self.look(session, person, "message.inbox", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                let rows: Vec<_> =
                    tx.messages(*person, now, 200).await?.into_iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed)).collect();
                let all: Vec<Message> = this.vault().open_values(tx, &grant, ("message", "sealed"), &rows, now).await?;
                Ok(all.into_iter().filter(|m| m.in_box).collect())
            })
        })
        .await
    }
}
