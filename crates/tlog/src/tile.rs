//! Names of tiles (c2sp.org/tlog-tiles, "Merkle Tree" and "Log Entries").

use crate::text;
use std::fmt;

/// How many hashes a full tile holds, and how many leaves a full bundle.
pub const HASHES: u64 = 256;

/// What a tile holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// The leaves themselves.
    Entries,
    /// Hashes over `256^level` leaves each; 0 to 7.
    Hashes(u8),
}

/// A tile: its level, its number from the left, and how many of its 256 places are filled.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TileId {
    /// What it holds.
    pub level: Level,
    /// Its number from the left.
    pub number: u64,
    /// 1 to 256.
    pub width: u16,
}

impl TileId {
    /// The tile at `number` in a tree of `size` leaves; `None` if nothing stands there.
    pub fn at(level: Level, number: u64, size: u64) -> Option<TileId> {
        let hashes = match level {
            Level::Entries => size,
            Level::Hashes(level) => size.checked_shr(8 * u32::from(level)).unwrap_or(0),
        };
        let before = number.checked_mul(HASHES)?;
        let width = hashes.checked_sub(before).filter(|&left| left > 0)?.min(HASHES);
        Some(TileId { level, number, width: width as u16 })
    }

    /// The tile that holds what is needed for the hash over `2^level` leaves at `index`, as wide as a tree of `size` leaves has it.
    pub(crate) fn of_node(level: u8, index: u64, size: u64) -> TileId {
        let number = (index << (level % 8)) / HASHES;
        let level = Level::Hashes(level / 8);
        TileId::at(level, number, size).unwrap_or(TileId { level, number, width: 0 })
    }

    /// The tiles that a tree of `size` leaves has and one of `before` leaves had not, bundles of leaves among them.
    pub fn grown(before: u64, size: u64) -> impl Iterator<Item = TileId> {
        [Level::Entries].into_iter().chain((0..8).map(Level::Hashes)).flat_map(move |level| {
            let shift = if let Level::Hashes(level) = level { 8 * u32::from(level) } else { 0 };
            let (old, new) = (before >> shift, size >> shift);
            let numbers = if new > old { old / HASHES..new.div_ceil(HASHES) } else { 0..0 };
            numbers.filter_map(move |number| TileId::at(level, number, size))
        })
    }

    /// Reads `tile/<L>/<N>[.p/<W>]`, as it stands behind the log's prefix.
    pub fn parse(path: &str) -> Option<TileId> {
        let rest = path.strip_prefix("tile/")?;
        let (level, rest) = rest.split_once('/')?;
        let level = match level {
            "entries" => Level::Entries,
            level => Level::Hashes(text::decimal(level).filter(|&level| level < 8)? as u8),
        };
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, text::decimal(width).filter(|width| (1..HASHES).contains(width))? as u16),
            None => (rest, HASHES as u16),
        };
        let id = TileId { level, number: parse_number(number)?, width };
        (id.to_string() == path).then_some(id)
    }
}

/// `x001/x234/067`: groups of three digits, all but the last with an `x` before them.
fn parse_number(text: &str) -> Option<u64> {
    if text.len() > 7 * 5 {
        return None;
    }
    let mut number: u64 = 0;
    let mut groups = text.split('/').peekable();
    while let Some(group) = groups.next() {
        let digits = if groups.peek().is_some() { group.strip_prefix('x')? } else { group };
        if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        number = number.checked_mul(1000)?.checked_add(digits.parse().ok()?)?;
    }
    Some(number)
}

impl fmt::Display for TileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Level::Entries => f.write_str("tile/entries/")?,
            Level::Hashes(level) => write!(f, "tile/{level}/")?,
        }
        let mut groups = vec![self.number % 1000];
        let mut rest = self.number / 1000;
        while rest > 0 {
            groups.push(rest % 1000);
            rest /= 1000;
        }
        for (left, group) in groups.iter().enumerate().rev() {
            if left > 0 { write!(f, "x{group:03}/")? } else { write!(f, "{group:03}")? }
        }
        if u64::from(self.width) < HASHES { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}
