//! The zone: three layouts, one answer.

use crate::country::citizenship;
use crate::fault::{Fault, Part};
use crate::typed;
use doorstep_register::{Birth, CitizenshipCode, DocumentKind};
use mrz::{Checks, MrzData, MrzDate, MrzError, ParseOptions, PassportType};

/// A name as it stands in the zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZoneName {
    /// As printed, without the fillers at the end: `ERIKSSON<<ANNA<MARIA`.
    pub printed: String,
    /// The primary identifier in words: usually the family name. The whole name of somebody who has one.
    pub primary: String,
    /// The secondary identifier in words; empty where there is none.
    pub secondary: String,
    /// Whether it fills its field to the last place: then the zone may have cut it (ICAO Doc 9303-3 §4.6), and only the print tells.
    pub full: bool,
}

impl ZoneName {
    fn of(field: &[char]) -> ZoneName {
        let all: String = field.iter().collect();
        let printed = all.trim_end_matches('<').to_owned();
        let (primary, secondary) = printed.split_once("<<").unwrap_or((&printed, ""));
        let words = |part: &str| part.split('<').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let (primary, secondary) = (words(primary), words(secondary));
        ZoneName { full: printed.len() == all.len(), printed, primary, secondary }
    }

    /// Both parts, the primary one first.
    pub fn words(&self) -> String {
        [self.primary.as_str(), &self.secondary].join(" ").trim().to_owned()
    }
}

/// What a zone says of its bearer and of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Zone {
    /// The name.
    pub name: ZoneName,
    /// The birth, as far as it is told. The century is the latest that is not in the future.
    pub birth: Option<Birth>,
    /// The citizenship; none where the zone names no country, a body, or leaves it open (XXX).
    pub citizenship: Option<CitizenshipCode>,
    /// Who issued it, as the zone has it (`UZB`, `D`): it tells by which table the name is spelled.
    pub issuer: String,
    /// What kind of document it is, as far as the zone tells.
    pub kind: DocumentKind,
    /// Its number, with a space where the zone has a filler inside.
    pub number: String,
}

/// Reads a zone. `year` is the present one: it decides the century of a birth.
///
/// Capitals, spaces and how the lines are broken do not matter. A zone whose check digits do not fit is not read.
pub fn read(typed: &str, year: i16) -> Result<Zone, Fault> {
    let lines = typed::lines(typed).map_err(|characters| Fault::Shape { characters })?;
    let whole = lines.concat();
    // However the lines were broken, if all of it makes a zone.
    let needed = match whole.len() {
        90 => 30,
        88 => 44,
        72 => 36,
        _ => return Err(misshapen(&lines)),
    };
    let broken: Vec<Vec<char>> = whole.chunks(needed).map(<[char]>::to_vec).collect();
    let read = zone(&broken, year);
    let as_broken = lines.len() == broken.len() && lines != broken;
    if as_broken && read.is_err() { Err(misshapen(&lines)) } else { read }
}

/// Which line is too short or too long; that there are too few or too many, if it is none.
fn misshapen(lines: &[Vec<char>]) -> Fault {
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let needed = match lines.len() {
        3 => Some(30),
        2 if longest > 40 => Some(44),
        2 => Some(36),
        _ => None,
    };
    let wrong = needed.and_then(|needed| lines.iter().position(|line| line.len() != needed).map(|i| (i, needed)));
    match wrong {
        Some((i, needed)) => Fault::Length { line: i + 1, needed, found: lines[i].len() },
        None => Fault::Shape { characters: lines.iter().map(Vec::len).sum() },
    }
}

