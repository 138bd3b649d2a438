//! Documents that a person adds as evidence. None is ever a condition.

use crate::message::{Letter, language};
use crate::{Error, Service, Session, TxResult};
use doorstep_evidence::{Refused, clean};
use doorstep_register::world::new_id;
use doorstep_register::{EvidenceId, Line, PersonId, Record, What};
use doorstep_storage::{Cell, EvidenceRow, Tx};
use zeroize::Zeroizing;

/// How many documents a person can add.
pub const DOCUMENTS: u32 = 10;

pub(crate) fn cell(person: PersonId, id: &EvidenceId) -> Cell<'_> {
    Cell { table: "evidence", person, row: id.0.as_bytes(), column: "sealed" }
}

impl Service {
    /// Keeps a photo without its metadata. It is added to the record when the declaration is made. Slow work is done by the caller's
    /// `cleaned`, see [`clean_photo`](Self::clean_photo).
    pub async fn keep_photo(&self, session: &Session, jpeg: Vec<u8>) -> Result<EvidenceId, Error> {
        let person = session.require_person()?;
        self.write("evidence.keep", (person, jpeg), |this, tx, (person, jpeg)| {
            Box::pin(async move {
                if tx.evidence_count(*person).await? >= DOCUMENTS {
                    return Err(Error::TooMany(DOCUMENTS).into());
                }
                let now = this.now();
                let id = EvidenceId(new_id(now, this.random()));
                let sealed = this.vault().seal_bytes(tx, cell(*person, &id), jpeg).await?;
                tx.add_evidence(&EvidenceRow { person: *person, id, sealed, created_at: now, named_at: None }).await?;
                Ok(id)
            })
        })
        .await
    }

    /// Checks a photo and writes it anew without metadata. Takes up to a second: call it off the runtime's own threads.
    pub fn clean_photo(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
        clean(bytes).map(|photo| photo.jpeg)
    }

    /// Says on the record that a document was added.
    pub async fn add_evidence(&self, session: &Session, id: EvidenceId, title: Line) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("evidence.add", (session.clone(), id, title), move |this, tx, (session, id, title)| {
            Box::pin(async move {
                let mut record = this.opened(tx, session, person).await?;
                if record.evidence.iter().any(|e| e.id == *id) {
                    return Ok(());
                }
                this.evidence_added(tx, session, &mut record, &[(*id, title.clone())]).await
            })
        })
        .await
    }

    /// Says on the record that documents were added, and to the person.
    pub(crate) async fn evidence_added(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        record: &mut Record,
        added: &[(EvidenceId, Line)],
    ) -> TxResult<()> {
        let (person, now) = (record.person, self.now());
        for (evidence, title) in added {
            tx.name_evidence(person, *evidence, now).await?;
            let what = What::EvidenceAdded { evidence: *evidence, title: title.clone() };
            self.vault().append(tx, record, session.actor(person), what, now).await?;
        }
        if added.is_empty() {
            return Ok(());
        }
        let titles = added.iter().map(|(_, title)| title.as_str()).collect::<Vec<_>>().join("; ");
        let letter = Letter::new("evidence", language(&record.contact, self.settings().locale)).private("titles", move |_| titles.clone());
        let letter = self.told_by(letter, session, person, "/data").quiet_for(session, person);
        self.send(tx, person, letter, now).await?;
        Ok(())
    }

    /// A photo that the person added.
    pub async fn photo(&self, session: &Session, id: EvidenceId) -> Result<Zeroizing<Vec<u8>>, Error> {
        let person = session.require_person()?;
        self.look(session, person, "evidence.open", (session.clone(), id), move |this, tx, (session, id)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                this.vault().open_evidence(tx, &grant, *id, now).await?.ok_or_else(|| Error::NotFound.into())
            })
        })
        .await
    }

    /// Throws a photo away.
    pub async fn discard_photo(&self, session: &Session, id: EvidenceId) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("evidence.discard", (person, id), |_, tx, (person, id)| {
            Box::pin(async move { Ok(tx.delete_evidence(*person, *id).await?) })
        })
        .await
    }
}
