//! The queue: cases by the day under which they stand. It names nobody.

use crate::{Error, Service, Session, Who};
use doorstep_policy::{CaseFile, CaseKind};
use doorstep_register::case::{Instance, Side};
use doorstep_register::{CaseId, PersonId, StaffId, StaffRole};
use doorstep_storage::{CaseRow, CaseStage, StaffRow};
use jiff::Timestamp;

/// A case in the queue. It names nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueEntry {
    /// Which.
    pub id: CaseId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// Where it stands.
    pub stage: CaseStage,
    /// The number of its acts.
    pub version: u32,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// By when the office should act. Its passing does nothing but put the case first.
    pub due_at: Timestamp,
    /// Whether it is the officer's own.
    pub mine: bool,
    /// Whether the officer is asked to confirm it.
    pub to_confirm: bool,
    /// Whether it is somebody else's and waits for a second officer: the officer can name a deputy, and sees nothing of it.
    pub waits: bool,
}

pub(super) fn officer(session: &Session) -> Result<StaffRow, Error> {
    match &session.who {
        Who::Officer(staff) => Ok(staff.clone()),
        _ => Err(Error::NotFound),
    }
}

/// Whether somebody sits on the body that hears appeals.
pub(super) fn hears_appeals(staff: &StaffRow) -> bool {
    staff.role == StaffRole::Appeal
}

pub(super) fn entry(row: CaseRow, staff: &StaffRow) -> QueueEntry {
    let to_confirm = row.stage == CaseStage::Drafted && row.second == Some(staff.id);
    let mine = if hears_appeals(staff) { row.appeal_by == Some(staff.id) } else { row.assigned_to == Some(staff.id) };
    let waits = row.stage == CaseStage::Drafted && row.assigned_to.is_some() && !mine && !to_confirm && !hears_appeals(staff);
    QueueEntry {
        id: row.id,
        kind: row.kind,
        stage: row.stage,
        version: row.version,
        opened_at: row.opened_at,
        due_at: row.due_at,
        mine,
        to_confirm,
        waits,
    }
}

/// Whether somebody may do in a case what shows nothing of it: whoever works at its office, or sits on the body that hears appeals.
pub(super) fn in_reach(row: &CaseRow, staff: &StaffRow) -> bool {
    (hears_appeals(staff) || row.office == staff.office) && row.not_for != Some(staff.id)
}

/// What the policies are told of a case when this member of staff asks: whose it is now, and at which office.
pub(super) fn policy_file(row: &CaseRow, people: &[(PersonId, Side)], instance: Instance, staff: &StaffRow) -> CaseFile {
    let hears = row.stage == CaseStage::Appealed && instance == Instance::Office && row.appeal_by == Some(staff.id);
    let confirms = row.stage == CaseStage::Drafted && row.second == Some(staff.id);
    let assigned_to = if hears || confirms { Some(staff.id) } else { row.assigned_to.filter(|_| !hears_appeals(staff)) };
    CaseFile {
        id: row.id,
        kind: row.kind,
        office: if hears { staff.office.clone() } else { row.office.clone() },
        assigned_to: assigned_to.filter(|_| row.not_for != Some(staff.id)),
        people: people.iter().map(|(person, _)| *person).collect(),
        open: row.closed_at.is_none(),
    }
}

impl Session {
    /// Whether it is of a member of the body that hears appeals.
    pub fn hears_appeals(&self) -> bool {
        self.staff().is_some_and(hears_appeals)
    }
}

impl Service {
    /// What people see instead of the names of the officers of somebody's office, but for their own: who could confirm a decision.
    pub async fn colleagues(&self, session: &Session) -> Result<Vec<(StaffId, String)>, Error> {
        let staff = officer(session)?;
        self.read("case.colleagues", staff, |_, tx, staff| {
            Box::pin(async move {
                let officers = tx.officers(&staff.office.0).await?.into_iter().filter(|other| other.id != staff.id);
                Ok(officers.map(|other| (other.id, other.pseudonym)).collect())
            })
        })
        .await
    }

