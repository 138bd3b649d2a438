//! The answers so far, as the draft keeps them. Only what was accepted is in here.

use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::journey::step::Step;
use doorstep_register::{CitizenshipCode, Contact, Document, DutyMet, Identity, Names, Place};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How the place is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Where {
    /// From the official register.
    Listed,
    /// Described.
    NotListed,
    /// No fixed address.
    NoFixedAddress,
}

/// A photo that was kept.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Photo {
    pub(crate) id: uuid::Uuid,
    pub(crate) title: String,
}

/// The answers.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Answers {
    /// Steps that were answered, optional ones by "continue" too.
    pub(crate) done: BTreeSet<Step>,
    pub(crate) names: Names,
    pub(crate) birth: DateAnswer,
    pub(crate) citizenship: String,
    pub(crate) arrived: Option<Date>,
    pub(crate) how: Option<Where>,
    pub(crate) query: String,
    pub(crate) place: Option<Place>,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
    pub(crate) with_family: Option<bool>,
    pub(crate) members: Vec<Identity>,
    /// Whether the page of the family asks for one more.
    pub(crate) adding: bool,
    pub(crate) along: Vec<uuid::Uuid>,
    pub(crate) document: Option<Document>,
    pub(crate) document_seen: bool,
    pub(crate) photos: Vec<Photo>,
    pub(crate) contact: Contact,
    pub(crate) late: String,
    /// The dates that the pages have shown: no later version of a calendar makes them earlier.
    pub(crate) told: Vec<DutyMet>,
}

impl Answers {
    /// Who the person says they are, as far as answered.
    pub(crate) fn identity(&self, ctx: &Ctx) -> Option<Identity> {
        let names = self.names.clone().checked().ok()?;
        Some(Identity {
            names,
            birth: self.birth.parse_birth(ctx.l, ctx.service().today()).ok().flatten(),
            citizenship: CitizenshipCode::parse(&self.citizenship).ok(),
            document: self.document.clone(),
        })
    }

    /// Reads a draft; one that this version cannot read counts as empty.
    pub(crate) fn read(json: &str) -> Answers {
        serde_json::from_str(json).unwrap_or_default()
    }

    pub(crate) fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
