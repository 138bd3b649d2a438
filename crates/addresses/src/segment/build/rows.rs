//! What the builder sorts: houses, their keys, their dwellings.

use std::cmp::Ordering;

use crate::{
    runs::{Row, take_array, take_text, take_u16, take_u32},
    segment::ids::{guid_as_written, show_guid},
};

/// Stands for the length of a text where the id is a GUID.
const GUID: u16 = u16::MAX;

/// The id of a house as it came.
#[derive(Clone, Copy, Debug)]
pub(super) enum CameAs<'a> {
    Guid([u8; 16]),
    Text(&'a str),
}

impl<'a> CameAs<'a> {
    /// Most registers have GUIDs, which take little room.
    pub(super) fn of(id: &'a str) -> CameAs<'a> {
        guid_as_written(id).map_or(CameAs::Text(id), CameAs::Guid)
    }
}

/// A house as it came, in the spool of the builder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Came<'a> {
    pub(super) street: u32,
    pub(super) text: u32,
    pub(super) id: CameAs<'a>,
    /// Dwellings, one a line.
    pub(super) units: &'a str,
}

impl<'a> Came<'a> {
    #[inline]
    pub(super) fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.street.to_le_bytes());
        out.extend_from_slice(&self.text.to_le_bytes());
        match self.id {
            CameAs::Guid(guid) => {
                out.extend_from_slice(&GUID.to_le_bytes());
                out.extend_from_slice(&guid);
            }
            CameAs::Text(text) => {
                out.extend_from_slice(&(text.len() as u16).to_le_bytes());
                out.extend_from_slice(text.as_bytes());
            }
        }
        out.extend_from_slice(&(self.units.len() as u32).to_le_bytes());
        out.extend_from_slice(self.units.as_bytes());
    }

    #[inline]
    pub(super) fn take(bytes: &mut &'a [u8]) -> Option<Came<'a>> {
        let (street, text) = (take_u32(bytes)?, take_u32(bytes)?);
        let id = match take_u16(bytes)? {
            GUID => CameAs::Guid(take_array(bytes)?),
            length => CameAs::Text(take_text(bytes, usize::from(length))?),
        };
        let length = take_u32(bytes)? as usize;
        Some(Came { street, text, id, units: take_text(bytes, length)? })
    }
}

/// An id as it is kept: all are GUIDs, or all are texts.
pub(super) trait Id: Ord + Default + Clone {
    /// Are they GUIDs?
    const GUIDS: bool;
    fn of(id: CameAs<'_>) -> Self;
    fn bytes(&self) -> &[u8];
    fn take(bytes: &mut &[u8]) -> Option<Self>;
    fn put(&self, out: &mut Vec<u8>);
    fn elsewhere(&self) -> usize;
}

impl Id for [u8; 16] {
    const GUIDS: bool = true;

    fn of(id: CameAs<'_>) -> Self {
        match id {
            CameAs::Guid(guid) => guid,
            CameAs::Text(_) => [0; 16],
        }
    }

    fn bytes(&self) -> &[u8] {
        self
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        take_array(bytes)
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(self);
    }

    fn elsewhere(&self) -> usize {
        0
    }
}

impl Id for Box<str> {
    const GUIDS: bool = false;

    fn of(id: CameAs<'_>) -> Self {
        match id {
            CameAs::Guid(guid) => show_guid(&guid).into(),
            CameAs::Text(text) => text.into(),
        }
    }

    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        let length = take_u32(bytes)? as usize;
        take_text(bytes, length).map(Into::into)
    }

    fn put(&self, out: &mut Vec<u8>) {
        put_text(self, out);
    }

    fn elsewhere(&self) -> usize {
        HEAP + self.len()
    }
}

/// What a text of its own costs beside its bytes.
const HEAP: usize = 24;

fn put_text(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(&(text.len() as u32).to_le_bytes());
    out.extend_from_slice(text.as_bytes());
}

/// A house in the order of the index: by rank of its street, number, arrival.
#[derive(Default)]
pub(super) struct HouseRow<I> {
    pub(super) at: Place,
    pub(super) id: I,
    /// Did a dwelling come with it?
    pub(super) unit: bool,
}

