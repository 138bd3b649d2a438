//! `/cases/…/…`: one page for each act that an office does in a case.
//!
//! A page opens what was said in the case, which is a look that people see, and asks the case whether the act is possible. What its form
//! needs of the case goes along in it, so that a slip of the pen opens nothing again. Whoever was second sees what changed and what they
//! typed.

mod apart;
mod appeal;
pub(super) mod confirm;
pub(super) mod delivery;
mod deputy;
mod died;
pub(super) mod draft;
mod effect;
pub(super) mod effect_field;
mod file;
mod hearing;
mod invite;
mod judgment;
mod more_time;
mod new_host;
mod notice;
mod reasons;
mod send_back;
mod time_back;
mod undo;
mod visit;

pub(super) use apart::Apart;
pub(super) use appeal::Appeal;
pub(super) use delivery::Delivery;
pub(super) use deputy::Deputy;
pub(super) use died::Died;
pub(super) use effect::InEffect;
pub(super) use file::File;
pub(super) use hearing::Hearing;
pub(super) use invite::Invite;
pub(super) use judgment::Judgment;
pub(super) use more_time::MoreTime;
pub(super) use new_host::NewHost;
pub(super) use notice::Notice;
pub(super) use send_back::SendBack;
pub(super) use time_back::TimeBack;
pub(super) use undo::Undo;
pub(super) use visit::Visit;

use super::case::case_id;
use super::case::{said, story};
use super::step_up;
use super::words::{kind_id, side, side_of, side_word};
use crate::account::text_error;
use crate::ctx::Ctx;
use crate::failure::{Failure, case_refusal_key};
use crate::form::{Errors, Form, Posted};
use crate::part::{Choice, Choices, Question, Textarea, inset, paragraph};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_policy::Purpose;
use doorstep_register::Words;
use doorstep_register::case::{Refusal, Side};
use doorstep_service::{CaseView, Doing, Error, QueueEntry, Session, StaffAct};

/// What a form said.
pub(super) enum Said {
    /// An act.
    Act(Box<StaffAct>),
    /// Another question first: the form once more, with what it knows now.
    Again(Form),
    /// Another page first, as a path after the language.
    Go(String),
}

impl From<StaffAct> for Said {
    fn from(act: StaffAct) -> Said {
        Said::Act(Box::new(act))
    }
}

/// One page.
pub(super) trait ActPage {
    /// The last part of its address, and the part of text ids that names it.
    const SLUG: &'static str;
    /// The field to which a refusal of the case belongs.
    const FIELD: &'static str;
    /// Whether it decides something, so that whoever does it shows once more who they are.
    const DECIDES: bool = false;
    /// Whether one of the officers of the office is chosen.
    const COLLEAGUES: bool = false;

    /// Why it cannot be done now, if it cannot.
    fn refused(view: &CaseView) -> Option<Refusal>;

    /// The form as it is first shown, with what it needs of the case in fields whose names begin with `known-`.
    fn begin(_ctx: &Ctx, _view: &CaseView) -> Form {
        Form::default()
    }

    /// The same as [`refused`](Self::refused) where nothing of the case is opened, for the acts that are for anybody of the office.
    fn refused_unseen(_session: &Session, _entry: &QueueEntry) -> Option<Refusal> {
        Some(Refusal::NotNow)
    }

    /// The fields.
    fn fields(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors, question: Question) -> Question;

