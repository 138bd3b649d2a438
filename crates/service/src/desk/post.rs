//! A paper form that came by post: typed without the person, and counted from the day of its postmark.
//!
//! What came by post opens no record by a document's number: whoever knows the number could write such a letter. It opens one by a code that
//! was written on it; else a record begins, and if another one has the same document, an officer is asked.

use super::clerk;
use crate::evidence::DOCUMENTS;
use crate::message::language;
use crate::token::{self, hash};
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_register::world::new_id;
use doorstep_register::{EvidenceId, Line, PersonId};
use doorstep_storage::{DeskWay, EvidenceRow, Tx};
use jiff::ToSpan;
use jiff::civil::Date;

/// How old a postmark may be, in days: a letter takes weeks, a slip of the pen takes years.
const OLDEST_DAYS: i64 = 366;

/// A form that is being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeskPosted {
    /// Whose record it is.
    pub person: PersonId,
    /// The scan of the form.
    pub scan: EvidenceId,
    /// What the scan is called on the record.
    pub title: Line,
    /// Whether an act names the scan already; else the declaration has to.
    pub named: bool,
}

impl Service {
    /// Whether a form can have been posted on this day: neither in the future nor more than a year ago.
    pub fn plausible_postmark(&self, day: Date) -> bool {
        let today = self.today();
        day <= today && today.checked_sub(OLDEST_DAYS.days()).is_ok_and(|oldest| day >= oldest)
    }

    /// A clerk begins to type a form that was posted on a day. `scan` is its picture, cleaned by
    /// [`clean_photo`](Self::clean_photo); `code` is the one-time code written on it, if one was.
    pub async fn desk_post(
        &self,
        session: &Session,
        posted_on: Date,
        code: Option<&str>,
        scan: Vec<u8>,
        locale: Locale,
    ) -> Result<DeskPosted, Error> {
        clerk(session)?;
        let code = code.map(|typed| token::normal_code(typed).map(|code| hash(&code)).ok_or(Error::SpentLink)).transpose()?;
        self.write("desk.post", (session.clone(), code, scan), move |this, tx, (session, code, scan)| {
            Box::pin(async move {
                let now = this.now();
                let person = match code {
                    Some(code) => tx.take_code(code, now).await?.ok_or(Error::SpentLink)?,
                    None => this.vault().add_person(tx, now).await?,
                };
                tx.set_session_person(session.id, Some(person), Some(posted_on)).await?;
                this.note_opening(tx, session, DeskWay::Post).await?;
                if code.is_some() {
                    this.tell_of_desk(tx, session, person, "desk-post", "looks", locale).await?;
                }
                let helping = session.helping(person, Some(posted_on));
                this.keep_scan(tx, &helping, posted_on, scan, locale).await
            })
        })
        .await
    }

    async fn keep_scan(&self, tx: &mut dyn Tx, session: &Session, posted_on: Date, scan: &[u8], locale: Locale) -> TxResult<DeskPosted> {
        let (person, now) = (session.require_person()?, self.now());
        if tx.evidence_count(person).await? >= DOCUMENTS {
            return Err(Error::TooMany(DOCUMENTS).into());
        }
        let mut record = self.opened(tx, session, person).await?;
        let locale = language(&record.contact, locale);
        let title = locale.t1("desk-post-scan", "day", locale.date(posted_on));
        let title = Line::parse(&title).map_err(|_| Error::NotFound)?;
        let id = EvidenceId(new_id(now, self.random()));
        let sealed = self.vault().seal_bytes(tx, crate::evidence::cell(person, &id), scan).await?;
        tx.add_evidence(&EvidenceRow { person, id, sealed, created_at: now, named_at: None }).await?;
        let named = record.identity.is_some();
        if named {
            self.evidence_added(tx, session, &mut record, &[(id, title.clone())]).await?;
        }
        Ok(DeskPosted { person, scan: id, title, named })
    }
}
