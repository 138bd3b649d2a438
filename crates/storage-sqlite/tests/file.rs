//! What the contract cannot see: the file itself.

use doorstep_register::{EvidenceId, PersonId, StaffId, StaffRole};
use doorstep_storage::{EvidenceRow, LeafRow, PersonRow, Sealed, SignInWay, StoreError, TxError, read, write};
use doorstep_storage_sqlite::Sqlite;
use jiff::Timestamp;
use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor, SqliteConnection};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use uuid::Uuid;

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("doorstep.db");
    (folder, path)
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

async fn add_person(store: &Sqlite, n: u128, wrapped_key: &'static [u8]) -> Result<(), TxError<()>> {
    write(store, "person", move |tx| {
        Box::pin(async move {
            let row = PersonRow { id: PersonId(id(n)), wrapped_key: wrapped_key.to_vec(), version: 0, looks: 0 };
            Ok(tx.add_person(&row, Timestamp::UNIX_EPOCH).await?)
        })
    })
    .await
}

async fn add_leaf(store: &Sqlite, n: u128) -> Result<(), TxError<()>> {
    write(store, "leaf", move |tx| Box::pin(async move { Ok(tx.add_leaf(&LeafRow { id: id(n), leaf: [1; 33] }).await?) })).await
}

async fn add_evidence(store: &Sqlite, n: u128, size: usize) -> Result<(), TxError<()>> {
    write(store, "evidence", move |tx| {
        Box::pin(async move {
            let sealed = Sealed::from_stored(vec![7; size]);
            let row =
                EvidenceRow { person: PersonId(id(1)), id: EvidenceId(id(n)), sealed, created_at: Timestamp::UNIX_EPOCH, named_at: None };
            Ok(tx.add_evidence(&row).await?)
        })
    })
    .await
}

async fn leaves(store: &Sqlite) -> Result<u64, TxError<()>> {
    read(store, "leaves", |tx| Box::pin(async move { Ok(tx.leaves().await?) })).await
}

async fn beside(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).connect().await.unwrap()
}

#[tokio::test]
async fn what_was_written_is_there_after_opening_again() {
    let (_folder, path) = folder();
    for n in 1..=3 {
        let store = Sqlite::open(&path).await.unwrap();
        add_leaf(&store, n).await.unwrap();
        assert_eq!(leaves(&store).await, Ok(n as u64));
    }
    let mut db = beside(&path).await;
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut db).await.unwrap();
    assert_eq!(mode, "wal");
    let found: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&mut db).await.unwrap();
    assert_eq!(found, ["ok"]);
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_reads_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = folder();
    let store = Sqlite::open(&path).await.unwrap();
    add_leaf(&store, 1).await.unwrap();
    let mut files = 0;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", file.path());
        files += 1;
    }
    assert!(files >= 2, "the database and its log");
}

#[tokio::test]
async fn a_full_disk_is_said_and_got_over() {
    let (_folder, path) = folder();
    // Two megabytes, as an operator's quota would be.
    let store = Sqlite::open_limited(&path, Some(512)).await.unwrap();
    add_person(&store, 1, b"key").await.unwrap();
    add_leaf(&store, 1).await.unwrap();
    let full = add_evidence(&store, 2, 4_000_000).await;
    assert!(matches!(full, Err(TxError::Store(StoreError::Unavailable(_)))), "{full:?}");
    add_leaf(&store, 2).await.unwrap();
    add_evidence(&store, 3, 100_000).await.unwrap();
    assert_eq!(leaves(&store).await, Ok(2));
}

#[tokio::test]
async fn works_beside_one_that_fails_are_not_harmed() {
    let (_folder, path) = folder();
    let store = Arc::new(Sqlite::open_limited(&path, Some(512)).await.unwrap());
    add_person(&store, 1, b"key").await.unwrap();
    let tasks: Vec<_> = (0..40)
        .map(|n| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { if n % 10 == 3 { add_evidence(&store, n, 4_000_000).await } else { add_leaf(&store, n).await } })
        })
        .collect();
    for (n, task) in tasks.into_iter().enumerate() {
        let answer = task.await.unwrap();
        if n % 10 == 3 {
            assert!(matches!(answer, Err(TxError::Store(StoreError::Unavailable(_)))), "{n}: {answer:?}");
        } else {
            assert_eq!(answer, Ok(()), "{n}");
        }
    }
    assert_eq!(leaves(&store).await, Ok(36));
}

