//! What stands in a sealed act or look beside it: the opening of its leaf, and how it follows the one before.

use super::open::{act_cell, look_cell, unsealed};
use super::{OpenError, Vault};
use crate::look::Look;
use crate::row::LeafRow;
use crate::seal::{Cell, PersonKey, Sealed};
use crate::tx::Tx;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use doorstep_policy::{Field, Grant};
use doorstep_register::world::{bytes, new_id};
use doorstep_register::{Act, PersonId};
use doorstep_tlog::{Chain, Leaf, Opening, SALT, Statement};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// An entry with the opening of its leaf.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept<T> {
    salt: [u8; SALT],
    /// The row of the leaf.
    leaf: Uuid,
    /// The leaf of the entry before, in base64; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    previous: Option<String>,
    pub(super) entry: T,
}

/// An act or a look: what is numbered and chained.
pub(super) trait Entry: Serialize {
    const CHAIN: Chain;
    fn seq(&self) -> u32;
    fn at(&self) -> Timestamp;
}

impl Entry for Act {
    const CHAIN: Chain = Chain::Acts;
    fn seq(&self) -> u32 {
        self.seq
    }
    fn at(&self) -> Timestamp {
        self.at
    }
}

impl Entry for Look {
    const CHAIN: Chain = Chain::Looks;
    fn seq(&self) -> u32 {
        self.seq
    }
    fn at(&self) -> Timestamp {
        self.at
    }
}

fn table(chain: Chain) -> &'static str {
    match chain {
        Chain::Acts => "act",
        Chain::Looks => "look",
    }
}

fn cell(chain: Chain, person: PersonId, seq: &[u8; 4]) -> Cell<'_> {
    match chain {
        Chain::Acts => act_cell(person, seq),
        Chain::Looks => look_cell(person, seq),
    }
}

fn opening<T: Entry>(person: PersonId, kept: &Kept<T>) -> Option<Opening> {
    let previous = match &kept.previous {
        Some(leaf) => Some(Leaf(STANDARD.decode(leaf).ok()?.try_into().ok()?)),
        None => None,
    };
    let entry = &kept.entry;
    let statement = Statement {
        chain: T::CHAIN,
        seq: entry.seq(),
        person: *person.0.as_bytes(),
        at: entry.at().as_microsecond(),
        previous,
        body: serde_json::to_string(entry).ok()?,
    };
    Some(Opening { salt: kept.salt, canonical: statement.to_string().into_bytes() })
}

/// The leaf of the last of `count` entries, that the next one names; `None` before the first. A history whose last entry is gone or damaged
/// is not continued.
pub(super) fn leaf_of<T: Entry + DeserializeOwned>(
    key: &PersonKey,
    person: PersonId,
    count: u32,
    last: Option<Sealed>,
) -> Result<Option<Leaf>, OpenError> {
    if count == 0 {
        return Ok(None);
    }
    let damaged = OpenError::Damaged(table(T::CHAIN));
    let Some(sealed) = last else { return Err(damaged) };
    let kept: Kept<T> = unsealed(key, cell(T::CHAIN, person, &count.to_be_bytes()), &sealed)?;
    opening(person, &kept).map(|opening| Some(opening.leaf())).ok_or(damaged)
}

impl Vault {
    /// Seals an entry with a fresh salt, and makes its leaf.
    pub(super) fn keep<T: Entry>(
        &self,
        key: &PersonKey,
        person: PersonId,
        entry: &T,
        previous: Option<Leaf>,
        now: Timestamp,
    ) -> Result<(Sealed, LeafRow), OpenError> {
        let damaged = || OpenError::Damaged(table(T::CHAIN));
        let id = new_id(now, self.random());
        let kept =
            Kept { salt: bytes(self.random()), leaf: id, previous: previous.map(|leaf| STANDARD.encode(leaf.0)), entry: Borrowed(entry) };
        let leaf = opening(person, &kept).ok_or_else(damaged)?.leaf();
        let plain = Zeroizing::new(serde_json::to_vec(&kept).map_err(|_| damaged())?);
        let sealed = key.seal(cell(T::CHAIN, person, &entry.seq().to_be_bytes()), bytes(self.random()), &plain);
        Ok((sealed, LeafRow { id, leaf: leaf.0 }))
    }

    /// Looks with a number below `before`, newest first, each with what shows that it is in the log.
    pub async fn open_traced_looks(
        &self,
        tx: &mut dyn Tx,
        grant: &Grant,
        (before, limit): (u32, u32),
        now: Timestamp,
    ) -> Result<Vec<(Look, Trace)>, OpenError> {
        let (row, key, _) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        let rows = tx.looks(row.id, before, limit).await?;
        rows.into_iter().map(|r| traced(&key, row.id, r.seq, &r.sealed)).collect()
    }

    /// What shows a person's whole history, acts and looks, oldest first, and how many of each the record counts. The look of this very
    /// reading, where it leaves one, is the first of the history after: it can be in no log yet.
    pub async fn open_history(&self, tx: &mut dyn Tx, grant: &Grant, now: Timestamp) -> Result<TracedHistory, OpenError> {
        let (row, key, own) = self.admitted(tx, grant, Some(Field::Private), now).await?;
        let acts = tx.acts(row.id).await?;
        // All that are there, also beyond the counter: where it was lowered, the check has to see that there are more.
        let mut looks = tx.looks(row.id, u32::MAX, u32::MAX >> 1).await?;
        looks.retain(|look| own.as_ref().is_none_or(|own| own.seq != look.seq));
        Ok(TracedHistory {
            act_count: row.version,
            look_count: own.map_or(row.looks, |own| own.seq - 1),
            acts: acts.into_iter().map(|r| Ok(traced::<Act>(&key, row.id, r.seq, &r.sealed)?.1)).collect::<Result<_, OpenError>>()?,
            looks: looks
                .into_iter()
                .rev()
                .map(|r| Ok(traced::<Look>(&key, row.id, r.seq, &r.sealed)?.1))
                .collect::<Result<_, OpenError>>()?,
        })
    }
}

/// An entry that is about to be sealed.
struct Borrowed<'a, T>(&'a T);

impl<T: Serialize> Serialize for Borrowed<'_, T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<T: Entry> Entry for Borrowed<'_, T> {
    const CHAIN: Chain = T::CHAIN;
    fn seq(&self) -> u32 {
        self.0.seq()
    }
    fn at(&self) -> Timestamp {
        self.0.at()
    }
}

/// What shows that an entry is in the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trace {
    /// The entry's number.
    pub seq: u32,
    /// When it says to have happened.
    pub at: Timestamp,
    /// The row of its leaf.
    pub leaf: Uuid,
    /// What makes the leaf again.
    pub opening: Opening,
}

/// A person's history with what shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TracedHistory {
    /// The number of acts that the record counts.
    pub act_count: u32,
    /// The number of looks that it counts.
    pub look_count: u32,
    /// Acts, oldest first.
    pub acts: Vec<Trace>,
    /// Looks, oldest first.
    pub looks: Vec<Trace>,
}

fn traced<T: Entry + DeserializeOwned>(key: &PersonKey, person: PersonId, seq: u32, sealed: &Sealed) -> Result<(T, Trace), OpenError> {
    let kept: Kept<T> = unsealed(key, cell(T::CHAIN, person, &seq.to_be_bytes()), sealed)?;
    let opening = opening(person, &kept).ok_or(OpenError::Damaged(table(T::CHAIN)))?;
    let trace = Trace { seq, at: kept.entry.at(), leaf: kept.leaf, opening };
    Ok((kept.entry, trace))
}
