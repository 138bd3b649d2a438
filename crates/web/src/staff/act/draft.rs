//! `/cases/{id}/draft/{outcome}`: with which words the officer begins. `…/write`: facts, rule, reasons and grounds, in the language of the office
//! and in the person's, and who is asked to confirm.

use super::{Made, caption, decides, made, meanwhile, opened, question, reasons, refused};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, Input, Question, Select, inset, paragraph};
use crate::staff::case::{case_id, said};
use crate::staff::words::{ground, ground_word, outcome, outcome_of};
use axum::extract::{Path, Query};
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_register::case::{Finding, Ground, Outcome};
use doorstep_register::{Line, StaffId, Words};
use doorstep_service::{CaseView, Doing, QueueEntry, StaffAct, outcome_key};
use serde::Deserialize;

pub(in crate::staff) const SLUG: &str = "draft";
/// What [`done`](super::done) says of a decision that needs no second officer.
pub(in crate::staff) const DECIDED: &str = "decided";

type At = Path<(String, String, String)>;

#[derive(Deserialize)]
pub(in crate::staff) struct From {
    /// The number of a ready-made reason.
    #[serde(default)]
    from: usize,
}

fn path(entry: &QueueEntry, decided: Outcome, more: &str) -> String {
    format!("/cases/{}/draft/{}{more}", entry.id, outcome_key(decided))
}

/// The case as it stands in the queue, and the outcome of the address. Opens nothing.
async fn asked(ctx: &Ctx, id: &str, word: &str) -> Result<(QueueEntry, Outcome), Failure> {
    let entry = ctx.service().case_entry(decides(ctx).await?, case_id(id)?).await?;
    let decided = outcome_of(entry.kind, word).ok_or(Failure::NotFound)?;
    Ok((entry, decided))
}

fn choose(ctx: &Ctx, entry: &QueueEntry, decided: Outcome, errors: Errors) -> Result<Response, Failure> {
    let l = ctx.l;
    let about = (entry.kind, decided);
    let ready = |number: usize| {
        let text = |part| reasons::ready(l, about, number, part).unwrap_or_default();
        Choice::new(&number.to_string(), text("why"), false).hint(text("facts"))
    };
    let mut choices: Vec<Choice> = (1..=reasons::how_many(l, about)).map(ready).collect();
    choices.push(Choice::new("0", l.t("office-own-words"), false).after_or());
    let frame = ctx.frame(l.t("office-do-draft-begin")).back(format!("/cases/{}", entry.id));
    let mut page = Question::new(frame, errors.clone()).heading(l.t("office-do-draft-begin"));
    page.caption = Some(caption(ctx, entry));
    page.before(inset(&outcome(l, decided)))
        .field(Choices::new(l, "from", l.t("office-do-draft-from"), &errors).choices(choices))
        .respond(ctx)
}

pub(in crate::staff) async fn get(ctx: Ctx, Path((_, id, word)): At) -> Result<Response, Failure> {
    let (entry, decided) = asked(&ctx, &id, &word).await?;
    if !entry.mine {
        return Ok(ctx.go(&format!("/cases/{}", entry.id)));
    }
    choose(&ctx, &entry, decided, Errors::default())
}

