//! Sessions: who is there, and on whose behalf they may act.

use crate::token::{Token, hash};
use crate::{Error, Service, TxResult};
use doorstep_policy::{self as policy, Desk, ExportGrant, FindGrant, Finder, Grant, Identifier, Purpose, Subject};
use doorstep_register::world::new_id;
use doorstep_register::{Actor, Office, PersonId, StaffId, StaffRole};
use doorstep_storage::{BlindIndex, SessionRow, SignInWay, StaffRow, Tx};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

const RESIDENT_HOURS: i64 = 24 * 30;
const STAFF_HOURS: i64 = 10;

/// Who is signed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Who {
    /// A person.
    Resident(PersonId),
    /// A clerk, and the person at the desk.
    Clerk {
        /// The clerk.
        staff: StaffRow,
        /// The person being helped.
        present: Option<PersonId>,
        /// The day of the postmark, where it is by a paper form and the person is not there.
        posted_on: Option<Date>,
    },
    /// An officer, or a member of the body that hears appeals.
    Officer(StaffRow),
    /// A supervisor of the desks.
    Supervisor(StaffRow),
    /// The data-protection officer.
    Dpo(StaffRow),
}

/// A session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// A public handle.
    pub id: Uuid,
    /// Who.
    pub who: Who,
    /// How they signed in.
    pub way: SignInWay,
    /// When it began.
    pub created_at: Timestamp,
    /// When a member of staff last proved in it with a passkey that it is they.
    pub stepped_up_at: Option<Timestamp>,
    /// The member of the household for whom they look and act on this page, if not for themselves.
    pub acting: Option<PersonId>,
}

/// A session as its person sees it in their list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeenSession {
    /// By which it is ended.
    pub id: Uuid,
    /// How it began.
    pub way: SignInWay,
    /// When it began.
    pub created_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}

impl Session {
    /// The person whose pages these are: the signed-in one, the one at the desk, or a member of their household.
    pub fn person(&self) -> Option<PersonId> {
        self.acting.or(self.holder())
    }

    /// The signed-in person, or the one at the desk.
    pub(crate) fn holder(&self) -> Option<PersonId> {
        match &self.who {
            Who::Resident(person) => Some(*person),
            Who::Clerk { present, .. } => *present,
            Who::Officer(_) | Who::Supervisor(_) | Who::Dpo(_) => None,
        }
    }

    /// As [`person`](Self::person), or not found.
    pub fn require_person(&self) -> Result<PersonId, Error> {
        self.person().ok_or(Error::NotFound)
    }

    /// The person who is signed in by themselves, for what nobody does for them; not found otherwise.
    pub(crate) fn signed_in(&self) -> Result<PersonId, Error> {
        match self.who {
            Who::Resident(person) if self.acting.is_none() => Ok(person),
            _ => Err(Error::NotFound),
        }
    }

    /// Who makes an act on a person's record in this session.
    pub(crate) fn actor(&self, person: PersonId) -> Actor {
        match &self.who {
            Who::Resident(own) if *own == person => Actor::Person,
            Who::Resident(own) => Actor::Household { person: *own },
            Who::Clerk { staff, posted_on: Some(_), .. } => Actor::Paper { staff: staff.id, office: staff.office.clone() },
            Who::Clerk { staff, .. } | Who::Officer(staff) | Who::Supervisor(staff) | Who::Dpo(staff) => {
                Actor::Clerk { staff: staff.id, office: staff.office.clone() }
            }
        }
    }

    /// The member of staff.
    pub fn staff(&self) -> Option<&StaffRow> {
        match &self.who {
            Who::Clerk { staff, .. } | Who::Officer(staff) | Who::Supervisor(staff) | Who::Dpo(staff) => Some(staff),
            Who::Resident(_) => None,
        }
    }

    /// The member of staff, if that is their role.
    pub fn staff_as(&self, role: StaffRole) -> Option<&StaffRow> {
        self.staff().filter(|staff| staff.role == role)
    }

