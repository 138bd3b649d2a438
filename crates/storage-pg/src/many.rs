//! Many rows in one statement, and the rows that belong together: each statement is a journey to the server and back.

use crate::common::{Answer, Entry, Stored};
use crate::engine::{Connection, failed};
use sqlx::{query, query_as};
use uuid::Uuid;

/// Entries as columns.
#[derive(Default)]
struct Columns<'r> {
    people: Vec<Uuid>,
    numbers: Vec<i64>,
    sealed: Vec<&'r [u8]>,
    ids: Vec<Uuid>,
    leaves: Vec<&'r [u8]>,
}

impl<'r> Columns<'r> {
    fn of(entries: &[Entry<'r>]) -> Self {
        let mut columns = Columns::default();
        for Entry { person, seq, sealed, leaf } in entries {
            columns.people.push(*person);
            columns.numbers.push(*seq);
            columns.sealed.push(sealed);
            columns.ids.push(leaf.id);
            columns.leaves.push(&leaf.leaf);
        }
        columns
    }
}

/// A function that appends entries of one kind: raises the counter of each person whose next entry it is, and adds the entry and its leaf.
macro_rules! enter {
    ($name:ident, $table:literal, $counter:literal, $also:literal) => {
        pub(crate) async fn $name(db: &mut Connection, entries: &[Entry<'_>]) -> Answer<u64> {
            let entered = if let [Entry { person, seq, sealed, leaf }] = entries {
                query!(
                    "WITH raised AS (UPDATE person SET " + $counter + " = $2, " + $also + " WHERE id = $1 AND " + $counter + " + 1 = $2 RETURNING id),
                        entered AS (INSERT INTO " + $table + " (person, seq, sealed) SELECT id, $2, $3 FROM raised RETURNING person)
                     INSERT INTO leaf (id, leaf) SELECT $4, $5 FROM entered",
                    person,
                    seq,
                    sealed,
                    leaf.id,
                    &leaf.leaf[..],
                )
                .execute(db)
                .await
            } else {
                let Columns { people, numbers, sealed, ids, leaves } = Columns::of(entries);
                query!(
                    "WITH new AS (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::uuid[], $5::bytea[]) AS new (person, seq, sealed, id, leaf)),
                        raised AS (UPDATE person SET " + $counter + " = new.seq, " + $also + " FROM new WHERE person.id = new.person AND person." + $counter + " + 1 = new.seq RETURNING person.id),
                        entered AS (INSERT INTO " + $table + " (person, seq, sealed) SELECT new.person, new.seq, new.sealed FROM new JOIN raised ON raised.id = new.person RETURNING person)
                     INSERT INTO leaf (id, leaf) SELECT new.id, new.leaf FROM new JOIN entered ON entered.person = new.person",
                    &people,
                    &numbers,
                    &sealed as &[&[u8]],
                    &ids,
                    &leaves as &[&[u8]],
                )
                .execute(db)
                .await
            };
            Ok(entered.map_err(failed($table))?.rows_affected())
        }
    };
}

enter!(enter_acts, "act", "version", "empty_since = NULL");
enter!(enter_looks, "look", "looks", "untold_from = COALESCE(untold_from, looks + 1)");

/// Says how many of these leaves got their number. `IS NULL` would have the server walk through all that waits, and lock it against whoever adds
/// to it.
pub(crate) async fn number_leaves(db: &mut Connection, numbers: &[(Uuid, i64)]) -> Answer<u64> {
    let (ids, numbers): (Vec<_>, Vec<_>) = numbers.iter().copied().unzip();
    let numbered = query!(
        "UPDATE leaf SET number = new.number FROM unnest($1::uuid[], $2::bigint[]) AS new (id, number)
         WHERE leaf.id = new.id AND COALESCE(leaf.number, -1) = -1",
        &ids,
        &numbers,
    );
    Ok(numbered.execute(db).await.map_err(failed("leaf"))?.rows_affected())
}

pub(crate) async fn standing(db: &mut Connection, ids: &[Uuid]) -> Answer<Vec<Stored>> {
    query_as!(
        Stored,
        r#"SELECT p.id AS "id!", p.wrapped_key AS "wrapped_key!", p.version AS "version!", p.looks AS "looks!",
                  a.sealed AS "last_act?", l.sealed AS "last_look?"
           FROM person p
           LEFT JOIN act a ON a.person = p.id AND a.seq = p.version
           LEFT JOIN look l ON l.person = p.id AND l.seq = p.looks
           WHERE p.id = ANY($1)"#,
        ids,
    )
    .fetch_all(db)
    .await
    .map_err(failed("person"))
}

pub(crate) async fn log_tiles(db: &mut Connection, tiles: &[(i64, i64)]) -> Answer<Vec<(i64, i64, Vec<u8>)>> {
    let (levels, numbers): (Vec<_>, Vec<_>) = tiles.iter().copied().unzip();
    let rows = query!(
        r#"SELECT t.level AS "level!", t.number AS "number!", t.content AS "content!"
           FROM unnest($1::bigint[], $2::bigint[]) AS wanted (level, number)
           JOIN log_tile t ON t.level = wanted.level AND t.number = wanted.number"#,
        &levels,
        &numbers,
    );
    let rows = rows.fetch_all(db).await.map_err(failed("log_tile"))?;
    Ok(rows.into_iter().map(|row| (row.level, row.number, row.content)).collect())
}
