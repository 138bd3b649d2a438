//! The sections of a segment file, in order.
//!
//! File: magic (8 bytes), section count (u32), length of the file (u64), then for each section: offset u64, length u64, CRC-32 u32;
//! then a CRC-32 of this head; then the sections in any order. All numbers are little-endian.

/// First bytes of a segment file; the last two digits are the version of the layout.
pub(crate) const MAGIC: &[u8; 8] = b"DSADDR04";

/// Bytes before the table of sections.
pub(crate) const TABLE: usize = 8 + 4 + 8;
/// Bytes of the head, its checksum included.
pub(crate) const HEAD: usize = TABLE + Section::COUNT * 20 + 4;

/// A section. The number is its place in the table at the head of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Section {
    /// Texts that stand before and after the house.
    StreetTextOffsets,
    /// Their bytes.
    StreetTextBytes,
    /// Per street, sorted by how many houses it has, then per former name: [places, own, after, chain, first house, first word] as
    /// u32; one more row at the end. The text of an address is places, own, house, after.
    Streets,
    /// Words of streets: word id in the low 24 bits, role in the top 8.
    StreetWords,
    /// Per street: the set of its kinds, u32.
    StreetKinds,
    /// Street vocabulary, an FST from folding key to word id (in key order).
    WordFst,
    /// The same words from their last letter to their first.
    WordFstBack,
    /// Per word id: first posting, u32; one more at the end.
    PostingOffsets,
    /// Street ids per word, ascending.
    Postings,
    /// Per posting: the chain of places of its street, u32.
    PostingChains,
    /// Beginnings of words with many postings: [first word id, after the last, first entry in the next section] as u32, sorted; one more
    /// row at the end.
    Beginnings,
    /// The largest streets of each, ascending.
    BeginningStreets,
    /// Keys of the street words, by id.
    WordTextOffsets,
    /// Their bytes.
    WordTextBytes,
    /// Per pair of letters: first entry in the next section, u32; one more at the end (see `segment::bigrams`).
    BigramOffsets,
    /// Street word ids by pair of letters, ascending within a pair.
    BigramWords,
    /// Place vocabulary, an FST from folding key to place word id.
    PlaceFst,
    /// The same words from their last letter to their first.
    PlaceFstBack,
    /// Per place word: first entry in the next section, u32; one more at the end.
    PlaceChainOffsets,
    /// Chains that a place word is in, ascending.
    PlaceChains,
    /// Per place word: houses under a place of that name, u32.
    PlaceCounts,
    /// Per chain of places: first word, u32; one more at the end.
    Chains,
    /// Place word ids of the chains, sorted within a chain.
    ChainWords,
    /// Per chain: first entry in the next section, u32; one more at the end.
    ChainStreetOffsets,
    /// Street ids per chain, ascending.
    ChainStreets,
    /// Distinct house texts, sorted by number: per text [main number, first byte of its parts] as u32; one more row.
    HouseNumbers,
    /// Parts of house numbers (see `house::number`).
    HouseParts,
    /// House texts as written.
    HouseTextOffsets,
    /// Their bytes.
    HouseTextBytes,
    /// Per house, grouped by street and sorted by number: id of its house text, u32.
    Houses,
    /// One byte: 1 = ids are GUIDs, 2 = ids are texts.
    IdKind,
    /// Per house its id: 16 bytes of GUID, or u32 offset of text (one more at the end).
    Ids,
    /// Bytes of text ids.
    IdBytes,
    /// House indexes sorted by id, u32.
    IdOrder,
    /// Houses that have known units: [house, unit list id] as u32, sorted.
    Units,
    /// Distinct unit lists, units separated by a line feed.
    UnitTextOffsets,
    /// Their bytes.
    UnitTextBytes,
    /// Houses that are second addresses of the house with the same id: house indexes, sorted, u32.
    Aliases,
    /// Per former name of a street: the street that it was the name of, u32. They follow the streets in [`Section::Streets`].
    FormerStreets,
    /// In an overlay: houses of the base that are no more or are told anew: house indexes, sorted, u32.
    Gone,
}

impl Section {
    /// How many sections there are.
    pub(crate) const COUNT: usize = Section::Gone as usize + 1;
    /// Those that grow with the houses; nothing but the answer itself is read from them.
    pub(crate) const BY_HOUSE: [usize; 8] = [
        Section::Houses as usize,
        Section::Ids as usize,
        Section::IdBytes as usize,
        Section::IdOrder as usize,
        Section::Units as usize,
        Section::UnitTextOffsets as usize,
        Section::UnitTextBytes as usize,
        Section::Gone as usize,
    ];
}

/// u32 values a street row has.
pub(crate) const STREET_ROW: usize = 6;
/// Columns of a street row.
pub(crate) mod street {
    pub(crate) const PLACES: usize = 0;
    pub(crate) const OWN: usize = 1;
    pub(crate) const AFTER: usize = 2;
    pub(crate) const CHAIN: usize = 3;
    pub(crate) const FIRST_HOUSE: usize = 4;
    pub(crate) const FIRST_WORD: usize = 5;
}

/// What a word of a street is to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Part of the name.
    Name = 0,
    /// Its kind: улица.
    Kind = 1,
    /// A hyphenated word written as one: большеохтинский.
    Joined = 2,
}

/// Packs a street word.
pub(crate) fn pack(word: u32, role: Role) -> u32 {
    (word & 0x00ff_ffff) | ((role as u32) << 24)
}

/// Unpacks a street word.
pub(crate) fn unpack(packed: u32) -> (u32, Role) {
    let role = match packed >> 24 {
        1 => Role::Kind,
        2 => Role::Joined,
        _ => Role::Name,
    };
    (packed & 0x00ff_ffff, role)
}
