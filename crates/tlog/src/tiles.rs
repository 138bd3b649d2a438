//! Tiles in memory, as the source of a proof's hashes.

use crate::hash::{Hash, node_hash};
use crate::prove::{Missing, Nodes};
use crate::tile::{Level, TileId};
use std::collections::HashMap;

/// From this height inside a tile on a hash is remembered: below it, making it again costs as little as looking it up.
const REMEMBERED: u8 = 3;

/// Some tiles of a tree of `size` leaves, by level and number; each holds at least as many hashes as that tree has there.
///
/// The hash over a complete subtree never changes again, so what was made for one proof serves the next, also in a larger or smaller tree.
#[derive(Clone, Default, Debug)]
pub struct Tiles {
    size: u64,
    held: HashMap<(Level, u64), Vec<u8>>,
    known: HashMap<(u8, u64), Hash>,
}

impl Tiles {
    /// Without any tile yet.
    pub fn new(size: u64) -> Self {
        Tiles { size, ..Tiles::default() }
    }

    /// Goes on with the tree as it was, or will be, at another size.
    pub fn resize(&mut self, size: u64) {
        self.size = size;
    }

    /// Adds the bytes of a tile. More than its width is no harm: a partial tile is the prefix of a fuller one.
    pub fn add(&mut self, id: TileId, bytes: Vec<u8>) {
        self.held.insert((id.level, id.number), bytes);
    }

    /// Whether the tile is held, at least this wide.
    pub fn has(&self, id: &TileId) -> bool {
        self.held.get(&(id.level, id.number)).is_some_and(|bytes| bytes.len() >= 32 * usize::from(id.width))
    }
}

fn hash_at(bytes: &[u8], place: usize) -> Option<Hash> {
    bytes.get(32 * place..32 * place + 32)?.try_into().ok().map(Hash)
}

/// The hash over the `2^level` leaves from `index · 2^level` on, out of the tile that holds it.
fn over(bytes: &[u8], known: &mut HashMap<(u8, u64), Hash>, level: u8, index: u64) -> Option<Hash> {
    let height = level % 8;
    if height == 0 {
        return hash_at(bytes, (index % 256) as usize);
    }
    if let Some(hash) = known.get(&(level, index)) {
        return Some(*hash);
    }
    let (left, right) = (over(bytes, known, level - 1, 2 * index)?, over(bytes, known, level - 1, 2 * index + 1)?);
    let hash = node_hash(&left, &right);
    if height >= REMEMBERED {
        known.insert((level, index), hash);
    }
    Some(hash)
}

impl Nodes for Tiles {
    type Error = Missing;

    fn node(&mut self, level: u8, index: u64) -> Result<Hash, Missing> {
        let id = TileId::of_node(level, index, self.size);
        let bytes = self.held.get(&(id.level, id.number)).ok_or(Missing::Tile(id))?;
        over(bytes, &mut self.known, level, index).ok_or(Missing::Tile(id))
    }
}
