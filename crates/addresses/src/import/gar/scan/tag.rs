//! Reading one tag as XML has it, attribute by attribute.

use memchr::{memchr, memmem};

use super::fields::LACKS;

/// Most attributes of a row.
const MAX_ATTRIBUTES: usize = 64;

/// What a tag turned out to be.
pub(super) enum Tag {
    /// A start tag, with the length of its name.
    Start(usize),
    /// A tag that is closed in itself.
    Empty,
    End,
    /// Declaration or comment.
    Other,
}

/// The attributes of a tag.
pub(super) struct Attributes<const N: usize> {
    /// Where their quotes are, of either kind, from the start of the tag: two an attribute.
    pub(super) quotes: Vec<u32>,
    /// Which of them each wanted one is.
    pub(super) places: [u8; N],
}

impl<const N: usize> Default for Attributes<N> {
    fn default() -> Self {
        Attributes { quotes: Vec::new(), places: [LACKS; N] }
    }
}

/// The tag at the front of `rest` and its length; `None` when it ends beyond it.
pub(super) fn read<const N: usize>(
    rest: &[u8],
    wanted: &[&'static str; N],
    attributes: &mut Attributes<N>,
) -> Result<Option<(Tag, usize)>, String> {
    match rest.get(1) {
        None => Ok(None),
        Some(b'?') => {
            let Some(end) = memmem::find(rest, b"?>") else { return Ok(None) };
            check_encoding(&rest[..end])?;
            Ok(Some((Tag::Other, end + 2)))
        }
        Some(b'!') if rest.len() < 4 => Ok(None),
        Some(b'!') if rest.starts_with(b"<!--") => Ok(memmem::find(&rest[4..], b"-->").map(|end| (Tag::Other, end + 7))),
        Some(b'!') => Err("a document type is not part of this format".into()),
        Some(b'/') => Ok(memchr(b'>', rest).map(|end| (Tag::End, end + 1))),
        Some(_) => start(rest, wanted, attributes),
    }
}

fn start<const N: usize>(rest: &[u8], wanted: &[&'static str; N], attributes: &mut Attributes<N>) -> Result<Option<(Tag, usize)>, String> {
    let Some(name) = rest[1..].iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>')) else { return Ok(None) };
    if name == 0 {
        return Err("a tag without a name".into());
    }
    attributes.quotes.clear();
    attributes.places = [LACKS; N];
    let mut at = 1 + name;
    loop {
        let count = attributes.quotes.len() / 2;
        if count > 0 && rest.get(at).is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>')) {
            return Err("an attribute value without its end".into());
        }
        at += spaces(rest, at);
        match rest.get(at) {
            None => return Ok(None),
            Some(b'>') => return Ok(Some((Tag::Start(name), at + 1))),
            Some(b'/') => {
                return match rest.get(at + 1) {
                    None => Ok(None),
                    Some(b'>') => Ok(Some((Tag::Empty, at + 2))),
                    Some(_) => Err("a slash within a tag".into()),
                };
            }
            Some(_) => {}
        }
        let Some(length) = rest[at..].iter().position(|b| matches!(b, b'=' | b'>' | b'<' | b'"' | b'\'')) else { return Ok(None) };
        if rest[at + length] != b'=' {
            return Err("an attribute without a value".into());
        }
        if count == MAX_ATTRIBUTES {
            return Err(format!("more than {MAX_ATTRIBUTES} attributes"));
        }
        let attribute = rest[at..at + length].trim_ascii_end();
        if let Some(slot) = wanted.iter().position(|wanted| wanted.as_bytes() == attribute) {
            attributes.places[slot] = count as u8;
        }
        at += length + 1;
        at += spaces(rest, at);
        let quote = match rest.get(at) {
            None => return Ok(None),
            Some(quote @ (b'"' | b'\'')) => *quote,
            Some(_) => return Err("an attribute value without quotes".into()),
        };
        let Some(length) = memchr(quote, &rest[at + 1..]) else { return Ok(None) };
        attributes.quotes.extend([at as u32, (at + 1 + length) as u32]);
        at += length + 2;
    }
}

fn spaces(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count()
}

/// The format is UTF-8; a declaration of anything else is believed and refused.
fn check_encoding(declaration: &[u8]) -> Result<(), String> {
    let Some(at) = memmem::find(declaration, b"encoding") else { return Ok(()) };
    let rest = declaration[at + 8..].trim_ascii_start().strip_prefix(b"=").unwrap_or_default().trim_ascii_start();
    let encoding: Vec<u8> = rest.iter().skip(1).take_while(|b| !matches!(b, b'"' | b'\'')).copied().collect();
    if encoding.eq_ignore_ascii_case(b"utf-8") {
        return Ok(());
    }
    Err(format!("encoding {}: the format is UTF-8", String::from_utf8_lossy(&encoding)))
}
