//! Photos of a lease or the like: kept without metadata, shown back, removable. None is ever a condition.

use super::answers::Photo;
use super::page::Journeyman;
use super::step::{Journey, Step};
use crate::ctx::{Ctx, HEAVY, Web};
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted, check_origin, check_token};
use crate::limits::Limited;
use crate::part::{File, Input, Question, escape, paragraph};
use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Path, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use doorstep_evidence::Refused;
use doorstep_register::{EvidenceId, Line};
use doorstep_service::{Error, Service};

/// What `evidence` accepts; the rest of a larger photo is read and dropped, so that the browser gets to see our answer.
const LIMIT: usize = 12 * 1024 * 1024;

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
        page = page.before(format!(
            "<form method=\"post\" action=\"/{l}/{slug}/photo/{}/remove\"><input type=\"hidden\" name=\"csrf\" value=\"{}\"><p class=\"ds-body\"><a class=\"ds-link\" href=\"/{l}/photo/{}\"><bdi>{}</bdi></a> <button class=\"ds-button ds-button--link\">{}<span class=\"ds-visually-hidden\"> {}</span></button></p></form>",
            photo.id,
            csrf,
            photo.id,
            escape(&photo.title),
            escape(&l.t("evidence-remove")),
            escape(&photo.title),
        ));
    }
    let file = File::new(l, "photo", l.t("evidence-photo"), l.t("evidence-photo-hint"), &errors);
    let name = Input::new(l, "title", l.t("evidence-name"), &errors).hint(l.t("evidence-name-hint")).value(title);
    let (file, name) = (file.render().unwrap_or_default(), name.render().unwrap_or_default());
    page.before(format!(
        "<form method=\"post\" enctype=\"multipart/form-data\" action=\"/{l}/{slug}/photo\"><input type=\"hidden\" name=\"csrf\" value=\"{}\">{name}{file}<button class=\"ds-button ds-button--secondary\">{}</button></form>",
        csrf,
        escape(&l.t("evidence-add")),
    ))
    .button(l.t(if traveller.answers.photos.is_empty() { "evidence-skip" } else { "continue" }))
}

/// What a form with a photo sent.
pub(crate) struct Sent {
    pub(crate) form: Form,
    photo: Vec<u8>,
    too_large: bool,
}

impl Sent {
    /// Whether there is a photo at all.
    pub(crate) fn has_photo(&self) -> bool {
        self.too_large || !self.photo.is_empty()
    }

    /// The photo without metadata, or what to say of it.
    pub(crate) async fn cleaned(&mut self, l: doorstep_locales::Locale) -> Result<Vec<u8>, String> {
        let photo = std::mem::take(&mut self.photo);
        let cleaned = if self.too_large { Err(Refused::TooLarge { limit: LIMIT }) } else { cleaned(photo).await };
        cleaned.map_err(|refused| refusal(l, refused))
    }
}

/// Reads a form with a photo.
pub(crate) async fn receive(mut parts: Multipart) -> Result<Sent, Failure> {
    let mut sent = Sent { form: Form::default(), photo: Vec::new(), too_large: false };
    let mut fields = 0;
    while let Some(mut field) = parts.next_field().await.map_err(|_| Failure::TooLarge)? {
        fields += 1;
        if fields > 8 {
            return Err(Failure::TooLarge);
        }
        let name = field.name().unwrap_or_default().to_owned();
        let (mut bytes, limit) = (Vec::new(), if name == "photo" { LIMIT } else { 4096 });
        while let Some(chunk) = field.chunk().await.map_err(|_| Failure::TooLarge)? {
            if bytes.len() + chunk.len() <= limit {
                bytes.extend_from_slice(&chunk);
            } else if name == "photo" {
                sent.too_large = true;
                bytes.clear();
            } else {
                return Err(Failure::TooLarge);
            }
        }
        if name == "photo" {
            sent.photo = bytes;
        } else {
            sent.form.push(&name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    Ok(sent)
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
    let parts = Multipart::from_request(Request::from_parts(head, body), &web).await.map_err(|_| Failure::TooLarge)?;
    let mut sent = receive(parts).await?;
    check_token(&ctx, &sent.form)?;
    // The page shown back is the step's own, whatever the form's address was.
    ctx.path = format!("/{}/step/{}", journey.slug(), Step::Evidence.slug());
    let mut traveller = Journeyman::load(&ctx, journey).await?;
    let l = ctx.l;
    let mut errors = Errors::default();
    let title = match sent.form.get("title").trim() {
        "" => l.t1("evidence-unnamed", "n", traveller.answers.photos.len() + 1),
        text => text.to_owned(),
    };
    let title = errors.take("title", Line::parse(&title).map_err(|e| super::steps::text_error(l, e)));
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
    page_with(&ctx, &traveller, page, errors, sent.form.get("title")).respond(&ctx)
}

async fn cleaned(bytes: Vec<u8>) -> Result<Vec<u8>, Refused> {
    let _turn = HEAVY.acquire().await;
    tokio::task::spawn_blocking(move || Service::clean_photo(&bytes)).await.unwrap_or(Err(Refused::Damaged))
}

fn refusal(l: doorstep_locales::Locale, refused: Refused) -> String {
    match refused {
        Refused::TooLarge { limit } => l.t1("photo-too-large", "mb", limit / (1024 * 1024)),
        Refused::Pdf => l.t("photo-pdf"),
        Refused::Heic => l.t("photo-heic"),
        Refused::TooManyPixels { .. } => l.t("photo-pixels"),
        Refused::Damaged => l.t("photo-damaged"),
        Refused::NotAPhoto => l.t("photo-none"),
    }
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

/// GET `/photo/{id}`: the person's own photo, as it is kept.
pub(crate) async fn get(ctx: Ctx, Path((_, id)): Path<(String, uuid::Uuid)>) -> Result<Response, Failure> {
    let photo = ctx.service().photo(ctx.person()?, EvidenceId(id)).await?;
    Ok(jpeg(&photo))
}

/// A photo as an answer.
pub(crate) fn jpeg(photo: &[u8]) -> Response {
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CONTENT_DISPOSITION, "inline; filename=\"photo.jpg\"")];
    (headers, photo.to_vec()).into_response()
}
