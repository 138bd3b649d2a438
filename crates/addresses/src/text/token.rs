//! Tokens of an address text: words and numbers, with what stood between them.

/// What separates a token from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing: `12к`.
    Glued,
    /// White space, a dot, or the start.
    Space,
    /// A comma, semicolon or bracket.
    Comma,
    /// `/` or `\`.
    Slash,
    /// `-`, `–` or `—`.
    Dash,
}

/// A run of letters or of digits, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Lower-case text; letters may hold inner hyphens (`пр-кт`).
    pub(crate) text: String,
    /// Digits only?
    pub(crate) number: bool,
    /// What stood before it.
    pub(crate) gap: Gap,
    /// Does a dot follow directly, as after an abbreviation?
    pub(crate) dot: bool,
    /// Byte offset of its first character in the text.
    pub(crate) start: usize,
    /// Byte offset after its last character.
    pub(crate) end: usize,
}

/// At most this many tokens are read from one text.
const MAX_TOKENS: usize = 64;

/// Splits a text into words and numbers. Never fails; unknown signs separate.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut gap = Gap::Space;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if out.len() >= MAX_TOKENS {
            break;
        }
        let letter = is_letter(c);
        if !letter && !c.is_ascii_digit() {
            gap = widen(gap, c, &mut out);
            continue;
        }
        let mut word: String = c.to_lowercase().collect();
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let joins = if letter {
                let letter_follows = || text[at + next.len_utf8()..].starts_with(is_letter);
                is_letter(next) || is_apostrophe(next) || ((is_hyphen(next) || is_quote(next)) && letter_follows())
            } else {
                next.is_ascii_digit()
            };
            if !joins {
                break;
            }
            if is_hyphen(next) {
                word.push('-');
            } else if !is_apostrophe(next) && !is_quote(next) {
                word.extend(next.to_lowercase());
            }
            chars.next();
            end = at + next.len_utf8();
        }
        out.push(Token { text: word, number: !letter, gap, dot: false, start, end });
        gap = Gap::Glued;
    }
    join_initials(out)
}

fn widen(gap: Gap, sign: char, out: &mut [Token]) -> Gap {
    let before = match sign {
        '/' | '\\' => Gap::Slash,
        '-' | '–' | '—' | '‐' | '‑' => Gap::Dash,
        ',' | ';' | '(' | ')' | '|' => Gap::Comma,
        _ => Gap::Space,
    };
    if sign == '.'
        && gap == Gap::Glued
        && let Some(last) = out.last_mut()
    {
        last.dot = true;
    }
    match (gap, before) {
        (Gap::Comma, _) | (_, Gap::Comma) => Gap::Comma,
        (Gap::Slash, _) | (_, Gap::Slash) => Gap::Slash,
        (Gap::Dash, _) | (_, Gap::Dash) => Gap::Dash,
        _ => Gap::Space,
    }
}

/// `В.О.` is one word, `во`.
fn join_initials(tokens: Vec<Token>) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open_initials = false;
    for token in tokens {
        let initial = !token.number && token.dot && token.text.chars().count() == 1;
        match out.last_mut() {
            Some(last) if open_initials && initial && token.start == last.end + 1 => {
                last.text.push_str(&token.text);
                last.end = token.end;
            }
            _ => out.push(token),
        }
        open_initials = initial;
    }
    out
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// A hard sign in some romanisations when it stands within a word.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '”')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | 'ʹ' | 'ʺ' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.text).collect()
    }

    #[test]
    fn letters_and_digits_are_told_apart() {
        assert_eq!(texts("Ленина пр-кт, д.12к2"), ["ленина", "пр-кт", "д", "12", "к", "2"]);
        assert_eq!(texts("4-я Тверская 12/5"), ["4", "я", "тверская", "12", "5"]);
    }

    #[test]
    fn initials_are_one_word_but_house_marks_are_not() {
        assert_eq!(texts("13-я линия В.О., дом 2"), ["13", "я", "линия", "во", "дом", "2"]);
        assert_eq!(texts("д. к. 2"), ["д", "к", "2"]);
    }

    #[test]
    fn gaps_say_what_stood_between() {
        let gaps: Vec<Gap> = tokens("12/5-3а, 4 б").into_iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Gap::Space, Gap::Slash, Gap::Dash, Gap::Glued, Gap::Comma, Gap::Space]);
    }

    #[test]
    fn a_flood_of_tokens_is_cut() {
        assert_eq!(tokens(&"1 ".repeat(500)).len(), MAX_TOKENS);
    }
}
