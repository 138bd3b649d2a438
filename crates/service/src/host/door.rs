//! One answer without an account. Whoever follows the link that a resident shows, or typed the code of a letter to the address, sees one
//! entry and says one thing about it. A dispute makes them a side of a case, with codes to come back by.

use super::show::Spelling;
use crate::token::{Token, hash};
use crate::{Error, Service, Session, TxResult, Who, token};
use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::{Actor, CaseId, Contact, HostDoor, Identity, Line, Name, Names, PersonId, Place, Record, What, Words};
use doorstep_storage::{HostLinkRow, SignInWay, Tx, TxError};
use jiff::Timestamp;
use jiff::civil::Date;

/// How many codes a host without an account gets.
const CODES: usize = 8;

/// One entry, as whoever follows the link sees it.
#[derive(Clone, PartialEq, Debug)]
pub struct DoorView {
    /// The name that the resident shows.
    pub name: String,
    /// Where they declared to live.
    pub place: Place,
    /// Since when.
    pub since: Date,
    /// By what the reader is taken for the host.
    pub door: HostDoor,
    /// Until when the link works.
    pub until: Timestamp,
    /// Whether the reader is the resident, who sees what their host will see and answers nothing.
    pub own: bool,
}

/// What somebody says.
#[derive(Clone, PartialEq, Debug)]
pub enum DoorAnswer {
    /// "Yes, they live here."
    LivesHere,
    /// A dispute.
    Dispute {
        /// "I don't know this person", or "moved out".
        kind: CaseKind,
        /// In their words.
        words: Words,
        /// Who says so. Needed only of somebody without a record.
        name: Option<Name>,
        /// Where to reach them, if they care to say.
        email: Option<Line>,
        /// The language of the page.
        locale: Locale,
    },
}

/// What came of an answer.
pub enum DoorDone {
    /// The resident was told.
    Confirmed,
    /// A case was opened.
    Disputed {
        /// Which.
        case: CaseId,
        /// Codes by which somebody comes back who had no record before. They are shown once.
        codes: Vec<String>,
        /// A session for them, if they had none.
        session: Option<Token>,
    },
}

impl Service {
    /// The link behind a token, as long as the resident lives there and can be found.
    async fn door(&self, tx: &mut dyn Tx, key: &[u8; 32]) -> TxResult<HostLinkRow> {
        let row = tx.host_link(key, self.now()).await?.ok_or(Error::NotFound)?;
        if self.shown_home(tx, row.person).await? != Some(row.home) {
            return Err(Error::NotFound.into());
        }
        Ok(row)
    }

    /// What whoever has the link sees. The resident sees the look, unless it is their own.
    pub async fn host_door(&self, session: Option<&Session>, code: &str) -> Result<DoorView, Error> {
        let key = hash(code);
        self.write("host.door", (session.cloned(), key), |this, tx, (session, key)| {
            Box::pin(async move {
                let row = this.door(tx, key).await?;
                let own = session.as_ref().filter(|session| session.person() == Some(row.person));
                let (names, residence) = match own {
                    Some(session) => {
                        let record = this.opened(tx, session, row.person).await?;
                        let residence = record.current().cloned().ok_or(Error::NotFound)?;
                        (record.names().cloned().ok_or(Error::NotFound)?, residence)
                    }
                    None => {
                        let seen = this.seen_by_host(tx, reader(&row), &[row.home], row.home, row.person).await?.ok_or(Error::NotFound)?;
                        (seen.names, seen.residence)
                    }
                };
                let shown = Spelling::of(&row.spelling).and_then(|spelling| spelling.in_names(&names));
                Ok(DoorView {
                    name: shown.unwrap_or_else(|| names.formal()).to_owned(),
                    place: residence.place().clone(),
                    since: residence.declaration.since,
                    door: door_of(&row),
                    until: row.expires_at,
                    own: own.is_some(),
                })
            })
        })
        .await
    }

    /// By what a link would open, if it still does. Shows nobody, and leaves no look: whatever follows links by itself, such as a preview in a
    /// messenger, gets no further than this.
    pub async fn host_door_kind(&self, code: &str) -> Result<Option<HostDoor>, Error> {
        self.read("host.door_kind", hash(code), |this, tx, key| {
            Box::pin(async move {
                match this.door(tx, key).await {
                    Ok(row) => Ok(Some(door_of(&row))),
                    Err(TxError::Refused(Error::NotFound)) => Ok(None),
                    Err(other) => Err(other),
                }
            })
        })
        .await
    }

