//! The words of a house number, by folding key.

use std::{collections::HashMap, sync::LazyLock};

use super::number::PartKind;
use crate::text::fold::fold;

/// What a word in or before a house number announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marker {
    /// The main number: дом, владение, здание, участок.
    Main,
    /// A part: корпус, строение, литера.
    Part(PartKind),
    /// A dwelling or a floor inside: квартира, офис, подъезд. Not part of the address of the house.
    Unit,
}

const MAIN: &[&str] = &[
    "дом",
    "д",
    "домовладение",
    "двлд",
    "домовл",
    "владение",
    "вл",
    "влд",
    "здание",
    "зд",
    "участок",
    "уч",
    "house",
    "haus",
    "nr",
    "no",
    "гараж",
    "г-ж",
    "уй",
    "uy",
    "үй",
    "хона",
    "хонаи",
    "шахта",
];
const PARTS: &[(PartKind, &[&str])] = &[
    (PartKind::Block, &["корпус", "корп", "кор", "к", "block", "bldg", "corp", "building", "blok"]),
    (PartKind::Building, &["строение", "строен", "стр", "с", "str"]),
    (PartKind::Structure, &["сооружение", "соор", "сооруж", "coop"]),
    (PartKind::Litera, &["литера", "литер", "лит", "л", "letter"]),
    (PartKind::Fraction, &["дробь", "др"]),
];
const UNIT: &[&str] = &[
    "квартира",
    "кв",
    "flat",
    "apt",
    "apartment",
    "app",
    "офис",
    "оф",
    "office",
    "помещение",
    "пом",
    "помещ",
    "комната",
    "ком",
    "комн",
    "room",
    "подъезд",
    "под",
    "парадная",
    "этаж",
    "эт",
    "floor",
    "хонадон",
];

static WORDS: LazyLock<HashMap<String, Marker>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    words.extend(UNIT.iter().map(|word| (fold(word), Marker::Unit)));
    words.extend(MAIN.iter().map(|word| (fold(word), Marker::Main)));
    for (kind, row) in PARTS {
        words.extend(row.iter().map(|word| (fold(word), Marker::Part(*kind))));
    }
    words
});

/// What the folded word announces, if it is a word of house numbers.
pub(crate) fn marker(key: &str) -> Option<Marker> {
    WORDS.get(key).copied()
}
