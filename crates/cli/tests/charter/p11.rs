//! 11. The record belongs to the person.

use crate::app::{KEPT_DAYS, TestApp, Town};
use doorstep_policy::{Purpose, Subject, decide};
use doorstep_register::world::Clock;
use doorstep_storage::OpenError;
use serde_json::Value;
use std::collections::BTreeSet;

#[tokio::test]
async fn a_field_is_corrected_in_a_minute_and_the_old_value_stays_known() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let page = town.resident.get("/en/correct/names").await.ok();
    town.resident.submit(&page, "/en/correct/names", "passport=NAMUNA+NILUFAR&why=A+wrong+letter").await.redirected();
    let record = app.record(&town.resident).await.unwrap();
    assert_eq!(record.names().unwrap().formal(), "NAMUNA NILUFAR");
    assert_eq!(record.former_names[0].formal(), "NAMUNA NODIRA");
    assert!(record.current().is_some());
    app.close().await;
}

#[tokio::test]
async fn the_export_holds_every_act_every_look_and_every_message() {
    for app in TestApp::on_each_engine("p11_export").await {
        let mut town = Town::settle(&app).await;
        for _ in 0..3 {
            town.host.get("/en/homes/1").await.ok();
        }
        let file = town.resident.get("/en/data/export.json").await.ok();
        let export: Value = serde_json::from_slice(&file.body).unwrap();
        let person = town.resident.person().await;
        let record = app.folded(person).await.unwrap();
        assert_eq!(export["acts"].as_array().unwrap().len(), record.version as usize);
        assert_eq!(export["looks"].as_array().unwrap().len(), 3);
        assert_eq!(export["record"], serde_json::to_value(&record).unwrap());
        let mut letters = app.service.inbox(&town.resident.session().await).await.unwrap().len();
        letters += usize::from(letters == 0);
        assert!(export["messages"].as_array().unwrap().len() >= letters);
        let numbers: Vec<u64> = export["acts"].as_array().unwrap().iter().map(|act| act["seq"].as_u64().unwrap()).collect();
        assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>());
        app.close().await;
    }
}

#[tokio::test]
async fn the_export_for_people_is_a_pdf() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[]).await;
    let file = resident.get("/en/data/export.pdf").await.ok();
    assert!(file.body.starts_with(b"%PDF-"));
    assert_eq!(file.header("content-type"), "application/pdf");
    app.close().await;
}

#[tokio::test]
async fn what_is_in_force_is_not_erased_and_what_has_ended_is_kept_no_longer_than_said() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[]).await;
    assert!(resident.get("/en/data/erase").await.ok().form("/en/data/erase").is_none());
    resident.leave((20, 11, 2026)).await;
    assert!(resident.get("/en/data/erase").await.ok().form("/en/data/erase").is_none());
    let person = resident.person().await;
    app.days_later(KEPT_DAYS + 1);
    app.signs_in_again(&mut resident, person).await;
    let page = resident.get("/en/data/erase").await.ok();
    resident.submit(&page, "/en/data/erase", "sure=yes").await.redirected();
    assert_eq!(app.database.rows().await["person"], 0);
    app.close().await;
}

#[tokio::test]
async fn erasing_takes_the_key_and_every_row_and_leaves_only_noise_in_the_log() {
    for app in TestApp::on_each_engine("p11_erase").await {
        let mut town = Town::settle(&app).await;
        town.host.get("/en/homes/1").await.ok();
        town.stranger.leave((20, 11, 2026)).await;
        let (person, other) = (town.stranger.person().await, town.resident.person().await);
        app.days_later(KEPT_DAYS + 1);
        app.signs_in_again(&mut town.stranger, person).await;
        let leaves = leaves(&app).await;
        let acts = acts_of(&app, person).await;
        assert!(!acts.is_empty());

        let page = town.stranger.get("/en/data/erase").await.ok();
        town.stranger.submit(&page, "/en/data/erase", "sure=yes").await.redirected();

        for (table, column) in columns_of_people(&app).await {
            let quoted = format!("SELECT CAST(count(*) AS TEXT) FROM \"{table}\" WHERE {} = '{}'", hex(&app, &column), person.0.simple());
            assert_eq!(app.database.texts(&quoted).await, ["0"], "{table}.{column} in {}", app.service.engine());
        }
        let after = self::leaves(&app).await;
        assert!(leaves.is_subset(&after), "the public log forgets no leaf");
        assert_eq!(after.len(), leaves.len() + 1, "and one more says that something was erased");
        assert!(matches!(app.folded(person).await, Err(doorstep_storage::TxError::Refused(OpenError::Nobody))));
        // The others are still there, and so is what they may see.
        assert!(app.folded(other).await.unwrap().current().is_some());
        app.close().await;
    }
}

/// The leaves of the public log, with their own keys.
async fn leaves(app: &TestApp) -> BTreeSet<String> {
    let sql = match app.service.engine() {
        "sqlite" => "SELECT lower(hex(id) || hex(leaf)) FROM leaf",
        _ => "SELECT id::text || encode(leaf, 'hex') FROM leaf",
    };
    app.database.texts(sql).await.into_iter().collect()
}

