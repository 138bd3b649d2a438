//! Answers with a PDF. Setting it takes a while, so it is done off the runtime's own threads.

use crate::ctx::{Ctx, HEAVY};
use crate::failure::Failure;
use crate::limits::Limited;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use doorstep_service::{Document, Error, Paper, PaperError, PostalLetter, Sheet};

/// The document as a file to be saved under this name.
pub(crate) async fn answer(ctx: &Ctx, document: Document, name: &str) -> Result<Response, Failure> {
    set(ctx, name, move |paper| paper.pdf(&document)).await
}

/// The letter likewise.
pub(crate) async fn letter(ctx: &Ctx, letter: PostalLetter, name: &str) -> Result<Response, Failure> {
    set(ctx, name, move |paper| paper.letter(&letter)).await
}

/// A sheet of slips likewise.
pub(crate) async fn sheet(ctx: &Ctx, sheet: Sheet, name: &str) -> Result<Response, Failure> {
    set(ctx, name, move |paper| paper.sheet(&sheet)).await
}

async fn set(
    ctx: &Ctx,
    name: &str,
    make: impl FnOnce(&dyn Paper) -> Result<Vec<u8>, PaperError> + Send + 'static,
) -> Result<Response, Failure> {
    ctx.limit(Limited::Form)?;
    let _turn = HEAVY.acquire().await;
    let paper = ctx.service().paper();
    let made = tokio::task::spawn_blocking(move || make(&*paper)).await;
    let bytes = match made {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => return Err(Failure::Service(Error::Paper(error.0))),
        Err(_) => return Err(Failure::Service(Error::Paper("the thread that made it stopped".to_owned()))),
    };
    Ok(attachment("application/pdf", name, bytes))
}

/// A file to be saved under this name, which is plain ASCII.
pub(crate) fn attachment(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")).unwrap_or(HeaderValue::from_static("attachment"));
    ([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
