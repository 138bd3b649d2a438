//! What a case can be about, who may open it, whom it hears, and what can come of it.

use super::side::{Opener, Side};
use serde::{Deserialize, Serialize};

/// What a case is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A host says of one entry at their home: "I don't know this person".
    Stranger,
    /// A host says of one entry at their home: "moved out".
    MovedOut,
    /// The person says that a field of their record is wrong, and cannot correct it alone.
    Correction,
    /// The address is not in the official register.
    Unlisted,
    /// More people declared one address than it seems to hold. About the address, never about one of them.
    Crowded,
    /// Nobody could live at an address: an office, a demolished house. About the address.
    NonResidential,
    /// Two records may be about one person.
    PossibleDuplicate,
    /// The person asks why somebody looked.
    Look,
    /// The person says why they could not declare in time.
    LateReason,
    /// The person objects to something that the office did outside any case.
    Appeal,
    /// The person asks that nobody at home or outside finds their address.
    Protection,
    /// The person says that their host refuses to confirm.
    HostRefuses,
    /// The person says that their home cannot be registered as it is: no number, no permit, not finished.
    HomeNotFit,
}

/// What a decision says.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Everything stays as it was. Possible in every case.
    NothingChanges,
    /// The registration that the case is about ends. The one outcome that touches a registration.
    RegistrationEnds,
    /// The field is corrected.
    FieldCorrected,
    /// The address is accepted as the person described it.
    AddressAccepted,
    /// The address was found in the official register; the person is asked to choose it.
    AddressMatched,
    /// A note stands at the address, and whoever declares it next is asked a question. Nobody's registration changes.
    AddressMarked,
    /// The two records become one; can be taken apart again at any time.
    RecordsMerged,
    /// The look had its reason, and the person is told which.
    LookExplained,
    /// The look had no reason; the person is told, and whoever supervises the reader.
    LookWrong,
    /// The reason for being late is accepted.
    LateExcused,
    /// What the office did outside the case is taken back.
    Granted,
    /// The address is hidden from hosts, co-residents and results.
    Protected,
    /// The registration stands without the host's confirmation.
    HostDispensed,
}

impl Outcome {
    /// Whether it gives somebody what they asked for and takes nothing from anybody, so that it can take effect at once.
    pub const fn favours(self) -> bool {
        match self {
            Self::FieldCorrected
            | Self::AddressAccepted
            | Self::AddressMatched
            | Self::LookExplained
            | Self::LookWrong
            | Self::LateExcused
            | Self::Granted
            | Self::Protected => true,
            Self::NothingChanges | Self::RegistrationEnds | Self::AddressMarked | Self::RecordsMerged | Self::HostDispensed => false,
        }
    }
}

