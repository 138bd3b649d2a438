//! Rule packs: the duties of one jurisdiction, as data with sources.

mod cases;
mod check;
mod compare;
mod error;
mod fact;
mod file;
mod notice;
mod office;
mod rule;

use jiff::civil::Date;
use serde::Serialize;

pub use cases::{CaseClock, CaseTerm, CaseTerms, GENERIC_CASE_TERM};
pub use compare::Statement;
pub use error::PackError;
pub use fact::{About, Fact};
pub use file::PackFile;
pub use notice::NOT_REVIEWED;
pub use office::{Basis, OfficeTerm, Retention};
pub use rule::{CutOff, Exemption, Fee, Rule, Trigger, Who};

use crate::{source::Source, text::Text};

/// The duties of one jurisdiction. Read from a document in `rulepacks/`; see its README for the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pack {
    id: String,
    version: String,
    jurisdiction: Vec<String>,
    calendar: String,
    region: Option<String>,
    time_zone: String,
    first_event: Trigger,
    name: Text,
    reviewer: Option<Reviewer>,
    sources: Vec<(String, Source)>,
    rules: Vec<Rule>,
    entered_within: Option<OfficeTerm>,
    silence_confirms: Option<OfficeTerm>,
    retention: Vec<Retention>,
    cases: CaseTerms,
}

/// The lawyer who answers for a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reviewer {
    /// Name and office.
    pub name: String,
    /// The day of the review.
    #[cfg_attr(test, schemars(with = "String"))]
    pub on: Date,
}

impl Pack {
    /// Reads a pack (TOML, UTF-8, at most 512 KiB).
    ///
    /// # Errors
    /// On unknown keys, wrong values and statements without a source, with line and column.
    pub fn parse(text: &str) -> Result<Self, PackError> {
        check::checked(text, PackFile::parse(text)?)
    }

    /// `ru-mow`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Changes whenever a statement changes.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The name of the jurisdiction, in English where `lang` is missing.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        self.name.get(lang)
    }

    /// ISO 3166 codes of the places in which the pack holds.
    #[must_use]
    pub fn jurisdiction(&self) -> &[String] {
        &self.jurisdiction
    }

    /// IANA time zone in which its days end.
    #[must_use]
    pub fn time_zone(&self) -> &str {
        &self.time_zone
    }

    /// The calendar that its working days follow.
    #[must_use]
    pub fn calendar(&self) -> &str {
        &self.calendar
    }

    /// The region of that calendar, where the office has one.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }

    /// The same pack for an office in a region of its calendar (`DE-BE`), whose holidays then count too.
    #[must_use]
    pub fn in_region(mut self, region: &str) -> Self {
        self.region = Some(region.to_owned());
        self
    }

    /// The event from which a newcomer's first declaration is counted here: arrival in the country or moving in.
    #[must_use]
    pub const fn first_event(&self) -> Trigger {
        self.first_event
    }

    /// Who reviewed the pack, if a lawyer did.
    #[must_use]
    pub fn reviewed_by(&self) -> Option<&str> {
        self.reviewer.as_ref().map(|r| r.name.as_str())
    }

    /// What every page that shows a deadline has to say until a reviewer is named; in English where `lang` is missing.
    #[must_use]
    pub fn not_reviewed(&self, lang: &str) -> Option<&'static str> {
        self.reviewer.is_none().then(|| notice::not_reviewed(lang))
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|r| r.id() == id)
    }

    /// All rules, also those without a counted term.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The time in which the office enters a declaration.
    #[must_use]
    pub const fn entered_within(&self) -> Option<&OfficeTerm> {
        self.entered_within.as_ref()
    }

    /// The time after which the office's silence confirms a declaration.
    #[must_use]
    pub const fn silence_confirms(&self) -> Option<&OfficeTerm> {
        self.silence_confirms.as_ref()
    }

    /// What is kept, why, and until when.
    #[must_use]
    pub fn retention(&self) -> &[Retention] {
        &self.retention
    }

    /// The term of a case: of this pack, or the generic one, which says so in its note.
    #[must_use]
    pub fn case_term(&self, clock: CaseClock) -> CaseTerm {
        self.cases.of(clock).cloned().unwrap_or_else(|| CaseTerm::generic(clock))
    }

    /// The sources with these keys, in their order.
    #[must_use]
    pub fn sources(&self, keys: &[String]) -> Vec<Source> {
        let found = keys.iter().filter_map(|key| self.sources.iter().find(|(k, _)| k == key));
        found.map(|(_, source)| source.clone()).collect()
    }
}
