//! How fast: `speed import ARCHIVE.zip` imports a GAR archive beside the bare parse of the same file; `speed search INDEX ADDRESSES.csv [COUNT]` asks
//! for what people type of COUNT addresses of the table (the one that `generate country` wrote, and the index was built of), by class, each keystroke included; `speed fold` writes the folding key of each line.

use std::{
    collections::BTreeMap,
    error::Error,
    fs::File,
    io::{BufReader, Read},
    path::Path,
    time::Duration,
};

use doorstep_addresses::{Format, Register, import};
use rustix::time::{ClockId, clock_gettime};

/// A line of /proc/self/status in MiB: `VmRSS`, `VmHWM`.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let value = status.lines().find_map(|l| l.strip_prefix(line)?.split_whitespace().next()?.parse::<u64>().ok());
    value.unwrap_or(0) / 1024
}

/// Does something and says how long this thread was computing: what other programs took of the processor meanwhile does not count, nor does
/// waiting for the disk.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let now = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
    };
    let before = now();
    let done = work();
    (done, now() - before)
}

/// Rows of houses in the archive, and how long it takes to inflate it, and to inflate and parse it with nothing done about the rows.
fn bare(path: &Path) -> Result<(u64, Duration, Duration), Box<dyn Error>> {
    let mut zip = zip::ZipArchive::new(BufReader::new(File::open(path)?))?;
    let (mut inflate, mut parse, mut houses) = (Duration::ZERO, Duration::ZERO, 0);
    let mut chunk = vec![0; 1 << 16];
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at)?;
        let (done, took) = timed(|| -> std::io::Result<()> {
            while entry.read(&mut chunk)? > 0 {}
            Ok(())
        });
        done?;
        inflate += took;
        drop(entry);
        let entry = zip.by_index(at)?;
        let of_houses = entry.name()?.contains("AS_HOUSES_");
        let (rows, took) = timed(|| -> Result<u64, quick_xml::Error> {
            let mut reader = quick_xml::Reader::from_reader(BufReader::with_capacity(1 << 16, entry));
            let (mut buffer, mut rows) = (Vec::new(), 0);
            loop {
                buffer.clear();
                match reader.read_event_into(&mut buffer)? {
                    quick_xml::events::Event::Eof => return Ok(rows),
                    quick_xml::events::Event::Empty(_) => rows += 1,
                    _ => {}
                }
            }
        });
        parse += took;
        houses += if of_houses { rows? } else { 0 };
    }
    Ok((houses, inflate, parse))
}

fn import_beside_parse(path: &Path) -> Result<(), Box<dyn Error>> {
    let dir = tempfile::tempdir()?;
    let (houses, inflate, parse) = bare(path)?;
    let rate = |took: Duration| houses as f64 / took.as_secs_f64() / 1e6;
    let (imported, took) = timed(|| import(&Format::Gar, path, dir.path(), &mut |_| {}));
    let source = imported?.source;
    let size = Register::open(dir.path())?.bytes();
    println!("{houses} rows of houses, {} in force, {} streets; index {size} bytes", source.count, source.streets);
    println!(
        "inflate alone {inflate:.2?} ({:.2} M rows/s), inflate and parse with quick-xml {parse:.2?} ({:.2} M rows/s)",
        rate(inflate),
        rate(parse)
    );
    println!(
        "import {took:.2?} ({:.2} M rows/s, {:.2} of the bare parse), peak memory {} MiB",
        rate(took),
        parse.as_secs_f64() / took.as_secs_f64(),
        memory("VmHWM:")
    );
    Ok(())
}

fn latin(text: &str) -> String {
    const TABLE: &str = "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya";
    let table: BTreeMap<char, &str> = TABLE.split(' ').filter_map(|pair| Some((pair.chars().next()?, pair.split_once('=')?.1))).collect();
    text.to_lowercase().chars().map(|c| table.get(&c).map_or_else(|| c.to_string(), |latin| (*latin).to_owned())).collect()
}

