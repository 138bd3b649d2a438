//! "Could not in time: why". A person reads it; nothing follows from it by itself.

use crate::case::Opening;
use crate::message::{Letter, language};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::CaseKind;
use doorstep_register::{Line, Record, What, Words};
use doorstep_storage::Tx;

impl Service {
    /// Adds the person's reason for a duty to their record, and opens a case so that somebody reads it. The same words a second time, as
    /// a double tap sends them, add nothing.
    pub async fn explain(&self, session: &Session, rule: Line, words: Words) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("explain", (session.clone(), rule, words), move |this, tx, (session, rule, words)| {
            Box::pin(async move {
                let mut record = this.opened(tx, session, person).await?;
                if record.explanations.last().is_some_and(|(_, r, w)| (r, w) == (rule, words)) {
                    return Ok(());
                }
                this.explained(tx, session, &mut record, rule.clone(), words.clone()).await
            })
        })
        .await
    }

    pub(crate) async fn explained(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        record: &mut Record,
        rule: Line,
        words: Words,
    ) -> TxResult<()> {
        let by = session.actor(record.person);
        let said = words.as_str().to_owned();
        self.vault().append(tx, record, by, What::Explained { rule, words: words.clone() }, self.now()).await?;
        let letter = Letter::new("explained", language(&record.contact, self.settings().locale)).private("words", move |_| said.clone());
        let letter = self.told_by(letter, session, record.person, "/due").quiet_for(session, record.person);
        self.send(tx, record.person, letter, self.now()).await?;
        let helper = session.staff().map(|staff| staff.id);
        self.open_case(tx, Opening::by_resident(CaseKind::LateReason, record.person, helper, words)).await?;
        Ok(())
    }
}
