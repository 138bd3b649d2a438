//! Invented people. Their surnames mean "example" or "sample" in their languages; nobody is called so.

use doorstep_register::{Birth, CitizenshipCode, Document, DocumentKind, Identity, Name, Names};

/// Passport spelling, local spelling, year of birth, citizenship.
pub type Invented = (&'static str, &'static str, i16, &'static str);

/// The town's invented people.
pub const PEOPLE: [Invented; 16] = [
    ("NAMUNA NODIRA", "Намуна Нодира", 1993, "UZB"),
    ("NAMUNA JASUR", "Намуна Жасур", 2016, "UZB"),
    ("MISOLOV OTABEK", "Мисолов Отабек", 1988, "UZB"),
    ("NAMUNAZODA SUHROB", "Намуназода Суҳроб", 1990, "TJK"),
    ("OBRAZTSOVA HOST", "Образцова Хозяйка", 1961, "RUS"),
    ("ULGU UULU BAKYT", "Үлгү уулу Бакыт", 1995, "KGZ"),
    ("NIMUSHISHVILI NINO", "Нимушишвили Нино", 1984, "GEO"),
    ("ORINAKYAN ANI", "Օրինակյան Անի", 1999, "ARM"),
    ("NUMUNOVA GUNEL", "Нумунова Гюнель", 1991, "AZE"),
    ("PRYKLADENKO OLES", "Прикладенко Олесь", 1979, "UKR"),
    ("MISOLOVA ZULFIYA", "Мисолова Зульфия", 1990, "UZB"),
    ("EXEMPLU STEFAN", "Экземплу Штефан", 1986, "MDA"),
    ("VI DU MINH", "Ви Зу Минь", 1997, "VNM"),
    ("NUSQA AIGERIM", "Нұсқа Айгерім", 1998, "KAZ"),
    ("SAMPLEJEE RAVI", "Сэмплджи Рави", 1994, "IND"),
    ("NAMUNAEV TIMUR", "Намунаев Тимур", 1982, "TJK"),
];

/// The host of several homes.
pub const OWNER: Invented = ("PRIMEROVA VERA", "Примерова Вера", 1958, "RUS");

/// An identity as the pages would make it.
pub fn identity((passport, local, year, citizenship): Invented, document: Option<&str>) -> anyhow::Result<Identity> {
    Ok(Identity {
        names: Names { passport: Some(Name::parse(passport)?), local: Some(Name::parse(local)?), machine: None, called: None },
        birth: Some(Birth { year, month: Some(5), day: Some(17) }),
        citizenship: Some(CitizenshipCode::parse(citizenship)?),
        document: document.map(|number| Document::parse(DocumentKind::Passport, number)).transpose()?,
    })
}
