//! A declaration that was begun, and the deadlines that it will meet.

use super::answers::Answers;
use super::step::{Journey, Step};
use crate::ctx::Ctx;
use crate::failure::Failure;
use doorstep_register::{DutyMet, Identity, Line, Record, Words};
use doorstep_rules::{Duty, Event, Trigger};
use doorstep_service::{DueItem, Session};

/// One duty for each general rule, with the earliest dates: whoever keeps to them is in time for each member of a family.
fn earliest(duties: impl Iterator<Item = Duty>) -> Vec<Duty> {
    fn general(duty: &Duty) -> &str {
        duty.overrides.as_deref().unwrap_or(&duty.rule)
    }
    let mut kept: Vec<Duty> = Vec::new();
    for duty in duties {
        match kept.iter_mut().find(|other| general(other) == general(&duty)) {
            None => kept.push(duty),
            Some(other) => {
                let strict = other.strict.min(duty.strict);
                if (duty.deadline, duty.strict) < (other.deadline, other.strict) {
                    *other = duty;
                }
                other.strict = strict;
            }
        }
    }
    kept.sort_by(|a, b| (a.strict, a.deadline, &a.rule).cmp(&(b.strict, b.deadline, &b.rule)));
    kept
}

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
        let identities: Vec<Option<&Identity>> = match journey {
            Journey::Family if !answers.members.is_empty() => answers.members.iter().map(Some).collect(),
            Journey::Family => vec![None],
            _ => vec![record.identity.as_ref().or(said.as_ref())],
        };
        let event = match journey {
            Journey::Declare => service.first_event(answers.since, answers.arrived),
            Journey::Family => service.first_event(answers.since, None),
            Journey::Move => answers.since.map(|date| Event { trigger: Trigger::Move, date }),
        };
        let of_each = |event: Event| identities.iter().flat_map(move |identity| service.count(event.trigger, event.date, *identity));
        let duties = earliest(event.into_iter().flat_map(of_each));
        let beyond = event.is_some_and(|event| service.beyond_calendar(event.trigger, event.date));
        let items = service.unmet_on(session.counts_on(service.today()), duties, &answers.told);
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

#[cfg(test)]
mod tests {
    use super::*;
    use doorstep_rules::{Calendars, Citizenship, duties, embedded_packs};
    use jiff::civil::date;

    #[test]
    fn a_family_with_several_citizenships_is_shown_the_earliest_day() {
        let pack = embedded_packs().into_iter().find(|pack| pack.id() == "ru-mow").unwrap();
        let event = Event { trigger: Trigger::Arrival, date: date(2026, 11, 18) };
        let of = |code: &str| duties(&pack, &Calendars::embedded(), &event, Citizenship::parse(code).ok().as_ref()).unwrap();
        let (child, spouse) = (of("UZB"), of("AFG"));
        assert!(child[0].deadline > spouse[0].deadline, "a treaty gives the child more days");
        for family in [[child.clone(), spouse.clone()], [spouse.clone(), child]] {
            let shown = earliest(family.into_iter().flatten());
            assert_eq!(shown.iter().map(|duty| (duty.deadline, duty.strict)).collect::<Vec<_>>(), [(spouse[0].deadline, spouse[0].strict)]);
        }
    }
}
