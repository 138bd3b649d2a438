//! Everything that is kept about a person, for that person.

use crate::message::{Message, in_order};
use crate::{CaseEntry, CaseOfMine, Error, Service, Session};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use doorstep_policy::{CaseKind, Fields, Purpose, Role};
use doorstep_register::case::Side;
use doorstep_register::{Act, CaseId, EvidenceId, Line, Office, Record};
use doorstep_storage::{CaseMark, Look, LookReader};
use jiff::Timestamp;
use serde::Serialize;

/// The export. Its JSON is documented in `docs/DATA_MODEL.md`.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Export {
    /// The version of this form.
    pub format: &'static str,
    /// When it was made.
    pub made_at: Timestamp,
    /// The record as it stands.
    pub record: Record,
    /// Every act, in order.
    pub acts: Vec<Act>,
    /// Every look, oldest first.
    pub looks: Vec<ExportedLook>,
    /// Every message.
    pub messages: Vec<Message>,
    /// Every case in which the person is heard, newest first, as their side reads it. Of somebody else's: what they said, and the decision.
    pub cases: Vec<ExportedCase>,
    /// Every photo.
    pub photos: Vec<ExportedPhoto>,
}

/// A look in the export: what the person sees of it. The reader's own id stays with the data-protection officer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExportedLook {
    /// Its number, from 1, without gaps.
    pub seq: u32,
    /// When.
    pub at: Timestamp,
    /// The role.
    pub role: Role,
    /// The office, if somebody of an office looked.
    pub office: Option<Office>,
    /// Their pseudonym.
    pub pseudonym: Option<String>,
    /// Why.
    pub purpose: Purpose,
    /// In which case.
    pub case: Option<CaseId>,
    /// Which parts of the record.
    pub fields: Fields,
}

impl From<Look> for ExportedLook {
    fn from(look: Look) -> Self {
        let (role, office, pseudonym) = match look.by {
            LookReader::Staff { office, role, pseudonym, .. } => (role, Some(office), Some(pseudonym)),
            LookReader::Host => (Role::Host, None, None),
            LookReader::Household => (Role::Household, None, None),
        };
        let Look { seq, at, purpose, case, fields, .. } = look;
        ExportedLook { seq, at, role, office, pseudonym, purpose, case, fields }
    }
}

/// A case in the export.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExportedCase {
    /// Which.
    pub id: CaseId,
    /// What it is about.
    pub kind: CaseKind,
    /// As which side the person is heard.
    pub side: Side,
    /// The office that works on it.
    pub office: Office,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was closed, or its decision took effect.
    pub closed_at: Option<Timestamp>,
    /// What every reader of the record is told meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<&'static str>,
    /// What was said and done, in order.
    pub entries: Vec<CaseEntry>,
}

impl From<CaseOfMine> for ExportedCase {
    fn from(mine: CaseOfMine) -> Self {
        let CaseOfMine { side, row, entries, .. } = mine;
        ExportedCase {
            id: row.id,
            kind: row.kind,
            side,
            office: row.office,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            mark: row.mark.map(CaseMark::word),
            entries,
        }
    }
}

/// A photo in the export.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExportedPhoto {
    /// Its id in the record.
    pub id: EvidenceId,
    /// What the person calls it.
    pub title: Line,
    /// The JPEG file in base64 (RFC 4648 §4).
    pub jpeg: String,
}

impl Service {
    /// Exports the record of the session's person or of a member of their household.
    pub async fn export(&self, session: &Session) -> Result<Export, Error> {
        let person = session.require_person()?;
        self.look(session, person, "export", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let now = this.now();
                let export = session.export_grant(tx, person, now).await?;
                let grant = export.opening();
                let record = this.vault().open(tx, grant, now).await?.record;
                let acts = this.vault().open_acts(tx, &export, now).await?;
                let mut looks = this.vault().open_looks(tx, grant, u32::MAX, u32::MAX >> 1, now).await?;
                looks.reverse();
                let rows: Vec<_> =
                    tx.messages(person, now, 10_000).await?.into_iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed)).collect();
                let mut messages: Vec<Message> = this.vault().open_values(tx, grant, ("message", "sealed"), &rows, now).await?;
                // A link to sign in is a secret of the mailbox, not a part of the record.
                messages.retain(|message| message.in_box || message.promised.is_some());
                in_order(&mut messages, |message| message);
                let mut photos = Vec::new();
                for added in &record.evidence {
                    if let Some(jpeg) = this.vault().open_evidence(tx, grant, added.id, now).await? {
                        photos.push(ExportedPhoto { id: added.id, title: added.title.clone(), jpeg: STANDARD.encode(&*jpeg) });
                    }
                }
                let cases = this.exported_cases(tx, person).await?.into_iter().map(ExportedCase::from).collect();
                Ok(Export {
                    format: "doorstep.export.1",
                    made_at: now,
                    record,
                    acts,
                    looks: looks.into_iter().map(ExportedLook::from).collect(),
                    messages,
                    cases,
                    photos,
                })
            })
        })
        .await
    }
}
