//! Measures how often the labelled building is found: `recall REGISTER QUERIES.csv [--misses] [--best-of-three]`.
//!
//! REGISTER is an official file or an index directory. The queries have the columns `query` and `building_id`, and perhaps `set`. Prints recall@1 and recall@5 by set, the
//! latency in microseconds of computing, and with `--misses` what was not among the first five.

use std::{collections::BTreeMap, error::Error, path::Path, time::Duration};

use doorstep_addresses::{Format, Register, import};
use rustix::time::{ClockId, clock_gettime};

/// What this thread has computed so far: what other programs take of the processor does not count.
fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [register, queries, rest @ ..] = &arguments[..] else {
        return Err("usage: recall REGISTER QUERIES.csv [--misses]".into());
    };
    let kept = tempfile::tempdir()?;
    let mut index = Path::new(register);
    if !index.is_dir() {
        let begun = now();
        let imported = import(&Format::detect(index)?, index, kept.path(), &mut |_| {})?;
        eprintln!("{:?} in {:?}", imported.source, now() - begun);
        index = kept.path();
    }
    let begun = now();
    let register = Register::open(index)?;
    eprintln!("opened in {:?}", now() - begun);
    register.search("прогрев", 5);

    let mut table = csv::Reader::from_path(queries)?;
    let head = table.headers()?.clone();
    let column = |name: &str| head.iter().position(|h| h == name).ok_or("a column is missing");
    // On a busy machine the best of three says what the search costs, and not what the neighbours do.
    let runs = if rest.iter().any(|a| a == "--best-of-three") { 3 } else { 1 };
    let (query_at, id_at) = (column("query")?, column("building_id")?);
    let set_at = head.iter().position(|h| h == "set");
    let mut sets: BTreeMap<String, [u32; 3]> = BTreeMap::new();
    let mut times = Vec::new();
    for row in table.records() {
        let row = row?;
        let (query, id) = (&row[query_at], &row[id_at]);
        let mut hits = Vec::new();
        let mut best = u128::MAX;
        for _ in 0..runs {
            let begun = now();
            hits = register.search(query, 5);
            best = best.min((now() - begun).as_nanos());
        }
        times.push((best, query.to_owned()));
        let wanted = register.get(id).map(|address| address.text).unwrap_or_default();
        let set = set_at.and_then(|at| row.get(at)).unwrap_or_default();
        let place = hits
            .iter()
            .position(|hit| if set == "prefix" { street(&hit.text) == street(&wanted) } else { hit.id == id || hit.text == wanted });
        for name in [set, "all"] {
            let counts = sets.entry(name.to_owned()).or_default();
            counts[0] += 1;
            counts[1] += u32::from(place == Some(0));
            counts[2] += u32::from(place.is_some());
        }
        if place.is_none() && rest.iter().any(|a| a == "--misses") {
            println!("[{set}] {query}\n   wanted {wanted} (place {place:?})");
            for hit in &hits {
                println!("   {:.3} {}", hit.score, hit.text);
            }
        }
    }
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].0 as f64 / 1000.0;
    for (set, [count, first, fifth]) in &sets {
        let share = |part: u32| f64::from(part) / f64::from(*count);
        println!("{set:>12} {count:>6} queries: recall@1 {:.4}, recall@5 {:.4}", share(*first), share(*fifth));
    }
    println!(
        "µs p50 {:.0}, p90 {:.0}, p99 {:.0}, p99.9 {:.0}, max {:.0} ({})",
        at(0.5),
        at(0.9),
        at(0.99),
        at(0.999),
        at(1.0),
        times[times.len() - 1].1
    );
    Ok(())
}

/// The text before the house: a beginning of a street name cannot tell more.
fn street(text: &str) -> &str {
    text.rfind(", д").map_or(text, |at| &text[..at])
}