/// The sealed acts of somebody, as a copy of the table holds them.
async fn acts_of(app: &TestApp, person: doorstep_register::PersonId) -> Vec<doorstep_storage::ActRow> {
    doorstep_storage::read::<_, OpenError, _>(&*app.store, "test.acts", move |tx| Box::pin(async move { Ok(tx.acts(person).await?) }))
        .await
        .unwrap()
}

/// A column of ids as hexadecimal digits, in the words of the engine.
fn hex(app: &TestApp, column: &str) -> String {
    match app.service.engine() {
        "sqlite" => format!("lower(hex(\"{column}\"))"),
        _ => format!("replace(\"{column}\"::text, '-', '')"),
    }
}

/// Every column that holds a person's id, by the engine's own catalogue.
async fn columns_of_people(app: &TestApp) -> Vec<(String, String)> {
    let mut out = vec![("person".to_owned(), "id".to_owned())];
    for table in app.database.tables().await {
        for column in app.database.columns(&table).await {
            if ["person", "host", "holder", "member"].contains(&column.as_str()) {
                out.push((table.clone(), column));
            }
        }
    }
    assert!(out.len() > 15, "{out:?}");
    out
}

#[tokio::test]
async fn rows_brought_back_without_the_key_do_not_open() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[]).await;
    resident.leave((20, 11, 2026)).await;
    let person = resident.person().await;
    let acts = acts_of(&app, person).await;
    app.days_later(KEPT_DAYS + 1);
    app.service
        .erase(&{
            app.signs_in_again(&mut resident, person).await;
            resident.session().await
        })
        .await
        .unwrap();

    // Somebody puts a copy of the sealed rows back, under a person made anew: the key that sealed them is gone.
    let (vault, now) = (app.vault.clone(), app.clock.now());
    let opened = doorstep_storage::write::<_, OpenError, _>(&*app.store, "test.restore", move |tx| {
        let (vault, acts) = (vault.clone(), acts.clone());
        Box::pin(async move {
            let other = vault.add_person(tx, now).await?;
            for (n, act) in (1..).zip(acts) {
                let leaf = doorstep_storage::LeafRow { id: uuid::Uuid::from_u128(n), leaf: [1; 33] };
                tx.append_acts(&[(doorstep_storage::ActRow { person: other, ..act }, leaf)]).await?;
            }
            let own = Subject::Resident { person: other, household: Vec::new() };
            let grant = decide(&own, other, Purpose::Own, now).expect("one's own");
            Ok(vault.open(tx, &grant, now).await?)
        })
    })
    .await;
    assert!(matches!(opened, Err(doorstep_storage::TxError::Refused(OpenError::Damaged("act")))), "{opened:?}");
    app.close().await;
}

#[tokio::test]
async fn two_records_with_one_document_stay_two() {
    for app in TestApp::on_each_engine("p11_two").await {
        let town = Town::settle(&app).await;
        let (first, second) = (app.record(&town.resident).await.unwrap(), app.record(&town.stranger).await.unwrap());
        assert_ne!(first.person, second.person);
        assert_eq!(first.identity.unwrap().document, second.identity.unwrap().document);
        let mut officer = app.officer().await;
        for case in officer.queue().await {
            officer.open_case(&case).await.ok();
            officer.decide(&case, "nothing-changes").await;
        }
        assert_eq!(app.database.rows().await["person"], 4);
        assert!(app.record(&town.resident).await.unwrap().current().is_some());
        assert!(app.record(&town.stranger).await.unwrap().current().is_some());
        app.close().await;
    }
}

#[tokio::test]
async fn two_devices_that_edit_one_record_lose_nothing() {
    let app = TestApp::new().await;
    let mut one = app.anon();
    one.declare(&[]).await;
    let mut other = one.clone();
    let (first, second) = (one.get("/en/correct/names").await.ok(), other.get("/en/correct/names").await.ok());
    one.submit(&first, "/en/correct/names", "passport=NAMUNA+ONE").await.redirected();
    let answer = other.submit(&second, "/en/correct/names", "passport=NAMUNA+OTHER").await;
    assert_eq!(answer.status, 409);
    assert!(answer.shows("NAMUNA ONE") && answer.shows("NAMUNA OTHER"));
    assert_eq!(app.record(&one).await.unwrap().names().unwrap().formal(), "NAMUNA ONE");
    app.close().await;
}

#[tokio::test]
async fn a_double_tap_files_once() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    let at = newcomer.answer("declare", "en", &[]).await;
    let page = newcomer.get(&at).await.ok();
    let first = newcomer.submit(&page, &at, "").await.redirected();
    let second = newcomer.submit(&page, &at, "").await.redirected();
    assert_eq!(first, second);
    assert_eq!(app.record(&newcomer).await.unwrap().residences.len(), 1);
    app.close().await;
}
