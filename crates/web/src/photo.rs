//! Photos that somebody sends: received, cleaned, shown back.

use crate::account::text_error;
use crate::ctx::{Ctx, HEAVY, Web};
use crate::failure::Failure;
use crate::form::{Errors, Form, check_token};
use crate::part::{File, Input, escape};
use askama::Template;
use axum::extract::{FromRequest, Multipart, Path, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use doorstep_evidence::Refused;
use doorstep_locales::Locale;
use doorstep_register::{EvidenceId, Line};
use doorstep_service::Service;

/// What `evidence` accepts; the rest of a larger photo is read and dropped, so that the browser gets to see our answer.
const LIMIT: usize = 12 * 1024 * 1024;

/// What a form with a photo brought.
pub(crate) struct Sent {
    /// Its other fields.
    pub(crate) form: Form,
    photo: Vec<u8>,
    too_large: bool,
}

impl Sent {
    /// What the person calls the photo; something, if they said nothing.
    pub(crate) fn title(&self, l: Locale, before: usize) -> Result<Line, String> {
        let title = match self.form.get("title").trim() {
            "" => l.t1("evidence-unnamed", "n", before + 1),
            text => text.to_owned(),
        };
        Line::parse(&title).map_err(|error| text_error(l, error))
    }

    /// Whether there is a photo at all.
    pub(crate) fn has_photo(&self) -> bool {
        self.too_large || !self.photo.is_empty()
    }

    /// The photo without what the camera wrote beside it, or what to say of it.
    pub(crate) async fn cleaned(&mut self, l: Locale) -> Result<Vec<u8>, String> {
        let photo = std::mem::take(&mut self.photo);
        let cleaned = if self.too_large { Err(Refused::TooLarge { limit: LIMIT }) } else { cleaned(photo).await };
        cleaned.map_err(|refused| refusal(l, refused))
    }
}

/// Reads a form with a photo, and checks its token.
pub(crate) async fn received(ctx: &Ctx, web: &Web, request: Request) -> Result<Sent, Failure> {
    let sent = receive(Multipart::from_request(request, web).await.map_err(|_| Failure::TooLarge)?).await?;
    check_token(ctx, &sent.form)?;
    Ok(sent)
}

/// Reads a form with a photo.
async fn receive(mut parts: Multipart) -> Result<Sent, Failure> {
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

/// A photo that was added, with a button to remove it. `acting` is `?for=n` where it is a family member's.
pub(crate) fn kept(l: Locale, csrf: &str, id: uuid::Uuid, title: &str, remove: &str, acting: &str) -> String {
    format!(
        "<form method=\"post\" action=\"{remove}{acting}\"><input type=\"hidden\" name=\"csrf\" value=\"{csrf}\"><p class=\"ds-body\"><a class=\"ds-link\" href=\"/{l}/photo/{id}{acting}\"><bdi>{}</bdi></a> <button class=\"ds-button ds-button--link\">{}<span class=\"ds-visually-hidden\"> {}</span></button></p></form>",
        escape(title),
        escape(&l.t("evidence-remove")),
        escape(title),
    )
}

/// The form to add a photo.
pub(crate) fn add_form(l: Locale, csrf: &str, action: &str, errors: &Errors, title: &str) -> String {
    let file = File::new(l, "photo", l.t("evidence-photo"), l.t("evidence-photo-hint"), errors);
    let name = Input::new(l, "title", l.t("evidence-name"), errors).hint(l.t("evidence-name-hint")).value(title);
    let (file, name) = (file.render().unwrap_or_default(), name.render().unwrap_or_default());
    format!(
        "<form method=\"post\" enctype=\"multipart/form-data\" action=\"{action}\"><input type=\"hidden\" name=\"csrf\" value=\"{csrf}\">{name}{file}<button class=\"ds-button ds-button--secondary\">{}</button></form>",
        escape(&l.t("evidence-add")),
    )
}

async fn cleaned(bytes: Vec<u8>) -> Result<Vec<u8>, Refused> {
    let _turn = HEAVY.acquire().await;
    tokio::task::spawn_blocking(move || Service::clean_photo(&bytes)).await.unwrap_or(Err(Refused::Damaged))
}

fn refusal(l: Locale, refused: Refused) -> String {
    match refused {
        Refused::TooLarge { limit } => l.t1("photo-too-large", "mb", limit / (1024 * 1024)),
        Refused::Pdf => l.t("photo-pdf"),
        Refused::Heic => l.t("photo-heic"),
        Refused::TooManyPixels { .. } => l.t("photo-pixels"),
        Refused::Damaged => l.t("photo-damaged"),
        Refused::NotAPhoto => l.t("photo-none"),
    }
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
