//! Single bytes of single columns, changed as only somebody with the database in their hands can. Whatever the byte: people are shown what
//! they were shown before and can prove what they could prove before, or they are refused, or their check finds it.

use crate::registered::Registered;
use crate::world::{Dice, Engine, Town, Witnesses, file, on_both};
use doorstep_log::*;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, ConnectOptions, Row, SqliteConnection};

/// The tables of a person's history and of the log, with their keys.
const TABLES: [(&str, &[&str]); 8] = [
    ("person", &["id"]),
    ("act", &["person", "seq"]),
    ("look", &["person", "seq"]),
    ("residence", &["person"]),
    ("leaf", &["id"]),
    ("log_tile", &["level", "number"]),
    ("log_checkpoint", &["size"]),
    ("log_state", &["id"]),
];

/// Columns where a changed byte may go unnoticed, because nothing that is shown or proved rests on them, and why.
const WITHOUT_EFFECT: [(&str, &str, &str); 6] = [
    ("person", "empty_since", "tells when people who never declared anything are swept; a person with acts is not"),
    ("person", "untold_from", "chooses whether word of a look goes out by e-mail; the look itself stands in the history"),
    ("leaf", "leaf", "is copied into a tile when it gets its number, and not read again; before that, see the next test"),
    ("log_checkpoint", "cosigners", "chooses under which head something is proved; another head proves the same"),
    ("log_checkpoint", "size", "as before; a head that is found under another size than its own is refused"),
    ("log_checkpoint", "signed_at", "is the log's own word, by which old heads are thinned; times are proved by the witnesses'"),
];

/// Who may append. Nothing is shown of it; two that append at once are kept apart by the size too (`contract::log`).
const OF_THE_LEASE: [&str; 3] = ["epoch", "lease", "leased_until"];

#[derive(Clone, PartialEq, Debug)]
enum Value {
    Null,
    Integer(i64),
    Bytes(Vec<u8>),
    Text(Vec<u8>),
}

impl Value {
    /// Another value that differs in one byte.
    fn changed(&self, dice: &Dice) -> Value {
        let bytes = match self {
            Value::Null => return Value::Null,
            Value::Integer(number) => &number.to_be_bytes(),
            Value::Bytes(bytes) | Value::Text(bytes) => bytes.as_slice(),
        };
        let mut bytes = bytes.to_vec();
        let place = dice.below(bytes.len() as u64) as usize;
        bytes[place] ^= 1 + dice.below(255) as u8;
        match self {
            Value::Integer(_) => Value::Integer(i64::from_be_bytes(bytes.try_into().unwrap())),
            Value::Text(_) => Value::Text(bytes),
            _ => Value::Bytes(bytes),
        }
    }
}

/// Every row of a table as it was.
struct Table {
    name: &'static str,
    keys: &'static [&'static str],
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
}

impl Table {
    async fn read(db: &mut SqliteConnection, name: &'static str, keys: &'static [&'static str]) -> Table {
        let sql = format!("SELECT name FROM pragma_table_info('{name}')");
        let columns: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut *db).await.unwrap();
        let told = columns.iter().map(|c| format!("typeof({c}), CASE typeof({c}) WHEN 'text' THEN CAST({c} AS BLOB) ELSE {c} END"));
        let sql = format!("SELECT {} FROM {name}", told.collect::<Vec<_>>().join(", "));
        let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(db).await.unwrap();
        let value = |row: &SqliteRow, n: usize| match row.get::<&str, _>(2 * n) {
            "null" => Value::Null,
            "integer" => Value::Integer(row.get_unchecked(2 * n + 1)),
            "text" => Value::Text(row.get_unchecked(2 * n + 1)),
            _ => Value::Bytes(row.get_unchecked(2 * n + 1)),
        };
        let rows = rows.iter().map(|row| (0..columns.len()).map(|n| value(row, n)).collect()).collect();
        Table { name, keys, columns, rows }
    }

    /// Sets one column of a row that stands as `row` now. Whether the engine let it.
    async fn set(&self, db: &mut SqliteConnection, row: &[Value], column: usize, to: &Value) -> bool {
        let place = |key: &&str| self.columns.iter().position(|column| column == key).unwrap();
        let found = self.keys.iter().enumerate().map(|(n, key)| format!("{key} = ?{}", n + 2)).collect::<Vec<_>>().join(" AND ");
        let new = if matches!(to, Value::Text(_)) { "CAST(?1 AS TEXT)" } else { "?1" };
        let sql = format!("UPDATE {} SET {} = {new} WHERE {found}", self.name, self.columns[column]);
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for value in [to].into_iter().chain(self.keys.iter().map(|key| &row[place(key)])) {
            query = match value {
                Value::Null => query.bind(None::<i64>),
                Value::Integer(number) => query.bind(*number),
                Value::Bytes(bytes) | Value::Text(bytes) => query.bind(bytes.clone()),
            };
        }
        query.execute(db).await.is_ok_and(|done| done.rows_affected() == 1)
    }
}

