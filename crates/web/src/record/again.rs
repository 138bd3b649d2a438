//! Declaring an address that stands on the record already: still there, or back there.

use super::both::standing;
use super::{BothVersions, PlaceWords, Side, family_choice, key};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form};
use axum::response::Response;
use doorstep_register::{Kind, Place, Record};
use doorstep_service::{Declare, Error};
use jiff::civil::Date;

/// The days that the person names.
pub(super) struct Days {
    pub(super) since: Date,
    pub(super) arrived: Option<Date>,
    pub(super) until: Option<Date>,
}

/// The declaration that the form makes; `journey` is the path of its page.
pub(super) fn command(
    ctx: &Ctx,
    journey: &'static str,
    kind: Kind,
    place: &Place,
    days: Days,
    household: &[Record],
    form: &Form,
) -> Declare {
    Declare {
        kind,
        identity: None,
        contact: None,
        place: place.clone(),
        since: days.since,
        arrived: days.arrived,
        until: days.until,
        members: Vec::new(),
        along: family_choice::chosen(household, form),
        evidence: Vec::new(),
        late_because: None,
        told: Vec::new(),
        document_seen: false,
        seen: Some(form.number("version")),
        journey,
        locale: ctx.l,
    }
}

/// Files it. `Err` inside: what is to be mended, at the field `field`.
pub(super) async fn file(
    ctx: &Ctx,
    record: &Record,
    command: Declare,
    form: &Form,
    field: &str,
) -> Result<Result<Response, Errors>, Failure> {
    let journey = command.journey;
    let sent = sent(ctx, &command);
    match ctx.service().declare(ctx.person()?, command, &key::of(ctx, form)).await {
        Ok(declared) => Ok(Ok(ctx.go(&format!("/declared/{}", declared.reference)))),
        Err(Error::Stale(_)) => {
            let both = BothVersions::new(standing(ctx.l, record), sent, format!("/{journey}"), form, record.version, "/record");
            both.respond(ctx).map(Ok)
        }
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                let mut errors = Errors::default();
                errors.add(field, sentence);
                Ok(Err(errors))
            }
            None => Err(error.into()),
        },
    }
}

fn sent(ctx: &Ctx, command: &Declare) -> Side {
    let l = ctx.l;
    let mut rows = vec![
        (l.t("statement-address"), PlaceWords::of(l, &command.place).plain()),
        (l.t("statement-since"), l.date_with_weekday(command.since)),
    ];
    rows.extend(command.until.map(|day| (l.t("statement-until"), l.date_with_weekday(day))));
    rows
}
