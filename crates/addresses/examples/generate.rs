//! Writes an invented register of any size, the same for the same size: `generate country OUT.csv HOUSES` (a table as of OpenAddresses) or `generate gar OUT.zip HOUSES`.
//!
//! Shaped like the Russian one: some 25 houses a street, a few street names that every settlement has and many that few have (about 300,000
//! distinct words in a country of 30 million houses), regions, districts and settlements. The archive has one region with rows in the proportions
//! of the real tables: for ten houses in force, seven rows of history, and a row of each hierarchy for each of them.

use std::{
    error::Error,
    fmt::Write as _,
    fs::File,
    io::{BufWriter, Write},
};

use zip::{ZipWriter, write::SimpleFileOptions};

/// splitmix64, after Sebastiano Vigna (public domain).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const COMMON: &[&str] = &[
    "Ленина",
    "Советская",
    "Молодёжная",
    "Школьная",
    "Центральная",
    "Садовая",
    "Лесная",
    "Новая",
    "Набережная",
    "Заречная",
    "Мира",
    "Зелёная",
    "Октябрьская",
    "Гагарина",
    "Полевая",
    "Луговая",
    "Первомайская",
    "Комсомольская",
    "Колхозная",
    "Степная",
    "Кирова",
    "Пушкина",
    "Юбилейная",
    "Победы",
    "Рабочая",
    "Южная",
    "Северная",
    "Пролетарская",
    "Солнечная",
    "Строителей",
    "8 Марта",
    "Максима Горького",
    "Чапаева",
    "Калинина",
    "Вишнёвая",
    "Берёзовая",
    "Железнодорожная",
    "Профсоюзная",
    "Щербаковская",
    "Космонавтов",
    "Энтузиастов",
    "Дзержинского",
    "Маяковского",
];
const STARTS: &[&str] = &[
    "Бар", "Вер", "Гор", "Дуб", "Ерм", "Жар", "Зах", "Игн", "Кал", "Лук", "Мал", "Ник", "Оре", "Пав", "Рог", "Сав", "Тим", "Уль", "Фед",
    "Хар", "Цвет", "Черн", "Шув", "Щук", "Юрк", "Яр", "Бел", "Вор", "Глад", "Дав", "Евс", "Зуб", "Ков", "Лап", "Мих", "Нов", "Ост", "Пет",
    "Род", "Сид",
];
const MIDDLES: &[&str] = &[
    "ан", "ен", "ин", "он", "ун", "ал", "ел", "ил", "ол", "ул", "ар", "ер", "ир", "ор", "ур", "ак", "ек", "ик", "ок", "ук", "ад", "ед",
    "ат", "ет", "ас", "ес", "аш", "ыш", "ав", "ев", "очк", "ушк", "ищ", "ом", "им",
];
const NAME_ENDS: &[&str] = &["ова", "ева", "ина", "ского", "енко", "овская", "инская", "евская", "ная", "овой", "ых", "ичей"];
const PLACE_ENDS: &[&str] = &["ово", "ево", "ино", "овка", "евка", "инка", "ское", "ный", "ск", "овский", "ино", "ец"];
const KINDS: &[(&str, &str)] =
    &[("ул", "улица"), ("ул", "улица"), ("ул", "улица"), ("ул", "улица"), ("пер", "переулок"), ("пр-кт", "проспект"), ("проезд", "проезд")];

fn word(dice: &mut Dice, ends: &[&str]) -> String {
    let mut word = dice.of(STARTS).to_owned();
    for _ in 0..1 + dice.below(2) {
        word.push_str(dice.of(MIDDLES));
    }
    word + dice.of(ends)
}

fn street(dice: &mut Dice) -> String {
    if dice.below(100) < 62 { dice.of(COMMON).to_owned() } else { word(dice, NAME_ENDS) }
}

fn guid(of: u64) -> String {
    let mut dice = Dice(of);
    let (a, b) = (dice.next(), dice.next());
    format!("{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}", a >> 32, a >> 16 & 0xffff, a & 0xfff, b >> 52, b & 0xffff_ffff_ffff)
}

