//! The loop.

use doorstep_service::{Outgoing, Service};
use std::future::Future;
use std::time::Duration;

/// How many jobs one round leases.
const BATCH: u32 = 4;
/// How often those are sent word at whose record somebody looked, in pauses of the loop: within a minute, and once for one visit.
const TELL_EVERY: u32 = 20;
/// How many of them in one round.
const TOLD: u32 = 100;
/// How often expired rows are swept, in rounds of the loop.
const SWEEP_EVERY: u32 = 600;

/// Delivers, sweeps and sends word of looks until `stop` is ready. A failed round is logged without personal data and tried again.
pub async fn run(service: Service, out: Outgoing<'_>, pause: Duration, stop: impl Future<Output = ()>) {
    tokio::select! {
        () = keep_delivering(&service, out, pause, stop) => {}
        () = keep_telling(&service, pause * TELL_EVERY) => {}
    }
}

/// Beside the deliveries, so that a slow post does not hold up the minute within which word of a look is written.
async fn keep_telling(service: &Service, every: Duration) {
    let mut tick = tokio::time::interval(every);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tick.tick().await;
        if let Err(error) = service.tell_of_looks(TOLD).await {
            tracing::error!(error = %error, "word of looks could not be sent");
        }
    }
}

/// Ends between two rounds, so that what was sent is noted.
async fn keep_delivering(service: &Service, out: Outgoing<'_>, pause: Duration, stop: impl Future<Output = ()>) {
    tokio::pin!(stop);
    let mut round = 0u32;
    // A new version of the rule pack or of a calendar comes in force when the program starts.
    if let Err(error) = service.wake_promises().await {
        tracing::error!(error = %error, "the dates that people were told could not be looked at");
    }
    loop {
        let busy = match service.deliver(out, BATCH).await {
            Ok(outcome) => {
                if outcome.failed > 0 {
                    tracing::warn!(failed = outcome.failed, "messages were given up; `doorstep jobs list` shows them");
                }
                outcome.done + outcome.failed > 0
            }
            Err(error) => {
                tracing::error!(error = %error, "a round of delivery failed");
                false
            }
        };
        if round.is_multiple_of(SWEEP_EVERY)
            && let Err(error) = service.sweep().await
        {
            tracing::error!(error = %error, "sweeping failed");
        }
        round = round.wrapping_add(1);
        let wait = if busy { Duration::ZERO } else { pause };
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(wait) => {}
        }
    }
}