#[tokio::test]
async fn another_program_that_holds_the_file_is_waited_for() {
    let (_folder, path) = folder();
    let store = Arc::new(Sqlite::open(&path).await.unwrap());
    let mut other = beside(&path).await;
    other.execute("BEGIN IMMEDIATE").await.unwrap();
    let waiting = tokio::spawn({
        let store = Arc::clone(&store);
        async move { add_leaf(&store, 1).await }
    });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!waiting.is_finished());
    other.execute("ROLLBACK").await.unwrap();
    assert_eq!(waiting.await.unwrap(), Ok(()));
}

/// Erasing overwrites: the wrapped key is in no file any more once the log has been written back.
#[tokio::test]
async fn an_erased_key_is_in_no_file() {
    let (folder, path) = folder();
    let key: &'static [u8] = b"a wrapped key that can be found again";
    let held = |what: &str| -> bool {
        let mut found = false;
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            found |= bytes.windows(key.len()).any(|window| window == key);
        }
        eprintln!("{what}: {found}");
        found
    };
    let store = Sqlite::open(&path).await.unwrap();
    add_person(&store, 1, key).await.unwrap();
    for n in 2..200 {
        add_person(&store, n, b"the key of somebody else").await.unwrap();
    }
    assert!(held("written"));
    let erased: Result<(), TxError<()>> =
        write(&store, "erase", |tx| Box::pin(async move { Ok(tx.erase_person(PersonId(id(1))).await?) })).await;
    erased.unwrap();
    beside(&path).await.execute("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    assert!(!held("erased"));
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let (_folder, path) = folder();
    std::fs::write(&path, vec![b'x'; 10_000]).unwrap();
    assert!(matches!(Sqlite::open(&path).await.map(drop), Err(StoreError::Broken(_))));
    assert!(matches!(Sqlite::open(Path::new("/nowhere/at/all.db")).await.map(drop), Err(StoreError::Unavailable(_))));
}

/// A role that this version does not know signs nobody in; nobody is taken for something that they are not.
#[tokio::test]
async fn an_unknown_role_is_nobody() {
    let (_folder, path) = folder();
    let store = Sqlite::open(&path).await.unwrap();
    let mut other = beside(&path).await;
    let add =
        "INSERT INTO staff (id, office, role, pseudonym, name) VALUES (x'01900000000070008000000000000007', 'north', ?, 'S-1', 'Test')";
    sqlx::query(add).bind("mayor").execute(&mut other).await.unwrap();
    let found = || async {
        let staff = StaffId(id(0x0190_0000_0000_7000_8000_0000_0000_0007));
        let answer: Result<_, TxError<()>> = read(&store, "staff", move |tx| Box::pin(async move { Ok(tx.staff(staff).await?) })).await;
        answer.unwrap().map(|row| row.role)
    };
    assert_eq!(found().await, None);
    sqlx::query("UPDATE staff SET role = 'dpo'").execute(&mut other).await.unwrap();
    assert_eq!(found().await, Some(StaffRole::Dpo));
}

/// Whoever is signed in stays so when the program learns of another way to sign in.
#[tokio::test]
async fn sessions_survive_the_migration_that_moves_them() {
    let (_folder, path) = folder();
    let mut before = Migrator::new(Path::new("migrations")).await.unwrap();
    before.dangerous_set_table_name("schema_version");
    before.migrations = before.migrations.iter().filter(|migration| migration.version < 4).cloned().collect();
    let mut old = SqliteConnectOptions::new().filename(&path).create_if_missing(true).connect().await.unwrap();
    before.run_direct(None, &mut old, false).await.unwrap();
    let person =
        "INSERT INTO person (id, wrapped_key, version, looks, empty_since) VALUES (x'01900000000070008000000000000001', x'00', 0, 0, 0)";
    old.execute(person).await.unwrap();
    let session = "INSERT INTO session (token, id, person, staff, way, created_at, expires_at)
                   VALUES (?, x'01900000000070008000000000000002', x'01900000000070008000000000000001', NULL, 'new', 7, 9000000000000000)";
    sqlx::query(session).bind(&[5; 32][..]).execute(&mut old).await.unwrap();
    old.close().await.unwrap();

    let store = Sqlite::open(&path).await.unwrap();
    let at = Timestamp::from_second(1_790_000_000).unwrap();
    let answer: Result<_, TxError<()>> =
        read(&store, "session", move |tx| Box::pin(async move { Ok(tx.session(&[5; 32], at).await?) })).await;
    let kept = answer.unwrap().expect("the session");
    assert_eq!(
        (kept.way, kept.person, kept.stepped_up_at),
        (SignInWay::New, Some(PersonId(id(0x0190_0000_0000_7000_8000_0000_0000_0001))), None)
    );
}
