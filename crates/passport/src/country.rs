//! From the codes of the zone to the codes of a record.

use doorstep_register::CitizenshipCode;

/// Codes of the zone that differ from ISO 3166-1 (ICAO Doc 9303-3 §5): Germany has one letter, and one country had another code before.
const OTHER: [(&str, &str); 2] = [("D", "DEU"), ("ZIM", "ZWE")];

/// The citizenship that a zone names; none where it names none (XXX), a body (UNO) or what no list of countries has.
///
/// Without a state (XXA) and refugees (XXB, XXC) are answers of their own.
pub(crate) fn citizenship(code: &str) -> Option<CitizenshipCode> {
    let code = OTHER.iter().find(|(zone, _)| *zone == code).map_or(code, |(_, iso)| *iso);
    if code == "XXX" { None } else { CitizenshipCode::parse(code).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_zone_become_codes_of_a_record() {
        let read = |code| citizenship(code).map(String::from);
        for (zone, record) in [("UZB", Some("UZB")), ("D", Some("DEU")), ("ZIM", Some("ZWE")), ("XXX", None), ("", None), ("U1", None)] {
            assert_eq!(read(zone).as_deref(), record, "{zone}");
        }
        for stateless in ["XXA", "XXB", "XXC"] {
            assert_eq!(read(stateless).as_deref(), Some(stateless));
        }
    }
}
