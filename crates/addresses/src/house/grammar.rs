//! From tokens to a house number: `12 к2`, `12/5`, `дом 6, корпус 1, литера А`, `12a`.

use super::{
    number::{HouseNumber, MAX_PARTS, MAX_VALUE, Part, PartKind},
    words::{Marker, marker},
};
use crate::text::{
    fold::fold,
    kinds::is_ordinal_ending,
    token::{Gap, Token},
};

/// A house number found in a row of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The number.
    pub(crate) number: HouseNumber,
    /// Index of the first token that belongs to it (a marker such as дом included).
    pub(crate) from: usize,
    /// Index after the last token that belongs to it.
    pub(crate) to: usize,
    /// Was it announced by a word (дом, корпус)?
    pub(crate) announced: bool,
}

/// Reads the house number whose main number is the token at `at`, or `None` when it cannot be one.
pub(crate) fn read(tokens: &[Token], at: usize) -> Option<Found> {
    let token = tokens.get(at)?;
    if !token.number || token.text.len() > 5 || is_ordinal(tokens, at) {
        return None;
    }
    let main: u32 = token.text.parse().ok()?;
    let mut from = at;
    let mut number = HouseNumber { main, parts: Vec::new() };
    let mut announced = false;
    if let Some(before) = at.checked_sub(1).map(|i| &tokens[i])
        && !before.number
    {
        match marker(&fold(&before.text)) {
            Some(Marker::Main) if announces(before, token) => (from, announced) = (at - 1, true),
            Some(Marker::Part(PartKind::Block | PartKind::Building)) if stands_alone(tokens, at - 1) => {
                (from, announced) = (at - 1, true);
            }
            Some(Marker::Unit) => return None,
            _ => {}
        }
    }
    let mut next = at + 1;
    while number.parts.len() < MAX_PARTS {
        match part(tokens, next) {
            Step::Part(part, to) => {
                number.parts.push(part);
                next = to;
            }
            Step::Parts(parts, to) => {
                number.parts.extend(parts);
                next = to;
            }
            Step::Skip(to) => next = to,
            Step::End => break,
        }
    }
    Some(Found { number, from, to: next, announced })
}

/// A house that is announced but has no number of its own: `корпус А`, `литера Б`.
pub(crate) fn read_without_main(tokens: &[Token], at: usize) -> Option<Found> {
    let mut number = HouseNumber::default();
    let mut next = at;
    while let Step::Part(part, to) = part(tokens, next) {
        if number.parts.len() >= MAX_PARTS {
            break;
        }
        number.parts.push(part);
        next = to;
    }
    (next > at).then_some(Found { number, from: at, to: next, announced: true })
}

/// `9-я`, `2-nd`: a number that belongs to a name.
pub(crate) fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| {
        // `5i` is a house with a letter, `5-i` the fifth in Latin letters.
        let latin_letter = next.gap == Gap::Glued && matches!(next.text.as_str(), "i" | "j");
        !next.number && matches!(next.gap, Gap::Glued | Gap::Dash) && !latin_letter && is_ordinal_ending(&next.text)
    })
}

/// A lone `д` or `уч` before a number announces it only when nothing but a dot or space lies between.
fn announces(word: &Token, number: &Token) -> bool {
    word.text.chars().count() > 1 || matches!(number.gap, Gap::Glued | Gap::Space)
}

/// `Зеленоград, корп. 1204`: a block that is no part of a number before it.
fn stands_alone(tokens: &[Token], marker: usize) -> bool {
    let long = tokens[marker].text.chars().count() > 2;
    let after_number = marker.checked_sub(1).is_some_and(|at| tokens[at].number || is_letter(&tokens[at]));
    long && !after_number
}

enum Step {
    Part(Part, usize),
    Parts([Part; 2], usize),
    Skip(usize),
    End,
}

fn part(tokens: &[Token], at: usize) -> Step {
    let Some(token) = tokens.get(at) else { return Step::End };
    if token.number {
        return loose_number(tokens, at, token);
    }
    match marker(&fold(&token.text)) {
        Some(Marker::Part(kind)) => {
            if let Some((value, to)) = value_after(tokens, at + 1) {
                return Step::Part(Part { kind, value }, to);
            }
        }
        Some(Marker::Unit) if tokens.get(at + 1).is_some_and(|next| next.number) => {
            let letter = tokens.get(at + 2).is_some_and(|t| t.gap == Gap::Glued && is_letter(t));
            return Step::Skip(at + 2 + usize::from(letter));
        }
        _ => {}
    }
    if let Some(parts) = two_letters(token) {
        return Step::Parts(parts, at + 1);
    }
    if let Some(part) = lettered_block(token).filter(|_| at + 1 == tokens.len()) {
        return Step::Part(part, at + 1);
    }
    let follows = tokens.get(at + 1).is_none_or(|next| next.number || next.gap == Gap::Comma || token.gap == Gap::Glued);
    if is_letter(token) && matches!(token.gap, Gap::Glued | Gap::Space | Gap::Dash) && follows {
        return Step::Part(Part { kind: PartKind::Letter, value: token.text.clone() }, at + 1);
    }
    Step::End
}

