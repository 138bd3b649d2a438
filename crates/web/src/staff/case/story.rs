//! The acts of a case in words.

use crate::ctx::Ctx;
use crate::frame::Frame;
use crate::staff::words::{self, outcome, side};
use askama::Template;
use doorstep_locales::Locale;
use doorstep_register::StaffId;
use doorstep_register::case::{AppealResult, By, CaseAct, CaseWhat, FiledKind, Side};
use doorstep_service::{CaseView, programs_words};
use jiff::Timestamp;

/// One act.
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) at: Timestamp,
    pub(super) by: String,
    /// What was said, by lines.
    pub(super) body: Vec<String>,
}

#[derive(Template)]
#[template(path = "staff/story.html")]
struct Story<'a> {
    f: &'a Frame,
    entries: Vec<Entry>,
}

/// What people see instead of an officer's name.
pub(super) fn who(l: Locale, view: &CaseView, id: StaffId) -> String {
    let known = view.staff.iter().chain(&view.colleagues).find(|(known, _)| *known == id);
    known.map_or_else(|| l.t("office-somebody"), |(_, pseudonym)| pseudonym.clone())
}

fn by(l: Locale, view: &CaseView, by: By) -> String {
    let kind = view.case.kind();
    match by {
        By::Program => l.t("office-by-program"),
        By::Officer { staff } => l.t1("office-by-officer", "who", who(l, view, staff)),
        By::AppealBody { staff } => l.t1("office-by-appeal-body", "who", who(l, view, staff)),
        By::Side { side: whose, helped_by: None } => side(l, kind, whose),
        By::Side { side: whose, helped_by: Some(clerk) } => {
            l.t2("office-by-desk", ("side", side(l, kind, whose)), ("who", who(l, view, clerk)))
        }
    }
}

fn title(l: Locale, view: &CaseView, act: &CaseAct) -> String {
    let kind = view.case.kind();
    let name = |whose: Side| side(l, kind, whose);
    let whose = match act.by {
        By::Side { side, .. } => name(side),
        _ => String::new(),
    };
    match &act.what {
        CaseWhat::Opened { .. } => l.t("office-story-opened"),
        CaseWhat::Sent { to, channel: way } => l.t2("office-story-sent", ("side", name(*to)), ("way", words::channel(l, *way))),
        CaseWhat::Delivered { to, channel: way } => l.t2("office-story-delivered", ("side", name(*to)), ("way", words::channel(l, *way))),
        CaseWhat::CameBack { to, channel: way } => l.t2("office-story-came-back", ("side", name(*to)), ("way", words::channel(l, *way))),
        CaseWhat::Answered { posted_on: None, .. } => l.t1("office-story-answered", "side", whose),
        CaseWhat::Answered { posted_on: Some(day), .. } => l.t2("office-story-posted", ("side", whose), ("day", l.date(*day))),
        CaseWhat::HearingAsked {} => l.t1("office-story-hearing-asked", "side", whose),
        CaseWhat::HearingInvited { on } => l.t1("office-story-invited", "day", l.date_with_weekday(*on)),
        CaseWhat::HearingHeld { present, .. } if present.is_empty() => l.t("office-story-held-nobody"),
        CaseWhat::HearingHeld { present, .. } => {
            l.t1("office-story-held", "sides", present.iter().map(|side| name(*side)).collect::<Vec<_>>().join(", "))
        }
        CaseWhat::Extended { side, .. } => l.t1("office-story-extended", "side", name(*side)),
        CaseWhat::Visited { met: true, .. } => l.t("office-story-visited"),
        CaseWhat::Visited { met: false, .. } => l.t("office-story-visited-nobody"),
        CaseWhat::Filed { what, .. } => l.t(match what {
            FiledKind::Document => "office-filed-document",
            FiledKind::Extract => "office-filed-extract",
            FiledKind::Witness => "office-filed-witness",
        }),
        CaseWhat::HostChanged { .. } => l.t("office-story-host-changed"),
        CaseWhat::Maintained { .. } => l.t("office-story-maintained"),
        CaseWhat::Drafted { finding, .. } => l.t1("office-story-drafted", "outcome", outcome(l, finding.outcome)),
        CaseWhat::DeputyNamed { deputy, .. } => l.t1("office-story-deputy", "who", who(l, view, *deputy)),
        CaseWhat::SentBack { .. } => l.t("office-story-sent-back"),
        CaseWhat::Confirmed {} => l.t("office-story-confirmed"),
        CaseWhat::Appealed { .. } => l.t1("office-story-appealed", "side", whose),
        CaseWhat::AppealWithdrawn {} => l.t1("office-story-appeal-withdrawn", "side", whose),
        CaseWhat::AppealDecided { result, .. } => match result {
            AppealResult::Upheld {} => l.t("office-appeal-upheld"),
            AppealResult::Annulled {} => l.t("office-appeal-annulled"),
            AppealResult::Replaced { outcome: other } => l.t1("office-appeal-replaced", "outcome", outcome(l, *other)),
            AppealResult::BackToOffice {} => l.t("office-appeal-back"),
        },
        CaseWhat::Judged { upheld: true, .. } => l.t("office-judged-stands"),
        CaseWhat::Judged { upheld: false, .. } => l.t("office-judged-falls"),
        CaseWhat::PutInEffect {} => l.t("office-story-in-effect"),
        CaseWhat::TimeGivenBack { .. } => l.t("office-story-time-back"),
        CaseWhat::Undone { .. } => l.t("office-story-undone"),
        CaseWhat::Separated { .. } => l.t("office-story-separated"),
        CaseWhat::Withdrawn {} => l.t("office-story-withdrawn"),
        CaseWhat::OwnAct {} => l.t("office-story-own-act"),
        CaseWhat::Died { .. } => l.t("office-story-died"),
    }
}

