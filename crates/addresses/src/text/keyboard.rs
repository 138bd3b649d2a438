//! Text typed on the wrong keyboard layout: `ghjacj.pyfz` is профсоюзная.

const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

/// The same keys read on the other layout, or `None` when the text has no letter to read so.
///
/// Latin letters are read as ЙЦУКЕН keys; a text of Cyrillic letters only is read as QWERTY keys.
pub(crate) fn other_layout(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let has = |alphabet: &str| lower.chars().any(|c| c.is_alphabetic() && alphabet.contains(c));
    let (from, to) = if has(LATIN) {
        (LATIN, RUSSIAN)
    } else if has(RUSSIAN) {
        (RUSSIAN, LATIN)
    } else {
        return None;
    };
    let swap = |c: char| from.chars().position(|f| f == c).and_then(|at| to.chars().nth(at)).unwrap_or(c);
    let letters: Vec<char> = lower.chars().collect();
    let near_letter = |at: usize| {
        let alphabetic = |i: usize| letters.get(i).is_some_and(|c| c.is_alphabetic());
        alphabetic(at + 1) || (at > 0 && alphabetic(at - 1))
    };
    // A comma before a space or between digits is a comma, not the letter б.
    let read = |(at, c): (usize, &char)| {
        let punctuation = !c.is_alphabetic();
        let ends_word = letters.get(at + 1).is_none_or(|n| n.is_whitespace());
        if punctuation && (!near_letter(at) || (ends_word && *c == ',')) { *c } else { swap(*c) }
    };
    Some(letters.iter().enumerate().map(read).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_keys_give_the_russian_street() {
        assert_eq!(other_layout("ghjacj.pyfz 12 2").as_deref(), Some("профсоюзная 12 2"));
        assert_eq!(other_layout("yferb, 5").as_deref(), Some("науки, 5"));
    }

    #[test]
    fn russian_keys_give_the_latin_street() {
        assert_eq!(other_layout("дфтвыекфыыу 3").as_deref(), Some("landstrasse 3"));
    }

    #[test]
    fn digits_alone_have_no_other_reading() {
        assert_eq!(other_layout("12/2"), None);
    }
}
