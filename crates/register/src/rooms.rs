//! A list of rooms as the office of a dormitory has it: a line each, from a page or out of a spreadsheet.

use crate::place::Unit;
use crate::text::Line;
use thiserror::Error;

/// The greatest number of bytes that is read at all.
pub const MAX_BYTES: usize = 32 * 1024;
/// The greatest number of rooms in a list.
pub const MAX_ROOMS: usize = 500;
/// The greatest number of places in a room.
pub const MAX_BEDS: u16 = 20;
/// The greatest number of slips that a list asks for.
pub const MAX_SLIPS: usize = 1000;
/// The greatest number of characters of a number of a room.
const MAX_NAME: usize = 20;

/// What the lines of a list name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RoomNames {
    /// Flats of a house.
    Flats,
    /// Rooms of a house or of a flat.
    Rooms,
}

/// One line: a room, and how many places it has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoomLine {
    /// The number, as on the door.
    pub name: Line,
    /// How many people it is for; 1 where the line does not say.
    pub beds: u16,
}

/// Why a list was not taken.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("line {line}: {fault}")]
pub struct RoomError {
    /// The number of the line, from 1; 0 for the list as a whole.
    pub line: usize,
    /// What is wrong with it.
    pub fault: RoomFault,
}

/// What is wrong with a line, or with the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum RoomFault {
    /// No line names a room.
    #[error("no room")]
    Empty,
    /// More bytes than are read.
    #[error("more than {MAX_BYTES} bytes")]
    TooLarge,
    /// More rooms than a list may have.
    #[error("more than {MAX_ROOMS} rooms")]
    TooManyRooms,
    /// More slips than are printed at once.
    #[error("more than {MAX_SLIPS} places")]
    TooManySlips,
    /// The number cannot be one.
    #[error("not a number of a room")]
    Name,
    /// The second value is not a number of places from 1 to [`MAX_BEDS`].
    #[error("not a number of places")]
    Beds,
    /// More than two values.
    #[error("more than two values")]
    Columns,
    /// The same room stands on an earlier line.
    #[error("twice")]
    Twice,
}

impl RoomNames {
    /// The part of a building that a line names, inside a home that is a house or a flat. `None` where it cannot be inside it.
    pub fn inside(self, home: &Unit, name: &Line) -> Option<Unit> {
        match self {
            RoomNames::Flats if home.flat.is_none() && home.room.is_none() => Some(Unit { flat: Some(name.clone()), room: None }),
            RoomNames::Rooms if home.room.is_none() => Some(Unit { flat: home.flat.clone(), room: Some(name.clone()) }),
            _ => None,
        }
    }
}

