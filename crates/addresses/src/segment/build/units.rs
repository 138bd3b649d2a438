//! The dwellings of a house as one list.

/// Dwellings of one house that are kept.
const MOST: usize = 10_000;

/// Dwellings by number, then the rest: `2`, `2, комната 1`, `10`, `комната 2`.
fn natural(unit: &str) -> (bool, u32, &str) {
    let end = unit.find(|c: char| !c.is_ascii_digit()).unwrap_or(unit.len());
    (end == 0, unit[..end].parse().unwrap_or(0), unit)
}

/// Gathers dwellings.
#[derive(Default)]
pub(super) struct Units {
    all: Vec<Box<str>>,
}

impl Units {
    /// Adds some, one a line.
    pub(super) fn add(&mut self, units: &str) {
        self.all.extend(units.lines().map(Box::from));
        if self.all.len() > 2 * MOST {
            self.tidy();
        }
    }

    fn tidy(&mut self) {
        self.all.sort_unstable_by(|a, b| natural(a).cmp(&natural(b)));
        self.all.dedup();
        self.all.truncate(MOST);
    }

    /// Those added, in natural order, each once, one a line; nothing if there are none. It is empty then.
    pub(super) fn list(&mut self) -> Option<Box<str>> {
        if self.all.is_empty() {
            return None;
        }
        self.tidy();
        let list = self.all.join("\n");
        self.all.clear();
        (!list.is_empty()).then(|| list.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dwellings_come_in_natural_order_each_once() {
        let mut units = Units::default();
        assert_eq!(units.list(), None);
        ["10\n2", "комната 2", "", "2, комната 1\n2"].iter().for_each(|some| units.add(some));
        assert_eq!(units.list().as_deref(), Some("2\n2, комната 1\n10\nкомната 2"));
        (0..50_000).for_each(|unit| units.add(&(unit % 30_000).to_string()));
        assert_eq!(units.list().unwrap().lines().count(), MOST);
        assert_eq!(units.list(), None);
    }
}
