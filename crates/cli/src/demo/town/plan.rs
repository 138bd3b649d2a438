//! What stands in the town: objects with their parents, as the register numbers them.

use super::{
    names::{MUNICIPALITY, REGION, STREETS, TOWN, VILLAGE},
    prng::SplitMix64,
};

/// A place or street (AS_ADDR_OBJ).
pub(super) struct Object {
    pub(super) id: u64,
    pub(super) guid: String,
    pub(super) level: u8,
    pub(super) kind: &'static str,
    pub(super) name: &'static str,
}

/// A house (AS_HOUSES). Kinds are the numbers of the dictionaries; 0 means none.
pub(super) struct House {
    pub(super) id: u64,
    pub(super) guid: String,
    pub(super) number: String,
    pub(super) kind: u32,
    pub(super) addition: Option<(u32, String)>,
    /// Pulled down: only a row of history.
    pub(super) gone: bool,
}

/// A flat (AS_APARTMENTS) or a room in it (AS_ROOMS).
pub(super) struct Unit {
    pub(super) id: u64,
    pub(super) guid: String,
    pub(super) number: u32,
}

/// One row of a hierarchy: the object and the path of objects above it.
pub(super) struct Link {
    pub(super) object: u64,
    pub(super) above: Vec<u64>,
}

/// The whole town.
pub(super) struct Plan {
    pub(super) objects: Vec<Object>,
    pub(super) houses: Vec<House>,
    pub(super) flats: Vec<Unit>,
    pub(super) rooms: Vec<Unit>,
    /// Region, town, street, house, …
    pub(super) administrative: Vec<Link>,
    /// Region, municipality, town, street, house.
    pub(super) municipal: Vec<Link>,
}

const HOUSE: u32 = 2;
const BLOCK: u32 = 1;
const BUILDING: u32 = 2;
const LITERA: u32 = 4;
/// Number of the first object of the town.
const FIRST_ID: u64 = 990_000_001;

struct Draft {
    random: SplitMix64,
    next_id: u64,
    plan: Plan,
    region: u64,
    municipality: u64,
}

impl Plan {
    /// Draws a town. The same seed gives the same town.
    pub(super) fn draw(seed: u64) -> Plan {
        let plan = Plan {
            objects: Vec::new(),
            houses: Vec::new(),
            flats: Vec::new(),
            rooms: Vec::new(),
            administrative: Vec::new(),
            municipal: Vec::new(),
        };
        let mut draft = Draft { random: SplitMix64::new(seed), next_id: FIRST_ID, plan, region: 0, municipality: 0 };
        draft.region = draft.object(1, "обл.", REGION, &[], &[]);
        let region = draft.region;
        draft.municipality = draft.object(3, "г.о.", MUNICIPALITY, &[], &[region]);
        let municipality = draft.municipality;
        let town = draft.object(5, "г.", TOWN, &[region], &[region, municipality]);
        for (at, (kind, name)) in STREETS.iter().enumerate() {
            let street = draft.object(8, kind, name, &[region, town], &[region, municipality, town]);
            draft.street(at, &[region, town, street]);
        }
        let village = draft.object(6, "д.", VILLAGE, &[region], &[region, municipality]);
        for number in 1..=8u32 {
            draft.house(number.to_string(), None, &[region, village]);
        }
        draft.plan
    }
}

impl Draft {
    fn id(&mut self) -> (u64, String) {
        let id = self.next_id;
        self.next_id += 1 + u64::from(self.random.below(4));
        (id, self.random.guid())
    }

    fn object(&mut self, level: u8, kind: &'static str, name: &'static str, adm: &[u64], mun: &[u64]) -> u64 {
        let (id, guid) = self.id();
        self.plan.objects.push(Object { id, guid, level, kind, name });
        // A municipality lies in the municipal hierarchy only.
        if level != 3 {
            self.plan.administrative.push(Link { object: id, above: adm.to_vec() });
        }
        self.plan.municipal.push(Link { object: id, above: mun.to_vec() });
        id
    }

    /// The houses of a street. `at` is its place in the list, for those that the demo's guide names.
    fn street(&mut self, at: usize, above: &[u64]) {
        let last = 9 + self.random.below(9);
        let mut number = 0;
        for _ in 0..last / 2 + 4 {
            number += 1 + self.random.below(3);
            let text = if self.random.chance(8) { format!("{number}А") } else { number.to_string() };
            // Fixed below: the houses that the guide names must stand there once.
            if !is_fixed(at, number) {
                self.drawn_house(text, above);
            }
        }
        match at {
            0 => {
                self.block("12", Some((BLOCK, "1".into())), 16, above);
                self.block("12", Some((BLOCK, "2".into())), 24, above);
            }
            4 => {
                self.block("7/12", None, 20, above);
                self.block("9", Some((LITERA, "Б".into())), 8, above);
            }
            19 => self.dormitory("3", above),
            _ => {}
        }
    }

    fn drawn_house(&mut self, number: String, above: &[u64]) {
        let flats = match self.random.below(10) {
            0..=5 => 0,
            6..=7 => 8 + self.random.below(9),
            _ => 18 + self.random.below(25),
        };
        let addition = (flats > 0 && self.random.chance(15)).then(|| {
            let kind = if self.random.chance(70) { BLOCK } else { BUILDING };
            (kind, (1 + self.random.below(2)).to_string())
        });
        self.block(&number, addition, flats, above);
        if self.random.chance(2) {
            let (id, guid) = self.id();
            let number = format!("{number}Б");
            self.plan.houses.push(House { id, guid, number, kind: HOUSE, addition: None, gone: true });
        }
    }

    fn block(&mut self, number: &str, addition: Option<(u32, String)>, flats: u32, above: &[u64]) {
        let house = self.house(number.to_owned(), addition, above);
        for number in 1..=flats {
            self.flat(number, above, house);
        }
    }

    fn dormitory(&mut self, number: &str, above: &[u64]) {
        let house = self.house(number.to_owned(), None, above);
        for number in 1..=12 {
            let flat = self.flat(number, above, house);
            for number in 1..=3 {
                let (id, guid) = self.id();
                self.plan.rooms.push(Unit { id, guid, number });
                self.link(id, above, &[house, flat]);
            }
        }
    }

    fn house(&mut self, number: String, addition: Option<(u32, String)>, above: &[u64]) -> u64 {
        let (id, guid) = self.id();
        self.plan.houses.push(House { id, guid, number, kind: HOUSE, addition, gone: false });
        self.link(id, above, &[]);
        id
    }

    fn flat(&mut self, number: u32, above: &[u64], house: u64) -> u64 {
        let (id, guid) = self.id();
        self.plan.flats.push(Unit { id, guid, number });
        self.link(id, above, &[house]);
        id
    }

    fn link(&mut self, object: u64, above: &[u64], inside: &[u64]) {
        let adm: Vec<u64> = above.iter().chain(inside).copied().collect();
        let mut mun = adm.clone();
        mun.insert(1, self.municipality);
        debug_assert_eq!(adm.first(), Some(&self.region));
        self.plan.administrative.push(Link { object, above: adm });
        self.plan.municipal.push(Link { object, above: mun });
    }
}

/// Numbers that [`Draft::street`] sets itself.
fn is_fixed(street: usize, number: u32) -> bool {
    matches!((street, number), (0, 12) | (4, 7 | 9) | (19, 3))
}
