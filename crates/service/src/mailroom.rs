//! Letters on paper: a clerk prints one after the other, puts it in an envelope, and later notes what the post says of it. There is no list of
//! them: a count, and the one letter in hand. Whoever prints a letter sees a name and an address, and its person sees that.

use crate::message::{Message, OnPaper};
use crate::token::hash;
use crate::{Document, Error, PostalLetter, Qr, Row, Service, Session, Translation, Who};
use doorstep_locales::Locale;
use doorstep_policy::{self as policy, Subject};
use doorstep_register::case::Channel;
use doorstep_register::{Place, Record, Reference};
use doorstep_storage::{StaffRow, WayNote, WayRow};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use uuid::Uuid;

/// How long a letter is a clerk's before somebody else gets it, in hours: a working day.
const HELD_HOURS: i64 = 10;
/// How long after the post took a letter its record can be noted, in days. After that nothing is proved by it.
const RECORD_DAYS: i64 = 180;

/// What a clerk sees of the letters that wait.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mailroom {
    /// How many wait to be posted, the one in hand among them.
    pub waiting: u64,
    /// The code of the letter that the clerk has in hand.
    pub in_hand: Option<Reference>,
}

/// What the postal record says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostalRecord {
    /// Delivered.
    Delivered,
    /// Came back.
    CameBack,
}

/// What became of a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noted {
    /// It was noted.
    Done,
    /// There is no letter with this code.
    Unknown,
    /// It was noted before, or came back before.
    Known,
    /// The letter was not handed to the post yet.
    NotPosted,
    /// The day cannot be: before the letter was posted, or after today.
    Day,
}

fn clerk(session: &Session) -> Result<StaffRow, Error> {
    match &session.who {
        Who::Clerk { staff, .. } => Ok(staff.clone()),
        _ => Err(Error::NotFound),
    }
}

fn letter_way(ways: &[WayRow]) -> Option<&WayRow> {
    ways.iter().find(|way| way.channel == Channel::Letter)
}

impl Service {
    /// How many letters wait, and which one the clerk has in hand. It names nobody.
    pub async fn mailroom(&self, session: &Session) -> Result<Mailroom, Error> {
        let staff = clerk(session)?;
        self.read("post.room", staff, |this, tx, staff| {
            Box::pin(async move {
                let now = this.now();
                let in_hand = match tx.held_letter(staff.id, now).await? {
                    Some((person, id)) => this.message_for_post(tx, person, id).await?.and_then(|message| message.paper),
                    None => None,
                };
                Ok(Mailroom { waiting: tx.letters_to_print(now).await?, in_hand: in_hand.map(|paper| paper.code) })
            })
        })
        .await
    }

    /// Takes the letter that waits longest, unless the clerk has one in hand. `false` if none waits.
    pub async fn take_letter(&self, session: &Session) -> Result<bool, Error> {
        let staff = clerk(session)?;
        self.write("post.take", staff, |this, tx, staff| {
            Box::pin(async move {
                let now = this.now();
                let until = now.saturating_add(SignedDuration::from_hours(HELD_HOURS)).unwrap_or(now);
                Ok(tx.hold_letter(staff.id, now, until).await?.is_some())
            })
        })
        .await
    }

    /// Puts the letter back that the clerk has in hand.
    pub async fn put_letter_back(&self, session: &Session) -> Result<(), Error> {
        let staff = clerk(session)?;
        self.write("post.put_back", staff, |_, tx, staff| Box::pin(async move { Ok(tx.drop_letter(staff.id).await?) })).await
    }

    /// The letter in hand, to be printed. Its person sees that the clerk saw their name and address. `None` if its person has no address any
    /// more: the letter is noted as come back, and is nobody's.
    pub async fn letter_in_hand(&self, session: &Session) -> Result<Option<PostalLetter>, Error> {
        let staff = clerk(session)?;
        self.write("post.print", staff, |this, tx, staff| {
            Box::pin(async move {
                let now = this.now();
                let (person, id) = tx.held_letter(staff.id, now).await?.ok_or(Error::NotFound)?;
                let message = this.message_for_post(tx, person, id).await?.ok_or(Error::NotFound)?;
                let room = policy::Mailroom {
                    staff: staff.id,
                    office: staff.office.clone(),
                    pseudonym: staff.pseudonym.clone(),
                    letter_to: person,
                };
                let grant = policy::decide(&Subject::Mailroom(room), person, policy::Purpose::PostLetter, now).map_err(Error::from)?;
                let record = this.vault().open(tx, &grant, now).await?.record;
                let letter = this.on_paper(id, &message, &record);
                if letter.is_none() {
                    let note = WayNote { at: now, by: Some(staff.id), trouble: Some("there is no address any more") };
                    this.way_came_back(tx, person, (id, &message), Channel::Letter, note).await?;
                }
                Ok(letter)
            })
        })
        .await
    }

