//! Reminders, and the dates in them: what a person was told only moves later, and then they hear of it.
//!
//! A reminder follows the end of the stay that the person named, and the earliest reading of each duty that this end starts by the rule
//! pack. The dates are kept sealed beside the reminders. When the program starts, perhaps with a new pack or calendar, each is counted
//! again by its rule alone: nothing about the person is opened for that.

use crate::message::{Letter, Message, REMINDER, REMINDER_TEXT, cell, language};
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::{self as policy, Grant, Purpose, Subject};
use doorstep_register::world::new_id;
use doorstep_register::{DutyMet, Line, PersonId, Record};
use doorstep_rules::{Event, Promise, Trigger};
use doorstep_storage::{JobRow, MessageRow, Tx};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The job that counts the dates again that a person was told.
pub(crate) const PROMISE: &str = "promise.check";

/// What a person was told, with all that a reminder of it says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Promised {
    /// How they are called.
    pub name: String,
    /// The end of the stay that they named.
    pub until: Date,
    /// The dates that follow from it by law, as they were told. Empty where the calendar does not reach: they are told when it does.
    pub dates: Vec<Promise>,
}

impl Promised {
    /// The day after which nothing of it is ahead.
    fn last_day(&self) -> Date {
        self.dates.iter().map(|date| date.deadline).max().unwrap_or(self.until)
    }
}

