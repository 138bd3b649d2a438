//! A declaration that was begun, and the deadlines that it will meet.

use super::answers::Answers;
use super::step::{Journey, Step};
use crate::ctx::Ctx;
use crate::failure::Failure;
use doorstep_register::{DutyMet, Line, Record, Words};
use doorstep_rules::{Event, Trigger};
use doorstep_service::{DueItem, Session};

/// What somebody is about to declare, as far as they have said.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(crate) journey: Journey,
    /// The version of the draft; 0 where there is none.
    pub(crate) version: u32,
    pub(crate) answers: Answers,
    /// The duties that it will meet.
    pub(crate) items: Vec<DueItem>,
    /// Whether the calendar does not reach far enough to count them.
    pub(crate) beyond: bool,
}

impl Plan {
    /// The draft that fits the record: of a move where a registration is in force, of a first declaration where none is.
    pub(crate) async fn of(ctx: &Ctx, session: &Session, record: &Record) -> Result<Plan, Failure> {
        let journey = if record.current().is_some() { Journey::Move } else { Journey::Declare };
        Plan::on(ctx, session, record, journey).await
    }

    /// The draft of a journey.
    pub(super) async fn on(ctx: &Ctx, session: &Session, record: &Record, journey: Journey) -> Result<Plan, Failure> {
        let service = ctx.service();
        let draft = service.draft(session, journey.slug()).await?;
        let answers = Answers::read(&draft.answers);
        let said = answers.identity(ctx);
        let identity = match journey {
            Journey::Family => answers.members.first(),
            _ => record.identity.as_ref().or(said.as_ref()),
        };
        let event = match journey {
            Journey::Declare => service.first_event(answers.since, answers.arrived),
            Journey::Family => service.first_event(answers.since, None),
            Journey::Move => answers.since.map(|date| Event { trigger: Trigger::Move, date }),
        };
        let duties = event.map(|event| service.count(event.trigger, event.date, identity)).unwrap_or_default();
        let beyond = event.is_some_and(|event| service.beyond_calendar(event.trigger, event.date));
        let items = service.unmet(duties, &answers.told);
        Ok(Plan { journey, version: draft.version, answers, items, beyond })
    }

    /// Keeps in the draft why it could not be in time; it is read when the declaration is filed.
    pub(crate) async fn explain(&mut self, ctx: &Ctx, words: Words) -> Result<(), Failure> {
        self.answers.late = words.into();
        self.answers.done.insert(Step::Late);
        self.answers.told = Plan::told(&self.items);
        ctx.service().save_draft(ctx.person()?, self.journey.slug(), self.version, self.answers.write()).await?;
        Ok(())
    }

    /// The dates as they are told.
    pub(crate) fn told(items: &[DueItem]) -> Vec<DutyMet> {
        let told = |item: &DueItem| {
            let duty = &item.duty;
            Some(DutyMet { rule: Line::parse(&duty.rule).ok()?, event: duty.event, deadline: duty.deadline, strict: duty.strict })
        };
        items.iter().filter_map(told).collect()
    }
}
