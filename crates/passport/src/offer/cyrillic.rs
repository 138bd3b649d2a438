//! Latin letters of a zone, read as Cyrillic.

/// ICAO Doc 9303-3 §6 B for Russian, read backwards, longest first; then letters that national spellings use beside it.
const ICAO: [(&str, &str); 37] = [
    ("SHCH", "Щ"),
    ("KH", "Х"),
    ("ZH", "Ж"),
    ("TS", "Ц"),
    ("CH", "Ч"),
    ("SH", "Ш"),
    ("IU", "Ю"),
    ("IA", "Я"),
    ("YU", "Ю"),
    ("YA", "Я"),
    ("YO", "Ё"),
    ("A", "А"),
    ("B", "Б"),
    ("V", "В"),
    ("G", "Г"),
    ("D", "Д"),
    ("E", "Е"),
    ("Z", "З"),
    ("I", "И"),
    ("K", "К"),
    ("L", "Л"),
    ("M", "М"),
    ("N", "Н"),
    ("O", "О"),
    ("P", "П"),
    ("R", "Р"),
    ("S", "С"),
    ("T", "Т"),
    ("U", "У"),
    ("F", "Ф"),
    ("Y", "Ы"),
    ("C", "К"),
    ("H", "Х"),
    ("J", "ДЖ"),
    ("Q", "К"),
    ("W", "В"),
    ("X", "КС"),
];

/// The Uzbek alphabet of 1995 as Russian writes such names. The zone has no mark for Oʻ and Gʻ: they stand there as O and G.
const UZBEK: [(&str, &str); 31] = [
    ("SH", "Ш"),
    ("CH", "Ч"),
    ("TS", "Ц"),
    ("KH", "Х"),
    ("YO", "Ё"),
    ("YU", "Ю"),
    ("YA", "Я"),
    ("YE", "Е"),
    ("A", "А"),
    ("B", "Б"),
    ("V", "В"),
    ("G", "Г"),
    ("D", "Д"),
    ("E", "Е"),
    ("J", "Ж"),
    ("Z", "З"),
    ("I", "И"),
    ("Y", "Й"),
    ("K", "К"),
    ("L", "Л"),
    ("M", "М"),
    ("N", "Н"),
    ("O", "О"),
    ("P", "П"),
    ("R", "Р"),
    ("S", "С"),
    ("T", "Т"),
    ("U", "У"),
    ("F", "Ф"),
    ("X", "Х"),
    ("H", "Х"),
];

fn is_vowel(c: char) -> bool {
    "AEIOUY".contains(c)
}

fn read(word: &str, table: &[(&'static str, &'static str)]) -> String {
    let mut out = String::new();
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let before = word[..word.len() - rest.len()].chars().next_back();
        let after = rest.chars().nth(1);
        let (length, letters) = match special(before, rest, c, after) {
            Some(special) => special,
            None => match table.iter().find(|(latin, _)| rest.starts_with(latin)) {
                Some((latin, letters)) => (latin.len(), *letters),
                None => {
                    out.push(c);
                    rest = &rest[c.len_utf8()..];
                    continue;
                }
            },
        };
        out.push_str(letters);
        rest = &rest[length..];
    }
    out
}

/// What depends on the letters around: й, ы and е after a vowel.
fn special(before: Option<char>, rest: &str, c: char, after: Option<char>) -> Option<(usize, &'static str)> {
    let after_vowel = before.is_some_and(is_vowel);
    match c {
        // SERGEI, TSOI; DMITRII at the end only, because MARIIA has another letter there.
        'I' if after_vowel && !matches!(before, Some('I' | 'Y')) && after.is_none_or(|next| !is_vowel(next)) => Some((1, "Й")),
        'I' if before == Some('I') && after.is_none() => Some((1, "Й")),
        // MARIA: at the end of a word two letters are the more frequent reading.
        'I' if rest == "IA" && before.is_some_and(|c| !is_vowel(c)) => Some((2, "ИЯ")),
        // ALIYEV: the Y only keeps the vowels apart.
        'Y' if rest.starts_with("YE") => Some((2, "Е")),
        'Y' if after_vowel || before.is_none() => match after {
            Some('A' | 'U' | 'O') => None,
            _ => Some((1, "Й")),
        },
        _ => None,
    }
}

/// A word spelled after ICAO Doc 9303-3 §6 B.
pub(super) fn from_icao(word: &str) -> String {
    read(word, &ICAO)
}

/// A word spelled in the Uzbek alphabet.
pub(super) fn from_uzbek(word: &str) -> String {
    let rest = word.strip_prefix('E').map(|rest| format!("Э{}", read(rest, &UZBEK)));
    rest.unwrap_or_else(|| read(word, &UZBEK)).replace('Q', "К")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the table, there and back: the words that the official text of the table gives as examples, where it can be read back.
    #[test]
    fn the_examples_of_the_table_are_read_back() {
        for (latin, cyrillic) in [
            ("DMITRII", "ДМИТРИЙ"),
            ("EKATERINA", "ЕКАТЕРИНА"),
            ("MARIIA", "МАРИЯ"),
            ("IULIIA", "ЮЛИЯ"),
            ("SHCHERBAKOV", "ЩЕРБАКОВ"),
            ("KHASANOV", "ХАСАНОВ"),
            ("TSOI", "ЦОЙ"),
            ("ZHYLDYZ", "ЖЫЛДЫЗ"),
            ("CHERNYKH", "ЧЕРНЫХ"),
        ] {
            assert_eq!(from_icao(latin), cyrillic);
        }
    }

    #[test]
    fn what_no_table_can_know_comes_out_as_the_more_frequent_letter() {
        assert_eq!(from_icao("ILIA"), "ИЛИЯ", "the soft sign of ИЛЬЯ is lost in the zone");
        assert_eq!(from_icao("ELKIN"), "ЕЛКИН", "and so are the dots of ЁЛКИН");
    }

    #[test]
    fn uzbek_letters_are_read_by_their_own_alphabet() {
        for (latin, cyrillic) in [("QODIROV", "КОДИРОВ"), ("SHAHNOZA", "ШАХНОЗА"), ("CHORSHANBA", "ЧОРШАНБА"), ("YUSUF", "ЮСУФ")]
        {
            assert_eq!(from_uzbek(latin), cyrillic);
        }
    }

    #[test]
    fn digits_and_foreign_letters_stay() {
        assert_eq!(from_icao("A1"), "А1");
    }
}
