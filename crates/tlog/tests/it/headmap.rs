//! The map of last numbers: one answer for each label, and none that another root would give.

use crate::world::leaf;
use doorstep_tlog::*;
use proptest::prelude::*;

fn label(bits: u8) -> Label {
    let mut label = [0x55; 32];
    label[0] = bits;
    label
}

fn value(n: u8) -> Hash {
    Hash([n; 32])
}

fn map(labels: &[u8]) -> HeadMap {
    let mut map = HeadMap::default();
    labels.iter().for_each(|&bits| map.insert(label(bits), value(bits)));
    map
}

#[test]
fn a_label_is_there_or_is_not() {
    let map = map(&[0b0000_0000, 0b0100_0000, 0b0100_0001, 0b1000_0000]);
    let root = map.root();
    for bits in [0b0000_0000, 0b0100_0000, 0b0100_0001, 0b1000_0000] {
        assert_eq!(check_lookup(&root, &label(bits), &map.look_up(&label(bits))), Ok(Some(value(bits))), "{bits:08b}");
    }
    for (bits, what) in [(0b0000_0001, "beside a lone entry"), (0b0110_0000, "where nothing is"), (0b1100_0000, "beside another")] {
        assert_eq!(check_lookup(&root, &label(bits), &map.look_up(&label(bits))), Ok(None), "{what}");
    }
    assert_eq!(map.look_up(&label(0b0100_0001)).siblings.len(), 8, "two that differ in the eighth bit fork there");
    let nobody = HeadMap::default();
    assert_eq!(check_lookup(&nobody.root(), &label(1), &nobody.look_up(&label(1))), Ok(None));
}

/// An operator who would like to say that somebody is not in the map, or has another count.
#[test]
fn nothing_else_is_said_under_the_same_root() {
    let map = map(&[1, 2, 3, 200]);
    let (root, asked) = (map.root(), label(2));
    let true_way = map.look_up(&asked);
    let said = |end| check_lookup(&root, &asked, &Lookup { end, ..true_way.clone() });
    assert_eq!(said(End::Value(value(9))), Err(LookupError::Root), "another value");
    assert_eq!(said(End::Empty), Err(LookupError::Root), "nothing");
    assert_eq!(said(End::Other(label(3), value(3))), Err(LookupError::Way), "another entry, which is not on the way");
    assert_eq!(said(End::Other(asked, value(2))), Err(LookupError::Way), "its own entry as if it were another's");
    let of_another = map.look_up(&label(200));
    assert!(check_lookup(&root, &asked, &of_another).is_err(), "the way to another label");
    for n in 0..true_way.siblings.len() {
        let mut short = true_way.clone();
        short.siblings.remove(n);
        assert!(check_lookup(&root, &asked, &short).is_err(), "without fork {n}");
    }
    let long = Lookup { siblings: vec![value(0); 257], end: End::Empty };
    assert_eq!(check_lookup(&root, &asked, &long), Err(LookupError::Way));
}

#[test]
fn a_value_commits_to_person_numbers_and_leaves() {
    let counts = Counts { person: [9; 16], acts: Some((4, leaf(1))), looks: None };
    let told = counts.commit(&[1; SALT]);
    assert_eq!(told, counts.commit(&[1; SALT]));
    for other in [
        counts.commit(&[2; SALT]),
        Counts { person: [8; 16], ..counts }.commit(&[1; SALT]),
        Counts { acts: Some((5, leaf(1))), ..counts }.commit(&[1; SALT]),
        Counts { acts: Some((4, leaf(2))), ..counts }.commit(&[1; SALT]),
        Counts { acts: None, looks: Some((4, leaf(1))), ..counts }.commit(&[1; SALT]),
    ] {
        assert_ne!(told, other);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whoever is in is found with their value, whoever is not is not, and the order of entering makes no difference.
    #[test]
    fn every_map_answers_for_every_label(entries in proptest::collection::btree_map(any::<[u8; 32]>(), any::<[u8; 32]>(), 0..40), asked: [u8; 32]) {
        let (mut map, mut backwards) = (HeadMap::default(), HeadMap::default());
        entries.iter().for_each(|(label, value)| map.insert(*label, Hash(*value)));
        entries.iter().rev().for_each(|(label, value)| backwards.insert(*label, Hash(*value)));
        let root = map.root();
        prop_assert_eq!(root, backwards.root());
        for label in entries.keys().chain([&asked]) {
            let answer = check_lookup(&root, label, &map.look_up(label));
            prop_assert_eq!(answer, Ok(entries.get(label).map(|value| Hash(*value))));
        }
        let mut without = map.clone();
        without.insert(asked, Hash([0; 32]));
        if !entries.contains_key(&asked) {
            prop_assert_ne!(without.root(), root);
        }
    }
}
