//! Reads migrations as documentation. Both engines' build scripts compile this file by path; it uses `std` only.
//!
//! Every table and every column says three things: its purpose; its legal ground; how long it is kept. SQLite keeps them as SQL comments
//! (before `CREATE TABLE`, and at the end of a column's line), PostgreSQL as `COMMENT ON`. Migrations are written one column a line, so
//! that they read as a list; a test in each crate compares what this saw with the catalogue of a live database.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A table or a column as it was found.
struct Item {
    name: String,
    at: String,
    comment: Option<String>,
    columns: Vec<Item>,
}

/// Words that begin a line of a table that is no column.
const CONSTRAINTS: [&str; 6] = ["PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "CONSTRAINT", "EXCLUDE"];

/// Reads all migrations of a folder in order, with comments inline or as statements, and answers the tables as a Rust array, or everything that is wrong with them.
pub fn schema(folder: &Path, inline: bool) -> Result<String, Vec<String>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .map_err(|error| vec![format!("{}: {error}", folder.display())])?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .collect();
    files.sort();
    let (mut tables, mut wrong) = (Vec::new(), Vec::new());
    for file in &files {
        match fs::read_to_string(file) {
            Ok(text) => read(&text, &file.display().to_string(), inline, &mut tables, &mut wrong),
            Err(error) => wrong.push(format!("{}: {error}", file.display())),
        }
    }
    let code = array(&tables, &mut wrong);
    if tables.is_empty() {
        wrong.push(format!("{}: no tables", folder.display()));
    }
    if wrong.is_empty() { Ok(code) } else { Err(wrong) }
}

fn read(text: &str, file: &str, inline: bool, tables: &mut Vec<Item>, wrong: &mut Vec<String>) {
    let mut before: Vec<&str> = Vec::new();
    let mut inside = false;
    let mut current = 0;
    let mut gone: Vec<(String, usize)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let at = format!("{file}:{}", number + 1);
        let (sql, comment) = parted(line);
        let mut words = sql.split_whitespace();
        let first = words.next().unwrap_or_default();
        let second = words.next().unwrap_or_default();
        match (first, second) {
            ("", _) => {
                before.extend(comment);
                if comment.is_none() {
                    before.clear();
                }
                continue;
            }
            ("CREATE", "TABLE") => {
                let name = name(words.next().unwrap_or_default());
                let comment = (inline && !before.is_empty()).then(|| before.join(" "));
                // A table that was dropped to be made anew keeps its place.
                let place = gone.iter().position(|(known, _)| *known == name).map_or(tables.len(), |i| gone.remove(i).1);
                tables.insert(place.min(tables.len()), Item { name, at, comment, columns: Vec::new() });
                current = place.min(tables.len() - 1);
                inside = !sql.ends_with(';');
            }
            _ if inside && first.starts_with(')') => inside = false,
            _ if inside && CONSTRAINTS.iter().any(|word| first.starts_with(word)) => {}
            _ if inside => {
                let comment = comment.filter(|_| inline).map(str::to_owned);
                if let Some(table) = tables.get_mut(current) {
                    table.columns.push(Item { name: name(first), at, comment, columns: Vec::new() });
                }
            }
            ("ALTER", "TABLE") => alter(sql, at, comment.filter(|_| inline), tables, wrong),
            ("DROP", "TABLE") => {
                let dropped = name(words.next().unwrap_or_default());
                if let Some(place) = tables.iter().position(|table| table.name == dropped) {
                    gone.push((tables.remove(place).name, place));
                }
            }
            ("COMMENT", "ON") => comment_on(sql, &at, tables, wrong),
            _ => {}
        }
        before.clear();
    }
}

/// A line without its comment, and the comment. A `--` inside quotes is no comment.
fn parted(line: &str) -> (&str, Option<&str>) {
    let mut quoted = false;
    for (i, byte) in line.bytes().enumerate() {
        match byte {
            b'\'' => quoted = !quoted,
            b'-' if !quoted && line[i..].starts_with("--") => return (line[..i].trim(), Some(line[i + 2..].trim())),
            _ => {}
        }
    }
    (line.trim(), None)
}

fn name(word: &str) -> String {
    word.trim_matches(|c| "\"();,".contains(c)).to_owned()
}

fn alter(sql: &str, at: String, comment: Option<&str>, tables: &mut [Item], wrong: &mut Vec<String>) {
    let words: Vec<&str> = sql.split_whitespace().collect();
    let Some(table) = words.get(2).and_then(|word| tables.iter_mut().find(|table| table.name == name(word))) else {
        wrong.push(format!("{at}: no such table"));
        return;
    };
    match words[3..] {
        ["ADD", "COLUMN", column, ..] => {
            table.columns.push(Item { name: name(column), at, comment: comment.map(str::to_owned), columns: Vec::new() });
        }
        ["DROP", "COLUMN", column, ..] => table.columns.retain(|known| known.name != name(column)),
        ["ADD" | "DROP", "CONSTRAINT", ..] => {}
        _ => wrong.push(format!("{at}: this reader does not know this kind of ALTER TABLE; teach it")),
    }
}

fn comment_on(sql: &str, at: &str, tables: &mut [Item], wrong: &mut Vec<String>) {
    let words: Vec<&str> = sql.split_whitespace().collect();
    let text = sql.split_once('\'').and_then(|(_, rest)| rest.rsplit_once('\'')).map(|(text, _)| text.replace("''", "'"));
    let (table, column) = match words.get(3).map(|target| target.split_once('.')) {
        Some(Some((table, column))) => (table, Some(column)),
        _ => (words.get(3).copied().unwrap_or_default(), None),
    };
    let table = tables.iter_mut().find(|known| known.name == table);
    let target = match (words.get(2), table, column) {
        (Some(&"TABLE"), Some(table), None) => Some(table),
        (Some(&"COLUMN"), Some(table), Some(column)) => table.columns.iter_mut().find(|known| known.name == column),
        (Some(&"INDEX" | &"CONSTRAINT"), ..) => return,
        _ => None,
    };
    match target {
        Some(item) => item.comment = text,
        None => wrong.push(format!("{at}: a comment on what is not there")),
    }
}

/// The three parts of a comment as the fields of a Rust value.
fn parts(item: &Item, what: &str, wrong: &mut Vec<String>) -> String {
    let comment = item.comment.as_deref().unwrap_or_default();
    let parts: Vec<&str> = comment.split(';').map(str::trim).collect();
    match parts[..] {
        [purpose, ground, retention] if parts.iter().all(|part| !part.is_empty()) => {
            format!("name: {:?}, purpose: {purpose:?}, ground: {ground:?}, retention: {retention:?}", item.name)
        }
        _ => {
            wrong.push(format!("{}: {what} needs a comment of three parts, \"purpose; ground; retention\"; it has \"{comment}\"", item.at));
            String::new()
        }
    }
}

fn array(tables: &[Item], wrong: &mut Vec<String>) -> String {
    let mut code = String::from("&[\n");
    for table in tables {
        let parted = parts(table, &format!("table {}", table.name), wrong);
        let _ = writeln!(code, "    Table {{ {parted}, columns: &[");
        for column in &table.columns {
            let parted = parts(column, &format!("column {}.{}", table.name, column.name), wrong);
            let _ = writeln!(code, "        Column {{ {parted} }},");
        }
        code.push_str("    ] },\n");
    }
    code.push(']');
    code
}
