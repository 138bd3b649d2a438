//! `/staff`: what people see of a member of staff, and who learned their name.

use crate::account::role_id;
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::frame::Frame;
use askama::Template;
use axum::response::Response;
use doorstep_service::Resolved;
use doorstep_storage::StaffRow;

#[derive(Template)]
#[template(path = "staff/me.html")]
struct Page {
    f: Frame,
    staff: StaffRow,
    role: String,
    passkeys: usize,
    named: Vec<Resolved>,
}

impl Page {
    fn why(&self, note: &Resolved) -> String {
        note.why.map(|why| self.f.t(&format!("resolve-why-{}", why.word()))).unwrap_or_default()
    }

    fn by(&self, note: &Resolved) -> String {
        self.f.l.t2("staff-me-named-by", ("by", note.by.as_str()), ("reference", note.reference.as_str()))
    }
}

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = ctx.staff()?;
    let staff = session.staff().cloned().ok_or(Failure::SignIn)?;
    let passkeys = ctx.service().staff_passkeys(session).await?.len();
    let named = ctx.service().resolved(session).await?;
    let role = ctx.l.t(role_id(staff.role));
    ctx.ok(&Page { f: ctx.frame(ctx.l.t("staff-me-title")), staff, role, passkeys, named })
}
