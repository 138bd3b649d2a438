//! `/my-cases/{id}/hearing`, `/maintain`, `/appeal`, `/appeal-back`, `/take-back`: one act, with a page that says what follows from it.

use super::words::{act_key, act_page, title};
use super::{case_id, done, path};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::part::{Question, Textarea, paragraph};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_register::{CaseId, Words};
use doorstep_service::{CaseOfMine, Doable, Error, MineAct};

/// What the page is for, by the last part of its address.
fn doable(page: &str) -> Result<Doable, Failure> {
    let own = |what: &Doable| *what != Doable::Answer && act_page(*what).strip_prefix('/') == Some(page);
    Doable::ALL.into_iter().find(own).ok_or(Failure::NotFound)
}

/// The act itself; words that are missing are noted.
fn act(l: doorstep_locales::Locale, what: Doable, form: &Form, errors: &mut Errors) -> Option<MineAct> {
    let typed = form.get("words");
    Some(match what {
        Doable::Answer => return None,
        Doable::AskHearing => MineAct::AskHearing,
        Doable::Maintain => MineAct::Maintain(errors.take("words", Words::parse(typed).map_err(|error| text_error(l, error)))?),
        Doable::Appeal => MineAct::Appeal(errors.take("words", Words::parse_optional(typed).map_err(|error| text_error(l, error)))?),
        Doable::WithdrawAppeal => MineAct::WithdrawAppeal,
        Doable::Withdraw => MineAct::Withdraw,
    })
}

fn page(ctx: &Ctx, mine: &CaseOfMine, what: Doable, typed: &str, errors: Errors) -> Question {
    let (l, key) = (ctx.l, act_key(what, mine));
    let heading = l.t(&format!("do-{key}-title"));
    let frame = ctx.frame(heading.clone()).back(path(ctx, mine.row.id, ""));
    let mut question = Question::new(frame, errors.clone()).heading(heading).hidden("seen", mine.row.version);
    question.caption = Some(title(l, mine.row.kind, mine.side));
    question = question.before(paragraph(&l.t(&format!("do-{key}-then"))));
    match what {
        Doable::Maintain => {
            let words = Textarea::new(l, "words", l.t("do-maintain-words"), &errors).hint(l.t("words-hint")).value(typed);
            question = question.field(words);
        }
        Doable::Appeal => {
            let words = Textarea::new(l, "words", l.t("do-appeal-words"), &errors).hint(l.t("do-appeal-hint")).value(typed);
            question = question.field(words);
        }
        Doable::Withdraw => question.warning = true,
        Doable::Answer | Doable::AskHearing | Doable::WithdrawAppeal => {}
    }
    question.button(l.t(&format!("do-{key}-button"))).link(path(ctx, mine.row.id, ""), l.t("do-not"))
}

async fn load(ctx: &Ctx, id: CaseId, what: Doable) -> Result<CaseOfMine, Failure> {
    let mine = ctx.service().my_case(ctx.person()?, id).await?;
    if mine.can(what) { Ok(mine) } else { Err(Failure::NotFound) }
}

pub(super) async fn get(ctx: Ctx, Path((_, id, name)): Path<(String, String, String)>) -> Result<Response, Failure> {
    let (id, what) = (case_id(&id)?, doable(&name)?);
    match load(&ctx, id, what).await {
        Ok(mine) => page(&ctx, &mine, what, "", Errors::default()).respond(&ctx),
        // Done meanwhile, or no longer possible: the case tells.
        Err(Failure::NotFound) => Ok(ctx.go(&path(&ctx, id, ""))),
        Err(other) => Err(other),
    }
}

pub(super) async fn post(Path((_, id, name)): Path<(String, String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let (id, what) = (case_id(&id)?, doable(&name)?);
    let mine = match load(&ctx, id, what).await {
        Ok(mine) => mine,
        // A second tap.
        Err(Failure::NotFound) => return Ok(ctx.go(&path(&ctx, id, ""))),
        Err(other) => return Err(other),
    };
    let typed: String = form.get("words").chars().take(5000).collect();
    let mut errors = Errors::default();
    let Some(act) = act(ctx.l, what, &form, &mut errors) else { return page(&ctx, &mine, what, &typed, errors).respond(&ctx) };
    match ctx.service().my_act(ctx.person()?, id, form.number("seen"), act).await {
        Ok(()) => Ok(ctx.go(&done(&ctx, id, &act_page(what)[1..]))),
        Err(Error::Stale(_)) => {
            errors.add("", ctx.l.t("mine-stale"));
            let mut response = page(&ctx, &mine, what, &typed, errors).respond(&ctx)?;
            *response.status_mut() = StatusCode::CONFLICT;
            Ok(response)
        }
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                errors.add("", sentence);
                page(&ctx, &mine, what, &typed, errors).respond(&ctx)
            }
            None => Err(error.into()),
        },
    }
}
