//! Collects streets and houses and lays them out as a segment.

mod houses;
mod rows;
mod streets;
mod units;

use std::{
    collections::{HashMap, HashSet},
    io::{Seek, Write},
};

use rustc_hash::FxBuildHasher;

use super::{
    layout::Section,
    strings::{self, Interner},
    write::SegmentWriter,
};
use crate::{
    error::ImportError,
    house::{grammar, number::HouseNumber},
    runs::{Space, Spool},
    text::token::tokens,
};
use houses::{Houses, Plan};
use rows::{Came, CameAs};

/// A street, or a place whose houses stand in no street.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StreetText<'a> {
    /// Places from the widest to the narrowest, in every wording that people may type.
    pub(crate) places: &'a [&'a str],
    /// The street; the narrowest place serves when there is none.
    pub(crate) street: Option<&'a str>,
    /// Official text before the house.
    pub(crate) before: &'a str,
    /// Official text after the house.
    pub(crate) after: &'a str,
}

/// The number of a street while building.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct StreetKey(u32);

impl StreetKey {
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The street of that number, if the builder has it.
    pub(crate) fn known(number: u32, builder: &Builder) -> Option<StreetKey> {
        ((number as usize) < builder.streets.len()).then_some(StreetKey(number))
    }
}

#[derive(PartialEq, Eq, Hash, Clone, Copy)]
struct Street {
    places: u32,
    own: u32,
    after: u32,
    chain: u32,
    name: u32,
}

/// The number of a house text while building.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct HouseText(u32);

impl HouseText {
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The text of that number, if the builder has it.
    pub(crate) fn known(number: u32, builder: &Builder) -> Option<HouseText> {
        ((number as usize) < builder.house_texts.len()).then_some(HouseText(number))
    }
}

/// What was laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LaidOut {
    /// Distinct houses.
    pub(crate) houses: u64,
    /// Further addresses of houses that had one.
    pub(crate) aliases: u64,
    /// Rows that had the same address as another, and no dwelling to add.
    pub(crate) again: u64,
}

/// What was read so far. What is distinct is held: places, streets, texts of houses. The houses themselves go to a spool.
pub(crate) struct Builder {
    space: Space,
    /// Bytes that may be held for what is distinct.
    most: usize,
    /// Is what has the same street and text one house?
    gather: bool,
    texts: Interner,
    chains: Interner,
    names: Interner,
    street_numbers: HashMap<Street, StreetKey, FxBuildHasher>,
    streets: Vec<Street>,
    /// Rows of each street.
    counts: Vec<u32>,
    /// Former names: what the street was called, and the street.
    former: Vec<(Street, StreetKey)>,
    former_known: HashSet<(Street, StreetKey)>,
    house_texts: Interner,
    houses: Spool,
    rows: u32,
    guids: bool,
}

/// Rows between two looks at how much memory is held.
const LOOK_EVERY: u32 = 1 << 12;

/// Separates places in a chain and units in a list.
const SEPARATOR: &str = "\n";

/// Marks the name of a place whose houses stand in no street.
const PLACE_AS_STREET: char = '\n';

impl Builder {
    /// Houses that do not fit into memory go to `space`; what is distinct may take `most` bytes. With `gather`, rows with the same street and
    /// text are one house, with the key of the first and the dwellings of all.
    pub(crate) fn new(space: &Space, most: usize, gather: bool) -> Builder {
        Builder {
            space: space.clone(),
            most,
            gather,
            texts: Interner::default(),
            chains: Interner::default(),
            names: Interner::default(),
            street_numbers: HashMap::default(),
            streets: Vec::new(),
            counts: Vec::new(),
            former: Vec::new(),
            former_known: HashSet::new(),
            house_texts: Interner::default(),
            houses: Spool::new(space),
            rows: 0,
            guids: true,
        }
    }

    /// The number of a street, new or known.
    pub(crate) fn street(&mut self, text: StreetText<'_>) -> StreetKey {
        let street = self.described(text);
        let next = StreetKey(u32::try_from(self.streets.len()).unwrap_or(u32::MAX));
        *self.street_numbers.entry(street).or_insert_with(|| {
            self.streets.push(street);
            self.counts.push(0);
            next
        })
    }

