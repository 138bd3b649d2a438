//! Looking a word up in a vocabulary: exactly, by its beginning, and with typos.

use fst::{IntoStreamer, Map, Streamer};

use super::typos::{Met, Typos};
use crate::segment::read::SharedSlice;

/// Words that a typed word may mean by its typos: the nearest, and of those the most frequent.
const MAX_FUZZY: usize = 96;
/// Words from which they are picked.
const MAX_MET: usize = 4000;

/// Typos of lower quality are not believed.
const WORST_TYPO: f32 = 0.4;

/// How far typos of a word have been looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// Not at all.
    Exact,
    /// One wrong, missing, added or swapped letter.
    One,
    /// Two.
    Two,
    /// More, in a word that is similar all the same.
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

/// Adds words with typos to the matches in a vocabulary. `frequency` tells how often a word occurs. Returns whether there were new ones.
pub(crate) fn add_typos(
    lexicon: &Lexicon,
    key: &str,
    beginning: bool,
    depth: Depth,
    frequency: &dyn Fn(u32) -> u32,
    found: &mut Matches,
) -> bool {
    let edits = match depth {
        Depth::One => 1,
        Depth::Two => 2,
        Depth::Exact | Depth::Similar => return false,
    };
    if key.len() < depth.shortest_key() || key.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let beginning = beginning && depth == Depth::One;
    let mut met: Vec<(u32, f32)> = Vec::new();
    let mut add = |one: Met| {
        let quality = typo_quality(one.edits, key.len(), beginning, one.other_start);
        if quality > WORST_TYPO {
            met.push((one.word, quality));
        }
        met.len() < MAX_MET
    };
    if beginning {
        if let Some(typos) = Typos::beginnings(key.as_bytes(), edits) {
            typos.walk(lexicon.words.as_fst(), &mut add);
        }
    } else {
        for (words, backwards) in [(&lexicon.words, false), (&lexicon.backwards, true)] {
            if let Some(typos) = Typos::of(key.as_bytes(), edits, backwards) {
                typos.walk(words.as_fst(), &mut add);
            }
        }
    }
    // Both walks meet what has its typos in the middle.
    met.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    met.dedup_by_key(|(word, _)| *word);
    let better = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then_with(|| frequency(b.0).cmp(&frequency(a.0))).then(a.0.cmp(&b.0));
    if met.len() > MAX_FUZZY {
        met.select_nth_unstable_by(MAX_FUZZY, better);
        met.truncate(MAX_FUZZY);
    }
    let before = found.words.len();
    met.into_iter().for_each(|(word, quality)| found.add(word, quality));
    found.words.len() > before
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
    backwards: Map<SharedSlice>,
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
    pub(crate) fn new(words: SharedSlice, backwards: SharedSlice) -> Result<Lexicon, String> {
        let map = |bytes: SharedSlice| {
            if bytes.as_ref().is_empty() { Err("a vocabulary is missing".into()) } else { Map::new(bytes).map_err(|e| e.to_string()) }
        };
        Ok(Lexicon { words: map(words)?, backwards: map(backwards)? })
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

    fn first_from(&self, key: &str) -> Option<u32> {
        let mut stream = self.words.range().ge(key).into_stream();
        stream.next().and_then(|(_, id)| u32::try_from(id).ok())
    }
}
