//! The folding key: one short ASCII spelling for a word in every script and romanisation.
//!
//! Both the register and the query go through it, so that профсоюзная, profsoyuznaya, Profsoiuznaia and
//! Profsoûznaâ are the same word. It keeps too little to be shown: official texts are stored as they came.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::alphabet;

/// Letter groups of romanisations, longest first, each with the code it stands for.
const GROUPS: &[(&str, &str)] = &[
    ("shch", "W"),
    ("skh", "W"),
    ("sch", "W"),
    ("dzh", "z"),
    ("sh", "W"),
    ("kh", "h"),
    ("zh", "z"),
    ("ch", "c"),
    ("ck", "k"),
    ("ts", "c"),
    ("tc", "c"),
    ("tz", "c"),
    ("gh", "g"),
    ("ph", "f"),
];

/// The key of one word: ASCII letters, digits and `W`; empty when nothing of the word can be heard (`ь`).
pub(crate) fn fold(word: &str) -> String {
    collapse(&spell(word, false))
}

/// Further keys of a Latin word whose letters other spellings use for other sounds: with `j`, which is ж in Uzbek and Turkmen (й elsewhere),
/// and with `ch`, `j`, `ou` or `gu`, which are ш, ж, у and г in the French spelling of Russian passports before 1997.
pub(crate) fn other_readings(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let mut keys = Vec::new();
    if !word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-') {
        return word.contains('j').then(|| collapse(&spell(&word, true))).into_iter().collect();
    }
    if word.contains('j') {
        keys.push(collapse(&spell(&word, true)));
    }
    if ["ch", "ou", "gu", "j"].iter().any(|letters| word.contains(letters)) {
        let french = FRENCH.iter().fold(spell(&word.replace('j', "zh"), false), |word, (from, to)| word.replace(from, to));
        keys.push(collapse(&french));
    }
    keys.dedup();
    keys
}

/// French spellings of Russian sounds, longest first.
const FRENCH: &[(&str, &str)] = &[("chtch", "W"), ("tch", "c"), ("ch", "W"), ("ou", "u"), ("gue", "ge"), ("gui", "gi")];

/// Lower-case form in which spelling is compared when it matters: ё as е, marks composed.
pub(crate) fn plain(word: &str) -> String {
    word.nfkc().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect()
}

fn spell(word: &str, j_as_zh: bool) -> String {
    let mut out = String::with_capacity(word.len() + 4);
    let mut letters = word.nfkc().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        if letter == 'ո' && letters.peek() == Some(&'ւ') {
            // Armenian writes the vowel у with two letters.
        } else if letter.is_ascii_digit() {
            out.push(letter);
        } else if j_as_zh && letter == 'j' {
            out.push('z');
        } else if let Some(latin) = alphabet::latin(letter) {
            out.push_str(latin);
        } else if letter.is_ascii_lowercase() {
            out.push(letter);
        } else {
            spell_without_marks(letter, &mut out);
        }
    }
    out
}

fn spell_without_marks(letter: char, out: &mut String) {
    for part in std::iter::once(letter).nfkd().filter(|c| !is_combining_mark(*c)) {
        if let Some(latin) = alphabet::latin(part) {
            out.push_str(latin);
        } else if part.is_ascii_alphanumeric() {
            out.push(part.to_ascii_lowercase());
        }
    }
}

fn collapse(spelled: &str) -> String {
    let mut grouped = Vec::with_capacity(spelled.len());
    let mut rest = spelled;
    while let Some(first) = rest.as_bytes().first() {
        let group = GROUPS.iter().find(|(from, _)| rest.starts_with(from));
        match group {
            Some((from, to)) => {
                grouped.extend_from_slice(to.as_bytes());
                rest = &rest[from.len()..];
            }
            None => {
                grouped.push(*first);
                rest = &rest[1..];
            }
        }
    }
    hush(&grouped)
}

/// Sounds that schemes disagree on: hissing pairs, iotated and doubled vowels, doubled letters.
fn hush(letters: &[u8]) -> String {
    let mut out: Vec<u8> = Vec::with_capacity(letters.len());
    for (at, &letter) in letters.iter().enumerate() {
        let next = letters[at + 1..].iter().find(|c| **c != b'i').copied();
        let last = out.last().copied();
        match (last, letter) {
            (_, b'i') if next.is_some_and(is_vowel) && only_i_before_vowel(&letters[at + 1..]) => {}
            (Some(b's'), b'c' | b'h') => {
                out.pop();
                push_once(&mut out, b'W');
            }
            (Some(b'W'), b'c') => {}
            (Some(b'a' | b'o' | b'u'), b'e') => {}
            _ => push_once(&mut out, letter),
        }
    }
    String::from_utf8(out).unwrap_or_default()
}

fn only_i_before_vowel(rest: &[u8]) -> bool {
    rest.iter().find(|c| **c != b'i').copied().is_some_and(is_vowel)
}

fn push_once(out: &mut Vec<u8>, letter: u8) {
    if letter.is_ascii_digit() || out.last() != Some(&letter) {
        out.push(letter);
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'o' | b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romanisations_of_one_street_share_a_key() {
        let key = fold("Профсоюзная");
        for spelling in ["profsoyuznaya", "Profsoiuznaia", "Profsoûznaâ", "ПРОФСОЮЗНАЯ", "Profsojuznaja"] {
            assert_eq!(fold(spelling), key, "{spelling}");
        }
    }

    #[test]
    fn the_hissing_letters_agree() {
        for (official, typed) in [
            ("Щербаковская", "Shcherbakovskaya"),
            ("Щербаковская", "Ŝerbakovskaâ"),
            ("Щербаковская", "Scherbakovskaja"),
            ("Шаумяна", "Šaumjana"),
            ("Исход", "iskhod"),
            ("Счастливая", "schastlivaya"),
            ("Хачатуряна", "Xachaturyana"),
            ("Цветной", "Tsvetnoy"),
            ("Жуковского", "Zhukovskogo"),
            ("Советская", "sovetskaya"),
            ("Алексеевская", "Alekseyevskaya"),
            ("Бабаевская", "Babayevskaya"),
            ("Ғафуров", "G'afurov"),
        ] {
            assert_eq!(fold(official), fold(typed), "{official} {typed}");
        }
    }

    #[test]
    fn letters_that_stand_for_other_sounds_have_other_readings() {
        assert!(other_readings("Jukovskogo").contains(&fold("Жуковского")));
        assert_eq!(other_readings("Zhukovskogo"), Vec::<String>::new());
        for (french, russian) in
            [("Chtcherbakovskaia", "Щербаковская"), ("Bolchaia", "Большая"), ("Joukovskogo", "Жуковского"), ("Tsvetotchnaia", "Цветочная")]
        {
            assert!(other_readings(french).contains(&fold(russian)), "{french}");
        }
    }

    #[test]
    fn armenian_and_georgian_letters_are_heard() {
        for (typed, russian) in [("պրոֆսոյուզնայա", "Профсоюзная"), ("ուրալսկայա", "Уральская"), ("პროფსოიუზნაია", "Профсоюзная")]
        {
            assert_eq!(fold(typed), fold(russian), "{typed}");
        }
    }

    #[test]
    fn german_umlauts_and_their_ascii_spelling() {
        assert_eq!(fold("Mühleholz"), fold("Muehleholz"));
        assert_eq!(fold("Straße"), fold("strasse"));
    }

    #[test]
    fn a_word_of_a_soft_sign_has_no_key() {
        assert_eq!(fold("ь"), "");
    }
}
