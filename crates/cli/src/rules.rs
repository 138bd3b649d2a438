//! `doorstep rules`

use anyhow::{Context, bail};
use doorstep_rules::{Calendars, Citizenship, CountRequest, Pack, answer, answer_line, diff_packs, embedded_packs, print_rule};
use jiff::civil::Date;
use std::io::{BufRead, Write};
use std::path::PathBuf;

/// Rule packs and day counting.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Counts a term.
    Count {
        /// The day of the event (2025-12-26), or its moment with an offset where the unit is hours.
        #[arg(long)]
        event: Option<String>,
        /// How many.
        #[arg(long)]
        n: Option<u32>,
        /// working_days, working_days_six_day_week, calendar_days, weeks, months or hours.
        #[arg(long)]
        unit: Option<String>,
        /// next_day, same_day or instant.
        #[arg(long)]
        count_from: Option<String>,
        /// An ISO country code, or EU for the institutions.
        #[arg(long)]
        calendar: Option<String>,
        /// A region with holidays of its own, such as DE-BE.
        #[arg(long)]
        region: Option<String>,
        /// none or next_working_day.
        #[arg(long)]
        roll: Option<String>,
        /// The least number of working days within the term (EU 1182/71 art. 3(5)).
        #[arg(long)]
        min_working_days: Option<u32>,
        /// Only json.
        #[arg(long, default_value = "json", value_parser = ["json"])]
        format: String,
        /// A file with one JSON object a line, with the same names.
        #[arg(long)]
        batch: Option<PathBuf>,
    },
    /// Explains a rule for an event, day by day, with its sources.
    Explain {
        /// The rule's id, such as ru.arrival.general.
        rule: String,
        /// The day of the event.
        #[arg(long)]
        event: Date,
        /// An ISO 3166-1 alpha-3 code.
        #[arg(long)]
        citizenship: Option<String>,
        /// ru, uz-Latn or en.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Shows what a new version of a pack changes, and by how many days.
    Diff {
        /// The pack in force.
        old: PathBuf,
        /// The new one.
        new: PathBuf,
        /// The first day of events to compare.
        #[arg(long)]
        from: Date,
        /// The last one.
        #[arg(long)]
        to: Date,
    },
}

/// Runs the command.
pub fn run(command: Command) -> anyhow::Result<()> {
    let calendars = Calendars::embedded();
    match command {
        Command::Count { batch: Some(file), .. } => {
            let lines =
                std::io::BufReader::new(std::fs::File::open(&file).with_context(|| format!("cannot read {}", file.display()))?).lines();
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            for line in lines {
                writeln!(out, "{}", answer_line(&line?, &calendars))?;
            }
            Ok(out.flush()?)
        }
        Command::Count { event, n, unit, count_from, calendar, region, roll, min_working_days, .. } => {
            let given = serde_json::json!({
                "event": event, "n": n, "unit": unit, "count_from": count_from, "calendar": calendar, "region": region,
                "roll": roll, "min_working_days": min_working_days,
            });
            let serde_json::Value::Object(mut given) = given else { bail!("not an object") };
            given.retain(|_, value| !value.is_null());
            let request: CountRequest = serde_json::from_value(given.into())?;
            println!("{}", serde_json::to_string(&answer(&request, &calendars)?)?);
            Ok(())
        }
        Command::Explain { rule, event, citizenship, lang } => {
            let citizenship = citizenship.map(|code| Citizenship::parse(&code)).transpose()?;
            let packs: Vec<Pack> = embedded_packs().to_vec();
            print!("{}", print_rule(&packs, &calendars, &rule, event, citizenship.as_ref(), &lang)?);
            Ok(())
        }
        Command::Diff { old, new, from, to } => {
            let read = |path: &PathBuf| -> anyhow::Result<Pack> {
                let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
                Pack::parse(&text).with_context(|| format!("{} is not a rule pack", path.display()))
            };
            let (old, new) = (read(&old)?, read(&new)?);
            let changes = diff_packs((&old, &calendars), (&new, &calendars), from, to);
            for change in &changes {
                println!("{}", serde_json::to_string(change)?);
            }
            println!("{} changes.", changes.len());
            Ok(())
        }
    }
}
