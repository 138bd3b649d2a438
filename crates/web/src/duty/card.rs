//! The card of one deadline.

use super::calendar::{Sheet, sheets};
use super::words::{by, why};
use super::{field, general};
use crate::ctx::Ctx;
use askama::Template;
use doorstep_locales::Locale;
use doorstep_rules::{Basis, Confidence, CutOff, DayNote, Duty, OfficeCount, Source};
use doorstep_service::{DueItem, DueState};
use jiff::civil::Date;

/// "Could not in time: why", on the card of a duty that was not met in time.
pub(crate) struct WhyBox {
    pub(crate) csrf: String,
    /// What was typed.
    pub(crate) words: String,
    pub(crate) error: Option<String>,
}

/// One deadline with its reasons. Everything that it says stands in one `<section class="ds-due…">`.
#[derive(Template)]
#[template(path = "part/duty.html")]
pub(crate) struct Card {
    l: Locale,
    name: String,
    by: String,
    deadline: Date,
    /// When it was met, in words.
    met: Option<String>,
    /// When it begins.
    upcoming: Option<Date>,
    passed: bool,
    /// Where it can be done.
    act: Option<&'static str>,
    plain: String,
    who_must: Option<String>,
    /// The earlier reading, where the law has two.
    strict: Option<Date>,
    /// What today's count would say, where an earlier promise holds.
    counted: Option<Date>,
    unsure: bool,
    estimates: Vec<Date>,
    evidence: Option<String>,
    fee: Option<String>,
    exemptions: Vec<String>,
    less_time: Vec<(String, Date)>,
    sources: Vec<Source>,
    sheets: Vec<Sheet>,
    /// Day by day in words; empty where the calendar alone tells it.
    days: Vec<(Date, Option<u32>, String)>,
    /// The path of the calendar file.
    file: Option<String>,
    /// `?for=n` where the duty is a family member's.
    acting: String,
    /// The general rule, by id.
    general: String,
    /// The page of the rule.
    rule: Option<String>,
    /// That no lawyer has looked at it, where the page does not say so elsewhere.
    notice: Option<&'static str>,
    open: bool,
    folded: bool,
    explained: Option<(String, String)>,
    why: Option<WhyBox>,
}

impl Card {
    fn bare(l: Locale, name: String, by: String, deadline: Date, days: &[DayNote]) -> Card {
        Card {
            l,
            name,
            by,
            deadline,
            met: None,
            upcoming: None,
            passed: false,
            act: None,
            plain: String::new(),
            who_must: None,
            strict: None,
            counted: None,
            unsure: false,
            estimates: Vec::new(),
            evidence: None,
            fee: None,
            exemptions: Vec::new(),
            less_time: Vec::new(),
            sources: Vec::new(),
            sheets: sheets(l, days, deadline),
            days: Vec::new(),
            file: None,
            acting: String::new(),
            general: String::new(),
            rule: None,
            notice: None,
            open: false,
            folded: true,
            explained: None,
            why: None,
        }
    }

    fn of_duty(ctx: &Ctx, duty: &Duty) -> Card {
        let (l, lang) = (ctx.l, ctx.l.tag());
        let mut card = Card::bare(l, duty.name(lang).to_owned(), by(l, duty.deadline, duty.cut_off), duty.deadline, &duty.days);
        card.acting = ctx.for_whom();
        card.plain = duty.plain(lang).to_owned();
        card.strict = duty.has_two_readings().then_some(duty.strict);
        card.unsure = duty.confidence < Confidence::High;
        card.estimates = duty.to_confirm.clone();
        card.sources = duty.sources.clone();
        card.general = duty.overrides.as_deref().unwrap_or(&duty.rule).to_owned();
        card
    }

    /// A deadline on a page about something else: the calendar tells how it was counted.
    pub(crate) fn short(ctx: &Ctx, item: &DueItem) -> Card {
        let mut card = Card::of_duty(ctx, &item.duty);
        card.stands(ctx, item);
        card.on_other_page(ctx)
    }

    /// A duty that has to be done after an event that somebody just told us of: not theirs yet, so it has no file.
    pub(crate) fn told(ctx: &Ctx, duty: &Duty) -> Card {
        Card::of_duty(ctx, duty).on_other_page(ctx)
    }

    fn on_other_page(mut self, ctx: &Ctx) -> Card {
        self.sources.truncate(1);
        self.notice = ctx.service().pack().not_reviewed(ctx.l.tag());
        self
    }

    /// Everything that is known of a duty.
    pub(crate) fn full(ctx: &Ctx, item: &DueItem) -> Card {
        let mut card = Card::of_duty(ctx, &item.duty);
        card.stands(ctx, item);
        card.all(ctx, &item.duty);
        card.open = card.met.is_none();
        card
    }

