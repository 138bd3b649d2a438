//! The pages of hosts, clerks and officers.

use crate::ctx::Web;
use axum::Router;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
}
