//! Erasing what is no longer needed: the key goes, and every row with it; what stays in the public log is noise.

use crate::{Error, Service, Session, TxResult};
use doorstep_register::{End, PersonId, Record};
use doorstep_rules::Basis;
use doorstep_storage::Tx;
use jiff::ToSpan;
use jiff::civil::Date;

impl Service {
    /// From which day the person may have their record erased: at once if nothing was ever declared, `None` while a registration is in
    /// force, and after the time of the rule pack once it has ended.
    pub fn erasable_from(&self, record: &Record) -> Option<Date> {
        let Some(last) = record.residences.last() else { return Some(self.today()) };
        let on = last.ended.as_ref().map(End::on)?;
        let by_operator = on.checked_add(self.settings().kept_after_end_days.days()).ok()?;
        let statutes = self.0.pack.retention().iter().filter(|kept| kept.basis == Basis::Statute);
        let by_law = statutes.filter_map(|kept| on.checked_add(i64::from(kept.months?).months()).ok()).max();
        by_law.max(Some(by_operator))
    }

    /// What an erasure would take: from which day it is possible (`None`: not while a registration is in force), and the names of the members
    /// of the household who would go along.
    pub async fn erasure(&self, session: &Session) -> Result<(Option<Date>, Vec<String>), Error> {
        let person = session.require_person()?;
        let alone = session.is_own(person) && !self.has_household(person).await?;
        let input = (session.clone(), person);
        let records = if alone {
            self.read("erase.preview", input, |this, tx, (session, person)| Box::pin(this.erased_together(tx, session, *person))).await?
        } else {
            self.write("erase.preview", input, |this, tx, (session, person)| Box::pin(this.erased_together(tx, session, *person))).await?
        };
        let days: Option<Vec<Date>> = records.iter().map(|record| self.erasable_from(record)).collect();
        let along = records.iter().skip(1).filter_map(|record| record.names().map(|n| n.formal().to_owned())).collect();
        Ok((days.and_then(|days| days.into_iter().max()), along))
    }

    /// The record of the person, and those of the members of their household who have no way in of their own.
    async fn erased_together(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<Vec<Record>> {
        let mut records = vec![self.opened(tx, session, person).await?];
        for member in tx.members(person).await? {
            if !self.has_own_way_in(tx, member).await? {
                records.push(self.opened(tx, session, member).await?);
            }
        }
        Ok(records)
    }

    /// Erases the person of the session with all their sessions, and the members of their household who have no way in of their own:
    /// nobody could reach their records afterwards.
    pub async fn erase(&self, session: &Session) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("erase", session.clone(), move |this, tx, session| {
            Box::pin(async move {
                let records = this.erased_together(tx, session, person).await?;
                for record in &records {
                    let from = this.erasable_from(record).ok_or(Error::InForce)?;
                    if from > this.today() {
                        return Err(Error::KeptUntil(from).into());
                    }
                }
                for record in records {
                    this.close_erased(tx, record.person).await?;
                    this.vault().erase(tx, record.person, this.now()).await?;
                }
                Ok(())
            })
        })
        .await
    }
}
