//! The words that name kinds: of street, of place, of house part. Looked up by folding key in any script.

use std::{collections::HashMap, sync::LazyLock};

use super::fold::fold;

/// A set of street kinds; an abbreviation such as `пр` may mean several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct StreetKinds(pub(crate) u32);

impl StreetKinds {
    /// Could both mean the same kind?
    pub(crate) fn meets(self, other: StreetKinds) -> bool {
        self.0 & other.0 != 0
    }

    /// No kind at all.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Kinds that are only ever kinds, never part of a name (улица, проспект; not набережная or линия).
    pub(crate) fn is_plain(self) -> bool {
        self.0 & 0b0000_1111 != 0
    }
}

/// One row a kind, the full word first. The row number is the bit in [`StreetKinds`].
const STREETS: &[&[&str]] = &[
    &[
        "улица",
        "ул",
        "ул-ца",
        "у",
        "улиц",
        "улице",
        "вулиця",
        "вул",
        "street",
        "st",
        "str",
        "straße",
        "rue",
        "кӯчаи",
        "кўчаси",
        "кучаси",
        "кучаи",
        "kochasi",
        "көшесі",
        "көчөсү",
        "փողոց",
        "ქუჩა",
    ],
    &["проспект", "пр", "пр-кт", "пр-т", "просп", "пркт", "prospect", "avenue", "ave", "av", "шоҳкӯчаи", "даңғылы", "պողոտա", "გამზირი"],
    &["проезд", "пр", "пр-д", "прзд", "passage"],
    &["переулок", "пер", "пер-к", "lane"],
    &["площадь", "пл", "пл-дь", "square", "sq", "platz"],
    &["бульвар", "б-р", "бул", "бульв", "бр", "boulevard", "blvd", "хиёбони"],
    &["набережная", "наб", "embankment", "emb"],
    &["шоссе", "ш", "ш-се", "highway", "hwy"],
    &["аллея", "ал", "аллея", "alley"],
    &["линия", "лин", "лн", "line"],
    &["тупик", "туп", "т", "dead end"],
    &["дорога", "дор", "road", "rd"],
    &["просека", "просек", "пр-к", "прос"],
    &["тракт"],
    &["спуск"],
    &["дорожка", "дор-ка"],
    &["въезд"],
    &["заезд"],
    &["проулок"],
    &["кольцо"],
    &["сквер", "с-р"],
    &["магистраль", "маг"],
    &["канал", "кан"],
    &["разъезд"],
    &["остров"],
];

/// Kinds of places, with the abbreviations that Russian registers and people use.
const PLACES: &[&str] = &[
    "город",
    "г",
    "гор",
    "city",
    "область",
    "обл",
    "oblast",
    "край",
    "krai",
    "республика",
    "респ",
    "район",
    "р-н",
    "raion",
    "поселок",
    "пос",
    "п",
    "пос-к",
    "рп",
    "р.п",
    "пгт",
    "п.г.т",
    "село",
    "с",
    "деревня",
    "д",
    "дер",
    "станица",
    "ст-ца",
    "станция",
    "ст",
    "хутор",
    "х",
    "аул",
    "снт",
    "днт",
    "тсн",
    "сот",
    "территория",
    "тер",
    "микрорайон",
    "мкр",
    "мкрн",
    "мкр-н",
    "квартал",
    "кв-л",
    "округ",
    "окр",
    "го",
    "мо",
    "муниципальный",
    "поселение",
    "сп",
    "гп",
    "с/п",
    "посёлок городского типа",
    "промзона",
    "слобода",
    "сл",
    "местечко",
    "починок",
    "автономная",
    "автономный",
    "ао",
    "внутригородская",
];

/// Words that say nothing about which address is meant. By spelling, not by key: Русая is no Russia.
const NOISE: &[&str] = &[
    "россия",
    "рф",
    "россии",
    "russia",
    "rossiya",
    "rossija",
    "rossiia",
    "rossiâ",
    "rossia",
    "rf",
    "индекс",
    "indeks",
    "index",
    "адрес",
    "adres",
    "address",
];

static STREET_WORDS: LazyLock<HashMap<String, StreetKinds>> = LazyLock::new(|| {
    let mut words: HashMap<String, StreetKinds> = HashMap::new();
    for (bit, row) in STREETS.iter().enumerate() {
        for word in *row {
            words.entry(fold(word)).or_default().0 |= 1 << bit;
        }
    }
    words
});
static PLACE_WORDS: LazyLock<HashMap<String, ()>> = LazyLock::new(|| PLACES.iter().map(|word| (fold(word), ())).collect());

/// The street kinds that a folded word may name.
pub(crate) fn street_kinds(key: &str) -> StreetKinds {
    STREET_WORDS.get(key).copied().unwrap_or_default()
}

/// Does the folded word name a kind of place?
pub(crate) fn is_place_kind(key: &str) -> bool {
    PLACE_WORDS.contains_key(key)
}

/// Is the word, as typed in lower case, one that every address could have?
pub(crate) fn is_noise(text: &str) -> bool {
    NOISE.contains(&text)
}

/// `9-я`, `2nd`: is this what follows the digits of an ordinal?
pub(crate) fn is_ordinal_ending(text: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "я",
        "й",
        "ая",
        "ый",
        "ий",
        "ой",
        "ое",
        "го",
        "ого",
        "ья",
        "ya",
        "ja",
        "aya",
        "aia",
        "iy",
        "yy",
        "oy",
        "ia",
        "st",
        "nd",
        "rd",
        "th",
        "â",
        "y",
        "ий",
        "ij",
        "ii",
        "oj",
        "yj",
        "aja",
        "aâ",
        "й",
        "i",
        "j",
        "ĭ",
        "ti",
        "ти",
        "летия",
        "letiya",
        "letiia",
    ];
    ENDINGS.contains(&text)
}

/// Ordinals written as words, as the digits that registers write: первый → 1.
pub(crate) fn ordinal_word(key: &str) -> Option<&'static str> {
    static WORDS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
        const STEMS: &[(&str, &str)] = &[
            ("перв", "1"),
            ("втор", "2"),
            ("четверт", "4"),
            ("пят", "5"),
            ("шест", "6"),
            ("седьм", "7"),
            ("восьм", "8"),
            ("девят", "9"),
            ("десят", "10"),
        ];
        let mut words: HashMap<String, &'static str> =
            ["третий", "третья", "третье", "третьего"].iter().map(|word| (fold(word), "3")).collect();
        for (stem, digits) in STEMS {
            for ending in ["ый", "ой", "ая", "ое", "ого"] {
                words.insert(fold(&format!("{stem}{ending}")), *digits);
            }
        }
        words
    });
    WORDS.get(key).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_may_mean_two_kinds() {
        let pr = street_kinds(&fold("пр."));
        assert!(pr.meets(street_kinds(&fold("проспект"))));
        assert!(pr.meets(street_kinds(&fold("проезд"))));
        assert!(!pr.meets(street_kinds(&fold("улица"))));
    }

    #[test]
    fn kinds_are_known_in_latin_too() {
        assert!(street_kinds(&fold("ulitsa")).meets(street_kinds(&fold("ул"))));
        assert!(is_place_kind(&fold("gorod")));
    }

    #[test]
    fn ordinals_in_words_are_digits() {
        assert_eq!(ordinal_word(&fold("Первого")), Some("1"));
        assert_eq!(ordinal_word(&fold("третья")), Some("3"));
        assert_eq!(ordinal_word(&fold("Ленина")), None);
    }
}
