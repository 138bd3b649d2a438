//! The steps.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Which journey.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Journey {
    /// A first declaration.
    Declare,
    /// A move.
    Move,
    /// Members of the family who come later.
    Family,
}

impl Journey {
    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Journey::Declare => "declare",
            Journey::Move => "move",
            Journey::Family => "family",
        }
    }
}

impl Journey {
    /// Where it begins, as a path after the language.
    pub(crate) const fn start(self) -> &'static str {
        match self {
            Journey::Declare => "/declare",
            Journey::Move => "/move",
            Journey::Family => "/family",
        }
    }
}

impl FromStr for Journey {
    type Err = ();
    fn from_str(slug: &str) -> Result<Self, ()> {
        [Journey::Declare, Journey::Move, Journey::Family].into_iter().find(|j| j.slug() == slug).ok_or(())
    }
}

/// One question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Step {
    /// What the person is called.
    Name,
    /// When they were born.
    Birth,
    /// Of which country they are a citizen.
    Citizenship,
    /// When they came into the country.
    Arrived,
    /// Where they live: search, or one of the other ways.
    Address,
    /// Flat and room.
    Unit,
    /// An address that is not in the register.
    NotListed,
    /// No fixed address.
    NoAddress,
    /// From when.
    Since,
    /// Until when, if they care to say.
    Until,
    /// Whether family lives there too.
    Family,
    /// The members.
    Members,
    /// Who of the household comes along.
    Along,
    /// A document, if they care to name one.
    Document,
    /// A photo of a lease or the like.
    Evidence,
    /// How to reach them.
    Contact,
    /// Why it could not be in time.
    Late,
}

impl Step {
    pub(crate) const EVERY: [Step; 17] = [
        Step::Name,
        Step::Birth,
        Step::Citizenship,
        Step::Arrived,
        Step::Address,
        Step::Unit,
        Step::NotListed,
        Step::NoAddress,
        Step::Since,
        Step::Until,
        Step::Family,
        Step::Members,
        Step::Along,
        Step::Document,
        Step::Evidence,
        Step::Contact,
        Step::Late,
    ];

    pub(crate) const fn slug(self) -> &'static str {
        match self {
            Step::Name => "name",
            Step::Birth => "birth",
            Step::Citizenship => "citizenship",
            Step::Arrived => "arrived",
            Step::Address => "address",
            Step::Unit => "unit",
            Step::NotListed => "not-listed",
            Step::NoAddress => "no-address",
            Step::Since => "since",
            Step::Until => "until",
            Step::Family => "family",
            Step::Members => "members",
            Step::Along => "along",
            Step::Document => "document",
            Step::Evidence => "evidence",
            Step::Contact => "contact",
            Step::Late => "late",
        }
    }
}

impl FromStr for Step {
    type Err = ();
    fn from_str(slug: &str) -> Result<Self, ()> {
        Step::EVERY.into_iter().find(|step| step.slug() == slug).ok_or(())
    }
}