    /// The clerk's desk with these people at it.
    pub(crate) fn desk(&self, present: Vec<PersonId>) -> Result<Desk, Error> {
        let Who::Clerk { staff, .. } = &self.who else { return Err(Error::NotFound) };
        Ok(Desk { staff: staff.id, office: staff.office.clone(), pseudonym: staff.pseudonym.clone(), present })
    }

    /// The same clerk's session with this person at the desk.
    pub(crate) fn helping(&self, person: PersonId, posted_on: Option<Date>) -> Session {
        let mut session = self.clone();
        if let Who::Clerk { present, posted_on: posted, .. } = &mut session.who {
            (*present, *posted) = (Some(person), posted_on);
        }
        session
    }

    /// The day of the postmark, while a clerk types a paper form and the person is not there.
    pub fn posted_on(&self) -> Option<Date> {
        match &self.who {
            Who::Clerk { posted_on, .. } => *posted_on,
            _ => None,
        }
    }

    /// On which day counts what is declared today: on that of the postmark, where it is on paper.
    pub fn counts_on(&self, today: Date) -> Date {
        self.posted_on().map_or(today, |posted| posted.min(today))
    }

    async fn subject(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<(Subject, Purpose)> {
        Ok(match &self.who {
            Who::Resident(own) => {
                let purpose = if *own == person { Purpose::Own } else { Purpose::Household };
                (Subject::Resident { person: *own, household: tx.members(*own).await? }, purpose)
            }
            Who::Clerk { present, posted_on, .. } => {
                let mut people = Vec::new();
                if let Some(person) = present {
                    people.push(*person);
                    people.extend(tx.members(*person).await?);
                }
                let purpose = if posted_on.is_some() { Purpose::DeskPost } else { Purpose::DeskHelp };
                (Subject::Clerk(self.desk(people)?), purpose)
            }
            Who::Officer(_) | Who::Supervisor(_) | Who::Dpo(_) => return Err(Error::NotFound.into()),
        })
    }

    /// A grant for the record of the session's person, or of a member of their household.
    pub(crate) async fn grant(&self, tx: &mut dyn Tx, person: PersonId, now: Timestamp) -> TxResult<Grant> {
        let (subject, purpose) = self.subject(tx, person).await?;
        policy::decide(&subject, person, purpose, now).map_err(|refusal| Error::from(refusal).into())
    }

    /// A grant to take a copy of all that is kept about the session's person, or about a member of their household.
    pub(crate) async fn export_grant(&self, tx: &mut dyn Tx, person: PersonId, now: Timestamp) -> TxResult<ExportGrant> {
        let (subject, purpose) = self.subject(tx, person).await?;
        policy::decide_export(&subject, person, purpose, now).map_err(|refusal| Error::from(refusal).into())
    }

    /// A grant to see that somebody belongs to the household, and where they live: less than [`grant`](Self::grant) where it is a relative who sees it.
    pub(crate) async fn list_grant(&self, tx: &mut dyn Tx, person: PersonId, now: Timestamp) -> TxResult<Grant> {
        let (subject, purpose) = self.subject(tx, person).await?;
        let purpose = if purpose == Purpose::Household { Purpose::HouseholdList } else { purpose };
        policy::decide(&subject, person, purpose, now).map_err(|refusal| Error::from(refusal).into())
    }

    /// Whether opening this person's record leaves no look: it is their own.
    pub(crate) fn is_own(&self, person: PersonId) -> bool {
        matches!(self.who, Who::Resident(own) if own == person)
    }
}

impl Service {
    /// A session for somebody who has nothing yet: a fresh person, so that the first answer can already be kept.
    pub async fn begin_new(&self) -> Result<(Token, Session), Error> {
        let token = Token::new(self.random());
        let key = hash(token.reveal());
        let session = self
            .write("session.begin_new", key, |this, tx, key| {
                Box::pin(async move {
                    let person = this.vault().add_person(tx, this.now()).await?;
                    this.add_session(tx, *key, Some(person), None, SignInWay::New).await
                })
            })
            .await?;
        Ok((token, session))
    }

