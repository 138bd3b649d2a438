//! The person's own record.

use crate::{Error, Service, Session, TxResult};
use doorstep_register::world::bytes;
use doorstep_register::{PersonId, Record, Reference};
use doorstep_storage::Tx;

impl Service {
    /// The record of the session's person.
    pub async fn record(&self, session: &Session) -> Result<Record, Error> {
        self.record_of(session, session.require_person()?).await
    }

    /// The record of the session's person or of a member of their household.
    pub async fn record_of(&self, session: &Session, person: PersonId) -> Result<Record, Error> {
        self.look(session, person, "record.open", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move { this.opened(tx, session, *person).await })
        })
        .await
    }

    /// The household of the session's person, without themselves: names and registrations, nothing more.
    pub async fn household(&self, session: &Session) -> Result<Vec<Record>, Error> {
        let person = session.require_person()?;
        if !self.has_household(person).await? {
            return Ok(Vec::new());
        }
        self.write("record.household", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move {
                let mut grants = Vec::new();
                let now = this.now();
                for member in tx.members(*person).await? {
                    grants.push(session.list_grant(tx, member, now).await?);
                }
                let opened = this.vault().open_all(tx, &grants, now).await?;
                Ok(opened.into_iter().map(|opened| opened.record).collect())
            })
        })
        .await
    }

    /// Whether somebody belongs to the person's household.
    pub async fn has_household(&self, person: PersonId) -> Result<bool, Error> {
        self.read("record.has_household", person, |_, tx, person| Box::pin(async move { Ok(!tx.members(*person).await?.is_empty()) })).await
    }

    pub(crate) async fn opened(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<Record> {
        let now = self.now();
        let grant = session.grant(tx, person, now).await?;
        Ok(self.vault().open(tx, &grant, now).await?.record)
    }

    /// Opens a record to change it; `Stale` if it is no longer at the version that the person saw.
    pub(crate) async fn opened_at(&self, tx: &mut dyn Tx, session: &Session, person: PersonId, seen: Option<u32>) -> TxResult<Record> {
        let record = self.opened(tx, session, person).await?;
        match seen {
            Some(version) if version != record.version => Err(Error::Stale(record.version).into()),
            _ => Ok(record),
        }
    }

    pub(crate) fn new_reference(&self) -> Reference {
        Reference::new(bytes(self.random()))
    }
}

impl Service {
    /// What was filed under an idempotency key, if anything was.
    pub async fn filed(&self, session: &Session, key: &str) -> Result<Option<Reference>, Error> {
        let person = session.require_person()?;
        self.read("filed", (person, crate::token::hash(key)), |_, tx, (person, key)| {
            Box::pin(async move { Ok(tx.outcome(*person, key).await?.and_then(|text| Reference::parse(&text).ok())) })
        })
        .await
    }
}
