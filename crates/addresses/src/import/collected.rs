//! What an importer gathers: streets, texts and houses, which are kept in parts while they come.

use super::{
    bounded::Meter,
    kept::{Parts, Position},
    tally::Tally,
};
use crate::{
    error::ImportError,
    runs::{Space, take_array, take_text, take_u16, take_u32},
    segment::build::{Builder, HouseText, StreetKey, StreetText},
};

/// What an importer gathers.
pub(super) struct Collected {
    pub(super) builder: Builder,
    pub(super) skipped: Tally,
    pub(super) version: String,
    pub(super) space: Space,
    /// Takes down what was gathered, for formats that are read from one end to the other.
    parts: Option<Parts>,
}

/// What is in a part.
const STREET: u8 = 1;
const TEXT: u8 = 2;
const HOUSE: u8 = 3;
/// A text that is none.
const NONE: u32 = u32::MAX;

impl Collected {
    pub(super) fn new(builder: Builder, space: &Space) -> Collected {
        Collected { builder, skipped: Tally::default(), version: String::new(), space: space.clone(), parts: None }
    }

    /// Takes over what is in the parts, which go on with what comes now.
    pub(super) fn take_over(&mut self, mut parts: Parts, position: &Position) -> Result<(), ImportError> {
        let damaged = || ImportError::bad("a part of the import before", "it cannot be read");
        parts.take_over(&mut |mut content| {
            while !content.is_empty() {
                self.repeat(&mut content).ok_or_else(damaged)??;
            }
            Ok(())
        })?;
        position.skipped.iter().for_each(|(reason, count)| self.skipped.add_many(reason, *count));
        self.parts = Some(parts);
        Ok(())
    }

    /// The number of a street, new or known.
    pub(super) fn street(&mut self, text: StreetText<'_>) -> StreetKey {
        let known = self.builder.street_count();
        let key = self.builder.street(text);
        if let Some(parts) = self.parts.as_mut().filter(|_| self.builder.street_count() > known) {
            let out = &mut parts.part;
            out.push(STREET);
            out.extend_from_slice(&(text.places.len() as u16).to_le_bytes());
            let texts = text.places.iter().copied().map(Some).chain([text.street, Some(text.before), Some(text.after)]);
            texts.for_each(|text| put(text, out));
        }
        key
    }

    /// The number of a house text, new or known.
    pub(super) fn house_text(&mut self, text: &str) -> HouseText {
        let known = self.builder.house_text_count();
        let key = self.builder.house_text(text);
        if let Some(parts) = self.parts.as_mut().filter(|_| self.builder.house_text_count() > known) {
            parts.part.push(TEXT);
            put(Some(text), &mut parts.part);
        }
        key
    }

    /// Adds a house with its dwellings, one a line.
    pub(super) fn house(&mut self, street: StreetKey, text: HouseText, id: &str, units: &str) -> Result<(), ImportError> {
        self.builder.house(street, text, id, units)?;
        if let Some(parts) = &mut self.parts {
            let out = &mut parts.part;
            out.push(HOUSE);
            out.extend_from_slice(&street.number().to_le_bytes());
            out.extend_from_slice(&text.number().to_le_bytes());
            put(Some(id), out);
            put(Some(units), out);
        }
        Ok(())
    }

    /// Does again what is at the front of a part.
    fn repeat(&mut self, content: &mut &[u8]) -> Option<Result<(), ImportError>> {
        match take_array::<1>(content)?[0] {
            STREET => {
                let count = usize::from(take_u16(content)?);
                let places: Vec<&str> = (0..count).map(|_| take(content)?).collect::<Option<_>>()?;
                let (street, before, after) = (take(content)?, take(content)??, take(content)??);
                self.builder.street(StreetText { places: &places, street, before, after });
                Some(Ok(()))
            }
            TEXT => {
                self.builder.house_text(take(content)??);
                Some(Ok(()))
            }
            HOUSE => {
                let street = StreetKey::known(take_u32(content)?, &self.builder)?;
                let text = HouseText::known(take_u32(content)?, &self.builder)?;
                let (id, units) = (take(content)??, take(content)??);
                Some(self.builder.house(street, text, id, units))
            }
            _ => None,
        }
    }

    /// Writes a part if it is time. `at` says where the reader of the source is: byte, line, rows.
    #[inline]
    pub(super) fn row_done(&mut self, meter: &Meter, at: impl FnOnce() -> (u64, u64, u64)) -> Result<bool, ImportError> {
        match &mut self.parts {
            Some(parts) if parts.is_full() => {
                let (byte, line, rows) = at();
                let skipped = self.skipped.sorted();
                parts.keep(&Position { file: 0, byte, line, rows, read: vec![meter.read()], skipped })?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }
}

fn put(text: Option<&str>, out: &mut Vec<u8>) {
    match text {
        None => out.extend_from_slice(&NONE.to_le_bytes()),
        Some(text) => {
            out.extend_from_slice(&(text.len() as u32).to_le_bytes());
            out.extend_from_slice(text.as_bytes());
        }
    }
}

/// A text that was put, if there is one; the outer option is none when the bytes end.
#[expect(clippy::option_option, reason = "a text that is none is something that can be read")]
fn take<'b>(content: &mut &'b [u8]) -> Option<Option<&'b str>> {
    match take_u32(content)? {
        NONE => Some(None),
        length => take_text(content, length as usize).map(Some),
    }
}
