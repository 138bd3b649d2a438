//! Packs and calendars: those that come with the program, and a folder of the operator's. A new country is a file.

use super::read;
use anyhow::Context;
use doorstep_rules::{Calendars, Pack, embedded_packs};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What can be counted with.
pub(crate) struct Library {
    pub(crate) packs: Vec<Pack>,
    pub(crate) calendars: Calendars,
}

impl Library {
    /// What comes with the program, and a folder in which a document with a known id replaces it.
    pub(crate) fn with(folder: Option<&Path>) -> anyhow::Result<Library> {
        let (mut packs, mut calendars) = (embedded_packs(), Calendars::embedded());
        let Some(folder) = folder else { return Ok(Library { packs, calendars }) };
        let own = folder.join("calendars");
        let own_calendars = match documents(&own) {
            Err(missing) if missing.kind() == ErrorKind::NotFound => Vec::new(),
            found => found.with_context(|| format!("cannot read the folder {}", own.display()))?,
        };
        for path in own_calendars {
            calendars.add(&read(&path)?).with_context(|| format!("{} is not a calendar", path.display()))?;
        }
        for path in documents(folder).with_context(|| format!("cannot read the folder {}", folder.display()))? {
            let pack = Pack::parse(&read(&path)?).with_context(|| format!("{} is not a rule pack", path.display()))?;
            packs.retain(|known| known.id() != pack.id());
            packs.push(pack);
        }
        Ok(Library { packs, calendars })
    }
}

/// The documents of a folder, in order of their names.
fn documents(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTRY: &str = include_str!("../../../../rulepacks/am.toml");
    const CALENDAR: &str = include_str!("../../../../rulepacks/calendars/am.toml");

    #[test]
    fn a_new_country_is_a_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("calendars")).unwrap();
        std::fs::write(folder.path().join("calendars/qq.toml"), CALENDAR.replace("id = \"AM\"", "id = \"QQ\"")).unwrap();
        let pack = COUNTRY.replace("id = \"am", "id = \"qq").replace("calendar = \"AM\"", "calendar = \"QQ\"");
        std::fs::write(folder.path().join("qq.toml"), pack).unwrap();
        let library = Library::with(Some(folder.path())).unwrap();
        let added = library.packs.iter().find(|p| p.id() == "qq").unwrap();
        assert!(added.rule("qq.address").is_some());
        assert!(library.calendars.select(added.calendar(), None).is_ok());
        assert_eq!(library.packs.len(), embedded_packs().len() + 1);
    }

    #[test]
    fn a_mistake_is_told_with_its_file_line_and_column() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("am.toml"), COUNTRY.replace("time_zone", "timezone")).unwrap();
        let error = format!("{:#}", Library::with(Some(folder.path())).err().unwrap());
        assert!(error.contains("am.toml") && error.contains("line 6, column 1: unknown field `timezone`"), "{error}");
        assert!(Library::with(Some(&folder.path().join("nowhere"))).is_err());
    }

    #[test]
    fn calendars_that_cannot_be_read_are_not_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("calendars"), "a file in the place of the folder").unwrap();
        let error = format!("{:#}", Library::with(Some(folder.path())).err().unwrap());
        assert!(error.contains("cannot read the folder"), "{error}");
    }
}