fn other_keys(text: &str) -> String {
    const KEYS: [&str; 2] = ["йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"];
    let swap = |c: char| KEYS[0].chars().position(|k| k == c).and_then(|at| KEYS[1].chars().nth(at)).unwrap_or(c);
    text.to_lowercase().chars().map(swap).collect()
}

/// Changes letters of the longest word.
fn misspelt(text: &str, count: usize, seed: usize) -> String {
    let longest = text.split(' ').max_by_key(|word| word.chars().filter(|c| c.is_alphabetic()).count()).unwrap_or_default();
    let mut letters: Vec<char> = longest.chars().collect();
    for edit in 0..count {
        let at = (seed * 7 + edit * 3 + 1) % letters.len().max(1);
        match (seed + edit) % 3 {
            0 if letters.len() > 3 => drop(letters.remove(at)),
            1 if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => letters[at] = 'ы',
        }
    }
    text.replacen(longest, &letters.into_iter().collect::<String>(), 1)
}

fn search(index: &Path, table: &Path, count: usize) -> Result<(), Box<dyn Error>> {
    let (register, opened) = timed(|| Register::open(index));
    let register = register?;
    println!(
        "{} addresses, {} bytes, opened in {opened:.2?}, resident {} MiB",
        register.source().count,
        register.bytes(),
        memory("VmRSS:")
    );
    let mut table = csv::Reader::from_path(table)?;
    let head = table.headers()?.clone();
    let columns = ["CITY", "STREET", "NUMBER"].map(|name| head.iter().position(|head| head == name));
    let [Some(city), Some(street), Some(number)] = columns else { return Err("not a table of `generate country`".into()) };
    let step = (register.source().count as usize / count).max(1);
    let mut classes: BTreeMap<&str, (Vec<Duration>, u32)> = BTreeMap::new();
    for (seed, row) in table.records().step_by(step).take(count).enumerate() {
        let row = row?;
        let official = format!("{}, {}, {}", &row[city], &row[street], &row[number]);
        let bare = |part: &str| part.split_once(' ').map_or(part, |(_, name)| name).to_owned();
        let number = row[number].replace(", ", " ").replace(". ", "");
        let typed = format!("{} {} {number}", bare(&row[city]), bare(&row[street]));
        let mut queries = vec![
            ("as typed", typed.clone()),
            ("street and house", format!("{} {number}", bare(&row[street]))),
            ("official text", official.clone()),
            ("one typo", misspelt(&typed, 1, seed)),
            ("two typos", misspelt(&typed, 2, seed)),
            ("Latin", latin(&typed)),
            ("Latin, one typo", latin(&misspelt(&typed, 1, seed))),
            ("wrong layout", other_keys(&typed)),
        ];
        if seed % 20 == 0 {
            let ends = typed.char_indices().skip(1).map(|(at, _)| at);
            queries.extend(ends.map(|end| ("each keystroke", typed[..end].to_owned())));
        }
        for (class, query) in queries {
            let (hits, took) = timed(|| register.search(&query, 5));
            let (times, found) = classes.entry(class).or_default();
            times.push(took);
            *found += u32::from(hits.iter().any(|hit| hit.text == official));
        }
    }
    for (class, (mut times, found)) in classes {
        times.sort_unstable();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e3;
        let recall = f64::from(found) / times.len() as f64;
        println!(
            "{class:>18} {:>6} queries: ms p50 {:.3}, p99 {:.3}, max {:.3}; recall@5 {recall:.3}",
            times.len(),
            at(0.5),
            at(0.99),
            at(1.0)
        );
    }
    println!("resident after it {} MiB (mapped pages included), peak {} MiB", memory("VmRSS:"), memory("VmHWM:"));
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["import", archive] => import_beside_parse(Path::new(archive)),
        ["fold"] => {
            for line in std::io::stdin().lines() {
                println!("{}", doorstep_addresses::folded(&line?));
            }
            Ok(())
        }
        ["search", index, table] => search(Path::new(index), Path::new(table), 2000),
        ["search", index, table, count] => search(Path::new(index), Path::new(table), count.parse()?),
        _ => Err("usage: speed import ARCHIVE.zip | speed fold < LINES | speed search INDEX ADDRESSES.csv [COUNT]".into()),
    }
}