/// Where a house belongs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) rank: u32,
    pub(super) number: u32,
    pub(super) arrival: u32,
}

impl Place {
    fn prefix(self) -> u64 {
        u64::from(self.rank) << 32 | u64::from(self.number)
    }

    fn put(self, out: &mut Vec<u8>) {
        [self.rank, self.number, self.arrival].iter().for_each(|part| out.extend_from_slice(&part.to_le_bytes()));
    }

    fn take(bytes: &mut &[u8]) -> Option<Place> {
        Some(Place { rank: take_u32(bytes)?, number: take_u32(bytes)?, arrival: take_u32(bytes)? })
    }
}

impl<I: Id> Row for HouseRow<I> {
    fn prefix(&self) -> u64 {
        self.at.prefix()
    }

    fn put(&self, out: &mut Vec<u8>) {
        self.at.put(out);
        self.id.put(out);
        out.push(u8::from(self.unit));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(HouseRow { at: Place::take(bytes)?, id: I::take(bytes)?, unit: take_array::<1>(bytes)? != [0] })
    }

    fn elsewhere(&self) -> usize {
        self.id.elsewhere()
    }
}

/// A key, and where the house is: the first to arrive with a key is the house, the others are further addresses.
#[derive(Default)]
pub(super) struct IdRow<I> {
    pub(super) id: I,
    pub(super) arrival: u32,
    pub(super) house: u32,
}

impl<I: Id> Row for IdRow<I> {
    fn prefix(&self) -> u64 {
        beginning(self.id.bytes())
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.prefix().cmp(&other.prefix()).then_with(|| (&self.id, self.arrival).cmp(&(&other.id, other.arrival)))
    }

    fn put(&self, out: &mut Vec<u8>) {
        self.id.put(out);
        out.extend_from_slice(&self.arrival.to_le_bytes());
        out.extend_from_slice(&self.house.to_le_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(IdRow { id: I::take(bytes)?, arrival: take_u32(bytes)?, house: take_u32(bytes)? })
    }

    fn elsewhere(&self) -> usize {
        self.id.elsewhere()
    }
}

/// The first eight bytes, as a number that sorts like them.
fn beginning(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    let length = bytes.len().min(8);
    eight[..length].copy_from_slice(&bytes[..length]);
    u64::from_be_bytes(eight)
}

/// Dwellings that came with a house.
#[derive(Default)]
pub(super) struct UnitsRow {
    pub(super) at: Place,
    pub(super) units: Box<str>,
}

impl Row for UnitsRow {
    fn prefix(&self) -> u64 {
        self.at.prefix()
    }

    fn put(&self, out: &mut Vec<u8>) {
        self.at.put(out);
        put_text(&self.units, out);
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(UnitsRow { at: Place::take(bytes)?, units: Id::take(bytes)? })
    }

    fn elsewhere(&self) -> usize {
        self.units.elsewhere()
    }
}

/// All dwellings of a house: lists that are the same are kept once.
#[derive(Default)]
pub(super) struct ListRow {
    pub(super) units: Box<str>,
    pub(super) house: u32,
}

impl Row for ListRow {
    fn prefix(&self) -> u64 {
        beginning(self.units.as_bytes())
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.units.cmp(&other.units)
    }

    fn put(&self, out: &mut Vec<u8>) {
        put_text(&self.units, out);
        out.extend_from_slice(&self.house.to_le_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some(ListRow { units: Id::take(bytes)?, house: take_u32(bytes)? })
    }

    fn elsewhere(&self) -> usize {
        self.units.elsewhere()
    }
}

/// A house, and the number of its list of dwellings or nothing.
impl Row for [u32; 2] {
    fn prefix(&self) -> u64 {
        u64::from(self[0]) << 32 | u64::from(self[1])
    }

    fn put(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|part| out.extend_from_slice(&part.to_le_bytes()));
    }

    fn take(bytes: &mut &[u8]) -> Option<Self> {
        Some([take_u32(bytes)?, take_u32(bytes)?])
    }
}
