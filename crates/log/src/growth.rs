//! How the log has grown.

use doorstep_storage::{StoreError, Tx};
use jiff::Timestamp;

/// How many leaves the log had at a moment: the size of the newest head that was signed by then. `None` before the first.
///
/// Heads grow in the order in which they are signed, so that it is found by halving, without an index by time.
pub async fn size_at(tx: &mut dyn Tx, moment: Timestamp) -> Result<Option<u64>, StoreError> {
    let Some(newest) = tx.checkpoint_up_to(u64::MAX, 0).await? else { return Ok(None) };
    if newest.signed_at <= moment {
        return Ok(Some(newest.size));
    }
    // Heads up to `low` were signed by then, those from `high` on later.
    let (mut low, mut high, mut found) = (0, newest.size, None);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        match tx.checkpoint_up_to(middle, 0).await? {
            Some(row) if row.signed_at > moment => high = row.size,
            row => {
                found = row.map(|row| row.size).or(found);
                low = middle;
            }
        }
    }
    Ok(found)
}
