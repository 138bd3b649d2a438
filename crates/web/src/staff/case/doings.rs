//! What can be done in a case now, as links to one page for each act. The case itself said what is possible.

use crate::ctx::Ctx;
use crate::failure::case_refusal_key;
use crate::staff::act::delivery::known_to_an_office;
use crate::staff::words::outcome;
use doorstep_register::case::{AppealResult, Channel, Stage};
use doorstep_service::{CaseView, Doing, outcome_key};

/// Links and what is not possible yet.
pub(super) struct Doings {
    /// Path and words of what decides something.
    pub(super) decide: Vec<(String, String)>,
    /// Words of what cannot be decided yet, and why.
    pub(super) not_yet: Vec<(String, String)>,
    /// Path and words of everything else.
    pub(super) other: Vec<(String, String)>,
    /// The page by which a colleague names a deputy for the second officer.
    pub(super) for_colleague: Option<String>,
}

/// What can be done now.
pub(super) fn doings(ctx: &Ctx, view: &CaseView) -> Doings {
    let l = ctx.l;
    let case = &view.case;
    let (sides, outcomes) = (case.kind().sides(), case.kind().outcomes());
    let to = |more: &str| ctx.to(&format!("/cases/{}/{more}", view.entry.id));
    let link = |slug: &str| (to(slug), l.t(&format!("office-do-{slug}-link")));
    let any = |doings: Vec<Doing>| doings.into_iter().any(|doing| view.can(doing));
    let mut decide = Vec::new();
    let mut not_yet = Vec::new();
    let offer = |list: &mut Vec<(String, String)>, slug: &str, possible: bool| list.extend(possible.then(|| link(slug)));

    offer(&mut decide, "confirm", view.can(Doing::Confirm));
    offer(&mut decide, "send-back", view.can(Doing::SendBack));
    let mut results = vec![AppealResult::Upheld {}, AppealResult::Annulled {}, AppealResult::BackToOffice {}];
    results.extend(outcomes.iter().map(|outcome| AppealResult::Replaced { outcome: *outcome }));
    offer(&mut decide, "appeal", any(results.into_iter().map(Doing::DecideAppeal).collect()));
    offer(&mut decide, "effect", view.can(Doing::PutInEffect));
    let mut other = Vec::new();
    // Whoever is asked to confirm does that and nothing else.
    let only_confirms = view.entry.to_confirm && !view.entry.mine;
    if case.stage() == &Stage::Hearing {
        for decided in outcomes {
            let words = l.t1("office-decide", "outcome", outcome(l, *decided));
            match view.refusal(Doing::Draft(*decided)) {
                None => decide.push((to(&format!("draft/{}", outcome_key(*decided))), words)),
                Some(refusal) => not_yet.push((words, l.t(&format!("case-refusal-{}", case_refusal_key(refusal))))),
            }
        }
    }
    if !only_confirms {
        let ways = || Channel::EVERY.into_iter().filter(|channel| known_to_an_office(*channel));
        let sent = sides.iter().flat_map(|side| ways().map(|channel| Doing::Note(*side, channel)));
        offer(&mut other, "delivery", any(sent.collect()));
        offer(&mut other, "notice", any(sides.iter().map(|side| Doing::Send(*side)).collect()));
        offer(&mut other, "hearing", view.can(Doing::Hold));
        offer(&mut other, "invite", view.can(Doing::Invite));
        offer(&mut other, "file", view.can(Doing::File));
        offer(&mut other, "visit", view.can(Doing::Visit));
        offer(&mut other, "more-time", any(sides.iter().map(|side| Doing::Extend(*side)).collect()));
        offer(&mut other, "new-host", view.can(Doing::HostChanged));
        offer(&mut other, "judgment", view.can(Doing::Judge));
        offer(&mut other, "undo", view.can(Doing::Undo));
        offer(&mut other, "died", view.can(Doing::Died));
    }
    offer(&mut other, "deputy", view.can(Doing::Deputy));
    let drafted = matches!(case.stage(), Stage::Drafted { .. }) && view.entry.mine;
    Doings { decide, not_yet, other, for_colleague: drafted.then(|| to("deputy")) }
}
