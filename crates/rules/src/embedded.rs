//! The calendars and packs that come with the program.

use std::sync::LazyLock;

use crate::pack::Pack;

macro_rules! texts {
    ($($file:literal),* $(,)?) => { &[$(include_str!(concat!("../../../rulepacks/", $file))),*] };
}

pub(crate) const CALENDARS: &[&str] = texts![
    "calendars/am.toml",
    "calendars/az.toml",
    "calendars/be.toml",
    "calendars/by.toml",
    "calendars/cz.toml",
    "calendars/de.toml",
    "calendars/ee.toml",
    "calendars/eu.toml",
    "calendars/fr.toml",
    "calendars/gb.toml",
    "calendars/ge.toml",
    "calendars/it.toml",
    "calendars/jp.toml",
    "calendars/kg.toml",
    "calendars/kz.toml",
    "calendars/md.toml",
    "calendars/nl.toml",
    "calendars/pl.toml",
    "calendars/pt.toml",
    "calendars/ru.toml",
    "calendars/si.toml",
    "calendars/tj.toml",
    "calendars/tr.toml",
    "calendars/ua.toml",
    "calendars/uz.toml",
];

const PACKS: &[&str] = texts![
    "ru-mow.toml",
    "de.toml",
    "am.toml",
    "cz.toml",
    "ge.toml",
    "it.toml",
    "jp.toml",
    "kz.toml",
    "nl.toml",
    "pl.toml",
    "si.toml",
    "tr.toml",
    "uz.toml",
];

static READ: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let parsed = PACKS.iter().map(|text| Pack::parse(text));
    parsed
        .filter_map(|pack| {
            debug_assert!(pack.is_ok(), "{pack:?}");
            pack.ok()
        })
        .collect()
});

/// The packs that come with the program, `ru-mow` and `de` first. They are read once.
///
/// A pack that cannot be read is left out; a test of this crate holds that there is none.
#[must_use]
pub fn embedded_packs() -> Vec<Pack> {
    READ.clone()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::Calendars;

    /// Every file of the folder is embedded, and every embedded file can be read.
    #[test]
    fn nothing_is_left_out() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rulepacks");
        let documents = |path: &str| {
            let names = fs::read_dir(path).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
            names.filter(|name| name.ends_with(".toml")).count()
        };
        assert_eq!(documents(folder), PACKS.len());
        assert_eq!(documents(&format!("{folder}/calendars")), CALENDARS.len());
        for text in CALENDARS {
            Calendars::parse([*text]).unwrap();
        }
        for text in PACKS {
            Pack::parse(text).unwrap();
        }
    }

    #[test]
    fn ids_are_unique_and_calendars_known() {
        let (packs, calendars) = (embedded_packs(), Calendars::embedded());
        let mut ids: Vec<_> = packs.iter().flat_map(|p| p.rules()).map(|r| r.id()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for pack in &packs {
            calendars.select(pack.calendar(), pack.region()).unwrap();
        }
    }
}
