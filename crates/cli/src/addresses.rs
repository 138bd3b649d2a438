//! `doorstep addresses`

use anyhow::{Context, bail};
use doorstep_addresses::{Format, ImportError, Imported, Limits, Progress, Register, Source, Stage, import_delta, import_within};
use serde::Serialize;
use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The official address register.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Imports an official file and swaps it in, also under a running `serve`. An import that was stopped goes on where it was.
    Import {
        /// `gar`, `osm-pbf`, `openaddresses`, `dar` or `csv`; told from the file where it is missing.
        #[arg(long)]
        format: Option<String>,
        /// The column of the source's stable key (csv).
        #[arg(long)]
        id_column: Option<String>,
        /// The column of the official text (csv).
        #[arg(long)]
        text_column: Option<String>,
        /// Memory that it may take, in MiB. What does not fit goes to files beside the index; the index is the same.
        #[arg(long, default_value_t = 512)]
        memory: u64,
        /// The official file; for `dar` the folder of its tables.
        file: PathBuf,
        /// The index directory.
        #[arg(long)]
        into: PathBuf,
    },
    /// Applies a delta of the Russian register (GAR) to an index that was imported from the whole archive.
    Delta {
        /// The version that the delta follows, as the publisher lists it: `2026-10-01`. A delta that would leave a gap is refused.
        #[arg(long)]
        follows: Option<String>,
        /// The delta archive.
        file: PathBuf,
        /// The index directory.
        #[arg(long)]
        into: PathBuf,
    },
    /// Finds addresses.
    Search {
        /// The index directory.
        #[arg(long)]
        index: PathBuf,
        /// How many.
        #[arg(long, default_value_t = 5)]
        limit: usize,
        /// `text` or `json`.
        #[arg(long, default_value = "text", value_parser = ["text", "json"])]
        format: String,
        /// A file with one query a line; answers with one JSON object a line.
        #[arg(long, conflicts_with = "query")]
        batch: Option<PathBuf>,
        /// What somebody typed.
        query: Option<String>,
    },
    /// Says what an index holds, and checks it.
    Info {
        /// The index directory.
        #[arg(long)]
        index: PathBuf,
        /// `text` or `json`.
        #[arg(long, default_value = "text", value_parser = ["text", "json"])]
        format: String,
    },
}

#[derive(Serialize)]
struct Hit<'a> {
    id: &'a str,
    text: &'a str,
    score: f32,
    #[serde(skip_serializing_if = "Option::is_none")]
    alias: Option<&'a str>,
}

#[derive(Serialize)]
struct Info<'a> {
    #[serde(flatten)]
    source: &'a Source,
    bytes: u64,
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    hits: Vec<Hit<'a>>,
    us: u64,
}

/// Runs the command.
pub fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Import { format, id_column, text_column, memory, file, into } => {
            let format = chosen(format.as_deref(), id_column, text_column, &file)?;
            let limits = Limits::memory(memory.saturating_mul(1 << 20));
            with_progress(&file, |report| import_within(limits, &format, &file, &into, report))
        }
        Command::Delta { follows, file, into } => with_progress(&file, |report| import_delta(&file, follows.as_deref(), &into, report)),
        Command::Search { index, limit, format, batch, query } => {
            let register = open(&index)?;
            match (batch, query) {
                (Some(file), _) => search_batch(&register, &file, limit),
                (None, Some(query)) if format == "json" => {
                    println!("{}", answer(&register, &query, limit)?);
                    Ok(())
                }
                (None, Some(query)) => {
                    for hit in register.search(&query, limit) {
                        println!("{}  {}", hit.id, hit.text);
                    }
                    Ok(())
                }
                (None, None) => bail!("what to search for? Give a query or --batch FILE"),
            }
        }
        Command::Info { index, format } => {
            let register = open(&index)?;
            register.check()?;
            if format == "json" {
                println!("{}", serde_json::to_string(&Info { source: register.source(), bytes: register.bytes() })?);
                return Ok(());
            }
            let source = register.source();
            let version = if source.version.is_empty() { "not stated" } else { &source.version };
            println!("{}, version {version}, format {}", source.name, source.format);
            println!("{} addresses in {} streets, {} bytes, all checksums fit", source.count, source.streets, register.bytes());
            if !source.deltas.is_empty() {
                println!("deltas applied: {}", source.deltas.join(", "));
            }
            for (reason, count) in &source.skipped {
                println!("skipped {count}: {reason}");
            }
            Ok(())
        }
    }
}

fn open(index: &Path) -> anyhow::Result<Register> {
    Register::open(index).with_context(|| format!("cannot open the index in {}", index.display()))
}

