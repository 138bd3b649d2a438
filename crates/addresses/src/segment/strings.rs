//! Tables of distinct strings.

use std::collections::HashMap;

use super::{layout::Section, read::Segment, write::Sections};
use crate::error::ImportError;

/// Gives each distinct string a number, in order of arrival.
#[derive(Default)]
pub(crate) struct Interner {
    ids: HashMap<Box<str>, u32>,
    order: Vec<Box<str>>,
}

impl Interner {
    /// The number of a string.
    pub(crate) fn id(&mut self, text: &str) -> u32 {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        let id = u32::try_from(self.order.len()).unwrap_or(u32::MAX);
        self.ids.insert(text.into(), id);
        self.order.push(text.into());
        id
    }

    /// How many distinct strings there are.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// The strings in order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(|text| &**text)
    }

    /// The string of a number.
    pub(crate) fn text(&self, id: u32) -> &str {
        &self.order[id as usize]
    }
}

/// Writes strings as an offset section and a byte section.
pub(crate) fn put<'a>(
    sections: &mut Sections,
    offsets: Section,
    bytes: Section,
    texts: impl Iterator<Item = &'a str>,
) -> Result<(), ImportError> {
    let mut blob = Vec::new();
    let mut starts = vec![0u32];
    for text in texts {
        blob.extend_from_slice(text.as_bytes());
        starts.push(u32::try_from(blob.len()).map_err(|_| ImportError::TooLarge("texts over 4 GiB"))?);
    }
    sections.put_u32(offsets, starts);
    sections.put(bytes, blob);
    Ok(())
}

/// The `at`-th string of a table; empty outside of it.
pub(crate) fn get(segment: &Segment, offsets: Section, texts: Section, at: u32) -> &str {
    std::str::from_utf8(bytes(segment, offsets, texts, at)).unwrap_or_default()
}

/// The bytes of the `at`-th string; empty outside of the table.
pub(crate) fn bytes(segment: &Segment, offsets: Section, texts: Section, at: u32) -> &[u8] {
    let at = at as usize;
    let range = segment.u32(offsets, at) as usize..segment.u32(offsets, at + 1) as usize;
    segment.bytes(texts).get(range).unwrap_or_default()
}
