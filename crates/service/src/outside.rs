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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
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

/// One SMS.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// The telephone number as the person wrote it.
    pub to: String,
    /// What it says: never more than that something waits.
    pub text: String,
    /// Unique, so that a repeated delivery is recognised.
    pub id: String,
}

/// What a gateway says of an SMS that it took.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Report {
    /// Not known yet.
    Waiting,
    /// It arrived.
    Arrived,
    /// It will never arrive.
    Failed,
}

/// Takes SMS to be delivered.
pub trait Texts: Send + Sync {
    /// Hands one over, and answers the gateway's own number of it; `None` where nobody can be asked what became of it. Errors carry no
    /// personal data.
    fn send(&self, text: Text) -> BoxFuture<'_, Result<Option<String>, PostError>>;

    /// What became of one, by the gateway's number; `None` where this gateway tells nobody.
    fn report<'a>(&'a self, ticket: &'a str) -> BoxFuture<'a, Result<Option<Report>, PostError>>;
}

/// How messages leave.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// E-mail.
    pub post: &'a dyn Post,
    /// SMS, if there is a way.
    pub texts: Option<&'a dyn Texts>,
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
    /// Places to write on by hand.
    pub blanks: Vec<Blank>,
    /// Begins a sheet of its own.
    pub apart: bool,
}

/// A place to write on by hand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Blank {
    /// What belongs there.
    pub label: String,
    /// What to mind; may be empty.
    pub hint: String,
    /// How many lines of handwriting it has room for, 1 to 12.
    pub lines: u8,
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

/// A slip of a sheet, to be cut out: what it is for, and a code that leads there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slip {
    /// What it is for, such as a room.
    pub title: String,
    /// A few words.
    pub text: String,
    /// The code.
    pub qr: Qr,
}

/// A sheet of slips to be printed and cut apart: all text is in its language already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// BCP 47.
    pub lang: String,
    /// The title.
    pub title: String,
    /// Who issues it.
    pub issuer: String,
    /// Paragraphs under the title, for whoever hands the slips out.
    pub lead: Vec<String>,
    /// The slips.
    pub slips: Vec<Slip>,
    /// A line at the foot of each page.
    pub footer: String,
    /// When it was made; the only moment in the file.
    pub made_at: Timestamp,
}

/// A text in another language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Translation {
    /// BCP 47.
    pub lang: String,
    /// One line.
    pub title: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
}

/// A letter for an envelope with a window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostalLetter {
    /// The letter itself: its title is the subject, its lead the text.
    pub document: Document,
    /// Where it goes back to, in one line.
    pub from: String,
    /// The lines of the address.
    pub to: Vec<String>,
    /// Beside the address.
    pub facts: Vec<Row>,
    /// The same text in the language of the office, where that is another one.
    pub translation: Option<Translation>,
}

/// The document could not be made.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{0}")]
pub struct PaperError(pub String);

/// Makes tagged PDF/A.
pub trait Paper: Send + Sync {
    /// The bytes of the file; the same document always gives the same bytes. Slow: call it off the runtime's own threads.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, PaperError>;

    /// The same for a letter.
    fn letter(&self, letter: &PostalLetter) -> Result<Vec<u8>, PaperError>;

    /// The same for a sheet of slips.
    fn sheet(&self, sheet: &Sheet) -> Result<Vec<u8>, PaperError>;
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
    /// As what it knows them. Where it gives no name, it stands in for one.
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