impl Kind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 13] = [
        Self::Stranger,
        Self::MovedOut,
        Self::Correction,
        Self::Unlisted,
        Self::Crowded,
        Self::NonResidential,
        Self::PossibleDuplicate,
        Self::Look,
        Self::LateReason,
        Self::Appeal,
        Self::Protection,
        Self::HostRefuses,
        Self::HomeNotFit,
    ];

    /// Its word, in storage and in the policies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stranger => "stranger",
            Self::MovedOut => "moved_out",
            Self::Correction => "correction",
            Self::Unlisted => "unlisted",
            Self::Crowded => "crowded",
            Self::NonResidential => "non_residential",
            Self::PossibleDuplicate => "possible_duplicate",
            Self::Look => "look",
            Self::LateReason => "late_reason",
            Self::Appeal => "appeal",
            Self::Protection => "protection",
            Self::HostRefuses => "host_refuses",
            Self::HomeNotFit => "home_not_fit",
        }
    }

    /// The kind with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whose record the case belongs to: what is said in it is sealed with theirs, and is erased with them.
    pub fn owner(self) -> Side {
        self.sides().first().copied().unwrap_or(Side::Resident)
    }

    /// Whether both sides may read what is said in it. The two people of a possible duplicate may be strangers to each other.
    pub const fn is_open_to_both(self) -> bool {
        matches!(self, Self::Stranger | Self::MovedOut | Self::HostRefuses)
    }

    /// Why records are opened in such a case, in one plain sentence. It is the purpose of every look.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Stranger => "To find out whether somebody lives at the address that they declared.",
            Self::MovedOut => "To find out whether somebody still lives at the address that they declared.",
            Self::Correction => "To correct a field that its owner says is wrong.",
            Self::Unlisted => "To find out which place an address names that the official register lacks.",
            Self::Crowded => "To find out whether an address holds as many homes as people declared.",
            Self::NonResidential => "To find out whether an address is a home.",
            Self::PossibleDuplicate => "To find out whether two records are about one person.",
            Self::Look => "To answer why a record was opened.",
            Self::LateReason => "To read why somebody could not declare in time.",
            Self::Appeal => "To check again what the office did.",
            Self::Protection => "To protect somebody whose address must not be found.",
            Self::HostRefuses => "To register somebody whose host does not confirm.",
            Self::HomeNotFit => "To register somebody whose home is not fit to be registered.",
        }
    }

    /// Who may open it. Where the program may, it is the fact of a declaration that opens it, never a signal or a score.
    pub const fn openers(self) -> &'static [Opener] {
        match self {
            Self::Stranger | Self::MovedOut => &[Opener::Side(Side::Other)],
            Self::Correction | Self::Look | Self::Appeal | Self::Protection | Self::HostRefuses | Self::HomeNotFit => {
                &[Opener::Side(Side::Resident)]
            }
            Self::LateReason | Self::Unlisted => &[Opener::Side(Side::Resident), Opener::Program],
            Self::Crowded | Self::NonResidential => &[Opener::Officer],
            Self::PossibleDuplicate => &[Opener::Program, Opener::Side(Side::Resident)],
        }
    }

    /// Whom it informs and hears. The other side is the host, and for a possible duplicate whom the other record is about.
    ///
    /// A case about protection and one about an unfit home have no other side: the host learns nothing of them.
    pub const fn sides(self) -> &'static [Side] {
        match self {
            Self::Stranger | Self::MovedOut | Self::PossibleDuplicate | Self::HostRefuses => &[Side::Resident, Side::Other],
            Self::Crowded | Self::NonResidential => &[Side::Other],
            Self::Correction | Self::Unlisted | Self::Look | Self::LateReason | Self::Appeal | Self::Protection | Self::HomeNotFit => {
                &[Side::Resident]
            }
        }
    }

    /// What can come of it.
    pub const fn outcomes(self) -> &'static [Outcome] {
        match self {
            Self::Stranger | Self::MovedOut => &[Outcome::NothingChanges, Outcome::RegistrationEnds],
            Self::Correction => &[Outcome::NothingChanges, Outcome::FieldCorrected],
            Self::Unlisted => &[Outcome::NothingChanges, Outcome::AddressAccepted, Outcome::AddressMatched],
            Self::Crowded | Self::NonResidential | Self::HomeNotFit => &[Outcome::NothingChanges, Outcome::AddressMarked],
            Self::PossibleDuplicate => &[Outcome::NothingChanges, Outcome::RecordsMerged],
            Self::Look => &[Outcome::NothingChanges, Outcome::LookExplained, Outcome::LookWrong],
            Self::LateReason => &[Outcome::NothingChanges, Outcome::LateExcused],
            Self::Appeal => &[Outcome::NothingChanges, Outcome::Granted],
            Self::Protection => &[Outcome::NothingChanges, Outcome::Protected],
            Self::HostRefuses => &[Outcome::NothingChanges, Outcome::HostDispensed],
        }
    }

    /// Whether an outcome weighs so much that a second officer has to confirm it, and both deliveries have to be proved.
    pub const fn weighs(self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::RegistrationEnds | Outcome::RecordsMerged => true,
            // To refuse protection can cost a life.
            Outcome::NothingChanges => matches!(self, Self::Protection),
            _ => false,
        }
    }

    /// Whether an outcome can be written only after every side had its hearing.
    pub const fn needs_hearing(self, outcome: Outcome) -> bool {
        self.weighs(outcome) || matches!(outcome, Outcome::AddressMarked | Outcome::HostDispensed)
    }

    /// Whether it disputes a registration: meanwhile the registration says "disputed", and counts as before.
    pub const fn disputes(self) -> bool {
        matches!(self, Self::Stranger | Self::MovedOut)
    }

    /// Whether its other side is the host of a home.
    pub const fn concerns_a_host(self) -> bool {
        matches!(self, Self::Stranger | Self::MovedOut | Self::HostRefuses | Self::Crowded | Self::NonResidential)
    }

    /// Whether a notice to a side counts only when two channels have proved it: whenever something could be taken from them.
    pub const fn proves_twice(self, side: Side) -> bool {
        match self {
            Self::PossibleDuplicate => true,
            Self::Stranger | Self::MovedOut | Self::Protection => matches!(side, Side::Resident),
            _ => false,
        }
    }

    /// Whether what there is at an address can say something in it.
    pub const fn is_about_a_place(self) -> bool {
        matches!(
            self,
            Self::Stranger | Self::MovedOut | Self::Unlisted | Self::Crowded | Self::NonResidential | Self::HostRefuses | Self::HomeNotFit
        )
    }

    /// Whether it is about a registration, so that the end of the registration by the person's own act leaves nothing to decide.
    pub const fn ends_with_the_registration(self) -> bool {
        matches!(self, Self::Stranger | Self::MovedOut | Self::Unlisted | Self::HostRefuses | Self::HomeNotFit)
    }
}