    /// The same on a page to be printed: nothing is folded.
    pub(crate) fn printed(ctx: &Ctx, duty: &Duty) -> Card {
        let mut card = Card::of_duty(ctx, duty);
        card.all(ctx, duty);
        card.who_must = Some(duty.who_must(ctx.l.tag()).to_owned());
        card.folded = false;
        card
    }

    /// A term of the office.
    pub(crate) fn office(ctx: &Ctx, name: &str, plain: &str, count: &OfficeCount) -> Card {
        let l = ctx.l;
        let by = by(l, count.deadline, CutOff::Midnight);
        let mut card = Card::bare(l, l.t(name), by, count.deadline, &count.days);
        let basis = match count.basis {
            Basis::Statute => l.t("office-statute"),
            Basis::Operator => l.t("office-promise"),
        };
        card.plain = format!("{} {basis}", l.t(plain));
        card.sources = count.sources.clone();
        card
    }

    /// A term of a case, with its last day as it was counted when it began; `count` where it counts the same today.
    pub(crate) fn case_term(ctx: &Ctx, name: String, plain: String, last_day: Date, count: Option<&OfficeCount>) -> Card {
        let l = ctx.l;
        let days: &[DayNote] = count.map_or(&[], |count| &count.days);
        let mut card = Card::bare(l, name, by(l, last_day, CutOff::Midnight), last_day, days);
        card.plain = plain;
        card.sources = count.map(|count| count.sources.clone()).unwrap_or_default();
        card.folded = count.is_some();
        card
    }

    fn stands(&mut self, ctx: &Ctx, item: &DueItem) {
        let at = |moment| ctx.l.moment(moment, ctx.service().zone());
        match item.state {
            DueState::Met(moment) => {
                self.met = Some(match item.posted_on {
                    Some(day) => ctx.l.t2("due-met-posted", ("day", ctx.l.date(day)), ("at", at(moment))),
                    None => ctx.l.t1("due-met-at", "at", at(moment)),
                });
            }
            DueState::Upcoming => self.upcoming = Some(item.duty.earliest.unwrap_or(item.duty.event)),
            DueState::Open => {}
            DueState::Passed => self.passed = true,
        }
        if self.met.is_some() {
            // What was met is proof; how the law could be read does not matter any more.
            (self.strict, self.unsure) = (None, false);
        } else {
            self.file = Some(format!("/{}/due/{}.ics{}", ctx.l, general(item), self.acting));
        }
        self.counted = item.counted;
        self.explained = item.explained.as_ref().map(|(moment, words)| (at(*moment), words.as_str().to_owned()));
    }

    fn all(&mut self, ctx: &Ctx, duty: &Duty) {
        let (l, lang) = (ctx.l, ctx.l.tag());
        let text = |text: Option<&str>| text.map(str::to_owned);
        let name = |id: &str| ctx.service().pack().rule(id).map_or_else(|| id.to_owned(), |rule| rule.name(lang).to_owned());
        self.evidence = text(duty.evidence(lang));
        self.fee = text(duty.fee(lang));
        self.exemptions = duty.exemptions(lang).into_iter().map(str::to_owned).collect();
        self.less_time = duty.alternatives.iter().map(|a| (name(&a.rule), a.deadline)).collect();
        self.days = duty.days.iter().map(|note| (note.date, note.number, why(l, note))).collect();
        self.rule = Some(format!("/{l}/rules/{}", self.general));
    }

    /// With a link to where it can be done.
    pub(crate) fn done_at(mut self, path: &'static str) -> Card {
        self.act = Some(path);
        self
    }

    /// With a box for why it could not be in time.
    pub(crate) fn asking(mut self, why: WhyBox) -> Card {
        self.why = Some(why);
        self
    }

    /// With what somebody said already.
    pub(crate) fn said(mut self, words: &str) -> Card {
        self.explained = Some((String::new(), words.to_owned()));
        self
    }

    /// HTML for a part of another page.
    pub(crate) fn html(&self) -> String {
        self.render().unwrap_or_default()
    }

    fn day(&self, date: &Date) -> String {
        self.l.date(*date)
    }

    fn weekday(&self, date: &Date) -> String {
        self.l.date_with_weekday(*date)
    }

    fn weekdays(&self) -> Vec<(String, String)> {
        (1..=7).map(|n| (self.l.t(&format!("weekday-short-{n}")), self.l.t(&format!("weekday-{n}")))).collect()
    }

    /// `https://…` of a source without its scheme, for people who read it on paper.
    fn host<'a>(&self, url: &'a str) -> &'a str {
        url.split("//").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or(url)
    }

    fn field(&self) -> String {
        field(&self.general)
    }
}
