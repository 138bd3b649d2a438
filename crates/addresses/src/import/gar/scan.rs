//! One XML table: a root element with flat rows whose data are attributes.
//!
//! A general parser spends most of its time on what these tables never have. This one knows two levels of elements, attributes and nothing else,
//! says so of everything else, and hands out the bytes of the wanted attributes where they lie.

use std::{borrow::Cow, io::Read};

use memchr::{memchr, memmem};

/// Root and rows; anything deeper is not this format.
const MAX_DEPTH: usize = 3;
/// Bytes that are read at a time.
const BUFFER: usize = 1 << 18;
/// Longest row in bytes.
const MAX_ROW: usize = 1 << 20;
/// Most attributes of a row.
const MAX_ATTRIBUTES: usize = 64;

/// The wanted attributes of one row, in the order in which they were asked for.
pub(super) struct Fields<'f, const N: usize> {
    names: &'f [&'static str; N],
    row: &'f [u8],
    values: &'f [(u32, u32); N],
}

impl<const N: usize> Fields<'_, N> {
    /// The bytes of a value as they stand in the file; empty when the row lacks it.
    pub(super) fn raw(&self, at: usize) -> &[u8] {
        let (from, to) = self.values[at];
        &self.row[from as usize..to as usize]
    }

    /// Is the value exactly this?
    pub(super) fn is(&self, at: usize, value: &[u8]) -> bool {
        self.raw(at) == value
    }

    /// A value, or `None` when the row lacks it or it is empty; at most `longest` characters.
    pub(super) fn short(&self, at: usize, longest: usize) -> Result<Option<Cow<'_, str>>, String> {
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
    pub(super) fn text(&self, at: usize, longest: usize) -> Result<Cow<'_, str>, String> {
        self.short(at, longest)?.ok_or_else(|| format!("a row without {}", self.names[at]))
    }

    /// A whole number, or `None` when the row lacks it.
    pub(super) fn optional_number(&self, at: usize) -> Result<Option<u64>, String> {
        if self.raw(at).is_empty() { Ok(None) } else { self.number(at).map(Some) }
    }

    /// A required whole number.
    pub(super) fn number(&self, at: usize) -> Result<u64, String> {
        let bytes = self.raw(at);
        if bytes.is_empty() {
            return Err(format!("a row without {}", self.names[at]));
        }
        let digit = |number: u64, byte: &u8| if byte.is_ascii_digit() { Some(number * 10 + u64::from(byte - b'0')) } else { None };
        let number = if bytes.len() <= 19 { bytes.iter().try_fold(0, digit) } else { None };
        number.ok_or_else(|| format!("{} is not a number", self.names[at]))
    }
}

/// What a tag turned out to be.
enum Tag {
    /// A start tag, with the length of its name.
    Start(usize),
    /// A tag that is closed in itself.
    Empty,
    End,
    /// Declaration or comment.
    Other,
}

/// What has stood between two values of rows before: ` NAME="`.
struct Expected {
    text: Vec<u8>,
    /// Place among the wanted attributes; any other number for none.
    slot: usize,
    quote: u8,
}

/// Rows leave out attributes: as many as this in a row are passed over.
const MAX_LEFT_OUT: usize = 6;

/// Reads the rows of one table.
pub(super) struct Scanner<'w, R, const N: usize> {
    input: R,
    buffer: Vec<u8>,
    /// What was read and is not consumed.
    from: usize,
    to: usize,
    /// Position in the file of the first byte in the buffer.
    offset: u64,
    ended: bool,
    wanted: &'w [&'static str; N],
    /// Attributes in the order of the rows before: rows of a table look alike.
    order: Vec<Expected>,
    values: [(u32, u32); N],
}

