//! Collects streets and houses and lays them out as a segment.

use std::{
    collections::{HashMap, HashSet},
    io::{Seek, Write},
};

use super::{
    bigrams,
    ids::IdStore,
    layout::{Role, STREET_ROW, Section, pack, street},
    postings,
    strings::{self, Interner},
    vocabulary::{StreetWords, Vocabulary, place_words, street_words},
    write::SegmentWriter,
};
use crate::{
    error::ImportError,
    house::{grammar, number::HouseNumber},
    text::{kinds::StreetKinds, token::tokens},
};

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

/// A house; its id has the same place in [`Builder::ids`].
struct House {
    street: StreetKey,
    text: HouseText,
    units: u32,
}

/// What was laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LaidOut {
    /// Distinct houses.
    pub(crate) houses: u64,
    /// Further addresses of houses that had one.
    pub(crate) aliases: u64,
}

/// Everything read so far.
#[derive(Default)]
pub(crate) struct Builder {
    texts: Interner,
    chains: Interner,
    names: Interner,
    street_numbers: HashMap<Street, StreetKey>,
    streets: Vec<Street>,
    /// Former names: what the street was called, and the street.
    former: Vec<(Street, StreetKey)>,
    former_known: HashSet<(Street, StreetKey)>,
    house_texts: Interner,
    house_numbers: Vec<HouseNumber>,
    ids: IdStore,
    unit_lists: Interner,
    unit_list: String,
    houses: Vec<House>,
}

/// Stands for "no units are known".
const NO_UNITS: u32 = u32::MAX;
/// Separates places in a chain and units in a list.
const SEPARATOR: &str = "\n";

/// Marks the name of a place whose houses stand in no street.
const PLACE_AS_STREET: char = '\n';

impl Builder {
    /// The number of a street, new or known.
    pub(crate) fn street(&mut self, text: StreetText<'_>) -> StreetKey {
        let street = self.described(text);
        let next = StreetKey(u32::try_from(self.streets.len()).unwrap_or(u32::MAX));
        *self.street_numbers.entry(street).or_insert_with(|| {
            self.streets.push(street);
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
        let known = self.house_texts.len();
        let id = self.house_texts.id(text);
        if self.house_texts.len() > known {
            self.house_numbers.push(parse_house(text));
        }
        HouseText(id)
    }

    /// Adds a house. The same id a second time is a further address of the same house.
    pub(crate) fn house(&mut self, street: StreetKey, text: &str, id: &str) -> Result<(), ImportError> {
        let text = self.house_text(text);
        self.house_with(street, text, id, std::iter::empty())
    }

    /// Adds a house with its dwellings.
    pub(crate) fn house_with<'u>(
        &mut self,
        street: StreetKey,
        text: HouseText,
        id: &str,
        units: impl Iterator<Item = &'u str>,
    ) -> Result<(), ImportError> {
        self.ids.push(id)?;
        self.push_house(street, text, units);
        Ok(())
    }

    /// Adds a house whose id is a GUID.
    pub(crate) fn guid_house<'u>(
        &mut self,
        street: StreetKey,
        text: HouseText,
        guid: [u8; 16],
        units: impl Iterator<Item = &'u str>,
    ) -> Result<(), ImportError> {
        self.ids.push_guid(guid)?;
        self.push_house(street, text, units);
        Ok(())
    }

