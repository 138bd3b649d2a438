//! Which parts of an official text somebody has typed, in whatever script.

use std::ops::Range;

use crate::{
    house::words::marker,
    search::MAX_QUERY,
    text::{
        fold::fold,
        keyboard::other_layout,
        kinds::{is_place_kind, street_kinds},
        token::{Token, tokens},
    },
};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece.
    pub text: &'t str,
    /// Was it typed?
    pub typed: bool,
}

/// Cuts an official text into what was typed and what was not; together the pieces are the text.
///
/// Typing `profsoyuz` marks `Профсоюз`; a word with a typo is marked whole. Works on the two texts alone, so a page
/// can call it for what it shows.
///
/// ```
/// let text = "улица Профсоюзная, дом 12, корпус 2";
/// let typed: Vec<&str> = doorstep_addresses::marked("ul profsoyuz", text).iter().filter(|p| p.typed).map(|p| p.text).collect();
/// assert_eq!(typed, ["улица", "Профсоюз"]);
/// ```
pub fn marked<'t>(query: &str, text: &'t str) -> Vec<Piece<'t>> {
    let end = query.char_indices().nth(MAX_QUERY).map_or(query.len(), |(at, _)| at);
    let query = &query[..end];
    let official = tokens(text);
    let mut ranges = ranges(query, text, &official);
    if let Some(other) = other_layout(query) {
        let second = self::ranges(&other, text, &official);
        let letters = |ranges: &[Range<usize>]| ranges.iter().map(Range::len).sum::<usize>();
        if letters(&second) > letters(&ranges) {
            ranges = second;
        }
    }
    let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut at = 0;
    for range in ranges {
        pieces.push(Piece { text: &text[at..range.start], typed: false });
        pieces.push(Piece { text: &text[range.clone()], typed: true });
        at = range.end;
    }
    pieces.push(Piece { text: &text[at..], typed: false });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// A typed word.
struct Word {
    key: String,
    number: bool,
    /// May more letters follow?
    open: bool,
}

fn ranges(query: &str, text: &str, official: &[Token]) -> Vec<Range<usize>> {
    let typed = tokens(query);
    let last = typed.len().wrapping_sub(1);
    let typing = !query.ends_with(char::is_whitespace);
    let word =
        |(at, token): (usize, &Token)| Word { key: fold(&token.text), number: token.number, open: token.dot || (typing && at == last) };
    let words: Vec<Word> = typed.iter().enumerate().map(word).filter(|word| !word.key.is_empty()).collect();
    official.iter().filter_map(|token| range(text, token, &words)).collect()
}

fn range(text: &str, token: &Token, words: &[Word]) -> Option<Range<usize>> {
    let key = fold(&token.text);
    let whole = token.start..token.end;
    let same = |word: &&Word| word.number == token.number && (word.key == key || (!token.number && means_the_same(&word.key, &key)));
    if words.iter().any(|word| same(&word)) {
        return Some(whole);
    }
    let begun = words.iter().filter(|word| word.open && word.number == token.number && key.starts_with(&word.key));
    if let Some(word) = begun.max_by_key(|word| word.key.len()) {
        return Some(token.start..begun_end(&text[whole.clone()], &word.key).map_or(token.end, |end| token.start + end));
    }
    let misspelt = |word: &Word| {
        let allowed = match word.key.len() {
            0..4 => 0,
            4..7 => 1,
            _ => 2,
        };
        !word.number && distance(&word.key, &key) <= allowed
    };
    (!token.number && words.iter().any(misspelt)).then_some(whole)
}

/// The shortest beginning of a word whose key begins with `key`.
fn begun_end(word: &str, key: &str) -> Option<usize> {
    word.char_indices().map(|(at, c)| at + c.len_utf8()).find(|end| fold(&word[..*end]).starts_with(key))
}

/// `ул` and улица, `к` and корпус.
fn means_the_same(typed: &str, official: &str) -> bool {
    street_kinds(typed).meets(street_kinds(official))
        || marker(typed).is_some_and(|typed| Some(typed) == marker(official))
        || (is_place_kind(typed) && is_place_kind(official) && official.starts_with(typed))
}

/// Edits between two keys: a letter wrong, missing, added, or two swapped.
fn distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect::<Vec<usize>>(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        rows[2][0] = i;
        for j in 1..=b.len() {
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            let replaced = rows[1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let best = replaced.min(rows[1][j] + 1).min(rows[2][j - 1] + 1);
            rows[2][j] = if swapped { best.min(rows[0][j - 2] + 1) } else { best };
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(query: &str, text: &str) -> String {
        marked(query, text).iter().map(|piece| if piece.typed { format!("[{}]", piece.text) } else { piece.text.to_owned() }).collect()
    }

    #[test]
    fn every_script_marks_the_official_letters() {
        let text = "город Столичный, улица Профсоюзная, дом 12, корпус 2";
        let all = "город Столичный, улица [Профсоюзная], дом [12], [корпус] [2]";
        for typed in ["profsoyuznaya 12 k2", "Profsoûznaâ 12к2", "профсаюзная 12 корп 2"] {
            assert_eq!(shown(typed, text), all, "{typed}");
        }
        assert_eq!(shown("ghjacj.pyfz 12 2", text), "город Столичный, улица [Профсоюзная], дом [12], корпус [2]");
    }

    #[test]
    fn the_last_word_is_marked_as_far_as_it_is_typed() {
        assert_eq!(shown("ул. про", "улица Профсоюзная, дом 1"), "[улица] [Про]фсоюзная, дом 1");
        assert_eq!(shown("shch", "улица Щербаковская, дом 1"), "улица [Щ]ербаковская, дом 1");
        assert_eq!(shown("щербаковская 1", "улица Щербаковская, дом 120"), "улица [Щербаковская], дом [1]20");
        assert_eq!(shown("щербаковская 1 ", "улица Щербаковская, дом 120"), "улица [Щербаковская], дом 120");
    }

    #[test]
    fn nothing_typed_marks_nothing() {
        assert_eq!(shown("", "улица Мира, дом 1"), "улица Мира, дом 1");
        assert_eq!(shown("ленина", "улица Мира, дом 1"), "улица Мира, дом 1");
        assert_eq!(shown("мира", ""), "");
    }

    #[test]
    fn swapped_letters_are_one_edit() {
        assert_eq!(distance("lennia", "lenina"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("mira", "mira"), 0);
    }
}
