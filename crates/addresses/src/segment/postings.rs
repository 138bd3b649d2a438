//! Lists of streets: by word, by the beginning of words, and by the places that they lie in.

use std::io::{self, Seek, Write};

use super::{layout::Section, write::SegmentWriter};

/// A beginning of words with more postings than this has a list of its own.
const MANY: usize = 4096;
/// Streets in such a list.
const LARGEST: usize = 512;
/// Longest beginning, in bytes, that is looked at.
const LONGEST_BEGINNING: usize = 4;

/// Writes a list of lists: where each begins, and all of them.
pub(crate) fn put_lists<W: Write + Seek>(
    sections: &mut SegmentWriter<W>,
    offsets: Section,
    section: Section,
    lists: &[Vec<u32>],
) -> io::Result<()> {
    sections.put_u32(offsets, starts(lists))?;
    sections.put_u32(section, lists.iter().flatten().copied())
}

/// The numbers `of` whose `list` says which lists they are in, as lists, ascending.
pub(crate) fn inverted(count: usize, lists: impl Iterator<Item = u32>) -> Vec<Vec<u32>> {
    let mut inverted = vec![Vec::new(); count];
    for (of, list) in (0u32..).zip(lists) {
        if let Some(list) = inverted.get_mut(list as usize) {
            list.push(of);
        }
    }
    inverted
}

fn starts(lists: &[Vec<u32>]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(lists.len() + 1);
    starts.push(0u32);
    for list in lists {
        starts.push(starts.last().copied().unwrap_or(0) + list.len() as u32);
    }
    starts
}

/// Writes the postings of the words in id order. `chain` tells the chain of places of a street.
pub(crate) fn put<'a, W: Write + Seek>(
    sections: &mut SegmentWriter<W>,
    keys: impl Iterator<Item = &'a str>,
    postings: &[Vec<u32>],
    chain: impl Fn(u32) -> u32,
) -> io::Result<()> {
    put_lists(sections, Section::PostingOffsets, Section::Postings, postings)?;
    sections.put_u32(Section::PostingChains, postings.iter().flatten().map(|street| chain(*street)))?;
    let keys: Vec<&str> = keys.collect();
    let mut rows: Vec<[u32; 2]> = Vec::new();
    for length in 1..=LONGEST_BEGINNING {
        let mut from = 0;
        while from < keys.len() {
            let Some(beginning) = keys[from].as_bytes().get(..length) else {
                from += 1;
                continue;
            };
            let same = keys[from..].iter().take_while(|key| key.as_bytes().starts_with(beginning)).count();
            if postings[from..from + same].iter().map(Vec::len).sum::<usize>() > MANY {
                rows.push([from as u32, (from + same) as u32]);
            }
            from += same;
        }
    }
    rows.sort_unstable();
    rows.dedup();
    let largest: Vec<Vec<u32>> = rows.iter().map(|[from, to]| largest(&postings[*from as usize..*to as usize])).collect();
    let table = rows.iter().zip(starts(&largest)).flat_map(|([from, to], start)| [*from, *to, start]);
    let end = [u32::MAX, u32::MAX, largest.iter().map(Vec::len).sum::<usize>() as u32];
    sections.put_u32(Section::Beginnings, table.chain(end))?;
    sections.put_u32(Section::BeginningStreets, largest.into_iter().flatten())
}

fn largest(postings: &[Vec<u32>]) -> Vec<u32> {
    // Each list is ascending, and so is the size of a street falling: no list gives more than its first ones.
    let mut all: Vec<u32> = postings.iter().flat_map(|list| list.iter().take(LARGEST)).copied().collect();
    all.sort_unstable();
    all.dedup();
    all.truncate(LARGEST);
    all
}

#[cfg(test)]
mod tests {
    use doorstep_mapped::Mapped;

    use super::{
        super::read::{Segment, written},
        *,
    };

    #[test]
    fn a_beginning_with_many_streets_has_the_largest_at_hand() {
        let postings: Vec<Vec<u32>> = vec![(1..9000).step_by(2).collect(), (0..400).step_by(2).collect(), vec![7]];
        let file = written(|sections| put(sections, ["lenina", "lesna", "mira"].into_iter(), &postings, |street| street / 10).unwrap());
        let segment = Segment::parse(Mapped::copy(&file).unwrap()).unwrap();
        let rows: Vec<u32> = segment.u32s(Section::Beginnings, 0..segment.u32_count(Section::Beginnings)).collect();
        assert_eq!(rows, [0, 1, 0, 0, 2, 512, u32::MAX, u32::MAX, 1024], "len, and le");
        let streets: Vec<u32> = segment.u32s(Section::BeginningStreets, 512..1024).collect();
        assert_eq!(streets[..400], (0..400).collect::<Vec<u32>>());
        assert_eq!(segment.u32s(Section::PostingChains, 4..6).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn every_number_is_in_its_list() {
        assert_eq!(inverted(3, [2, 0, 2, 9].into_iter()), [vec![1], vec![], vec![0, 2]]);
    }
}
