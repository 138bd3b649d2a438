//! Opening a case.

use super::file::{File, owner_of, reflect};
use crate::{Error, Service, TxResult};
use doorstep_policy::CaseKind;
use doorstep_register::case::{By, Case, CaseWhat, Side};
use doorstep_register::world::new_id;
use doorstep_register::{CaseId, PersonId, StaffId, Words};
use doorstep_storage::{BlindIndex, CaseRow, CaseStage, Tx};

/// What a case is opened with.
pub(crate) struct Opening {
    pub(crate) kind: CaseKind,
    /// Whose record it is about; `None` in a case about an address.
    pub(crate) resident: Option<PersonId>,
    /// The host, or the other person of a possible duplicate.
    pub(crate) other: Option<PersonId>,
    /// Why, in the opener's words.
    pub(crate) words: Words,
    pub(crate) by: By,
    /// Whose case it cannot be: it asks what they did.
    pub(crate) not_for: Option<StaffId>,
    /// Which address, in a case about one.
    pub(crate) home: Option<BlindIndex>,
}

impl Opening {
    /// A case that the program opens in the transaction of a fact about one person.
    pub(crate) fn by_program(kind: CaseKind, resident: PersonId, words: Words) -> Self {
        Opening { kind, resident: Some(resident), other: None, words, by: By::Program, not_for: None, home: None }
    }

    /// A case that a resident opens, alone or with a clerk at a desk.
    pub(crate) fn by_resident(kind: CaseKind, resident: PersonId, helped_by: Option<StaffId>, words: Words) -> Self {
        let by = By::Side { side: Side::Resident, helped_by };
        Opening { by, ..Opening::by_program(kind, resident, words) }
    }
}

impl Service {
    /// Opens a case, and tells whom it concerns.
    pub(crate) async fn open_case(&self, tx: &mut dyn Tx, opening: Opening) -> TxResult<CaseId> {
        let now = self.now();
        let id = CaseId(new_id(now, self.random()));
        let terms = self.terms();
        let words = opening.words.clone();
        let act = Case::open(id, opening.by, opening.kind, words.clone(), now, &self.clocks(&terms)).map_err(Error::Case)?;
        let case = Case::start(&act).map_err(Error::Case)?;
        let mut row = CaseRow {
            id,
            kind: opening.kind,
            office: self.office(),
            stage: CaseStage::Hearing,
            mark: None,
            version: 0,
            due_at: now,
            home: opening.home,
            assigned_to: None,
            second: None,
            appeal_by: None,
            not_for: opening.not_for,
            opened_at: now,
            closed_at: None,
        };
        reflect(&mut row, &case, now);
        let sides = [(opening.resident, Side::Resident), (opening.other, Side::Other)];
        let people: Vec<_> = sides.into_iter().filter_map(|(person, side)| person.map(|person| (person, side))).collect();
        let owner = owner_of(&row, &people).ok_or(Error::NotFound)?;
        tx.open_case(&row, &people).await?;
        self.vault().append_case_act(tx, owner, &act).await?;
        let mut file = File { row, owner, people, case, acts: vec![act] };
        let opened = CaseWhat::Opened { kind: opening.kind, words };
        self.follow(tx, &mut file, opening.by, &opened).await?;
        Ok(id)
    }
}
