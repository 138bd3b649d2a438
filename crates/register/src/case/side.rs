//! Who takes part in a case.

use crate::id::StaffId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One of the two who are heard.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Whose record or registration it is.
    Resident,
    /// The host; in a possible duplicate, whom the other record is about.
    Other,
}

impl Side {
    /// The one opposite.
    pub const fn opposite(self) -> Self {
        match self {
            Self::Resident => Self::Other,
            Self::Other => Self::Resident,
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resident => "the resident",
            Self::Other => "the other side",
        })
    }
}

/// Who made an act of a case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case", deny_unknown_fields)]
pub enum By {
    /// One of the sides, alone or with a clerk at a desk.
    Side {
        /// Which.
        side: Side,
        /// The clerk who helped. They can be no officer of the same case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        helped_by: Option<StaffId>,
    },
    /// An officer of the office, by name.
    Officer {
        /// Who.
        staff: StaffId,
    },
    /// An officer of the body that hears appeals, by name.
    AppealBody {
        /// Who.
        staff: StaffId,
    },
    /// The program: it opens some kinds of case in the transaction of a fact, and notes what the post reports. Nothing else.
    Program,
}

/// Who opened a case, as a role.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Opener {
    /// One of the sides.
    Side(Side),
    /// A named officer.
    Officer,
    /// The program.
    Program,
}

impl By {
    /// The role in which it opens a case; the appeal body opens none.
    pub const fn opener(self) -> Option<Opener> {
        match self {
            Self::Side { side, .. } => Some(Opener::Side(side)),
            Self::Officer { .. } => Some(Opener::Officer),
            Self::Program => Some(Opener::Program),
            Self::AppealBody { .. } => None,
        }
    }
}
