//! Members of the household who join an act: chosen by checkboxes.

use crate::form::{Errors, Form};
use crate::part::{Choice, Choices};
use doorstep_locales::Locale;
use doorstep_register::{PersonId, Record};

/// The checkboxes; all are chosen at first, because families mostly stay together.
pub(super) fn field(l: Locale, label: &str, household: &[Record], form: Option<&Form>, errors: &Errors) -> Option<Choices> {
    if household.is_empty() {
        return None;
    }
    let choices = household.iter().map(|member| {
        let id = member.person.to_string();
        let chosen = form.is_none_or(|form| form.all("along").any(|value| value == id));
        let name = member.names().map_or("", |n| n.formal()).to_owned();
        Choice::new(&id, name, chosen).foreign()
    });
    Some(Choices::new(l, "along", l.t(label), errors).many().choices(choices.collect()))
}

/// Who was chosen, among those who are of the household.
pub(super) fn chosen(household: &[Record], form: &Form) -> Vec<PersonId> {
    household.iter().map(|m| m.person).filter(|person| form.all("along").any(|value| value == person.to_string())).collect()
}
