//! `doorstep rules`

mod diff;
pub(crate) mod folder;

use anyhow::{Context, bail};
use doorstep_rules::{Citizenship, CountRequest, answer, answer_line, print_rule};
use folder::Library;
use jiff::civil::Date;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};

/// Rule packs and day counting. `--rules DIR` adds a folder of packs and calendars to those that come with the program.
#[derive(clap::Args)]
pub struct Options {
    /// A folder with packs (*.toml) and calendars (calendars/*.toml); one with a known id replaces it.
    #[arg(long, global = true)]
    rules: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// What to do with them.
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
    /// Shows what a new version of a pack or of a calendar changes, for whom and by how many days, before it is put in force.
    Diff {
        /// The pack or calendar in force.
        old: PathBuf,
        /// The new one.
        new: PathBuf,
        /// The first day of events to compare; today, unless said.
        #[arg(long)]
        from: Option<Date>,
        /// The last one; two years on, unless said.
        #[arg(long)]
        to: Option<Date>,
        /// text, or json: one change a line.
        #[arg(long, default_value = "text", value_parser = ["text", "json"])]
        format: String,
    },
}

/// Runs the command.
pub fn run(options: Options) -> anyhow::Result<()> {
    let Library { packs, calendars } = Library::with(options.rules.as_deref())?;
    match options.command {
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
            print!("{}", print_rule(&packs, &calendars, &rule, event, citizenship.as_ref(), &lang)?);
            Ok(())
        }
        Command::Diff { old, new, from, to, format } => {
            let mut out = std::io::stdout().lock();
            diff::run(&Library { packs, calendars }, (&old, &new), diff::range(from, to)?, format == "json", &mut out)
        }
    }
}

fn read(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
