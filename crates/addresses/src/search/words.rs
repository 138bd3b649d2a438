//! Looking a word up in a vocabulary: exactly, by its beginning, and with typos.

use std::sync::LazyLock;

use fst::{IntoStreamer, Map, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};

use crate::segment::read::SharedSlice;

/// Typos are looked for with at most this many words found.
const MAX_FUZZY: usize = 96;

static ONE_TYPO: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(1, true));
static TWO_TYPOS: LazyLock<LevenshteinAutomatonBuilder> = LazyLock::new(|| LevenshteinAutomatonBuilder::new(2, true));

/// Typos of lower quality are not believed.
const WORST_TYPO: f32 = 0.4;

/// How far typos of a word have been looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// Not at all.
    Exact,
    /// One wrong, missing, added or swapped letter.
    One,
    /// Two, with the same first letter.
    Two,
    /// Two anywhere, or more in a word that is similar all the same.
    Similar,
}

impl Depth {
    /// Letters that a key must have: short words with typos could be anything.
    fn shortest_key(self) -> usize {
        match self {
            Depth::Exact => 0,
            Depth::One => 3,
            Depth::Two => 5,
            Depth::Similar => 5,
        }
    }
}

struct Automaton {
    dfa: DFA,
    first: u8,
    prefix: bool,
    same_start: bool,
}

/// Adds words with typos to the matches in both vocabularies. Returns whether there were new ones.
pub(crate) fn add_typos(key: &str, prefix: bool, depth: Depth, pairs: [(&Lexicon, &mut Matches); 2]) -> bool {
    let Some(first) = key.bytes().next().filter(|first| !first.is_ascii_digit()) else { return false };
    if key.len() < depth.shortest_key() {
        return false;
    }
    let automaton = match depth {
        Depth::Exact => return false,
        Depth::One if prefix => Automaton { dfa: ONE_TYPO.build_prefix_dfa(key), first, prefix, same_start: false },
        Depth::One => Automaton { dfa: ONE_TYPO.build_dfa(key), first, prefix, same_start: false },
        Depth::Two => Automaton { dfa: TWO_TYPOS.build_dfa(key), first, prefix: false, same_start: true },
        Depth::Similar => Automaton { dfa: TWO_TYPOS.build_dfa(key), first, prefix: false, same_start: false },
    };
    let mut grown = false;
    for (lexicon, found) in pairs {
        let before = found.words.len();
        lexicon.add_accepted(&automaton, key.len(), found);
        grown |= found.words.len() > before;
    }
    grown
}

/// What is left of a word after so many typos.
fn typo_quality(distance: u8, length: usize, prefix: bool, other_start: bool) -> f32 {
    let per_typo = if distance > 1 { 1.15 } else { 0.85 };
    let shorter = if prefix { 0.05 } else { 0.0 };
    let start = if other_start { 0.06 } else { 0.0 };
    1.0 - per_typo * f32::from(distance) / length as f32 - start - shorter
}

/// A vocabulary of folded words.
pub(crate) struct Lexicon {
    words: Map<SharedSlice>,
}

/// Words of a vocabulary that a typed word may mean, each with a quality of 0 to 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Matches {
    /// Single words, sorted by id.
    pub(crate) words: Vec<(u32, f32)>,
    /// All words that begin with what was typed: ids from, to (exclusive).
    pub(crate) prefix: Option<(u32, u32, f32)>,
}

impl Matches {
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty() && self.prefix.is_none()
    }

    /// How well the word with this id fits; 0 when it does not.
    pub(crate) fn quality(&self, word: u32) -> f32 {
        let single = self.words.binary_search_by_key(&word, |(id, _)| *id).map_or(0.0, |at| self.words[at].1);
        match self.prefix {
            Some((from, to, quality)) if (from..to).contains(&word) => single.max(quality),
            _ => single,
        }
    }

    pub(crate) fn add(&mut self, word: u32, quality: f32) {
        match self.words.binary_search_by_key(&word, |(id, _)| *id) {
            Ok(at) => self.words[at].1 = self.words[at].1.max(quality),
            Err(at) => self.words.insert(at, (word, quality)),
        }
    }
}

impl Lexicon {
    pub(crate) fn new(bytes: SharedSlice) -> Result<Lexicon, String> {
        let words = if bytes.as_ref().is_empty() {
            return Err("a vocabulary is missing".into());
        } else {
            Map::new(bytes).map_err(|e| e.to_string())?
        };
        Ok(Lexicon { words })
    }

    /// The id of exactly this word.
    pub(crate) fn exact(&self, key: &str) -> Option<u32> {
        self.words.get(key).and_then(|id| u32::try_from(id).ok())
    }

    /// Does a word begin so?
    pub(crate) fn begins(&self, key: &str) -> bool {
        self.words.range().ge(key).into_stream().next().is_some_and(|(word, _)| word.starts_with(key.as_bytes()))
    }

    /// Exactly this word, or one of its other readings.
    pub(crate) fn matches(&self, key: &str, others: &[String]) -> Matches {
        let mut found = Matches::default();
        if let Some(id) = self.exact(key) {
            found.add(id, 1.0);
        }
        for id in others.iter().filter_map(|key| self.exact(key)) {
            found.add(id, 0.98);
        }
        found
    }

    /// Adds the words that begin with `key`.
    pub(crate) fn add_prefix(&self, key: &str, quality: f32, found: &mut Matches) {
        let Some(from) = self.first_from(key) else { return };
        let mut after = key.to_owned().into_bytes();
        if let Some(last) = after.last_mut() {
            *last += 1;
        }
        let to = std::str::from_utf8(&after).ok().and_then(|key| self.first_from(key));
        let to = to.unwrap_or_else(|| u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        if from < to {
            found.prefix = Some((from, to, quality));
        }
    }

    /// Adds the words that the automaton accepts.
    fn add_accepted(&self, typo: &Automaton, length: usize, found: &mut Matches) {
        let mut search = self.words.search_with_state(&typo.dfa);
        if typo.same_start {
            search = search.ge([typo.first]).lt([typo.first + 1]);
        }
        let mut stream = search.into_stream();
        let mut count = 0;
        while let Some((word, id, state)) = stream.next() {
            let Distance::Exact(distance) = typo.dfa.distance(state) else { continue };
            let other_start = word.first() != Some(&typo.first);
            let quality = typo_quality(distance, length, typo.prefix, other_start);
            if quality > WORST_TYPO {
                found.add(u32::try_from(id).unwrap_or(u32::MAX), quality);
            }
            count += 1;
            if count >= MAX_FUZZY {
                break;
            }
        }
    }

    fn first_from(&self, key: &str) -> Option<u32> {
        let mut stream = self.words.range().ge(key).into_stream();
        stream.next().and_then(|(_, id)| u32::try_from(id).ok())
    }
}
