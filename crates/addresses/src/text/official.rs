//! The official text of a Russian register taken apart: places, street, house.

use super::{
    fold::fold,
    kinds::{is_place_kind, street_kinds},
    token::{Gap, Token, tokens},
};
use crate::house::{
    grammar,
    number::HouseNumber,
    words::{Marker, marker},
};

/// An address text in parts. All are slices of the text, so that nothing official is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OfficialText<'a> {
    /// Places from the widest to the narrowest, with their kinds as written.
    pub(crate) places: Vec<&'a str>,
    /// The street with its kind, unless the house stands directly in a place.
    pub(crate) street: Option<&'a str>,
    /// Text before the house, separator included.
    pub(crate) before: &'a str,
    /// The house as written: `д. 6, к. 1`.
    pub(crate) house: &'a str,
    /// The house, parsed.
    pub(crate) number: HouseNumber,
}

/// Takes an official address text apart, or `None` when no house can be found in it.
pub(crate) fn parse(text: &str) -> Option<OfficialText<'_>> {
    let tokens = tokens(text);
    let (from, number) = house_start(&tokens)?;
    let start = tokens.get(from)?.start;
    let before = &text[..start];
    let mut places = Vec::new();
    let mut street = None;
    for segment in before.split(',').map(str::trim).filter(|s| !s.is_empty()) {
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
    Some(OfficialText { places, street, before, house: text[start..].trim_end(), number })
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

/// Index of the first token of the house, and its number.
fn house_start(tokens: &[Token]) -> Option<(usize, HouseNumber)> {
    // The first announced number (`д. 6`), else the first number that opens a segment or ends the text.
    let mut bare = None;
    for at in 0..tokens.len() {
        if let Some(found) = grammar::read(tokens, at) {
            let opens = tokens[found.from].gap == Gap::Comma;
            if found.announced && (opens || found.from > 0) && !is_village(tokens, &found) {
                return Some((found.from, found.number));
            }
            let closes = found.to == tokens.len();
            if bare.is_none() && at > 0 && (closes || (opens && at + 1 < tokens.len())) {
                bare = Some((found.from, found.number));
            }
        }
    }
    bare.or_else(|| {
        (1..tokens.len()).find_map(|at| {
            let announced = matches!(marker(&fold(&tokens[at].text)), Some(Marker::Part(_)));
            let opens = announced && tokens[at].gap == Gap::Comma;
            let found = opens.then(|| grammar::read_without_main(tokens, at)).flatten()?;
            Some((found.from, found.number))
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
        (parsed.places, parsed.street, parsed.house)
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
}
