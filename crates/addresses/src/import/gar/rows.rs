//! One XML table: a root element with flat rows whose data are attributes.

use std::{borrow::Cow, io::BufRead};

use quick_xml::{Reader, escape::unescape, events::Event};

/// Root and rows; anything deeper is not this format.
const MAX_DEPTH: usize = 3;

/// The wanted attributes of one row, in the order in which they were asked for.
pub(super) struct Fields<'f, 'v, const N: usize> {
    names: &'f [&'static str; N],
    values: &'f [Option<Cow<'v, str>>; N],
}

impl<const N: usize> Fields<'_, '_, N> {
    /// A value, or `None` when the row lacks it or it is empty.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        self.values[at].as_deref().filter(|value| !value.is_empty())
    }

    /// A value that the format requires, at most `longest` characters.
    pub(super) fn text(&self, at: usize, longest: usize) -> Result<&str, String> {
        let value = self.get(at).ok_or_else(|| format!("a row without {}", self.names[at]))?;
        self.short(at, longest).map(|_| value)
    }

    /// A value that may lack, at most `longest` characters.
    pub(super) fn short(&self, at: usize, longest: usize) -> Result<Option<&str>, String> {
        match self.get(at) {
            Some(value) if value.len() > longest && value.chars().count() > longest => {
                Err(format!("{} is longer than {longest} characters", self.names[at]))
            }
            value => Ok(value),
        }
    }

    /// A required whole number.
    pub(super) fn number(&self, at: usize) -> Result<u64, String> {
        self.text(at, 20)?.parse().map_err(|_| format!("{} is not a number", self.names[at]))
    }
}

/// Calls `each` for every row. The error gives the byte position and the reason.
pub(super) fn read_rows<const N: usize>(
    input: impl BufRead,
    wanted: [&'static str; N],
    each: &mut dyn FnMut(Fields<'_, '_, N>) -> Result<(), String>,
) -> Result<(), (u64, String)> {
    let mut reader = Reader::from_reader(input);
    let mut buffer = Vec::new();
    let mut depth = 0usize;
    let mut seen_root = false;
    loop {
        buffer.clear();
        let position = reader.buffer_position();
        let event = reader.read_event_into(&mut buffer).map_err(|e| (position, e.to_string()))?;
        let bad = |reason: String| (position, reason);
        match event {
            Event::Start(row) => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(bad("elements are nested deeper than in this format".into()));
                }
                if depth > 1 {
                    fields(&row, &wanted, each).map_err(bad)?;
                }
                seen_root = true;
            }
            Event::Empty(row) => {
                if depth > 0 {
                    fields(&row, &wanted, each).map_err(bad)?;
                }
                seen_root = true;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(bad("a document type is not part of this format".into())),
            Event::Decl(declaration) => {
                if let Some(Ok(encoding)) = declaration.encoding()
                    && !encoding.eq_ignore_ascii_case("utf-8")
                {
                    return Err(bad(format!("encoding {encoding}: the format is UTF-8")));
                }
            }
            Event::Eof if depth > 0 => return Err(bad("the file ends in the middle".into())),
            Event::Eof if !seen_root => return Err(bad("no XML element in the file".into())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn fields<const N: usize>(
    row: &quick_xml::events::BytesStart<'_>,
    wanted: &[&'static str; N],
    each: &mut dyn FnMut(Fields<'_, '_, N>) -> Result<(), String>,
) -> Result<(), String> {
    let mut values: [Option<Cow<'_, str>>; N] = [const { None }; N];
    let mut rest = row.attributes_raw().trim_ascii_start();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=').ok_or("an attribute without a value")?;
        let after = after.trim_ascii_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or("an attribute value without quotes")?;
        let (value, after) = after[1..].split_once(quote).ok_or("an attribute value without its end")?;
        let name = name.trim_ascii_end();
        if let Some(at) = wanted.iter().position(|wanted| *wanted == name) {
            values[at] = Some(if value.bytes().any(|b| matches!(b, b'&' | b'\n' | b'\r' | b'\t')) {
                Cow::Owned(unescape(value).map_err(|e| e.to_string())?.replace(['\n', '\r', '\t'], " "))
            } else {
                Cow::Borrowed(value)
            });
        }
        rest = after.trim_ascii_start();
    }
    each(Fields { names: wanted, values: &values })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(xml: &str) -> Result<Vec<String>, (u64, String)> {
        let mut out = Vec::new();
        read_rows(xml.as_bytes(), ["ID", "NAME"], &mut |fields| {
            out.push(format!("{} {}", fields.number(0)?, fields.get(1).unwrap_or("-")));
            Ok(())
        })?;
        Ok(out)
    }

    #[test]
    fn rows_in_any_layout() {
        let xml = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<A>\n<B NAME='a &amp; b'\n ID=\"1\" /><B ID='2'></B></A>";
        assert_eq!(rows(xml).unwrap(), ["1 a & b", "2 -"]);
    }

    #[test]
    fn bad_files_say_where_and_why() {
        for (xml, reason) in [
            ("<A><B ID='1'/>", "ends in the middle"),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><A/>", "document type"),
            ("<?xml version='1.0' encoding='windows-1251'?><A/>", "UTF-8"),
            ("<A><B ID='x'/></A>", "ID is not a number"),
            ("<A><B NAME='&bomb;' ID='1'/></A>", "bomb"),
            ("<A><B><C><D/></C></B></A>", "ID"),
            ("", "no XML element"),
            ("<A><B ID='1'></A>", ""),
        ] {
            let (_, said) = rows(xml).unwrap_err();
            assert!(said.contains(reason), "{xml}: {said}");
        }
    }
}
