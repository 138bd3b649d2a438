//! Whose a pseudonym is. The data-protection officer finds out for one exact pseudonym that somebody named; a note of it is written in the
//! same transaction, and the member of staff sees it. Nothing lists staff.

use crate::{Error, Service, Session};
use doorstep_register::world::new_id;
use doorstep_register::{Line, Office, StaffRole};
use doorstep_storage::ResolvedRow;
use jiff::Timestamp;

/// How many notes a member of staff sees.
const NOTES: u32 = 50;

/// Why somebody's name is looked up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// A person asks who looked at their record.
    Person,
    /// A court or another body that may ask by law.
    Court,
    /// The office's own inspection.
    Inspection,
}

impl Why {
    /// All reasons.
    pub const EVERY: [Why; 3] = [Why::Person, Why::Court, Why::Inspection];

    /// Its word, as it is stored and as it stands in ids of texts.
    pub const fn word(self) -> &'static str {
        match self {
            Why::Person => "person",
            Why::Court => "court",
            Why::Inspection => "inspection",
        }
    }

    /// The reason of a word.
    pub fn parse(word: &str) -> Option<Why> {
        Why::EVERY.into_iter().find(|why| why.word() == word)
    }
}

/// Whose a pseudonym is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResolvedName {
    /// The name.
    pub name: String,
    /// The office.
    pub office: Office,
    /// Since when they no longer work there.
    pub left_at: Option<Timestamp>,
}

/// A note, as the member of staff sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resolved {
    /// When their name was looked up.
    pub at: Timestamp,
    /// By whom: a pseudonym.
    pub by: String,
    /// Why; `None` for a reason that this version does not know.
    pub why: Option<Why>,
    /// The number of the letter or case.
    pub reference: String,
}

impl Service {
    /// Whose this exact pseudonym is. More than one where an operator gave it twice; nobody, where it was never given.
    pub async fn resolve_pseudonym(
        &self,
        session: &Session,
        pseudonym: &Line,
        why: Why,
        reference: &Line,
    ) -> Result<Vec<ResolvedName>, Error> {
        let by = session.staff_as(StaffRole::Dpo).ok_or(Error::NotFound)?.id;
        let input = (by, pseudonym.clone(), why, reference.clone());
        self.write("staff.resolve", input, |this, tx, (by, pseudonym, why, reference)| {
            Box::pin(async move {
                let now = this.now();
                let found = tx.staff_by_pseudonym(pseudonym.as_str()).await?;
                for staff in &found {
                    let row = ResolvedRow {
                        id: new_id(now, this.random()),
                        at: now,
                        by: *by,
                        staff: staff.id,
                        reason: why.word().to_owned(),
                        reference: reference.as_str().to_owned(),
                    };
                    tx.note_resolved(&row).await?;
                }
                Ok(found.into_iter().map(|s| ResolvedName { name: s.name, office: s.office, left_at: s.left_at }).collect())
            })
        })
        .await
    }

    /// Who looked up the name of the session's member of staff, newest first.
    pub async fn resolved(&self, session: &Session) -> Result<Vec<Resolved>, Error> {
        let staff = session.staff().ok_or(Error::NotFound)?.id;
        self.read("staff.resolved", staff, |_, tx, staff| {
            Box::pin(async move {
                let mut notes = Vec::new();
                for row in tx.resolved(*staff, NOTES).await? {
                    let by = tx.staff(row.by).await?.map(|by| by.pseudonym).unwrap_or_default();
                    notes.push(Resolved { at: row.at, by, why: Why::parse(&row.reason), reference: row.reference });
                }
                Ok(notes)
            })
        })
        .await
    }
}
