//! The file `doorstep.history.1`, as `service` writes it.

use serde::Deserialize;
use thiserror::Error;
use uuid::Uuid;

const FORMAT: &str = "doorstep.history.1";
/// The longest file that is read, in bytes: an entry takes about 3 kB.
const LONGEST: usize = 64 * 1024 * 1024;

/// What is not a history.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("this is not a history of a form that is known here")]
pub struct HistoryError;

/// One entry with what shows it.
#[derive(Clone, Deserialize, Debug)]
pub struct Entry {
    /// The proof file, c2sp.org/tlog-proof@v1.
    pub proof: String,
    /// The last head before the entry that the witnesses signed.
    pub before: Option<String>,
}

/// A person's whole history. Nothing of it is checked yet.
#[derive(Clone, Deserialize, Debug)]
pub struct History {
    format: String,
    /// Whose.
    pub person: Uuid,
    /// How many acts the record counts.
    pub act_count: u32,
    /// How many looks the record counts.
    pub look_count: u32,
    /// How many of the newest acts the log had not reached when the file was made; they are not in it.
    #[serde(default)]
    pub act_waiting: u32,
    /// How many of the newest looks it had not reached.
    #[serde(default)]
    pub look_waiting: u32,
    /// Acts, oldest first.
    pub acts: Vec<Entry>,
    /// Looks, oldest first.
    pub looks: Vec<Entry>,
}

impl History {
    /// Reads a file.
    pub fn parse(file: &str) -> Result<History, HistoryError> {
        if file.len() > LONGEST {
            return Err(HistoryError);
        }
        serde_json::from_str(file).ok().filter(|history: &History| history.format == FORMAT).ok_or(HistoryError)
    }
}
