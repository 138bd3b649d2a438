//! Places, streets and houses as the tables give them, and how their names are written out.

use super::{rows::Object, types::Types};
use crate::text::fold::plain;

/// Level of streets; wider objects are places.
const STREET_LEVEL: u8 = 8;
/// Former names of one object that are kept.
const MAX_FORMER: usize = 6;
/// Kinds of units in which people live. Others (офис, склад, торговый зал) are left out.
const DWELLINGS: &[&str] = &["квартира", "комната", "помещение"];
/// Flats are shown by their number alone.
const FLAT: &str = "квартира";

/// Kinds that follow an adjective: Омская область.
const AFTER_ADJECTIVE: &[&str] =
    &["область", "край", "район", "муниципальный район", "автономный округ", "автономная область", "республика"];

/// `Омская область`, `город Омск`, `улица Профсоюзная`.
pub(super) fn written(types: &Types, level: u8, name: &str, short: &str) -> String {
    let kind = types.object(level, short);
    let adjective = ["ая", "ий", "ый", "ой"].iter().any(|ending| name.ends_with(ending));
    if level < STREET_LEVEL && adjective && AFTER_ADJECTIVE.contains(&kind) { format!("{name} {kind}") } else { format!("{kind} {name}") }
}

/// Numbers and kinds of a house as the table has them: kind and number, up to two additions.
pub(super) struct HouseFields<'a> {
    pub(super) kind: Option<u64>,
    pub(super) number: Option<&'a str>,
    pub(super) additions: [(Option<u64>, Option<&'a str>); 2],
}

/// `дом 12, корпус 2`, or `None` when the row holds no number at all.
pub(super) fn house_text(types: &Types, fields: &HouseFields<'_>) -> Result<Option<String>, String> {
    let mut parts = Vec::with_capacity(3);
    if let Some(number) = fields.number {
        let kind = match fields.kind {
            Some(kind) => types.house(kind).ok_or_else(|| format!("HOUSETYPE {kind} is not in the dictionary"))?,
            None => "дом",
        };
        parts.push(format!("{kind} {number}"));
    }
    for (kind, number) in fields.additions {
        let Some(number) = number else { continue };
        match kind.filter(|kind| *kind != 0) {
            Some(kind) => {
                let kind = types.addition(kind).ok_or_else(|| format!("ADDTYPE {kind} is not in the dictionary"))?;
                parts.push(format!("{kind} {number}"));
            }
            None => parts.push(number.to_owned()),
        }
    }
    Ok((!parts.is_empty()).then(|| parts.join(", ")))
}

/// Keeps what an object was called before, unless it is the same name in another spelling.
pub(super) fn former_name(object: &mut Object, name: String) {
    let same = |known: &String| plain(known) == plain(&name);
    if !same(&object.name) && !object.former.iter().any(same) && object.former.len() < MAX_FORMER {
        object.former.push(name);
    }
}

/// `12` for a flat, `комната 3` for a room, or `None` when nobody lives in such a unit.
pub(super) fn unit_text(kind: &str, number: &str, room: bool) -> Option<String> {
    match kind {
        FLAT => Some(number.to_owned()),
        kind if DWELLINGS.contains(&kind) => Some(format!("{kind} {number}")),
        // Old rows of rooms have the kind "не определено": a room all the same.
        _ => room.then(|| format!("комната {number}")),
    }
}
