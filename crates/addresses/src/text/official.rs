//! The official text of a Russian register taken apart: places, street, house.

use super::{
    fold::fold,
    kinds::{is_place_kind, street_kinds},
    token::{Gap, Token, tokens},
};
use crate::house::{
    grammar,
    words::{Marker, marker},
};

/// Longer texts before a house, in bytes, are always read whole.
const LONGEST_BEFORE: usize = 400;

/// An address text in two parts, both slices of it, so that nothing official is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfficialText<'a> {
    /// Text before the house, separator included.
    pub(crate) before: &'a str,
    /// The house as written: `д. 6, к. 1`.
    pub(crate) house: &'a str,
}

/// Finds the house in an official address text, or `None` when there is none.
pub(crate) fn parse(text: &str) -> Option<OfficialText<'_>> {
    let tokens = tokens(text);
    let from = house_start(&tokens)?;
    let (before, house) = text.split_at(tokens.get(from)?.start);
    Some(OfficialText { before, house: house.trim_end() })
}

/// Where the house begins if the first number of the text is one and a word announces it, as in `ул. Мира, д. 6, к. 1`. What stands before it
/// has no number, so that whether the rest is a house does not depend on it.
pub(crate) fn split(text: &str) -> Option<(&str, &str)> {
    let digit = text.bytes().position(|byte| byte.is_ascii_digit())?;
    let comma = text[..digit].rfind(", ")?;
    let (before, house) = text.split_at(comma + 2);
    let plain = before.len() <= LONGEST_BEFORE && before.starts_with(char::is_alphabetic) && house.starts_with(char::is_alphabetic);
    plain.then_some((before, house.trim_end()))
}

impl<'a> OfficialText<'a> {
    /// Places from the widest to the narrowest with their kinds as written, and the street with its kind, unless the house stands directly in a
    /// place.
    pub(crate) fn places_and_street(&self) -> (Vec<&'a str>, Option<&'a str>) {
        let mut places = Vec::new();
        let mut street = None;
        for segment in self.before.split(',').map(str::trim).filter(|s| !s.is_empty()) {
            match kind_of(segment) {
                Kind::PostCode => {}
                Kind::Street => {
                    if let Some(earlier) = street.replace(segment) {
                        places.push(earlier);
                    }
                }
                Kind::Place | Kind::Unknown => places.push(segment),
            }
        }
        // A last segment without any kind is the street: `Санкт-Петербург, Канонерский, дом 9`.
        if street.is_none()
            && places.len() > 1
            && let Some(last) = places.last()
            && matches!(kind_of(last), Kind::Unknown)
        {
            street = places.pop();
        }
        (places, street)
    }
}

enum Kind {
    PostCode,
    Place,
    Street,
    Unknown,
}

fn kind_of(segment: &str) -> Kind {
    let words: Vec<Token> = tokens(segment);
    if words.len() == 1 && words[0].number && words[0].text.len() == 6 {
        return Kind::PostCode;
    }
    let keys: Vec<String> = words.iter().filter(|w| !w.number).map(|w| fold(&w.text)).collect();
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else { return Kind::Unknown };
    let first_dotted = words.first().is_some_and(|w| w.dot);
    if keys.len() > 1 && is_place_kind(first) && (street_kinds(first).is_empty() || first_dotted) {
        return Kind::Place;
    }
    if keys.iter().any(|key| !street_kinds(key).is_empty()) {
        return Kind::Street;
    }
    if keys.len() > 1 && is_place_kind(last) { Kind::Place } else { Kind::Unknown }
}

/// Index of the first token of the house.
fn house_start(tokens: &[Token]) -> Option<usize> {
    // The first announced number (`д. 6`), else the first number that opens a segment or ends the text.
    let mut bare = None;
    for at in 0..tokens.len() {
        if let Some(found) = grammar::read(tokens, at) {
            let opens = tokens[found.from].gap == Gap::Comma;
            if found.announced && (opens || found.from > 0) && !is_village(tokens, &found) {
                return Some(found.from);
            }
            let closes = found.to == tokens.len();
            if bare.is_none() && at > 0 && (closes || (opens && at + 1 < tokens.len())) {
                bare = Some(found.from);
            }
        }
    }
    bare.or_else(|| {
        (1..tokens.len()).find_map(|at| {
            let announced = matches!(marker(&fold(&tokens[at].text)), Some(Marker::Part(_)));
            let opens = announced && tokens[at].gap == Gap::Comma;
            let found = opens.then(|| grammar::read_without_main(tokens, at)).flatten()?;
            Some(found.from)
        })
    })
}

/// `д. 1-е Мая`: a village whose name starts with a number, not a house.
fn is_village(tokens: &[Token], found: &grammar::Found) -> bool {
    let short = tokens[found.from].text == "д";
    let word_follows = tokens.get(found.to).is_some_and(|next| !next.number && next.gap == Gap::Space);
    short && word_follows && tokens.len() > found.to + 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (Vec<&str>, Option<&str>, &str) {
        let parsed = parse(text).unwrap();
        let (places, street) = parsed.places_and_street();
        (places, street, parsed.house)
    }

    #[test]
    fn moscow_form() {
        assert_eq!(parts("г. Москва, ул. Академическая Б., д. 6, к. 1"), (vec!["г. Москва"], Some("ул. Академическая Б."), "д. 6, к. 1"));
    }

    #[test]
    fn petersburg_form_with_unmarked_places() {
        assert_eq!(
            parts("город Санкт-Петербург, город Павловск, Пязелево, Школьная улица, дом 5, литера А"),
            (vec!["город Санкт-Петербург", "город Павловск", "Пязелево"], Some("Школьная улица"), "дом 5, литера А")
        );
        assert_eq!(parts("город Санкт-Петербург, Канонерский остров, дом 9").1, Some("Канонерский остров"));
        assert_eq!(parts("город Санкт-Петербург, 13-я линия В.О., дом 72, литера А").1, Some("13-я линия В.О."));
    }

    #[test]
    fn village_houses_and_quarters() {
        assert_eq!(
            parts("обл. Омская, р-н. Исилькульский, п. Лесной, ул. 8 Марта, д. 7"),
            (vec!["обл. Омская", "р-н. Исилькульский", "п. Лесной"], Some("ул. 8 Марта"), "д. 7")
        );
        assert_eq!(parts("г. Москва, г. Зеленоград, корп. 1234"), (vec!["г. Москва", "г. Зеленоград"], None, "корп. 1234"));
        assert_eq!(parts("г. Москва, п. Рязановское, д. Девятское, д. 5").0.len(), 3);
    }

    #[test]
    fn a_text_without_a_house_is_refused() {
        assert_eq!(parse("г. Москва, ул. Академическая"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn an_announced_house_is_found_without_reading_all() {
        for text in
            ["г. Москва, ул. Академическая Б., д. 6, к. 1", "обл. Омская, п. Лесной, д. 7а ", "г. Москва, г. Зеленоград, корп. 1234"]
        {
            let parsed = parse(text).unwrap();
            assert_eq!(split(text), Some((parsed.before, parsed.house)), "{text}");
        }
        for text in ["190000, г. Москва, д. 6", "Москва 6", "г. Москва, 6", ""] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
