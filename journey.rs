//! stub
use crate::ctx::Web; use axum::Router;
pub(crate) fn routes() -> Router<Web> { Router::new() }
pub(crate) mod countries { use doorstep_locales::Locale; pub(crate) fn options(_: Locale) -> Vec<(String, String)> { vec![("UZB".into(), "Uzbekistan".into())] } }
