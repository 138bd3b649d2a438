//! Noticing that another register was imported into a directory.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{error::OpenError, manifest, register::Register};

/// Looks at an index directory now and then, and opens what is new in it.
///
/// ```
/// # use doorstep_addresses::{Format, Watch, import};
/// # let dir = tempfile::tempdir()?;
/// # let (file, index) = (dir.path().join("r.csv"), dir.path().join("index"));
/// # std::fs::write(&file, "id,address\n1,\"г. Ясный, ул. Мира, д. 1\"\n")?;
/// let mut watch = Watch::new(&index);
/// assert!(watch.changed().is_none(), "there is nothing yet");
/// import(&Format::detect(&file)?, &file, &index, &mut |_| {})?;
/// let register = watch.changed().unwrap()?;
/// assert_eq!(register.source().count, 1);
/// assert!(watch.changed().is_none(), "and nothing new since");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Watch {
    dir: PathBuf,
    seen: Vec<u8>,
}

impl Watch {
    /// Remembers what is in the directory now.
    pub fn new(dir: &Path) -> Watch {
        let mut watch = Watch { dir: dir.to_owned(), seen: Vec::new() };
        watch.seen = watch.manifest().unwrap_or_default();
        watch
    }

    /// The register, opened and checked whole, if another one came since the last call. It reads the disk: call it off the threads that
    /// answer requests. After an error the register in use is to be kept; the next look comes when the directory changes again.
    pub fn changed(&mut self) -> Option<Result<Register, OpenError>> {
        let now = self.manifest().filter(|now| *now != self.seen)?;
        self.seen = now;
        Some(Register::open(&self.dir).and_then(|register| register.check().map(|()| register)))
    }

    fn manifest(&self) -> Option<Vec<u8>> {
        fs::read(self.dir.join(manifest::FILE)).ok()
    }
}
