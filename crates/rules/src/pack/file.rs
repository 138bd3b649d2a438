//! The form in which a pack is written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use super::{Basis, CutOff, Exemption, Fact, Fee, PackError, Retention, Reviewer, Trigger, Who};
use crate::{
    count::{CountFrom, Roll, Unit},
    place::Place,
    source::{Confidence, Source},
    text::Text,
};

/// A pack is never larger, in bytes.
const MAX_BYTES: usize = 512 * 1024;

/// The duties of one jurisdiction.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// Short lower-case name, as the file is called.
    #[cfg_attr(test, schemars(with = "String"))]
    pub id: Spanned<String>,
    /// Changes whenever a statement changes.
    pub version: String,
    /// ISO 3166 codes of the places in which the pack holds.
    pub jurisdiction: Vec<String>,
    /// The calendar that its working days follow.
    pub calendar: String,
    /// The region of that calendar, for a pack of one region.
    pub region: Option<String>,
    /// IANA time zone in which its days end.
    pub time_zone: String,
    /// The event from which a newcomer's first declaration is counted.
    pub first_event: Trigger,
    /// The lawyer who answers for it. Without one, every page says that nobody does.
    pub reviewer: Option<Reviewer>,
    /// The name of the jurisdiction.
    pub name: Text,
    /// Named groups of citizenships (ISO 3166-1 alpha-3).
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    /// What the statements were read in, by key.
    pub sources: BTreeMap<String, Source>,
    /// What binds the office.
    #[serde(default)]
    pub office: OfficeFile,
    /// The terms of cases; a generic one, which says so, where one is left out.
    #[serde(default)]
    pub cases: CasesFile,
    /// What is kept, why, and until when.
    #[serde(default)]
    pub retention: Vec<Retention>,
    /// The duties.
    pub rule: Vec<RuleFile>,
}

/// What binds the office, counted from the day of the declaration.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfficeFile {
    /// The time in which it enters a declaration.
    pub entered_within: Option<OfficeTermFile>,
    /// The time after which its silence confirms.
    pub silence_confirms: Option<OfficeTermFile>,
}

/// A term of the office.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OfficeTermFile {
    /// The count.
    #[cfg_attr(test, schemars(with = "TermFile"))]
    pub term: Spanned<TermFile>,
    /// Law or promise.
    pub basis: Basis,
    /// Keys of sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The terms of cases.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CasesFile {
    /// From sending a notice to the day before which it does not count as delivered.
    pub delivery: Option<CaseTermFile>,
    /// From delivery to the end of the time for an answer.
    pub answer: Option<CaseTermFile>,
    /// From the invitation to the first day on which a hearing can be held.
    pub hearing: Option<CaseTermFile>,
    /// From opening to the day by which the office should have decided.
    pub decide: Option<CaseTermFile>,
    /// From the draft to the day by which the second officer should have read it.
    pub confirm: Option<CaseTermFile>,
    /// From delivery of a decision to the end of the time for an appeal.
    pub appeal: Option<CaseTermFile>,
    /// From delivery of the appeal body's decision to the end of the time to go to court.
    pub court: Option<CaseTermFile>,
}

/// A term of cases.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseTermFile {
    /// The count.
    #[cfg_attr(test, schemars(with = "TermFile"))]
    pub term: Spanned<TermFile>,
    /// Law or promise.
    pub basis: Basis,
    /// How sure the collectors are.
    pub confidence: Confidence,
    /// Keys of sources; may be empty for a promise.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What a reviewer has to look at.
    pub note: Option<String>,
}

/// A count.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermFile {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: Unit,
    /// Where counting starts.
    pub count_from: CountFrom,
    /// What happens when the last day is a day off.
    #[serde(default)]
    pub roll: Roll,
    /// How many working days the term holds at least.
    #[serde(default)]
    pub min_working_days: u32,
}

/// How long before the event a declaration is possible.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarliestFile {
    /// How many.
    pub n: u32,
    /// Calendar days, weeks or months.
    pub unit: Unit,
}

/// One rule.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// Dotted name, unique in the pack.
    #[cfg_attr(test, schemars(with = "String"))]
    pub id: Spanned<String>,
    /// The events that start it.
    pub triggers: Vec<Trigger>,
    /// First day of an event that it applies to.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub from: Option<Date>,
    /// Last day of an event that it applies to.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub to: Option<Date>,
    /// A short name.
    pub name: Text,
    /// The rule in plain words.
    pub plain: Text,
    /// Who has to act.
    pub who: Vec<Who>,
    /// The same in words.
    pub who_must: Text,
    /// The count; left out where the law names no number.
    #[cfg_attr(test, schemars(with = "Option<TermFile>"))]
    pub term: Option<Spanned<TermFile>>,
    /// The law leaves no doubt how the term is counted, so that the strict reading is the deadline itself.
    #[serde(default)]
    pub one_reading: bool,
    /// When the last day ends.
    #[serde(default)]
    pub cut_off: CutOff,
    /// From when a declaration is possible before the event.
    pub earliest: Option<EarliestFile>,
    /// The general rule that this one relaxes for `citizens`.
    pub overrides: Option<String>,
    /// ISO 3166-1 alpha-3 codes or groups of the pack. Only in a rule that overrides another.
    #[serde(default)]
    pub citizens: Vec<String>,
    /// Who need not.
    #[serde(default)]
    pub exempt: Vec<Exemption>,
    /// What is handed in or shown.
    pub evidence: Option<Text>,
    /// What it costs; the first that holds on a day.
    #[serde(default)]
    pub fee: Vec<Fee>,
    /// How long it holds.
    pub validity: Option<Text>,
    /// When it has to be renewed.
    pub renewal: Option<Text>,
    /// The grounds of all these statements: every statement needs one.
    pub facts: Vec<Fact>,
}

impl PackFile {
    /// Reads the form.
    pub(super) fn parse(text: &str) -> Result<Self, PackError> {
        if text.len() > MAX_BYTES {
            return Err(PackError::TooLarge(text.len()));
        }
        toml::from_str(text).map_err(|error| at(text, error.span().map_or(0, |s| s.start), error.message()))
    }
}

pub(super) fn at(text: &str, offset: usize, message: impl Into<String>) -> PackError {
    let Place { line, column } = Place::of(text, offset);
    PackError::At { line, column, message: message.into() }
}
