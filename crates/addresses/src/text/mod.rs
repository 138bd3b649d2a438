//! Text on its way to a match: scripts, keyboards, tokens and the words that name kinds of places and streets.

pub(crate) mod alphabet;
pub(crate) mod fold;
pub(crate) mod keyboard;
pub(crate) mod kinds;
pub(crate) mod official;
pub(crate) mod token;

/// The words and numbers of a text by the key under which the index has them: one spelling for all scripts and romanisations.
///
/// For who wants to search elsewhere what is found here, or to compare two spellings. It keeps too little to be shown.
///
/// ```
/// use doorstep_addresses::folded;
/// assert_eq!(folded("улица Профсоюзная, 12"), folded("Ulitsa Profsoyuznaya 12"));
/// ```
pub fn folded(text: &str) -> String {
    let keys: Vec<String> = token::tokens(text).iter().map(|token| fold::fold(&token.text)).filter(|key| !key.is_empty()).collect();
    keys.join(" ")
}
