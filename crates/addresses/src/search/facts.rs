//! What is worked out once about every word when an index is opened, so that scoring a street is arithmetic.

use super::{Engine, words::Matches};
use crate::segment::{layout::Section, read::Segment, strings};

/// About one word of the street vocabulary.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordFact {
    /// What it is worth: rare words more than common ones, initials next to nothing.
    pub(super) weight: f32,
    /// First byte of its key.
    pub(super) first: u8,
    /// One letter alone?
    pub(super) initial: bool,
}

/// About one word of the place vocabulary.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PlaceFact {
    /// What it is worth: little for the city that everything lies in.
    pub(super) weight: f32,
    /// Do most addresses lie in it?
    pub(super) common: bool,
}

/// Facts about all words.
pub(super) struct Facts {
    words: Vec<WordFact>,
    places: Vec<PlaceFact>,
}

const INITIAL: f32 = 0.1;
/// Weight of a number in a name.
pub(super) const NUMBER: f32 = 0.7;
/// Weight of a word that no vocabulary has.
const UNKNOWN: f32 = 0.7;
/// Weight of a place of which only the beginning is typed.
const BEGUN_PLACE: f32 = 0.3;

impl Facts {
    pub(super) fn of(segment: &Segment) -> Facts {
        let streets = (segment.u32_count(Section::StreetKinds) as f32 + 1.0).ln().max(1.0);
        let count = segment.u32_count(Section::PostingOffsets).saturating_sub(1);
        let words = (0..count).map(|word| {
            let key = strings::bytes(segment, Section::WordTextOffsets, Section::WordTextBytes, word as u32);
            let first = key.first().copied().unwrap_or_default();
            let initial = key.len() == 1 && !first.is_ascii_digit();
            let postings = segment.u32(Section::PostingOffsets, word + 1) - segment.u32(Section::PostingOffsets, word);
            let rare = 1.0 - ((postings as f32 + 1.0).ln() / streets).min(1.0);
            let weight = if initial {
                INITIAL
            } else if first.is_ascii_digit() {
                NUMBER
            } else {
                0.4 + 0.6 * rare
            };
            WordFact { weight, first, initial }
        });
        let all = segment.u32_count(Section::Houses).max(2) as f32;
        let counts = segment.u32s(Section::PlaceCounts, 0..segment.u32_count(Section::PlaceCounts));
        let places = counts.map(|houses| {
            let rare = ((all / houses.max(1) as f32).ln() / all.ln()).clamp(0.0, 1.0);
            PlaceFact { weight: 0.08 + 0.62 * rare, common: houses as f32 * 2.0 >= all }
        });
        Facts { words: words.collect(), places: places.collect() }
    }

    /// Facts about an overlay: words that the base has too are worth what they are worth there.
    pub(super) fn like(overlay: &Segment, base: &Engine) -> Facts {
        let mut facts = Facts::of(overlay);
        for (word, fact) in (0u32..).zip(&mut facts.words) {
            let key = strings::get(overlay, Section::WordTextOffsets, Section::WordTextBytes, word);
            if let Some(known) = base.streets.exact(key) {
                *fact = base.facts.word(known);
            }
        }
        let places = fst::Map::new(overlay.shared(Section::PlaceFst)).ok();
        let mut keys = places.as_ref().map(fst::Map::stream);
        while let Some((key, place)) = keys.as_mut().and_then(fst::Streamer::next) {
            let known = std::str::from_utf8(key).ok().and_then(|key| base.places.exact(key));
            if let (Some(known), Some(fact)) = (known, facts.places.get_mut(place as usize)) {
                *fact = base.facts.place(known);
            }
        }
        facts
    }

    pub(super) fn word(&self, id: u32) -> WordFact {
        self.words.get(id as usize).copied().unwrap_or_default()
    }

    pub(super) fn place(&self, id: u32) -> PlaceFact {
        self.places.get(id as usize).copied().unwrap_or_default()
    }

    /// The weight of a query word by the best street word that it matches.
    pub(super) fn street_weight(&self, matches: &Matches, initial: bool, number: bool) -> f32 {
        if number {
            NUMBER
        } else if initial {
            INITIAL
        } else {
            best(matches).map_or(UNKNOWN, |word| self.word(word).weight)
        }
    }

    /// The weight of a query word as the name of a place; 0 when it is none.
    pub(super) fn place_weight(&self, matches: &Matches) -> f32 {
        match best(matches) {
            Some(word) => self.place(word).weight,
            None if matches.prefix.is_some() => BEGUN_PLACE,
            None => 0.0,
        }
    }
}

fn best(matches: &Matches) -> Option<u32> {
    matches.words.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(word, _)| *word)
}
