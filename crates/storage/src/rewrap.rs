//! The change of the master key: every person's key is wrapped anew, while people are served.
//!
//! It touches no record and leaves no look, for it shows nothing of anybody. What is sealed stays as it is; only the wrapping of the 32
//! bytes that open it changes. Any moment is a good one to stop: what was wrapped anew is found so by the next run.

use crate::keys::{KeyError, KeyToWrap, Keys, split_version};
use crate::store::{Store, TxError, read, write};
use crate::vault::OpenError;
use doorstep_register::PersonId;
use doorstep_register::world::{Random, bytes};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many keys share a transaction.
const PAGE: u32 = 100;

/// How far a change of the master key has come.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Rewrapped {
    /// Keys looked at.
    pub seen: u64,
    /// Keys wrapped anew.
    pub changed: u64,
    /// Keys that do not open, and were left as they are: damaged, or under a master key that is not there.
    pub shut: u64,
}

/// One run past everybody's key.
pub struct Rewrapping {
    store: Arc<dyn Store>,
    keys: Arc<dyn Keys>,
    random: Arc<dyn Random>,
    after: Option<PersonId>,
    done: Rewrapped,
}

fn plain(error: TxError<OpenError>) -> OpenError {
    match error {
        TxError::Store(error) => error.into(),
        TxError::Refused(error) => error,
    }
}

impl Rewrapping {
    /// Begins with the first.
    pub fn new(store: Arc<dyn Store>, keys: Arc<dyn Keys>, random: Arc<dyn Random>) -> Self {
        Rewrapping { store, keys, random, after: None, done: Rewrapped::default() }
    }

    /// Goes past the next page of at most a hundred keys; `None` when there is no more. A key is unwrapped for as long as it takes to wrap
    /// it again, and outside the transaction, so that a slow token holds no writer up.
    ///
    /// # Errors
    /// [`OpenError::Store`], and [`OpenError::Key`] where the key store does not answer. The next run goes on from there.
    pub async fn next_page(&mut self) -> Result<Option<Rewrapped>, OpenError> {
        let after = self.after;
        let page = read(&*self.store, "keys.page", move |tx| Box::pin(async move { Ok(tx.wrapped_keys(after, PAGE).await?) })).await;
        let page = page.map_err(plain)?;
        let Some(last) = page.last().map(|key| key.person) else { return Ok(None) };
        let newest = self.keys.newest()?;
        let mut anew = Vec::new();
        for key in &page {
            match self.anew(newest, key.person, &key.wrapped) {
                Ok(None) => {}
                Ok(Some(after)) => anew.push((key.person, key.wrapped.clone(), after)),
                Err(KeyError::Unwrap | KeyError::Version(_)) => self.done.shut += 1,
                Err(error) => return Err(error.into()),
            }
        }
        if !anew.is_empty() {
            let anew = Arc::new(anew);
            let changed = write(&*self.store, "keys.rewrap", move |tx| {
                let anew = Arc::clone(&anew);
                Box::pin(async move {
                    let mut changed = 0;
                    for (person, before, after) in anew.iter() {
                        // Who was erased meanwhile stays erased.
                        changed += u64::from(tx.replace_wrapped_key(*person, before, after).await?);
                    }
                    Ok(changed)
                })
            })
            .await;
            self.done.changed += changed.map_err(plain)?;
        }
        self.done.seen += page.len() as u64;
        self.after = Some(last);
        Ok(Some(self.done))
    }

    fn anew(&self, newest: u8, person: PersonId, wrapped: &[u8]) -> Result<Option<Vec<u8>>, KeyError> {
        if split_version(wrapped)?.0 == newest {
            return Ok(None);
        }
        let key = self.keys.unwrap(person, wrapped)?;
        self.keys.wrap(person, KeyToWrap(&key), bytes(&*self.random)).map(Some)
    }

    /// Goes past all that are left.
    ///
    /// # Errors
    /// As [`Rewrapping::next_page`].
    pub async fn finish(mut self) -> Result<Rewrapped, OpenError> {
        while self.next_page().await?.is_some() {}
        Ok(self.done)
    }
}

/// How many keys are wrapped under each version of the master key. 0 stands for what is no wrapped key at all.
pub async fn wrapped_under(store: &dyn Store) -> Result<BTreeMap<u8, u64>, OpenError> {
    let (mut after, mut under) = (None, BTreeMap::new());
    loop {
        let page = read(store, "keys.page", move |tx| Box::pin(async move { Ok(tx.wrapped_keys(after, PAGE).await?) })).await;
        let page = page.map_err(plain)?;
        let Some(last) = page.last() else { return Ok(under) };
        after = Some(last.person);
        for key in &page {
            *under.entry(split_version(&key.wrapped).map_or(0, |(version, _)| version)).or_default() += 1;
        }
    }
}