    fn push_house<'u>(&mut self, street: StreetKey, text: HouseText, units: impl Iterator<Item = &'u str>) {
        self.unit_list.clear();
        for unit in units {
            if !self.unit_list.is_empty() {
                self.unit_list.push_str(SEPARATOR);
            }
            self.unit_list.push_str(unit);
        }
        let units = if self.unit_list.is_empty() { NO_UNITS } else { self.unit_lists.id(&self.unit_list) };
        self.houses.push(House { street, text, units });
    }

    /// Has no house been added?
    pub(crate) fn is_empty(&self) -> bool {
        self.houses.is_empty()
    }

    /// Houses and further addresses so far.
    pub(crate) fn rows(&self) -> u64 {
        self.houses.len() as u64
    }

    /// Streets so far.
    pub(crate) fn street_count(&self) -> u64 {
        self.streets.len() as u64
    }

    /// Lays everything out.
    pub(crate) fn finish<W: Write + Seek>(self, sections: &mut SegmentWriter<W>) -> Result<LaidOut, ImportError> {
        let count = u32::try_from(self.houses.len()).map_err(|_| ImportError::TooLarge("houses"))?;
        let (rank, by_rank, first_house) = self.ranks();
        let text_order = self.put_house_texts(sections)?;
        let arrivals = self.in_order(&rank, &first_house, &text_order);
        let aliases = self.put_houses(sections, &arrivals, &text_order)? as u64;
        drop(arrivals);
        self.put_chains(sections)?;
        self.put_streets(sections, &by_rank, &rank, &first_house)?;
        Ok(LaidOut { houses: u64::from(count) - aliases, aliases })
    }

    /// Streets by falling number of houses: street → rank, rank → street, and the first house of each rank with one more at the end.
    fn ranks(&self) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
        let mut counts = vec![0u32; self.streets.len()];
        for house in &self.houses {
            counts[house.street.0 as usize] += 1;
        }
        let mut by_rank: Vec<u32> = (0..self.streets.len() as u32).collect();
        by_rank.sort_by_key(|street| (std::cmp::Reverse(counts[*street as usize]), *street));
        let mut rank = vec![0; by_rank.len()];
        let mut first_house = vec![0u32; by_rank.len() + 1];
        for (at, street) in by_rank.iter().enumerate() {
            rank[*street as usize] = at as u32;
            first_house[at + 1] = first_house[at] + counts[*street as usize];
        }
        (rank, by_rank, first_house)
    }

    /// Houses by rank of their street, then by number, then by arrival.
    fn in_order(&self, rank: &[u32], first_house: &[u32], text_order: &[u32]) -> Vec<u32> {
        let mut next = first_house.to_vec();
        let mut arrivals = vec![0u32; self.houses.len()];
        for (arrival, house) in self.houses.iter().enumerate() {
            let slot = &mut next[rank[house.street.0 as usize] as usize];
            arrivals[*slot as usize] = arrival as u32;
            *slot += 1;
        }
        for street in first_house.windows(2) {
            let houses = &mut arrivals[street[0] as usize..street[1] as usize];
            houses.sort_unstable_by_key(|arrival| (text_order[self.houses[*arrival as usize].text.0 as usize], *arrival));
        }
        arrivals
    }

    /// Writes distinct house texts sorted by number; returns text → place in that order.
    fn put_house_texts<W: Write + Seek>(&self, sections: &mut SegmentWriter<W>) -> Result<Vec<u32>, ImportError> {
        let mut order: Vec<u32> = (0..self.house_texts.len() as u32).collect();
        order.sort_by_cached_key(|text| (natural(&self.house_numbers[*text as usize]), self.house_texts.text(*text)));
        let mut place = vec![0; order.len()];
        let mut rows = Vec::with_capacity(order.len() * 2 + 2);
        let mut parts = Vec::new();
        for (at, text) in order.iter().enumerate() {
            place[*text as usize] = at as u32;
            rows.extend([self.house_numbers[*text as usize].main, parts.len() as u32]);
            self.house_numbers[*text as usize].write_parts(&mut parts);
        }
        rows.extend([u32::MAX, parts.len() as u32]);
        sections.put_u32(Section::HouseNumbers, rows).map_err(ImportError::writing)?;
        sections.put(Section::HouseParts, &parts).map_err(ImportError::writing)?;
        let texts = order.iter().map(|text| self.house_texts.text(*text));
        strings::put(sections, Section::HouseTextOffsets, Section::HouseTextBytes, texts)?;
        Ok(place)
    }

    /// Writes the houses in the order `arrivals`; returns how many are second addresses.
    fn put_houses<W: Write + Seek>(
        &self,
        sections: &mut SegmentWriter<W>,
        arrivals: &[u32],
        text_order: &[u32],
    ) -> Result<usize, ImportError> {
        let houses = || arrivals.iter().map(|arrival| &self.houses[*arrival as usize]);
        sections.put_u32(Section::Houses, houses().map(|house| text_order[house.text.0 as usize])).map_err(ImportError::writing)?;
        let with_units = (0u32..).zip(houses()).filter(|(_, house)| house.units != NO_UNITS);
        sections.put_u32(Section::Units, with_units.flat_map(|(at, house)| [at, house.units])).map_err(ImportError::writing)?;
        strings::put(sections, Section::UnitTextOffsets, Section::UnitTextBytes, self.unit_lists.texts())?;
        self.ids.put(sections, arrivals)
    }

    /// Writes the chains of places, each with its sorted place words.
    fn put_chains<W: Write + Seek>(&self, sections: &mut SegmentWriter<W>) -> Result<(), ImportError> {
        let words: Vec<Vec<(String, Role)>> =
            self.chains.texts().map(|chain| chain.split(SEPARATOR).filter(|p| !p.is_empty()).flat_map(place_words).collect()).collect();
        let mut vocabulary = Vocabulary::default();
        words.iter().flatten().for_each(|(key, _)| vocabulary.add(key));
        vocabulary.number();
        let mut houses_in_chain = vec![0u32; words.len()];
        for house in &self.houses {
            houses_in_chain[self.streets[house.street.0 as usize].chain as usize] += 1;
        }
        let mut counts = vec![0u32; vocabulary.len()];
        let mut chains_of = vec![Vec::new(); vocabulary.len()];
        let mut starts = vec![0u32];
        let mut flat: Vec<u32> = Vec::new();
        for (chain, keys) in words.iter().enumerate() {
            let mut ids: Vec<u32> = keys.iter().map(|(key, role)| pack(vocabulary.id(key), *role)).collect();
            ids.sort_unstable_by_key(|packed| packed & 0x00ff_ffff);
            ids.dedup_by_key(|packed| *packed & 0x00ff_ffff);
            for packed in &ids {
                counts[(packed & 0x00ff_ffff) as usize] += houses_in_chain[chain];
                chains_of[(packed & 0x00ff_ffff) as usize].push(chain as u32);
            }
            flat.extend(ids);
            starts.push(flat.len() as u32);
        }
        let [fst, back] = vocabulary.fsts().map_err(|_| ImportError::TooLarge("place words"))?;
        let put = || {
            sections.put(Section::PlaceFst, &fst)?;
            sections.put(Section::PlaceFstBack, &back)?;
            postings::put_lists(sections, Section::PlaceChainOffsets, Section::PlaceChains, &chains_of)?;
            sections.put_u32(Section::PlaceCounts, counts)?;
            sections.put_u32(Section::Chains, starts)?;
            sections.put_u32(Section::ChainWords, flat)
        };
        put().map_err(ImportError::writing)
    }

    fn put_streets<W: Write + Seek>(
        &self,
        sections: &mut SegmentWriter<W>,
        by_rank: &[u32],
        rank: &[u32],
        first_house: &[u32],
    ) -> Result<(), ImportError> {
        let names: Vec<StreetWords> = self.names.texts().map(words_of).collect();
        let mut vocabulary = Vocabulary::default();
        names.iter().flat_map(|name| &name.words).for_each(|(key, _)| vocabulary.add(key));
        vocabulary.number();
        if vocabulary.len() >= 1 << 24 {
            return Err(ImportError::TooLarge("street words"));
        }
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); vocabulary.len()];
        let mut rows = Vec::with_capacity((by_rank.len() + self.former.len() + 1) * STREET_ROW);
        let mut words = Vec::new();
        let mut kinds = Vec::with_capacity(by_rank.len() + self.former.len());
        let all = self.houses.len() as u32;
        let present = by_rank.iter().zip(first_house).map(|(street, first)| (self.streets[*street as usize], *first));
        for (at, (street, first)) in (0u32..).zip(present.chain(self.former.iter().map(|(former, _)| (*former, all)))) {
            rows.extend([street.places, street.own, street.after, street.chain, first, words.len() as u32]);
            let name = &names[street.name as usize];
            kinds.push(name.kinds.0);
            for (key, role) in &name.words {
                let id = vocabulary.id(key);
                words.push(pack(id, *role));
                let list = &mut postings[id as usize];
                if *role != Role::Kind && list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        rows.extend([0, 0, 0, 0, all, words.len() as u32]);
        let [fst, back] = vocabulary.fsts().map_err(|_| ImportError::TooLarge("street words"))?;
        let former = self.former.iter().map(|(_, street)| rank[street.0 as usize]);
        let chain = |street: u32| rows[street as usize * STREET_ROW + street::CHAIN];
        let in_chain = postings::inverted(self.chains.len(), (0..kinds.len() as u32).map(chain));
        let put = || {
            postings::put(sections, vocabulary.keys(), &postings, chain)?;
            postings::put_lists(sections, Section::ChainStreetOffsets, Section::ChainStreets, &in_chain)?;
            sections.put_u32(Section::Streets, rows.iter().copied())?;
            sections.put_u32(Section::StreetWords, words)?;
            sections.put_u32(Section::StreetKinds, kinds)?;
            sections.put_u32(Section::FormerStreets, former)?;
            bigrams::put(sections, vocabulary.keys())?;
            sections.put(Section::WordFst, &fst)?;
            sections.put(Section::WordFstBack, &back)
        };
        put().map_err(ImportError::writing)?;
        strings::put(sections, Section::WordTextOffsets, Section::WordTextBytes, vocabulary.keys())?;
        strings::put(sections, Section::StreetTextOffsets, Section::StreetTextBytes, self.texts.texts())
    }
}

fn words_of(name: &str) -> StreetWords {
    match name.strip_prefix(PLACE_AS_STREET) {
        Some(place) => StreetWords { words: place_words(place), kinds: StreetKinds::default() },
        None => street_words(name),
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
