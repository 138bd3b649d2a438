//! The parsed texts.

use crate::Locale;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An argument of a text.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg {
    /// Words, shown as they are.
    Text(String),
    /// A number, which chooses the plural form.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Arg::Text(text.clone())
    }
}
macro_rules! number {
    ($($int:ty),*) => { $(impl From<$int> for Arg {
        fn from(n: $int) -> Self { Arg::Number(n as i64) }
    })* };
}
number!(i8, i16, i32, i64, u8, u16, u32, usize);

macro_rules! files {
    ($tag:literal, $($file:literal),* $(,)?) => {
        &[$(($file, include_str!(concat!("../../../locales/", $tag, "/", $file, ".ftl")))),*]
    };
}

macro_rules! each_language {
    ($($file:literal,)*) => {
        /// The source texts of a language: file name without its ending, and content.
        pub fn source_files(locale: Locale) -> &'static [(&'static str, &'static str)] {
            match locale {
                Locale::Ru => files!("ru", $($file),*),
                Locale::UzLatn => files!("uz-Latn", $($file),*),
                Locale::En => files!("en", $($file),*),
            }
        }
    };
}

each_language! {
    "common",
    "home",
    "declare",
    "record",
    "account",
    "staff",
    "desk",
    "signin",
    "messages",
    "notice",
    "case",
    "office",
    "reasons",
    "mine",
    "host",
    "errors",
    "trace",
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| Locale::EVERY.map(load));

fn load(locale: Locale) -> Bundle {
    let language = locale.tag().parse().expect("the tags of the product are well-formed");
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // The pages isolate mixed directions with <bdi>; the marks would show up in plain-text letters and in PDFs.
    bundle.set_use_isolating(false);
    for (_, source) in source_files(locale) {
        // A broken message is left out here and reported by the suite `charter`.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn bundle(locale: Locale) -> &'static Bundle {
    &BUNDLES[match locale {
        Locale::Ru => 0,
        Locale::UzLatn => 1,
        Locale::En => 2,
    }]
}

pub(crate) fn has(locale: Locale, id: &str) -> bool {
    bundle(locale).get_message(id).is_some_and(|m| m.value().is_some())
}

pub(crate) fn text(locale: Locale, id: &str, args: &[(&str, Arg)]) -> String {
    let bundle = bundle(locale);
    let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else { return id.to_owned() };
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        let value: FluentValue<'_> = match value {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Number(n) => FluentValue::from(*n),
        };
        fluent.set(*name, value);
    }
    let mut errors = Vec::new();
    let mut text = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
    // A Russian date ends with the stop of "г.": at the end of a sentence one is enough.
    for (_, value) in args {
        if let Arg::Text(value) = value
            && value.ends_with("\u{a0}г.")
        {
            text = text.replace(&format!("{value}."), value);
        }
    }
    text
}

/// The ids of all texts of a language with the names of their arguments, read from the source.
pub fn ids(locale: Locale) -> BTreeMap<String, Vec<String>> {
    let mut out = BTreeMap::new();
    for (_, source) in source_files(locale) {
        let mut current: Option<String> = None;
        for line in source.lines() {
            let starts = line.chars().next().is_some_and(|c| c.is_ascii_lowercase());
            if let (true, Some((id, _))) = (starts, line.split_once(" =")) {
                out.insert(id.to_owned(), Vec::new());
                current = Some(id.to_owned());
            }
            let Some(args) = current.as_ref().and_then(|id| out.get_mut(id)) else { continue };
            for piece in line.split('$').skip(1) {
                let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
                if !args.contains(&name) {
                    args.push(name);
                }
            }
        }
    }
    out.values_mut().for_each(|args| args.sort());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_at_the_end_of_a_sentence_brings_its_own_stop() {
        let day = Locale::Ru.date(jiff::civil::date(2026, 11, 30));
        assert!(day.ends_with("2026\u{a0}г."), "{day}");
        assert_eq!(Locale::Ru.t1("homes-letter-sent", "day", day.clone()), format!("Отправлено {day}"));
    }
}
