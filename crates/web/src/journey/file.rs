//! Filing: the answers become a command, and the command an act.

use super::check;
use super::page::Journeyman;
use super::path;
use super::plan::Plan;
use super::step::Journey;
use crate::failure::Failure;
use crate::form::{Errors, Posted};
use axum::extract::Path;
use axum::response::Response;
use doorstep_register::{EvidenceId, Kind, Line, Words};
use doorstep_service::{Declare, Error, Member};

/// POST `/{journey}/check`
pub(crate) async fn post(Path((_, journey)): Path<(String, String)>, Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let journey: Journey = journey.parse().map_err(|()| Failure::NotFound)?;
    let traveller = match Journeyman::load(&ctx, journey).await {
        Ok(traveller) => traveller.for_check(&ctx).await?,
        // The first tap filed it, and this is the second: its key finds the first result.
        Err(Failure::NotFound) => return again(&ctx, form.get("key")).await,
        Err(other) => return Err(other),
    };
    let key = form.get("key").to_owned();
    if path::open_step(&traveller.answers, traveller.around).is_some() || key.is_empty() {
        if let Ok(response) = again(&ctx, &key).await {
            return Ok(response);
        }
        return Ok(ctx.go(&traveller.next_path()));
    }
    if form.number("version") != traveller.version {
        // Somebody changed an answer on another device while this page was open: nothing is filed that was not seen.
        return check::show_both(&ctx, &traveller, key, &form);
    }
    let Some(command) = command(&ctx, &traveller) else { return Ok(ctx.go(&traveller.next_path())) };
    let filed = match journey {
        Journey::Family => ctx.service().join(&traveller.session, command, &key).await,
        Journey::Declare | Journey::Move => ctx.service().declare(&traveller.session, command, &key).await,
    };
    match filed {
        Ok(declared) => Ok(ctx.go(&format!("/declared/{}", declared.reference))),
        Err(error) => match Failure::sentence(&error, ctx.l) {
            Some(sentence) => {
                let mut errors = Errors::default();
                errors.add("", sentence);
                check::show(&ctx, &traveller, key, errors)
            }
            None if matches!(error, Error::Stale(_)) => {
                let now = Journeyman::load(&ctx, journey).await?.for_check(&ctx).await?;
                check::show_both(&ctx, &now, key, &form)
            }
            None => Err(error.into()),
        },
    }
}

async fn again(ctx: &crate::ctx::Ctx, key: &str) -> Result<Response, Failure> {
    let session = ctx.person()?;
    let reference = ctx.service().filed(session, key).await?.ok_or(Failure::NotFound)?;
    Ok(ctx.go(&format!("/declared/{reference}")))
}

fn command(ctx: &crate::ctx::Ctx, traveller: &Journeyman) -> Option<Declare> {
    let answers = &traveller.answers;
    let introduces = traveller.journey.introduces() && traveller.record.identity.is_none();
    let evidence = answers.photos.iter().filter_map(|p| Some((EvidenceId(p.id), Line::parse(&p.title).ok()?))).collect();
    Some(Declare {
        kind: if traveller.journey == Journey::Move { Kind::Move } else { Kind::Arrival },
        identity: if introduces { Some(answers.identity(ctx)?) } else { None },
        contact: (introduces && answers.contact != Default::default()).then(|| answers.contact.clone()),
        place: match traveller.journey {
            Journey::Family => traveller.record.current()?.place().clone(),
            Journey::Declare | Journey::Move => answers.place.clone()?,
        },
        since: answers.since?,
        arrived: answers.arrived.filter(|_| traveller.journey == Journey::Declare),
        until: answers.until,
        members: answers.members.iter().map(|identity| Member { identity: identity.clone() }).collect(),
        // Of those chosen once, whoever is of the household still.
        along: traveller.household.iter().map(|member| member.person).filter(|person| answers.along.contains(&person.0)).collect(),
        evidence,
        late_because: Words::parse_optional(&answers.late).ok().flatten(),
        told: Plan::told(&traveller.items),
        document_seen: answers.document_seen,
        seen: Some(traveller.record.version),
        journey: traveller.journey.slug(),
        locale: ctx.l,
    })
}
