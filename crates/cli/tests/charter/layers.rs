//! A crate may use only crates below it (ARCHITECTURE.md): the folders are the architecture.

use crate::source::{files, root};

/// From the top to the bottom. The engines stand beside `service`, which does not know them.
const ORDER: [&str; 24] = [
    "cli",
    "web",
    "api",
    "jobs",
    "service",
    "log",
    "witness",
    "hsm",
    "storage-sqlite",
    "storage-pg",
    "storage",
    "receipts",
    "oidc",
    "addresses",
    "evidence",
    "passport",
    "locales",
    "policy",
    "history-wasm",
    "history",
    "tlog",
    "rules",
    "register",
    "mapped",
];

/// Which crates of the product a crate is built from, outside its tests.
fn uses(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).expect("a manifest");
    let table: toml::Table = text.parse().expect("a manifest is TOML");
    let names = table.get("dependencies").and_then(|d| d.as_table()).map(|d| d.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    names.into_iter().collect()
}

fn ours(name: &str) -> Vec<String> {
    uses(name).iter().filter_map(|used| used.strip_prefix("doorstep-").map(str::to_owned)).collect()
}

fn rank(name: &str) -> usize {
    ORDER.iter().position(|n| *n == name).unwrap_or_else(|| panic!("{name} has no place in the order"))
}

#[test]
fn every_crate_has_a_place() {
    let mut there: Vec<String> =
        std::fs::read_dir(root().join("crates")).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    there.retain(|name| root().join("crates").join(name).join("Cargo.toml").exists());
    there.sort();
    let mut order = ORDER.map(str::to_owned).to_vec();
    order.sort();
    assert_eq!(there, order);
}

#[test]
fn a_crate_uses_only_crates_below_it() {
    for name in ORDER {
        for used in ours(name) {
            assert!(rank(&used) > rank(name), "{name} uses {used}");
        }
    }
}

#[test]
fn only_the_binary_knows_the_engines_and_the_press() {
    for name in ORDER.iter().filter(|name| **name != "cli") {
        for used in ours(name) {
            assert!(!["storage-sqlite", "storage-pg", "hsm", "receipts", "oidc"].contains(&used.as_str()), "{name} uses {used}");
        }
    }
}

#[test]
fn what_is_pure_stays_pure() {
    for name in ["register", "rules", "policy", "history", "history-wasm", "tlog", "locales", "evidence", "passport"] {
        for used in uses(name) {
            let outside = ["tokio", "sqlx", "axum", "futures", "async-trait", "getrandom", "rand", "reqwest"].contains(&used.as_str());
            assert!(!outside, "{name} uses {used}");
        }
    }
}

#[test]
fn time_and_chance_come_in_by_one_door() {
    for (path, text) in files("crates", &[".rs"]) {
        if !path.contains("/src/") || path == "crates/cli/src/world.rs" {
            continue;
        }
        for word in ["SystemTime::now(", "Timestamp::now(", "Zoned::now(", "getrandom::", "OsRng", "thread_rng", "rand::rng"] {
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            assert!(!code.into_iter().any(|line| line.contains(word)), "{word} in {path}");
        }
    }
}
