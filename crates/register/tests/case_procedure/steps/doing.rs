//! What happens: time passes, people act, and what each try comes to.

use super::asserted::said;
use super::{Book, answer_until, appeal_until, day, number, take, unquoted};
use crate::words::{appeal_result, channel, filed, grounds, host_answer, kind, list, officer, outcome, side, sides, staff, who};
use crate::world::{World, words};
use doorstep_register::Reference;
use doorstep_register::case::{By, CaseWhat, Channel, EndedBy, HostLetter, Kind, Opener, Reasons, Side, Until};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};

/// Everybody is told of the decision, with proofs.
fn serve(world: &mut World) {
    for to in world.case().kind().sides() {
        world.tell(*to);
    }
}

/// A dispute that has come as far as a decision of two officers.
fn decided(world: &mut World) {
    world.open(By::Side { side: Side::Other, helped_by: None }, Kind::Stranger);
    world.tell(Side::Resident);
    world.act(officer("Anna"), CaseWhat::Filed { what: filed("an extract"), words: words("Registered elsewhere.") });
    world.tell(Side::Resident);
    world.wait_until(answer_until(world, "the resident").ends);
    world.draft(officer("Anna"), outcome("the registration ends"), grounds("an extract"), Some(staff("Boris")));
    world.act(officer("Boris"), CaseWhat::Confirmed {});
}

fn try_to(world: &mut World, by: By, what: &str) {
    let extract = grounds("an extract");
    let plain = words("Because.");
    let act = match what {
        "draft that the registration ends" => return world.draft(by, outcome("the registration ends"), extract, Some(staff("Boris"))),
        "draft that nothing changes" => return world.draft(by, outcome("nothing changes"), vec![], Some(staff("Boris"))),
        "confirm the decision" => CaseWhat::Confirmed {},
        "put the decision in effect" => CaseWhat::PutInEffect {},
        "take the case back" => CaseWhat::Withdrawn {},
        "close the case because the resident moved" => CaseWhat::OwnAct {},
        "report that the resident died" => CaseWhat::Died { words: plain },
        "undo the decision" => CaseWhat::Undone { why: plain },
        "give more time" => CaseWhat::Extended { side: Side::Resident, why: plain },
        "file a document" => CaseWhat::Filed { what: filed("a document"), words: plain },
        "record a visit" => CaseWhat::Visited { met: false, words: plain },
        "appeal" => CaseWhat::Appealed { words: None, posted_on: None },
        "take the appeal back" => CaseWhat::AppealWithdrawn {},
        "decide the appeal" => CaseWhat::AppealDecided { result: appeal_result("upholds the decision"), reasons: a_reason() },
        "record a judgment" => CaseWhat::Judged { upheld: true, words: plain },
        "answer" => CaseWhat::Answered { words: plain, posted_on: None },
        "ask for an oral hearing" => CaseWhat::HearingAsked {},
        "hold a hearing" => CaseWhat::HearingHeld { record: plain, present: vec![] },
        "send a notice to the resident" => CaseWhat::Sent { to: Side::Resident, channel: Channel::Letter },
        "prove the delivery to the resident" => CaseWhat::Delivered { to: Side::Resident, channel: Channel::Inbox },
        "maintain the dispute" => CaseWhat::Maintained { words: plain },
        "name a deputy" => CaseWhat::DeputyNamed { deputy: staff("Clara"), why: plain },
        "take the records apart" => CaseWhat::Separated { why: plain },
        other => panic!("nobody knows how to «{other}»"),
    };
    world.act(by, act);
}

fn a_reason() -> Reasons {
    Reasons::parse("The appeal body has read the whole file and agrees.").expect("a reason")
}

