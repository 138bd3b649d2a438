//! The family: each member has a record of their own, with an act of their own.

use super::Declare;
use crate::{Error, Service, Session, TxResult};
use doorstep_register::{Kind, PersonId, Record, Reference};
use doorstep_storage::Tx;

impl Service {
    pub(super) async fn declare_family(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        holder: PersonId,
        command: &Declare,
        reference: &Reference,
    ) -> TxResult<()> {
        for member in &command.members {
            let person = self.vault().add_person(tx, self.now()).await?;
            tx.add_member(holder, person).await?;
            let mut record = Record::new(person);
            self.introduce(tx, session, &mut record, member.identity.clone()).await?;
            self.declare_one(tx, session, &mut record, command, reference).await?;
        }
        let household = tx.members(holder).await?;
        for person in &command.along {
            if !household.contains(person) {
                return Err(Error::NotFound.into());
            }
            let mut record = self.opened(tx, session, *person).await?;
            // A child who was never registered arrives when the parents move; one who stayed moves when they come back.
            let kind = match (command.kind, record.current()) {
                (Kind::Renewal | Kind::Move, None) => Kind::Arrival,
                (Kind::Arrival, Some(_)) => Kind::Move,
                (kind, _) => kind,
            };
            let theirs = Declare { kind, ..command.clone() };
            self.declare_one(tx, session, &mut record, &theirs, reference).await?;
        }
        Ok(())
    }
}