fn house(dice: &mut Dice, number: usize) -> (String, String, String) {
    let letter = if dice.below(12) == 0 { dice.of(&["А", "Б", "В", "Г"]) } else { "" };
    let corner = if dice.below(25) == 0 { format!("/{}", 1 + dice.below(60)) } else { String::new() };
    let block = if dice.below(10) == 0 { (1 + dice.below(6)).to_string() } else { String::new() };
    let building = if dice.below(30) == 0 { (1 + dice.below(4)).to_string() } else { String::new() };
    (format!("{number}{letter}{corner}"), block, building)
}

fn country(path: &str, count: usize) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let mut dice = Dice(20_261_122);
    writeln!(out, "NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH")?;
    let (mut written, mut region) = (0, 0);
    while written < count {
        let region_name = format!("обл. {}ская", word(&mut dice, &["ов", "ин", "ан", "ен"]));
        region += 1;
        for _ in 0..20 + dice.below(20) {
            let district = format!("р-н. {}ский", word(&mut dice, &["ов", "ин", "ан", "ен"]));
            for settlement in 0..70 {
                let town = settlement == 0;
                let place = format!("{} {}", if town { "г." } else { dice.of(&["с.", "д.", "п.", "х."]) }, word(&mut dice, PLACE_ENDS));
                let streets = if town { 150 + dice.below(200) } else { 1 + dice.below(9) };
                for _ in 0..streets {
                    let (name, kind) = (street(&mut dice), KINDS[dice.below(KINDS.len())].0);
                    for number in 1..=5 + dice.below(40) {
                        let (own, block, building) = house(&mut dice, number);
                        let block = if block.is_empty() { block } else { format!(", к. {block}") };
                        let building = if building.is_empty() { building } else { format!(", стр. {building}") };
                        let id = guid(written as u64);
                        writeln!(out, "\"{own}{block}{building}\",{kind}. {name},,{place},{district},{region_name},,{id},")?;
                        written += 1;
                        if written == count {
                            eprintln!("{written} houses in {region} regions");
                            return Ok(out.flush()?);
                        }
                    }
                }
            }
        }
    }
    Ok(())
}

const DATES: &str = "UPDATEDATE=\"2019-07-10\" STARTDATE=\"2013-10-21\" ENDDATE=\"2079-06-06\"";
const OLD: &str = "UPDATEDATE=\"2014-01-05\" STARTDATE=\"1900-01-01\" ENDDATE=\"2013-10-21\"";

/// One table of the archive, written row by row.
struct Table {
    name: &'static str,
    element: &'static str,
    text: String,
}

