//! Operators with the whole database in their hands. `docs/TRUST.md` names these tests.

use crate::world::{Dice, Town, Witnesses, nobody, sequencer};
use doorstep_log::*;
use doorstep_storage::Store;
use doorstep_storage_sqlite::Sqlite;
use std::path::Path;
use std::sync::Arc;

fn copy(from: &Path, to: &Path) {
    for name in ["doorstep.db", "doorstep.db-wal", "doorstep.db-shm"] {
        let _ = std::fs::remove_file(to.join(name));
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name)).unwrap();
        }
    }
}

fn stopped(round: Result<Round, LogError>) -> String {
    match round {
        Err(LogError::Stopped(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

/// A town of 500 leaves, and its file after 300 of them in another folder.
async fn with_old_copy(anchor: &Path) -> (Town, tempfile::TempDir) {
    let mut town = Town::new().await;
    town.sequencer = sequencer(&town.store, &town.clock, Arc::new(FileAnchor::new(anchor.to_owned())));
    town.leaves(0..300).await;
    town.sequencer.round().await.unwrap();
    let old = tempfile::tempdir().unwrap();
    copy(town.folder.path(), old.path());
    town.leaves(300..500).await;
    town.sequencer.round().await.unwrap();
    (town, old)
}

async fn open(folder: &Path) -> Arc<dyn Store> {
    Arc::new(Sqlite::open(&folder.join("doorstep.db")).await.unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_back_up_does_not_sign_again() {
    let memory = tempfile::tempdir().unwrap();
    let anchor = memory.path().join("log.signed");
    let (town, old) = with_old_copy(&anchor).await;
    town.pass(60);
    let store = open(old.path()).await;
    let restored = sequencer(&store, &town.clock, Arc::new(FileAnchor::new(anchor.clone())));
    assert!(stopped(restored.round().await).contains("brought back from an old copy"));
    assert!(stopped(restored.round().await).contains("brought back from an old copy"), "and it stays so");
    std::fs::write(&anchor, "not a number").unwrap();
    town.pass(60);
    let damaged = sequencer(&town.store, &town.clock, Arc::new(FileAnchor::new(anchor)));
    assert!(matches!(damaged.round().await, Err(LogError::Anchor(_))), "a memory that cannot be read is not taken for an empty one");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_back_up_without_our_memory_meets_the_witnesses() {
    let memory = tempfile::tempdir().unwrap();
    let (town, old) = with_old_copy(&memory.path().join("log.signed")).await;
    let wire = Witnesses::new(&town.clock);
    let known = Witnesses::known();
    Consult::new(town.sequencer.clone(), wire.clone()).ask(&known[0]).await.unwrap();

    // The memory is deleted too; the log signs, smaller than it was, and the first witness asked says so.
    town.pass(60);
    let store = open(old.path()).await;
    let restored = sequencer(&store, &town.clock, Arc::new(NoAnchor));
    restored.round().await.unwrap();
    let consult = Consult::new(restored.clone(), wire);
    let Err(LogError::Stopped(reason)) = consult.ask(&known[0]).await else { panic!("the witness was not heard") };
    assert_eq!(reason, "witness w1.example has seen 500 leaves, this log signed only 304");
    assert_eq!(stopped(restored.round().await), reason, "nothing is signed any more");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_tree_is_not_witnessed() {
    let memory = tempfile::tempdir().unwrap();
    let (town, old) = with_old_copy(&memory.path().join("log.signed")).await;
    let wire = Witnesses::new(&town.clock);
    let known = Witnesses::known();
    Consult::new(town.sequencer.clone(), wire.clone()).ask(&known[0]).await.unwrap();

    // The copy goes on with other leaves, beyond the size that the witness saw.
    town.pass(60);
    let fork = Town { store: open(old.path()).await, folder: old, clock: Arc::clone(&town.clock), sequencer: town.sequencer.clone() };
    fork.leaves(1000..1400).await;
    let forked = sequencer(&fork.store, &fork.clock, Arc::new(NoAnchor));
    forked.round().await.unwrap();
    let Err(LogError::Stopped(reason)) = Consult::new(forked, wire).ask(&known[0]).await else { panic!("the fork was signed") };
    assert_eq!(reason, "witness w1.example knows another tree than this one of 700 leaves");
    // And whoever kept the head of the first tree sees it too.
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    town.mirror(first.path()).await;
    fork.mirror(second.path()).await;
    let kept = audit(first.path(), &nobody(), None).unwrap().head.checkpoint;
    assert_eq!(audit(second.path(), &nobody(), Some(&kept)), Err(MonitorError::Forked(500)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_that_were_changed_are_not_signed_over() {
    for (statement, expected) in [
        ("UPDATE log_tile SET content = zeroblob(length(content)) WHERE level = 0 AND number = 1", "do not lead to the stored root"),
        ("DELETE FROM log_tile WHERE level = 1", "missing or too short"),
        ("UPDATE log_state SET root = zeroblob(32)", "do not lead to the stored root"),
        ("UPDATE log_state SET size = 299", "brought back from an old copy"),
        ("UPDATE log_checkpoint SET size = 400", "brought back from an old copy"),
    ] {
        let town = Town::new().await;
        town.leaves(0..300).await;
        town.sequencer.round().await.unwrap();
        town.sql(statement);
        let reason = stopped(town.sequencer.round().await);
        assert!(reason.contains(expected), "{statement}: {reason}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_leaf_that_was_numbered_anew_is_not_proved() {
    let town = Town::new().await;
    town.leaves(0..2).await;
    town.sequencer.round().await.unwrap();
    let numbers = [town.numbered(0).await.unwrap(), town.numbered(1).await.unwrap()];
    town.sql(&format!(
        "UPDATE leaf SET number = 1 - number + {} WHERE number IN ({}, {})",
        numbers[0] + numbers[1] - 1,
        numbers[0],
        numbers[1]
    ));
    assert_eq!([town.numbered(0).await.unwrap(), town.numbered(1).await.unwrap()], [numbers[1], numbers[0]]);
    let opening = doorstep_tlog::Opening { salt: [7; 32], canonical: 0u64.to_be_bytes().to_vec() };
    let trace = doorstep_storage::Trace { seq: 1, at: jiff::Timestamp::UNIX_EPOCH, leaf: crate::world::id(0), opening };
    let leaf = doorstep_tlog::leaf_hash(&trace.opening.leaf().0);
    let proved = town
        .write(move |tx| {
            let trace = trace.clone();
            Box::pin(async move { Ok(prove(tx, &trace, 0).await?) })
        })
        .await;
    let (proof, _) = proved.unwrap();
    let head = nobody().check(&proof.checkpoint).unwrap().checkpoint;
    let verdict = doorstep_tlog::check_inclusion(&leaf, proof.index, head.size, &proof.hashes, &head.root);
    assert_eq!(verdict, Err(doorstep_tlog::ProofError::Root));
}

/// What a log serves, in memory.
struct Served(Vec<(String, Vec<u8>)>);

impl Source for Served {
    fn get(&self, path: &str) -> Result<Vec<u8>, Gone> {
        let found = self.0.iter().find(|(name, _)| name == path);
        found.map(|(_, bytes)| bytes.clone()).ok_or_else(|| Gone { path: path.to_owned(), why: "not there".to_owned() })
    }
}

fn read(folder: &Path, root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(read(&path, root));
        } else {
            found.push((path.strip_prefix(root).unwrap().display().to_string(), std::fs::read(path).unwrap()));
        }
    }
    found
}

/// Of 10,000 single-byte changes of tiles, bundles and checkpoint, the check from outside overlooks none.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_single_byte_changes_are_all_detected() {
    let town = Town::new().await;
    let consult = Consult::new(town.sequencer.clone(), Witnesses::new(&town.clock));
    town.leaves(0..300).await;
    town.sequencer.round().await.unwrap();
    for witness in &Witnesses::known() {
        consult.ask(witness).await.unwrap();
    }
    let mirror = tempfile::tempdir().unwrap();
    town.mirror(mirror.path()).await;
    let policy = Witnesses::policy(3);
    let mut served = Served(read(mirror.path(), mirror.path()));
    assert_eq!(served.0.len(), 6, "a checkpoint, two bundles, three tiles");
    audit(&served, &policy, None).unwrap();
    let dice = Dice::default();
    for change in 0..10_000 {
        // Each file as often as the others, so that the small checkpoint has its share.
        let file = change % served.0.len();
        let place = dice.below(served.0[file].1.len() as u64) as usize;
        let by = 1 + dice.below(255) as u8;
        served.0[file].1[place] ^= by;
        assert!(audit(&served, &policy, None).is_err(), "change {change}: byte {place} of {}", served.0[file].0);
        served.0[file].1[place] ^= by;
    }
    audit(&served, &policy, None).unwrap();
}
