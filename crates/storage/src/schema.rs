//! The schema as documentation: what each engine says of its own tables, and the words that no table may hold.

/// A table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// On which legal ground.
    pub ground: &'static str,
    /// How long it is kept.
    pub retention: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

/// A column.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// On which legal ground.
    pub ground: &'static str,
    /// How long it is kept.
    pub retention: &'static str,
}

/// Beginnings of words that name what the charter rules out (promises 1, 5, 6 and 7): no part of a name may begin with one.
pub const FORBIDDEN_STEMS: &[&str] = &[
    "accelero",
    "antenna",
    "biometr",
    "bluetooth",
    "coordinat",
    "deport",
    "device",
    "diagnos",
    "disease",
    "ethnic",
    "exif",
    "facial",
    "fingerprint",
    "geocod",
    "geofenc",
    "geohash",
    "geojson",
    "geolocat",
    "geoposition",
    "gyro",
    "heartbeat",
    "iccid",
    "illegal",
    "imei",
    "imsi",
    "latit",
    "locat",
    "longit",
    "medical",
    "nationality",
    "racial",
    "rating",
    "religio",
    "risk",
    "score",
    "scoring",
    "suspect",
    "suspic",
    "telemetr",
    "track",
    "useragent",
    "watch",
    "wifi",
];

/// Whole words that are ruled out likewise.
pub const FORBIDDEN_WORDS: &[&str] = &[
    "agent", "coord", "coords", "face", "geo", "gps", "health", "ip", "iris", "lat", "lng", "lon", "mac", "ping", "position", "race",
    "sim", "tower", "voice",
];

/// The forbidden word that a name of a table, column, field or metric holds, if it does. A name is split at everything that is not a
/// letter, and where a capital follows a small letter.
pub fn forbidden(name: &str) -> Option<&'static str> {
    let mut spaced = String::with_capacity(name.len() + 8);
    let mut small = false;
    for c in name.chars() {
        if c.is_uppercase() && small {
            spaced.push(' ');
        }
        small = c.is_lowercase();
        if c.is_alphabetic() { spaced.extend(c.to_lowercase()) } else { spaced.push(' ') }
    }
    spaced.split_whitespace().find_map(|part| {
        let stem = FORBIDDEN_STEMS.iter().find(|stem| part.starts_with(**stem));
        stem.or_else(|| FORBIDDEN_WORDS.iter().find(|word| part == **word)).copied()
    })
}

#[cfg(test)]
mod tests {
    use super::forbidden;

    #[test]
    fn a_forbidden_word_is_found_in_any_dress() {
        for (name, word) in [
            ("last_latitude", "latit"),
            ("geoPoint", "geo"),
            ("geolocation", "geolocat"),
            ("client_ip", "ip"),
            ("Device-ID", "device"),
            ("riskScore", "risk"),
            ("watch_list", "watch"),
        ] {
            assert_eq!(forbidden(name), Some(word), "{name}");
        }
        for name in
            ["person", "description", "surface", "receipt_by_person", "georgian", "similar", "zip", "recipient", "invoice", "translate"]
        {
            assert_eq!(forbidden(name), None, "{name}");
        }
    }
}
