//! Batches, their floor and order, one sequencer at a time, and the check from outside.

use crate::world::{Dice, Engine, Hand, Town, leaf, nobody, on_both, sequencer};
use doorstep_log::*;
use doorstep_register::world::Clock;
use doorstep_tlog::*;
use jiff::SignedDuration;
use std::collections::BTreeSet;
use std::sync::Arc;

on_both! {
    what_waits_is_numbered_and_the_rest_is_chance,
    a_mirror_of_the_log_is_in_order,
    its_size_at_any_moment_is_found,
    two_processes_make_one_log,
    many_writers_and_sequencers_at_once_lose_nothing,
}

async fn what_waits_is_numbered_and_the_rest_is_chance(engine: Engine) {
    let Some(town) = Town::on(engine, "what_waits_is_numbered_and_the_rest_is_chance").await else { return };
    assert_eq!(town.sequencer.round().await.unwrap(), Round::Signed { size: 4, entries: 0 }, "a quiet second has its floor");
    town.leaves(0..1).await;
    assert_eq!(town.sequencer.round().await.unwrap(), Round::Signed { size: 8, entries: 1 }, "and a look looks the same");
    assert!((4..8).contains(&town.numbered(0).await.unwrap()));
    town.leaves(1..41).await;
    assert_eq!(town.sequencer.round().await.unwrap(), Round::Signed { size: 48, entries: 40 });
    let mut numbers = Vec::new();
    for n in 1..41 {
        numbers.push(town.numbered(n).await.unwrap());
    }
    assert_eq!(numbers.iter().copied().collect::<BTreeSet<_>>(), (8..48).collect());
    assert!(!numbers.is_sorted(), "the order inside a batch says nothing");
}

async fn a_mirror_of_the_log_is_in_order(engine: Engine) {
    let Some(town) = Town::on(engine, "a_mirror_of_the_log_is_in_order").await else { return };
    let mirror = tempfile::tempdir().unwrap();
    let mut last = None;
    for (batch, leaves) in [0u64..300, 300..301, 301..900].into_iter().enumerate() {
        let count = leaves.end - leaves.start;
        town.leaves(leaves).await;
        town.sequencer.round().await.unwrap();
        let size = town.mirror(mirror.path()).await;
        let audit = audit(mirror.path(), &nobody(), last.as_ref()).unwrap();
        assert_eq!(audit.head.checkpoint.size, size, "batch {batch} of {count}");
        assert_eq!((audit.entries, audit.erasures), (size, 0));
        last = Some(audit.head.checkpoint);
    }
    let served = leaves_of(&std::fs::read(mirror.path().join("tile/entries/000")).unwrap()).unwrap();
    assert_eq!(served.len(), 256);
    assert!(served.iter().all(|served| (0..300).any(|n| leaf(n) == *served)), "the leaves themselves");
}

async fn its_size_at_any_moment_is_found(engine: Engine) {
    let Some(town) = Town::on(engine, "its_size_at_any_moment_is_found").await else { return };
    let at = |moment| town.write(move |tx| Box::pin(async move { Ok(tx.log_size_at(moment).await?) }));
    let start = town.clock.now();
    assert_eq!(at(start).await, None, "there is no head yet");
    let mut sizes = Vec::new();
    for round in 0..40u64 {
        town.pass(10);
        town.leaves(round * 100..round * 100 + round % 7).await;
        let Round::Signed { size, .. } = town.sequencer.round().await.unwrap() else { panic!("nobody else has the log") };
        sizes.push((town.clock.now(), size));
    }
    assert_eq!(at(start).await, None, "before the first");
    for (moment, size) in &sizes {
        assert_eq!(at(*moment).await, Some(*size));
        assert_eq!(at(*moment + SignedDuration::from_secs(9)).await, Some(*size), "until the next");
    }
}

async fn two_processes_make_one_log(engine: Engine) {
    let Some(town) = Town::on(engine, "two_processes_make_one_log").await else { return };
    let second = sequencer(&town.store, &town.clock, Arc::new(NoAnchor));
    town.leaves(0..100).await;
    town.sequencer.round().await.unwrap();
    assert_eq!(second.round().await.unwrap(), Round::Elsewhere);
    town.pass(11);
    assert_eq!(second.round().await.unwrap(), Round::Signed { size: 104, entries: 0 }, "the first has fallen silent");
    assert_eq!(town.sequencer.round().await.unwrap(), Round::Elsewhere, "and comes back too late");
    let mirror = tempfile::tempdir().unwrap();
    town.mirror(mirror.path()).await;
    audit(mirror.path(), &nobody(), None).unwrap();
}

async fn many_writers_and_sequencers_at_once_lose_nothing(engine: Engine) {
    let Some(town) = Town::on(engine, "many_writers_and_sequencers_at_once_lose_nothing").await else { return };
    let town = Arc::new(town);
    let writers: Vec<_> = (0..8u64)
        .map(|writer| {
            let town = Arc::clone(&town);
            tokio::spawn(async move {
                for n in 0..25 {
                    town.leaves(writer * 25 + n..writer * 25 + n + 1).await;
                }
            })
        })
        .collect();
    let hands: Vec<_> = (0..3)
        .map(|_| {
            let sequencer = sequencer(&town.store, &town.clock, Arc::new(NoAnchor));
            tokio::spawn(async move {
                let mut signed = 0;
                for _ in 0..20 {
                    if let Round::Signed { .. } = sequencer.round().await.unwrap() {
                        signed += 1;
                    }
                }
                signed
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    let mut signers = 0;
    for hand in hands {
        signers += u32::from(hand.await.unwrap() > 0);
    }
    assert_eq!(signers, 1, "one of them has the log");
    town.pass(11);
    town.sequencer.round().await.unwrap();
    let mut numbers = BTreeSet::new();
    for n in 0..200 {
        numbers.insert(town.numbered(n).await.expect("each leaf has a number"));
    }
    assert_eq!(numbers.len(), 200);
    let mirror = tempfile::tempdir().unwrap();
    town.mirror(mirror.path()).await;
    audit(mirror.path(), &nobody(), None).unwrap();
}

#[test]
fn chance_and_clock_of_these_tests_are_usable() {
    let dice = Dice::default();
    assert!((0..100).map(|_| dice.below(1000)).collect::<BTreeSet<_>>().len() > 80);
    assert_eq!(doorstep_register::world::Clock::now(&Hand::default()).as_second(), crate::world::START);
}