fn chosen(format: Option<&str>, id: Option<String>, text: Option<String>, file: &Path) -> anyhow::Result<Format> {
    Ok(match (format, id, text) {
        (None | Some("csv"), Some(id_column), Some(text_column)) => Format::Csv { id_column, fallback_id_column: None, text_column },
        (_, Some(_), _) | (_, _, Some(_)) => bail!("--id-column and --text-column belong together, and to csv"),
        (Some("gar"), ..) => Format::Gar,
        (Some("osm-pbf"), ..) => Format::OsmPbf,
        (Some("openaddresses"), ..) => Format::OpenAddresses,
        (Some("dar"), ..) => Format::Dar,
        (None | Some("csv"), ..) => Format::detect(file)?,
        (Some(other), ..) => bail!("there is no format `{other}`: gar, osm-pbf, openaddresses, dar or csv"),
    })
}

fn answer(register: &Register, query: &str, limit: usize) -> anyhow::Result<String> {
    #[expect(clippy::disallowed_methods, reason = "a measurement for whoever runs the command")]
    let start = Instant::now();
    let hits = register.search(query, limit);
    let us = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    let hits = hits.iter().map(|hit| Hit { id: &hit.id, text: &hit.text, score: hit.score, alias: hit.alias.as_deref() }).collect();
    Ok(serde_json::to_string(&Answer { query, hits, us })?)
}

fn search_batch(register: &Register, file: &Path, limit: usize) -> anyhow::Result<()> {
    let lines = std::io::BufReader::new(std::fs::File::open(file).with_context(|| format!("cannot read {}", file.display()))?).lines();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in lines {
        writeln!(out, "{}", answer(register, &line?, limit)?)?;
    }
    Ok(out.flush()?)
}

/// Imports a file and says how far it is, with rate and time left.
pub fn import_with_progress(format: &Format, file: &Path, into: &Path) -> anyhow::Result<()> {
    with_progress(file, |report| import_within(Limits::default(), format, file, into, report))
}

fn with_progress(file: &Path, work: impl FnOnce(&mut dyn FnMut(Progress)) -> Result<Imported, ImportError>) -> anyhow::Result<()> {
    #[expect(clippy::disallowed_methods, reason = "a progress report for whoever runs the command")]
    let start = Instant::now();
    let mut last: Option<(Stage, f64)> = None;
    // What was taken over took no time: bytes and rows.
    let mut kept = (0, 0);
    let mut report = |progress: Progress| {
        let seconds = start.elapsed().as_secs_f64();
        if last.is_some_and(|(stage, when)| stage == progress.stage && seconds - when < 0.5) {
            return;
        }
        last = Some((progress.stage, seconds));
        match progress.stage {
            Stage::Continuing => {
                kept = (progress.done, progress.rows);
                eprintln!("  going on where an import of the same file was stopped ({} rows)", progress.rows);
            }
            Stage::StartingAnew => {
                eprintln!("  an import was stopped here, but of another file, or the file has changed since: starting anew")
            }
            Stage::Reading => eprint!("\r  reading: {}      ", speed(&progress, kept, seconds)),
            Stage::Indexing => eprint!("\r  indexing {} rows{:60}", progress.rows, ""),
            Stage::Writing => eprint!("\r  writing {} rows{:60}", progress.rows, ""),
        }
        let _ = std::io::stderr().flush();
    };
    let imported = work(&mut report);
    eprintln!();
    let source = imported.with_context(|| format!("cannot import {}", file.display()))?.source;
    println!("Imported {} addresses in {} streets from {} (version {}).", source.count, source.streets, source.name, source.version);
    for (reason, count) in &source.skipped {
        println!("  skipped {count}: {reason}");
    }
    Ok(())
}

/// `41 %, 1200000 rows, 230000 rows/s, 7 s left`; what was taken over from an import before counts for nothing.
fn speed(progress: &Progress, (kept_bytes, kept_rows): (u64, u64), seconds: f64) -> String {
    let rate = progress.rows.saturating_sub(kept_rows) as f64 / seconds.max(0.001);
    let left = match progress.done.saturating_sub(kept_bytes) {
        0 => String::new(),
        done => format!(", {:.0} s left", seconds * progress.total.saturating_sub(progress.done) as f64 / done as f64),
    };
    format!("{} %, {} rows, {rate:.0} rows/s{left}", 100 * progress.done / progress.total.max(1), progress.rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_time_left_count_what_this_import_has_read() {
        let at = |done, rows| Progress { stage: Stage::Reading, done, total: 1000, rows };
        assert_eq!(speed(&at(250, 5000), (0, 0), 2.0), "25 %, 5000 rows, 2500 rows/s, 6 s left");
        assert_eq!(speed(&at(750, 15_000), (500, 10_000), 2.0), "75 %, 15000 rows, 2500 rows/s, 2 s left");
        assert_eq!(speed(&at(500, 10_000), (500, 10_000), 2.0), "50 %, 10000 rows, 0 rows/s");
    }
}