/// Calls `each` for every row. The error gives the byte position and the reason.
pub(super) fn read_rows<const N: usize>(
    input: impl Read,
    wanted: [&'static str; N],
    each: &mut dyn FnMut(Fields<'_, N>, u64) -> Result<(), String>,
) -> Result<(), (u64, String)> {
    let buffer = vec![0; BUFFER];
    let mut scanner =
        Scanner { input, buffer, from: 0, to: 0, offset: 0, ended: false, wanted: &wanted, order: Vec::new(), values: [(0, 0); N] };
    scanner.rows(each)
}

impl<R: Read, const N: usize> Scanner<'_, R, N> {
    fn position(&self) -> u64 {
        self.offset + self.from as u64
    }

    /// Reads until the buffer is full or the file ends. What is not consumed moves to the front.
    fn refill(&mut self) -> Result<(), String> {
        self.buffer.copy_within(self.from..self.to, 0);
        self.offset += self.from as u64;
        self.to -= self.from;
        self.from = 0;
        if self.to == self.buffer.len() {
            if self.buffer.len() > MAX_ROW {
                return Err("a row is longer than 1 MiB".into());
            }
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
        while self.to < self.buffer.len() {
            match self.input.read(&mut self.buffer[self.to..]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(read) => self.to += read,
                Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
                Err(e) => return Err(e.to_string()),
            }
        }
        Ok(())
    }

    fn rows(&mut self, each: &mut dyn FnMut(Fields<'_, N>, u64) -> Result<(), String>) -> Result<(), (u64, String)> {
        let mut open: Vec<Vec<u8>> = Vec::new();
        let mut seen_root = false;
        loop {
            let Some(gap) = memchr(b'<', &self.buffer[self.from..self.to]) else {
                self.from = self.to;
                if self.ended {
                    return match (open.is_empty(), seen_root) {
                        (true, true) => Ok(()),
                        (true, false) => Err((self.position(), "no XML element in the file".into())),
                        (false, _) => Err((self.position(), "the file ends in the middle".into())),
                    };
                }
                self.refill().map_err(|reason| (self.position(), reason))?;
                continue;
            };
            self.from += gap;
            let (tag, length) = match self.tag(open.len()) {
                Ok(Some(tag)) => tag,
                Ok(None) if self.ended => return Err((self.position(), "the file ends in the middle".into())),
                Ok(None) => {
                    self.refill().map_err(|reason| (self.position(), reason))?;
                    continue;
                }
                Err(reason) => return Err((self.position(), reason)),
            };
            let position = self.position();
            let row = &self.buffer[self.from..self.from + length];
            match tag {
                Tag::Start(_) | Tag::Empty => {
                    if open.len() + usize::from(matches!(tag, Tag::Start(_))) > MAX_DEPTH {
                        return Err((position, "elements are nested deeper than in this format".into()));
                    }
                    if open.is_empty() && seen_root {
                        return Err((position, "more than one root element".into()));
                    }
                    seen_root = true;
                    if !open.is_empty() {
                        each(Fields { names: self.wanted, row, values: &self.values }, position).map_err(|reason| (position, reason))?;
                    }
                    if let Tag::Start(name) = tag {
                        open.push(row[1..1 + name].to_vec());
                    }
                }
                Tag::End => {
                    let name = row[2..length - 1].trim_ascii_end();
                    if open.pop().as_deref() != Some(name) {
                        return Err((position, "an end tag without its start".into()));
                    }
                }
                Tag::Other => {}
            }
            self.from += length;
        }
    }

    /// The tag at the start of the buffer and its length; `None` when the buffer ends within it.
    fn tag(&mut self, depth: usize) -> Result<Option<(Tag, usize)>, String> {
        let rest = &self.buffer[self.from..self.to];
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
            Some(_) => self.start_tag(depth),
        }
    }

    fn start_tag(&mut self, depth: usize) -> Result<Option<(Tag, usize)>, String> {
        let rest = &self.buffer[self.from..self.to];
        let Some(name) = rest[1..].iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>')) else { return Ok(None) };
        if name == 0 {
            return Err("a tag without a name".into());
        }
        self.values = [(0, 0); N];
        let mut at = 1 + name;
        let (mut count, mut next) = (0, 0);
        loop {
            let ahead = self.order.get(next..).unwrap_or_default();
            let known = ahead.iter().take(MAX_LEFT_OUT).position(|expected| begins(rest, at, &expected.text));
            let (slot, quote) = match known {
                Some(known) => {
                    let expected = &ahead[known];
                    at += expected.text.len();
                    next += known + 1;
                    (expected.slot, expected.quote)
                }
                None => {
                    let gap = at;
                    if count > 0 && rest.get(at).is_some_and(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>')) {
                        return Err("an attribute value without its end".into());
                    }
                    while rest.get(at).is_some_and(u8::is_ascii_whitespace) {
                        at += 1;
                    }
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
                    let Some(length) = rest[at..].iter().position(|b| *b == b'=' || *b == b'>') else { return Ok(None) };
                    if rest[at + length] != b'=' {
                        return Err("an attribute without a value".into());
                    }
                    let name = rest[at..at + length].trim_ascii_end();
                    let slot = self.wanted.iter().position(|wanted| wanted.as_bytes() == name).unwrap_or(N);
                    at += length + 1;
                    while rest.get(at).is_some_and(u8::is_ascii_whitespace) {
                        at += 1;
                    }
                    let quote = match rest.get(at) {
                        None => return Ok(None),
                        Some(quote @ (b'"' | b'\'')) => *quote,
                        Some(_) => return Err("an attribute value without quotes".into()),
                    };
                    at += 1;
                    if depth > 0 && self.order.len() < MAX_ATTRIBUTES && at - gap <= MAX_EXPECTED {
                        next = next.min(self.order.len());
                        self.order.insert(next, Expected { text: rest[gap..at].to_vec(), slot, quote });
                        next += 1;
                    }
                    (slot, quote)
                }
            };
            let Some(end) = find(rest, at, quote) else { return Ok(None) };
            if slot < N {
                self.values[slot] = (at as u32, end as u32);
            }
            at = end + 1;
            count += 1;
            if count > MAX_ATTRIBUTES {
                return Err(format!("more than {MAX_ATTRIBUTES} attributes"));
            }
        }
    }
}

/// Longest text between two values that is remembered.
const MAX_EXPECTED: usize = 64;

/// Does `bytes` have `text` at a place? Names of attributes are short: two words tell nearly all of them apart.
#[inline]
fn begins(bytes: &[u8], at: usize, text: &[u8]) -> bool {
    let Some(bytes) = bytes.get(at..at + text.len()) else { return false };
    let words = |bytes: &[u8]| bytes.first_chunk::<8>().copied().zip(bytes.last_chunk::<8>().copied());
    match (words(bytes), words(text)) {
        (Some(here), Some(there)) => here == there && (text.len() <= 16 || bytes == text),
        _ => bytes == text,
    }
}

/// The first place of a byte from `at` on, eight at a time: values are too short for anything cleverer to pay.
#[inline]
fn find(bytes: &[u8], mut at: usize, byte: u8) -> Option<usize> {
    const LOW: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let wanted = u64::from(byte) * LOW;
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let differs = u64::from_le_bytes(*eight) ^ wanted;
        let same = differs.wrapping_sub(LOW) & !differs & HIGH;
        if same != 0 {
            return Some(at + same.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?;
    rest.iter().position(|b| *b == byte).map(|found| at + found)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out a few bytes at a time.
    struct Drops<'a>(&'a [u8], usize);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            let count = self.1.min(self.0.len()).min(into.len());
            into[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    fn rows(xml: &str) -> Result<Vec<String>, (u64, String)> {
        let mut out = Vec::new();
        read_rows(Drops(xml.as_bytes(), 7), ["ID", "NAME"], &mut |fields, _| {
            out.push(format!("{} {}", fields.number(0)?, fields.short(1, 20)?.unwrap_or("-".into())));
            Ok(())
        })?;
        Ok(out)
    }

    #[test]
    fn rows_in_any_layout() {
        let xml = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<A>\n<B NAME='a &amp; b'\n ID=\"1\" /><!-- x > y --><B ID='2'></B><B ID = '3' X='>' NAME=\"\"/></A>";
        assert_eq!(rows(xml).unwrap(), ["1 a & b", "2 -", "3 -"]);
    }

    #[test]
    fn rows_may_leave_attributes_out_and_add_some() {
        let xml = "<A><B ID='1' NAME='a' C='x'/><B ID='2' C='NAME=&quot;'/><B D='9' ID='3' E='' NAME='c'/><B ID='4' NAME='d' F='1' C='x'/><B C='x'/></A>";
        assert!(rows(xml).unwrap_err().1.contains("without ID"));
        assert_eq!(rows(&xml.replace("<B C='x'/>", "")).unwrap(), ["1 a", "2 -", "3 c", "4 d"]);
    }

    #[test]
    fn bytes_are_found_wherever_they_are() {
        let text = b"0123456789abcdef\xff\x80\x22\x23 end\"";
        for at in 0..text.len() {
            for byte in text {
                assert_eq!(find(text, at, *byte), text[at..].iter().position(|b| b == byte).map(|found| at + found));
            }
        }
        assert_eq!(find(text, 40, b'0'), None);
        assert!(begins(text, 3, b"3456") && begins(text, 0, b"0123456789abcdef\xff") && !begins(text, 0, b"0123456x89abcdef\xff"));
        assert!(!begins(text, 20, b"a longer text than there is"));
    }

    #[test]
    fn a_table_longer_than_the_buffer() {
        let body: String = (0..20_000).map(|id| format!("<B ID=\"{id}\" NAME=\"имя {id}\"/>\n")).collect();
        let rows = rows(&format!("<A>{body}</A>")).unwrap();
        assert_eq!((rows.len(), rows[19_999].as_str()), (20_000, "19999 имя 19999"));
    }

    #[test]
    fn bad_files_say_where_and_why() {
        for (xml, reason) in [
            ("<A><B ID='1'/>", "ends in the middle"),
            ("<A><B ID='1", "ends in the middle"),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><A/>", "document type"),
            ("<?xml version='1.0' encoding='windows-1251'?><A/>", "UTF-8"),
            ("<A><B ID='x'/></A>", "ID is not a number"),
            ("<A><B NAME='&bomb;' ID='1'/></A>", "bomb"),
            ("<A><B><C><D/></C></B></A>", "ID"),
            ("<A><B ID='1'><C ID='1'><D ID='1'></D></C></B></A>", "deeper"),
            ("<A><B ID=1/></A>", "without quotes"),
            ("<A><B ID='1'NAME='2'/></A>", "without its end"),
            ("<A><B ID/></A>", "without a value"),
            ("", "no XML element"),
            ("<A><B ID='1'></A>", "end tag"),
            ("<A/><A/>", "more than one root"),
        ] {
            let (_, said) = rows(xml).unwrap_err();
            assert!(said.contains(reason), "{xml}: {said}");
        }
        assert_eq!(rows("<A>\n <B ID='1'/>\n <B ID='x'/></A>").unwrap_err().0, 18);
        let long = format!("<A><B ID='1' NAME='{}'/></A>", "x".repeat(2 << 20));
        assert!(rows(&long).unwrap_err().1.contains("longer than 1 MiB"));
    }
}
