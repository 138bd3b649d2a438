//! One rule of a pack.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{About, Fact};
use crate::{count::Term, source::Confidence, text::Text};

/// The event that starts a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// Arrival in the country.
    Arrival,
    /// Moving into the first dwelling in the country.
    MoveIn,
    /// Moving from one dwelling to another in the country.
    Move,
    /// Entry into the country without a visa, where that starts a term of its own.
    VisaFreeEntry,
    /// Leaving the country, or a dwelling without a new one in the country.
    Departure,
    /// The lawful stay, or the registration, ends and is to be renewed.
    Renewal,
    /// Somebody is taken in by a host.
    Hosting,
    /// A residence permit or card was issued or renewed.
    PermitIssued,
    /// A paid month of a permit began.
    PaidMonth,
    /// The host refuses or delays a confirmation.
    HostRefuses,
    /// The office registered somebody at an address.
    Registered,
}

/// Who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The person who lives there.
    Resident,
    /// Those in whose dwelling a child lives.
    Guardian,
    /// Whoever provides the dwelling.
    Host,
    /// The office.
    Office,
}

/// When the last day ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CutOff {
    /// At 24:00 local time.
    #[default]
    Midnight,
    /// When the office closes, for what has to be done there.
    OfficeClose,
}

/// Somebody or something that a rule leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// Who or when, in words.
    pub text: Text,
    /// ISO 3166-1 alpha-3 codes or groups of the pack: whoever has one of these citizenships is left out by itself.
    #[serde(default, skip_serializing)]
    pub citizens: Vec<String>,
}

/// What it costs.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// In words, with who is free of it.
    pub text: Text,
    /// Decimal number, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<String>,
    /// ISO 4217.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// First day on which it holds.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day on which it holds.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// One rule: an event, who has to do what, and by when.
///
/// The citizenships that it names are for [`crate::duties`] alone; nothing else can read them (two versions of a rule can be compared).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rule {
    pub(super) id: String,
    pub(super) triggers: Vec<Trigger>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) name: Text,
    pub(super) plain: Text,
    pub(super) who: Vec<Who>,
    pub(super) who_must: Text,
    pub(super) term: Option<Term>,
    pub(super) one_reading: bool,
    pub(super) cut_off: CutOff,
    pub(super) earliest: Option<Term>,
    pub(super) overrides: Option<String>,
    #[serde(skip)]
    pub(crate) citizens: Vec<String>,
    pub(super) exemptions: Vec<Exemption>,
    #[serde(skip)]
    pub(crate) exempt_citizens: Vec<String>,
    pub(super) evidence: Option<Text>,
    pub(super) fees: Vec<Fee>,
    pub(super) validity: Option<Text>,
    pub(super) renewal: Option<Text>,
    pub(super) facts: Vec<Fact>,
}

impl Rule {
    /// `ru.arrival.general`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The events that start it.
    #[must_use]
    pub fn triggers(&self) -> &[Trigger] {
        &self.triggers
    }

    /// First and last day of an event that it applies to; open where `None`.
    #[must_use]
    pub const fn in_force(&self) -> (Option<Date>, Option<Date>) {
        (self.from, self.to)
    }

    /// Whether an event on that day starts it.
    #[must_use]
    pub fn starts_on(&self, trigger: Trigger, date: Date) -> bool {
        self.triggers.contains(&trigger) && self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }

    /// A short name.
    #[must_use]
    pub fn name(&self, lang: &str) -> &str {
        self.name.get(lang)
    }

    /// The rule in plain words.
    #[must_use]
    pub fn plain(&self, lang: &str) -> &str {
        self.plain.get(lang)
    }

    /// Who has to act.
    #[must_use]
    pub fn who(&self) -> &[Who] {
        &self.who
    }

    /// The same in words.
    #[must_use]
    pub fn who_must(&self, lang: &str) -> &str {
        self.who_must.get(lang)
    }

    /// The count; `None` where the law names no number ("at once", or nothing at all).
    #[must_use]
    pub const fn term(&self) -> Option<&Term> {
        self.term.as_ref()
    }

    /// Whether the law leaves no doubt how the term is counted.
    #[must_use]
    pub const fn one_reading(&self) -> bool {
        self.one_reading
    }

    /// When the last day ends.
    #[must_use]
    pub const fn cut_off(&self) -> CutOff {
        self.cut_off
    }

    /// How long before the event a declaration is possible; counted backwards.
    #[must_use]
    pub const fn earliest(&self) -> Option<&Term> {
        self.earliest.as_ref()
    }

    /// The general rule that this one relaxes for some.
    #[must_use]
    pub fn overrides(&self) -> Option<&str> {
        self.overrides.as_deref()
    }

    /// Who is left out, in words.
    #[must_use]
    pub fn exemptions(&self) -> &[Exemption] {
        &self.exemptions
    }

    /// What is handed in or shown.
    #[must_use]
    pub fn evidence(&self, lang: &str) -> Option<&str> {
        self.evidence.as_ref().map(|t| t.get(lang))
    }

    /// What it costs on a day.
    #[must_use]
    pub fn fee_on(&self, date: Date) -> Option<&Fee> {
        let holds = |f: &&Fee| f.from.is_none_or(|from| from <= date) && f.to.is_none_or(|to| date <= to);
        self.fees.iter().find(holds)
    }

    /// How long a declaration holds.
    #[must_use]
    pub fn validity(&self, lang: &str) -> Option<&str> {
        self.validity.as_ref().map(|t| t.get(lang))
    }

    /// When it is renewed.
    #[must_use]
    pub fn renewal(&self, lang: &str) -> Option<&str> {
        self.renewal.as_ref().map(|t| t.get(lang))
    }

    /// The grounds of all statements.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// How sure the deadline is: the lower of its term's and its count's confidence.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        let grounds = self.facts.iter().filter(|f| f.about.iter().any(|a| matches!(a, About::Term | About::Count)));
        grounds.map(|f| f.confidence).min().unwrap_or(Confidence::Low)
    }

    /// Keys of all its sources, each once, in the order of its facts.
    #[must_use]
    pub fn source_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for key in self.facts.iter().flat_map(|f| &f.sources) {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        keys
    }
}
