//! What an unreviewed pack says of itself.

use crate::text::FALLBACK;

/// "Facts collected from public sources, not reviewed by a lawyer", by language.
pub const NOT_REVIEWED: [(&str, &str); 3] = [
    ("en", "Facts collected from public sources, not reviewed by a lawyer."),
    ("ru", "Сведения собраны из открытых источников и не проверены юристом."),
    ("uz-Latn", "Maʼlumotlar ochiq manbalardan yigʻilgan va yurist tomonidan tekshirilmagan."),
];

pub(super) fn not_reviewed(lang: &str) -> &'static str {
    let of = |lang: &str| NOT_REVIEWED.iter().find(|(l, _)| *l == lang).map(|(_, text)| *text);
    of(lang).or_else(|| of(FALLBACK)).unwrap_or_default()
}
