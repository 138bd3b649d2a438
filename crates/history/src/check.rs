//! The check of a whole history. It goes on after a fault, so that each entry gets its own answer.

use crate::fault::Fault;
use crate::file::{Entry, History};
use doorstep_tlog::{Chain, ChainError, Leaf, Note, Opening, Policy, Proof, Statement, Timing, check_chain, check_entry, check_link};
use jiff::Timestamp;
use serde::Deserialize;

/// How far apart, in seconds, the witnesses' moments before and after an entry may be to show when it was written.
pub const WINDOW: u64 = 900;

/// One entry and what was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// Its number; where it is not shown to be true, the number that it claims or that belongs in its place.
    pub seq: u32,
    /// The moment that it claims, in microseconds since 1970, if it is known.
    pub at: Option<i64>,
    /// Never a moment that the witnesses contradict: that is a fault.
    pub found: Result<Timing, Fault>,
}

/// A person's acts or looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Which.
    pub chain: Chain,
    /// How many the record counts.
    pub said: u32,
    /// How many of the newest are said to wait for the log. They may be true, and are not checked.
    pub waiting: u32,
    /// What is there, oldest first.
    pub entries: Vec<Checked>,
    /// Numbers that are missing, each from and to.
    pub missing: Vec<(u32, u32)>,
    complete: bool,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// What was done in the record.
    pub acts: Part,
    /// Who looked at it.
    pub looks: Part,
}

impl Part {
    /// Whether all entries, but for those that wait, are there and true.
    pub fn is_whole(&self) -> bool {
        self.complete && self.missing.is_empty() && self.entries.iter().all(|entry| entry.found.is_ok())
    }
}

impl Report {
    /// Whether nothing is missing and everything is true.
    pub fn is_whole(&self) -> bool {
        self.acts.is_whole() && self.looks.is_whole()
    }
}

/// Checks all entries of a history. `window` as for [`check_entry`], in seconds.
pub fn check(history: &History, policy: &Policy, window: u64) -> Report {
    let part = |chain, counts, entries| part((chain, *history.person.as_bytes()), counts, entries, policy, window);
    Report {
        acts: part(Chain::Acts, (history.act_count, history.act_waiting), &history.acts),
        looks: part(Chain::Looks, (history.look_count, history.look_waiting), &history.looks),
    }
}

/// Checks one entry by itself: its proof, its moment, and that people read in it what was committed to.
pub fn check_one(entry: &Entry, policy: &Policy, window: u64) -> Result<(Statement, Leaf, Result<Timing, Fault>), Fault> {
    let before = entry.before.as_deref().map(Note::parse).transpose()?;
    let (statement, leaf, timing) = check_entry(policy, &Proof::parse(&entry.proof)?, before.as_ref(), window)?;
    let found = match timing {
        _ if !body_agrees(&statement) => Err(Fault::Body),
        Timing::BackDated { from } => Err(Fault::BackDated { from }),
        Timing::PostDated { to } => Err(Fault::PostDated { to }),
        timing => Ok(timing),
    };
    Ok((statement, leaf, found))
}

fn body_agrees(statement: &Statement) -> bool {
    #[derive(Deserialize)]
    struct Body {
        seq: u32,
        at: String,
    }
    let Ok(body) = serde_json::from_str::<Body>(&statement.body) else { return false };
    body.seq == statement.seq && body.at.parse::<Timestamp>().is_ok_and(|at| at.as_microsecond() == statement.at)
}

/// The number that an entry says to have, whether or not it is in the log.
fn claimed(entry: &Entry, chain: Chain, person: [u8; 16]) -> Option<u32> {
    let opening = Opening::parse(&Proof::parse(&entry.proof).ok()?.extra?)?;
    let statement = Statement::parse(&opening.canonical).ok()?;
    (statement.chain == chain && statement.person == person).then_some(statement.seq)
}

fn part((chain, person): (Chain, [u8; 16]), (said, waiting): (u32, u32), entries: &[Entry], policy: &Policy, window: u64) -> Part {
    let logged = said.saturating_sub(waiting);
    let (mut checked, mut missing, mut opened) = (Vec::new(), Vec::new(), Vec::new());
    let mut number = 1;
    // The leaf that the next entry must name. Unknown after something that is missing or cannot be read.
    let mut previous: Option<Option<Leaf>> = Some(None);
    for entry in entries {
        let (statement, leaf, found) = match check_one(entry, policy, window) {
            Ok(opened) => opened,
            Err(fault) => {
                // Nobody vouches for the number that it claims, but there people will look for it.
                let claimed = claimed(entry, chain, person).filter(|claimed| (number..=logged).contains(claimed)).unwrap_or(number);
                if claimed > number {
                    missing.push((number, claimed - 1));
                    number = claimed;
                }
                checked.push(Checked { seq: number, at: None, found: Err(fault) });
                (number, previous) = (number.saturating_add(1), None);
                continue;
            }
        };
        let ours = statement.chain == chain && statement.person == person;
        if ours && statement.seq > number && statement.seq <= logged {
            missing.push((number, statement.seq - 1));
            (number, previous) = (statement.seq, None);
        }
        let link = check_link(chain, person, number, previous.unwrap_or(statement.previous), &statement);
        let one_too_many = ChainError::Short { said: logged, found: number };
        let link = link.and(if statement.seq > logged { Err(one_too_many) } else { Ok(()) });
        let seq = if ours { statement.seq } else { number };
        if ours && statement.seq == number {
            (number, previous) = (number.saturating_add(1), Some(Some(leaf)));
        }
        checked.push(Checked { seq, at: Some(statement.at), found: link.map_err(Fault::from).and(found) });
        opened.push((statement, leaf));
    }
    if number <= logged {
        missing.push((number, logged));
    }
    let complete = check_chain(chain, person, &opened, logged).is_ok();
    Part { chain, said, waiting: waiting.min(said), entries: checked, missing, complete }
}
