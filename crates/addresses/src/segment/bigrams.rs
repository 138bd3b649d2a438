//! Words by the pairs of letters in them: the last resort for words with too many typos for an automaton.

use std::io::{self, Seek, Write};

use super::{layout::Section, read::Segment, write::SegmentWriter};

/// Letters of keys: a to z, digits, `W`, and the edge of a word.
const LETTERS: usize = 38;
/// Distinct pairs.
const PAIRS: usize = LETTERS * LETTERS;
/// Words that are looked at in the end.
const MAX_SIMILAR: usize = 24;
/// Words less similar than this are not believed.
const LEAST_SIMILAR: f32 = 0.5;

fn letter(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => usize::from(byte - b'a') + 1,
        b'0'..=b'9' => usize::from(byte - b'0') + 27,
        b'W' => 37,
        _ => 0,
    }
}

/// The pairs of a word with its edges, sorted, each once.
fn pairs(key: &str) -> Vec<usize> {
    let letters: Vec<usize> = std::iter::once(0).chain(key.bytes().map(letter)).chain([0]).collect();
    let mut pairs: Vec<usize> = letters.windows(2).map(|two| two[0] * LETTERS + two[1]).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Writes the table for words in id order.
pub(crate) fn put<'a, W: Write + Seek>(sections: &mut SegmentWriter<W>, keys: impl Iterator<Item = &'a str>) -> io::Result<()> {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); PAIRS];
    for (id, key) in (0u32..).zip(keys) {
        if !key.starts_with(|c: char| c.is_ascii_digit()) {
            for pair in pairs(key) {
                lists[pair].push(id);
            }
        }
    }
    let mut starts = vec![0u32];
    for list in &lists {
        starts.push(starts.last().copied().unwrap_or(0) + list.len() as u32);
    }
    sections.put_u32(Section::BigramOffsets, starts)?;
    sections.put_u32(Section::BigramWords, lists.into_iter().flatten())
}

/// The most similar words with their similarity (Dice coefficient of the pairs, 0 to 1), best first.
pub(crate) fn similar(segment: &Segment, key: &str) -> Vec<(u32, f32)> {
    let words = segment.u32_count(Section::PostingOffsets).saturating_sub(1);
    let mut shared = vec![0u8; words];
    let pairs = pairs(key);
    for pair in &pairs {
        let from = segment.u32(Section::BigramOffsets, *pair) as usize;
        let to = segment.u32(Section::BigramOffsets, pair + 1) as usize;
        for word in segment.u32s(Section::BigramWords, from..to) {
            if let Some(count) = shared.get_mut(word as usize) {
                *count = count.saturating_add(1);
            }
        }
    }
    let least = (pairs.len() as f32 * LEAST_SIMILAR * 0.75) as u8;
    let mut found: Vec<(u32, f32)> = (0u32..)
        .zip(&shared)
        .filter(|(_, count)| **count > least)
        .map(|(word, count)| {
            let length = word_length(segment, word);
            (word, 2.0 * f32::from(*count) / (pairs.len() + length + 1) as f32)
        })
        .filter(|(_, similarity)| *similarity >= LEAST_SIMILAR)
        .collect();
    found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(MAX_SIMILAR);
    found
}

fn word_length(segment: &Segment, word: u32) -> usize {
    let at = word as usize;
    (segment.u32(Section::WordTextOffsets, at + 1) - segment.u32(Section::WordTextOffsets, at)) as usize
}

#[cfg(test)]
mod tests {
    use doorstep_mapped::Mapped;

    use super::{super::read::written, *};

    #[test]
    fn words_with_many_typos_are_still_similar() {
        let keys = ["karmanicki", "kolomenski", "moloda", "tverska"];
        let ends = keys.iter().scan(0u32, |sum, key| {
            *sum += key.len() as u32;
            Some(*sum)
        });
        let file = written(|sections| {
            put(sections, keys.iter().copied()).unwrap();
            sections.put_u32(Section::PostingOffsets, 0..5).unwrap();
            sections.put_u32(Section::WordTextOffsets, std::iter::once(0).chain(ends)).unwrap();
        });
        let segment = Segment::parse(Mapped::copy(&file).unwrap()).unwrap();
        assert_eq!(similar(&segment, "kanicki").first().map(|(word, _)| *word), Some(0));
        assert!(similar(&segment, "qqqq").is_empty());
    }
}