fn gar(path: &str, count: usize) -> Result<(), Box<dyn Error>> {
    let mut dice = Dice(20_261_122);
    let mut objects = Table { name: "AS_ADDR_OBJ", element: "ADDRESSOBJECTS", text: String::new() };
    let mut houses = Table { name: "AS_HOUSES", element: "HOUSES", text: String::new() };
    let mut adm = Table { name: "AS_ADM_HIERARCHY", element: "ITEMS", text: String::new() };
    let mut mun = Table { name: "AS_MUN_HIERARCHY", element: "ITEMS", text: String::new() };
    let mut id = 1_000_000u64;
    let mut object = |id: u64, level: u8, short: &str, name: &str, parent: u64, path: &str| -> Result<(), std::fmt::Error> {
        writeln!(
            objects.text,
            "<OBJECT ID=\"{id}\" OBJECTID=\"{id}\" OBJECTGUID=\"{}\" CHANGEID=\"{id}\" NAME=\"{name}\" TYPENAME=\"{short}\" LEVEL=\"{level}\" OPERTYPEID=\"10\" PREVID=\"0\" NEXTID=\"0\" {DATES} ISACTUAL=\"1\" ISACTIVE=\"1\" />",
            guid(id)
        )?;
        lies(&mut adm.text, id, parent, path)?;
        lies(&mut mun.text, id, parent, path)
    };
    object(id, 1, "обл", "Заречная", 0, &id.to_string())?;
    let (root, mut written, mut below) = (id, 0, Vec::new());
    while written < count {
        id += 1;
        let (place, path) = (id, format!("{root}.{id}"));
        object(place, 6, "с", &word(&mut dice, PLACE_ENDS), root, &path)?;
        for _ in 0..1 + dice.below(40) {
            id += 1;
            let (name, short) = (street(&mut dice), KINDS[dice.below(KINDS.len())].0);
            object(id, 8, short, &name, place, &format!("{path}.{id}"))?;
            let number = 5 + dice.below(40);
            below.push((id, format!("{path}.{id}"), number));
            written += number;
        }
    }
    let mut house_rows = 0;
    for (street, path, numbers) in below {
        for number in 1..=numbers {
            id += 1;
            let (own, block, building) = house(&mut dice, number);
            let mut extra = String::new();
            if !block.is_empty() {
                write!(extra, "ADDNUM1=\"{block}\" ADDTYPE1=\"1\" ")?;
            }
            if !building.is_empty() {
                write!(extra, "ADDNUM2=\"{building}\" ADDTYPE2=\"2\" ")?;
            }
            let guid = guid(id);
            let mut row = |dates: &str, flag: u8| {
                house_rows += 1;
                writeln!(
                    houses.text,
                    "<HOUSE ID=\"{id}\" OBJECTID=\"{id}\" OBJECTGUID=\"{guid}\" CHANGEID=\"{id}\" HOUSENUM=\"{own}\" {extra}HOUSETYPE=\"2\" OPERTYPEID=\"10\" PREVID=\"0\" NEXTID=\"0\" {dates} ISACTUAL=\"{flag}\" ISACTIVE=\"{flag}\" />"
                )
            };
            if id % 10 < 7 {
                row(OLD, 0)?;
            }
            row(DATES, 1)?;
            lies(&mut adm.text, id, street, &format!("{path}.{id}"))?;
            lies(&mut mun.text, id, street, &format!("{path}.{id}"))?;
        }
    }
    let options = SimpleFileOptions::default().compression_level(Some(3)).large_file(true);
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path)?));
    let dictionary = |name: &str, rows: &[&str]| (format!("{name}_20261001_{}.XML", guid(1)), format!("<T>{}</T>", rows.concat()));
    for (name, text) in [
        dictionary(
            "AS_ADDR_OBJ_TYPES",
            &[
                "<R LEVEL=\"1\" SHORTNAME=\"обл\" NAME=\"Область\" ISACTIVE=\"true\"/>",
                "<R LEVEL=\"6\" SHORTNAME=\"с\" NAME=\"Село\" ISACTIVE=\"true\"/>",
                "<R LEVEL=\"8\" SHORTNAME=\"ул\" NAME=\"Улица\" ISACTIVE=\"true\"/>",
            ],
        ),
        dictionary("AS_HOUSE_TYPES", &["<R ID=\"2\" NAME=\"Дом\"/>"]),
        dictionary("AS_ADDHOUSE_TYPES", &["<R ID=\"1\" NAME=\"Корпус\"/>", "<R ID=\"2\" NAME=\"Строение\"/>"]),
        dictionary("AS_APARTMENT_TYPES", &["<R ID=\"2\" NAME=\"Квартира\"/>"]),
        dictionary("AS_ROOM_TYPES", &["<R ID=\"1\" NAME=\"Комната\"/>"]),
    ] {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    let mut bytes = 0;
    for table in [objects, houses, adm, mun] {
        zip.start_file(format!("99/{}_20261001_{}.XML", table.name, guid(2)), options)?;
        write!(zip, "<?xml version=\"1.0\" encoding=\"utf-8\"?><{0}>{1}</{0}>", table.element, table.text)?;
        bytes += table.text.len();
    }
    zip.finish()?;
    eprintln!("{written} houses in force, {house_rows} rows of houses, {bytes} bytes of tables");
    Ok(())
}

fn lies(text: &mut String, id: u64, parent: u64, path: &str) -> Result<(), std::fmt::Error> {
    writeln!(
        text,
        "<ITEM ID=\"{id}\" OBJECTID=\"{id}\" PARENTOBJID=\"{parent}\" CHANGEID=\"{id}\" REGIONCODE=\"99\" AREACODE=\"0\" CITYCODE=\"0\" PLACECODE=\"11\" PLANCODE=\"0\" STREETCODE=\"119\" PREVID=\"0\" NEXTID=\"0\" {DATES} ISACTIVE=\"1\" PATH=\"{path}\" />"
    )
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["country", path, count] => country(path, count.parse()?),
        ["gar", path, count] => gar(path, count.parse()?),
        _ => Err("usage: generate country OUT.csv HOUSES | generate gar OUT.zip HOUSES".into()),
    }
}
