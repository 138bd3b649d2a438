//! Words in the languages that a pack or calendar has them in.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The language that every text must have, and that a missing translation falls back to.
pub const FALLBACK: &str = "en";

/// No text in a pack or calendar is longer than this, in bytes.
const MAX_BYTES: usize = 4_000;

/// One statement in several languages, keyed by BCP 47 tag (`en`, `ru`, `uz-Latn`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(extend("required" = ["en"])))]
#[serde(try_from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// The words in `lang`, else in English.
    #[must_use]
    pub fn get(&self, lang: &str) -> &str {
        self.0.get(lang).or_else(|| self.0.get(FALLBACK)).map_or("", String::as_str)
    }

    /// Whether the text exists in exactly this language.
    #[must_use]
    pub fn has(&self, lang: &str) -> bool {
        self.0.contains_key(lang)
    }
}

impl TryFrom<BTreeMap<String, String>> for Text {
    type Error = String;

    fn try_from(words: BTreeMap<String, String>) -> Result<Self, String> {
        for (lang, text) in &words {
            if !is_language_tag(lang) {
                return Err(format!("`{lang}` is not a language tag such as `en` or `uz-Latn`"));
            }
            if text.trim().is_empty() {
                return Err(format!("the text in `{lang}` is empty"));
            }
            if text.len() > MAX_BYTES {
                return Err(format!("the text in `{lang}` is longer than {MAX_BYTES} bytes"));
            }
        }
        if words.contains_key(FALLBACK) { Ok(Self(words)) } else { Err(format!("the text lacks the language `{FALLBACK}`")) }
    }
}

impl From<Text> for BTreeMap<String, String> {
    fn from(text: Text) -> Self {
        text.0
    }
}

/// Language, optionally followed by script or region: the tags that locales use.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().is_some_and(|p| (2..=3).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_lowercase()));
    language && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pairs: &[(&str, &str)]) -> Result<Text, String> {
        let words: BTreeMap<_, _> = pairs.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        Text::try_from(words)
    }

    #[test]
    fn falls_back_to_english() {
        let t = text(&[("en", "Holiday"), ("ru", "Праздник")]).unwrap();
        assert_eq!(t.get("ru"), "Праздник");
        assert_eq!(t.get("uz-Latn"), "Holiday");
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert!(text(&[("ru", "Праздник")]).is_err());
        assert!(text(&[("en", "  ")]).is_err());
        assert!(text(&[("en", "x"), ("English", "x")]).is_err());
        assert!(text(&[("en", &"x".repeat(4_001))]).is_err());
    }
}