    /// The letter in hand was handed to the post on a day: today, or up to two weeks ago.
    pub async fn letter_posted(&self, session: &Session, on: Date) -> Result<Noted, Error> {
        let staff = clerk(session)?;
        self.write("post.posted", (staff, on), |this, tx, (staff, on)| {
            Box::pin(async move {
                let now = this.now();
                let Some((person, id)) = tx.held_letter(staff.id, now).await? else { return Ok(Noted::Unknown) };
                let row = tx.message(person, id).await?.ok_or(Error::NotFound)?;
                let earliest = this.today().checked_sub(14.days()).unwrap_or(*on).max(this.day(row.created_at));
                if *on > this.today() || *on < earliest {
                    return Ok(Noted::Day);
                }
                this.way_handed_over(tx, person, id, Channel::Letter, this.on_day(*on)).await?;
                Ok(Noted::Done)
            })
        })
        .await
    }

    /// Notes what the postal record says of a letter, by the code that is printed on it.
    pub async fn note_postal_record(&self, session: &Session, code: &Reference, says: PostalRecord, on: Date) -> Result<Noted, Error> {
        let staff = clerk(session)?;
        self.write("post.record", (staff, code.clone(), says, on), |this, tx, (staff, code, says, on)| {
            Box::pin(async move {
                let found = this.way_of(tx, code.as_str()).await?.filter(|(.., channel)| *channel == Channel::Letter);
                let Some((person, id, _)) = found else { return Ok(Noted::Unknown) };
                let Some(message) = this.message_for_post(tx, person, id).await? else { return Ok(Noted::Unknown) };
                let ways = tx.ways(person, id).await?;
                let Some(way) = letter_way(&ways) else { return Ok(Noted::Unknown) };
                let Some(sent_at) = way.sent_at else { return Ok(Noted::NotPosted) };
                let last = this.day(sent_at).checked_add(RECORD_DAYS.days()).unwrap_or(Date::MAX);
                if *on > this.today() || *on < this.day(sent_at) || *on > last {
                    return Ok(Noted::Day);
                }
                let note = |trouble| WayNote { at: this.on_day(*on).max(sent_at), by: Some(staff.id), trouble };
                let news = match says {
                    PostalRecord::Delivered => this.way_proved(tx, person, (id, &message), Channel::Letter, note(None)).await?,
                    PostalRecord::CameBack => {
                        this.way_came_back(tx, person, (id, &message), Channel::Letter, note(Some("the post brought it back"))).await?
                    }
                };
                Ok(if news { Noted::Done } else { Noted::Known })
            })
        })
        .await
    }

    /// One message of the person at the desk as a letter, to be handed over. It leaves a look, as everything does that a clerk opens.
    pub async fn letter_at_desk(&self, session: &Session, id: Uuid) -> Result<PostalLetter, Error> {
        clerk(session)?;
        let person = session.require_person()?;
        self.write("post.at_desk", (session.clone(), person, id), |this, tx, (session, person, id)| {
            Box::pin(async move {
                let message = this.message_for_post(tx, *person, *id).await?.filter(|m| m.in_box && m.at <= this.now());
                let record = this.opened(tx, session, *person).await?;
                Ok(message.and_then(|message| this.for_hand(*id, &message, &record)).ok_or(Error::NotFound)?)
            })
        })
        .await
    }

    /// A message was handed over at the desk, and the person signed for it.
    pub async fn handed_over_at_desk(&self, session: &Session, id: Uuid) -> Result<(), Error> {
        let staff = clerk(session)?;
        let person = session.require_person()?;
        // Nobody signs for somebody else, or without being there.
        if session.acting.is_some() || session.posted_on().is_some() {
            return Err(Error::NotFound);
        }
        self.write("post.by_hand", (session.clone(), staff, person, id), |this, tx, (session, staff, person, id)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                let message = this.message_for_post(tx, *person, *id).await?.filter(|m| m.in_box && m.at <= now).ok_or(Error::NotFound)?;
                let note = WayNote { at: now, by: Some(staff.id), trouble: None };
                this.way_proved(tx, *person, (*id, &message), Channel::ByHand, note).await?;
                Ok(())
            })
        })
        .await
    }
}

