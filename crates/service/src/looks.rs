//! Who looked.

use crate::{Error, Service, Session};
use doorstep_log::Sealing;
use doorstep_storage::Look;
use std::collections::BTreeMap;

/// A part of the history of looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    /// Newest first.
    pub looks: Vec<Look>,
    /// The number from which the older part goes on; `None` at the end.
    pub older: Option<u32>,
    /// Whether a number is missing between two entries, or at the newest end. It is shown, not hidden.
    pub gap: bool,
    /// How far each look has come in the public log, by its number; empty where there is no log.
    pub sealing: BTreeMap<u32, Sealing>,
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
                let traced = this.vault().open_traced_looks(tx, &grant, (from, limit), now).await?;
                let looks: Vec<Look> = traced.iter().map(|(look, _)| look.clone()).collect();
                let newest = looks.first().map_or(0, |l| l.seq);
                // A clerk's own reading adds the entry that it is about to show.
                let expected = if before.is_none() { newest >= count } else { newest + 1 == from.min(count + 1) };
                let steps = looks.windows(2).all(|pair| pair[0].seq == pair[1].seq + 1);
                let older = looks.last().map(|l| l.seq).filter(|seq| *seq > 1);
                let sealing = if this.log_facts().is_some() { this.sealings(tx, &traced).await? } else { BTreeMap::new() };
                Ok(History { gap: !(expected && steps), looks, older, sealing })
            })
        })
        .await
    }
}
