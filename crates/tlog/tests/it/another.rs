//! The crates `tlog_tiles` and `signed_note` (a port of Go's x/mod/sumdb) over our tiles, proofs and notes, and we over theirs.

use crate::world::{Dice, Log, cosigned, leaf, log_key};
use doorstep_tlog::*;
use proptest::prelude::*;
use std::cell::RefCell;
use tlog_tiles::{TileHashReader, TileReader};

fn theirs(hash: &Hash) -> tlog_tiles::Hash {
    tlog_tiles::Hash(hash.0)
}

/// Serves our tiles by their paths.
struct Served<'a>(RefCell<&'a mut Log>);

impl TileReader for Served<'_> {
    fn height(&self) -> u8 {
        8
    }

    fn read_tiles(&self, tiles: &[tlog_tiles::Tile]) -> Result<Vec<Vec<u8>>, tlog_tiles::Error> {
        let log = self.0.borrow();
        let read = tiles.iter().map(|tile| {
            // Their path has the height in it: tile/8/<L>/<N>.
            let path = tile.path().replacen("tile/8/", "tile/", 1);
            let id = TileId::parse(&path).unwrap_or_else(|| panic!("{path}"));
            log.tiles[&(id.level, id.number)][..32 * usize::from(id.width)].to_vec()
        });
        Ok(read.collect())
    }

    fn save_tiles(&self, _tiles: &[tlog_tiles::Tile], _data: &[Vec<u8>]) {}
}

#[test]
fn another_implementation_reads_our_tiles_and_makes_the_same_proofs() {
    let size = 70_000;
    let mut log = Log::of(size);
    let root = log.root(size);
    let mut tiles = log.read(size);
    let served = Served(RefCell::new(&mut log));
    let reader = TileHashReader::new(size, theirs(&root), &served);
    let mut dice = Dice(1);
    for _ in 0..300 {
        let index = dice.below(size);
        let ours = inclusion(&mut tiles, index, size).unwrap();
        let same = tlog_tiles::prove_record(size, index, &reader).unwrap();
        assert_eq!(ours.iter().map(theirs).collect::<Vec<_>>(), same, "index {index}");
        let hash = leaf_hash(&leaf(index).0);
        tlog_tiles::check_record(&same, size, theirs(&root), index, theirs(&hash)).unwrap();
        check_inclusion(&hash, index, size, &ours, &root).unwrap();
    }
    for _ in 0..100 {
        let old = dice.below(size) + 1;
        let ours = consistency(&mut tiles, old, size).unwrap();
        let same = tlog_tiles::prove_tree(size, old, &reader).unwrap();
        assert_eq!(ours.iter().map(theirs).collect::<Vec<_>>(), same, "old size {old}");
    }
}

#[test]
fn another_implementation_reads_our_checkpoints() {
    let mut log = Log::of(300);
    let note = cosigned(&mut log, 300, &[1, 2, 3], 1_790_000_000);
    let read = signed_note::Note::from_bytes(note.to_string().as_bytes()).unwrap();
    assert_eq!(read.text(), note.text.as_bytes());
    let vkey = log_key().verifier().to_string();
    let key = signed_note::StandardVerifier::new(&vkey).unwrap();
    let (signed, unknown) = read.verify(&signed_note::VerifierList::new(vec![Box::new(key)])).unwrap();
    assert_eq!((signed.len(), unknown.len()), (1, 3));
    let checkpoint = tlog_tiles::Checkpoint::from_bytes(read.text()).unwrap();
    assert_eq!((checkpoint.origin(), checkpoint.size()), ("log.example/doorstep", 300));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the batches, the tree is the same; every proof of it holds, and no proof of another place does.
    #[test]
    fn batches_make_no_difference(cuts in proptest::collection::vec(1u64..700, 1..6), seed: u64) {
        let size: u64 = cuts.iter().sum();
        let mut batched = Log::of(0);
        for cut in cuts {
            batched.grow(cut);
            batched.store();
        }
        let whole = Log::of(size).root(size);
        prop_assert_eq!(batched.frontier.root(), whole);
        prop_assert_eq!(batched.root(size), whole);

        let mut dice = Dice(seed);
        let (index, old) = (dice.below(size), dice.below(size) + 1);
        let needed = tiles_needed(size, &[index], &[old]).unwrap();
        let all = batched.read(size);
        let mut some = Tiles::new(size);
        for id in needed {
            prop_assert!(all.has(&id));
            some.add(id, batched.tiles[&(id.level, id.number)][..32 * usize::from(id.width)].to_vec());
        }
        let path = inclusion(&mut some, index, size).unwrap();
        let hash = leaf_hash(&leaf(index).0);
        prop_assert_eq!(check_inclusion(&hash, index, size, &path, &whole), Ok(()));
        if size > 1 {
            prop_assert!(check_inclusion(&hash, (index + 1) % size, size, &path, &whole).is_err());
        }
        let old_root = batched.root(old);
        let path = consistency(&mut some, old, size).unwrap();
        prop_assert_eq!(check_consistency(old, size, &path, &old_root, &whole), Ok(()));
        if old < size {
            prop_assert!(check_consistency(old, size, &path, &whole, &old_root).is_err());
        }
    }
}
