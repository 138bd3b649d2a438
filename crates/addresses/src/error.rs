//! What can go wrong when a register is opened or imported.

use std::path::PathBuf;

/// Why an index could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// There is no index in the directory.
    #[error("no address register in {0}: import one first")]
    Missing(PathBuf),
    /// A file could not be read.
    #[error("{path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file is damaged or comes from another version.
    #[error("{path}: {reason}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not fit.
        reason: String,
    },
}

/// Why a register file could not be imported. The index that was there before is untouched.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// A file or directory could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is not what its format promises.
    #[error("{place}: {reason}")]
    Bad {
        /// File, archive entry and position.
        place: String,
        /// What is wrong there.
        reason: String,
    },
    /// Nothing in the file is an address.
    #[error("{0}: no address found in it")]
    Empty(PathBuf),
    /// The format cannot be told from the file.
    #[error("{0}: unknown format; give a GAR zip, an OSM .pbf, OpenAddresses lines, a folder of DAR or a .csv")]
    UnknownFormat(PathBuf),
    /// What is distinct in the register does not fit into the memory that the import was given. What it has read is kept.
    #[error("the streets, places and numbers of the register take more than {mebibytes} MiB: start the import again with more memory")]
    Memory {
        /// What it was given for them, in MiB.
        mebibytes: u64,
    },
    /// A limit of the index was reached.
    #[error("the register is too large: {0}")]
    TooLarge(&'static str),
}

impl ImportError {
    pub(crate) fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> ImportError {
        let path = path.to_owned();
        move |source| ImportError::Io { path, source }
    }

    /// While the index was written.
    pub(crate) fn writing(source: std::io::Error) -> ImportError {
        ImportError::Io { path: PathBuf::from("the new index"), source }
    }

    pub(crate) fn bad(place: impl Into<String>, reason: impl std::fmt::Display) -> ImportError {
        ImportError::Bad { place: place.into(), reason: reason.to_string() }
    }
}