/// The name as the post of the country reads it best, and as the passport has it where that differs.
fn addressee(record: &Record) -> Vec<String> {
    let Some(names) = record.names() else { return Vec::new() };
    let mut lines: Vec<String> = Vec::new();
    for name in [&names.local, &names.passport, &names.machine, &names.called].into_iter().flatten() {
        if lines.len() < 2 && !lines.iter().any(|line| line == name.as_str()) {
            lines.push(name.as_str().to_owned());
        }
    }
    lines
}

/// A place as lines of an address, in the language of the office.
fn address(place: &Place, l: Locale) -> Vec<String> {
    let mut lines: Vec<String> = place.text().lines().map(str::to_owned).filter(|line| !line.trim().is_empty()).take(4).collect();
    if let Place::Listed { unit, .. } = place {
        let flat = unit.flat.as_ref().map(|flat| l.t1("place-flat", "flat", flat.as_str()));
        let room = unit.room.as_ref().map(|room| l.t1("place-room", "room", room.as_str()));
        let part: Vec<String> = [flat, room].into_iter().flatten().collect();
        lines.extend((!part.is_empty()).then(|| part.join(", ")));
    }
    lines
}

impl Service {
    fn day(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone().clone()).date()
    }

    /// A moment of a day that is over or today: noon, or now if that is earlier.
    fn on_day(&self, day: Date) -> Timestamp {
        let noon = day.at(12, 0, 0, 0).to_zoned(self.zone().clone()).map(|zoned| zoned.timestamp());
        noon.unwrap_or_else(|_| self.now()).min(self.now())
    }

    /// A message as a letter for the post; `None` without an address.
    fn on_paper(&self, id: Uuid, message: &Message, record: &Record) -> Option<PostalLetter> {
        let place = record.current()?.place().clone();
        let mut to = addressee(record);
        to.extend(address(&place, self.settings().locale));
        Some(self.set_letter(id, message, message.paper.as_ref()?, to))
    }

    /// The same to be handed over, which needs no address. A message that was not meant for paper has no second language.
    fn for_hand(&self, id: Uuid, message: &Message, record: &Record) -> Option<PostalLetter> {
        let mut to = addressee(record);
        to.extend(record.current().map(|current| address(current.place(), self.settings().locale)).unwrap_or_default());
        let own = || OnPaper {
            code: Reference::new(hash(&id.simple().to_string())[..8].try_into().unwrap_or_default()),
            language: message.language.clone(),
            subject: message.subject.clone(),
            body: message.body.clone(),
        };
        Some(self.set_letter(id, message, &message.paper.clone().unwrap_or_else(own), to))
    }

    fn set_letter(&self, id: Uuid, message: &Message, paper: &OnPaper, to: Vec<String>) -> PostalLetter {
        let settings = self.settings();
        let l: Locale = message.language.parse().unwrap_or(settings.locale);
        let paragraphs = |body: &str| body.split("\n\n").map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
        let translation = (paper.language != message.language).then(|| Translation {
            lang: paper.language.clone(),
            title: paper.subject.clone(),
            paragraphs: paragraphs(&paper.body),
        });
        PostalLetter {
            document: Document {
                lang: message.language.clone(),
                title: message.subject.clone(),
                issuer: settings.issuer.clone(),
                lead: paragraphs(&message.body),
                sections: Vec::new(),
                qr: Some(Qr {
                    link: format!("{}/{l}/inbox/{id}", settings.base_url),
                    alt: l.t("letter-qr-alt"),
                    caption: l.t("letter-qr-caption"),
                }),
                footer: l.t1("letter-footer", "code", paper.code.as_str()),
                made_at: message.at,
            },
            from: settings.return_address.clone(),
            to,
            facts: vec![
                Row { label: l.t("letter-day"), value: l.date(self.day(message.at)) },
                Row { label: l.t("letter-code"), value: paper.code.as_str().to_owned() },
            ],
            translation,
        }
    }
}
