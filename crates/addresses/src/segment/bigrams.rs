//! Words by the pairs of letters in them: the last resort for words with too many typos for an automaton.

use std::io::{self, Seek, Write};

use super::{layout::Section, read::Segment, strings, write::SegmentWriter};

/// Letters of keys: a to z, digits, `W`, and the edge of a word.
const LETTERS: usize = 38;
/// Distinct pairs.
const PAIRS: usize = LETTERS * LETTERS;
/// Words that are looked at in the end.
const MAX_SIMILAR: usize = 24;
/// Entries of the table that are counted for one word.
const MAX_ENTRIES: usize = 60_000;
/// Words that are compared whole.
const MAX_COMPARED: usize = 400;
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
    let mut counts = vec![0u8; words];
    let pairs = pairs(key);
    let list = |pair: usize| segment.u32(Section::BigramOffsets, pair) as usize..segment.u32(Section::BigramOffsets, pair + 1) as usize;
    // The rare pairs tell the most; a word that is similar has enough of them.
    let mut rarest = pairs.clone();
    rarest.sort_by_key(|pair| list(*pair).len());
    let (mut room, mut counted) = (MAX_ENTRIES, 0);
    for pair in rarest {
        let entries = list(pair);
        if counted > 0 && entries.len() > room {
            break;
        }
        counted += 1;
        room = room.saturating_sub(entries.len());
        for word in segment.u32s(Section::BigramWords, entries).take(MAX_ENTRIES) {
            if let Some(count) = counts.get_mut(word as usize) {
                *count = count.saturating_add(1);
            }
        }
    }
    let least = (counted as f32 * LEAST_SIMILAR * 0.75) as u8;
    let mut likely: Vec<(u8, u32)> =
        (0u32..).zip(&counts).filter(|(_, count)| **count > least).map(|(word, count)| (*count, word)).collect();
    if likely.len() > MAX_COMPARED {
        likely.select_nth_unstable_by_key(MAX_COMPARED, |(count, word)| (std::cmp::Reverse(*count), *word));
        likely.truncate(MAX_COMPARED);
    }
    let mut found: Vec<(u32, f32)> = likely.into_iter().map(|(_, word)| (word, similarity(segment, &pairs, word))).collect();
    found.retain(|(_, similarity)| *similarity >= LEAST_SIMILAR);
    found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(MAX_SIMILAR);
    found
}

fn similarity(segment: &Segment, typed: &[usize], word: u32) -> f32 {
    let key = strings::get(segment, Section::WordTextOffsets, Section::WordTextBytes, word);
    let own = pairs(key);
    let shared = own.iter().filter(|pair| typed.binary_search(pair).is_ok()).count();
    2.0 * shared as f32 / (typed.len() + key.len() + 1) as f32
}

#[cfg(test)]
mod tests {
    use doorstep_mapped::Mapped;

    use super::{super::read::written, *};

    #[test]
    fn words_with_many_typos_are_still_similar() {
        let keys = ["karmanicki", "kolomenski", "moloda", "tverska"];
        let file = written(|sections| {
            put(sections, keys.iter().copied()).unwrap();
            sections.put_u32(Section::PostingOffsets, 0..5).unwrap();
            strings::put(sections, Section::WordTextOffsets, Section::WordTextBytes, keys.into_iter()).unwrap();
        });
        let segment = Segment::parse(Mapped::copy(&file).unwrap()).unwrap();
        assert_eq!(similar(&segment, "kanicki").first().map(|(word, _)| *word), Some(0));
        assert!(similar(&segment, "qqqq").is_empty());
    }
}
