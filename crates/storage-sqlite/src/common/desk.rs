//! Openings of records at a desk, for the supervisor's sample. None says whose record it was.

use super::column::{count, micros, moment, unreadable};
use super::fault::{Answer, Fault};
use crate::engine::{Connection, failed};
use doorstep_register::StaffId;
use doorstep_storage::{DeskOpeningRow, DeskWay};
use jiff::Timestamp;
use sqlx::{query, query_scalar};
use uuid::Uuid;

fn word(way: DeskWay) -> &'static str {
    match way {
        DeskWay::New => "new",
        DeskWay::Code => "code",
        DeskWay::Document => "document",
        DeskWay::Post => "post",
    }
}

fn way(word: &str) -> Answer<DeskWay> {
    match word {
        "new" => Ok(DeskWay::New),
        "code" => Ok(DeskWay::Code),
        "document" => Ok(DeskWay::Document),
        "post" => Ok(DeskWay::Post),
        _ => Err(unreadable("a way to the desk")),
    }
}

pub(super) async fn add_desk_opening(db: &mut Connection, row: &DeskOpeningRow) -> Answer<()> {
    let added = query!(
        "INSERT INTO desk_opening (id, opened_at, staff, way, draw) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        row.id,
        micros(row.opened_at),
        row.staff.0,
        word(row.way),
        row.draw,
    )
    .execute(db)
    .await
    .map_err(failed("desk_opening"))?;
    if added.rows_affected() == 1 { Ok(()) } else { Fault::conflict("desk_opening") }
}

pub(super) async fn count_desk_openings(db: &mut Connection, office: &str, from: Timestamp, until: Timestamp) -> Answer<u32> {
    let number = query_scalar!(
        r#"SELECT count(*) AS "number!: i64" FROM desk_opening JOIN staff ON staff.id = desk_opening.staff
           WHERE staff.office = $1 AND opened_at >= $2 AND opened_at < $3"#,
        office,
        micros(from),
        micros(until),
    )
    .fetch_one(db)
    .await
    .map_err(failed("desk_opening"))?;
    count(number)
}

pub(super) async fn drawn_desk_openings(
    db: &mut Connection,
    office: &str,
    from: Timestamp,
    until: Timestamp,
    limit: u32,
) -> Answer<Vec<DeskOpeningRow>> {
    let rows = query!(
        r#"SELECT desk_opening.id AS "id!: Uuid", opened_at AS "opened_at!", staff AS "staff!: Uuid", way AS "way!", draw AS "draw!"
           FROM desk_opening JOIN staff ON staff.id = desk_opening.staff
           WHERE staff.office = $1 AND opened_at >= $2 AND opened_at < $3 ORDER BY draw, desk_opening.id LIMIT $4"#,
        office,
        micros(from),
        micros(until),
        i64::from(limit),
    )
    .fetch_all(db)
    .await
    .map_err(failed("desk_opening"))?;
    rows.into_iter()
        .map(|r| Ok(DeskOpeningRow { id: r.id, opened_at: moment(r.opened_at)?, staff: StaffId(r.staff), way: way(&r.way)?, draw: r.draw }))
        .collect()
}
