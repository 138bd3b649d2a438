//! A list of rooms as a sheet of slips, one for each place in a room.

use super::in_full;
use super::rooms::Made;
use crate::ctx::Ctx;
use crate::record::PlaceWords;
use doorstep_locales::Locale;
use doorstep_register::Place;
use doorstep_service::{Qr, Sheet, Slip};

/// The room or flat of a line, in words.
pub(super) fn room_words(l: Locale, made: &Made) -> String {
    match &made.invitation.place {
        Place::Listed { unit, .. } if unit.room.is_none() => l.t1("place-flat", "flat", made.room.name.as_str()),
        _ => l.t1("place-room", "room", made.room.name.as_str()),
    }
}

/// The sheet.
pub(super) fn of(ctx: &Ctx, home: &Place, made: &[Made]) -> Sheet {
    let l = ctx.l;
    let slips = made.iter().flat_map(|one| {
        let qr = Qr { link: in_full(ctx, &one.invitation.path), alt: l.t("invite-qr-alt"), caption: l.t("rooms-slip-caption") };
        let slip = Slip { title: room_words(l, one), text: l.t("rooms-slip-text"), qr };
        std::iter::repeat_n(slip, usize::from(one.room.beds))
    });
    Sheet {
        lang: l.tag().to_owned(),
        title: l.t("rooms-sheet-title"),
        issuer: ctx.service().settings().issuer.clone(),
        lead: vec![PlaceWords::of(l, home).plain(), l.t("rooms-sheet-lead"), l.t("host-no-right")],
        slips: slips.collect(),
        footer: l.t("rooms-sheet-footer"),
        made_at: ctx.service().now(),
    }
}
