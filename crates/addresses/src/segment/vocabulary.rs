//! From the texts of streets and places to the words that they are found by.

use std::collections::BTreeMap;

use super::layout::Role;
use crate::{
    house::grammar::is_ordinal,
    text::{
        fold::fold,
        kinds::{StreetKinds, is_place_kind, ordinal_word, street_kinds},
        token::{Token, tokens},
    },
};

/// The words of a street name and the kinds that it states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StreetWords {
    /// Keys with their roles, in the order of the text.
    pub(crate) words: Vec<(String, Role)>,
    /// The kinds that its kind word may name.
    pub(crate) kinds: StreetKinds,
}

/// Keys longer than this are cut; no street word is.
const MAX_KEY: usize = 48;

/// Splits a street text such as `Большеохтинский пр-кт` into words.
pub(crate) fn street_words(text: &str) -> StreetWords {
    let tokens = tokens(text);
    let keys: Vec<String> = tokens.iter().map(|token| fold(&token.text)).collect();
    let kind_at = kind_token(&tokens, &keys);
    let mut out = StreetWords::default();
    for (at, (token, key)) in tokens.iter().zip(keys).enumerate() {
        if at > 0 && is_ordinal(&tokens, at - 1) {
            continue;
        }
        let key = cut(key);
        if Some(at) == kind_at {
            out.kinds = street_kinds(&key);
            out.words.push((key, Role::Kind));
        } else {
            push_name(token, key, &mut out.words);
        }
    }
    if out.words.iter().all(|(_, role)| *role == Role::Kind) {
        out.words.iter_mut().for_each(|(_, role)| *role = Role::Name);
    }
    out
}

/// The keys of a place text such as `г. Санкт-Петербург`, without the word for its kind.
pub(crate) fn place_words(text: &str) -> Vec<(String, Role)> {
    let tokens = tokens(text);
    let mut words = Vec::new();
    for token in &tokens {
        let key = fold(&token.text);
        if tokens.len() == 1 || !is_place_kind(&key) {
            push_name(token, cut(key), &mut words);
        }
    }
    words
}

fn push_name(token: &Token, key: String, words: &mut Vec<(String, Role)>) {
    if key.is_empty() {
        return;
    }
    if token.text.contains('-') {
        let parts: Vec<String> = token.text.split('-').map(|part| cut(fold(part))).filter(|p| !p.is_empty()).collect();
        words.extend(parts.into_iter().map(|part| (part, Role::Name)));
        words.push((key, Role::Joined));
    } else if let Some(digits) = ordinal_word(&key) {
        words.push((digits.to_owned(), Role::Name));
    } else {
        words.push((key, Role::Name));
    }
}

/// Which token is the kind: улица before all others, else the first or last that can be one.
fn kind_token(tokens: &[Token], keys: &[String]) -> Option<usize> {
    let kinds = |at: usize| street_kinds(&keys[at]);
    let could: Vec<usize> = (0..tokens.len()).filter(|at| !tokens[*at].number && !kinds(*at).is_empty()).collect();
    could.iter().find(|at| kinds(**at).is_plain()).or_else(|| could.iter().find(|at| **at == 0)).or_else(|| could.last()).copied()
}

fn cut(mut key: String) -> String {
    key.truncate(MAX_KEY);
    key
}

/// Distinct words; numbered in key order once all are known.
#[derive(Default)]
pub(crate) struct Vocabulary {
    words: BTreeMap<String, u32>,
}

impl Vocabulary {
    pub(crate) fn add(&mut self, key: &str) {
        if !self.words.contains_key(key) {
            self.words.insert(key.to_owned(), 0);
        }
    }

    /// Numbers the words. No word may be added after it.
    pub(crate) fn number(&mut self) {
        for (at, id) in self.words.values_mut().enumerate() {
            *id = u32::try_from(at).unwrap_or(u32::MAX);
        }
    }

    pub(crate) fn id(&self, key: &str) -> u32 {
        self.words.get(key).copied().unwrap_or(u32::MAX)
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The words as an FST from key to number, and as one from the key read backwards.
    pub(crate) fn fsts(&self) -> Result<[Vec<u8>; 2], fst::Error> {
        let mut builder = fst::MapBuilder::memory();
        for (key, id) in &self.words {
            builder.insert(key, u64::from(*id))?;
        }
        let mut backwards: Vec<(Vec<u8>, u32)> = self.words.iter().map(|(key, id)| (key.bytes().rev().collect(), *id)).collect();
        backwards.sort_unstable();
        let mut back = fst::MapBuilder::memory();
        for (key, id) in &backwards {
            back.insert(key, u64::from(*id))?;
        }
        Ok([builder.into_inner()?, back.into_inner()?])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        street_words(text).words.into_iter().filter(|(_, role)| *role == Role::Name).map(|(key, _)| key).collect()
    }

    #[test]
    fn the_kind_is_not_part_of_the_name() {
        assert_eq!(names("ул. Набережная"), [fold("набережная")]);
        assert_eq!(names("набережная реки Фонтанки"), [fold("реки"), fold("фонтанки")]);
        assert_eq!(names("13-я линия В.О."), ["13".to_owned(), fold("во")]);
        assert_eq!(names("Аллея"), [fold("аллея")]);
    }

    #[test]
    fn hyphens_give_the_parts_and_the_whole() {
        let words = street_words("ул. Ново-Садовая").words;
        assert!(words.contains(&(fold("новосадовая"), Role::Joined)));
        assert!(words.contains(&(fold("садовая"), Role::Name)));
    }

    #[test]
    fn places_lose_their_kind() {
        assert_eq!(place_words("г. Москва"), [(fold("москва"), Role::Name)]);
        assert_eq!(place_words("город Красное Село").len(), 1);
        assert_eq!(place_words("Вадуц").len(), 1);
    }
}
