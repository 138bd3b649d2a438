//! Paths and bytes of tiles: no bytes panic, and there is one path for each tile.
#![no_main]

use doorstep_tlog::{Frontier, TileId, Tiles, bundle, consistency, inclusion, leaves_of};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u64, u64, &str, &[u8])| {
    let (size, index, path, bytes) = input;
    if let Some(id) = TileId::parse(path) {
        assert_eq!(id.to_string(), path);
    }
    if let Ok(leaves) = leaves_of(bytes) {
        assert_eq!(bundle(&leaves), bytes);
    }
    let mut tiles = Tiles::new(size);
    for id in Frontier::edge_of(size) {
        tiles.add(id, bytes.to_vec());
    }
    let _ = inclusion(&mut tiles, index, size);
    let _ = consistency(&mut tiles, index, size);
    if let Ok(mut edge) = Frontier::load(size, |_| Some(bytes.to_vec()))
        && size < u64::MAX
    {
        edge.append(&doorstep_tlog::Leaf([0; 33]));
        let _ = (edge.root(), edge.changed());
    }
});