    /// What was said, or what is to be mended.
    fn read(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Said>;
}

/// The session of somebody who is about to decide. Whoever has no passkey adds one first, and comes back before they have typed anything.
pub(super) async fn decides(ctx: &Ctx) -> Result<&Session, Failure> {
    let session = ctx.staff()?;
    if ctx.service().may_decide(session).is_err() && ctx.service().staff_passkeys(session).await?.is_empty() {
        return Err(Error::StepUp.into());
    }
    Ok(session)
}

/// The session of whoever is about to do an act.
async fn whose<P: ActPage>(ctx: &Ctx) -> Result<&Session, Failure> {
    if P::DECIDES { decides(ctx).await } else { ctx.staff() }
}

/// What an officer has to say, in a box.
pub(super) fn words(ctx: &Ctx, form: &Form, name: &str, errors: &mut Errors) -> Option<Words> {
    errors.take(name, Words::parse(form.get(name)).map_err(|error| text_error(ctx.l, error)))
}

/// The box for it, with its label and hint by the text ids `office-do-<slug>-words` and `…-hint`.
pub(super) fn words_box(ctx: &Ctx, slug: &str, form: &Form, errors: &Errors) -> Textarea {
    let (label, hint) = (format!("office-do-{slug}-words"), format!("office-do-{slug}-words-hint"));
    Textarea::new(ctx.l, "words", ctx.l.t(&label), errors).hint(ctx.l.t(&hint)).value(typed(form, "words"))
}

/// Which side, of those that the form knows of; no question where there is one.
pub(super) fn side_choice(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &Errors) -> Option<Choices> {
    let sides: Vec<Side> = form.all("known-side").filter_map(|word| side_of(entry.kind, word)).collect();
    let chosen = form.get("side");
    let choice = |who: &Side| Choice::new(side_word(*who), side(ctx.l, entry.kind, *who), side_word(*who) == chosen);
    (sides.len() > 1).then(|| Choices::new(ctx.l, "side", ctx.l.t("office-which-side"), errors).choices(sides.iter().map(choice).collect()))
}

/// The side that was chosen, or the only one.
pub(super) fn chosen_side(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: &mut Errors) -> Option<Side> {
    let known: Vec<&str> = form.all("known-side").collect();
    let word = if known.len() == 1 { known[0] } else { form.get("side") };
    errors.take("side", side_of(entry.kind, word).ok_or_else(|| ctx.l.t("error-choose")))
}

/// Notes in a form for which sides something can be done.
pub(super) fn knows_sides(form: &mut Form, view: &CaseView, doing: impl Fn(Side) -> Doing) {
    for side in view.case.kind().sides().iter().filter(|side| view.can(doing(**side))) {
        form.push("known-side", side_word(*side).to_owned());
    }
}

/// Why none of several doings can be done; `None` if one of them can.
pub(super) fn none_of(view: &CaseView, doings: impl IntoIterator<Item = Doing>) -> Option<Refusal> {
    let refusals: Vec<Option<Refusal>> = doings.into_iter().map(|doing| view.refusal(doing)).collect();
    if refusals.contains(&None) { None } else { refusals.into_iter().flatten().next().or(Some(Refusal::NotNow)) }
}

/// A longer text as it was typed, within bounds.
pub(super) fn typed(form: &Form, name: &str) -> String {
    form.get(name).chars().take(5_000).collect()
}

/// The page of an act: its heading, which case it is, and the way back.
pub(super) fn question(ctx: &Ctx, slug: &str, entry: &QueueEntry, errors: &Errors) -> Question {
    let l = ctx.l;
    let title = l.t(&format!("office-do-{slug}-title"));
    let frame = ctx.frame(title.clone()).back(format!("/cases/{}", entry.id));
    let mut question = Question::new(frame, errors.clone()).heading(title).button(l.t(&format!("office-do-{slug}-button")));
    question.caption = Some(caption(ctx, entry));
    question
}

/// Which case, above a heading.
pub(super) fn caption(ctx: &Ctx, entry: &QueueEntry) -> String {
    let number = ctx.l.t1("cases-number", "number", entry.id.number());
    format!("{number}. {}", ctx.l.t(&kind_id(entry.kind)))
}

/// The form of an act with its hidden fields.
fn show<P: ActPage>(ctx: &Ctx, entry: &QueueEntry, form: &Form, errors: Errors, before: Vec<String>) -> Result<Question, Failure> {
    let mut page = question(ctx, P::SLUG, entry, &errors).hidden("version", form.number("version"));
    for (name, value) in form.known() {
        page = page.hidden(name, value);
    }
    page.before = before;
    let lead = format!("office-do-{}-lead", P::SLUG);
    if ctx.l.has(&lead) {
        page.before.push(paragraph(&ctx.l.t(&lead)));
    }
    Ok(P::fields(ctx, entry, form, &errors, page))
}

/// That an act is not possible now, and why.
pub(super) fn refused(ctx: &Ctx, slug: &str, entry: &QueueEntry, refusal: Refusal) -> Result<Response, Failure> {
    let sentence = ctx.l.t(&format!("case-refusal-{}", case_refusal_key(refusal)));
    let page = question(ctx, slug, entry, &Errors::default()).before(inset(&sentence));
    let mut response = page.linked(format!("/cases/{}", entry.id), ctx.l.t("office-back-to-case")).respond(ctx)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// The case that somebody has in hand, with what was said in it; or where they say first why they open it.
pub(super) async fn opened(ctx: &Ctx, session: &Session, id: &str) -> Result<Result<CaseView, Response>, Failure> {
    let id = case_id(id)?;
    let entry = ctx.service().case_entry(session, id).await?;
    if !entry.mine && !entry.to_confirm {
        return Ok(Err(ctx.go(&format!("/cases/{id}"))));
    }
    Ok(Ok(ctx.service().open_case_acts(session, id, Purpose::of_case(entry.kind)).await?))
}

pub(super) async fn get<P: ActPage>(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let view = match opened(&ctx, whose::<P>(&ctx).await?, &id).await? {
        Ok(view) => view,
        Err(elsewhere) => return Ok(elsewhere),
    };
    if let Some(refusal) = P::refused(&view) {
        return refused(&ctx, P::SLUG, &view.entry, refusal);
    }
    let mut form = P::begin(&ctx, &view);
    form.push("version", view.case.version().to_string());
    let mut question = show::<P>(&ctx, &view.entry, &form, Errors::default(), Vec::new())?;
    if P::DECIDES {
        question = question.before(said::html(&ctx, &view));
    }
    question.respond(&ctx)
}

/// As [`get`], for an act that shows nothing of the case and is for anybody of the office who has its address.
pub(super) async fn get_unseen<P: ActPage>(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    let session = whose::<P>(&ctx).await?;
    let entry = ctx.service().case_in_reach(session, case_id(&id)?).await?;
    if let Some(refusal) = P::refused_unseen(session, &entry) {
        return refused(&ctx, P::SLUG, &entry, refusal);
    }
    let mut form = Form::default();
    form.push("version", entry.version.to_string());
    if P::COLLEAGUES {
        let own = session.staff().map(|staff| (staff.id, staff.pseudonym.clone()));
        for (id, pseudonym) in ctx.service().colleagues(session).await?.into_iter().chain(own) {
            form.push("known-colleague", format!("{id} {pseudonym}"));
        }
    }
    show::<P>(&ctx, &entry, &form, Errors::default(), Vec::new())?.respond(&ctx)
}

pub(super) async fn post<P: ActPage>(Path((_, id)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    // The row in the clear: no record is opened for a slip of the pen.
    let entry = ctx.service().case_in_reach(session, case_id(&id)?).await?;
    let mut errors = Errors::default();
    let said = P::read(&ctx, &entry, &form, &mut errors).filter(|_| errors.is_empty());
    let act = match said {
        Some(Said::Act(act)) => *act,
        Some(Said::Go(path)) => return Ok(ctx.go(&path)),
        Some(Said::Again(form)) => return show::<P>(&ctx, &entry, &form, errors, Vec::new())?.respond(&ctx),
        None => return show::<P>(&ctx, &entry, &form, errors, Vec::new())?.respond(&ctx),
    };
    match made(&ctx, &entry, P::SLUG, P::FIELD, &form, act).await? {
        Made::Done(response) => Ok(response),
        Made::Refused(errors) => show::<P>(&ctx, &entry, &form, errors, Vec::new())?.respond(&ctx),
        Made::Meanwhile { form, changed } => meanwhile(&ctx, show::<P>(&ctx, &entry, &form, Errors::default(), changed)?),
    }
}

/// What became of an act.
pub(super) enum Made {
    /// It is on file.
    Done(Response),
    /// The case refuses it.
    Refused(Errors),
    /// Somebody else acted since the form was shown.
    Meanwhile {
        /// What was typed, over the version of now.
        form: Form,
        /// What changed, as HTML.
        changed: Vec<String>,
    },
}

/// Makes an act. Where it decides something, whoever does it confirms with a passkey, and what they typed goes along. Whoever was second opens the case once more, to see what changed.
pub(super) async fn made(ctx: &Ctx, entry: &QueueEntry, slug: &str, field: &str, form: &Form, act: StaffAct) -> Result<Made, Failure> {
    let service = ctx.service();
    let (session, wrong) = match step_up::brought(ctx, form).await? {
        Some(Ok(session)) => (session, false),
        Some(Err(())) => (ctx.staff()?.clone(), true),
        None => (ctx.staff()?.clone(), false),
    };
    let session = &session;
    let seen = form.number("version");
    match service.staff_act(session, entry.id, seen, act).await {
        Ok(()) => Ok(Made::Done(ctx.go(&format!("/cases/{}/done/{slug}", entry.id)))),
        Err(Error::StepUp) => Ok(Made::Done(step_up::with_form(ctx, form, &format!("/cases/{}", entry.id), wrong).await?)),
        Err(Error::Stale(_)) => {
            let mut form = form.clone();
            let mut changed = vec![inset(&ctx.l.t("office-meanwhile"))];
            let version = match service.open_case_acts(session, entry.id, Purpose::of_case(entry.kind)).await {
                Ok(view) => {
                    changed.push(story::html(ctx, &view, seen));
                    view.case.version()
                }
                // Not theirs to read: that something changed is all they are told.
                Err(Error::Policy(_)) => service.case_in_reach(session, entry.id).await?.version,
                Err(error) => return Err(error.into()),
            };
            form.set("version", version.to_string());
            Ok(Made::Meanwhile { form, changed })
        }
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                let mut errors = Errors::default();
                errors.add(field, sentence);
                Ok(Made::Refused(errors))
            }
            None => Err(error.into()),
        },
    }
}

/// What changed and what was typed, with status 409.
pub(super) fn meanwhile(ctx: &Ctx, page: Question) -> Result<Response, Failure> {
    let mut response = page.button(ctx.l.t("office-all-the-same")).respond(ctx)?;
    *response.status_mut() = StatusCode::CONFLICT;
    Ok(response)
}

/// Every act that has a page of its own: what can stand in the address of [`done`].
const SLUGS: [&str; 20] = [
    Apart::SLUG,
    Appeal::SLUG,
    Delivery::SLUG,
    Deputy::SLUG,
    Died::SLUG,
    File::SLUG,
    Hearing::SLUG,
    InEffect::SLUG,
    Invite::SLUG,
    Judgment::SLUG,
    MoreTime::SLUG,
    NewHost::SLUG,
    Notice::SLUG,
    SendBack::SLUG,
    TimeBack::SLUG,
    Undo::SLUG,
    Visit::SLUG,
    confirm::SLUG,
    draft::SLUG,
    draft::DECIDED,
];

/// `/cases/{id}/done/{act}`: that it is on file. Opens nothing.
pub(super) async fn done(ctx: Ctx, Path((_, id, slug)): Path<(String, String, String)>) -> Result<Response, Failure> {
    let entry = ctx.service().case_in_reach(ctx.staff()?, case_id(&id)?).await?;
    if !SLUGS.contains(&slug.as_str()) {
        return Err(Failure::NotFound);
    }
    let l = ctx.l;
    let title = l.t("office-done-title");
    let mut page = Question::new(ctx.frame(title.clone()).back("/cases"), Errors::default()).heading(title);
    page.caption = Some(caption(&ctx, &entry));
    page = page.before(paragraph(&l.t(&format!("office-do-{slug}-done")))).linked("/cases", l.t("office-to-queue"));
    if ctx.service().case_entry(ctx.staff()?, entry.id).await.is_ok_and(|entry| entry.mine || entry.to_confirm) {
        page = page.link(format!("/cases/{}", entry.id), l.t("office-open-again"));
    }
    page.respond(&ctx)
}