/// `14 кА` is 14, корпус А.
fn lettered_block(token: &Token) -> Option<Part> {
    let mut letters = token.text.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let block = matches!(first, 'к' | 'k') && letters.next().is_none() && token.gap == Gap::Space;
    block.then(|| Part { kind: PartKind::Block, value: second.to_string() })
}

/// `14бА` is 14б, литера А.
fn two_letters(token: &Token) -> Option<[Part; 2]> {
    let mut letters = token.text.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    if token.number || letters.next().is_some() || token.gap != Gap::Glued {
        return None;
    }
    let part = |kind, letter: char| Part { kind, value: letter.to_string() };
    Some([part(PartKind::Letter, first), part(PartKind::Litera, second)])
}

fn loose_number(tokens: &[Token], at: usize, token: &Token) -> Step {
    if token.text.len() > 4 || is_ordinal(tokens, at) {
        return Step::End;
    }
    let kind = match token.gap {
        Gap::Slash => PartKind::Fraction,
        Gap::Dash => PartKind::Range,
        _ => PartKind::Loose,
    };
    Step::Part(Part { kind, value: token.text.clone() }, at + 1)
}

/// The value after a marker: `2`, `А`, `А,Б,В`. A letter glued to a number is a part of its own.
fn value_after(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    if token.number && token.text.len() <= 5 {
        return Some((token.text.clone(), at + 1));
    }
    if !is_letter(token) {
        return None;
    }
    let mut value = token.text.clone();
    let mut to = at + 1;
    while let Some(next) = tokens.get(to) {
        let number_follows = tokens.get(to + 1).is_some_and(|t| t.number);
        let joins = matches!(next.gap, Gap::Comma | Gap::Glued) && (next.gap == Gap::Glued || !number_follows);
        if !joins || value.len() >= MAX_VALUE || !(is_letter(next) || (next.number && next.gap == Gap::Glued)) {
            break;
        }
        value.push_str(&next.text);
        to += 1;
    }
    Some((value, to))
}

fn is_letter(token: &Token) -> bool {
    !token.number && token.text.chars().count() <= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokens;

    fn shown(text: &str) -> String {
        let tokens = tokens(text);
        let at = tokens.iter().position(|t| t.number).unwrap_or(0);
        let Some(found) = read(&tokens, at) else { return "none".into() };
        let parts: Vec<String> = found.number.parts.iter().map(|part| format!(" {:?} {}", part.kind, part.value)).collect();
        format!("{}{}", found.number.main, parts.concat())
    }

    #[test]
    fn russian_forms() {
        assert_eq!(shown("дом 12, корпус 2, строение 1"), "12 Block 2 Building 1");
        assert_eq!(shown("12к2"), "12 Block 2");
        assert_eq!(shown("12 k2"), "12 Block 2");
        assert_eq!(shown("д.7,к.2,стр1"), "7 Block 2 Building 1");
        assert_eq!(shown("д.57, 2, 1"), "57 Loose 2 Loose 1");
        assert_eq!(shown("12/5, литера А"), "12 Fraction 5 Litera а");
        assert_eq!(shown("д. 11, к. а"), "11 Block а");
        assert_eq!(shown("26-28"), "26 Range 28");
        assert_eq!(shown("д. 13, лит. А,Б,В"), "13 Litera абв");
        assert_eq!(shown("83 В"), "83 Letter в");
        assert_eq!(shown("д.5, Строение 3А"), "5 Building 3 Letter а");
        assert_eq!(shown("57-59В"), "57 Range 59 Letter в");
        assert_eq!(shown("14бА"), "14 Letter б Litera а");
        assert_eq!(shown("14 кА"), "14 Block а");
    }

    #[test]
    fn flats_are_left_out() {
        assert_eq!(shown("12 корп 2 кв 31"), "12 Block 2");
        assert_eq!(shown("12-3, apt 5"), "12 Range 3");
    }

    #[test]
    fn latin_and_german_forms() {
        assert_eq!(shown("12a"), "12 Letter a");
        assert_eq!(shown("12 A, Vaduz"), "12 Letter a");
        assert_eq!(shown("house 5 block 3"), "5 Block 3");
    }

    #[test]
    fn ordinals_and_post_codes_are_no_houses() {
        assert_eq!(shown("9-я линия"), "none");
        assert_eq!(shown("2-j Kolobovskij"), "none");
        assert_eq!(shown("195252"), "none");
    }

    #[test]
    fn a_block_without_a_number() {
        let tokens = tokens("корпус А");
        let found = read_without_main(&tokens, 0).unwrap();
        assert_eq!(found.number.parts, [Part { kind: PartKind::Block, value: "а".into() }]);
    }
}
