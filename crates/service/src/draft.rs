//! Drafts: answers kept on the server after every step.

use crate::{Error, Service, Session};
use jiff::{SignedDuration, Timestamp};

/// How long an unfinished draft is kept after its last save, in days.
pub const KEEP_DAYS: i64 = 90;

/// The answers of a journey so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Raised by each save; 0 where nothing was saved yet.
    pub version: u32,
    /// The answers as JSON, in the form that the pages of the journey understand.
    pub answers: String,
    /// When they were last saved.
    pub saved_at: Option<Timestamp>,
}

impl Service {
    /// The person's draft of a journey, such as `declare`; an empty one where there is none.
    pub async fn draft(&self, session: &Session, journey: &str) -> Result<Draft, Error> {
        let person = session.require_person()?;
        let input = (session.clone(), person, journey.to_owned());
        self.look(session, person, "draft.open", input, |this, tx, (session, person, journey)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                Ok(match this.vault().open_draft(tx, &grant, journey, now).await? {
                    Some((row, answers)) => Draft { version: row.version, answers, saved_at: Some(row.saved_at) },
                    None => Draft { version: 0, answers: String::new(), saved_at: None },
                })
            })
        })
        .await
    }

    /// Saves answers over the version that they were made from. `Stale` if another device saved meanwhile.
    pub async fn save_draft(&self, session: &Session, journey: &str, version: u32, answers: String) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("draft.save", (person, journey.to_owned(), answers), move |this, tx, (person, journey, answers)| {
            Box::pin(async move { Ok(this.vault().put_draft(tx, *person, journey, version, answers, this.now()).await?) })
        })
        .await
    }

    /// Throws a draft away.
    pub async fn discard_draft(&self, session: &Session, journey: &str) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("draft.discard", (person, journey.to_owned()), |_, tx, (person, journey)| {
            Box::pin(async move { Ok(tx.delete_draft(*person, journey).await?) })
        })
        .await
    }

    /// Deletes what nobody needs any more: sessions, links and ceremonies that have expired, and what nobody came back for in 90 days. Says
    /// how many rows.
    pub async fn sweep(&self) -> Result<u64, Error> {
        self.write("sweep", (), |this, tx, ()| {
            Box::pin(async move {
                let now = this.now();
                let old = now.saturating_sub(SignedDuration::from_hours(24 * KEEP_DAYS)).unwrap_or(now);
                Ok(tx.sweep(now).await? + tx.delete_abandoned(old).await?)
            })
        })
        .await
    }
}
