//! Who lives there too.

use super::person::{birth_form, names_keep};
use crate::ctx::Ctx;
use crate::date_answer::DateAnswer;
use crate::form::{Errors, Form};
use crate::journey::countries;
use crate::journey::page::Journeyman;
use crate::journey::step::Step;
use crate::part::{Choice, Choices, DateInput, Input, Question, Select, paragraph};
use doorstep_register::{CitizenshipCode, Identity, Names};

/// How many members join one declaration; more are entered in a second one.
const FAMILY: usize = 20;

fn asks_for_one(traveller: &Journeyman) -> bool {
    traveller.answers.members.is_empty() || traveller.answers.adding
}

pub(super) fn kept(traveller: &Journeyman, step: Step, form: &mut Form, _ctx: &Ctx) {
    let answers = &traveller.answers;
    match step {
        Step::Family => {
            if let Some(with) = answers.with_family {
                form.push("family", if with { "yes" } else { "no" }.to_owned());
            }
        }
        Step::Members => birth_form(&DateAnswer::default(), form),
        _ => answers.along.iter().for_each(|id| form.push("along", id.to_string())),
    }
}

pub(super) fn show(
    ctx: &Ctx,
    traveller: &Journeyman,
    step: Step,
    form: &Form,
    errors: &Errors,
    page: impl Fn(&str) -> Question,
) -> Question {
    let l = ctx.l;
    match step {
        Step::Family => {
            let choices = [("no", "family-no"), ("yes", "family-yes")];
            let choices = choices.map(|(value, id)| Choice::new(value, l.t(id), form.get("family") == value)).to_vec();
            page("family-title")
                .field(Choices::new(l, "family", l.t("family-title"), errors).question().hint(l.t("family-hint")).choices(choices))
        }
        Step::Members if asks_for_one(traveller) => {
            let title = l.t1("members-title", "n", traveller.answers.members.len() + 1);
            page("members-page")
                .heading(title)
                .html(paragraph(&l.t("members-text")))
                .hidden("form", "one")
                .field(Input::new(l, "passport", l.t("name-passport"), errors).hint(l.t("name-passport-hint")).value(form.get("passport")))
                .field(Input::new(l, "local", l.t("name-local"), errors).hint(l.t("name-local-hint")).value(form.get("local")))
                .field(DateInput::new(l, "birth", l.t("birth-label"), errors).hint(l.t("birth-hint")).value(DateAnswer::of(form, "birth")))
                .field(
                    Select::new(l, "citizenship", l.t("citizenship-label"), errors).options(countries::options(l), form.get("citizenship")),
                )
        }
        Step::Members => {
            let members = traveller.answers.members.iter().enumerate();
            let remove = members.map(|(i, m)| Choice::new(&i.to_string(), m.names.formal().to_owned(), false).foreign()).collect();
            let another = [("no", "members-no-more"), ("yes", "members-one-more")];
            let another = another.map(|(value, id)| Choice::new(value, l.t(id), form.get("another") == value)).to_vec();
            let names: Vec<String> = traveller
                .answers
                .members
                .iter()
                .map(|m| format!("<li><bdi>{}</bdi></li>", crate::part::escape(m.names.formal())))
                .collect();
            page("members-page")
                .heading(l.t1("members-list-title", "n", traveller.answers.members.len()))
                .html(format!("<ul class=\"ds-list ds-list--bullet\">{}</ul>", names.join("")))
                .field(Choices::new(l, "another", l.t("members-another"), errors).choices(another))
                .field(Choices::new(l, "remove", l.t("members-remove"), errors).many().choices(remove))
        }
        _ => {
            let choices = traveller.household.iter().map(|member| {
                let id = member.person.to_string();
                let name = member.names().map(|n| n.formal().to_owned()).unwrap_or_default();
                let chosen = form.all("along").any(|a| a == id);
                Choice::new(&id, name, chosen).foreign()
            });
            page("along-title").field(
                Choices::new(l, "along", l.t("along-title"), errors).question().hint(l.t("along-hint")).many().choices(choices.collect()),
            )
        }
    }
}

pub(super) fn keep(ctx: &Ctx, traveller: &mut Journeyman, step: Step, form: &Form, errors: &mut Errors) -> bool {
    let l = ctx.l;
    match step {
        Step::Family => {
            match form.get("family") {
                "yes" => traveller.answers.with_family = Some(true),
                "no" => {
                    traveller.answers.with_family = Some(false);
                    traveller.answers.members.clear();
                    traveller.answers.done.remove(&Step::Members);
                }
                _ => errors.add("family", l.t("error-choose")),
            }
            false
        }
        Step::Members if form.get("form") == "one" => {
            if traveller.answers.members.len() >= FAMILY {
                errors.add("passport", l.t1("error-too-many", "n", FAMILY));
                return true;
            }
            if let Some(member) = member(ctx, form, errors) {
                traveller.answers.members.push(member);
                traveller.answers.adding = false;
            }
            true
        }
        Step::Members => {
            let gone: Vec<usize> = form.all("remove").filter_map(|i| i.parse().ok()).collect();
            let mut number = 0..;
            traveller.answers.members.retain(|_| number.next().is_some_and(|i| !gone.contains(&i)));
            traveller.answers.adding = form.get("another") == "yes";
            if gone.is_empty() && form.get("another").is_empty() {
                errors.add("another", l.t("error-choose"));
            }
            !gone.is_empty() || traveller.answers.adding || traveller.answers.members.is_empty()
        }
        _ => {
            let known = traveller.household.iter().map(|r| r.person.0);
            traveller.answers.along = known.filter(|id| form.all("along").any(|a| a == id.to_string())).collect();
            false
        }
    }
}

fn member(ctx: &Ctx, form: &Form, errors: &mut Errors) -> Option<Identity> {
    let l = ctx.l;
    let names: Names = names_keep(l, form, errors);
    let birth = errors.take("birth", DateAnswer::of(form, "birth").parse_birth(l, ctx.service().today())).flatten();
    let citizenship = match form.get("citizenship") {
        "" => None,
        code => errors.take("citizenship", CitizenshipCode::parse(code).map_err(|_| l.t("error-citizenship"))),
    };
    errors.is_empty().then_some(Identity { names, birth, citizenship, document: None })
}