/// Reads a list: a room a line, with the number of places behind a semicolon, comma or tab where there is one. Quotation marks of a spreadsheet
/// and a heading without digits are left out. All errors come at once, at most twenty.
pub fn parse_rooms(raw: &str) -> Result<Vec<RoomLine>, Vec<RoomError>> {
    let whole = |fault| vec![RoomError { line: 0, fault }];
    if raw.len() > MAX_BYTES {
        return Err(whole(RoomFault::TooLarge));
    }
    let (mut rooms, mut errors): (Vec<RoomLine>, Vec<RoomError>) = (Vec::new(), Vec::new());
    let raw = raw.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let lines = raw.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
    for (at, (number, line)) in lines.enumerate() {
        if at == 0 && is_heading(line) {
            continue;
        }
        if rooms.len() == MAX_ROOMS {
            return Err(whole(RoomFault::TooManyRooms));
        }
        match parse_line(line) {
            Ok(room) if rooms.iter().any(|known| same(&known.name, &room.name)) => {
                errors.push(RoomError { line: number + 1, fault: RoomFault::Twice });
            }
            Ok(room) => rooms.push(room),
            Err(fault) => errors.push(RoomError { line: number + 1, fault }),
        }
        if errors.len() == 20 {
            break;
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    if rooms.is_empty() {
        return Err(whole(RoomFault::Empty));
    }
    if rooms.iter().map(|room| usize::from(room.beds)).sum::<usize>() > MAX_SLIPS {
        return Err(whole(RoomFault::TooManySlips));
    }
    Ok(rooms)
}

/// The names of columns, as a spreadsheet writes them: several, and none with a digit.
fn is_heading(line: &str) -> bool {
    line.contains([';', ',', '\t']) && !line.chars().any(|c| c.is_ascii_digit())
}

fn same(one: &Line, other: &Line) -> bool {
    let plain = |line: &Line| line.as_str().to_lowercase().replace(' ', "");
    plain(one) == plain(other)
}

fn parse_line(line: &str) -> Result<RoomLine, RoomFault> {
    let mut values = line.split([';', ',', '\t']).map(|value| value.trim().trim_matches('"').trim());
    let usable = |name: &Line| name.as_str().chars().count() <= MAX_NAME && name.as_str().chars().any(char::is_alphanumeric);
    let name = Line::parse(values.next().unwrap_or_default()).ok().filter(usable).ok_or(RoomFault::Name)?;
    let beds = match values.next().unwrap_or_default() {
        "" => 1,
        digits => digits.parse().ok().filter(|beds| (1..=MAX_BEDS).contains(beds)).ok_or(RoomFault::Beds)?,
    };
    if values.any(|more| !more.is_empty()) {
        return Err(RoomFault::Columns);
    }
    Ok(RoomLine { name, beds })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(raw: &str) -> Vec<(String, u16)> {
        parse_rooms(raw).unwrap().into_iter().map(|room| (room.name.into(), room.beds)).collect()
    }

    fn fault(raw: &str) -> Vec<(usize, RoomFault)> {
        parse_rooms(raw).unwrap_err().into_iter().map(|error| (error.line, error.fault)).collect()
    }

    #[test]
    fn a_list_is_read_as_it_was_typed_or_saved() {
        let same = [("101".to_owned(), 1), ("102".to_owned(), 3), ("3 а".to_owned(), 1)];
        for raw in
            ["101\n102;3\n3 а", "101\r\n\r\n102, 3\r\n3 а\r\n", "\u{feff}room;beds\n\"101\"\n\"102\";\"3\"\n3  а;", "101\n102\t3\t\n3 а"]
        {
            assert_eq!(read(raw), same, "{raw:?}");
        }
    }

    #[test]
    fn all_errors_of_a_list_come_at_once_and_by_line() {
        let raw = "101\n101;2\n;3\n102;0\n103;x\n104;1;2\n105;21\n10 1";
        use RoomFault::*;
        assert_eq!(fault(raw), [(2, Twice), (3, Name), (4, Beds), (5, Beds), (6, Columns), (7, Beds), (8, Twice)]);
        assert_eq!(fault(&"x".repeat(21)), [(1, Name)]);
        assert_eq!(fault("a\u{202e}b"), [(1, Name)]);
        assert_eq!(fault(&"-\n".repeat(50)).len(), 20);
    }

    #[test]
    fn a_list_has_limits() {
        assert_eq!(fault(" \n\n"), [(0, RoomFault::Empty)]);
        assert_eq!(fault("room;beds"), [(0, RoomFault::Empty)]);
        assert_eq!(fault(&" ".repeat(MAX_BYTES + 1)), [(0, RoomFault::TooLarge)]);
        let many = |n: usize, beds: u16| (0..n).map(|i| format!("{i};{beds}\n")).collect::<String>();
        assert_eq!(read(&many(MAX_ROOMS, 2)).len(), MAX_ROOMS);
        assert_eq!(fault(&many(MAX_ROOMS + 1, 1)), [(0, RoomFault::TooManyRooms)]);
        assert_eq!(fault(&many(MAX_ROOMS, 3)), [(0, RoomFault::TooManySlips)]);
    }

    #[test]
    fn a_room_is_inside_a_house_or_a_flat_and_a_flat_inside_a_house() {
        let name = Line::parse("12").unwrap();
        let unit = |flat: Option<&str>, room: Option<&str>| Unit {
            flat: flat.map(|text| Line::parse(text).unwrap()),
            room: room.map(|text| Line::parse(text).unwrap()),
        };
        assert_eq!(RoomNames::Flats.inside(&unit(None, None), &name), Some(unit(Some("12"), None)));
        assert_eq!(RoomNames::Rooms.inside(&unit(None, None), &name), Some(unit(None, Some("12"))));
        assert_eq!(RoomNames::Rooms.inside(&unit(Some("7"), None), &name), Some(unit(Some("7"), Some("12"))));
        assert_eq!(RoomNames::Flats.inside(&unit(Some("7"), None), &name), None);
        assert_eq!(RoomNames::Rooms.inside(&unit(Some("7"), Some("1")), &name), None);
    }
}
