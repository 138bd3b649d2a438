//! The source's keys of houses: GUIDs in 16 bytes, anything else as text.

use std::{
    cmp::Ordering,
    io::{Seek, Write},
};

use super::{layout::Section, read::Segment, write::SegmentWriter};
use crate::error::ImportError;

const GUIDS: u8 = 1;
const TEXTS: u8 = 2;

/// Parses the canonical form `5d000166-0bfa-469a-907b-c6a5d22b324a`, in either case.
pub(crate) fn parse_guid(text: &str) -> Option<[u8; 16]> {
    let bytes: &[u8; 36] = text.as_bytes().try_into().ok()?;
    if [8, 13, 18, 23].iter().any(|at| bytes[*at] != b'-') {
        return None;
    }
    const PAIRS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
    let mut guid = [0; 16];
    let mut bad = 0;
    for (byte, at) in guid.iter_mut().zip(PAIRS) {
        let (high, low) = (HEX[usize::from(bytes[at])], HEX[usize::from(bytes[at + 1])]);
        bad |= high | low;
        *byte = high << 4 | low;
    }
    (bad < 16).then_some(guid)
}

/// The GUID of a text that is exactly as [`show_guid`] writes it: lower case.
pub(crate) fn guid_as_written(text: &str) -> Option<[u8; 16]> {
    parse_guid(text).filter(|_| !text.bytes().any(|byte| byte.is_ascii_uppercase()))
}

/// Value of a hexadecimal digit; 255 for any other byte.
const HEX: [u8; 256] = {
    let mut table = [255; 256];
    let mut digit = 0u8;
    while digit < 16 {
        let letter = b"0123456789abcdef"[digit as usize];
        table[letter as usize] = digit;
        table[letter.to_ascii_uppercase() as usize] = digit;
        digit += 1;
    }
    table
};

pub(crate) fn show_guid(guid: &[u8]) -> String {
    let mut out = String::with_capacity(36);
    for (at, byte) in guid.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    out
}

/// The ids of houses in the order of their arrival: 16 bytes each while all are GUIDs.
#[derive(Default)]
pub(crate) struct IdStore {
    guids: Vec<[u8; 16]>,
    /// All ids as texts, once one was no GUID.
    texts: Option<Texts>,
}

#[derive(Default)]
struct Texts {
    bytes: String,
    ends: Vec<u32>,
}

impl Texts {
    fn push(&mut self, id: &str) -> Result<(), ImportError> {
        self.bytes.push_str(id);
        self.ends.push(u32::try_from(self.bytes.len()).map_err(|_| ImportError::TooLarge("ids over 4 GiB"))?);
        Ok(())
    }

    fn get(&self, at: u32) -> &str {
        let at = at as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.bytes[start as usize..self.ends[at] as usize]
    }
}

impl IdStore {
    /// Adds an id of any kind.
    pub(crate) fn push(&mut self, id: &str) -> Result<(), ImportError> {
        match guid_as_written(id) {
            Some(guid) => self.push_guid(guid),
            None => self.as_texts()?.push(id),
        }
    }

    /// Adds a GUID.
    pub(crate) fn push_guid(&mut self, guid: [u8; 16]) -> Result<(), ImportError> {
        match &mut self.texts {
            Some(texts) => texts.push(&show_guid(&guid)),
            None => {
                self.guids.push(guid);
                Ok(())
            }
        }
    }

    fn as_texts(&mut self) -> Result<&mut Texts, ImportError> {
        if self.texts.is_none() {
            let mut texts = Texts::default();
            for guid in std::mem::take(&mut self.guids) {
                texts.push(&show_guid(&guid))?;
            }
            self.texts = Some(texts);
        }
        Ok(self.texts.get_or_insert_default())
    }

    /// Writes the ids for houses in the order `arrivals` (house → arrival), the order by id, and which houses are
    /// second addresses: all but the first to arrive with an id. Returns how many those are.
    pub(crate) fn put<W: Write + Seek>(&self, sections: &mut SegmentWriter<W>, arrivals: &[u32]) -> Result<usize, ImportError> {
        match &self.texts {
            Some(texts) => {
                let texts = arrivals.iter().map(|arrival| texts.get(*arrival));
                super::strings::put(sections, Section::Ids, Section::IdBytes, texts)?;
                sections.put(Section::IdKind, &[TEXTS]).map_err(ImportError::writing)?;
            }
            None => {
                let all = |write: &mut dyn FnMut(&[u8]) -> std::io::Result<()>| {
                    let mut chunk = Vec::with_capacity(1 << 16);
                    for some in arrivals.chunks(1 << 12) {
                        chunk.clear();
                        some.iter().for_each(|arrival| chunk.extend_from_slice(&self.guids[*arrival as usize]));
                        write(&chunk)?;
                    }
                    Ok(())
                };
                sections.stream(Section::Ids, all).map_err(ImportError::writing)?;
                sections.put(Section::IdKind, &[GUIDS]).map_err(ImportError::writing)?;
            }
        }
        let (order, mut aliases) = match &self.texts {
            Some(texts) => order_of_texts(texts, arrivals),
            None => order_of_guids(&self.guids, arrivals),
        };
        aliases.sort_unstable();
        let count = aliases.len();
        sections.put_u32(Section::Aliases, aliases).map_err(ImportError::writing)?;
        sections.put_u32(Section::IdOrder, order).map_err(ImportError::writing)?;
        Ok(count)
    }
}

