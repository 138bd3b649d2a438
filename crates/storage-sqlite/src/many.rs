//! Many rows in one call. A call goes to the thread of the connection and back, which takes longer than what SQLite does with a row.
//!
//! These are the only statements that are not checked when they are compiled, for their text depends on the number of rows; the contract
//! suite runs each with one row, with several, and with more than one part.

use crate::common::{Answer, Entry, Stored};
use crate::engine::{Connection, failed};
use sqlx::{AssertSqlSafe, query, query_as};
use uuid::Uuid;

/// The most rows in one part.
const MOST: usize = 64;

/// A history: its table, the column of `person` that counts it, and what else changes there with an entry.
#[derive(Clone, Copy)]
struct History {
    table: &'static str,
    counter: &'static str,
    also: &'static str,
}

const ACTS: History = History { table: "act", counter: "version", also: "empty_since = NULL" };
const LOOKS: History = History { table: "look", counter: "looks", also: "untold_from = COALESCE(untold_from, looks + 1)" };

pub(crate) async fn enter_acts(db: &mut Connection, entries: &[Entry<'_>]) -> Answer<u64> {
    enter(db, ACTS, entries).await
}

pub(crate) async fn enter_looks(db: &mut Connection, entries: &[Entry<'_>]) -> Answer<u64> {
    enter(db, LOOKS, entries).await
}

/// Parts whose sizes are powers of two, so that there are few statements, and each is prepared once.
fn parts<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let size = 1 << rows.len().min(MOST).checked_ilog2()?;
        let (part, rest) = rows.split_at(size);
        rows = rest;
        Some(part)
    })
}

/// `(?1, ?2), (?3, ?4)`: the parameters of each of `rows` rows.
fn values<const WIDTH: usize>(rows: usize, parameters: impl Fn(usize) -> [usize; WIDTH]) -> String {
    let row = |row| parameters(row).map(|n| format!("?{n}")).join(", ");
    (0..rows).map(|n| format!("({})", row(n))).collect::<Vec<_>>().join(", ")
}

/// First the numbers of all, then what is sealed, then the leaves: the first two statements leave out no parameter that comes before, so that
/// sqlx, which counts those that are left out too, does not run out of them.
fn entering(History { table, counter, also }: History, rows: usize) -> String {
    let raised = values(rows, |n| [2 * n + 1, 2 * n + 2]);
    let sealed = values(rows, |n| [2 * n + 1, 2 * n + 2, 2 * rows + n + 1]);
    let leaves = values(rows, |n| [3 * rows + 2 * n + 1, 3 * rows + 2 * n + 2]);
    format!(
        "UPDATE person SET {counter} = new.column2, {also} FROM (VALUES {raised}) AS new
             WHERE person.id = new.column1 AND person.{counter} + 1 = new.column2;
         INSERT INTO {table} (person, seq, sealed) SELECT * FROM (VALUES {sealed}) WHERE changes() = {rows};
         INSERT INTO leaf (id, leaf) SELECT * FROM (VALUES {leaves}) WHERE changes() = {rows}"
    )
}

/// The `+` keeps SQLite from walking through all that waits, once for each part (sqlite.org/optoverview.html, section 2: a term with a unary
/// `+` is not used for an index).
fn numbering(rows: usize) -> String {
    format!(
        "UPDATE leaf SET number = new.column2 FROM (VALUES {}) AS new WHERE leaf.id = new.column1 AND +leaf.number IS NULL",
        values(rows, |n| [2 * n + 1, 2 * n + 2])
    )
}

fn standing_of(rows: usize) -> String {
    format!(
        "SELECT p.id, p.wrapped_key, p.version, p.looks, a.sealed AS last_act, l.sealed AS last_look
         FROM (VALUES {}) AS these
         JOIN person p ON p.id = these.column1
         LEFT JOIN act a ON a.person = p.id AND a.seq = p.version
         LEFT JOIN look l ON l.person = p.id AND l.seq = p.looks",
        values(rows, |n| [n + 1])
    )
}

fn tiles_of(rows: usize) -> String {
    format!(
        "SELECT t.level, t.number, t.content FROM (VALUES {}) AS wanted
         JOIN log_tile t ON t.level = wanted.column1 AND t.number = wanted.column2",
        values(rows, |n| [2 * n + 1, 2 * n + 2])
    )
}

