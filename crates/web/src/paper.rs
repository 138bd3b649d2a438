//! `/paper`: declaring by hand and by post. The blank form asks what the pages ask, in the words of the pages; its numbers are the same in every
//! language, so that any clerk can type any form.

use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::frame::Frame;
use crate::journey::step::Step;
use crate::record::pdf;
use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use doorstep_locales::Locale;
use doorstep_service::{Blank, Document, Qr, Section};

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/{locale}/paper", get(show)).route("/{locale}/paper/{file}", get(form))
}

/// A field of the form: the step whose question it is, the text id of its hint, and how many lines of handwriting it has room for.
struct Asked(Step, &'static str, u8);

/// The questions of the form in the order of the journey. A field's number is its place here.
const FIELDS: [Asked; 12] = [
    Asked(Step::Name, "paper-name-hint", 2),
    Asked(Step::Birth, "paper-date-hint", 1),
    Asked(Step::Citizenship, "paper-citizenship-hint", 1),
    Asked(Step::Arrived, "paper-date-hint", 1),
    Asked(Step::Address, "paper-address-hint", 3),
    Asked(Step::Unit, "paper-optional-hint", 1),
    Asked(Step::Since, "paper-date-hint", 1),
    Asked(Step::Until, "paper-optional-hint", 1),
    Asked(Step::Family, "paper-family-hint", 4),
    Asked(Step::Document, "paper-document-hint", 1),
    Asked(Step::Contact, "paper-contact-hint", 2),
    Asked(Step::Late, "paper-optional-hint", 2),
];

/// What only the form asks: text id, that of its hint, lines.
const PAPER_ONLY: [(&str, &str, u8); 3] =
    [("paper-language", "", 1), ("paper-code", "paper-code-hint", 1), ("paper-sign", "paper-sign-hint", 2)];

/// The number of the field that answers a step; photos have none.
pub(crate) fn number(step: Step) -> Option<usize> {
    let asked = match step {
        Step::NotListed | Step::NoAddress => Step::Address,
        Step::Members | Step::Along => Step::Family,
        step => step,
    };
    FIELDS.iter().position(|field| field.0 == asked).map(|i| i + 1)
}

#[derive(Template)]
#[template(path = "paper.html")]
struct Page {
    f: Frame,
    address: String,
}

async fn show(ctx: Ctx) -> Result<Response, Failure> {
    let address = ctx.service().settings().return_address.clone();
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("paper-title")).back("/"), address })
}

/// `/paper/form.pdf`
async fn form(ctx: Ctx, Path((_, file)): Path<(String, String)>) -> Result<Response, Failure> {
    if file != "form.pdf" {
        return Err(Failure::NotFound);
    }
    let name = format!("doorstep-form-{}.pdf", ctx.l);
    pdf::answer(&ctx, document(&ctx), &name).await
}

fn blanks(l: Locale) -> Vec<Blank> {
    let asked = FIELDS.iter().map(|Asked(step, hint, lines)| (l.t(&format!("{}-title", step.slug())), l.t(hint), *lines));
    let only = PAPER_ONLY.iter().map(|(id, hint, lines)| {
        let hint = if hint.is_empty() { Locale::EVERY.map(Locale::own_name).join(" · ") } else { l.t(hint) };
        (l.t(id), hint, *lines)
    });
    let all = asked.chain(only).enumerate();
    all.map(|(i, (label, hint, lines))| Blank { label: format!("{}. {label}", i + 1), hint, lines }).collect()
}

fn document(ctx: &Ctx) -> Document {
    let (l, service) = (ctx.l, ctx.service());
    let settings = service.settings();
    Document {
        lang: l.tag().to_owned(),
        title: l.t("paper-form-title"),
        issuer: settings.issuer.clone(),
        lead: vec![l.t("paper-form-lead"), l.t1("paper-form-send", "address", settings.return_address.as_str())],
        sections: vec![Section { blanks: blanks(l), ..Section::default() }],
        qr: Some(Qr { link: format!("{}/{l}/", settings.base_url), alt: l.t("paper-form-qr"), caption: l.t("paper-form-here") }),
        footer: l.t("paper-footer"),
        made_at: service.now(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever the pages ask stands on the form under a number, but photos.
    #[test]
    fn every_question_has_a_field() {
        for step in Step::EVERY {
            assert_eq!(number(step).is_none(), step == Step::Evidence, "{step:?}");
        }
    }

    #[test]
    fn the_form_has_the_same_numbers_in_every_language() {
        let numbers =
            |l: Locale| -> Vec<String> { blanks(l).iter().map(|b| b.label.split(' ').next().unwrap_or_default().to_owned()).collect() };
        let expected: Vec<String> = (1..=15).map(|n| format!("{n}.")).collect();
        for l in Locale::EVERY {
            assert_eq!(numbers(l), expected);
            for blank in blanks(l) {
                assert!(!blank.label.ends_with("-title") && blank.label.chars().filter(|c| *c == '-').count() < 4, "{}", blank.label);
            }
        }
    }
}
