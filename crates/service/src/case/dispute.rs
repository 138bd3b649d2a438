//! A host disputes one entry at their home. The registration stays in force and says "disputed"; the resident is told and heard.

use super::Opening;
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::CaseKind;
use doorstep_register::case::{By, Side};
use doorstep_register::{CaseId, PersonId, StaffId, Words};
use doorstep_storage::Tx;

impl Service {
    /// A host disputes one entry at one of their homes: `number` is the home in their list, `entry` the one of [`Resident`](crate::Resident).
    pub async fn dispute_entry(
        &self,
        session: &Session,
        number: usize,
        entry: String,
        kind: CaseKind,
        words: Words,
    ) -> Result<CaseId, Error> {
        let host = session.require_person()?;
        let helper = session.staff().map(|staff| staff.id);
        self.write("case.dispute", (number, entry, kind, words), move |this, tx, (number, entry, kind, words)| {
            Box::pin(async move {
                let found = this.entry_at(tx, host, *number, entry).await?;
                this.dispute(tx, *kind, (host, found.resident), found.home, helper, words.clone()).await
            })
        })
        .await
    }

    /// Opens the dispute of a host about somebody at their home: "I don't know this person" or "moved out". The same dispute a second time
    /// finds the first. `home` is the one that the resident declared.
    pub(crate) async fn dispute(
        &self,
        tx: &mut dyn Tx,
        kind: CaseKind,
        (host, resident): (PersonId, PersonId),
        home: [u8; 32],
        helped_by: Option<StaffId>,
        words: Words,
    ) -> TxResult<CaseId> {
        if !kind.disputes() || self.home_of(tx, resident).await? != Some(home) {
            return Err(Error::NotFound.into());
        }
        for (row, side) in tx.cases_of(host).await? {
            let open = side == Side::Other && row.kind.disputes() && row.closed_at.is_none();
            if open && tx.case_people(row.id).await?.contains(&(resident, Side::Resident)) {
                return Ok(row.id);
            }
        }
        let by = By::Side { side: Side::Other, helped_by };
        let opening = Opening { kind, resident: Some(resident), other: Some(host), words, by, not_for: None, home: Some(home) };
        self.open_case(tx, opening).await
    }
}