/// Says how many of them were entered. Rows go in only if the counters of all of a part could be raised.
async fn enter(db: &mut Connection, history: History, entries: &[Entry<'_>]) -> Answer<u64> {
    let mut entered = 0;
    for part in parts(entries) {
        let mut query = query(AssertSqlSafe(entering(history, part.len())));
        for Entry { person, seq, .. } in part {
            query = query.bind(person).bind(seq);
        }
        for Entry { sealed, .. } in part {
            query = query.bind(*sealed);
        }
        for Entry { leaf, .. } in part {
            query = query.bind(leaf.id).bind(&leaf.leaf[..]);
        }
        let touched = query.execute(&mut *db).await.map_err(failed(history.table))?.rows_affected();
        if touched != 3 * part.len() as u64 {
            break;
        }
        entered += part.len() as u64;
    }
    Ok(entered)
}

/// Says how many of these leaves got their number.
pub(crate) async fn number_leaves(db: &mut Connection, numbers: &[(Uuid, i64)]) -> Answer<u64> {
    let mut numbered = 0;
    for part in parts(numbers) {
        let mut query = query(AssertSqlSafe(numbering(part.len())));
        for (id, number) in part {
            query = query.bind(id).bind(number);
        }
        numbered += query.execute(&mut *db).await.map_err(failed("leaf"))?.rows_affected();
    }
    Ok(numbered)
}

/// The columns of [`Stored`], in its order.
type Columns = (Uuid, Vec<u8>, i64, i64, Option<Vec<u8>>, Option<Vec<u8>>);

pub(crate) async fn standing(db: &mut Connection, ids: &[Uuid]) -> Answer<Vec<Stored>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in parts(ids) {
        let mut query = query_as(AssertSqlSafe(standing_of(part.len())));
        for id in part {
            query = query.bind(id);
        }
        let rows: Vec<Columns> = query.fetch_all(&mut *db).await.map_err(failed("person"))?;
        found.extend(rows.into_iter().map(|(id, wrapped_key, version, looks, last_act, last_look)| Stored {
            id,
            wrapped_key,
            version,
            looks,
            last_act,
            last_look,
        }));
    }
    Ok(found)
}

pub(crate) async fn log_tiles(db: &mut Connection, tiles: &[(i64, i64)]) -> Answer<Vec<(i64, i64, Vec<u8>)>> {
    let mut found = Vec::with_capacity(tiles.len());
    for part in parts(tiles) {
        let mut query = query_as(AssertSqlSafe(tiles_of(part.len())));
        for (level, number) in part {
            query = query.bind(level).bind(number);
        }
        found.extend(query.fetch_all(&mut *db).await.map_err(failed("log_tile"))?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::Connection as _;

    /// Those of the statements above, and their other names there.
    const TABLES: [&str; 9] = ["person", "act", "look", "leaf", "log_tile", "p", "a", "l", "t"];

    /// Where these statements walk through a table instead of looking up what they need.
    async fn walks(db: &mut Connection, statements: &str) -> Vec<String> {
        let mut walks = Vec::new();
        for statement in statements.split(';') {
            let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
            let steps: Vec<(i64, i64, i64, String)> = query_as(explain).fetch_all(&mut *db).await.unwrap();
            walks.extend(steps.into_iter().map(|(.., step)| step).filter(|step| step.starts_with("SCAN")));
        }
        walks.retain(|step| TABLES.iter().any(|table| step.split(' ').nth(1) == Some(table)));
        walks
    }

    #[tokio::test]
    async fn no_statement_walks_through_a_table() {
        let mut db = Connection::connect("sqlite::memory:").await.unwrap();
        sqlx::migrate!().run(&mut db).await.unwrap();
        for rows in [1, 2, MOST] {
            for statements in [entering(ACTS, rows), entering(LOOKS, rows), numbering(rows), standing_of(rows), tiles_of(rows)] {
                assert_eq!(walks(&mut db, &statements).await, [""; 0], "{rows} rows: {statements}");
            }
        }
        assert_eq!(walks(&mut db, "SELECT * FROM leaf").await, ["SCAN leaf"]);
    }

    #[test]
    fn parts_are_powers_of_two() {
        let sizes = |n: usize| parts(&vec![(); n]).map(<[()]>::len).collect::<Vec<_>>();
        assert_eq!(sizes(0), [0usize; 0]);
        assert_eq!(sizes(1), [1]);
        assert_eq!(sizes(100), [64, 32, 4]);
        assert_eq!(sizes(131), [64, 64, 2, 1]);
    }

    #[test]
    fn parameters_are_numbered() {
        assert_eq!(values(1, |n| [n + 1]), "(?1)");
        assert_eq!(values(2, |n| [2 * n + 1, 2 * n + 2]), "(?1, ?2), (?3, ?4)");
    }
}