    /// Another text by which the street was known.
    pub(crate) fn former(&mut self, street: StreetKey, text: StreetText<'_>) {
        let former = self.described(text);
        if self.streets[street.0 as usize] != former && self.former_known.insert((former, street)) {
            self.former.push((former, street));
        }
    }

    fn described(&mut self, text: StreetText<'_>) -> Street {
        let (name, places) = match (text.street, text.places.split_last()) {
            (Some(street), _) => (street.to_owned(), text.places),
            (None, Some((last, wider))) => (format!("{PLACE_AS_STREET}{last}"), wider),
            (None, None) => (String::new(), text.places),
        };
        // Places repeat for every street in them: their part of the text is kept once.
        let cut = text.before.trim_end_matches([',', ' ']).rfind(", ").map_or(0, |at| at + 2);
        let (before, own) = text.before.split_at(cut);
        Street {
            places: self.texts.id(before),
            own: self.texts.id(own),
            after: self.texts.id(text.after),
            chain: self.chains.id(&places.join(SEPARATOR)),
            name: self.names.id(&name),
        }
    }

    /// The number of a house text, new or known.
    pub(crate) fn house_text(&mut self, text: &str) -> HouseText {
        HouseText(self.house_texts.id(text))
    }

    /// Adds a house with its dwellings, one a line. The same id a second time is a further address of the same house.
    pub(crate) fn house(&mut self, street: StreetKey, text: HouseText, id: &str, units: &str) -> Result<(), ImportError> {
        if id.len() >= usize::from(u16::MAX) {
            return Err(ImportError::TooLarge("an id of 64 KiB"));
        }
        self.push(street, text, CameAs::of(id), units)
    }

    /// Adds a house whose id is a GUID.
    #[inline]
    pub(crate) fn guid_house(&mut self, street: StreetKey, text: HouseText, guid: [u8; 16], units: &str) -> Result<(), ImportError> {
        self.push(street, text, CameAs::Guid(guid), units)
    }

    #[inline]
    fn push(&mut self, street: StreetKey, text: HouseText, id: CameAs<'_>, units: &str) -> Result<(), ImportError> {
        self.guids &= matches!(id, CameAs::Guid(_));
        self.rows = self.rows.checked_add(1).ok_or(ImportError::TooLarge("more than four thousand million rows"))?;
        self.counts[street.0 as usize] += 1;
        if self.rows.is_multiple_of(LOOK_EVERY) && self.held() > self.most {
            return Err(ImportError::Memory { mebibytes: (self.most >> 20) as u64 });
        }
        let house = Came { street: street.0, text: text.0, id, units };
        self.houses.row(|out| house.put(out)).map_err(ImportError::io(self.space.folder()))
    }

    /// Has no house been added?
    pub(crate) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// Houses, further addresses and dwellings so far.
    pub(crate) fn rows(&self) -> u64 {
        u64::from(self.rows)
    }

    /// Streets so far.
    pub(crate) fn street_count(&self) -> u64 {
        self.streets.len() as u64
    }

    /// Distinct texts of houses so far.
    pub(crate) fn house_text_count(&self) -> u64 {
        self.house_texts.len() as u64
    }

    /// Bytes that are held in memory for what is distinct.
    pub(crate) fn held(&self) -> usize {
        let texts = [&self.texts, &self.chains, &self.names, &self.house_texts].map(Interner::held).iter().sum::<usize>();
        let streets = self.street_numbers.capacity() * (size_of::<Street>() + 8) + self.streets.capacity() * (size_of::<Street>() + 4);
        texts + streets + self.former.capacity() * 4 * size_of::<Street>()
    }

