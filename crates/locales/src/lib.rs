//! The words of the product, in every language that it speaks. The texts are in `locales/<tag>/*.ftl` (Project Fluent).

mod bundle;
mod date;

use std::fmt;
use std::str::FromStr;

pub use bundle::{Arg, ids, source_files};

/// A language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Locale {
    /// Russian.
    Ru,
    /// Uzbek in Latin script.
    UzLatn,
    /// English.
    En,
}

/// Not a language of the interface.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a language of the interface")]
pub struct UnknownLocale;

impl Locale {
    /// All languages, in the order of the language picker.
    pub const EVERY: [Locale; 3] = [Locale::Ru, Locale::UzLatn, Locale::En];

    /// The BCP 47 tag; also the first part of each page's address.
    pub const fn tag(self) -> &'static str {
        match self {
            Locale::Ru => "ru",
            Locale::UzLatn => "uz-Latn",
            Locale::En => "en",
        }
    }

    /// The language's own name, in its own script.
    pub const fn own_name(self) -> &'static str {
        match self {
            Locale::Ru => "Русский",
            Locale::UzLatn => "Oʻzbekcha",
            Locale::En => "English",
        }
    }

    /// The best language for an `Accept-Language` header (RFC 9110 §12.5.4); the first of the product where none fits.
    pub fn negotiate(header: &str) -> Locale {
        let mut best = (0, Locale::Ru);
        for part in header.split(',').take(20) {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight = pieces
                .find_map(|p| p.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()))
                .map_or(1000, |q| (q.clamp(0.0, 1.0) * 1000.0) as u32);
            let locale = match tag.split('-').next().unwrap_or_default() {
                "ru" | "be" => Locale::Ru,
                "uz" => Locale::UzLatn,
                "en" => Locale::En,
                _ => continue,
            };
            if weight > best.0 {
                best = (weight, locale);
            }
        }
        best.1
    }

    /// A text without arguments. A missing one shows its id; a test makes sure that none is missing.
    pub fn t(self, id: &str) -> String {
        bundle::text(self, id, &[])
    }

    /// A text with arguments.
    pub fn ta(self, id: &str, args: &[(&str, Arg)]) -> String {
        bundle::text(self, id, args)
    }

    /// A text with one argument.
    pub fn t1(self, id: &str, name: &str, value: impl Into<Arg>) -> String {
        bundle::text(self, id, &[(name, value.into())])
    }

    /// A text with two arguments.
    pub fn t2(self, id: &str, first: (&str, impl Into<Arg>), second: (&str, impl Into<Arg>)) -> String {
        bundle::text(self, id, &[(first.0, first.1.into()), (second.0, second.1.into())])
    }

    /// Whether a text exists.
    pub fn has(self, id: &str) -> bool {
        bundle::has(self, id)
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;
    fn from_str(tag: &str) -> Result<Self, UnknownLocale> {
        Locale::EVERY.into_iter().find(|l| l.tag().eq_ignore_ascii_case(tag)).ok_or(UnknownLocale)
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}
