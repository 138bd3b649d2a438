//! Duties on pages: by when, why, by which source, and how that was counted, in the same card wherever a deadline stands.

mod calendar;
mod card;
mod words;

pub(crate) use card::{Card, WhyBox};
pub(crate) use words::by;

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::journey::Plan;
use doorstep_register::Record;
use doorstep_service::{DueItem, DueState};

/// The general rule over the one that sets a duty. Addresses, files and letters name it and never the treaty, which would tell the
/// citizenship.
pub(crate) fn general(item: &DueItem) -> &str {
    item.duty.overrides.as_deref().unwrap_or(&item.duty.rule)
}

/// The id of the box in which somebody says why they could not be in time.
pub(crate) fn field(rule: &str) -> String {
    format!("why-{}", rule.replace('.', "-"))
}

/// Everything that is due for somebody: by their record, and by the declaration that they have begun.
pub(crate) struct AllDue {
    pub(crate) record: Record,
    /// The declaration that was begun.
    pub(crate) plan: Plan,
    /// What the record says.
    pub(crate) items: Vec<DueItem>,
}

impl AllDue {
    pub(crate) async fn load(ctx: &Ctx) -> Result<AllDue, Failure> {
        let (session, service) = (ctx.person()?, ctx.service());
        let record = service.record(session).await?;
        let plan = Plan::of(ctx, session, &record).await?;
        let items = service.due(session, &record).await?;
        Ok(AllDue { record, plan, items })
    }

    /// The item of a rule, by its general name: what is not met yet before what was.
    pub(crate) fn of_rule(&self, rule: &str) -> Option<&DueItem> {
        let all = || self.plan.items.iter().chain(&self.items).filter(|item| general(item) == rule);
        all().find(|item| !matches!(item.state, DueState::Met(_))).or(all().next())
    }
}
