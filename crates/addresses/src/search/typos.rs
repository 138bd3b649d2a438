//! Words within one or two edits of a key: an automaton of bits that walks the tree of words.
//!
//! All edits are followed at once, as bits of machine words (Wu and Manber, "Fast text searching allowing errors", 1992), so that nothing is
//! built for a query. Where so many edits are allowed, one half of the key has at most half of them: a walk from the front allows but those
//! before the middle, a walk over the words backwards allows but those behind it, and together they miss nothing. So neither has to try all
//! beginnings.

use fst::raw::{Fst, Node};

/// Longest key that is looked for, in bytes.
const LONGEST: usize = 60;
/// Most edits.
const MAX_EDITS: usize = 2;
/// Nodes of the tree that one walk visits at most.
const MAX_NODES: usize = 20_000;
/// Deepest node that is visited.
const MAX_DEPTH: usize = 64;

/// A word that was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Met {
    pub(super) word: u32,
    pub(super) edits: u8,
    /// Does it begin with another letter than the key?
    pub(super) other_start: bool,
}

/// How a key may differ: a letter wrong, missing, added, or two neighbours swapped.
pub(super) struct Typos {
    /// Per byte: the places of the key that have it.
    places: [u64; 256],
    /// The end of the key.
    end: u64,
    /// Per number of edits: at which places of the key they are allowed.
    allowed: [u64; MAX_EDITS + 1],
    edits: usize,
    first: u8,
    backwards: bool,
    /// Is a word that goes on after the key one of them?
    beginning: bool,
}

/// Where in the key a walk may be, by number of edits.
#[derive(Clone, Copy)]
struct State {
    at: [u64; MAX_EDITS + 1],
    /// In the middle of a swap.
    swapping: [u64; MAX_EDITS],
    /// Fewest edits at which the key has ended already, when that is enough.
    ended: u8,
}

/// No end of the key so far.
const NOT_ENDED: u8 = u8::MAX;

impl Typos {
    /// Up to `edits` edits (one or two) of a key, for a walk in one direction; `None` for a key that is too long to be a word.
    pub(super) fn of(key: &[u8], edits: usize, backwards: bool) -> Option<Typos> {
        if key.is_empty() || key.len() > LONGEST {
            return None;
        }
        let mut places = [0u64; 256];
        let mut place = |(at, byte): (usize, &u8)| places[usize::from(*byte)] |= 1 << at;
        if backwards {
            key.iter().rev().enumerate().for_each(&mut place)
        } else {
            key.iter().enumerate().for_each(&mut place)
        }
        let half = if backwards { key.len() - key.len() / 2 } else { key.len() / 2 };
        let end = 1 << key.len();
        let all = (end << 1) - 1;
        let mut allowed = [all; MAX_EDITS + 1];
        for (count, allowed) in allowed.iter_mut().enumerate() {
            if count > edits / 2 {
                *allowed &= !((1 << half) - 1);
            }
        }
        Some(Typos { places, end, allowed, edits: edits.min(MAX_EDITS), first: key[0], backwards, beginning: false })
    }

    /// Words that begin with the key, or nearly so, too. The end of such a word tells nothing, so edits are allowed everywhere.
    pub(super) fn beginnings(key: &[u8], edits: usize) -> Option<Typos> {
        let typos = Typos::of(key, edits, false)?;
        Some(Typos { beginning: true, allowed: [(typos.end << 1) - 1; MAX_EDITS + 1], ..typos })
    }

    /// Visits the words of a tree. `met` gets each that is near enough, and says whether it wants more.
    pub(super) fn walk<D: AsRef<[u8]>>(&self, words: &Fst<D>, met: &mut dyn FnMut(Met) -> bool) {
        let mut at = [0; MAX_EDITS + 1];
        for (count, at) in at.iter_mut().enumerate().take(self.edits + 1) {
            *at = ((1 << (count + 1)) - 1) & self.allowed[count];
        }
        let start = State { at, swapping: [0; MAX_EDITS], ended: NOT_ENDED };
        let mut nodes = 0;
        self.visit(words, words.root(), 0, 0, start, [0; 2], &mut nodes, met);
    }