/// Around every rule that the schema has.
async fn behind_the_back(town: &Town) -> SqliteConnection {
    let crate::world::Home::File(folder) = &town.home else { unreachable!("these tests are about a file") };
    let options = SqliteConnectOptions::new().filename(file(folder)).foreign_keys(false);
    options.pragma("ignore_check_constraints", "ON").pragma("synchronous", "OFF").connect().await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn single_byte_changes_of_rows_are_detected_or_without_effect() {
    let registered = Registered::on(Engine::Sqlite, "").await.unwrap();
    let mut db = behind_the_back(&registered.town).await;
    let before = registered.shown().await.unwrap();
    let mut tables = Vec::new();
    for (name, keys) in TABLES {
        tables.push(Table::read(&mut db, name, keys).await);
    }
    let columns = |(n, table): (usize, &Table)| (0..table.columns.len()).map(move |column| (n, column));
    let places: Vec<(usize, usize)> = tables.iter().enumerate().flat_map(columns).collect();
    let (dice, mut refused, mut found, mut same) = (Dice::default(), 0, 0, 0);
    let changes = how_many();
    for (change, &(n, column)) in (0..).zip(places.iter().cycle()) {
        if found + refused + same == changes {
            break;
        }
        let (table, name) = (&tables[n], &tables[n].columns[column]);
        let lease = table.name == "log_state" && OF_THE_LEASE.contains(&name.as_str());
        let row = &table.rows[dice.below(table.rows.len() as u64) as usize];
        // Nobody here is without acts, so that this one is empty everywhere.
        let to = if name == "empty_since" { Value::Integer(1) } else { row[column].changed(&dice) };
        if lease || to == Value::Null {
            continue;
        }
        if !table.set(&mut db, row, column, &to).await {
            refused += 1;
            continue;
        }
        let verdict = if table.name == "log_state" { registered.shown_next().await } else { registered.shown().await };
        let what = format!("change {change}: {}.{name} from {:?} to {to:?}", table.name, row[column]);
        match verdict {
            Err(_) => found += 1,
            Ok(shown) => {
                let excused = WITHOUT_EFFECT.iter().any(|(t, c, _why)| (*t, *c) == (table.name, name.as_str()));
                assert!(excused, "{what}: not detected");
                assert_eq!(shown, before, "{what}: not without effect");
                same += 1;
            }
        }
        let mut stands = row.clone();
        stands[column] = to;
        assert!(table.set(&mut db, &stands, column, &row[column]).await, "{what}: cannot be taken back");
        if table.name == "log_state" {
            registered.town.sequencer.resume().await.unwrap();
        }
    }
    assert_eq!(registered.shown().await.unwrap(), before);
    println!("{found} found, {refused} refused by the engine, {same} without effect in the columns that are named here");
    assert!(found > changes * 3 / 4, "{found}");
}

/// How many changes are tried: all of 10,000 where `./test` says so, a thousand of them while somebody works.
fn how_many() -> usize {
    #[expect(clippy::disallowed_methods, reason = "the one place that knows whether there is time")]
    let all = std::env::var("DOORSTEP_EVERY_CHANGE").is_ok();
    if all { 10_000 } else { 1_000 }
}

on_both! {
    a_waiting_leaf_that_was_changed_is_found_by_its_owner,
    a_counter_that_was_lowered_hides_nothing,
    a_counter_that_was_lowered_keeps_no_word_from_others
}

/// The rows beyond the counter are shown and in the person's file, whose check finds one too many.
async fn a_counter_that_was_lowered_hides_nothing(engine: Engine) {
    let Some(registered) = Registered::on(engine, "lowered_counter").await else { return };
    registered.shown().await.unwrap();
    // The first person has three acts and was looked at twice.
    let set = |looks| format!("UPDATE person SET looks = {looks} WHERE version = 3");
    for left in [0, 1] {
        registered.town.sql(&set(left)).await;
        let found = registered.shown().await.unwrap_err();
        assert!(found.contains(&format!("{left} entries were promised, 2 are here")), "{found}");
    }
    registered.town.sql(&set(2)).await;
    registered.shown().await.unwrap();
}

/// Somebody with a mark beyond their counter is told once, and then the next.
async fn a_counter_that_was_lowered_keeps_no_word_from_others(engine: Engine) {
    let Some(registered) = Registered::on(engine, "lowered_word").await else { return };
    let (first, second) = registered.people;
    for person in [first, second] {
        registered.look(person).await;
    }
    registered.town.sql("UPDATE person SET looks = 0, untold_from = 2 WHERE version = 3").await;
    let mut told = Vec::new();
    while let Some(person) = registered.tell_next().await {
        assert!(told.len() < 9, "{told:?}");
        told.push(person);
    }
    told.sort();
    let mut both = vec![first, second];
    both.sort();
    assert_eq!(told, both);
}

/// What is changed before it is in the log is in the log as changed; the person's opening makes another leaf.
async fn a_waiting_leaf_that_was_changed_is_found_by_its_owner(engine: Engine) {
    let Some(registered) = Registered::on(engine, "waiting_leaf").await else { return };
    registered.shown().await.unwrap();
    let (first, _) = registered.people;
    registered.look(first).await;
    let other = registered.town.literal(&[1; 33]);
    registered.town.sql(&format!("UPDATE leaf SET leaf = {other} WHERE number IS NULL")).await;
    registered.seal().await;
    let found = registered.shown().await.unwrap_err();
    assert!(found.contains("the entry is not in the log"), "{found}");
    let mirror = tempfile::tempdir().unwrap();
    registered.town.mirror(mirror.path()).await;
    audit(mirror.path(), &Witnesses::policy(3), None).expect("nobody else can tell");
}