/// What an act says in words of its own.
fn said(what: &CaseWhat) -> Option<&str> {
    match what {
        CaseWhat::Opened { words, .. }
        | CaseWhat::Answered { words, .. }
        | CaseWhat::Maintained { words }
        | CaseWhat::HearingHeld { record: words, .. }
        | CaseWhat::Visited { words, .. }
        | CaseWhat::Filed { words, .. }
        | CaseWhat::HostChanged { words }
        | CaseWhat::Judged { words, .. }
        | CaseWhat::Died { words }
        | CaseWhat::Extended { why: words, .. }
        | CaseWhat::DeputyNamed { why: words, .. }
        | CaseWhat::SentBack { why: words }
        | CaseWhat::Undone { why: words }
        | CaseWhat::Separated { why: words } => Some(words.as_str()),
        CaseWhat::Appealed { words, .. } => words.as_ref().map(doorstep_register::Words::as_str),
        CaseWhat::AppealDecided { reasons, .. } | CaseWhat::TimeGivenBack { reasons } => Some(reasons.as_str()),
        CaseWhat::Drafted { .. }
        | CaseWhat::Sent { .. }
        | CaseWhat::Delivered { .. }
        | CaseWhat::CameBack { .. }
        | CaseWhat::HearingAsked {}
        | CaseWhat::HearingInvited { .. }
        | CaseWhat::Confirmed {}
        | CaseWhat::AppealWithdrawn {}
        | CaseWhat::PutInEffect {}
        | CaseWhat::Withdrawn {}
        | CaseWhat::OwnAct {} => None,
    }
}

/// A text by its lines.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
}

/// An act in words.
pub(super) fn entry(ctx: &Ctx, view: &CaseView, act: &CaseAct) -> Entry {
    let l = ctx.l;
    let body = match (&act.what, act.by) {
        (CaseWhat::Opened { kind, .. }, By::Program) => lines(programs_words(l, *kind).as_str()),
        (what, _) => said(what).map(lines).unwrap_or_default(),
    };
    Entry { title: title(l, view, act), at: act.at, by: by(l, view, act.by), body }
}

/// Whether a side says something in it; what a page shows beside the side's record.
pub(super) const fn is_said_by_a_side(what: &CaseWhat) -> bool {
    matches!(what, CaseWhat::Opened { .. } | CaseWhat::Answered { .. } | CaseWhat::Maintained { .. } | CaseWhat::Appealed { .. })
}

/// Whether it puts something on file.
pub(super) const fn is_on_file(what: &CaseWhat) -> bool {
    matches!(what, CaseWhat::HearingHeld { .. } | CaseWhat::Visited { .. } | CaseWhat::Filed { .. } | CaseWhat::HostChanged { .. })
}

/// The acts after a version, in words.
pub(in crate::staff) fn html(ctx: &Ctx, view: &CaseView, after: u32) -> String {
    let entries = view.acts.iter().filter(|act| act.seq > after).map(|act| entry(ctx, view, act)).collect();
    Story { f: &ctx.frame(""), entries }.render().unwrap_or_default()
}

/// All of them; what the page shows elsewhere stands here without its words.
pub(super) fn brief(ctx: &Ctx, view: &CaseView) -> String {
    let entries = view.acts.iter().map(|act| {
        let shown = is_on_file(&act.what) || (is_said_by_a_side(&act.what) && matches!(act.by, By::Side { .. }));
        let mut entry = entry(ctx, view, act);
        if shown {
            entry.body.clear();
        }
        entry
    });
    Story { f: &ctx.frame(""), entries: entries.collect() }.render().unwrap_or_default()
}
