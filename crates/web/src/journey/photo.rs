//! Photos of a lease or the like: kept without metadata, shown back, removable. None is ever a condition.

use super::answers::Photo;
use super::page::Journeyman;
use super::step::{Journey, Step};
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

/// The page of the step: the photos so far, a form to add one, and a button to go on.
pub(super) fn show(ctx: &Ctx, traveller: &Journeyman, page: Question) -> Question {
    page_with(ctx, traveller, page, Errors::default(), "")
}

fn page_with(ctx: &Ctx, traveller: &Journeyman, mut page: Question, errors: Errors, title: &str) -> Question {
    let l = ctx.l;
    let slug = traveller.journey.slug();
    let csrf = page.f.csrf.clone();
    page = page.heading(l.t("evidence-title")).before(paragraph(&l.t("evidence-text")));
    for photo in &traveller.answers.photos {
        page = page.before(kept(l, &csrf, photo.id, &photo.title, &format!("/{l}/{slug}/photo/{}/remove", photo.id), ""));
    }
    page.before(add_form(l, &csrf, &format!("/{l}/{slug}/photo"), &errors, title)).button(l.t(if traveller.answers.photos.is_empty() {
        "evidence-skip"
    } else {
        "continue"
    }))
}

/// POST `/{journey}/photo`
pub(crate) async fn post(
    State(web): State<Web>,
    Path((_, journey)): Path<(String, String)>,
    request: Request,
) -> Result<Response, Failure> {
    let journey: Journey = journey.parse().map_err(|()| Failure::NotFound)?;
    let (mut head, body) = request.into_parts();
    let mut ctx = Ctx::from_request_parts(&mut head, &web).await?;
    check_origin(&ctx, &head.headers)?;
    ctx.person()?;
    ctx.limit(Limited::Photo)?;
    let mut sent = received(&ctx, &web, Request::from_parts(head, body)).await?;
    // The page shown back is the step's own, whatever the form's address was.
    ctx.path = format!("/{}/step/{}", journey.slug(), Step::Evidence.slug());
    let mut traveller = Journeyman::load(&ctx, journey).await?;
    let l = ctx.l;
    let mut errors = Errors::default();
    let typed = sent.form.get("title").to_owned();
    let title = errors.take("title", sent.title(l, traveller.answers.photos.len()));
    let jpeg = errors.take("photo", sent.cleaned(l).await);
    if let (Some(title), Some(jpeg)) = (title, jpeg) {
        match ctx.service().keep_photo(&traveller.session, jpeg).await {
            Ok(id) => {
                let photo = Photo { id: id.0, title: title.as_str().to_owned() };
                change(&ctx, &mut traveller, |photos| photos.push(photo.clone())).await?;
                return Ok(ctx.go(&traveller.path_of(Step::Evidence)));
            }
            Err(Error::TooMany(n)) => errors.add("photo", l.t1("error-too-many", "n", n)),
            Err(other) => return Err(other.into()),
        }
    }
    let page = traveller.question(&ctx, Step::Evidence, l.t("evidence-title"), errors.clone(), false);
    page_with(&ctx, &traveller, page, errors, &typed).respond(&ctx)
}

/// Puts a photo that is kept already into the answers.
pub(crate) async fn add(ctx: &Ctx, traveller: &mut Journeyman, photo: Photo) -> Result<(), Failure> {
    change(ctx, traveller, |photos| photos.push(photo.clone())).await
}

/// Adds a photo to the answers, or takes one out. Where another device has saved meanwhile, its answers stay and the change is made to them:
/// one photo more or less contradicts nothing.
async fn change(ctx: &Ctx, traveller: &mut Journeyman, make: impl Fn(&mut Vec<Photo>)) -> Result<(), Failure> {
    for _ in 0..5 {
        make(&mut traveller.answers.photos);
        let answered = traveller.answers.done.contains(&Step::Evidence);
        match traveller.save(ctx, Step::Evidence, answered).await {
            Err(Error::Stale(_)) => *traveller = Journeyman::load(ctx, traveller.journey).await?,
            other => return Ok(other?),
        }
    }
    Err(Error::Stale(traveller.version).into())
}

/// POST `/{journey}/photo/{id}/remove`
pub(crate) async fn remove(
    Path((_, journey, id)): Path<(String, String, uuid::Uuid)>,
    Posted { ctx, .. }: Posted,
) -> Result<Response, Failure> {
    let journey: Journey = journey.parse().map_err(|()| Failure::NotFound)?;
    let mut traveller = Journeyman::load(&ctx, journey).await?;
    change(&ctx, &mut traveller, |photos| photos.retain(|photo| photo.id != id)).await?;
    // What an act names belongs to the record, and stays with it.
    if !traveller.record.evidence.iter().any(|kept| kept.id.0 == id) {
        ctx.service().discard_photo(&traveller.session, EvidenceId(id)).await?;
    }
    Ok(ctx.go(&traveller.path_of(Step::Evidence)))
}
