//! What each of these histories is answered. The answers are committed, because `crates/history-wasm/compare.mjs` holds the WebAssembly to them.

use crate::story::{Written, honest, keys, meaning, plain, reopen, text, told};
use doorstep_history::answer;
use doorstep_tlog::Chain;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

/// How many single-byte changes of the true file are tried.
const CHANGES: u64 = 400;

fn answered(keys: &str, file: &[u8]) -> Value {
    serde_json::from_str(&answer(keys, &String::from_utf8_lossy(file))).unwrap()
}

/// A story with its third entry, look 2, written in another way.
fn second(edit: impl Fn(&mut Written)) -> Value {
    let mut story = plain();
    edit(&mut story[2]);
    told(&story)
}

/// A true file, changed afterwards.
fn changed(edit: impl Fn(&mut Value)) -> Value {
    let mut history = told(&plain());
    edit(&mut history);
    history
}

fn list(history: &mut Value) -> &mut Vec<Value> {
    history["looks"].as_array_mut().unwrap()
}

fn removed(look: usize, said: u32) -> Value {
    changed(|history| {
        list(history).remove(look);
        history["look_count"] = json!(said);
    })
}

fn renumbered() -> Value {
    let mut history = removed(1, 2);
    reopen(&mut history, 1, |statement| statement.seq = 2);
    history
}

/// Only the first `left` looks, of `said`, of which `waiting` are said to wait for the log.
fn waiting(left: usize, said: u32, waiting: u32) -> Value {
    changed(|history| {
        list(history).truncate(left);
        history["look_count"] = json!(said);
        history["look_waiting"] = json!(waiting);
    })
}

/// Looks 1 to 3 and 6, with a counter that says 6.
fn two_more() -> Value {
    let mut story = plain();
    story.push(honest(4, Chain::Looks, 6, Some(3)));
    let mut history = told(&story);
    history["look_count"] = json!(6);
    history
}

