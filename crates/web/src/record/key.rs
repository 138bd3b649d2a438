//! The idempotency key of a form: made when the form is shown, kept while it is mended.

use crate::ctx::Ctx;
use crate::form::Form;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_register::world::bytes;

/// A new key of 16 bytes of chance, in base64url.
pub(super) fn fresh(ctx: &Ctx) -> String {
    URL_SAFE_NO_PAD.encode(bytes::<16>(&*ctx.web.0.config.random))
}

/// The key that the form carries; a new one where it carries none of ours.
pub(super) fn of(ctx: &Ctx, form: &Form) -> String {
    let key = form.get("key");
    let ours = URL_SAFE_NO_PAD.decode(key).is_ok_and(|raw| raw.len() == 16);
    if ours { key.to_owned() } else { fresh(ctx) }
}
