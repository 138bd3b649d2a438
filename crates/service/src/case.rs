//! Cases, as far as this version goes: opened with their reason, taken by an officer, looked into, closed with a message to everybody
//! whom they are about. No case of this version changes a registration.

use crate::message::{Letter, language};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, CaseFile, CaseKind, Field, Officer, Purpose, Subject};
use doorstep_register::world::new_id;
use doorstep_register::{CaseId, EvidenceId, PersonId, Record, StaffId, StaffRole, Words};
use doorstep_storage::{CaseRow, StaffRow, Tx};
use jiff::Timestamp;
use zeroize::Zeroizing;

/// A case in the queue. It names nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueEntry {
    /// Which.
    pub id: CaseId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// When.
    pub opened_at: Timestamp,
    /// Whether it is the officer's own.
    pub mine: bool,
}

/// A case with the records that it is about, limited to what its purpose needs. Each opening left a look.
#[derive(Clone, PartialEq, Debug)]
pub struct CaseView {
    /// Which.
    pub id: CaseId,
    /// Why it was opened.
    pub kind: CaseKind,
    /// When.
    pub opened_at: Timestamp,
    /// The records, side by side.
    pub records: Vec<Record>,
}

fn officer(session: &Session) -> Result<StaffRow, Error> {
    session.staff_as(StaffRole::Officer).cloned().ok_or(Error::NotFound)
}

/// The one purpose for which a kind of case opens records.
pub(crate) fn purpose(kind: CaseKind) -> Purpose {
    match kind {
        CaseKind::PossibleDuplicate => Purpose::PossibleDuplicate,
        CaseKind::UnlistedAddress => Purpose::UnlistedAddress,
        CaseKind::LateReason => Purpose::LateReason,
        CaseKind::LookQuestion => Purpose::LookQuestion,
    }
}

impl Service {
    pub(crate) async fn open_case_about(&self, tx: &mut dyn Tx, kind: CaseKind, people: &[PersonId]) -> TxResult<()> {
        self.open_case_not_for(tx, kind, people, None).await
    }

    /// The same for a case that asks what a member of staff did: it is nothing for them to settle.
    pub(crate) async fn open_case_not_for(
        &self,
        tx: &mut dyn Tx,
        kind: CaseKind,
        people: &[PersonId],
        not_for: Option<StaffId>,
    ) -> TxResult<()> {
        let now = self.now();
        let row = CaseRow {
            id: CaseId(new_id(now, self.random())),
            kind,
            office: self.office(),
            assigned_to: None,
            not_for,
            opened_at: now,
            closed_at: None,
        };
        Ok(tx.open_case(&row, people).await?)
    }

    /// The officer's queue: the office's open cases that are nobody's or theirs, oldest first.
    pub async fn case_queue(&self, session: &Session) -> Result<Vec<QueueEntry>, Error> {
        let staff = officer(session)?;
        self.read("case.queue", staff, |_, tx, staff| {
            Box::pin(async move {
                let rows = tx.case_queue(&staff.office.0, staff.id, 100).await?;
                let entry = |row: CaseRow| QueueEntry {
                    id: row.id,
                    kind: row.kind,
                    opened_at: row.opened_at,
                    mine: row.assigned_to == Some(staff.id),
                };
                Ok(rows.into_iter().map(entry).collect())
            })
        })
        .await
    }

    /// A case as it stands in the queue, before anything is opened.
    pub async fn case_entry(&self, session: &Session, id: CaseId) -> Result<QueueEntry, Error> {
        let staff = officer(session)?;
        self.read("case.entry", (staff, id), |_, tx, (staff, id)| {
            Box::pin(async move {
                let row = tx.case(*id).await?.filter(|row| row.office == staff.office && row.closed_at.is_none());
                let row = row.filter(|row| row.assigned_to.is_none_or(|whose| whose == staff.id) && row.not_for != Some(staff.id));
                let row = row.ok_or(Error::NotFound)?;
                let mine = row.assigned_to == Some(staff.id);
                Ok(QueueEntry { id: row.id, kind: row.kind, opened_at: row.opened_at, mine })
            })
        })
        .await
    }

