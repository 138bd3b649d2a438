//! What a ceremony of a passkey began for: one thing, in one session, by one member of staff.

use crate::account::ceremony::{begun, ours};
use crate::ctx::Ctx;
use crate::failure::Failure;
use axum::response::Response;
use doorstep_service::{Error, Session};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// For what.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum For {
    /// Adding a passkey.
    Adding,
    /// A step-up.
    SteppingUp,
}

#[derive(Serialize, Deserialize)]
struct Ours<T> {
    what: For,
    session: Uuid,
    state: T,
}

/// What a browser's answer gets that does not fit.
pub(super) fn refused() -> Failure {
    Failure::Service(Error::SpentLink)
}

/// Begins one.
pub(super) async fn begin(ctx: &Ctx, session: &Session, what: For, state: impl Serialize, options: Value) -> Result<Response, Failure> {
    begun(ctx.service(), &Ours { what, session: session.id, state }, options).await
}

/// Ends one: our half of it, if it began for this, in this session.
pub(super) async fn end<T: DeserializeOwned>(ctx: &Ctx, session: &Session, what: For, name: &str) -> Result<T, Failure> {
    let kept: Ours<T> = ours(ctx.service(), name).await?;
    if kept.what == what && kept.session == session.id { Ok(kept.state) } else { Err(refused()) }
}