    /// Lays everything out.
    pub(crate) fn finish<W: Write + Seek>(mut self, sections: &mut SegmentWriter<W>) -> Result<LaidOut, ImportError> {
        (self.street_numbers, self.former_known) = (HashMap::default(), HashSet::new());
        let (rank, by_rank) = self.ranks();
        let place = self.put_house_texts(sections)?;
        self.house_texts = Interner::default();
        let came = std::mem::replace(&mut self.houses, Spool::new(&self.space)).finish().map_err(ImportError::io(self.space.folder()))?;
        let plan = Plan { space: &self.space, rank: &rank, place: &place, gather: self.gather };
        let Houses { first, aliases, again } = if self.guids {
            houses::put::<_, [u8; 16]>(&plan, came, sections)?
        } else {
            houses::put::<_, Box<str>>(&plan, came, sections)?
        };
        drop(place);
        self.put_chains(sections, &rank, &first)?;
        self.put_streets(sections, &by_rank, &rank, &first)?;
        let count = u64::from(first.last().copied().unwrap_or(0));
        Ok(LaidOut { houses: count - aliases, aliases, again })
    }

    /// Streets by falling number of rows: street → rank, rank → street.
    fn ranks(&self) -> (Vec<u32>, Vec<u32>) {
        let mut by_rank: Vec<u32> = (0..self.streets.len() as u32).collect();
        by_rank.sort_by_key(|street| (std::cmp::Reverse(self.counts[*street as usize]), *street));
        let mut rank = vec![0; by_rank.len()];
        (0u32..).zip(&by_rank).for_each(|(at, street)| rank[*street as usize] = at);
        (rank, by_rank)
    }

    /// Writes distinct house texts sorted by number; returns text → place in that order.
    fn put_house_texts<W: Write + Seek>(&self, sections: &mut SegmentWriter<W>) -> Result<Vec<u32>, ImportError> {
        let numbers: Vec<HouseNumber> = self.house_texts.texts().map(parse_house).collect();
        let mut order: Vec<u32> = (0..numbers.len() as u32).collect();
        order.sort_by_cached_key(|text| (natural(&numbers[*text as usize]), self.house_texts.text(*text)));
        let mut place = vec![0; order.len()];
        let mut rows = Vec::with_capacity(order.len() * 2 + 2);
        let mut parts = Vec::new();
        for (at, text) in order.iter().enumerate() {
            place[*text as usize] = at as u32;
            rows.extend([numbers[*text as usize].main, parts.len() as u32]);
            numbers[*text as usize].write_parts(&mut parts);
        }
        rows.extend([u32::MAX, parts.len() as u32]);
        sections.put_u32(Section::HouseNumbers, rows).map_err(ImportError::writing)?;
        sections.put(Section::HouseParts, &parts).map_err(ImportError::writing)?;
        let texts = order.iter().map(|text| self.house_texts.text(*text));
        strings::put(sections, Section::HouseTextOffsets, Section::HouseTextBytes, texts)?;
        Ok(place)
    }
}

fn parse_house(text: &str) -> HouseNumber {
    let tokens = tokens(text);
    (0..tokens.len().min(4))
        .find_map(|at| grammar::read(&tokens, at))
        .or_else(|| (0..tokens.len().min(2)).find_map(|at| grammar::read_without_main(&tokens, at)))
        .map(|found| found.number)
        .unwrap_or_default()
}

/// Sorts `2` before `10` in the parts as well.
fn natural(number: &HouseNumber) -> (u32, Vec<(u8, u32, &str)>) {
    let digits = |value: &str| {
        let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
        value[..end].parse().unwrap_or(0)
    };
    let parts = number.parts.iter().map(|part| (part.kind as u8, digits(&part.value), part.value.as_str()));
    (number.main, parts.collect())
}

/// A segment of houses of one street, for tests: number, id, dwellings.
#[cfg(test)]
pub(crate) fn built(gather: bool, houses: &[(&str, &str, &str)]) -> super::read::Segment {
    let dir = tempfile::tempdir().unwrap();
    let mut builder = Builder::new(&Space::new(dir.path(), 1 << 20), 1 << 20, gather);
    let street = builder.street(StreetText {
        places: &["г. Ясный"], street: Some("ул. Мира"), before: "г. Ясный, ул. Мира, ", after: ""
    });
    for (number, id, units) in houses {
        let text = builder.house_text(number);
        builder.house(street, text, id, units).unwrap();
    }
    let file = super::read::written(|sections| {
        builder.finish(sections).unwrap();
    });
    super::read::Segment::parse(doorstep_mapped::Mapped::copy(&file).unwrap()).unwrap()
}
