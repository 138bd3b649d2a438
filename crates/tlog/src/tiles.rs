//! Tiles in memory, as the source of a proof's hashes.

use crate::hash::{Hash, node_hash};
use crate::prove::{Missing, Nodes};
use crate::tile::{Level, TileId};
use std::collections::HashMap;

/// Some tiles of a tree of `size` leaves, by level and number; each holds at least as many hashes as that tree has there.
#[derive(Clone, Default, Debug)]
pub struct Tiles {
    size: u64,
    held: HashMap<(Level, u64), Vec<u8>>,
}

impl Tiles {
    /// Without any tile yet.
    pub fn new(size: u64) -> Self {
        Tiles { size, held: HashMap::new() }
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

/// The hash over `2^height` hashes of a tile from `place` on.
fn over(bytes: &[u8], height: u8, place: usize) -> Option<Hash> {
    if height == 0 {
        return hash_at(bytes, place);
    }
    let left = over(bytes, height - 1, place)?;
    let right = over(bytes, height - 1, place + (1 << (height - 1)))?;
    Some(node_hash(&left, &right))
}

impl Nodes for Tiles {
    type Error = Missing;

    fn node(&mut self, level: u8, index: u64) -> Result<Hash, Missing> {
        let id = TileId::of_node(level, index, self.size);
        let height = level % 8;
        let place = ((index << height) % 256) as usize;
        self.held.get(&(id.level, id.number)).and_then(|bytes| over(bytes, height, place)).ok_or(Missing::Tile(id))
    }
}
