//! What a resident shows to their host: a link to one page about their own entry, for one answer, that they can withdraw at any moment. And
//! what came of it.

use super::answer::{Said, word_cell};
use crate::message::{Letter, language};
use crate::token::{Token, hash};
use crate::{Error, Service, Session, TxResult};
use doorstep_register::{HostDoor, Names, PersonId, Record, Refusal, What};
use doorstep_storage::{BlindIndex, Cell, HostLetterFor, HostLinkRow, Tx};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// For how many days a link works that a resident shows.
pub const LINK_DAYS: i64 = 30;

/// Which way of writing their name a resident shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Spelling {
    /// As in the passport.
    Passport,
    /// In the local script.
    Local,
    /// As in the machine-readable zone.
    Machine,
    /// What to call them.
    Called,
}

impl Spelling {
    /// All of them.
    pub const EVERY: [Spelling; 4] = [Spelling::Passport, Spelling::Local, Spelling::Machine, Spelling::Called];

    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Spelling::Passport => "passport",
            Spelling::Local => "local",
            Spelling::Machine => "machine",
            Spelling::Called => "called",
        }
    }

    /// The spelling of a word.
    pub fn of(word: &str) -> Option<Spelling> {
        Spelling::EVERY.into_iter().find(|spelling| spelling.word() == word)
    }

    /// The name so written, if the person gave it.
    pub fn in_names(self, names: &Names) -> Option<&str> {
        let name = match self {
            Spelling::Passport => &names.passport,
            Spelling::Local => &names.local,
            Spelling::Machine => &names.machine,
            Spelling::Called => &names.called,
        };
        name.as_ref().map(|name| name.as_str())
    }
}

/// The link that a resident shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShownLink {
    /// The path of its page without the language, `/h/…`.
    pub path: String,
    /// Which name it shows.
    pub spelling: Spelling,
    /// Until when it works.
    pub until: Timestamp,
}

/// A letter that goes or went to the resident's address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LetterSent {
    /// When it was printed; `None` while it waits.
    pub printed_at: Option<Timestamp>,
    /// Whether whoever got it has answered.
    pub answered: bool,
}

/// What a host confirmed and the resident has not yet added to their record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HostSaid {
    /// By which the resident names it to us.
    pub id: Uuid,
    /// When.
    pub said_at: Timestamp,
    /// By what they were known to be the host.
    pub door: HostDoor,
}

/// What the resident sees of their host's side.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct MyHost {
    /// The link that they show.
    pub link: Option<ShownLink>,
    /// The letter to their address.
    pub letter: Option<LetterSent>,
    /// What was confirmed.
    pub said: Vec<HostSaid>,
}

fn link_cell(person: PersonId, token: &[u8; 32]) -> Cell<'_> {
    Cell { table: "host_link", person, row: token, column: "sealed" }
}

pub(super) fn path(token: &str) -> String {
    format!("/h/{token}")
}

impl Service {
    /// The home at which somebody can be shown to their host; `None` where nobody finds them, or no register knows the address.
    pub(super) async fn shown_home(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Option<BlindIndex>> {
        Ok(tx.residence(person).await?.and_then(|row| row.home))
    }

    /// What the resident shows to their host, and what came of it.
    pub async fn my_host(&self, session: &Session) -> Result<MyHost, Error> {
        let person = session.require_person()?;
        self.look(session, person, "host.mine", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                let home = this.shown_home(tx, person).await?;
                let mut mine = MyHost::default();
                if let Some(row) = tx.shown_host_link(person, now).await?.filter(|row| Some(row.home) == home)
                    && let Some(sealed) = &row.sealed
                {
                    let token: String = this.vault().open_value(tx, &grant, link_cell(person, &row.token), sealed, now).await?;
                    let spelling = Spelling::of(&row.spelling).unwrap_or(Spelling::Passport);
                    mine.link = Some(ShownLink { path: path(&token), spelling, until: row.expires_at });
                }
                let mut letters = tx.host_letters(person).await?.into_iter();
                let letter = letters.rfind(|row| row.purpose == HostLetterFor::Entry && Some(row.home) == home);
                mine.letter = letter.map(|row| LetterSent { printed_at: row.printed_at, answered: row.used_at.is_some() });
                let rows = tx.host_words(person).await?;
                let cells: Vec<_> = rows.iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed.clone())).collect();
                let said: Vec<Said> = this.vault().open_values(tx, &grant, ("host_word", "sealed"), &cells, now).await?;
                let of =
                    |(row, said): (&doorstep_storage::HostWordRow, Said)| HostSaid { id: row.id, said_at: said.said_at, door: said.door };
                mine.said = rows.iter().zip(said).map(of).collect();
                Ok(mine)
            })
        })
        .await
    }

    /// Makes the link that the resident shows to their host; one that they showed before stops working.
    pub async fn show_host(&self, session: &Session, spelling: Spelling) -> Result<(), Error> {
        let person = session.require_person()?;
        let token = Token::new(self.random());
        self.write("host.show", (session.clone(), spelling, token.reveal().to_owned()), move |this, tx, (session, spelling, token)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                let home = this.shown_home(tx, person).await?.ok_or(Error::Register(Refusal::NoRegistration))?;
                let key = hash(token);
                let sealed = this.vault().seal_value(tx, link_cell(person, &key), token).await?;
                let expires_at = now.saturating_add(SignedDuration::from_hours(24 * LINK_DAYS)).unwrap_or(now);
                let spelling = spelling.word().to_owned();
                let row = HostLinkRow { token: key, person, home, letter: None, spelling, sealed: Some(sealed), expires_at };
                Ok(tx.put_host_link(&row).await?)
            })
        })
        .await
    }

    /// Withdraws the link that the resident shows.
    pub async fn withdraw_host_link(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("host.withdraw", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                match tx.shown_host_link(person, now).await? {
                    Some(row) => Ok(tx.remove_host_link(&row.token).await?),
                    None => Ok(()),
                }
            })
        })
        .await
    }

    /// Adds to the resident's record what a host confirmed, or throws it away. The act is the resident's own.
    pub async fn settle_host_word(&self, session: &Session, id: Uuid, keep: bool) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("host.keep", (session.clone(), id, keep), move |this, tx, (session, id, keep)| {
            Box::pin(async move {
                let now = this.now();
                let row = tx.host_words(person).await?.into_iter().find(|row| row.id == *id).ok_or(Error::NotFound)?;
                let mut record = this.opened(tx, session, person).await?;
                let grant = session.grant(tx, person, now).await?;
                let said: Said = this.vault().open_value(tx, &grant, word_cell(person, id), &row.sealed, now).await?;
                tx.remove_host_word(person, *id).await?;
                let spoken_of = if *keep { this.spoken_of(&record, &said)? } else { None };
                if let Some(reference) = spoken_of {
                    let what = What::HostConfirmed { reference, said_at: said.said_at, door: said.door };
                    this.vault().append(tx, &mut record, session.actor(person), what, now).await?;
                    let letter = Letter::new("host-kept", language(&record.contact, this.settings().locale));
                    let letter = this.told_by(letter, session, person, "/my-host").quiet_for(session, person);
                    this.send(tx, person, letter, now).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// The declaration that a host spoke of: the latest of that home.
    fn spoken_of(&self, record: &Record, said: &Said) -> Result<Option<doorstep_register::Reference>, Error> {
        for residence in record.residences.iter().rev().filter(|residence| residence.declared_at <= said.said_at) {
            if self.vault().home_index(residence.place())? == Some(said.home) {
                return Ok(Some(residence.declaration.reference.clone()));
            }
        }
        Ok(None)
    }
}