pub(in crate::staff) async fn post(Path((_, id, word)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let (entry, decided) = asked(&ctx, &id, &word).await?;
    let from = form.get("from").parse::<usize>().ok().filter(|from| *from <= reasons::how_many(ctx.l, (entry.kind, decided)));
    match from {
        Some(from) => Ok(ctx.go(&path(&entry, decided, &format!("/write?from={from}")))),
        None => {
            let mut errors = Errors::default();
            errors.add("from", ctx.l.t("error-choose"));
            choose(&ctx, &entry, decided, errors)
        }
    }
}

/// The form with the chosen words in it, in the language of the office and in the sides' own.
fn begun(ctx: &Ctx, view: &CaseView, decided: Outcome, from: usize) -> Form {
    let mut form = Form::default();
    form.push("version", view.case.version().to_string());
    let about = (view.case.kind(), decided);
    let mut fill = |language: Locale, name: &dyn Fn(&str) -> String| {
        for (field, part) in [("facts", "facts"), ("reasons", "why")] {
            form.push(&name(field), reasons::ready(language, about, from, part).unwrap_or_default());
        }
    };
    fill(ctx.service().settings().locale, &|name| name.to_owned());
    let others = reasons::others(ctx, view);
    for other in &others {
        fill(*other, &|name| reasons::field(name, *other));
    }
    for other in others {
        form.push("known-language", other.tag().to_owned());
    }
    for ground in view.case.grounds(ctx.service().now()) {
        form.push("known-ground", ground_word(ground).to_owned());
    }
    for (id, pseudonym) in &view.colleagues {
        form.push("known-colleague", format!("{id} {pseudonym}"));
    }
    form
}

/// The officers that a form knows of: id and what people see instead of the name.
pub(super) fn colleagues(form: &Form) -> Vec<(String, String)> {
    form.all("known-colleague").filter_map(|text| text.split_once(' ')).map(|(id, name)| (id.to_owned(), name.to_owned())).collect()
}

/// The officer who was chosen.
pub(super) fn chosen_officer(ctx: &Ctx, form: &Form, name: &str, errors: &mut Errors) -> Option<StaffId> {
    let chosen = uuid::Uuid::try_parse(form.get(name)).map(StaffId).map_err(|_| ctx.l.t("error-choose"));
    errors.take(name, chosen)
}

/// A list of officers to choose from.
pub(super) fn officers(ctx: &Ctx, name: &str, label: &str, form: &Form, errors: &Errors) -> Select {
    let mut options = vec![(String::new(), ctx.l.t("office-choose-officer"))];
    options.extend(colleagues(form));
    Select::new(ctx.l, name, ctx.l.t(label), errors).options(options, form.get(name).chars().take(40).collect::<String>())
}

fn write(ctx: &Ctx, entry: &QueueEntry, decided: Outcome, form: &Form, errors: &Errors) -> Question {
    let l = ctx.l;
    let weighs = entry.kind.weighs(decided);
    let mut page = question(ctx, SLUG, entry, errors).hidden("version", form.number("version"));
    page.wide = true;
    for (name, value) in form.known() {
        page = page.hidden(name, value);
    }
    page = page.before(inset(&outcome(l, decided)));
    page = page.html(reasons::beside(ctx, form, errors, &[("facts", l.t("office-facts")), ("reasons", l.t("office-reasons"))]));
    let rule = Input::new(l, "rule", l.t("office-rule"), errors).hint(l.t("office-rule-hint"));
    page = page.field(rule.value(form.get("rule").chars().take(300).collect::<String>()));
    let on_file: Vec<Ground> = form.all("known-ground").filter_map(ground_of).collect();
    if on_file.is_empty() {
        page = page.html(paragraph(&l.t("office-no-grounds")));
    } else {
        let chosen = |word: &str| form.all("grounds").any(|chosen| chosen == word);
        let choice = |known: &Ground| {
            let carries = if known.carries() { l.t("office-ground-carries") } else { l.t("office-ground-carries-nothing") };
            Choice::new(ground_word(*known), ground(l, *known), chosen(ground_word(*known))).hint(carries)
        };
        page = page.field(Choices::new(l, "grounds", l.t("office-grounds"), errors).many().choices(on_file.iter().map(choice).collect()));
    }
    if weighs {
        let second = officers(ctx, "second", "office-second", form, errors).hint(l.t("office-second-hint"));
        return page.field(second).button(l.t("office-do-draft-button"));
    }
    page.html(paragraph(&l.t("office-no-second"))).button(l.t("office-do-decided-button"))
}

fn ground_of(word: &str) -> Option<Ground> {
    Ground::ALL.into_iter().find(|ground| ground_word(*ground) == word)
}

fn read(ctx: &Ctx, entry: &QueueEntry, decided: Outcome, form: &Form, errors: &mut Errors) -> Option<StaffAct> {
    let text = |error| text_error(ctx.l, error);
    let whole = Words::parse(form.get("facts")).and_then(|_| Words::parse(&reasons::joined(form, "facts")));
    let facts = errors.take("facts", whole.map_err(text));
    let why = reasons::read(ctx, form, "reasons", errors);
    let rule = errors.take("rule", Line::parse(form.get("rule")).map_err(text));
    let weighs = entry.kind.weighs(decided);
    let second = if weighs { chosen_officer(ctx, form, "second", errors) } else { None };
    let grounds = form.all("grounds").filter_map(ground_of).collect();
    Some(StaffAct::Draft(Finding { outcome: decided, facts: facts?, rule: rule?, reasons: why?, grounds }, second))
}

pub(in crate::staff) async fn write_get(ctx: Ctx, Path((_, id, word)): At, Query(how): Query<From>) -> Result<Response, Failure> {
    let (entry, decided) = asked(&ctx, &id, &word).await?;
    let view = match opened(&ctx, decides(&ctx).await?, &id).await? {
        Ok(view) => view,
        Err(elsewhere) => return Ok(elsewhere),
    };
    if let Some(refusal) = view.refusal(Doing::Draft(decided)) {
        return refused(&ctx, SLUG, &view.entry, refusal);
    }
    let form = begun(&ctx, &view, decided, how.from);
    write(&ctx, &entry, decided, &form, &Errors::default()).before(said::html(&ctx, &view)).respond(&ctx)
}

pub(in crate::staff) async fn write_post(Path((_, id, word)): At, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let entry = ctx.service().case_in_reach(session, case_id(&id)?).await?;
    let decided = outcome_of(entry.kind, &word).ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let Some(act) = read(&ctx, &entry, decided, &form, &mut errors).filter(|_| errors.is_empty()) else {
        return write(&ctx, &entry, decided, &form, &errors).respond(&ctx);
    };
    let slug = if entry.kind.weighs(decided) { SLUG } else { DECIDED };
    match made(&ctx, &entry, slug, "facts", &form, act).await? {
        Made::Done(response) => Ok(response),
        Made::Refused(errors) => write(&ctx, &entry, decided, &form, &errors).respond(&ctx),
        Made::Meanwhile { form, changed } => {
            let mut page = write(&ctx, &entry, decided, &form, &Errors::default());
            page.before.extend(changed);
            meanwhile(&ctx, page)
        }
    }
}
