//! Where a person says they live. Never where they are: there is no coordinate here, not even of a house.

use crate::text::{Line, TextError, Words};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a place was not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum PlaceError {
    /// The free text is not usable.
    #[error(transparent)]
    Text(#[from] TextError),
}

/// The part of a building.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Flat, as on the door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flat: Option<Line>,
    /// Room in the flat or dormitory.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Line>,
}

/// A place as declared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "place", rename_all = "snake_case", deny_unknown_fields)]
pub enum Place {
    /// An address of the official register, kept by the source's own stable key so that it is never looked up by text again.
    Listed {
        /// Which register, and which version of it.
        source: Line,
        /// The source's key of the building.
        key: Line,
        /// The official wording at that version.
        text: Line,
        /// Flat and room.
        #[serde(default)]
        unit: Unit,
    },
    /// An address that the register does not have, in the person's words. A clerk links it later.
    NotListed {
        /// As the person describes it.
        description: Words,
    },
    /// No fixed address: a complete answer.
    NoFixedAddress {
        /// Where letters reach the person: a shelter, a friend, an office.
        reached_at: Words,
    },
}

impl Place {
    /// One place in one line, as it is read aloud; the caller adds translated words around it.
    pub fn text(&self) -> &str {
        match self {
            Place::Listed { text, .. } => text.as_str(),
            Place::NotListed { description } => description.as_str(),
            Place::NoFixedAddress { reached_at } => reached_at.as_str(),
        }
    }

    /// The flat in which the place is a room, and the house in which it is a flat or a room, each as [`home`](Self::home) names it.
    pub fn inside(&self) -> [Option<String>; 2] {
        let Place::Listed { source, key, text, unit } = self else { return [None, None] };
        let wider = |flat: Option<&Line>| {
            let unit = Unit { flat: flat.cloned(), room: None };
            Place::Listed { source: source.clone(), key: key.clone(), text: text.clone(), unit }.home()
        };
        let flat = unit.flat.as_ref().filter(|_| unit.room.is_some()).and_then(|flat| wider(Some(flat)));
        let house = if unit.flat.is_some() || unit.room.is_some() { wider(None) } else { None };
        [flat, house]
    }

    /// What makes two declarations name one home: the register's key, then flat and room. `None` where there is no key to compare.
    pub fn home(&self) -> Option<String> {
        let Place::Listed { source, key, unit, .. } = self else { return None };
        // The version behind '@' changes with each import of the register; the home does not.
        let register = source.as_str().split('@').next().unwrap_or_default();
        let part = |line: &Option<Line>| line.as_ref().map(|l| l.as_str().to_lowercase().replace(' ', "")).unwrap_or_default();
        Some(format!("{register}\u{1f}{}\u{1f}{}\u{1f}{}", key.as_str(), part(&unit.flat), part(&unit.room)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(flat: Option<&str>, room: Option<&str>) -> Place {
        let line = |text: &str| Line::parse(text).unwrap();
        Place::Listed {
            source: line("r@1"),
            key: line("k"),
            text: line("House 1"),
            unit: Unit { flat: flat.map(line), room: room.map(line) },
        }
    }

    #[test]
    fn a_room_is_inside_its_flat_and_both_are_inside_the_house() {
        let house = place(None, None);
        assert_eq!(house.inside(), [None, None]);
        assert_eq!(place(Some("7"), None).inside(), [None, house.home()]);
        assert_eq!(place(None, Some("2")).inside(), [None, house.home()]);
        assert_eq!(place(Some("7"), Some("2")).inside(), [place(Some("7"), None).home(), house.home()]);
        let words = Words::parse("behind the mill").unwrap();
        assert_eq!(Place::NotListed { description: words }.inside(), [None, None]);
    }
}
