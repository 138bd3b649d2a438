//! The product's own sources, for what no running program can show.

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn walk(folder: &Path, endings: &[&str], out: &mut Vec<(String, String)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            if !["node_modules", "target"].contains(&name.as_str()) {
                walk(&path, endings, out);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending))
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            let shown = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().into_owned();
            out.push((shown, text));
        }
    }
}

/// The files under a folder of the workspace with one of these endings: path and content. Fails if there is none.
pub fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    walk(&root().join(folder), endings, &mut out);
    assert!(!out.is_empty(), "no file under {folder}");
    out
}

/// The crates' own sources, without their tests.
pub fn crates() -> Vec<(String, String)> {
    files("crates", &[".rs"]).into_iter().filter(|(path, _)| path.contains("/src/")).collect()
}
