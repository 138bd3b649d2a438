//! Who looked.

use crate::{Error, Service, Session};
use doorstep_storage::Look;

/// A part of the history of looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    /// Newest first.
    pub looks: Vec<Look>,
    /// The number from which the older part goes on; `None` at the end.
    pub older: Option<u32>,
    /// Whether a number is missing between two entries, or at the newest end. It is shown, not hidden.
    pub gap: bool,
}

impl Service {
    /// The history of looks at the person's record, newest first.
    pub async fn looks(&self, session: &Session, before: Option<u32>, limit: u32) -> Result<History, Error> {
        let person = session.require_person()?;
        self.look(session, person, "looks", (session.clone(), before), move |this, tx, (session, before)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                let count = tx.person(person).await?.ok_or(Error::NotFound)?.looks;
                let from = before.unwrap_or(u32::MAX);
                let looks = this.vault().open_looks(tx, &grant, from, limit, now).await?;
                let newest = looks.first().map_or(0, |l| l.seq);
                // A clerk's own reading adds the entry that it is about to show.
                let expected = if before.is_none() { newest >= count } else { newest + 1 == from.min(count + 1) };
                let steps = looks.windows(2).all(|pair| pair[0].seq == pair[1].seq + 1);
                let older = looks.last().map(|l| l.seq).filter(|seq| *seq > 1);
                Ok(History { gap: !(expected && steps), looks, older })
            })
        })
        .await
    }
}