    pub(crate) async fn add_session(
        &self,
        tx: &mut dyn Tx,
        token: [u8; 32],
        person: Option<PersonId>,
        staff: Option<StaffId>,
        way: SignInWay,
    ) -> TxResult<Session> {
        let now = self.now();
        let hours = if staff.is_some() { STAFF_HOURS } else { RESIDENT_HOURS };
        let expires_at = now.saturating_add(SignedDuration::from_hours(hours)).unwrap_or(now);
        let id = new_id(now, self.random());
        let row = SessionRow { id, token, person, staff, way, created_at: now, expires_at, posted_on: None, stepped_up_at: None };
        tx.add_session(&row).await?;
        self.session_of(tx, row).await?.ok_or_else(|| Error::NotFound.into())
    }

    async fn session_of(&self, tx: &mut dyn Tx, row: SessionRow) -> TxResult<Option<Session>> {
        let who = match row.staff {
            None => row.person.map(Who::Resident),
            Some(staff) => tx.staff(staff).await?.filter(|staff| staff.left_at.is_none()).map(|staff| match staff.role {
                StaffRole::Clerk => Who::Clerk { staff, present: row.person, posted_on: row.person.and(row.posted_on) },
                StaffRole::Officer | StaffRole::Appeal => Who::Officer(staff),
                StaffRole::Supervisor => Who::Supervisor(staff),
                StaffRole::Dpo => Who::Dpo(staff),
            }),
        };
        let SessionRow { id, way, created_at, stepped_up_at, .. } = row;
        Ok(who.map(|who| Session { id, who, way, created_at, stepped_up_at, acting: None }))
    }

    /// The session of a cookie; `None` if it has ended.
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Error> {
        self.read("session.find", hash(token), |this, tx, key| {
            Box::pin(async move {
                let Some(row) = tx.session(key, this.now()).await? else { return Ok(None) };
                this.session_of(tx, row).await
            })
        })
        .await
    }

    /// The session as it acts for the member of the household with this number, from 1.
    pub async fn acting_for(&self, session: &Session, number: usize) -> Result<Session, Error> {
        let holder = session.holder().ok_or(Error::NotFound)?;
        let member = self
            .read("session.acting_for", holder, move |_, tx, holder| {
                let index = number.checked_sub(1);
                Box::pin(async move {
                    let members = tx.members(*holder).await?;
                    Ok(index.and_then(|i| members.get(i).copied()))
                })
            })
            .await?;
        Ok(Session { acting: Some(member.ok_or(Error::NotFound)?), ..session.clone() })
    }

    /// Signs out.
    pub async fn end_session(&self, token: &str) -> Result<(), Error> {
        self.write("session.end", hash(token), |_, tx, key| Box::pin(async move { Ok(tx.end_session_by_token(key).await?) })).await
    }

    /// The person's sessions.
    pub async fn sessions(&self, session: &Session) -> Result<Vec<SeenSession>, Error> {
        let person = session.require_person()?;
        let current = session.id;
        self.read("session.list", person, move |this, tx, person| {
            Box::pin(async move {
                let rows = tx.sessions(*person, this.now()).await?;
                Ok(rows
                    .into_iter()
                    .filter(|row| row.staff.is_none())
                    .map(|row| SeenSession { id: row.id, way: row.way, created_at: row.created_at, current: row.id == current })
                    .collect())
            })
        })
        .await
    }

    /// Ends one of the person's sessions, or (without an id) all but the current one.
    pub async fn end_sessions(&self, session: &Session, which: Option<Uuid>) -> Result<(), Error> {
        let input = (session.require_person()?, session.id, which);
        self.write("session.end_other", input, |_, tx, (person, current, which)| {
            Box::pin(async move {
                match which {
                    Some(id) => tx.end_session(*person, *id).await?,
                    None => drop(tx.end_other_sessions(*person, Some(*current)).await?),
                }
                Ok(())
            })
        })
        .await
    }

    /// A grant to find whose a value is, by its blind index.
    pub(crate) fn finding(&self, finder: Finder<'_>, by: Identifier, value: BlindIndex) -> Result<FindGrant, Error> {
        Ok(policy::decide_find(finder, by, value, self.now())?)
    }

    /// The office that works on cases.
    pub fn office(&self) -> Office {
        Office(self.settings().office.clone())
    }
}
