//! At a desk: the machine-readable lines of a document fill in the answers. They are one way among others; nothing of them is kept but names,
//! birth, citizenship and number, and each of these can be changed.

use super::answers::Answers;
use super::countries;
use super::page::Journeyman;
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::form::{Errors, Form};
use crate::part::{Textarea, inset};
use doorstep_locales::Locale;
use doorstep_passport::{Fault, Part, Script, Zone, ZoneName, offer, read};
use doorstep_register::{Birth, Document, Name, Names};

/// The name of the field.
pub(crate) const FIELD: &str = "zone";

/// How many letters a name can have in the lines of a card or passport; a name of this length may have been cut.
const FULL: [usize; 3] = [30, 31, 39];

/// The field for the lines.
pub(crate) fn field(l: Locale, form: &Form, errors: &Errors) -> Textarea {
    Textarea::new(l, FIELD, l.t("zone-title"), errors).hint(l.t("zone-hint")).zone().value(form.get(FIELD))
}

/// What the lines in a form say; nothing, if there are none.
pub(crate) fn typed(ctx: &Ctx, form: &Form, errors: &mut Errors) -> Option<Zone> {
    let typed = form.get(FIELD);
    if typed.trim().is_empty() {
        return None;
    }
    errors.take(FIELD, read(typed, ctx.service().today().year()).map_err(|fault| words(ctx.l, fault)))
}

/// What to say of lines that cannot be read.
fn words(l: Locale, fault: Fault) -> String {
    let line = |line: usize| ("line", (line as i64).into());
    match fault {
        Fault::Shape { characters } => l.t1("zone-fault-shape", "n", characters),
        Fault::Length { line: n, needed, found } => {
            l.ta("zone-fault-length", &[line(n), ("needed", needed.into()), ("found", found.into())])
        }
        Fault::Letter { line: n, column, found } => {
            l.ta("zone-fault-letter", &[line(n), ("column", column.into()), ("found", found.to_string().into())])
        }
        Fault::Digit { part: Part::Whole, lines: 3, .. } => l.t("zone-fault-whole-card"),
        Fault::Digit { part: Part::Whole, .. } => l.t("zone-fault-whole"),
        Fault::Digit { line: n, part, .. } => l.ta(&format!("zone-fault-{}", part_word(part)), &[line(n)]),
        Fault::Visa => l.t("zone-fault-visa"),
        Fault::Kind => l.t("zone-fault-kind"),
        Fault::NoNumber { line: n } => l.ta("zone-fault-no-number", &[line(n)]),
    }
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Number => "number",
        Part::Birth => "birth",
        Part::Expiry => "expiry",
        Part::Optional => "optional",
        Part::Whole => "whole",
    }
}

/// A birth as it is typed.
pub(crate) fn birth_answer(birth: Option<Birth>) -> DateAnswer {
    let part = |part: Option<i8>| part.map(|n| n.to_string()).unwrap_or_default();
    birth.map_or_else(DateAnswer::default, |birth| DateAnswer {
        day: part(birth.day),
        month: part(birth.month),
        year: birth.year.to_string(),
    })
}

/// The names, with an offer in the script of the country where the bearer is there to change it. What they want to be called is theirs to say.
fn names(ctx: &Ctx, traveller: &Journeyman, zone: &Zone) -> Names {
    let there = traveller.session.posted_on().is_none();
    let script = ctx.service().pack().jurisdiction().first().and_then(|jurisdiction| Script::of(jurisdiction));
    let offered = script.filter(|_| there).map(|script| offer(script, &zone.name, &zone.issuer));
    Names {
        passport: Name::parse(&zone.name.words()).ok(),
        local: offered.and_then(|name| Name::parse(&name).ok()),
        machine: Name::parse(&zone.name.printed).ok(),
        called: traveller.answers.names.called.clone(),
    }
}

/// Fills in the answers; each stays to be asked.
pub(super) fn fill(ctx: &Ctx, traveller: &mut Journeyman, zone: &Zone) {
    let names = names(ctx, traveller, zone);
    let citizenship = zone.citizenship.as_ref().map(|code| code.as_str().to_owned()).filter(|code| countries::known(code));
    let answers: &mut Answers = &mut traveller.answers;
    answers.names = names;
    answers.birth = birth_answer(zone.birth);
    answers.citizenship = citizenship.unwrap_or_default();
    answers.document = Document::parse(zone.kind, &zone.number).ok();
}

/// What to mind about names that were read: nothing, if none were.
pub(super) fn notes(l: Locale, names: &Names) -> String {
    let Some(machine) = &names.machine else { return String::new() };
    let letters = machine.as_str().chars().count();
    let mut text = l.t("zone-read");
    if FULL.contains(&letters) {
        text = format!("{text} {}", l.t("zone-full"));
    }
    inset(&text)
}

/// Whether a local name is still the one that was offered.
pub(super) fn is_offer(ctx: &Ctx, answers: &Answers) -> bool {
    let script = ctx.service().pack().jurisdiction().first().and_then(|jurisdiction| Script::of(jurisdiction));
    let (Some(script), Some(local), Some(machine)) = (script, &answers.names.local, &answers.names.machine) else { return false };
    let (primary, secondary) = machine.as_str().split_once("<<").unwrap_or((machine.as_str(), ""));
    let words = |part: &str| part.replace('<', " ");
    let name = ZoneName { printed: machine.as_str().to_owned(), primary: words(primary), secondary: words(secondary), full: false };
    // By whichever table it was made.
    ["UZB", ""].iter().any(|issuer| offer(script, &name, issuer) == local.as_str())
}
