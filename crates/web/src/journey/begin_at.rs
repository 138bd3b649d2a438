//! Beginning a declaration at a place that an invitation names. The person passes its question like any other, and may change it.

use super::answers::Where;
use super::plan::Plan;
use super::step::{Journey, Step};
use crate::ctx::Ctx;
use crate::failure::Failure;
use doorstep_register::Place;
use doorstep_service::Session;

/// Puts the place into the draft of the journey that fits the person's record, and answers where they go on: a path after the language.
pub(crate) async fn begin_at(ctx: &Ctx, session: &Session, place: &Place) -> Result<String, Failure> {
    let service = ctx.service();
    let record = service.record(session).await?;
    let journey = if record.current().is_some() { Journey::Move } else { Journey::Declare };
    let Plan { version, mut answers, .. } = Plan::on(ctx, session, &record, journey).await?;
    if answers.place.as_ref() != Some(place) {
        answers.how = Some(Where::Listed);
        answers.query = place.text().to_owned();
        answers.place = Some(place.clone());
        for step in [Step::Address, Step::Unit, Step::NotListed, Step::NoAddress] {
            answers.done.remove(&step);
        }
        service.save_draft(session, journey.slug(), version, answers.write()).await?;
    }
    // Where a question before it is open, that page leads there.
    Ok(format!("/{}/step/{}", journey.slug(), Step::Address.slug()))
}
