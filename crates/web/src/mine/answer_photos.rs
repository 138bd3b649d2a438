//! `/my-cases/{id}/answer/photos`: photos that go with an answer. None is ever a condition.

use super::answer_draft::{Begun, Photo};
use super::words::title;
use super::{case_id, path};
use crate::ctx::{Ctx, Web};
use crate::failure::Failure;
use crate::form::{Errors, Posted, check_origin};
use crate::limits::Limited;
use crate::part::{Question, paragraph};
use crate::photo::{add_form, kept, received};
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::response::Response;
use doorstep_register::EvidenceId;
use doorstep_service::Error;

fn page(ctx: &Ctx, begun: &Begun, errors: Errors, typed: &str) -> Question {
    let (l, mine) = (ctx.l, &begun.mine);
    let base = format!("/{l}/my-cases/{}/answer/photo", mine.row.id);
    let heading = l.t("answer-photos-title");
    let frame = ctx.frame(heading.clone()).back(path(ctx, mine.row.id, "/answer"));
    let (csrf, acting) = (frame.csrf.clone(), ctx.for_whom());
    let mut page = Question::new(frame, errors.clone()).heading(heading).before(paragraph(&l.t("answer-photos-text")));
    page.caption = Some(title(l, mine.row.kind, mine.side));
    for photo in &begun.answer.photos {
        page = page.before(kept(l, &csrf, photo.id, &photo.title, &format!("{base}/{}/remove", photo.id), &acting));
    }
    let onward = if begun.answer.photos.is_empty() { "evidence-skip" } else { "continue" };
    page.before(add_form(l, &csrf, &format!("{base}{acting}"), &errors, typed)).linked(path(ctx, mine.row.id, "/answer/check"), l.t(onward))
}

async fn load(ctx: &Ctx, id: &str) -> Result<Option<Begun>, Failure> {
    Ok(Begun::load(ctx, id).await?.filter(|begun| !begun.answer.words.is_empty()))
}

pub(super) async fn get(ctx: Ctx, Path((_, id)): Path<(String, String)>) -> Result<Response, Failure> {
    match load(&ctx, &id).await? {
        Some(begun) => page(&ctx, &begun, Errors::default(), "").respond(&ctx),
        None => Ok(ctx.go(&path(&ctx, case_id(&id)?, "/answer"))),
    }
}

/// POST `/my-cases/{id}/answer/photo`
pub(super) async fn post(State(web): State<Web>, Path((_, id)): Path<(String, String)>, request: Request) -> Result<Response, Failure> {
    let (mut head, body) = request.into_parts();
    let mut ctx = Ctx::from_request_parts(&mut head, &web).await?;
    check_origin(&ctx, &head.headers)?;
    ctx.person()?;
    ctx.limit(Limited::Photo)?;
    let mut sent = received(&ctx, &web, Request::from_parts(head, body)).await?;
    let number = case_id(&id)?;
    let Some(mut begun) = load(&ctx, &id).await? else { return Ok(ctx.go(&path(&ctx, number, "/answer"))) };
    // The page shown back is that of the photos, whatever the form's address was.
    ctx.path = format!("/my-cases/{number}/answer/photos");
    let (l, typed) = (ctx.l, sent.form.get("title").to_owned());
    let mut errors = Errors::default();
    let title = errors.take("title", sent.title(l, begun.answer.photos.len()));
    let jpeg = errors.take("photo", sent.cleaned(l).await);
    if let (Some(title), Some(jpeg)) = (title, jpeg) {
        match ctx.service().keep_photo(ctx.person()?, jpeg).await {
            Ok(photo) => {
                let photo = Photo { id: photo.0, title: title.to_string() };
                change(&ctx, &id, &mut begun, |photos| photos.push(photo.clone())).await?;
                return Ok(ctx.go(&path(&ctx, number, "/answer/photos")));
            }
            Err(Error::TooMany(n)) => errors.add("photo", l.t1("error-too-many", "n", n)),
            Err(other) => return Err(other.into()),
        }
    }
    page(&ctx, &begun, errors, &typed).respond(&ctx)
}

/// POST `/my-cases/{id}/answer/photo/{photo}/remove`
pub(super) async fn remove(
    Path((_, id, photo)): Path<(String, String, uuid::Uuid)>,
    Posted { ctx, .. }: Posted,
) -> Result<Response, Failure> {
    let Some(mut begun) = load(&ctx, &id).await? else { return Ok(ctx.go(&path(&ctx, case_id(&id)?, "/answer"))) };
    // Only one of this answer: others belong to the record.
    if begun.answer.photos.iter().any(|kept| kept.id == photo) {
        change(&ctx, &id, &mut begun, |photos| photos.retain(|kept| kept.id != photo)).await?;
        ctx.service().discard_photo(ctx.person()?, EvidenceId(photo)).await?;
    }
    Ok(ctx.go(&path(&ctx, begun.mine.row.id, "/answer/photos")))
}

/// One photo more or less contradicts nothing: where another device has saved meanwhile, its answer stays and the change is made to it.
async fn change(ctx: &Ctx, id: &str, begun: &mut Begun, make: impl Fn(&mut Vec<Photo>)) -> Result<(), Failure> {
    for _ in 0..5 {
        make(&mut begun.answer.photos);
        match begun.save(ctx).await {
            Err(Error::Stale(_)) => *begun = Begun::load(ctx, id).await?.ok_or(Failure::NotFound)?,
            other => return Ok(other?),
        }
    }
    Err(Error::Stale(begun.version).into())
}
