//! Letters with a code to an address: to ask an unknown host whether somebody lives there, or to show that a home is somebody's who says so.
//!
//! A letter names nobody. Its number and its code are made when it is printed, and nobody keeps them.

use super::show::{Spelling, path};
use crate::token::{Token, hash};
use crate::{Error, Service, Session, TxResult, Who};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::case::{CodeRefusal, Tries};
use doorstep_register::world::{bytes, new_id};
use doorstep_register::{PersonId, Place, Reference};
use doorstep_storage::{Blind, Cell, HomeProof, HostLetterFor, HostLetterRow, HostLinkRow, KeyError, Tx};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// For how many days the code of a printed letter works.
pub const LETTER_DAYS: i64 = 60;
/// For how many days a letter waits to be printed.
const WAITS_DAYS: i64 = 90;
/// For how long the page stays open to which a code leads, in minutes.
const OPEN_MINUTES: i64 = 60;
/// How many letters somebody may be waiting for who says that homes are theirs.
const AT_ONCE: usize = 3;

/// A letter as it is printed, this once.
#[derive(Clone, PartialEq, Debug)]
pub struct PrintedLetter {
    /// What it is for.
    pub purpose: HostLetterFor,
    /// To which address.
    pub place: Place,
    /// Its number.
    pub number: Reference,
    /// Its code.
    pub code: Reference,
    /// The last day on which its code works.
    pub until: Date,
}

/// Where the right code leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LetterOpened {
    /// To the page about the entry: its path without the language, `/h/…`.
    Entry(String),
    /// The home is the session's person's now.
    Home,
    /// The letter was asked for by somebody who has to sign in first.
    SignIn,
}

/// Why a code was not taken. A wrong number, a wrong code and a letter that has no tries left are one answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LetterRefusal {
    /// The check character of the number is wrong: a slip of the pen.
    MistypedNumber,
    /// That of the code.
    MistypedCode,
    /// They do not belong together, or there were too many wrong codes.
    Wrong,
    /// It was used already.
    Used,
    /// It is too old.
    TooOld,
    /// What it was about is there no more.
    Gone,
}

pub(super) fn cell(person: PersonId, id: &Uuid) -> Cell<'_> {
    Cell { table: "host_letter", person, row: id.as_bytes(), column: "sealed" }
}

fn days_after(at: Timestamp, days: i64) -> Timestamp {
    at.saturating_add(SignedDuration::from_hours(24 * days)).unwrap_or(at)
}

impl Service {
    /// A letter to an address whose host nobody knows, if the office sends such letters. Not for each child of a family: one asks for all.
    pub(super) async fn write_to_the_address(&self, tx: &mut dyn Tx, person: PersonId, place: &Place) -> TxResult<()> {
        if !self.settings().host_letters || !tx.holders(person).await?.is_empty() {
            return Ok(());
        }
        self.keep_letter(tx, person, HostLetterFor::Entry, place).await
    }

    async fn keep_letter(&self, tx: &mut dyn Tx, person: PersonId, purpose: HostLetterFor, place: &Place) -> TxResult<()> {
        let Some(home) = self.vault().home_index(place)? else { return Ok(()) };
        let now = self.now();
        let id = new_id(now, self.random());
        let sealed = self.vault().seal_value(tx, cell(person, &id), place).await?;
        let row = HostLetterRow {
            id,
            person,
            purpose,
            home,
            sealed,
            number: None,
            code: None,
            wrong: 0,
            made_at: now,
            printed_at: None,
            used_at: None,
            until: days_after(now, WAITS_DAYS),
        };
        Ok(tx.add_host_letter(&row).await?)
    }

