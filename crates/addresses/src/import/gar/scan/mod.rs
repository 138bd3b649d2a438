//! One XML table: a root element with flat rows whose data are attributes.
//!
//! A general parser spends most of its time on what these tables never have. This one knows two levels of elements, attributes and nothing else,
//! says so of everything else, and hands out the bytes of the wanted attributes where they lie. Rows of a table look alike: what was read
//! attribute by attribute is remembered as a shape, and rows of a known shape are only compared with it.

mod fields;
mod shape;
mod tag;

use std::io::Read;

use memchr::memchr;

pub(super) use fields::Fields;
use shape::Shape;
use tag::{Attributes, Tag};

/// Root and rows; anything deeper is not this format.
const MAX_DEPTH: usize = 3;
/// Bytes that are read at a time.
const BUFFER: usize = 1 << 17;
/// Longest row in bytes.
const MAX_ROW: usize = 1 << 20;
/// Most shapes that are remembered, and the longest row that is.
const MAX_SHAPES: usize = 32;
const MAX_SHAPE: usize = 4096;

/// What reads the rows of one table.
struct Scanner<'w, R, const N: usize> {
    input: R,
    buffer: Vec<u8>,
    /// What was read and is not consumed.
    from: usize,
    to: usize,
    /// Position in the file of the first byte in the buffer.
    offset: u64,
    ended: bool,
    wanted: &'w [&'static str; N],
    shapes: Vec<Shape<N>>,
    /// The shape of the row before, and the one that is forgotten next.
    last: usize,
    oldest: usize,
    attributes: Attributes<N>,
}

/// Calls `each` for every row, with its position. The error gives the byte position and the reason.
pub(super) fn read_rows<const N: usize>(
    input: impl Read,
    wanted: [&'static str; N],
    mut each: impl FnMut(Fields<'_, N>, u64) -> Result<(), String>,
) -> Result<(), (u64, String)> {
    let mut scanner = Scanner {
        input,
        buffer: vec![0; BUFFER],
        from: 0,
        to: 0,
        offset: 0,
        ended: false,
        wanted: &wanted,
        shapes: Vec::new(),
        last: 0,
        oldest: 0,
        attributes: Attributes::default(),
    };
    scanner.rows(&mut each)
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

    fn rows(&mut self, each: &mut impl FnMut(Fields<'_, N>, u64) -> Result<(), String>) -> Result<(), (u64, String)> {
        let mut open: Vec<Vec<u8>> = Vec::new();
        let mut seen_root = false;
        loop {
            if !open.is_empty() {
                self.known_rows(each)?;
            }
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
            let position = self.position();
            let rest = &self.buffer[self.from..self.to];
            let (tag, length) = match tag::read(rest, self.wanted, &mut self.attributes) {
                Ok(Some(tag)) => tag,
                Ok(None) if self.ended => return Err((position, "the file ends in the middle".into())),
                Ok(None) => {
                    self.refill().map_err(|reason| (position, reason))?;
                    continue;
                }
                Err(reason) => return Err((position, reason)),
            };
            let row = &rest[..length];
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
                        let Attributes { quotes, places } = &self.attributes;
                        each(Fields { names: self.wanted, row, quotes, places }, position).map_err(|reason| (position, reason))?;
                    }
                    match tag {
                        Tag::Start(name) => open.push(row[1..1 + name].to_vec()),
                        _ => self.remember(length),
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

    /// Hands out rows for as long as they have the shape of rows before.
    fn known_rows(&mut self, each: &mut impl FnMut(Fields<'_, N>, u64) -> Result<(), String>) -> Result<(), (u64, String)> {
        if self.shapes.is_empty() {
            return Ok(());
        }
        let buffer = &self.buffer[..self.to];
        loop {
            let mut from = self.from;
            while buffer.get(from).is_some_and(u8::is_ascii_whitespace) {
                from += 1;
            }
            let rest = &buffer[from..];
            if !self.shapes[self.last].fits(rest) {
                let Some(found) = self.shapes.iter().position(|shape| shape.fits(rest)) else { return Ok(()) };
                self.last = found;
            }
            let Shape { quotes, places, .. } = &self.shapes[self.last];
            let length = self.shapes[self.last].length();
            let position = self.offset + from as u64;
            each(Fields { names: self.wanted, row: &rest[..length], quotes, places }, position).map_err(|reason| (position, reason))?;
            self.from = from + length;
        }
    }

    /// Remembers the shape of the row at the front.
    fn remember(&mut self, length: usize) {
        let row = &self.buffer[self.from..self.from + length];
        if length > MAX_SHAPE {
            return;
        }
        let Some(shape) = Shape::of(row, &self.attributes.quotes, self.attributes.places) else { return };
        if self.shapes.len() < MAX_SHAPES {
            self.last = self.shapes.len();
            self.shapes.push(shape);
        } else {
            self.last = self.oldest;
            self.oldest = (self.oldest + 1) % MAX_SHAPES;
            self.shapes[self.last] = shape;
        }
    }
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
        read_rows(Drops(xml.as_bytes(), 7), ["ID", "NAME"], |fields, _| {
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