impl Service {
    /// Withdraws the waiting reminders, and the dates kept with them.
    pub(crate) async fn forget_reminders(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<()> {
        for kind in [REMINDER, REMINDER_TEXT] {
            tx.cancel_jobs(person, kind).await?;
        }
        tx.cancel_jobs(person, PROMISE).await?;
        Ok(())
    }

    /// Writes the reminders anew, after what they depend on has changed: the end of the stay, address, language, citizenship. What was told
    /// for the same end of the stay moves no earlier by that.
    pub(crate) async fn remind_again(&self, tx: &mut dyn Tx, record: &Record, locale: Locale) -> TxResult<()> {
        let post = policy::decide(&Subject::Post, record.person, Purpose::Delivery, self.now()).map_err(Error::from)?;
        let kept = self.kept(tx, &post, record.person).await?;
        self.forget_reminders(tx, record.person).await?;
        let Some(until) = record.current().and_then(|r| r.until()) else { return Ok(()) };
        let told: Vec<DutyMet> = kept.iter().filter_map(told).collect();
        let event = Event { trigger: Trigger::Renewal, date: until };
        let dates = match self.try_count(&event, record.identity.as_ref()) {
            Ok(duties) => self.unmet(duties, &told).iter().map(|item| Promise::of(&item.duty)).collect(),
            // Where today's calendar does not reach, what was told stands.
            Err(_) => kept.into_iter().filter(|date| date.event == event).collect(),
        };
        let promised = Promised { name: record.names().map_or("", |n| n.called()).to_owned(), until, dates };
        self.remind(tx, record.person, &promised, language(&record.contact, locale)).await
    }

    async fn remind(&self, tx: &mut dyn Tx, person: PersonId, promised: &Promised, locale: Locale) -> TxResult<()> {
        let by_their_word = (promised.until, locale.t("reminder-until"));
        let by_law = promised.dates.iter().map(|date| (date.strict, self.plain(date, locale)));
        for (day, rule) in std::iter::once(by_their_word).chain(by_law) {
            let Some(at) = self.reminder_day(day).and_then(|ahead| self.morning(ahead)) else { continue };
            let letter = Letter::new("reminder", locale)
                .with("name", promised.name.as_str())
                .local("day", move |l| l.date_with_weekday(day))
                .with("rule", rule)
                .with("link", self.due_link(locale))
                .reminding();
            self.send(tx, person, letter, at).await?;
        }
        self.keep(tx, person, promised).await
    }

    /// Keeps the dates that were told, if the law knows any, or may know some that nobody can count yet.
    async fn keep(&self, tx: &mut dyn Tx, person: PersonId, promised: &Promised) -> TxResult<()> {
        if promised.dates.is_empty() && !self.beyond_calendar(Trigger::Renewal, promised.until) {
            return Ok(());
        }
        let now = self.now();
        let id = new_id(now, self.random());
        let message = Message::keeping(now, promised.clone());
        let sealed = self.vault().seal_value(tx, cell(person, &id), &message).await?;
        tx.add_message(&MessageRow { person, id, sealed, created_at: now, expires_at: None }).await?;
        let available_at = self.after(promised).unwrap_or(now);
        tx.add_job(&JobRow { id, kind: PROMISE.to_owned(), person, message: id, available_at, attempts: 0 }).await?;
        Ok(())
    }

    /// The dates that the person was told and that lie ahead.
    pub(crate) async fn told(&self, session: &Session, person: PersonId) -> Result<Vec<DutyMet>, Error> {
        self.look(session, person, "promise.open", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move { this.told_in(tx, session, *person).await })
        })
        .await
    }

    pub(crate) async fn told_in(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<Vec<DutyMet>> {
        if !self.0.pack.rules().any(|rule| rule.triggers().contains(&Trigger::Renewal)) {
            return Ok(Vec::new());
        }
        let grant = session.grant(tx, person, self.now()).await?;
        Ok(self.kept(tx, &grant, person).await?.iter().filter_map(told).collect())
    }

    async fn kept(&self, tx: &mut dyn Tx, grant: &Grant, person: PersonId) -> TxResult<Vec<Promise>> {
        let now = self.now();
        let rows: Vec<_> = tx.messages(person, now, 1_000).await?.into_iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed)).collect();
        let all: Vec<Message> = self.vault().open_values(tx, grant, ("message", "sealed"), &rows, now).await?;
        Ok(all.into_iter().filter_map(|message| message.promised).flat_map(|promised| promised.dates).collect())
    }

    /// Has every date that somebody was told counted again soon: called when the program starts, perhaps with a new pack or calendar. Says
    /// for how many people.
    pub async fn wake_promises(&self) -> Result<u64, Error> {
        self.write("promise.wake", (), |this, tx, ()| Box::pin(async move { Ok(tx.wake_jobs(PROMISE, this.now()).await?) })).await
    }

    /// Counts the dates of one job again. One that moves later is told, and its reminders with it; none moves earlier.
    pub(crate) async fn check_promises(&self, job: &JobRow, lease: Uuid) -> Result<(), Error> {
        self.write("promise.check", (job.clone(), lease), |this, tx, (job, lease)| {
            Box::pin(async move {
                let now = this.now();
                let post = policy::decide(&Subject::Post, job.person, Purpose::Delivery, now).map_err(Error::from)?;
                // Kept anew meanwhile, under another job.
                let Some(row) = tx.message(job.person, job.message).await? else { return Ok(tx.finish_job(job.id, *lease, now).await?) };
                let message: Message = this.vault().open_value(tx, &post, cell(job.person, &row.id), &row.sealed, now).await?;
                match message.promised.filter(|promised| promised.last_day() >= this.today()) {
                    Some(promised) => this.check_promised(tx, job.person, &post, &promised).await,
                    None => {
                        tx.cancel_jobs(job.person, PROMISE).await?;
                        Ok(())
                    }
                }
            })
        })
        .await
    }

    async fn check_promised(&self, tx: &mut dyn Tx, person: PersonId, post: &Grant, promised: &Promised) -> TxResult<()> {
        let mut later = promised.clone();
        if later.dates.is_empty() {
            // The calendar reaches now, perhaps. By the general rules, which give nobody more time than their own.
            later.dates = self.count(Trigger::Renewal, promised.until, None).iter().map(Promise::of).collect();
        }
        for date in &mut later.dates {
            // Where the calendar does not reach, or the rule is gone, what was told stands.
            if let Ok(Some(kept)) = date.recount(&self.0.pack, &self.0.calendars)
                && kept.tell
            {
                *date = kept.promise;
            }
        }
        if later == *promised {
            // Under a new job: the attempts of this one count against trouble only.
            tx.cancel_jobs(person, PROMISE).await?;
            return self.keep(tx, person, promised).await;
        }
        let contact = self.vault().contact(tx, post, self.now()).await?;
        let locale = language(&contact, self.settings().locale);
        for (before, now) in promised.dates.iter().zip(&later.dates).filter(|(before, now)| before.deadline != now.deadline) {
            let (earlier, later) = (before.deadline, now.deadline);
            let letter = Letter::new("moved-later", locale)
                .with("name", promised.name.as_str())
                .with("rule", self.plain(now, locale))
                .local("before", move |l| l.date_with_weekday(earlier))
                .local("day", move |l| l.date_with_weekday(later))
                .with("link", self.due_link(locale));
            self.send(tx, person, letter, self.now()).await?;
        }
        self.forget_reminders(tx, person).await?;
        self.remind(tx, person, &later, locale).await
    }

    /// The rule of a date in plain words: the general one, because letters travel and a treaty would tell the citizenship.
    fn plain(&self, date: &Promise, locale: Locale) -> String {
        let pack = &self.0.pack;
        let rule = pack.rule(&date.rule);
        let general = rule.and_then(|rule| rule.overrides()).and_then(|id| pack.rule(id)).or(rule);
        general.map_or_else(String::new, |rule| rule.plain(locale.tag()).to_owned())
    }

    fn due_link(&self, locale: Locale) -> String {
        format!("{}/{}/due", self.settings().base_url, locale)
    }

    /// The day before the earlier reading on which to remind: three days ahead, or tomorrow if that has passed; `None` when it is too late
    /// to help.
    fn reminder_day(&self, strict: Date) -> Option<Date> {
        let tomorrow = self.today().tomorrow().ok()?;
        (strict >= tomorrow).then_some(strict.checked_sub(3.days()).ok()?.max(tomorrow))
    }

    fn after(&self, promised: &Promised) -> Option<Timestamp> {
        self.morning(promised.last_day().tomorrow().ok()?)
    }

    /// Nine in the morning, local time.
    fn morning(&self, day: Date) -> Option<Timestamp> {
        Some(day.at(9, 0, 0, 0).to_zoned(self.zone().clone()).ok()?.timestamp())
    }
}

fn told(date: &Promise) -> Option<DutyMet> {
    Some(DutyMet { rule: Line::parse(&date.rule).ok()?, event: date.event.date, deadline: date.deadline, strict: date.strict })
}
