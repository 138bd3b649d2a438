//! Erasing what is no longer needed: the key goes, and every row with it; what stays in the public log is noise.

use crate::{Error, Service, Session};
use doorstep_register::{End, Record};
use jiff::ToSpan;
use jiff::civil::Date;

impl Service {
    /// From which day the person may have their record erased: at once if nothing was ever declared, `None` while a registration is in
    /// force, and after the time of the rule pack once it has ended.
    pub fn erasable_from(&self, record: &Record) -> Option<Date> {
        let Some(last) = record.residences.last() else { return Some(self.today()) };
        let (End::Left { on } | End::Moved { on, .. }) = last.ended.as_ref()?;
        on.checked_add(self.settings().kept_after_end_days.days()).ok()
    }

    /// Erases the person of the session, with all their sessions.
    pub async fn erase(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("erase", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let record = this.opened(tx, session, person).await?;
                let from = this.erasable_from(&record).ok_or(Error::InForce)?;
                if from > this.today() {
                    return Err(Error::KeptUntil(from).into());
                }
                Ok(this.vault().erase(tx, person, this.now()).await?)
            })
        })
        .await
    }
}
