//! Tiles between their rows and the tree.

use doorstep_storage::{StoreError, Tx};
use doorstep_tlog::{Level, TileId, Tiles};
use std::collections::BTreeMap;

/// The number by which the database knows a level.
pub fn level_of(level: Level) -> i8 {
    match level {
        Level::Entries => -1,
        Level::Hashes(level) => level as i8,
    }
}

/// The bytes of one place in a tile.
pub(crate) fn step(level: Level) -> usize {
    match level {
        Level::Entries => 35,
        Level::Hashes(_) => 32,
    }
}

/// The bytes of a tile as they are served: as many places as its name says, out of the one row that grows. `None` if there are fewer.
pub async fn served(tx: &mut dyn Tx, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(mut bytes) = tx.log_tile(level_of(id.level), id.number).await? else { return Ok(None) };
    let wanted = usize::from(id.width) * step(id.level);
    if bytes.len() < wanted {
        return Ok(None);
    }
    bytes.truncate(wanted);
    Ok(Some(bytes))
}

/// Loads the tiles that proofs in a tree of `size` leaves need.
pub async fn load(tx: &mut dyn Tx, tiles: &mut Tiles, ids: impl IntoIterator<Item = TileId>) -> Result<(), StoreError> {
    let missing: BTreeMap<(i8, u64), TileId> =
        ids.into_iter().filter(|id| !tiles.has(id)).map(|id| ((level_of(id.level), id.number), id)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let keys: Vec<_> = missing.keys().copied().collect();
    for (level, number, bytes) in tx.log_tiles(&keys).await? {
        if let Some(id) = missing.get(&(level, number)) {
            tiles.add(*id, bytes);
        }
    }
    Ok(())
}
