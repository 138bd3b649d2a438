//! From tokens to terms: words written together or apart, ordinals, abbreviations.

use super::{Engine, term::Term};
use crate::{
    house::grammar::is_ordinal,
    text::{
        fold::fold,
        kinds::{is_noise, ordinal_word, street_kinds},
        token::{Gap, Token},
    },
};

/// At most this many words are matched.
const MAX_TERMS: usize = 16;
/// A word written together is taken apart only into parts of this length.
const SHORTEST_PART: usize = 4;

/// The terms of a query. The last may be unfinished when somebody is still `typing`.
pub(super) fn terms(engine: &Engine, tokens: &[Token], typing: bool) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut at = 0;
    while at < tokens.len() && terms.len() < MAX_TERMS {
        at = push_terms(engine, tokens, at, typing, &mut terms);
    }
    terms
}

/// Adds the terms that begin at a token; returns the next token.
fn push_terms(engine: &Engine, tokens: &[Token], at: usize, typing: bool, terms: &mut Vec<Term>) -> usize {
    let token = &tokens[at];
    if at > 0 && is_ordinal(tokens, at - 1) {
        return at + 1;
    }
    let key = fold(&token.text);
    if key.is_empty() || is_noise(&token.text) {
        return at + 1;
    }
    let last = typing && at + 1 == tokens.len();
    if let Some(next) = tokens.get(at + 1)
        && let Some(joined) = joined_pair(engine, token, &key, next)
    {
        terms.push(Term::new(engine, (at, at + 2), joined, token, false));
        return at + 2;
    }
    let known = is_known(engine, &key) || !street_kinds(&key).is_empty();
    if token.text.contains('-') && !known {
        for part in token.text.split('-').filter(|part| !part.is_empty()) {
            let part = Token { text: part.to_owned(), ..token.clone() };
            terms.push(Term::new(engine, (at, at + 1), fold(&part.text), &part, last));
        }
    } else if let Some((first, second)) = two_words(engine, &key).filter(|_| !known && !token.number) {
        terms.push(Term::new(engine, (at, at + 1), first, token, false));
        terms.push(Term::new(engine, (at, at + 1), second, token, false));
    } else {
        let key = ordinal_word(&key).map_or(key, str::to_owned);
        terms.push(Term::new(engine, (at, at + 1), spelled_out(engine, key), token, last));
    }
    at + 1
}

fn is_known(engine: &Engine, key: &str) -> bool {
    engine.streets.exact(key).is_some() || engine.places.exact(key).is_some()
}

/// `больше охтинский` for a register that writes it in one word.
fn joined_pair(engine: &Engine, first: &Token, key: &str, next: &Token) -> Option<String> {
    let words = !first.number && !next.number && matches!(next.gap, Gap::Space | Gap::Dash) && !first.dot;
    if !words || key.len() < 2 {
        return None;
    }
    let next_key = fold(&next.text);
    let joined = fold(&format!("{}{}", first.text, next.text));
    let better = next_key.len() > 1 && !(is_known(engine, key) && is_known(engine, &next_key));
    (better && engine.streets.exact(&joined).is_some()).then_some(joined)
}

/// `feldkircherstrasse` for a register that writes it in two words.
fn two_words(engine: &Engine, key: &str) -> Option<(String, String)> {
    let key = spelled_out(engine, key.to_owned());
    if engine.streets.begins(&key) || engine.places.begins(&key) || !key.is_ascii() {
        return None;
    }
    let last_cut = key.len().checked_sub(SHORTEST_PART)?;
    (SHORTEST_PART..=last_cut).map(|cut| key.split_at(cut)).find_map(|(first, second)| {
        let second_known = engine.streets.exact(second).is_some() || !street_kinds(second).is_empty();
        (second_known && engine.streets.exact(first).is_some()).then(|| (first.to_owned(), second.to_owned()))
    })
}

/// `landstr` is landstrasse, in the spelling of keys.
fn spelled_out(engine: &Engine, key: String) -> String {
    let short = key.len() > 5 && key.ends_with("str") && !is_known(engine, &key);
    if short { key + "ase" } else { key }
}
