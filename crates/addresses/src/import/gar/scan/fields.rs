//! The wanted attributes of one row.

use std::borrow::Cow;

/// Stands for an attribute that a row lacks.
pub(super) const LACKS: u8 = u8::MAX;

/// The wanted attributes of one row, in the order in which they were asked for. They are cut out of the row when they are looked at.
pub(in super::super) struct Fields<'f, const N: usize> {
    pub(super) names: &'f [&'static str; N],
    pub(super) row: &'f [u8],
    /// Where its quotes are: two an attribute.
    pub(super) quotes: &'f [u32],
    /// Which attribute of the row each wanted one is.
    pub(super) places: &'f [u8; N],
}

impl<const N: usize> Fields<'_, N> {
    /// The bytes of a value as they stand in the file; empty when the row lacks it.
    #[inline]
    pub(in super::super) fn raw(&self, at: usize) -> &[u8] {
        let place = usize::from(self.places[at]) * 2;
        match self.quotes.get(place..place + 2) {
            Some([open, close]) => self.row.get(*open as usize + 1..*close as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Is the value exactly this byte?
    #[inline]
    pub(in super::super) fn is(&self, at: usize, value: u8) -> bool {
        matches!(self.raw(at), [only] if *only == value)
    }

    /// A value, or `None` when the row lacks it or it is empty; at most `longest` characters.
    pub(in super::super) fn short(&self, at: usize, longest: usize) -> Result<Option<Cow<'_, str>>, String> {
        let bytes = self.raw(at);
        if bytes.is_empty() {
            return Ok(None);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8", self.names[at]))?;
        let text = if bytes.iter().any(|b| matches!(b, b'&' | b'\n' | b'\r' | b'\t')) {
            Cow::Owned(quick_xml::escape::unescape(text).map_err(|e| e.to_string())?.replace(['\n', '\r', '\t'], " "))
        } else {
            Cow::Borrowed(text)
        };
        if text.len() > longest && text.chars().count() > longest {
            return Err(format!("{} is longer than {longest} characters", self.names[at]));
        }
        Ok(Some(text))
    }

    /// A value that the format requires, at most `longest` characters.
    pub(in super::super) fn text(&self, at: usize, longest: usize) -> Result<Cow<'_, str>, String> {
        self.short(at, longest)?.ok_or_else(|| format!("a row without {}", self.names[at]))
    }

    /// A whole number, or `None` when the row lacks it.
    pub(in super::super) fn optional_number(&self, at: usize) -> Result<Option<u64>, String> {
        if self.raw(at).is_empty() { Ok(None) } else { self.number(at).map(Some) }
    }

    /// A required whole number.
    #[inline]
    pub(in super::super) fn number(&self, at: usize) -> Result<u64, String> {
        let bytes = self.raw(at);
        let (mut number, mut bad) = (0u64, !(1..=19).contains(&bytes.len()));
        for byte in bytes.iter().take(19) {
            let digit = byte.wrapping_sub(b'0');
            bad |= digit > 9;
            number = number * 10 + u64::from(digit & 15);
        }
        if bad { Err(self.no_number(at)) } else { Ok(number) }
    }

    #[cold]
    fn no_number(&self, at: usize) -> String {
        if self.raw(at).is_empty() { format!("a row without {}", self.names[at]) } else { format!("{} is not a number", self.names[at]) }
    }
}
