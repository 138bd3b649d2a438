//! A name in the script of the country, for its bearer to change.
//!
//! The letters of a zone can be read back in several ways: this offers one and claims nothing. What a table cannot know (soft signs, ё and э,
//! й and и inside a word) comes out as the more frequent letter.

mod cyrillic;
mod uzbek;

use crate::zone::ZoneName;

/// A script of a country of residence for which names are offered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Script {
    /// Cyrillic as Russian is written.
    Russian,
    /// Latin as Uzbek is written since 1995.
    Uzbek,
}

impl Script {
    /// The script of a jurisdiction (ISO 3166-1 alpha-2, with a subdivision or without), if names are offered for it.
    pub fn of(jurisdiction: &str) -> Option<Script> {
        match jurisdiction.split('-').next() {
            Some("RU") => Some(Script::Russian),
            Some("UZ") => Some(Script::Uzbek),
            _ => None,
        }
    }
}

/// How a name could be written. The passports of `issuer` decide how its letters are meant: those of Uzbekistan spell by its own alphabet, most
/// others by ICAO Doc 9303-3 §6.
///
/// ```
/// # use doorstep_passport::{Script, offer, read};
/// let zone = read("P<RUSKHASANOV<<SERGEI<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36RUS7408122F1204159ZE184226B<<<<<10", 2026).unwrap();
/// assert_eq!(offer(Script::Russian, &zone.name, "RUS"), "Хасанов Сергей");
/// assert_eq!(offer(Script::Uzbek, &zone.name, "RUS"), "Xasanov Sergey");
/// ```
pub fn offer(script: Script, name: &ZoneName, issuer: &str) -> String {
    let word = |word: &str| match (script, issuer) {
        (Script::Russian, "UZB") => ending(word).unwrap_or_else(|| titled(&cyrillic::from_uzbek(word))),
        (Script::Russian, _) => ending(word).unwrap_or_else(|| titled(&cyrillic::from_icao(word))),
        (Script::Uzbek, "UZB") => titled(word),
        (Script::Uzbek, _) => titled(&uzbek::from_cyrillic(&cyrillic::from_icao(word))),
    };
    name.words().split(' ').filter(|part| !part.is_empty()).map(word).collect::<Vec<_>>().join(" ")
}

/// Words for "son of" and "daughter of" that follow a father's name: part of the name, small in Russian.
fn ending(word: &str) -> Option<String> {
    const ENDINGS: [(&[&str], &str); 6] = [
        (&["UULU"], "уулу"),
        (&["KYZY"], "кызы"),
        (&["OGLI", "UGLI"], "угли"),
        (&["QIZI", "KIZI"], "кизи"),
        (&["OGLY", "OGLU", "OGHLU"], "оглы"),
        (&["GYZY", "GIZI"], "гызы"),
    ];
    ENDINGS.iter().find(|(latin, _)| latin.contains(&word)).map(|(_, russian)| (*russian).to_owned())
}

fn titled(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(script: Script, printed: &str, country: &str) -> String {
        let (primary, secondary) = printed.split_once("<<").unwrap_or((printed, ""));
        let words = |part: &str| part.replace('<', " ");
        offer(script, &ZoneName { printed: printed.to_owned(), primary: words(primary), secondary: words(secondary), full: false }, country)
    }

    /// Invented names, most of them of the project's list of names that a register must accept.
    #[test]
    fn names_are_offered_in_russian() {
        for (printed, country, expected) in [
            ("IVANOV<<DMITRII", "RUS", "Иванов Дмитрий"),
            ("BAKTYBEK<<USON<ZHAKSHYLYK<UULU", "KGZ", "Бактыбек Усон Жакшылык уулу"),
            ("BAKTYBEKTEGI<<NURGUL<ZHAKSHYLYKTAN", "KGZ", "Бактыбектеги Нургул Жакшылыктан"),
            ("KARIMOVA<<DILNOZA<RUSTAM<QIZI", "UZB", "Каримова Дилноза Рустам кизи"),
            ("ALIYEV<<HEYDAR<ALIRZA<OGHLU", "AZE", "Алиев Хейдар Алирза оглы"),
            ("RAHMON<<SUHROB", "TJK", "Рахмон Сухроб"),
            ("SARGSYAN<<ANI", "ARM", "Саргсян Ани"),
            ("GELASHVILI<<NINO", "GEO", "Гелашвили Нино"),
            ("SUHARTO", "IDN", "Сухарто"),
            ("O<<SONG<YI", "KOR", "О Сонг Йи"),
            ("JORAYEV<<XURSHID", "UZB", "Жораев Хуршид"),
            ("RIABOVA<<MARIA", "RUS", "Рябова Мария"),
            ("YUSUPOVA<<SHAHNOZA", "UZB", "Юсупова Шахноза"),
            ("ERGASHEV<<ELYOR", "UZB", "Эргашев Элёр"),
        ] {
            assert_eq!(offered(Script::Russian, printed, country), expected, "{printed}");
        }
    }

    #[test]
    fn names_are_offered_in_uzbek() {
        for (printed, country, expected) in [
            ("IVANOV<<DMITRII", "RUS", "Ivanov Dmitriy"),
            ("KHASANOVA<<MARIIA", "RUS", "Xasanova Mariya"),
            ("EVGENEV<<EGOR", "RUS", "Yevgenev Yegor"),
            ("RIABOV<<ILIA", "RUS", "Ryabov Iliya"),
            ("JORAYEV<<XURSHID", "UZB", "Jorayev Xurshid"),
        ] {
            assert_eq!(offered(Script::Uzbek, printed, country), expected, "{printed}");
        }
    }

    #[test]
    fn scripts_of_jurisdictions() {
        assert_eq!((Script::of("RU-MOW"), Script::of("UZ"), Script::of("DE")), (Some(Script::Russian), Some(Script::Uzbek), None));
    }
}
