//! A case with all that the program needs to take it one step on. Nobody is shown any of it.

use crate::{Error, Service, TxResult};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::case::{By, Case, CaseAct, CaseWhat, Closing, Side, Stage};
use doorstep_register::{CaseId, PersonId};
use doorstep_storage::{CaseMark, CaseRow, CaseStage, OpenError, Tx};
use jiff::Timestamp;

/// A case as the program holds it within one transaction.
pub(crate) struct File {
    pub(crate) row: CaseRow,
    /// Whose record holds what is said in it.
    pub(crate) owner: PersonId,
    pub(crate) people: Vec<(PersonId, Side)>,
    pub(crate) case: Case,
    pub(crate) acts: Vec<CaseAct>,
}

impl File {
    /// Who is heard as this side.
    pub(crate) fn person(&self, side: Side) -> Option<PersonId> {
        self.people.iter().find(|(_, s)| *s == side).map(|(person, _)| *person)
    }
}

/// The owner among the people of a case.
pub(crate) fn owner_of(row: &CaseRow, people: &[(PersonId, Side)]) -> Option<PersonId> {
    people.iter().find(|(_, side)| *side == row.kind.owner()).map(|(person, _)| *person)
}

pub(crate) fn stage_of(case: &Case) -> CaseStage {
    match case.stage() {
        Stage::Hearing => CaseStage::Hearing,
        Stage::Drafted { .. } => CaseStage::Drafted,
        Stage::Confirmed(_) => CaseStage::Confirmed,
        Stage::Appealable(_) => CaseStage::Appealable,
        Stage::Appealed { .. } => CaseStage::Appealed,
        Stage::Settled(_) => CaseStage::Settled,
        Stage::Closed(Closing::Annulled) => CaseStage::Annulled,
        Stage::Closed(_) => CaseStage::Closed,
    }
}

/// What the queue and every reader of the record know of a case, out of the case itself.
pub(crate) fn reflect(row: &mut CaseRow, case: &Case, now: Timestamp) {
    row.stage = stage_of(case);
    row.version = case.version();
    row.mark = if case.disputes() {
        Some(CaseMark::Disputed)
    } else if case.corrects() {
        Some(CaseMark::UnderCorrection)
    } else {
        None
    };
    row.second = match case.stage() {
        Stage::Drafted { second, .. } => Some(*second),
        _ => None,
    };
    if row.stage != CaseStage::Appealed {
        row.appeal_by = None;
    }
    row.closed_at = if case.is_over() { row.closed_at.or(Some(now)) } else { None };
    if let Some(until) = case.due() {
        row.due_at = until.ends;
    }
}

impl Service {
    /// The case as it stands, for the program alone.
    pub(crate) async fn case_file(&self, tx: &mut dyn Tx, id: CaseId) -> TxResult<File> {
        let row = tx.case(id).await?.ok_or(Error::NotFound)?;
        let people = tx.case_people(id).await?;
        let owner = owner_of(&row, &people).ok_or(Error::NotFound)?;
        let now = self.now();
        let post = policy::decide(&Subject::Post, owner, Purpose::Delivery, now).map_err(Error::from)?;
        let opened = self.vault().open_case(tx, &post, id, now).await?;
        if opened.case.version() != row.version || opened.case.kind() != row.kind {
            return Err(Error::Open(OpenError::Damaged("case_act")).into());
        }
        Ok(File { row, owner, people, case: opened.case, acts: opened.acts })
    }

    /// Appends one act, and nothing that follows from it.
    pub(crate) async fn advance(&self, tx: &mut dyn Tx, file: &mut File, by: By, what: CaseWhat) -> TxResult<()> {
        let terms = self.terms();
        let act = file.case.next(by, what, self.now(), &self.clocks(&terms)).map_err(Error::Case)?;
        self.vault().append_case_act(tx, file.owner, &act).await?;
        file.case.apply(&act).map_err(Error::Case)?;
        file.acts.push(act);
        reflect(&mut file.row, &file.case, self.now());
        Ok(tx.put_case(&file.row).await?)
    }

    /// Appends one act with all that follows from it. `seen` is the version of the case that whoever acts has read.
    pub(crate) async fn step(&self, tx: &mut dyn Tx, id: CaseId, seen: Option<u32>, by: By, what: CaseWhat) -> TxResult<File> {
        let mut file = self.case_file(tx, id).await?;
        if seen.is_some_and(|seen| seen != file.row.version) {
            return Err(Error::Stale(file.row.version).into());
        }
        self.advance(tx, &mut file, by, what.clone()).await?;
        self.follow(tx, &mut file, by, &what).await?;
        Ok(file)
    }
}
