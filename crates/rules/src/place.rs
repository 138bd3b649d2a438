//! Line and column of a byte in a text.

/// A place in a text, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub line: usize,
    /// In characters.
    pub column: usize,
}

impl Place {
    /// Where the byte at `offset` is; the end of the text where it lies beyond.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Self { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters() {
        assert_eq!(Place::of("ab\nпрв", 0), Place { line: 1, column: 1 });
        assert_eq!(Place::of("ab\nпрв", 7), Place { line: 2, column: 3 });
        assert_eq!(Place::of("ab", 99), Place { line: 1, column: 3 });
    }
}
