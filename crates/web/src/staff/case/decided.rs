//! A draft or a decision in words: outcome, facts, rule, reasons, what they rest on, how each side was heard, and by whom.

use super::story::{lines, who};
use crate::ctx::Ctx;
use crate::staff::words::{ground, outcome, side};
use askama::Template;
use doorstep_register::case::{Draft, HeardHow, Stage};
use doorstep_service::CaseView;

#[derive(Template)]
#[template(path = "staff/decided.html")]
struct Decided {
    title: String,
    /// Label, and the paragraphs behind it.
    rows: Vec<(String, Vec<String>)>,
}

/// The draft that lies with the second officer, or the decision as it stands; nothing while the sides are heard.
pub(in crate::staff) fn html(ctx: &Ctx, view: &CaseView) -> Option<String> {
    let l = ctx.l;
    let (draft, second, title): (&Draft, _, _) = match view.case.stage() {
        Stage::Drafted { draft, second, .. } => (draft, Some(*second), "office-draft"),
        _ => {
            let decision = view.case.decision()?;
            (decision.draft(), decision.second(), "office-decision")
        }
    };
    let finding = draft.finding();
    let list = |words: Vec<String>| vec![words.join(", ")];
    let heard = draft.heard().sides().iter().map(|(whose, how)| {
        let id = match how {
            HeardHow::Opened => "office-heard-opened",
            HeardHow::Answered => "office-heard-answered",
            HeardHow::Orally => "office-heard-orally",
            HeardHow::HadItsTime => "office-heard-had-its-time",
            HeardHow::NotNeeded => "office-heard-not-needed",
        };
        l.t1(id, "side", side(l, view.case.kind(), *whose))
    });
    let mut rows = vec![
        (l.t("office-outcome"), vec![outcome(l, finding.outcome)]),
        (l.t("office-facts"), lines(finding.facts.as_str())),
        (l.t("office-rule"), vec![finding.rule.as_str().to_owned()]),
        (l.t("office-reasons"), lines(finding.reasons.as_str())),
    ];
    if !finding.grounds.is_empty() {
        rows.push((l.t("office-grounds"), list(finding.grounds.iter().map(|known| ground(l, *known)).collect())));
    }
    rows.push((l.t("office-heard"), heard.collect()));
    rows.push((l.t("office-decided-by"), list([Some(draft.by()), second].into_iter().flatten().map(|id| who(l, view, id)).collect())));
    Some(Decided { title: l.t(title), rows }.render().unwrap_or_default())
}