    /// Takes a case, so that its records can be opened.
    pub async fn take_case(&self, session: &Session, id: CaseId) -> Result<(), Error> {
        let staff = officer(session)?;
        self.write("case.take", (staff, id), |_, tx, (staff, id)| {
            Box::pin(async move {
                let row = tx.case(*id).await?.filter(|row| row.office == staff.office).ok_or(Error::NotFound)?;
                if row.assigned_to != Some(staff.id) {
                    tx.take_case(*id, staff.id).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// Opens the records of the officer's case for the purpose that they state. Each record's person sees the look.
    pub async fn open_case(&self, session: &Session, id: CaseId, stated: Purpose) -> Result<CaseView, Error> {
        let staff = officer(session)?;
        self.write("case.open", (staff, id, stated), |this, tx, (staff, id, stated)| {
            Box::pin(async move {
                let (file, opened_at) = this.case_file(tx, *id).await?;
                let officer = Officer { staff: staff.id, office: staff.office.clone(), pseudonym: staff.pseudonym.clone() };
                let kind = file.kind;
                let people = file.people.clone();
                let subject = Subject::Officer(officer, Box::new(file));
                let now = this.now();
                let mut records = Vec::with_capacity(people.len());
                for person in people {
                    let grant = policy::decide(&subject, person, *stated, now).map_err(Error::from)?;
                    let mut record = this.vault().open(tx, &grant, now).await?.record;
                    // In a case about somebody else's look, too.
                    record.questions.retain(|question| question.about != Some(staff.id));
                    records.push(record);
                }
                Ok(CaseView { id: *id, kind, opened_at, records })
            })
        })
        .await
    }

    /// A photo that somebody of the officer's case added, where the case's purpose needs it. It leaves a look of its own.
    pub async fn case_photo(&self, session: &Session, id: CaseId, photo: EvidenceId) -> Result<Zeroizing<Vec<u8>>, Error> {
        let staff = officer(session)?;
        self.write("case.photo", (staff, id, photo), |this, tx, (staff, id, photo)| {
            Box::pin(async move {
                let (file, _) = this.case_file(tx, *id).await?;
                let officer = Officer { staff: staff.id, office: staff.office.clone(), pseudonym: staff.pseudonym.clone() };
                let (purpose, people) = (purpose(file.kind), file.people.clone());
                let subject = Subject::Officer(officer, Box::new(file));
                let now = this.now();
                for person in people {
                    if tx.evidence(person, *photo).await?.is_none_or(|row| row.named_at.is_none()) {
                        continue;
                    }
                    let grant = policy::decide(&subject, person, purpose, now).map_err(Error::from)?;
                    if !grant.fields().has(Field::Evidence) {
                        break;
                    }
                    return this.vault().open_evidence(tx, &grant, *photo, now).await?.ok_or_else(|| Error::NotFound.into());
                }
                Err(Error::NotFound.into())
            })
        })
        .await
    }

    async fn case_file(&self, tx: &mut dyn Tx, id: CaseId) -> TxResult<(CaseFile, Timestamp)> {
        let row = tx.case(id).await?.ok_or(Error::NotFound)?;
        let people = tx.case_people(id).await?;
        let file = CaseFile { id, kind: row.kind, office: row.office, assigned_to: row.assigned_to, people, open: row.closed_at.is_none() };
        Ok((file, row.opened_at))
    }

    /// Closes the officer's case. Everybody whom it is about is told, with the officer's words. No registration changes.
    pub async fn close_case(&self, session: &Session, id: CaseId, words: Words) -> Result<(), Error> {
        let staff = officer(session)?;
        self.write("case.close", (staff, id, words), |this, tx, (staff, id, words)| {
            Box::pin(async move {
                let (file, _) = this.case_file(tx, *id).await?;
                if !file.open || file.office != staff.office || file.assigned_to != Some(staff.id) {
                    return Err(Error::Policy(policy::Refusal::NotYourCase).into());
                }
                let officer = Officer { staff: staff.id, office: staff.office.clone(), pseudonym: staff.pseudonym.clone() };
                let (kind, people) = (file.kind, file.people.clone());
                let subject = Subject::Officer(officer, Box::new(file));
                let now = this.now();
                for person in people {
                    // Closing is allowed to whom opening is allowed; the decision is the same one.
                    policy::decide(&subject, person, purpose(kind), now).map_err(Error::from)?;
                    let post = policy::decide(&Subject::Post, person, Purpose::Delivery, now).map_err(Error::from)?;
                    let contact = this.vault().contact(tx, &post, now).await?;
                    let locale = language(&contact, this.settings().locale);
                    let letter = Letter::new("case-closed", locale)
                        .with("reason", locale.t(&format!("case-{}", case_key(kind))))
                        .with("words", words.as_str())
                        .with("office", staff.office.0.as_str())
                        .with("link", format!("{}/{}/record", this.settings().base_url, locale))
                        .emailed_to(this.address_of(tx, person, &contact).await?);
                    this.send(tx, person, letter, now).await?;
                }
                Ok(tx.close_case(*id, now).await?)
            })
        })
        .await
    }
}

/// The part of text ids that names a kind of case.
pub(crate) fn case_key(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::PossibleDuplicate => "possible-duplicate",
        CaseKind::UnlistedAddress => "unlisted-address",
        CaseKind::LateReason => "late-reason",
        CaseKind::LookQuestion => "look-question",
    }
}
