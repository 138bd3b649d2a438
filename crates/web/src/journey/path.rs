//! The path: which steps there are, computed from the answers alone.

use super::answers::{Answers, Where};
use super::step::{Journey, Step};

/// What the path depends on beside the answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Around {
    pub(crate) journey: Journey,
    /// Whether the person has said before who they are.
    pub(crate) known: bool,
    /// Whether there are members of the household who could come along.
    pub(crate) household: bool,
    /// Whether the later reading of the deadline has passed.
    pub(crate) passed: bool,
}

/// The steps in order.
pub(crate) fn path(answers: &Answers, around: Around) -> Vec<Step> {
    if around.journey == Journey::Family {
        return vec![Step::Members, Step::Since, Step::Until];
    }
    let mut steps = Vec::with_capacity(14);
    if around.journey == Journey::Declare {
        if !around.known {
            steps.extend([Step::Name, Step::Birth, Step::Citizenship]);
        }
        steps.push(Step::Arrived);
    }
    steps.push(Step::Address);
    steps.extend(match answers.how {
        Some(Where::Listed) => Some(Step::Unit),
        Some(Where::NotListed) => Some(Step::NotListed),
        Some(Where::NoFixedAddress) => Some(Step::NoAddress),
        None => None,
    });
    steps.extend([Step::Since, Step::Until]);
    if around.household {
        steps.push(Step::Along);
    }
    if around.journey == Journey::Declare {
        steps.push(Step::Family);
        if answers.with_family == Some(true) {
            steps.push(Step::Members);
        }
        if !around.known {
            steps.push(Step::Document);
        }
    }
    steps.push(Step::Evidence);
    if around.journey == Journey::Declare && !around.known {
        steps.push(Step::Contact);
    }
    if around.passed {
        steps.push(Step::Late);
    }
    steps
}

/// The first step that is not answered.
pub(crate) fn open_step(answers: &Answers, around: Around) -> Option<Step> {
    path(answers, around).into_iter().find(|step| !answers.done.contains(step))
}

/// Whether all steps before this one are answered.
pub(crate) fn can_visit(answers: &Answers, around: Around, step: Step) -> bool {
    let path = path(answers, around);
    path.contains(&step) && path.iter().take_while(|s| **s != step).all(|s| answers.done.contains(s))
}

/// The step before.
pub(crate) fn before(answers: &Answers, around: Around, step: Step) -> Option<Step> {
    let path = path(answers, around);
    path.iter().position(|s| *s == step).and_then(|i| i.checked_sub(1)).map(|i| path[i])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: Around = Around { journey: Journey::Declare, known: false, household: false, passed: false };

    #[test]
    fn a_newcomer_answers_one_question_after_another() {
        let mut answers = Answers::default();
        assert_eq!(open_step(&answers, NEW), Some(Step::Name));
        assert!(!can_visit(&answers, NEW, Step::Birth));
        answers.done.insert(Step::Name);
        assert!(can_visit(&answers, NEW, Step::Birth));
        assert_eq!(before(&answers, NEW, Step::Birth), Some(Step::Name));
        assert_eq!(before(&answers, NEW, Step::Name), None);
    }

    #[test]
    fn each_way_to_give_a_place_has_its_own_question() {
        for (how, step) in [(Where::Listed, Step::Unit), (Where::NotListed, Step::NotListed), (Where::NoFixedAddress, Step::NoAddress)] {
            let answers = Answers { how: Some(how), ..Answers::default() };
            assert!(path(&answers, NEW).contains(&step));
        }
    }

    #[test]
    fn nobody_is_asked_why_late_before_the_later_reading_has_passed() {
        assert!(!path(&Answers::default(), NEW).contains(&Step::Late));
        assert!(path(&Answers::default(), Around { passed: true, ..NEW }).contains(&Step::Late));
    }

    #[test]
    fn who_comes_back_is_not_asked_again_who_they_are_and_brings_the_family_along() {
        let steps = path(&Answers::default(), Around { known: true, household: true, ..NEW });
        assert_eq!(steps, [Step::Arrived, Step::Address, Step::Since, Step::Until, Step::Along, Step::Family, Step::Evidence]);
    }

    #[test]
    fn a_move_asks_nothing_twice() {
        let steps = path(&Answers::default(), Around { journey: Journey::Move, known: true, household: true, passed: false });
        assert_eq!(steps, [Step::Address, Step::Since, Step::Until, Step::Along, Step::Evidence]);
    }

    #[test]
    fn family_that_comes_later_needs_no_address() {
        let around = Around { journey: Journey::Family, known: true, household: true, passed: false };
        assert_eq!(path(&Answers::default(), around), [Step::Members, Step::Since, Step::Until]);
    }
}
