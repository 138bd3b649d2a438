//! Back-ups that somebody changed in the meantime.

use crate::registered::Registered;
use crate::world::{Dice, Engine, Home, file, log_key};
use doorstep_log::*;
use doorstep_storage_sqlite::Sqlite;
use doorstep_tlog::{Checkpoint, Hash, Note, Signer};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use std::sync::Arc;

/// The back-up of a file, as `docs/RUNNING.md` makes it.
async fn back_up(registered: &Registered) -> Vec<u8> {
    let Home::File(folder) = &registered.town.home else { unreachable!("these tests are about a file") };
    let to = folder.path().join("back-up.db");
    let mut db = SqliteConnectOptions::new().filename(file(folder)).connect().await.unwrap();
    db.execute(AssertSqlSafe(format!("VACUUM INTO '{}'", to.display()))).await.unwrap();
    std::fs::read(to).unwrap()
}

/// A place where something stands: most of a small file is empty.
fn place(bytes: &[u8], dice: &Dice) -> usize {
    let from = dice.below(bytes.len() as u64) as usize;
    (from..bytes.len()).chain(0..from).find(|&place| bytes[place] != 0).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn single_byte_changes_of_a_signed_back_up_are_all_detected() {
    let registered = Registered::on(Engine::Sqlite, "").await.unwrap();
    let mut made = back_up(&registered).await;
    let mut note = sign_backup(&*made, &log_key()).unwrap().to_string().into_bytes();
    let sound = |made: &[u8], note: &[u8]| {
        let note = Note::parse(std::str::from_utf8(note).ok()?).ok()?;
        check_backup(made, &note, log_key().verifier()).ok()
    };
    assert_eq!(sound(&made, &note), Some(()));
    let dice = Dice::default();
    for change in 0..10_000 {
        // The note has its share.
        let bytes = if change % 8 == 0 { &mut note } else { &mut made };
        let (place, by) = (dice.below(bytes.len() as u64) as usize, 1 + dice.below(255) as u8);
        bytes[place] ^= by;
        assert_eq!(sound(&made, &note), None, "change {change}: byte {place}");
        let bytes = if change % 8 == 0 { &mut note } else { &mut made };
        bytes[place] ^= by;
    }
    for (length, what) in [(made.len() - 1, "one byte less"), (0, "nothing")] {
        assert_eq!(sound(&made[..length], &note), None, "{what}");
    }
    assert_eq!(sound(&[made.as_slice(), &[0]].concat(), &note), None, "one byte more");
    assert_eq!(sound(&made, &note), Some(()));
}

#[test]
fn a_back_up_is_signed_by_this_log_and_its_note_is_no_head() {
    let note = sign_backup(&b"rows"[..], &log_key()).unwrap();
    assert!(check_backup(&b"rows"[..], &note, log_key().verifier()).is_ok());
    let other = Signer::log("log.example/doorstep", &[9; 32]).unwrap();
    assert!(matches!(check_backup(&b"rows"[..], &note, other.verifier()), Err(BackupError::Signature(_))));
    let elsewhere = Signer::log("other.example", &[1; 32]).unwrap();
    assert!(matches!(check_backup(&b"rows"[..], &note, elsewhere.verifier()), Err(BackupError::Signature(_))));
    assert!(crate::world::nobody().check(&note).is_err(), "whoever asks for a head is not given this");
    let head = Checkpoint::new("log.example/doorstep", 4, Hash::empty()).sign(&log_key());
    assert!(matches!(check_backup(&b"rows"[..], &head, log_key().verifier()), Err(BackupError::Changed)), "nor the other way round");
}

/// Whoever restores a changed file without asking for its note is refused, or people's checks find it, or nothing that they see has changed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_changed_back_up_that_is_restored_shows_nothing_else() {
    let mut registered = Registered::on(Engine::Sqlite, "").await.unwrap();
    let before = registered.shown().await.unwrap();
    let made = back_up(&registered).await;
    let (dice, mut detected) = (Dice::default(), 0);
    for change in 0..150 {
        let mut changed = made.clone();
        let place = place(&made, &dice);
        changed[place] ^= 1 + dice.below(255) as u8;
        let restored = tempfile::tempdir().unwrap();
        std::fs::write(file(&restored), &changed).unwrap();
        let Ok(store) = Sqlite::open(&file(&restored)).await else {
            detected += 1;
            continue;
        };
        registered.town.store = Arc::new(store);
        match registered.shown().await {
            Err(_) => detected += 1,
            Ok(shown) => assert_eq!(shown, before, "change {change}: byte {place}"),
        }
    }
    assert!(detected > 0, "some byte of 150 is one that counts");
}