    /// Takes the one answer of whoever has the link. After it, the link does nothing.
    pub async fn answer_at_door(&self, session: Option<&Session>, code: &str, answer: DoorAnswer) -> Result<DoorDone, Error> {
        let codes: Vec<String> = (0..CODES).map(|_| token::code(self.random())).collect();
        let fresh = Token::new(self.random());
        let hashes: Vec<[u8; 32]> = codes.iter().map(|code| hash(code)).collect();
        let input = (session.cloned(), hash(code), answer, hashes, hash(fresh.reveal()));
        let (case, made, entered) = self
            .write("host.answer", input, |this, tx, (session, key, answer, hashes, fresh)| {
                Box::pin(async move {
                    let row = this.door(tx, key).await?;
                    if session.as_ref().is_some_and(|session| session.person() == Some(row.person)) {
                        return Err(Error::NotFound.into());
                    }
                    this.use_up(tx, &row).await?;
                    let DoorAnswer::Dispute { kind, words, name, email, locale } = answer else {
                        this.confirmed(tx, row.person, door_of(&row), row.home).await?;
                        return Ok((None, false, false));
                    };
                    let known = session.as_ref().and_then(Session::person);
                    let helper = session.as_ref().and_then(|session| session.staff()).map(|staff| staff.id);
                    let (host, entered) = match known {
                        Some(host) => (host, false),
                        None => {
                            let name = name.clone().ok_or(Error::NotFound)?;
                            let contact = Contact { email: email.clone(), language: Line::parse(locale.tag()).ok(), ..Contact::default() };
                            this.add_host(tx, session.as_ref(), (name, contact, *locale), hashes, fresh).await?
                        }
                    };
                    let case = this.dispute(tx, *kind, (host, row.person), row.home, helper, words.clone()).await?;
                    Ok((Some(case), known.is_none(), entered))
                })
            })
            .await?;
        let Some(case) = case else { return Ok(DoorDone::Confirmed) };
        let codes = if made { codes } else { Vec::new() };
        Ok(DoorDone::Disputed { case, codes, session: entered.then_some(fresh) })
    }

    async fn use_up(&self, tx: &mut dyn Tx, row: &HostLinkRow) -> TxResult<()> {
        if let Some(id) = row.letter {
            let letter = tx.host_letters(row.person).await?.into_iter().find(|letter| letter.id == id);
            let mut letter = letter.filter(|letter| letter.used_at.is_none()).ok_or(Error::NotFound)?;
            letter.used_at = Some(self.now());
            tx.put_host_letter(&letter).await?;
        }
        Ok(tx.remove_host_link(&row.token).await?)
    }

    /// A person for a host who has no record: a name, codes, and a session unless a clerk writes for them.
    async fn add_host(
        &self,
        tx: &mut dyn Tx,
        session: Option<&Session>,
        (name, contact, locale): (Name, Contact, Locale),
        codes: &[[u8; 32]],
        fresh: &[u8; 32],
    ) -> TxResult<(PersonId, bool)> {
        let now = self.now();
        let person = self.vault().add_person(tx, now).await?;
        let clerk = session.filter(|session| matches!(session.who, Who::Clerk { .. }));
        let entered = clerk.is_none();
        let session = match clerk {
            Some(session) => session.clone(),
            None => self.add_session(tx, *fresh, Some(person), None, SignInWay::Link).await?,
        };
        let by = if entered { Actor::Person } else { session.actor(person) };
        let mut record = Record::new(person);
        let names = Names { local: Some(name), ..Names::default() };
        let identity = Identity { names, birth: None, citizenship: None, document: None };
        self.vault().append(tx, &mut record, by, What::Introduced { identity }, now).await?;
        tx.put_codes(person, codes, now).await?;
        // With the language at least, in which they are written to.
        self.contacted(tx, &session, &mut record, contact, locale).await?;
        Ok((person, entered))
    }
}

/// Who reads by a link: nobody is known but by the link itself.
fn reader(row: &HostLinkRow) -> PersonId {
    let mut id = [0; 16];
    id.copy_from_slice(&row.token[..16]);
    PersonId(uuid::Uuid::from_bytes(id))
}

fn door_of(row: &HostLinkRow) -> HostDoor {
    if row.letter.is_some() { HostDoor::Letter } else { HostDoor::Link }
}
