//! Messages to a person: written in the transaction of the fact, kept in their in-box, sent on every way that reaches them.

pub(crate) mod change;
#[cfg(test)]
mod every;
mod guard;
mod inbox;
mod letter;
mod proof;
mod reach;
mod send;
mod short;

pub(crate) use inbox::in_order;
pub use inbox::{Received, Way};
pub use short::{Push, Short, is_gsm, sms_parts};

pub(crate) use letter::Letter;

use crate::remind::Promised;
use doorstep_locales::Locale;
use doorstep_register::case::{Channel, Side};
use doorstep_register::{CaseId, Contact, PersonId, Reference};
use doorstep_storage::Cell;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The job that delivers a message by e-mail.
pub(crate) const EMAIL: &str = "message.email";
/// The same for a reminder, which is withdrawn when it has become pointless.
pub(crate) const REMINDER: &str = "reminder.email";
/// The job that delivers a message by SMS.
pub(crate) const TEXT: &str = "message.sms";
/// The same for a reminder.
pub(crate) const REMINDER_TEXT: &str = "reminder.sms";
/// The job that asks the gateway whether an SMS arrived.
pub(crate) const REPORT: &str = "sms.report";

/// The case that a message is a notice of, and who it is a notice to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseNotice {
    /// Which case.
    pub case: CaseId,
    /// To which side.
    pub side: Side,
}

/// A message as it goes on paper, beside its own language: the code by which the post speaks of it, and the text in the office's language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OnPaper {
    /// Printed on it. Whoever notes that it was delivered or came back types this.
    pub code: Reference,
    /// The language of the office (BCP 47).
    pub language: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

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
    /// The text of the e-mail, where it says less than the in-box does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email_body: Option<String>,
    /// The telephone number that an SMS goes to as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The text of the SMS. It says nothing but that a message waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sms: Option<String>,
    /// Set if it may go on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<OnPaper>,
    /// Ways on which its arrival proves nothing: an address that nobody confirmed, or that of somebody else who acts for the person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsure: Vec<Channel>,
    /// The case that it is a notice of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<CaseNotice>,
    /// Whether it stands in the in-box; a sign-in link does not.
    pub in_box: bool,
    /// The dates that the person was told, kept beside their reminders; it is no letter then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Promised>,
}

impl Message {
    fn plain(at: Timestamp, locale: Option<Locale>) -> Self {
        Message {
            at,
            language: locale.map(|locale| locale.tag().to_owned()).unwrap_or_default(),
            subject: String::new(),
            body: String::new(),
            email: None,
            email_body: None,
            phone: None,
            sms: None,
            paper: None,
            unsure: Vec::new(),
            about: None,
            in_box: false,
            promised: None,
        }
    }

    /// What was told, kept for the day on which a calendar changes.
    pub(crate) fn keeping(at: Timestamp, promised: Promised) -> Self {
        Message { promised: Some(promised), ..Message::plain(at, None) }
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

pub(crate) fn cell(person: PersonId, id: &Uuid) -> Cell<'_> {
    Cell { table: "message", person, row: id.as_bytes(), column: "sealed" }
}