/// Houses by id, those with the same id by arrival; and of those all but the first to arrive.
fn order_of_texts(texts: &Texts, arrivals: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let key = |house: u32| (texts.get(arrivals[house as usize]), arrivals[house as usize]);
    let mut order: Vec<u32> = (0..arrivals.len() as u32).collect();
    order.sort_unstable_by(|a, b| key(*a).cmp(&key(*b)));
    let aliases = order.windows(2).filter(|two| key(two[0]).0 == key(two[1]).0).map(|two| two[1]).collect();
    (order, aliases)
}

/// The same of GUIDs. They are random: by their first two bytes they fall into small heaps, each sorted on its own.
fn order_of_guids(guids: &[[u8; 16]], arrivals: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let heap = |arrival: u32| {
        let guid = guids[arrival as usize];
        usize::from(guid[0]) << 8 | usize::from(guid[1])
    };
    let mut starts = vec![0u32; (1 << 16) + 1];
    arrivals.iter().for_each(|arrival| starts[heap(*arrival) + 1] += 1);
    for at in 0..1 << 16 {
        starts[at + 1] += starts[at];
    }
    let mut order = vec![0u32; arrivals.len()];
    let mut next = starts.clone();
    for (house, arrival) in (0u32..).zip(arrivals) {
        let slot = &mut next[heap(*arrival)];
        order[*slot as usize] = house;
        *slot += 1;
    }
    let mut aliases = Vec::new();
    let mut sorted: Vec<([u8; 16], u32, u32)> = Vec::new();
    for at in 0..1 << 16 {
        let heap = &mut order[starts[at] as usize..starts[at + 1] as usize];
        // Each key is fetched from where it lies once, and not at every comparison.
        let fetched = heap.iter().map(|house| (guids[arrivals[*house as usize] as usize], arrivals[*house as usize], *house));
        sorted.clear();
        sorted.extend(fetched);
        sorted.sort_unstable();
        heap.iter_mut().zip(&sorted).for_each(|(slot, (.., house))| *slot = *house);
        aliases.extend(sorted.windows(2).filter(|two| two[0].0 == two[1].0).map(|two| two[1].2));
    }
    (order, aliases)
}

/// The id of a house.
pub(crate) fn get(segment: &Segment, house: u32) -> String {
    if is_guids(segment) {
        show_guid(guid_of(segment, house))
    } else {
        super::strings::get(segment, Section::Ids, Section::IdBytes, house).to_owned()
    }
}

/// The houses that have an id: one, or more when it has further addresses.
pub(crate) fn find(segment: &Segment, id: &str) -> Vec<u32> {
    let guid = parse_guid(id);
    let guids = is_guids(segment);
    if guids && guid.is_none() {
        return Vec::new();
    }
    let compare = |house: u32| -> Ordering {
        match guid.filter(|_| guids) {
            Some(guid) => guid_of(segment, house).cmp(&guid[..]),
            None => super::strings::get(segment, Section::Ids, Section::IdBytes, house).cmp(id),
        }
    };
    let order = |at: usize| segment.u32(Section::IdOrder, at);
    let count = segment.u32_count(Section::IdOrder);
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if compare(order(middle)) == Ordering::Less { low = middle + 1 } else { high = middle }
    }
    (low..count).map(order).take_while(|house| compare(*house) == Ordering::Equal).collect()
}

fn is_guids(segment: &Segment) -> bool {
    segment.bytes(Section::IdKind).first() == Some(&GUIDS)
}

fn guid_of(segment: &Segment, house: u32) -> &[u8] {
    let at = house as usize * 16;
    segment.bytes(Section::Ids).get(at..at + 16).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use doorstep_mapped::Mapped;

    use super::{super::read::written, *};

    fn segment(ids: &[&str]) -> Segment {
        let mut store = IdStore::default();
        ids.iter().for_each(|id| store.push(id).unwrap());
        let arrivals: Vec<u32> = (0..ids.len() as u32).collect();
        let file = written(|sections| {
            store.put(sections, &arrivals).unwrap();
        });
        Segment::parse(Mapped::copy(&file).unwrap()).unwrap()
    }

    #[test]
    fn guids_are_found_in_either_case() {
        let segment = segment(&["5d000166-0bfa-469a-907b-c6a5d22b324a", "0a000166-0bfa-469a-907b-c6a5d22b324a"]);
        assert_eq!(segment.bytes(Section::Ids).len(), 32);
        assert_eq!(find(&segment, "5D000166-0BFA-469A-907B-C6A5D22B324A"), [0]);
        assert_eq!(get(&segment, 1), "0a000166-0bfa-469a-907b-c6a5d22b324a");
        assert!(find(&segment, "nothing").is_empty());
    }

    #[test]
    fn one_other_id_makes_all_of_them_text() {
        let segment = segment(&["way/12", "5d000166-0bfa-469a-907b-c6a5d22b324a", "way/12"]);
        assert_eq!(find(&segment, "way/12"), [0, 2]);
        assert_eq!(segment.u32s(Section::Aliases, 0..1).collect::<Vec<_>>(), [2], "the first to arrive is the address");
        assert_eq!(get(&segment, 1), "5d000166-0bfa-469a-907b-c6a5d22b324a");
        assert!(find(&segment, "way/13").is_empty());
    }
}
