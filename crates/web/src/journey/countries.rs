//! Country names for the question of citizenship: ISO 3166-1 with the codes of ICAO 9303 for people without a state.

use doorstep_locales::Locale;
use std::sync::LazyLock;

/// Code, then the name in each language; ISO 3166-1 by datasets/country-codes (ODC-PDDL), names by Unicode CLDR.
const TABLE: &str = include_str!("../../assets/countries.tsv");

static ROWS: LazyLock<Vec<[&'static str; 4]>> =
    LazyLock::new(|| TABLE.lines().filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok()).collect());

fn column(l: Locale) -> usize {
    match l {
        Locale::Ru => 1,
        Locale::UzLatn => 2,
        Locale::En => 3,
    }
}

/// The choices, in alphabetical order of the language, with "I would rather not say" first.
pub(crate) fn options(l: Locale) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = ROWS.iter().map(|row| (row[0].to_owned(), row[column(l)].to_owned())).collect();
    rows.sort_by_key(|(_, name)| name.to_lowercase());
    let special = ["XXA", "XXB", "XXC"].map(|code| (code.to_owned(), l.t(&format!("citizenship-{}", code.to_lowercase()))));
    [(String::new(), l.t("citizenship-not-said"))].into_iter().chain(special).chain(rows).collect()
}

/// Whether the choices have a code.
pub(crate) fn known(code: &str) -> bool {
    ["XXA", "XXB", "XXC"].contains(&code) || ROWS.iter().any(|row| row[0] == code)
}

/// The name of a code.
pub(crate) fn name(l: Locale, code: &str) -> String {
    options(l).into_iter().find(|(c, _)| c == code).map_or_else(|| code.to_owned(), |(_, name)| name)
}
