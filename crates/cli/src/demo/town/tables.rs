//! The tables as XML, attribute for attribute as in the official XSDs.

use std::fmt::Write;

use super::{
    names::FORMER_NAME,
    plan::{House, Link, Object, Plan, Unit},
};

/// The day of the archive, as its version file and the file names have it.
pub(super) const DAY: &str = "2026-10-01";
const SINCE: &str = "2014-01-05";
const OPEN_END: &str = "2079-06-06";
/// Operations: 10 added, 20 changed, 30 deleted.
const ADDED: u32 = 10;
const DELETED: u32 = 30;

/// Rows of one table; numbers its records.
struct Table {
    xml: String,
    root: &'static str,
    record: u64,
}

impl Table {
    fn new(root: &'static str, first_record: u64) -> Table {
        let xml = format!("\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><{root}>");
        Table { xml, root, record: first_record }
    }

    fn row(&mut self, element: &str, attributes: &[(&str, &str)]) {
        self.xml.push('<');
        self.xml.push_str(element);
        for (name, value) in attributes {
            // Writing to a string cannot fail.
            let _ = write!(self.xml, " {name}=\"{}\"", escape(value));
        }
        self.xml.push_str(" />");
    }

    /// A row with the columns that all versioned tables share around its own.
    fn versioned(&mut self, element: &str, id: u64, guid: &str, own: &[(&str, &str)], life: &Life<'_>) {
        self.record += 1;
        let (record, id, change) = (self.record.to_string(), id.to_string(), (self.record + 500_000).to_string());
        let mut row = vec![("ID", record.as_str()), ("OBJECTID", &id), ("OBJECTGUID", guid), ("CHANGEID", &change)];
        row.extend(own);
        let operation = life.operation.to_string();
        let flag = if life.current { "1" } else { "0" };
        row.extend([
            ("OPERTYPEID", operation.as_str()),
            ("PREVID", "0"),
            ("NEXTID", "0"),
            ("UPDATEDATE", life.from),
            ("STARTDATE", life.from),
            ("ENDDATE", life.to),
            ("ISACTUAL", flag),
            ("ISACTIVE", flag),
        ]);
        self.row(element, &row);
    }

    fn finish(mut self) -> String {
        let _ = write!(self.xml, "</{}>", self.root);
        self.xml
    }
}

struct Life<'a> {
    from: &'a str,
    to: &'a str,
    operation: u32,
    current: bool,
}

const IN_FORCE: Life<'static> = Life { from: SINCE, to: OPEN_END, operation: ADDED, current: true };
const GONE: Life<'static> = Life { from: SINCE, to: "2019-03-01", operation: DELETED, current: false };

/// Tables of the region folder: name and XML.
pub(super) fn of_region(plan: &Plan) -> Vec<(&'static str, String)> {
    vec![
        ("AS_ADDR_OBJ", objects(&plan.objects)),
        ("AS_HOUSES", houses(&plan.houses)),
        ("AS_APARTMENTS", units("APARTMENTS", "APARTMENT", "APARTTYPE", "2", &plan.flats)),
        ("AS_ROOMS", units("ROOMS", "ROOM", "ROOMTYPE", "1", &plan.rooms)),
        ("AS_ADM_HIERARCHY", administrative(&plan.administrative)),
        ("AS_MUN_HIERARCHY", municipal(&plan.municipal)),
    ]
}

fn objects(objects: &[Object]) -> String {
    let mut table = Table::new("ADDRESSOBJECTS", 1_000_000);
    for object in objects {
        let level = object.level.to_string();
        let own = |name| [("NAME", name), ("TYPENAME", object.kind), ("LEVEL", level.as_str())];
        if object.name == super::names::STREETS[0].1 {
            table.versioned("OBJECT", object.id, &object.guid, &own(FORMER_NAME), &GONE);
        }
        table.versioned("OBJECT", object.id, &object.guid, &own(object.name), &IN_FORCE);
    }
    table.finish()
}

fn houses(houses: &[House]) -> String {
    let mut table = Table::new("HOUSES", 2_000_000);
    for house in houses {
        let kind = house.kind.to_string();
        let addition = house.addition.as_ref().map(|(kind, number)| (kind.to_string(), number));
        let mut own = vec![("HOUSENUM", house.number.as_str())];
        own.extend(addition.as_ref().map(|(_, number)| ("ADDNUM1", number.as_str())));
        own.push(("HOUSETYPE", &kind));
        own.extend(addition.as_ref().map(|(kind, _)| ("ADDTYPE1", kind.as_str())));
        table.versioned("HOUSE", house.id, &house.guid, &own, if house.gone { &GONE } else { &IN_FORCE });
    }
    table.finish()
}

fn units(root: &'static str, element: &str, kind_name: &str, kind: &str, units: &[Unit]) -> String {
    let mut table = Table::new(root, 3_000_000);
    for unit in units {
        let number = unit.number.to_string();
        table.versioned(element, unit.id, &unit.guid, &[("NUMBER", &number), (kind_name, kind)], &IN_FORCE);
    }
    table.finish()
}

fn administrative(links: &[Link]) -> String {
    let mut table = Table::new("ITEMS", 4_000_000);
    let codes = [("REGIONCODE", "99"), ("AREACODE", "0"), ("CITYCODE", "1"), ("PLACECODE", "0"), ("PLANCODE", "0"), ("STREETCODE", "0")];
    for link in links {
        hierarchy_row(&mut table, link, &codes);
    }
    table.finish()
}