pub(super) fn book(world: Option<&mut World>, text: &str, book: &mut Book) -> bool {
    steps!(world, text, book, {
        when "Officer {}, on what was read before, drafts that {}, on the ground of {}, for Officer {} to confirm" => |by, what, on, second| {
            let finding = crate::world::finding(outcome(what), grounds(on));
            world.act_on_what_was_read(officer(by), CaseWhat::Drafted { finding, second: Some(staff(second)) })
        };
        when "Officer {}, on what was read before, confirms" => |by| world.act_on_what_was_read(officer(by), CaseWhat::Confirmed {});
        when "{}, on what was read before, appeals" => |by| {
            world.act_on_what_was_read(who(by), CaseWhat::Appealed { words: None, posted_on: None })
        };
        then "nobody but {} opens a case about {}" => |which, about| {
            let opener = |word: &str| match word {
                "the program" => Opener::Program,
                "an officer" => Opener::Officer,
                word => Opener::Side(side(word)),
            };
            let mut expected: Vec<_> = list(which).map(opener).collect();
            for opener in kind(about).openers() {
                let at = expected.iter().position(|e| e == opener).unwrap_or_else(|| panic!("{opener:?} can too"));
                expected.remove(at);
            }
            assert!(expected.is_empty(), "{expected:?} cannot")
        };

        // Place and time.
        given "the rule pack of {}" => |country| world.rule_pack(country);
        given "the office lies in the time zone {}" => |zone| world.office_zone(zone);
        given "the resident lives in the time zone {}" => |zone| world.person_zone(zone);
        given "it is {} at the office" => |when| world.set_time(when);
        given "{} days pass" => |n| world.wait_days(number(n));
        given "{} years pass" => |n| world.wait_days(number(n) * 365);
        given "the time for an answer of {} passes" => |whose| { let end = answer_until(world, whose).ends; world.wait_until(end) };
        given "the last second of the time for an answer of {} has come" => |whose| {
            let end = answer_until(world, whose).ends;
            world.wait_until(end - SignedDuration::from_secs(1))
        };
        given "the time for an appeal passes" => | | { let end = appeal_until(world).ends; world.wait_until(end) };
        given "the last second of the time for an appeal has come" => | | {
            let end = appeal_until(world).ends;
            world.wait_until(end - SignedDuration::from_secs(1))
        };
        given "the time for an appeal and a week for letters pass" => | | {
            let end = appeal_until(world).ends;
            world.wait_until(end + SignedDuration::from_hours(7 * 24))
        };

        // A case begins.
        when "{} opens a case about {}, at the desk of Clerk {}" => |by, about, clerk| {
            world.open(By::Side { side: side(by), helped_by: Some(staff(clerk)) }, kind(about))
        };
        when "{} opens a case about {}" => |by, about| world.open(who(by), kind(about));
        given "a dispute decided by Anna and Boris, of which nobody was told" => | | decided(world);
        given "a dispute decided by Anna and Boris, with both sides told" => | | { decided(world); serve(world) };
        given "a registration that ended by the decision of Anna and Boris" => | | {
            decided(world);
            serve(world);
            let end = appeal_until(world).ends;
            world.wait_until(end + SignedDuration::from_hours(7 * 24));
            world.act(officer("Anna"), CaseWhat::PutInEffect {})
        };

        // Notices.
        when "{} is told on two channels" => |to| world.tell(side(to));
        when "a notice goes to {} by {}" => |to, way| world.act(By::Program, CaseWhat::Sent { to: side(to), channel: channel(way) });
        when "the delivery to {} by {} is proved" => |to, way| {
            world.act(By::Program, CaseWhat::Delivered { to: side(to), channel: channel(way) })
        };
        when "the {} to {} comes back" => |way, to| world.act(By::Program, CaseWhat::CameBack { to: side(to), channel: channel(way) });
        when "{} opens the message in the in-box" => |by| {
            world.act(who(by), CaseWhat::Delivered { to: side(by), channel: Channel::Inbox })
        };
        when "both sides are told of the decision" => | | serve(world);

        // Hearing.
        when "{} answers by a letter posted on {}" => |by, on| {
            world.act(who(by), CaseWhat::Answered { words: words("Here I live."), posted_on: Some(day(on)) })
        };
        when "{} answers at the desk of Clerk {}" => |by, clerk| {
            let by = By::Side { side: side(by), helped_by: Some(staff(clerk)) };
            world.act(by, CaseWhat::Answered { words: words("Here I live."), posted_on: None })
        };
        when "{} answers {}" => |by, what| world.act(who(by), CaseWhat::Answered { words: words(unquoted(what)), posted_on: None });
        when "{} asks for an oral hearing" => |by| world.act(who(by), CaseWhat::HearingAsked {});
        when "Officer {} invites to a hearing on {}" => |by, on| world.act(officer(by), CaseWhat::HearingInvited { on: day(on) });
        when "the hearing is held by Officer {} with {}" => |by, present| {
            world.act(officer(by), CaseWhat::HearingHeld { record: words("The record."), present: sides(present) })
        };
        when "Officer {} gives {} more time" => |by, to| {
            world.act(officer(by), CaseWhat::Extended { side: side(to), why: words("They were ill.") })
        };
        when "Officer {} visits and meets {}" => |by, whom| {
            assert!(matches!(whom, "nobody" | "somebody"), "somebody or nobody");
            world.act(officer(by), CaseWhat::Visited { met: whom == "somebody", words: words("What was seen.") })
        };
        when "Officer {} files {}" => |by, what| world.act(officer(by), CaseWhat::Filed { what: filed(what), words: words("What it says.") });
        when "the home is sold, as Officer {} sees in the land register" => |by| {
            world.act(officer(by), CaseWhat::HostChanged { words: words("The extract.") })
        };
        when "the new host maintains the dispute" => | | {
            world.act(By::Side { side: Side::Other, helped_by: None }, CaseWhat::Maintained { words: words("I say so too.") })
        };

        // Decision.
        when "Officer {} drafts that {}, on the ground of {}, for Officer {} to confirm" => |by, what, on, second| {
            world.draft(officer(by), outcome(what), grounds(on), Some(staff(second)))
        };
        when "Officer {} decides alone that {}, on the ground of {}" => |by, what, on| {
            world.draft(officer(by), outcome(what), grounds(on), None)
        };
        when "Officer {} decides alone that {}" => |by, what| world.draft(officer(by), outcome(what), vec![], None);
        when "Officer {} confirms" => |by| world.act(officer(by), CaseWhat::Confirmed {});
        when "Officer {} sends the draft back" => |by| world.act(officer(by), CaseWhat::SentBack { why: words("Not enough.") });
        when "Officer {} names Officer {} as deputy" => |by, deputy| {
            world.act(officer(by), CaseWhat::DeputyNamed { deputy: staff(deputy), why: words("On leave.") })
        };
        when "Officer {} undoes the decision" => |by| world.act(officer(by), CaseWhat::Undone { why: words("A mistake.") });
        when "Officer {} puts the decision in effect" => |by| world.act(officer(by), CaseWhat::PutInEffect {});
        when "Officer {} takes the records apart" => |by| world.act(officer(by), CaseWhat::Separated { why: words("Two people.") });

        // Appeal.
        when "{} appeals" => |by| world.act(who(by), CaseWhat::Appealed { words: None, posted_on: None });
        when "{} appeals by a letter posted on {}" => |by, on| {
            world.act(who(by), CaseWhat::Appealed { words: None, posted_on: Some(day(on)) })
        };
        when "{} appeals at the desk of Clerk {}" => |by, clerk| {
            let by = By::Side { side: side(by), helped_by: Some(staff(clerk)) };
            world.act(by, CaseWhat::Appealed { words: None, posted_on: None })
        };
        when "{} takes the appeal back" => |by| world.act(who(by), CaseWhat::AppealWithdrawn {});
        when "Officer {} of the appeal body {}" => |by, what| {
            world.act(By::AppealBody { staff: staff(by) }, CaseWhat::AppealDecided { result: appeal_result(what), reasons: a_reason() })
        };
        when "the court {} the decision, as Officer {} records" => |what, by| {
            assert!(matches!(what, "upholds" | "annuls"), "upholds or annuls");
            world.act(officer(by), CaseWhat::Judged { upheld: what == "upholds", words: words("Court, number, day.") })
        };
        when "Officer {} gives the time for an appeal back" => |by| {
            world.act(officer(by), CaseWhat::TimeGivenBack { reasons: a_reason() })
        };

        // Other ends.
        when "{} takes the case back" => |by| world.act(who(by), CaseWhat::Withdrawn {});
        when "the resident declares another address" => | | {
            world.act(who("the resident"), CaseWhat::OwnAct {});
            world.ended = Some(EndedBy::OwnAct)
        };
        when "the resident leaves the country" => | | {
            world.act(who("the resident"), CaseWhat::OwnAct {});
            world.ended = Some(EndedBy::OwnAct)
        };
        when "the resident has died, by a document that Officer {} saw" => |by| {
            world.act(officer(by), CaseWhat::Died { words: words("The certificate.") });
            world.ended = Some(EndedBy::Death)
        };

        // What should not work, and two at once.
        when "{} tries to {}" => |by, what| try_to(world, who(by), what);
        given "Officer {} and Officer {} have both read the case" => |_a, _b| world.read_before = world.case.clone();
        when "somebody takes act {} out of the stored file" => |n| world.forge(|acts| { acts.remove(number(n) as usize - 1); });
        when "somebody shortens the time for an answer in the stored file" => | | world.forge(|acts| {
            for act in acts.iter_mut().filter(|a| matches!(a.what, CaseWhat::Delivered { .. })) {
                for until in &mut act.terms {
                    until.last_day = act.on;
                }
            }
        });
        when "somebody turns the second officer into the first in the stored file" => | | world.forge(|acts| {
            for act in acts.iter_mut().filter(|a| matches!(a.what, CaseWhat::Confirmed {})) {
                act.by = officer("Anna");
            }
        });
        when "somebody dates the decision's effect back in the stored file" => | | world.forge(|acts| {
            let served = acts.iter().rposition(|a| matches!(a.what, CaseWhat::Delivered { .. })).expect("served");
            let (at, on) = (acts[served].at, acts[served].on);
            let last = acts.last_mut().expect("an act");
            (last.at, last.on) = (at, on);
        });
        when "Officer {} writes as reasons {}" => |_by, text| world.reasons = Some(Reasons::parse(unquoted(text)));

        // A host's letter.
        given "a letter with a code to the host, good until {}" => |until| {
            let ends: DateTime = until.replace(' ', "T").parse().expect("a date with a time");
            let ends: Timestamp = ends.to_zoned(jiff::tz::TimeZone::UTC).expect("a moment").timestamp();
            let code = Reference::new(*b"doorstep");
            let text = code.as_str().to_owned();
            world.letter = Some((HostLetter::new(code, Until { last_day: ends.to_zoned(jiff::tz::TimeZone::UTC).date(), ends }), text))
        };
        when "somebody types {} wrong codes" => |n| {
            let now = world.now;
            let (letter, _) = world.letter.as_mut().expect("a letter");
            for i in 0..number(n) {
                let guess = Reference::new((i as u64 + 1).to_be_bytes());
                world.answered = Some(letter.answer(guess.as_str(), host_answer("Moved out"), now));
            }
        };
        when "the host mistypes the code {} times" => |n| {
            let now = world.now;
            let (letter, code) = world.letter.as_mut().expect("a letter");
            let slip = format!("{}{}", &code[..code.len() - 1], if code.ends_with('7') { '8' } else { '7' });
            for _ in 0..number(n) {
                world.answered = Some(letter.answer(&slip, host_answer("Moved out"), now));
            }
        };
        when "the host types the code and says {}" => |what| {
            let now = world.now;
            let (letter, code) = world.letter.as_mut().expect("a letter");
            let code = code.to_lowercase();
            world.answered = Some(letter.answer(&code, host_answer(unquoted(what)), now));
            if let Some(Ok(answer)) = world.answered
                && let Some(kind) = answer.opens()
            {
                world.open(By::Side { side: Side::Other, helped_by: None }, kind)
            }
        };

        // Many disputes of one host.
        given "a host with {} entries at their homes" => |n| world.entries = number(n) as usize;
        when "the host disputes {} of them" => |n| {
            for _ in 0..number(n) {
                world.open(By::Side { side: Side::Other, helped_by: None }, Kind::Stranger);
                let case = world.case().clone();
                world.disputes.push(case);
            }
        };
        when "{} of the disputes are taken back by the host" => |n| {
            for i in 0..number(n) as usize {
                world.case = Some(world.disputes[i].clone());
                let act = world.case().next(who("the host"), CaseWhat::Withdrawn {}, world.now, &world.clocks()).expect("theirs");
                world.disputes[i].apply(&act).expect("taken");
            }
            world.case = None
        };
        then "the officer of one of them reads {}" => |text| assert_eq!(world.facts().to_string(), unquoted(text));
        then "each of the {} registrations is {}" => |n, what| {
            let open = world.disputes.iter().filter(|case| !case.is_over());
            assert_eq!(open.clone().count() as i64, number(n));
            for case in open {
                assert_eq!(said(doorstep_register::case::standing(None, [case])), what);
            }
        };
    })
}
