//! Witnesses, and proofs under what they signed.

use crate::registered::Registered;
use crate::world::{Engine, START, Town, Witnesses, id, on_both};
use doorstep_log::*;
use doorstep_storage::{LeafRow, Trace};
use doorstep_tlog::*;
use jiff::Timestamp;

on_both! {
    proof_files_of_acts_and_looks_stay_below_three_kilobytes,
    a_look_is_recorded_sealed_witnessed_and_proved,
    a_log_grows_on_under_its_witnesses,
}

/// A look of somebody at a second, as its own database keeps it.
fn look(n: u64, second: i64) -> (Trace, LeafRow) {
    let at = Timestamp::new(START + second, 0).unwrap();
    let statement =
        Statement { chain: Chain::Looks, seq: 1, person: [9; 16], at: at.as_microsecond(), previous: None, body: r#"{"seq":1}"#.into() };
    let opening = Opening { salt: [n as u8; SALT], canonical: statement.to_string().into_bytes() };
    let row = LeafRow { id: id(n), leaf: opening.leaf().0 };
    (Trace { seq: 1, at, leaf: row.id, opening }, row)
}

/// With as many hashes as a log of ten million leaves needs, and three cosignatures.
async fn proof_files_of_acts_and_looks_stay_below_three_kilobytes(engine: Engine) {
    let Some(registered) = Registered::on(engine, "proof_files").await else { return };
    let files = registered.proof_files().await;
    assert_eq!(files.len(), 5, "three acts and two looks");
    for mut proof in files {
        assert!(proof.hashes.len() < 24);
        proof.hashes.resize(24, Hash::empty());
        let length = proof.to_string().len();
        assert!(length <= 3000, "{length} bytes");
    }
}

async fn far(town: &Town, leaf: uuid::Uuid) -> Sealing {
    town.write(move |tx| Box::pin(async move { Ok(Heads::read(tx, 2).await?.sealing(tx, leaf).await?) })).await
}

async fn everybody(town: &Town, consult: &Consult, known: &[Witness]) {
    for witness in known {
        consult.ask(witness).await.unwrap();
    }
    town.pass(0);
}

async fn a_look_is_recorded_sealed_witnessed_and_proved(engine: Engine) {
    let Some(town) = Town::on(engine, "a_look_is_recorded_sealed_witnessed_and_proved").await else { return };
    let known = Witnesses::known();
    let consult = Consult::new(town.sequencer.clone(), Witnesses::new(&town.clock));
    town.sequencer.round().await.unwrap();
    everybody(&town, &consult, &known).await;
    town.pass(3);
    let (trace, row) = look(1, 3);
    let kept = row;
    town.write(move |tx| Box::pin(async move { Ok(tx.add_leaf(&kept).await?) })).await;
    assert_eq!(far(&town, row.id).await, Sealing::Recorded);
    town.pass(1);
    town.sequencer.round().await.unwrap();
    assert_eq!(far(&town, row.id).await, Sealing::Sealed);
    assert_eq!(consult.ask(&known[0]).await.unwrap(), Consulted::Cosigned(8));
    assert_eq!(far(&town, row.id).await, Sealing::Sealed, "one of three is not enough");
    town.pass(1);
    assert_eq!(consult.ask(&known[2]).await.unwrap(), Consulted::Cosigned(8));
    assert_eq!(consult.ask(&known[2]).await.unwrap(), Consulted::Nothing, "it has signed this one");
    assert_eq!(far(&town, row.id).await, Sealing::Witnessed);

    let shown = trace.clone();
    let proved = town
        .write(move |tx| {
            let trace = shown.clone();
            Box::pin(async move { Ok(prove(tx, &trace, 2).await?) })
        })
        .await;
    let (proof, before) = proved.unwrap();
    let file = proof.to_string();
    assert!(file.len() <= 3000, "{}", file.len());
    let read = Proof::parse(&file).unwrap();
    let (statement, leaf, timing) = check_entry(&Witnesses::policy(2), &read, before.as_ref(), 60).unwrap();
    assert_eq!((statement.seq, leaf.0), (1, row.leaf));
    assert_eq!(timing, Timing::Between { from: START as u64, to: START as u64 + 5 });
}

async fn a_log_grows_on_under_its_witnesses(engine: Engine) {
    let Some(town) = Town::on(engine, "a_log_grows_on_under_its_witnesses").await else { return };
    let known = Witnesses::known();
    let consult = Consult::new(town.sequencer.clone(), Witnesses::new(&town.clock));
    for batch in 0..5u64 {
        town.leaves(batch * 130..(batch + 1) * 130).await;
        town.sequencer.round().await.unwrap();
        everybody(&town, &consult, &known[..2]).await;
    }
    // The third witness comes late, and the first was restarted here and knows nothing of what it told us.
    let afresh = Witnesses::known();
    assert_eq!(consult.ask(&known[2]).await.unwrap(), Consulted::Cosigned(650));
    town.leaves(650..700).await;
    town.sequencer.round().await.unwrap();
    assert_eq!(consult.ask(&afresh[0]).await.unwrap(), Consulted::Cosigned(700), "it says what it saw, and is asked again");
    let silent = Witness::new(afresh[0].key.clone(), "https://w9");
    assert!(matches!(consult.ask(&silent).await.unwrap(), Consulted::Silent(_)));
    let mistaken = Witness::new(afresh[0].key.clone(), "https://w2");
    assert!(matches!(consult.ask(&mistaken).await.unwrap(), Consulted::Silent(_)), "a signature by another key is none");
}