    /// The queue of a member of staff: for an officer the office's open cases that are nobody's, theirs, or theirs to confirm; for a member of
    /// the appeal body the appeals that are nobody's or theirs. First what is due first.
    pub async fn case_queue(&self, session: &Session) -> Result<Vec<QueueEntry>, Error> {
        let staff = officer(session)?;
        self.read("case.queue", staff, |this, tx, staff| {
            Box::pin(async move {
                let rows = if hears_appeals(staff) {
                    tx.appeal_queue(staff.id, 100).await?
                } else {
                    tx.case_queue(&staff.office.0, staff.id, this.now(), 100).await?
                };
                Ok(rows.into_iter().map(|row| entry(row, staff)).collect())
            })
        })
        .await
    }

    /// A case as it stands in the queue, before anything is opened.
    pub async fn case_entry(&self, session: &Session, id: CaseId) -> Result<QueueEntry, Error> {
        let staff = officer(session)?;
        self.read("case.entry", (staff, id), |_, tx, (staff, id)| {
            Box::pin(async move {
                let row = tx.case(*id).await?.filter(|row| row.closed_at.is_none() && row.not_for != Some(staff.id));
                let row = row.filter(|row| {
                    if hears_appeals(staff) {
                        return row.stage == CaseStage::Appealed && row.appeal_by.is_none_or(|whose| whose == staff.id);
                    }
                    let theirs = row.assigned_to.is_none_or(|whose| whose == staff.id) || row.second == Some(staff.id);
                    row.office == staff.office && theirs
                });
                Ok(entry(row.ok_or(Error::NotFound)?, staff))
            })
        })
        .await
    }

    /// A case as it stands in the clear, for somebody of its office who knows its number: also one that is over, or somebody else's.
    pub async fn case_in_reach(&self, session: &Session, id: CaseId) -> Result<QueueEntry, Error> {
        let staff = officer(session)?;
        self.read("case.in_reach", (staff, id), |_, tx, (staff, id)| {
            Box::pin(async move {
                let row = tx.case(*id).await?.filter(|row| in_reach(row, staff));
                Ok(entry(row.ok_or(Error::NotFound)?, staff))
            })
        })
        .await
    }

    /// The cases with a number, as letters name them, as far as they are in this officer's reach; open or over. Nothing of them is opened.
    pub async fn find_case(&self, session: &Session, number: &str) -> Result<Vec<QueueEntry>, Error> {
        let staff = officer(session)?;
        let number: String = number.trim().chars().filter(|c| c.is_ascii_hexdigit()).take(32).collect::<String>().to_uppercase();
        self.read("case.find", (staff, number), |_, tx, (staff, number)| {
            Box::pin(async move {
                let rows = tx.cases_numbered(number).await?.into_iter().filter(|row| in_reach(row, staff));
                Ok(rows.map(|row| entry(row, staff)).collect())
            })
        })
        .await
    }

    /// Takes a case, so that its records can be opened.
    pub async fn take_case(&self, session: &Session, id: CaseId) -> Result<(), Error> {
        let staff = officer(session)?;
        self.write("case.take", (staff, id), |_, tx, (staff, id)| {
            Box::pin(async move {
                let row = tx.case(*id).await?.ok_or(Error::NotFound)?;
                if hears_appeals(staff) {
                    if row.appeal_by != Some(staff.id) {
                        tx.take_appeal(*id, staff.id).await?;
                    }
                    return Ok(());
                }
                if row.office != staff.office {
                    return Err(Error::NotFound.into());
                }
                let theirs = row.assigned_to == Some(staff.id) || row.second == Some(staff.id);
                if !theirs {
                    tx.take_case(*id, staff.id).await?;
                }
                Ok(())
            })
        })
        .await
    }
}
