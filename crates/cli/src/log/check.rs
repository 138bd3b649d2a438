//! `doorstep log check`: one entry, or a whole history, without a network.

use anyhow::{Context, bail};
use doorstep_tlog::{Chain, Leaf, Note, Policy, Proof, Statement, Timing, check_chain, check_entry};
use jiff::Timestamp;
use serde::Deserialize;
use std::path::Path;
use uuid::Uuid;

#[derive(Deserialize)]
struct Entry {
    proof: String,
    before: Option<String>,
}

/// `doorstep.history.1`, as `service` writes it.
#[derive(Deserialize)]
struct History {
    format: String,
    person: Uuid,
    act_count: u32,
    look_count: u32,
    /// The newest ones that the log had not reached when the file was made.
    #[serde(default)]
    act_waiting: u32,
    #[serde(default)]
    look_waiting: u32,
    acts: Vec<Entry>,
    looks: Vec<Entry>,
}

/// Checks a file; an error if anything in it is not as it claims.
pub fn run(file: &Path, policy: &Policy, window: u64) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    if file.extension().is_some_and(|extension| extension == "json") {
        let history: History = serde_json::from_str(&text).context("this is not a history")?;
        return whole(&history, policy, window);
    }
    let (statement, _, timing) = check_entry(policy, &Proof::parse(&text)?, None, window)?;
    println!("In the log: {}", line(&statement, timing));
    println!("{}", statement.body);
    println!("One entry shows neither when it was written nor whether others are missing. Check the whole history for that.");
    Ok(())
}

fn moment(seconds: u64) -> String {
    i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).map_or("?".to_owned(), |at| at.to_string())
}

fn line(statement: &Statement, timing: Timing) -> String {
    let what = if statement.chain == Chain::Acts { "act" } else { "look" };
    let at = Timestamp::from_microsecond(statement.at).map_or("?".to_owned(), |at| at.to_string());
    let shown = match timing {
        Timing::Between { from, to } => format!("written between {} and {}", moment(from), moment(to)),
        Timing::TooWide { from: Some(from), to } => format!("written between {} and {}, which says little", moment(from), moment(to)),
        Timing::TooWide { from: None, to } => format!("written before {}", moment(to)),
        Timing::BackDated { from } => format!("DATED BACK: it was not in the log at {}", moment(from)),
        Timing::PostDated { to } => format!("DATED FORWARD: it was in the log at {}", moment(to)),
        Timing::Unwitnessed => "no witness says when it was written".to_owned(),
    };
    format!("{what} {} of {at}: {shown}", statement.seq)
}

/// The number and the moment that people read in the entry are those that were checked.
fn body_agrees(statement: &Statement) -> bool {
    let Ok(body) = serde_json::from_str::<serde_json::Value>(&statement.body) else { return false };
    let at = body.get("at").and_then(|at| at.as_str()).and_then(|at| at.parse::<Timestamp>().ok());
    body.get("seq").and_then(serde_json::Value::as_u64) == Some(u64::from(statement.seq))
        && at.is_some_and(|at| at.as_microsecond() == statement.at)
}

fn whole(history: &History, policy: &Policy, window: u64) -> anyhow::Result<()> {
    if history.format != "doorstep.history.1" {
        bail!("this is not a history of a form that is known here");
    }
    let mut wrong = 0;
    let chains = [
        (Chain::Acts, &history.acts, history.act_count, history.act_waiting),
        (Chain::Looks, &history.looks, history.look_count, history.look_waiting),
    ];
    for (chain, entries, counted, waiting) in chains {
        let mut checked: Vec<(Statement, Leaf)> = Vec::new();
        for entry in entries {
            let before = entry.before.as_deref().map(Note::parse).transpose()?;
            let (statement, leaf, timing) = check_entry(policy, &Proof::parse(&entry.proof)?, before.as_ref(), window)?;
            println!("{}", line(&statement, timing));
            if matches!(timing, Timing::BackDated { .. } | Timing::PostDated { .. }) {
                wrong += 1;
            }
            if !body_agrees(&statement) {
                println!("  WRONG: what it says inside is another number or moment");
                wrong += 1;
            }
            checked.push((statement, leaf));
        }
        if let Err(error) = check_chain(chain, *history.person.as_bytes(), &checked, counted.saturating_sub(waiting)) {
            println!("WRONG: {error}");
            wrong += 1;
        }
    }
    if wrong > 0 {
        bail!("{wrong} things are not as they claim to be");
    }
    let (acts, looks) = (history.acts.len(), history.looks.len());
    if history.act_waiting == 0 && history.look_waiting == 0 {
        println!("The history is whole: acts {acts}, looks {looks}, each in the log, none missing.");
    } else {
        println!("The history is whole as far as the log has come: acts {acts}, looks {looks}, each in the log, none missing.");
        println!(
            "Newest entries that were not in the log yet: acts {}, looks {}. Download the file again in a minute: they have to be in it.",
            history.act_waiting, history.look_waiting
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorstep_tlog::Signer;

    fn without_proofs(act_count: u32, act_waiting: u32) -> History {
        let (format, person) = ("doorstep.history.1".to_owned(), Uuid::from_u128(1));
        History { format, person, act_count, look_count: 0, act_waiting, look_waiting: 0, acts: Vec::new(), looks: Vec::new() }
    }

    #[test]
    fn what_waits_for_the_log_is_told_apart_from_what_is_missing() {
        let log = Signer::log("log.example", &[7; 32]).unwrap();
        let policy = Policy::new(log.verifier().clone(), Vec::new(), 0).unwrap();
        assert!(whole(&without_proofs(2, 2), &policy, 60).is_ok());
        assert!(whole(&without_proofs(3, 2), &policy, 60).is_err());
    }
}
