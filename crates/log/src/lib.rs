//! The public log over the database: the sequencer, the way to the witnesses, proofs out of stored tiles, and the check from outside.

mod anchor;
mod backup;
mod consult;
mod http;
mod monitor;
mod prove;
mod sequence;
mod tiles;

pub use anchor::{Anchor, AnchorError, FileAnchor, NoAnchor};
pub use backup::{BackupError, check_backup, sign_backup};
pub use consult::{Consult, Consulted, Wire, WireError, Witness};
pub use http::Http;
pub use monitor::{Audit, Gone, MonitorError, Source, audit};
pub use prove::{Heads, Prover, Sealing, prove};
pub use sequence::{LogError, Round, Sequencer, Settings};
pub use tiles::{level_of, load, served};
