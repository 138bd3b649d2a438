//! `doorstep log check`: one entry, or a whole history, without a network.

use anyhow::{Context, bail};
use doorstep_history::{Checked, Entry, Fault, History, Part, check, check_one};
use doorstep_tlog::{Chain, Policy, Timing};
use jiff::Timestamp;
use std::path::Path;

/// Checks a file; an error if anything in it is not as it claims.
pub fn run(file: &Path, policy: &Policy, window: u64) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    if file.extension().is_some_and(|extension| extension == "json") {
        return whole(&History::parse(&text)?, policy, window);
    }
    let (statement, _, found) = check_one(&Entry { proof: text, before: None }, policy, window)?;
    println!("In the log: {}", line(statement.chain, &Checked { seq: statement.seq, at: Some(statement.at), found: found.clone() }));
    println!("{}", statement.body);
    found?;
    println!("One entry shows neither when it was written nor whether others are missing. Check the whole history for that.");
    Ok(())
}

fn moment(seconds: u64) -> String {
    i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).map_or("?".to_owned(), |at| at.to_string())
}

fn word(chain: Chain) -> &'static str {
    if chain == Chain::Acts { "act" } else { "look" }
}

fn line(chain: Chain, entry: &Checked) -> String {
    let at = entry.at.and_then(|at| Timestamp::from_microsecond(at).ok()).map_or("?".to_owned(), |at| at.to_string());
    let shown = match &entry.found {
        Ok(Timing::Between { from, to }) => format!("written between {} and {}", moment(*from), moment(*to)),
        Ok(Timing::TooWide { from: Some(from), to }) => format!("written between {} and {}, which says little", moment(*from), moment(*to)),
        Ok(Timing::TooWide { from: None, to }) => format!("written before {}", moment(*to)),
        Ok(_) => "no witness says when it was written".to_owned(),
        Err(Fault::BackDated { from }) => format!("DATED BACK: it was not in the log at {}", moment(*from)),
        Err(Fault::PostDated { to }) => format!("DATED FORWARD: it was in the log at {}", moment(*to)),
        Err(fault) => format!("WRONG: {fault}"),
    };
    format!("{} {} of {at}: {shown}", word(chain), entry.seq)
}

fn tell(part: &Part) -> usize {
    let name = word(part.chain);
    for entry in &part.entries {
        println!("{}", line(part.chain, entry));
    }
    for (from, to) in &part.missing {
        let which = if from == to { format!("{name} {from} is") } else { format!("{name}s {from} to {to} are") };
        println!("WRONG: {which} missing");
    }
    let wrong = part.entries.iter().filter(|entry| entry.found.is_err()).count() + part.missing.len();
    // Whatever else may be wrong with a chain counts as one thing.
    if part.is_whole() { 0 } else { wrong.max(1) }
}

fn whole(history: &History, policy: &Policy, window: u64) -> anyhow::Result<()> {
    let report = check(history, policy, window);
    let wrong = tell(&report.acts) + tell(&report.looks);
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
