//! Rows as the engines keep them. Nothing in them tells who, where or what: that is in the sealed parts.

mod case;
mod host;
mod staff;

pub use case::{CaseActRow, CaseMark, CaseRow, CaseStage};
pub use host::{HomeProof, HomeRow, HostLetterFor, HostLetterRow, HostLinkRow, HostWordRow, InvitationRow};
pub use staff::{NamedStaff, ResolvedRow, StaffPasskeyRow, StaffRow};

use crate::seal::Sealed;
use doorstep_register::case::Channel;
use doorstep_register::{EvidenceId, PersonId, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A keyed hash by which something is found again without being told.
pub type BlindIndex = [u8; 32];
/// SHA-256 of a secret that only its holder has.
pub type TokenHash = [u8; 32];

/// A person: their wrapped key and their counters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonRow {
    /// The person.
    pub id: PersonId,
    /// Their data key, wrapped by the master key.
    pub wrapped_key: Vec<u8>,
    /// The number of acts.
    pub version: u32,
    /// The number of looks.
    pub looks: u32,
}

/// A person, and the sealed entries that the next ones follow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The person.
    pub row: PersonRow,
    /// The act whose number is the record's version; `None` if there is none, or it is not where it should be.
    pub last_act: Option<Sealed>,
    /// The look whose number is the counter's.
    pub last_look: Option<Sealed>,
}

/// Somebody's wrapped key, for the change of the master key. An engine makes one; only this crate can take one apart, so that passing by
/// everybody makes no list of them.
pub struct WrappedKey {
    pub(crate) person: PersonId,
    pub(crate) wrapped: Vec<u8>,
}

impl WrappedKey {
    /// As stored.
    pub fn new(person: PersonId, wrapped: Vec<u8>) -> Self {
        WrappedKey { person, wrapped }
    }
}

/// One sealed act.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ActRow {
    /// Whose.
    pub person: PersonId,
    /// Its number in the record, from 1.
    pub seq: u32,
    /// The act and the opening of its leaf.
    pub sealed: Sealed,
}

/// The projection of the registration in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResidenceRow {
    /// Whose.
    pub person: PersonId,
    /// The blind index of the home; `None` where the address is not in the register.
    pub home: Option<BlindIndex>,
    /// That of the flat in which it is a room, if it is one.
    pub flat: Option<BlindIndex>,
    /// That of the house in which it is a flat or a room, if it is one.
    pub house: Option<BlindIndex>,
    /// The residence as the fold gives it.
    pub sealed: Sealed,
}

/// One sealed look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LookRow {
    /// At whose record.
    pub person: PersonId,
    /// Its number in the person's history, from 1, without gaps.
    pub seq: u32,
    /// The look and the opening of its leaf.
    pub sealed: Sealed,
}

/// A leaf of the public log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeafRow {
    /// A random key; the order of leaves is decided when they are sequenced.
    pub id: Uuid,
    /// Kind byte and commitment.
    pub leaf: [u8; 33],
}

/// The head of the public log, and who may append to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogRow {
    /// Rises whenever another process takes over.
    pub epoch: u64,
    /// The number of leaves.
    pub size: u64,
    /// The root over them.
    pub root: [u8; 32],
    /// Why nothing more is appended or signed.
    pub stopped: Option<String>,
}

/// A signed head of the public log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckpointRow {
    /// The number of leaves.
    pub size: u64,
    /// The note with the log's own signature.
    pub note: String,
    /// The witnesses' lines.
    pub cosignatures: String,
    /// How many.
    pub cosigners: u32,
    /// When the log signed it.
    pub signed_at: Timestamp,
}

/// Answers kept between two pages.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DraftRow {
    /// Whose.
    pub person: PersonId,
    /// Of which journey, such as `declare`.
    pub journey: String,
    /// 1 when first saved; each save adds one.
    pub version: u32,
    /// The answers.
    pub sealed: Sealed,
    /// When they were last saved; kept 90 days from then.
    pub saved_at: Timestamp,
}

/// How somebody signed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignInWay {
    /// Just arrived, nothing yet to sign in with.
    New,
    /// A link by e-mail.
    Link,
    /// A printed one-time code.
    Code,
    /// A passkey.
    Passkey,
    /// A clerk opened it for the person at the desk.
    Desk,
    /// The service by which an office's people sign in (OpenID Connect).
    Provider,
}

/// A one-time link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkRow {
    /// Hash of the token in the link.
    pub token: TokenHash,
    /// The person it signs in, or
    pub person: Option<PersonId>,
    /// the member of staff.
    pub staff: Option<StaffId>,
    /// After this moment it does nothing.
    pub expires_at: Timestamp,
}

