//! Operators with the whole database in their hands. `docs/TRUST.md` names these tests.

use crate::world::{Dice, Engine, Served, Town, Witnesses, nobody, on_both, sequencer};
use doorstep_log::*;
use std::path::Path;
use std::sync::Arc;

on_both! {
    an_old_back_up_does_not_sign_again,
    an_old_back_up_without_our_memory_meets_the_witnesses,
    a_second_tree_is_not_witnessed,
    rows_that_were_changed_are_not_signed_over,
    a_leaf_that_was_numbered_anew_is_not_proved,
}

fn stopped(round: Result<Round, LogError>) -> String {
    match round {
        Err(LogError::Stopped(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

/// A town of 500 leaves, and its back-up from when it had 300 of them.
async fn with_back_up(engine: Engine, case: &str, anchor: &Path) -> Option<(Town, Town)> {
    let mut town = Town::on(engine, &format!("{case}_now")).await?;
    let remember = |town: &mut Town| town.sequencer = sequencer(&town.store, &town.clock, Arc::new(FileAnchor::new(anchor.to_owned())));
    remember(&mut town);
    town.leaves(0..300).await;
    town.sequencer.round().await.unwrap();
    let old = town.copied(&format!("{case}_old")).await;
    remember(&mut town);
    town.pass(11);
    town.leaves(300..500).await;
    town.sequencer.round().await.unwrap();
    town.pass(60);
    Some((town, old))
}

async fn an_old_back_up_does_not_sign_again(engine: Engine) {
    let memory = tempfile::tempdir().unwrap();
    let anchor = memory.path().join("log.signed");
    let Some((town, old)) = with_back_up(engine, "known", &anchor).await else { return };
    let restored = sequencer(&old.store, &old.clock, Arc::new(FileAnchor::new(anchor.clone())));
    assert!(stopped(restored.round().await).contains("brought back from an old copy"));
    assert!(stopped(restored.round().await).contains("brought back from an old copy"), "and it stays so");
    std::fs::write(&anchor, "not a number").unwrap();
    let damaged = sequencer(&town.store, &town.clock, Arc::new(FileAnchor::new(anchor)));
    assert!(matches!(damaged.round().await, Err(LogError::Anchor(_))), "a memory that cannot be read is not taken for an empty one");
}

async fn an_old_back_up_without_our_memory_meets_the_witnesses(engine: Engine) {
    let memory = tempfile::tempdir().unwrap();
    let Some((town, restored)) = with_back_up(engine, "unknown", &memory.path().join("log.signed")).await else { return };
    let wire = Witnesses::new(&town.clock);
    let known = Witnesses::known();
    Consult::new(town.sequencer.clone(), wire.clone()).ask(&known[0]).await.unwrap();

    // The memory is deleted too; the log signs, smaller than it was, and the first witness asked says so.
    restored.sequencer.round().await.unwrap();
    let consult = Consult::new(restored.sequencer.clone(), wire);
    let Err(LogError::Stopped(reason)) = consult.ask(&known[0]).await else { panic!("the witness was not heard") };
    assert_eq!(reason, "witness w1.example has seen 500 leaves, this log signed only 304");
    assert_eq!(stopped(restored.sequencer.round().await), reason, "nothing is signed any more");
}

async fn a_second_tree_is_not_witnessed(engine: Engine) {
    let memory = tempfile::tempdir().unwrap();
    let Some((town, fork)) = with_back_up(engine, "fork", &memory.path().join("log.signed")).await else { return };
    let wire = Witnesses::new(&town.clock);
    let known = Witnesses::known();
    Consult::new(town.sequencer.clone(), wire.clone()).ask(&known[0]).await.unwrap();

    // The copy goes on with other leaves, beyond the size that the witness saw.
    fork.leaves(1000..1400).await;
    fork.sequencer.round().await.unwrap();
    let Err(LogError::Stopped(reason)) = Consult::new(fork.sequencer.clone(), wire).ask(&known[0]).await else {
        panic!("the fork was signed")
    };
    assert_eq!(reason, "witness w1.example knows another tree than this one of 700 leaves");
    // And whoever kept the head of the first tree sees it too.
    let (first, second) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    town.mirror(first.path()).await;
    fork.mirror(second.path()).await;
    let kept = audit(first.path(), &nobody(), None).unwrap().head.checkpoint;
    assert_eq!(audit(second.path(), &nobody(), Some(&kept)), Err(MonitorError::Forked(500)));
}

async fn rows_that_were_changed_are_not_signed_over(engine: Engine) {
    let Some(town) = Town::on(engine, "changed_rows").await else { return };
    let (tile, root) = (town.literal(&[0; 32 * 44]), town.literal(&[0; 32]));
    drop(town);
    for (statement, expected) in [
        (format!("UPDATE log_tile SET content = {tile} WHERE level = 0 AND number = 1"), "do not lead to the stored root"),
        ("DELETE FROM log_tile WHERE level = 1".to_owned(), "missing or too short"),
        (format!("UPDATE log_state SET root = {root}"), "do not lead to the stored root"),
        ("UPDATE log_state SET size = 299".to_owned(), "brought back from an old copy"),
        ("UPDATE log_checkpoint SET size = 400".to_owned(), "brought back from an old copy"),
    ] {
        let Some(town) = Town::on(engine, "changed_rows").await else { return };
        town.leaves(0..300).await;
        town.sequencer.round().await.unwrap();
        town.sql(&statement).await;
        let reason = stopped(town.sequencer.round().await);
        assert!(reason.contains(expected), "{statement}: {reason}");
    }
}

async fn a_leaf_that_was_numbered_anew_is_not_proved(engine: Engine) {
    let Some(town) = Town::on(engine, "numbered_anew").await else { return };
    town.leaves(0..2).await;
    town.sequencer.round().await.unwrap();
    let numbers = [town.numbered(0).await.unwrap(), town.numbered(1).await.unwrap()];
    let sum = numbers[0] + numbers[1];
    town.sql(&format!("UPDATE leaf SET number = {sum} - number WHERE number IN ({}, {})", numbers[0], numbers[1])).await;
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
    let town = Town::on(Engine::Sqlite, "").await.unwrap();
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
