//! The loops of the public log: one that sequences, and one for each witness, so that a slow witness holds up nobody.

use doorstep_log::{Consult, Consulted, LogError, Round, Sequencer, Wire, Witness};
use futures::future::join_all;
use jiff::SignedDuration;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

/// How often old heads are thinned, in rounds.
const THIN_EVERY: u32 = 600;

/// Sequences once every `cadence` and takes the heads to the witnesses, until `stop` is ready. The cadence is fixed, so that the moments of
/// the heads tell nothing of what happened.
pub async fn run_log(
    sequencer: Sequencer,
    wire: Arc<dyn Wire>,
    witnesses: Vec<Witness>,
    cadence: Duration,
    stop: impl Future<Output = ()>,
) {
    let consult = Consult::new(sequencer.clone(), wire);
    let asking = join_all(witnesses.iter().map(|witness| keep_asking(&consult, witness, cadence)));
    tokio::select! {
        () = stop => {}
        () = keep_sequencing(&sequencer, cadence) => {}
        _ = asking, if !witnesses.is_empty() => {}
    }
}

async fn keep_sequencing(sequencer: &Sequencer, cadence: Duration) {
    let mut tick = tokio::time::interval(cadence);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut said = String::new();
    let mut round = 0u32;
    loop {
        tick.tick().await;
        match sequencer.round().await {
            Ok(Round::Signed { size, entries }) => {
                said.clear();
                tracing::trace!(size, entries, "signed");
            }
            Ok(Round::Elsewhere) => {}
            Err(error) => say_once(&mut said, &error, "nothing is appended to the public log"),
        }
        if round.is_multiple_of(THIN_EVERY)
            && let Err(error) = sequencer.thin(SignedDuration::from_hours(24)).await
        {
            tracing::warn!(%error, "old heads of the log were not thinned");
        }
        round = round.wrapping_add(1);
    }
}

/// A reason is logged when it is new: it would come every second.
fn say_once(said: &mut String, error: &LogError, what: &str) {
    let now = error.to_string();
    if *said != now {
        tracing::error!(error = %now, "{what}");
        *said = now;
    }
}

async fn keep_asking(consult: &Consult, witness: &Witness, cadence: Duration) {
    let mut tick = tokio::time::interval(cadence);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut said = String::new();
    loop {
        tick.tick().await;
        match consult.ask(witness).await {
            Ok(Consulted::Silent(why)) if said != why => {
                tracing::warn!(witness = witness.key.name(), why, "a witness does not sign");
                said = why;
            }
            Ok(Consulted::Silent(_) | Consulted::Nothing) => {}
            Ok(Consulted::Cosigned(_)) => said.clear(),
            Err(LogError::Stopped(_)) => {}
            Err(error) => say_once(&mut said, &error, "a witness could not be asked"),
        }
    }
}
