//! The 196 published cases of transparency-dev/merkle (98 inclusion proofs, 98 consistency proofs).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use doorstep_tlog::{Hash, check_consistency, check_inclusion};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The cases of one kind, each with its path there (`testdata` of github.com/transparency-dev/merkle, Apache-2.0).
fn vectors<T: for<'de> Deserialize<'de>>(kind: &str) -> Vec<(String, T)> {
    let all: BTreeMap<String, serde_json::Value> = serde_json::from_str(include_str!("../vectors/merkle.json")).unwrap();
    let of_kind = all.into_iter().filter(|(path, _)| path.starts_with(kind));
    of_kind.map(|(path, case)| (path, serde_json::from_value(case).unwrap())).collect()
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
    let cases = vectors::<Inclusion>("inclusion/");
    for (path, case) in &cases {
        let verdict = check_inclusion(&hash(&case.leaf_hash), case.leaf_idx, case.tree_size, &proof(&case.proof), &hash(&case.root));
        let refused = verdict.is_err() || !readable(&case.leaf_hash) || !readable(&case.root);
        assert_eq!(refused, case.want_err, "{path}: {verdict:?}");
    }
    assert_eq!(cases.len(), 98);
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
    let cases = vectors::<Consistency>("consistency/");
    for (path, case) in &cases {
        let verdict = check_consistency(case.size1, case.size2, &proof(&case.proof), &hash(&case.root1), &hash(&case.root2));
        assert_eq!(verdict.is_err(), case.want_err, "{path}: {verdict:?}");
    }
    assert_eq!(cases.len(), 98);
}