/// A session. No device, browser or network address is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionRow {
    /// A public handle, by which the person ends it.
    pub id: Uuid,
    /// Hash of the cookie's token.
    pub token: TokenHash,
    /// The signed-in person; at a desk, the person being helped.
    pub person: Option<PersonId>,
    /// The signed-in member of staff.
    pub staff: Option<StaffId>,
    /// How.
    pub way: SignInWay,
    /// When it began.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When a member of staff last proved with a passkey that it is they.
    pub stepped_up_at: Option<Timestamp>,
    /// At a desk: the day of the postmark, while a paper form is typed and the person is not there.
    pub posted_on: Option<Date>,
}

/// What was presented at a desk, so that a record opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeskWay {
    /// Nothing: a record was begun.
    New,
    /// A one-time code.
    Code,
    /// A document.
    Document,
    /// A paper form that came by post.
    Post,
}

/// That a clerk opened a record at a desk. Not whose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeskOpeningRow {
    /// Tells openings apart.
    pub id: Uuid,
    /// When.
    pub opened_at: Timestamp,
    /// Which clerk.
    pub staff: StaffId,
    /// What was presented.
    pub way: DeskWay,
    /// Chance.
    pub draw: i64,
}

/// A passkey.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PasskeyRow {
    /// Whose.
    pub person: PersonId,
    /// SHA-256 of the credential id.
    pub credential: TokenHash,
    /// The public key and counters.
    pub sealed: Sealed,
    /// When it was added.
    pub created_at: Timestamp,
}

/// A message to a person, for their in-box or for the post alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MessageRow {
    /// To whom.
    pub person: PersonId,
    /// UUIDv7, so that they sort by time.
    pub id: Uuid,
    /// Subject, text, language, contact.
    pub sealed: Sealed,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it goes, if it stands in no in-box.
    pub expires_at: Option<Timestamp>,
}

/// One way on which a message went, and what is known of it. No address and no number stands here.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WayRow {
    /// To whom.
    pub person: PersonId,
    /// Which message.
    pub message: Uuid,
    /// By which kind of way; a message goes once on each.
    pub channel: Channel,
    /// Hash of the number by which the post speaks of it: the code on a letter, the left part of a Message-ID.
    pub code: Option<TokenHash>,
    /// When it was handed over; a letter on paper waits to be printed until then.
    pub sent_at: Option<Timestamp>,
    /// When it arrived, by what proves it.
    pub proved_at: Option<Timestamp>,
    /// When it came back.
    pub came_back_at: Option<Timestamp>,
    /// Who noted proof or return, where a person did.
    pub noted_by: Option<StaffId>,
    /// Why it came back, without personal data.
    pub trouble: Option<String>,
}

impl WayRow {
    /// A way of which nothing is known yet.
    pub fn new(person: PersonId, message: Uuid, channel: Channel) -> Self {
        let (code, sent_at, proved_at, came_back_at) = (None, None, None, None);
        WayRow { person, message, channel, code, sent_at, proved_at, came_back_at, noted_by: None, trouble: None }
    }
}

/// What is noted of a way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WayNote<'a> {
    /// When it happened.
    pub at: Timestamp,
    /// Who noted it; `None` where the program did.
    pub by: Option<StaffId>,
    /// What went wrong, without personal data.
    pub trouble: Option<&'a str>,
}

/// A document added as evidence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EvidenceRow {
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub id: EvidenceId,
    /// The picture without its metadata.
    pub sealed: Sealed,
    /// When it was added.
    pub created_at: Timestamp,
    /// When an act named it; what no act names goes with its draft.
    pub named_at: Option<Timestamp>,
}

/// A receipt that anyone who holds its link can read. It is sealed under a key that is in the link and nowhere else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReceiptRow {
    /// SHA-256 of the public part of the link.
    pub id: TokenHash,
    /// Whose; so that it is erased with them.
    pub person: PersonId,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// The statement, sealed under the link's key.
    pub sealed: Sealed,
    /// The link itself, sealed under the person's key, so that the person can print it again.
    pub link: Sealed,
}

/// A job to do outside the transaction of its fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JobRow {
    /// UUIDv7.
    pub id: Uuid,
    /// Which handler, such as `message.email`.
    pub kind: String,
    /// Whom it concerns.
    pub person: PersonId,
    /// The message to deliver.
    pub message: Uuid,
    /// Not before.
    pub available_at: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
}

/// A job with its trouble, for the operator. It names nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JobState {
    /// Which job.
    pub id: Uuid,
    /// Which handler.
    pub kind: String,
    /// `waiting`, `leased`, `failed` or `done`.
    pub state: String,
    /// How often it was tried.
    pub attempts: u32,
    /// Not before.
    pub available_at: Timestamp,
    /// What went wrong last, without personal data.
    pub trouble: Option<String>,
}