    #[expect(clippy::too_many_arguments, reason = "a recursion carries its state")]
    fn visit<D: AsRef<[u8]>>(
        &self,
        words: &Fst<D>,
        node: Node<'_>,
        value: u64,
        depth: usize,
        state: State,
        edges: [u8; 2],
        nodes: &mut usize,
        met: &mut dyn FnMut(Met) -> bool,
    ) -> bool {
        *nodes += 1;
        if *nodes > MAX_NODES || depth > MAX_DEPTH {
            return *nodes <= MAX_NODES;
        }
        if node.is_final()
            && let Some(edits) = self.edits_of(&state)
        {
            let first = if self.backwards { edges[1] } else { edges[0] };
            let word = u32::try_from(value + node.final_output().value()).unwrap_or(u32::MAX);
            if !met(Met { word, edits, other_start: first != self.first }) {
                return false;
            }
        }
        for transition in node.transitions() {
            let next = self.step(&state, transition.inp);
            if next.ended == NOT_ENDED && next.at.iter().chain(&next.swapping).all(|bits| *bits == 0) {
                continue;
            }
            let edges = [if depth == 0 { transition.inp } else { edges[0] }, transition.inp];
            let child = words.node(transition.addr);
            if !self.visit(words, child, value + transition.out.value(), depth + 1, next, edges, nodes, met) {
                return false;
            }
        }
        true
    }

    fn step(&self, state: &State, byte: u8) -> State {
        let here = self.places[usize::from(byte)];
        let mut next = State { at: [(state.at[0] & here) << 1, 0, 0], swapping: [0; MAX_EDITS], ended: state.ended };
        for edits in 1..=self.edits {
            let before = state.at[edits - 1];
            let right = (state.at[edits] & here) << 1;
            let (added, wrong, missing) = (before, before << 1, next.at[edits - 1] << 1);
            let swapped = (state.swapping[edits - 1] & here) << 2;
            next.at[edits] = (right | added | wrong | missing | swapped) & self.allowed[edits];
            next.swapping[edits - 1] = before & (here >> 1);
        }
        if self.beginning
            && let Some(edits) = self.ends(&next)
        {
            next.ended = next.ended.min(edits);
        }
        next
    }

    /// Fewest edits with which the key ends here.
    fn ends(&self, state: &State) -> Option<u8> {
        (0u8..).zip(&state.at[..=self.edits]).find(|(_, at)| **at & self.end != 0).map(|(edits, _)| edits)
    }

    fn edits_of(&self, state: &State) -> Option<u8> {
        if state.ended == NOT_ENDED { self.ends(state) } else { Some(state.ended) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn tree(words: &[&str], backwards: bool) -> Fst<Vec<u8>> {
        let mut sorted: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        for (at, word) in (0u64..).zip(words) {
            sorted.insert(if backwards { word.bytes().rev().collect() } else { word.bytes().collect() }, at);
        }
        fst::Map::from_iter(sorted).unwrap().into_fst()
    }

    /// Words within so many edits, by both walks.
    fn near(words: &[&str], key: &str, edits: usize) -> BTreeMap<String, u8> {
        let mut found = BTreeMap::new();
        for backwards in [false, true] {
            let typos = Typos::of(key.as_bytes(), edits, backwards).unwrap();
            typos.walk(&tree(words, backwards), &mut |met| {
                let word = words[met.word as usize];
                assert_eq!(met.other_start, word.as_bytes().first() != key.as_bytes().first(), "{word} {key}");
                let known = found.entry(word.to_owned()).or_insert(met.edits);
                *known = met.edits.min(*known);
                true
            });
        }
        found
    }

    /// The same by the textbook: optimal string alignment.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let wrong = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                        let best = wrong.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                        if swapped { best.min(table[i - 2][j - 2] + 1) } else { best }
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]
        #[test]
        fn both_walks_together_miss_nothing(key in "[abc]{1,8}", words in proptest::collection::hash_set("[abc]{1,9}", 1..20), edits in 1usize..=2) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let found = near(&words, &key, edits);
            for word in words {
                let right = distance(&key, word);
                let expected = if right <= edits { Some(right as u8) } else { None };
                proptest::prop_assert_eq!(found.get(word).copied(), expected, "{} {}", key, word);
            }
        }
    }

    #[test]
    fn a_beginning_with_a_typo_finds_what_goes_on() {
        let words = ["profsouzna", "prospekt", "pskovska"];
        let mut found = Vec::new();
        let typos = Typos::beginnings(b"porfs", 1).unwrap();
        typos.walk(&tree(&words, false), &mut |met| {
            found.push((met.word, met.edits));
            true
        });
        assert_eq!(found, [(0, 1)]);
    }

    #[test]
    fn the_walk_ends_when_enough_was_met_and_for_absurd_keys() {
        let words = ["aa", "ab", "ac"];
        let mut count = 0;
        Typos::of(b"aa", 1, false).unwrap().walk(&tree(&words, false), &mut |_| {
            count += 1;
            count < 2
        });
        assert_eq!(count, 2);
        assert!(Typos::of(&[b'a'; 61], 1, false).is_none());
        assert!(Typos::of(b"", 1, true).is_none());
    }
}