fn municipal(links: &[Link]) -> String {
    let mut table = Table::new("ITEMS", 5_000_000);
    for link in links {
        hierarchy_row(&mut table, link, &[("OKTMO", "99701000001")]);
    }
    table.finish()
}

fn hierarchy_row(table: &mut Table, link: &Link, own: &[(&str, &str)]) {
    table.record += 1;
    let (record, object) = (table.record.to_string(), link.object.to_string());
    let change = (table.record + 500_000).to_string();
    let parent = link.above.last().copied().unwrap_or(0).to_string();
    let path: Vec<String> = link.above.iter().chain([&link.object]).map(u64::to_string).collect();
    let path = path.join(".");
    let mut row = vec![("ID", record.as_str()), ("OBJECTID", &object), ("PARENTOBJID", &parent), ("CHANGEID", &change)];
    row.extend(own);
    row.extend([
        ("PREVID", "0"),
        ("NEXTID", "0"),
        ("UPDATEDATE", SINCE),
        ("STARTDATE", SINCE),
        ("ENDDATE", OPEN_END),
        ("ISACTIVE", "1"),
        ("PATH", &path),
    ]);
    table.row("ITEM", &row);
}

/// Dictionaries of the root folder: name and XML.
pub(super) fn dictionaries() -> Vec<(&'static str, String)> {
    vec![
        ("AS_ADDR_OBJ_TYPES", object_types()),
        ("AS_OBJECT_LEVELS", levels()),
        ("AS_HOUSE_TYPES", types("HOUSETYPES", "HOUSETYPE", HOUSE_TYPES)),
        ("AS_ADDHOUSE_TYPES", types("HOUSETYPES", "HOUSETYPE", ADDITION_TYPES)),
        ("AS_APARTMENT_TYPES", types("APARTMENTTYPES", "APARTMENTTYPE", APARTMENT_TYPES)),
        ("AS_ROOM_TYPES", types("ROOMTYPES", "ROOMTYPE", ROOM_TYPES)),
    ]
}

/// Number, name, abbreviation.
const HOUSE_TYPES: &[(&str, &str, &str)] = &[("2", "Дом", "д."), ("5", "Здание", "зд."), ("7", "Строение", "стр."), ("10", "Корпус", "к.")];
const ADDITION_TYPES: &[(&str, &str, &str)] =
    &[("1", "Корпус", "к."), ("2", "Строение", "стр."), ("3", "Сооружение", "соор."), ("4", "Литера", "литера")];
const APARTMENT_TYPES: &[(&str, &str, &str)] =
    &[("1", "Помещение", "помещ."), ("2", "Квартира", "кв."), ("3", "Офис", "офис"), ("4", "Комната", "ком.")];
const ROOM_TYPES: &[(&str, &str, &str)] = &[("1", "Комната", "ком."), ("2", "Помещение", "помещ.")];

/// Level, name, abbreviation.
const OBJECT_TYPES: &[(&str, &str, &str)] = &[
    ("1", "Область", "обл."),
    ("3", "Городской округ", "г.о."),
    ("5", "Город", "г."),
    ("6", "Деревня", "д."),
    ("8", "Аллея", "аллея"),
    ("8", "Бульвар", "б-р"),
    ("8", "Набережная", "наб"),
    ("8", "Переулок", "пер"),
    ("8", "Площадь", "пл"),
    ("8", "Проезд", "пр-д"),
    ("8", "Проспект", "пр-кт"),
    ("8", "Тупик", "туп"),
    ("8", "Улица", "ул"),
    ("8", "Шоссе", "ш"),
];

const LEVELS: &[(&str, &str)] = &[
    ("1", "Субъект РФ"),
    ("3", "Муниципальный район"),
    ("5", "Город"),
    ("6", "Населенный пункт"),
    ("8", "Элемент улично-дорожной сети"),
    ("10", "Здание (сооружение)"),
    ("11", "Помещение"),
    ("12", "Помещения в пределах помещения"),
];

const LIFE_OF_TYPES: [(&str, &str); 4] =
    [("ISACTIVE", "true"), ("STARTDATE", "1900-01-01"), ("ENDDATE", OPEN_END), ("UPDATEDATE", "1900-01-01")];

fn object_types() -> String {
    let mut table = Table::new("ADDRESSOBJECTTYPES", 0);
    for (at, (level, name, short)) in OBJECT_TYPES.iter().enumerate() {
        let id = (at + 1).to_string();
        let own = [("ID", id.as_str()), ("LEVEL", level), ("NAME", name), ("SHORTNAME", short), ("DESC", name)];
        table.row("ADDRESSOBJECTTYPE", &[&own[..], &LIFE_OF_TYPES].concat());
    }
    table.finish()
}

fn levels() -> String {
    let mut table = Table::new("OBJECTLEVELS", 0);
    for (level, name) in LEVELS {
        table.row("OBJECTLEVEL", &[&[("LEVEL", *level), ("NAME", *name)][..], &LIFE_OF_TYPES].concat());
    }
    table.finish()
}

fn types(root: &'static str, element: &str, rows: &[(&str, &str, &str)]) -> String {
    let mut table = Table::new(root, 0);
    for (id, name, short) in rows {
        let own = [("ID", *id), ("NAME", *name), ("SHORTNAME", *short), ("DESC", *name)];
        table.row(element, &[&own[..], &LIFE_OF_TYPES].concat());
    }
    table.finish()
}

fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
