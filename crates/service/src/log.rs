//! The public log: what everybody may read of it, and what one person shows of their own history.

use crate::{Error, Service, Session};
use doorstep_log::{Heads, Prover, Sealing, served};
use doorstep_storage::{Look, StoreError, Trace, Tx, TxError};
use doorstep_tlog::TileId;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::collections::BTreeMap;

/// What the operator tells the public of the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogFacts {
    /// The log's public key, `name+id+base64`; its name is the origin.
    pub key: String,
    /// The public keys of the witnesses.
    pub witnesses: Vec<String>,
    /// How many of them have to sign.
    pub quorum: u32,
}

/// How the log stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogState {
    /// The number of leaves under the newest head.
    pub size: u64,
    /// When that head was signed.
    pub signed_at: Option<Timestamp>,
    /// How many leaves the witnesses have signed for.
    pub witnessed: u64,
    /// Why nothing more is signed.
    pub stopped: Option<String>,
    /// How many leaves there were a day, a week and 30 days ago; `None` where there was no head yet.
    pub before: [Option<u64>; 3],
    /// The newest head with its signatures, one that enough witnesses signed, as long as there is any.
    pub head: Option<String>,
}

/// How long ago the log is looked at, in days.
const AGO: [i64; 3] = [1, 7, 30];

/// One entry of a history with what shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProvedEntry {
    /// The proof file, c2sp.org/tlog-proof@v1, with the opening of the leaf in its line `extra`.
    pub proof: String,
    /// The last head before the entry that the witnesses signed.
    pub before: Option<String>,
}

/// A person's whole history with its proofs, `doorstep.history.1`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProvedHistory {
    /// `doorstep.history.1`.
    pub format: &'static str,
    /// Whose.
    pub person: uuid::Uuid,
    /// The number of acts that the record counts.
    pub act_count: u32,
    /// The number of looks that the record counts.
    pub look_count: u32,
    /// How many of the newest acts the log has not reached yet.
    pub act_waiting: u32,
    /// How many of the newest looks it has not reached yet.
    pub look_waiting: u32,
    /// Acts, oldest first.
    pub acts: Vec<ProvedEntry>,
    /// Looks, oldest first.
    pub looks: Vec<ProvedEntry>,
}

async fn newest_note(tx: &mut dyn Tx, quorum: u32) -> Result<Option<String>, StoreError> {
    let newest = match tx.checkpoint_up_to(u64::MAX, quorum).await? {
        None => tx.checkpoint_up_to(u64::MAX, 0).await?,
        cosigned => cosigned,
    };
    Ok(newest.map(|row| format!("{}{}", row.note, row.cosignatures)))
}

/// Entries with their proofs, and how many of the newest have none yet.
async fn proved_all(tx: &mut dyn Tx, traces: &[Trace], prover: &mut Prover) -> Result<(Vec<ProvedEntry>, u32), TxError<Error>> {
    let mut entries = Vec::with_capacity(traces.len());
    let mut waiting = 0;
    for trace in traces {
        match proved(tx, trace, prover).await? {
            Some(entry) => {
                entries.push(entry);
                waiting = 0;
            }
            None => waiting += 1,
        }
    }
    Ok((entries, waiting))
}

async fn proved(tx: &mut dyn Tx, trace: &Trace, prover: &mut Prover) -> Result<Option<ProvedEntry>, TxError<Error>> {
    let proved = prover.prove(tx, trace).await?;
    Ok(proved.map(|(proof, before)| ProvedEntry { proof: proof.to_string(), before: before.map(|note| note.to_string()) }))
}

impl Service {
    /// Says what the operator tells the public of the log. Without it there is no log to show.
    pub fn know_log(&self, facts: LogFacts) {
        // Said twice, the first stays: keys of a log do not change while it runs.
        let _ = self.0.log.set(facts);
    }

    /// What the operator tells the public of the log.
    pub fn log_facts(&self) -> Option<&LogFacts> {
        self.0.log.get()
    }

    fn quorum(&self) -> u32 {
        self.log_facts().map_or(0, |facts| facts.quorum)
    }

    /// The newest head with its signatures: one that enough witnesses signed, as long as there is any.
    pub async fn log_checkpoint(&self) -> Result<Option<String>, Error> {
        self.read("log.checkpoint", self.quorum(), |_, tx, quorum| Box::pin(async move { Ok(newest_note(tx, *quorum).await?) })).await
    }

    /// The bytes of a tile; `None` if the log has not come so far.
    pub async fn log_tile(&self, id: TileId) -> Result<Option<Vec<u8>>, Error> {
        self.read("log.tile", id, |_, tx, id| Box::pin(async move { Ok(served(tx, *id).await?) })).await
    }

    /// How the log stands.
    pub async fn log_state(&self) -> Result<LogState, Error> {
        self.read("log.state", self.quorum(), |this, tx, quorum| {
            Box::pin(async move {
                let newest = tx.checkpoint_up_to(u64::MAX, 0).await?;
                let heads = Heads::read(tx, *quorum).await?;
                let stopped = tx.log_head().await?.stopped;
                let mut before = [None; 3];
                for (size, days) in before.iter_mut().zip(AGO) {
                    *size = tx.log_size_at(this.now() - SignedDuration::from_hours(24 * days)).await?;
                }
                Ok(LogState {
                    size: heads.signed,
                    signed_at: newest.map(|row| row.signed_at),
                    witnessed: heads.witnessed,
                    stopped,
                    before,
                    head: newest_note(tx, *quorum).await?,
                })
            })
        })
        .await
    }

    /// How far each look has come, by its number.
    pub(crate) async fn sealings(&self, tx: &mut dyn Tx, looks: &[(Look, Trace)]) -> Result<BTreeMap<u32, Sealing>, TxError<Error>> {
        let heads = Heads::read(tx, self.quorum()).await?;
        let mut found = BTreeMap::new();
        for (_, trace) in looks {
            found.insert(trace.seq, heads.sealing(tx, trace.leaf).await?);
        }
        Ok(found)
    }

    /// The proof file of one of the person's looks; `None` as long as the log has not come so far.
    pub async fn look_proof(&self, session: &Session, seq: u32) -> Result<Option<String>, Error> {
        let person = session.require_person()?;
        let input = (session.clone(), seq, self.quorum());
        self.look(session, person, "look_proof", input, move |this, tx, (session, seq, quorum)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                let traced = this.vault().open_traced_looks(tx, &grant, (seq.saturating_add(1), 1), now).await?;
                let (_, trace) = traced.into_iter().find(|(look, _)| look.seq == *seq).ok_or(Error::NotFound)?;
                Ok(proved(tx, &trace, &mut Prover::new(*quorum)).await?.map(|entry| entry.proof))
            })
        })
        .await
    }

    /// Everything that shows the person's history to be whole up to now. Entries that the log has not reached are left out and counted apart.
    pub async fn proved_history(&self, session: &Session) -> Result<ProvedHistory, Error> {
        let person = session.require_person()?;
        self.look(session, person, "proved_history", (session.clone(), self.quorum()), move |this, tx, (session, quorum)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                let history = this.vault().open_history(tx, &grant, now).await?;
                let mut prover = Prover::new(*quorum);
                let (acts, act_waiting) = proved_all(tx, &history.acts, &mut prover).await?;
                let (looks, look_waiting) = proved_all(tx, &history.looks, &mut prover).await?;
                Ok(ProvedHistory {
                    format: "doorstep.history.1",
                    person: person.0,
                    act_count: history.act_count,
                    look_count: history.look_count,
                    act_waiting,
                    look_waiting,
                    acts,
                    looks,
                })
            })
        })
        .await
    }
}
