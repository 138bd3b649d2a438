//! What is true then.

use super::{Book, answer_until, appeal_until, day, number, take};
use crate::words::{heard_how, kind, list, outcome, side, sides, staff};
use crate::world::World;
use doorstep_register::case::{Closing, EndedBy, Reasons, Stage, Standing};
use doorstep_rules::{Basis, CaseClock, GENERIC_CASE_TERM};
use jiff::civil::DateTime;

pub(super) fn book(world: Option<&mut World>, text: &str, book: &mut Book) -> bool {
    steps!(world, text, book, {
        then "it is refused: {}" => |why| {
            let refusal = world.refused.take().expect("it was not refused");
            assert_eq!(refusal, why, "refused for another reason");
        };
        then "the registration is {}" => |what| assert_eq!(said(world.standing()), what);
        then "the person counts as registered" => | | assert!(world.standing().registered());
        then "the person no longer counts as registered" => | | assert!(!world.standing().registered());
        then "the case is {}" => |what| assert_eq!(stage(world.case().stage()), what);
        then "the decision is that {}" => |what| {
            assert_eq!(world.case().decision().expect("a decision").outcome(), outcome(what))
        };
        then "there is no decision" => | | assert!(world.case().decision().is_none());
        then "the decision names {}" => |names| {
            let decision = world.case().decision().expect("a decision");
            let mut by: Vec<_> = list(names).map(staff).collect();
            let second = if by.len() > 1 { by.pop() } else { None };
            assert_eq!((Some(&decision.draft().by()), decision.second()), (by.first(), second))
        };
        then "the decision gives facts, rule and reasons" => | | {
            let decision = world.case().decision().expect("a decision");
            let finding = decision.draft().finding();
            assert!(!finding.facts.as_str().is_empty() && !finding.rule.as_str().is_empty());
            assert!(Reasons::parse(finding.reasons.as_str()).is_ok())
        };
        then "the decision says that {}" => |how| {
            let heard = world.case().decision().expect("a decision").draft().heard().sides().to_vec();
            let (whose, verb) = ["the resident ", "the host ", "the second person "].iter()
                .find_map(|w| how.strip_prefix(w).map(|verb| (side(w.trim()), verb))).expect("a side");
            let found = heard.iter().find(|(s, _)| *s == whose).expect("that side is in the decision");
            assert_eq!(found.1, heard_how(verb))
        };
        then "the end of the registration names {} and {}" => |first, second| {
            let ending = world.case().ending().expect("an ending");
            assert_eq!(ending.officers(), (staff(first), staff(second)));
            assert_eq!(ending.case(), world.case().id())
        };
        then "no act ends the registration" => | | assert!(world.case().ending().is_none());
        then "{} can answer until {}" => |whose, on| assert_eq!(answer_until(world, whose).last_day, day(on));
        then "the time for an answer of {} has not begun" => |whose| {
            assert!(world.case().side(side(whose)).expect("a side").answer_until().is_none())
        };
        then "an appeal is possible until {}" => |on| assert_eq!(appeal_until(world).last_day, day(on));
        then "the time for an appeal ends at {} UTC" => |when| {
            let ends: DateTime = when.replace(' ', "T").parse().expect("a date with a time");
            assert_eq!(appeal_until(world).ends, ends.to_zoned(jiff::tz::TimeZone::UTC).expect("a moment").timestamp())
        };
        then "the case stands in the queue under {}" => |on| assert_eq!(world.case().due().expect("a day").last_day, day(on));
        then "the case stands in no queue" => | | assert!(world.case().due().is_none());
        then "today is {}" => |on| assert_eq!(world.today(), day(on));
        then "the address is hidden" => | | assert!(world.case().protects());
        then "the address is not hidden" => | | assert!(!world.case().protects());
        then "the field says \"under correction\"" => | | assert!(world.case().corrects());
        then "the field no longer says \"under correction\"" => | | assert!(!world.case().corrects());
        then "the case has {} acts" => |n| assert_eq!(i64::from(world.case().version()), number(n));
        then "such a case hears {}" => |which| {
            let (mut is, mut expected) = (world.case().kind().sides().to_vec(), sides(which));
            is.sort_unstable();
            expected.sort_unstable();
            assert_eq!(is, expected)
        };
        then "a case about {} can end so: {}" => |about, outcomes| {
            let expected: Vec<_> = outcomes.split("; ").map(outcome).collect();
            assert_eq!(kind(about).outcomes(), expected)
        };
        then "a case about {} can touch a registration" => |about| {
            assert!(kind(about).outcomes().contains(&outcome("the registration ends")) && kind(about).disputes())
        };
        then "the reasons are refused" => | | assert!(world.reasons.take().expect("reasons were written").is_err());
        then "the reasons are accepted" => | | assert!(world.reasons.take().expect("reasons were written").is_ok());
        then "the answer with the code is taken" => | | assert!(world.answered.expect("an answer").is_ok());
        then "the answer with the code is not taken: {}" => |why| {
            assert_eq!(world.answered.expect("an answer").expect_err("refused").to_string(), why)
        };
        then "no case was opened" => | | assert!(world.case.is_none());
        then "the term for {} says that no rule was collected" => |which| {
            let term = world.pack().case_term(clock(which));
            assert_eq!((term.basis(), term.note()), (Basis::Operator, Some(GENERIC_CASE_TERM)))
        };
        then "the term for {} stands in a statute, with its source" => |which| {
            let term = world.pack().case_term(clock(which));
            assert_eq!(term.basis(), Basis::Statute);
            assert!(!world.pack().sources(term.sources()).is_empty())
        };
        then "the pack says that no lawyer has reviewed it" => | | assert!(world.pack().not_reviewed("en").is_some());
        then "the file can be read again from its acts" => | | world.folds_again();
    })
}

fn clock(word: &str) -> CaseClock {
    match word {
        "delivery" => CaseClock::Delivery,
        "an answer" => CaseClock::Answer,
        "a decision" => CaseClock::Decide,
        "an appeal" => CaseClock::Appeal,
        "going to court" => CaseClock::Court,
        other => panic!("no term is called «{other}»"),
    }
}

pub(super) fn said(standing: Standing) -> &'static str {
    match standing {
        Standing::InForce => "in force",
        Standing::Disputed => "disputed",
        Standing::Ended(EndedBy::OwnAct) => "ended by the person's own act",
        Standing::Ended(EndedBy::Death) => "ended by death",
        Standing::Ended(EndedBy::FinalDecision) => "ended by a final decision",
    }
}

fn stage(stage: &Stage) -> &'static str {
    match stage {
        Stage::Hearing => "being heard",
        Stage::Drafted { .. } => "with the second officer",
        Stage::Confirmed(_) => "decided, with the notice on its way",
        Stage::Appealable(_) => "open to appeal",
        Stage::Appealed { .. } => "under appeal",
        Stage::Settled(_) => "settled",
        Stage::Closed(Closing::Withdrawn) => "closed, taken back",
        Stage::Closed(Closing::OwnAct) => "closed, by the person's own act",
        Stage::Closed(Closing::Died) => "closed, by death",
        Stage::Closed(Closing::Annulled) => "closed, the decision annulled",
        Stage::Closed(Closing::Separated) => "closed, the records taken apart",
    }
}
