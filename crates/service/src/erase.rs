//! Erasing what is no longer needed: the key goes, and every row with it; what stays in the public log is noise.

use crate::{Error, Service, Session};
use doorstep_register::{End, Record};
use doorstep_rules::Basis;
use jiff::ToSpan;
use jiff::civil::Date;

impl Service {
    /// From which day the person may have their record erased: at once if nothing was ever declared, `None` while a registration is in
    /// force, and after the time of the rule pack once it has ended.
    pub fn erasable_from(&self, record: &Record) -> Option<Date> {
        let Some(last) = record.residences.last() else { return Some(self.today()) };
        let (End::Left { on } | End::Moved { on, .. }) = last.ended.as_ref()?;
        let by_operator = on.checked_add(self.settings().kept_after_end_days.days()).ok()?;
        let statutes = self.0.pack.retention().iter().filter(|kept| kept.basis == Basis::Statute);
        let by_law = statutes.filter_map(|kept| on.checked_add(i64::from(kept.months?).months()).ok()).max();
        by_law.max(Some(by_operator))
    }

    /// Erases the person of the session with all their sessions, and the members of their household who have no way in of their own:
    /// nobody could reach their records afterwards.
    pub async fn erase(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("erase", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let mut people = vec![person];
                for member in tx.members(person).await? {
                    let own_way = tx.codes_left(member).await? > 0 || !tx.passkeys(member).await?.is_empty();
                    if !own_way {
                        people.push(member);
                    }
                }
                for person in &people {
                    let record = this.opened(tx, session, *person).await?;
                    let from = this.erasable_from(&record).ok_or(Error::InForce)?;
                    if from > this.today() {
                        return Err(Error::KeptUntil(from).into());
                    }
                }
                for person in people {
                    this.vault().erase(tx, person, this.now()).await?;
                }
                Ok(())
            })
        })
        .await
    }
}