fn zone(lines: &[Vec<char>], year: i16) -> Result<Zone, Fault> {
    for (i, line) in lines.iter().enumerate() {
        if let Some(column) = line.iter().position(|c| !matches!(c, 'A'..='Z' | '0'..='9' | '<')) {
            return Err(Fault::Letter { line: i + 1, column: column + 1, found: line[column] });
        }
    }
    if lines.len() == 2 && lines[0][0] == 'V' {
        return Err(Fault::Visa);
    }
    let text: Vec<String> = lines.iter().map(|line| line.iter().collect()).collect();
    let options = ParseOptions::default().with_pivot_yy(u32::try_from(year.rem_euclid(100)).unwrap_or(0));
    let (data, name) = match text.as_slice() {
        [one, two, three] => (mrz::parse_td1_with(one, two, three, &options), &lines[2][..]),
        [one, two] if one.len() == 44 => (mrz::parse_td3_with(one, two, &options), &lines[0][5..]),
        [one, two] => (mrz::parse_td2_with(one, two, &options), &lines[0][5..]),
        _ => return Err(misshapen(lines)),
    };
    let data = data.map_err(fault)?;
    check(&data.checks, lines.len())?;
    Ok(Zone {
        name: ZoneName::of(name),
        birth: birth(data.date_of_birth, year),
        citizenship: citizenship(&data.nationality),
        kind: kind(&data),
        number: number(&data),
        issuer: data.issuing_country.clone(),
    })
}

fn fault(error: MrzError) -> Fault {
    match error {
        MrzError::LeadingFiller { line, .. } => Fault::NoNumber { line: line + 1 },
        _ => Fault::Kind,
    }
}

/// The first check digit that does not fit. Where each stands: Doc 9303-4 §4.2.2 (two lines), -5 §4.2.2 (three), -6 §4.2.2 (two).
fn check(checks: &Checks, lines: usize) -> Result<(), Fault> {
    let number_line = if lines == 3 { 1 } else { 2 };
    let all = [
        (checks.document_number, number_line, Part::Number),
        (checks.date_of_birth, 2, Part::Birth),
        (checks.date_of_expiry, 2, Part::Expiry),
        (checks.personal_number, 2, Part::Optional),
        (checks.composite, 2, Part::Whole),
    ];
    match all.into_iter().find(|(fits, ..)| *fits == Some(false)) {
        Some((_, line, part)) => Err(Fault::Digit { line, part, lines }),
        None => Ok(()),
    }
}

/// A birth as far as the zone tells it: unknown days and months are fillers, or zeros.
fn birth(date: MrzDate, year: i16) -> Option<Birth> {
    let raw = match date {
        MrzDate::Calendar(date) | MrzDate::OutOfCalendar(date) => format!("{:02}{:02}{:02}", date.year % 100, date.month, date.day),
        MrzDate::PartiallyUnknown(field) => field.as_str().to_owned(),
        _ => return None,
    };
    let part = |at: usize| raw.get(at..at + 2).and_then(|two| two.parse::<i8>().ok());
    let two = i16::from(part(0)?);
    let century = year - year.rem_euclid(100);
    let full = if two > year.rem_euclid(100) { century - 100 + two } else { century + two };
    let month = part(2).filter(|month| (1..=12).contains(month));
    let day = part(4).filter(|day| (1..=31).contains(day)).filter(|_| month.is_some());
    let birth = Birth { year: full, month, day };
    // A 30 February is no day, but its month may well be right.
    if birth.earliest().is_some() { Some(birth) } else { Some(Birth { day: None, ..birth }) }
}

/// The kind of a document (Doc 9303-4 §4.4 for passports; of cards the second letter is the issuer's own).
fn kind(data: &MrzData) -> DocumentKind {
    let without_state = ["XXA", "XXB", "XXC"].contains(&data.nationality.as_str());
    let code = data.document_type.as_str();
    match (code.chars().next(), data.passport_type()) {
        (_, Some(PassportType::Refugee | PassportType::Stateless | PassportType::Alien)) => DocumentKind::TravelDocument,
        (Some('P'), _) if without_state => DocumentKind::TravelDocument,
        (Some('P'), _) => DocumentKind::Passport,
        // Residence permits of many states, after the uniform format of the European Union.
        _ if ["AR", "IR", "RP", "AP", "CR"].contains(&code) => DocumentKind::ResidenceCard,
        (Some('I'), _) => DocumentKind::IdentityCard,
        _ => DocumentKind::Other,
    }
}

fn number(data: &MrzData) -> String {
    data.document_number_full.as_deref().unwrap_or(&data.document_number).replace('<', " ").trim().to_owned()
}

#[cfg(test)]
mod tests;
