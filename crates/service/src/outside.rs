//! The outside world: the post, the printing press, and the service by which staff sign in. Others implement these; `cli` wires them in.

use doorstep_register::{Office, StaffRole};
use futures::future::BoxFuture;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// One e-mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
    /// The language (BCP 47).
    pub language: String,
    /// Unique, so that a repeated delivery is recognised (RFC 5322 Message-ID, left part).
    pub id: String,
}

/// Why a mail was not taken.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PostError {
    /// Try again later.
    #[error("not now: {0}")]
    Later(&'static str),
    /// This address will never work.
    #[error("never: {0}")]
    Never(&'static str),
}

/// Takes mail to be delivered.
pub trait Post: Send + Sync {
    /// Hands one mail over. Errors carry no personal data.
    fn send(&self, mail: Mail) -> BoxFuture<'_, Result<(), PostError>>;
}

/// One line of a table on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The value.
    pub value: String,
}

/// A part of a document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Section {
    /// A heading, or none.
    pub heading: Option<String>,
    /// A table.
    pub rows: Vec<Row>,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// A list.
    pub list: Vec<String>,
}

/// A QR code on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Qr {
    /// What it holds.
    pub link: String,
    /// What it is, for those who do not see it.
    pub alt: String,
    /// What it is for.
    pub caption: String,
}

/// A document to be printed: all text is in its language already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// BCP 47.
    pub lang: String,
    /// The title.
    pub title: String,
    /// Who issues it.
    pub issuer: String,
    /// Paragraphs under the title.
    pub lead: Vec<String>,
    /// The parts.
    pub sections: Vec<Section>,
    /// A QR code.
    pub qr: Option<Qr>,
    /// A line at the foot of each page.
    pub footer: String,
    /// When it was made; the only moment in the file.
    pub made_at: Timestamp,
}

/// The document could not be made.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{0}")]
pub struct PaperError(pub String);

/// Makes tagged PDF/A.
pub trait Paper: Send + Sync {
    /// The bytes of the file; the same document always gives the same bytes. Slow: call it off the runtime's own threads.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, PaperError>;
}

/// What one sign-in of a member of staff begins with: 32 bytes of chance each, in base64url. It stays on the server; the browser learns the
/// state and the nonce alone.
#[derive(Clone, Serialize, Deserialize)]
pub struct StaffAsked {
    /// Ties the answer to the browser that asked.
    pub state: String,
    /// Ties the provider's token to this sign-in.
    pub nonce: String,
    /// Ties the provider's code to us.
    pub verifier: String,
    /// The address to which the provider sends the browser back.
    pub redirect: String,
}

/// What the browser brought back from the provider.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StaffAnswer {
    /// The state.
    pub state: String,
    /// The code; empty where the provider says that nobody signed in.
    pub code: String,
    /// Who says that they issued it.
    pub issuer: Option<String>,
}

/// Whom a provider knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StaffAccount {
    /// Which provider.
    pub issuer: String,
    /// As what it knows them; never shown.
    pub subject: String,
    /// Their name.
    pub name: String,
    /// Where they work, and as what; or why that cannot be said.
    pub post: Result<(Office, StaffRole), NoPost>,
}

/// Why an account is not one of a member of staff.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum NoPost {
    /// Nothing says that they work for an office.
    #[error("not a member of staff")]
    Nobody,
    /// A role, or an office, that is not known here.
    #[error("the role {0:?} is not known")]
    Unknown(String),
}

/// Why a provider tells of nobody. The texts are for the operator's journal and name nobody.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ProviderFault {
    /// It does not answer, or cannot be understood.
    #[error("{0}")]
    Away(String),
    /// What came back is not to be believed.
    #[error("{0}")]
    Untrusted(String),
    /// Nobody signed in there: somebody turned back.
    #[error("nobody signed in at the provider")]
    Declined,
}

/// The service by which an office's people sign in.
pub trait Provider: Send + Sync {
    /// What the people of the office call it.
    fn name(&self) -> &str;
    /// The page of the provider to which the browser goes. `language` is a tag (BCP 47).
    fn address<'a>(&'a self, asked: &'a StaffAsked, language: &'a str) -> BoxFuture<'a, Result<String, ProviderFault>>;
    /// Who came back. The state has been compared; everything else is for this to check.
    fn account(&self, asked: StaffAsked, answer: StaffAnswer, now: Timestamp) -> BoxFuture<'_, Result<StaffAccount, ProviderFault>>;
}