    /// Asks for a letter to a home that the session's person says is theirs.
    pub async fn ask_home_letter(&self, session: &Session, place: Place) -> Result<(), Error> {
        if !self.settings().host_letters {
            return Err(Error::NotFound);
        }
        let host = session.require_person()?;
        self.write("home.ask_letter", (session.clone(), place), move |this, tx, (session, place)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, host, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                let home = this.vault().home_index(place)?.ok_or(Error::NotFound)?;
                let open = tx.host_letters(host).await?.into_iter();
                let open =
                    open.filter(|row| row.purpose == HostLetterFor::Home && row.used_at.is_none() && row.home != home && row.until > now);
                if open.count() >= AT_ONCE {
                    return Err(Error::TooMany(AT_ONCE as u32).into());
                }
                this.keep_letter(tx, host, HostLetterFor::Home, place).await
            })
        })
        .await
    }

    /// The homes for which the session's person waits for a letter: where, and when it was printed.
    pub async fn home_letters(&self, session: &Session) -> Result<Vec<(Place, Option<Timestamp>)>, Error> {
        let host = session.require_person()?;
        self.look(session, host, "home.letters", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let now = this.now();
                let rows = tx.host_letters(host).await?.into_iter();
                let rows: Vec<_> =
                    rows.filter(|row| row.purpose == HostLetterFor::Home && row.used_at.is_none() && row.until > now).collect();
                let grant = session.grant(tx, host, now).await?;
                let cells: Vec<_> = rows.iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed.clone())).collect();
                let places: Vec<Place> = this.vault().open_values(tx, &grant, ("host_letter", "sealed"), &cells, now).await?;
                Ok(places.into_iter().zip(rows.iter().map(|row| row.printed_at)).collect())
            })
        })
        .await
    }

    /// How many letters wait to be printed at the office. It names nobody.
    pub async fn host_letters_waiting(&self, session: &Session) -> Result<u32, Error> {
        clerk(session)?;
        self.read("home.letters_waiting", (), |_, tx, ()| Box::pin(async move { Ok(tx.host_letters_waiting().await?) })).await
    }

    /// The letter that waits longest, printed: this answer is the only one that knows its number and its code. Letters that have become
    /// pointless are thrown away on the way.
    pub async fn print_host_letter(&self, session: &Session) -> Result<Option<PrintedLetter>, Error> {
        clerk(session)?;
        self.write("home.print_letter", (), |this, tx, ()| {
            Box::pin(async move {
                while let Some(row) = tx.next_host_letter().await? {
                    if this.is_pointless(tx, &row).await? {
                        tx.remove_host_letter(row.id).await?;
                        continue;
                    }
                    return this.printed(tx, row).await.map(Some);
                }
                Ok(None)
            })
        })
        .await
    }

    /// Whether there is nothing left to ask: the resident moved or is found by nobody, or a host is known by now; or the home is shown already.
    async fn is_pointless(&self, tx: &mut dyn Tx, row: &HostLetterRow) -> TxResult<bool> {
        if row.until <= self.now() {
            return Ok(true);
        }
        match row.purpose {
            HostLetterFor::Entry => Ok(self.shown_home(tx, row.person).await? != Some(row.home)
                || !self.hosts_of_resident(tx, row.person, row.home).await?.is_empty()),
            HostLetterFor::Home => Ok(tx.homes(row.person).await?.iter().any(|home| home.home == row.home)),
        }
    }

    async fn printed(&self, tx: &mut dyn Tx, mut row: HostLetterRow) -> TxResult<PrintedLetter> {
        let now = self.now();
        let post = policy::decide(&Subject::Post, row.person, Purpose::Delivery, now).map_err(Error::from)?;
        let place: Place = self.vault().open_value(tx, &post, cell(row.person, &row.id), &row.sealed, now).await?;
        let (number, code) = (Reference::new(bytes(self.random())), Reference::new(bytes(self.random())));
        row.number = Some(hash(number.as_str()));
        row.code = Some(self.letter_code(row.id, &code)?);
        row.printed_at = Some(now);
        row.until = days_after(now, LETTER_DAYS);
        tx.put_host_letter(&row).await?;
        let until = row.until.to_zoned(self.zone().clone()).date();
        Ok(PrintedLetter { purpose: row.purpose, place, number, code, until })
    }

    /// A code has 55 bits. A keyed hash, so that whoever has the database cannot try them all.
    fn letter_code(&self, id: Uuid, code: &Reference) -> Result<[u8; 32], KeyError> {
        self.vault().keys().blind(Blind::Confirmation, &[b"host letter\0".as_slice(), id.as_bytes(), code.as_str().as_bytes()].concat())
    }

    /// Takes the number and the code of a letter. Wrong codes are counted, five of them spend the letter; a slip of the pen is not one.
    pub async fn use_letter(
        &self,
        session: Option<&Session>,
        number: &str,
        code: &str,
    ) -> Result<Result<LetterOpened, LetterRefusal>, Error> {
        let Ok(number) = Reference::parse(number) else { return Ok(Err(LetterRefusal::MistypedNumber)) };
        if Reference::parse(code).is_err() {
            return Ok(Err(LetterRefusal::MistypedCode));
        }
        let token = Token::new(self.random());
        let input = (session.cloned(), hash(number.as_str()), code.to_owned(), token.reveal().to_owned());
        self.write("home.use_letter", input, |this, tx, (session, number, code, token)| {
            Box::pin(async move {
                let now = this.now();
                let Some(mut row) = tx.host_letter(number).await? else {
                    // As much work as for a letter that is there, so that the time taken does not tell that this one is not.
                    let code = Reference::parse(code).map_err(|_| Error::NotFound)?;
                    this.letter_code(Uuid::nil(), &code)?;
                    tx.add_ceremony(&bytes(this.random()), &[0; 256], now).await?;
                    return Ok(Err(LetterRefusal::Wrong));
                };
                let mut tries = Tries::kept(u8::try_from(row.wrong).unwrap_or(u8::MAX), row.used_at.is_some(), row.until);
                let mut asked = Ok(());
                let fits = |typed: &Reference| match this.letter_code(row.id, typed) {
                    Ok(code) => row.code == Some(code),
                    Err(error) => {
                        asked = Err(error);
                        false
                    }
                };
                let taken = tries.take(code, fits, now);
                asked?;
                row.wrong = u32::from(tries.wrong());
                tx.put_host_letter(&row).await?;
                match taken {
                    Ok(()) => this.opened_by_letter(tx, session.as_ref(), row, token).await,
                    Err(CodeRefusal::Mistyped) => Ok(Err(LetterRefusal::MistypedCode)),
                    Err(CodeRefusal::Wrong { .. } | CodeRefusal::Spent) => Ok(Err(LetterRefusal::Wrong)),
                    Err(CodeRefusal::Answered) => Ok(Err(LetterRefusal::Used)),
                    Err(CodeRefusal::TooOld) => Ok(Err(LetterRefusal::TooOld)),
                }
            })
        })
        .await
    }

    /// The code was right.
    async fn opened_by_letter(
        &self,
        tx: &mut dyn Tx,
        session: Option<&Session>,
        mut row: HostLetterRow,
        token: &str,
    ) -> TxResult<Result<LetterOpened, LetterRefusal>> {
        let now = self.now();
        match row.purpose {
            HostLetterFor::Entry => {
                if self.shown_home(tx, row.person).await? != Some(row.home) {
                    return Ok(Err(LetterRefusal::Gone));
                }
                let expires_at = now.saturating_add(SignedDuration::from_mins(OPEN_MINUTES)).unwrap_or(now);
                let spelling = Spelling::Passport.word().to_owned();
                let (person, home) = (row.person, row.home);
                let link = HostLinkRow { token: hash(token), person, home, letter: Some(row.id), spelling, sealed: None, expires_at };
                tx.put_host_link(&link).await?;
                Ok(Ok(LetterOpened::Entry(path(token))))
            }
            HostLetterFor::Home => {
                if session.and_then(Session::person) != Some(row.person) {
                    return Ok(Ok(LetterOpened::SignIn));
                }
                let post = policy::decide(&Subject::Post, row.person, Purpose::Delivery, now).map_err(Error::from)?;
                let place: Place = self.vault().open_value(tx, &post, cell(row.person, &row.id), &row.sealed, now).await?;
                row.used_at = Some(now);
                tx.put_host_letter(&row).await?;
                self.attach(tx, row.person, &place, HomeProof::Letter, None).await?;
                Ok(Ok(LetterOpened::Home))
            }
        }
    }
}

fn clerk(session: &Session) -> Result<(), Error> {
    if matches!(session.who, Who::Clerk { .. }) { Ok(()) } else { Err(Error::NotFound) }
}