/// Its name, the file, what is said of its looks as `number word`, and which numbers are missing.
type Case = (&'static str, Value, &'static [&'static str], &'static [[u32; 2]]);

fn cases() -> Vec<Case> {
    vec![
        ("true", told(&plain()), &["1 shown", "2 shown", "3 shown"], &[]),
        ("nothing signed before the first", changed(|h| h["looks"][0]["before"] = Value::Null), &["1 undated", "2 shown", "3 shown"], &[]),
        // What no single file can show (docs/TRUST.md): an older copy of it does.
        ("the newest removed, and the counter lowered", removed(2, 2), &["1 shown", "2 shown"], &[]),
        ("the newest waits for the log", waiting(2, 3, 1), &["1 shown", "2 shown"], &[]),
        ("one waits, and one is missing", waiting(1, 3, 1), &["1 shown"], &[[2, 2]]),
        ("one waits that is there", waiting(3, 3, 1), &["1 shown", "2 shown", "3 displaced"], &[]),
        ("the first removed", removed(0, 3), &["2 shown", "3 shown"], &[[1, 1]]),
        ("one between removed", removed(1, 3), &["1 shown", "3 shown"], &[[2, 2]]),
        ("the newest removed", removed(2, 3), &["1 shown", "2 shown"], &[[3, 3]]),
        ("two numbers left out", two_more(), &["1 shown", "2 shown", "3 shown", "6 shown"], &[[4, 5]]),
        ("one removed, and the counter lowered", removed(1, 2), &["1 shown", "3 displaced"], &[[2, 2]]),
        ("one removed, and the rest renumbered", renumbered(), &["1 shown", "2 changed"], &[]),
        (
            "one removed, and the one after it edited",
            changed(|h| {
                reopen(h, 2, |s| s.body = s.body.replace("late_reason", "own"));
                list(h).remove(1);
            }),
            &["1 shown", "3 changed"],
            &[[2, 2]],
        ),
        ("edited", changed(|h| reopen(h, 1, |s| s.body = s.body.replace("late_reason", "own"))), &["1 shown", "2 changed", "3 shown"], &[]),
        ("says another number inside", second(|look| look.inside = 7), &["1 shown", "2 changed", "3 shown"], &[]),
        ("dated back", second(|look| look.at = 2), &["1 shown", "2 moment", "3 shown"], &[]),
        ("dated forward", second(|look| look.at = 90), &["1 shown", "2 moment", "3 shown"], &[]),
        (
            "a head before that is a later one",
            changed(|h| h["looks"][1]["before"] = h["looks"][2]["before"].clone()),
            &["1 shown", "2 moment", "3 shown"],
            &[],
        ),
        ("somebody else's", second(|look| look.person = [8; 16]), &["1 shown", "2 stranger", "3 shown"], &[[2, 2]]),
        ("an act among the looks", changed(|h| h["looks"][0] = h["acts"][0].clone()), &["1 stranger", "2 shown", "3 shown"], &[[1, 1]]),
        ("names another one as the one before", second(|look| look.previous = None), &["1 shown", "2 displaced", "3 shown"], &[]),
        ("two changed places", changed(|h| list(h).swap(1, 2)), &["1 shown", "3 shown", "2 displaced"], &[[2, 2]]),
        (
            "one stands twice",
            changed(|h| {
                let again = h["looks"][1].clone();
                list(h).insert(2, again);
            }),
            &["1 shown", "2 shown", "2 displaced", "3 shown"],
            &[],
        ),
        (
            "no proof",
            changed(|h| h["looks"][1]["proof"] = json!("c2sp.org/tlog-proof@v1\n\n")),
            &["1 shown", "2 unreadable", "3 shown"],
            &[],
        ),
        ("a head before that is none", changed(|h| h["looks"][1]["before"] = json!("?")), &["1 shown", "2 unreadable", "3 shown"], &[]),
    ]
}

#[test]
fn each_entry_gets_its_own_answer() {
    for (name, file, looks, missing) in cases() {
        let answer = answered(&keys(&[1, 2]), text(&file).as_bytes());
        let entries = answer["looks"]["entries"].as_array().unwrap().iter();
        let found: Vec<String> = entries.map(|entry| format!("{} {}", entry["seq"], entry["word"].as_str().unwrap())).collect();
        assert_eq!(found, looks, "{name}");
        assert_eq!(answer["looks"]["missing"], json!(missing), "{name}");
        let fine = missing.is_empty() && looks.iter().all(|look| look.ends_with("shown") || look.ends_with("undated"));
        assert_eq!(answer["whole"], json!(fine), "{name}");
        assert_eq!(answer["acts"]["whole"], json!(true), "{name}");
    }
}

#[test]
fn with_other_keys_nothing_is_shown() {
    let file = text(&told(&plain()));
    for others in [keys(&[1, 3]), keys(&[1, 2]).replace(" --witness", " --quorum 3 --witness")] {
        let answer = answered(&others, file.as_bytes());
        let refused = answer == json!({ "error": "keys" });
        assert!(refused || answer["looks"]["entries"].as_array().unwrap().iter().all(|entry| entry["word"] == "unsigned"), "{others}");
    }
    let log_alone = answered(&keys(&[]), file.as_bytes());
    assert_eq!(log_alone["looks"]["entries"][0]["word"], "undated", "without witnesses nobody vouches for the moment");
}

#[test]
fn what_is_no_history_is_said_to_be_none() {
    for file in ["", "{}", "[]", "null", &text(&told(&plain())).replace("history.1", "history.2")] {
        assert_eq!(answered(&keys(&[1, 2]), file.as_bytes()), json!({ "error": "file" }));
    }
}

/// What the WebAssembly is held to: every case with its answer, and many changes of the true file with the hashes of theirs.
fn committed() -> Value {
    let line = keys(&[1, 2]);
    let mut cases: Vec<Value> = cases()
        .into_iter()
        .map(|(name, file, ..)| (name, line.clone(), text(&file)))
        .chain([
            ("a witness that is not one of theirs", keys(&[1, 3]), text(&told(&plain()))),
            ("no keys", String::new(), text(&told(&plain()))),
            ("no history", line.clone(), "{}".to_owned()),
        ])
        .map(|(name, keys, file)| json!({ "name": name, "keys": keys, "file": file, "answer": answered(&keys, file.as_bytes()) }))
        .collect();
    let truth = text(&told(&plain())).into_bytes();
    let step = truth.len() as u64 / CHANGES;
    let changes = (0..CHANGES).map(|n| {
        let (place, by) = ((n * step + n % step) as usize, 1 + (n * 37 % 255) as u8);
        let mut file = truth.clone();
        file[place] ^= by;
        let hash = Sha256::digest(answer(&line, &String::from_utf8_lossy(&file)));
        json!([place, by, hash[..8].iter().map(|byte| format!("{byte:02x}")).collect::<String>()])
    });
    cases[0]["changes"] = changes.collect();
    Value::Array(cases)
}

#[test]
fn the_committed_answers_are_those_of_this_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/cases.json");
    let now = committed();
    let there = std::fs::read_to_string(&path).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
    if there.as_ref() != Some(&now) {
        let lines: Vec<String> = now.as_array().unwrap().iter().map(Value::to_string).collect();
        std::fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
        panic!("the answers have changed, and {} was written anew: look at the difference, then rebuild the WebAssembly", path.display());
    }
}

#[test]
fn a_changed_byte_of_a_true_file_is_not_overlooked() {
    let line = keys(&[1, 2]);
    let told = text(&told(&plain()));
    let untouched = answer(&line, &told);
    let mut file = told.clone().into_bytes();
    for place in (0..file.len()).step_by(11) {
        file[place] ^= 1;
        let changed = answer(&line, &String::from_utf8_lossy(&file));
        let same = meaning(&file).as_ref() == Some(&told);
        assert_eq!(
            changed == untouched,
            same,
            "byte {place} of {}",
            String::from_utf8_lossy(&file[place.saturating_sub(20)..(place + 20).min(told.len())])
        );
        file[place] ^= 1;
    }
}
