//! Which statements differ between two versions of a rule.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Rule;

/// A statement of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    /// Which events start it.
    Triggers,
    /// From when and until when it is in force.
    InForce,
    /// The term, its readings, its cut-off, or how early one may declare.
    Count,
    /// Which general rule it relaxes, and for citizens of which countries.
    Citizens,
    /// Who need not.
    Exempt,
    /// Who has to act.
    Who,
    /// Its name and plain words.
    Words,
    /// What is handed in or shown.
    Evidence,
    /// What it costs.
    Fee,
    /// How long it holds, and when it is renewed.
    Validity,
    /// Sources and confidence.
    Grounds,
}

impl Rule {
    /// The statements in which another version of the rule differs. For people who compare versions; it looks at nobody.
    pub(crate) fn differences(&self, is: &Rule) -> BTreeSet<Statement> {
        let differ = [
            (Statement::Triggers, self.triggers != is.triggers),
            (Statement::InForce, (self.from, self.to) != (is.from, is.to)),
            (
                Statement::Count,
                (self.term, self.one_reading, self.cut_off, self.earliest) != (is.term, is.one_reading, is.cut_off, is.earliest),
            ),
            (Statement::Citizens, (&self.overrides, &self.citizens) != (&is.overrides, &is.citizens)),
            (Statement::Exempt, (&self.exemptions, &self.exempt_citizens) != (&is.exemptions, &is.exempt_citizens)),
            (Statement::Who, (&self.who, &self.who_must) != (&is.who, &is.who_must)),
            (Statement::Words, (&self.name, &self.plain) != (&is.name, &is.plain)),
            (Statement::Evidence, self.evidence != is.evidence),
            (Statement::Fee, self.fees != is.fees),
            (Statement::Validity, (&self.validity, &self.renewal) != (&is.validity, &is.renewal)),
            (Statement::Grounds, self.facts != is.facts),
        ];
        differ.into_iter().filter_map(|(statement, differs)| differs.then_some(statement)).collect()
    }
}
