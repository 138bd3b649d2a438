//! Openings at a desk.

use super::Database;
use super::cases::officer;
use super::world::{at, id, read, with_people, write};
use crate::row::{DeskOpeningRow, DeskWay, StaffRow};
use crate::store::StoreError;
use doorstep_register::{Office, StaffId};

fn opening(n: u64, staff: u64, way: DeskWay, draw: i64) -> DeskOpeningRow {
    DeskOpeningRow { id: id(n), opened_at: at(n as i64), staff: StaffId(id(staff)), way, draw }
}

/// Four, of which chance drew the second, the fourth, the first and the third.
fn all() -> [DeskOpeningRow; 4] {
    [
        opening(10, 7, DeskWay::New, 30),
        opening(11, 7, DeskWay::Code, i64::MIN),
        opening(12, 7, DeskWay::Document, i64::MAX),
        opening(13, 7, DeskWay::Post, 20),
    ]
}

/// Those of an office and of a time are counted, and drawn in the order of chance.
pub async fn openings_are_drawn_by_chance(database: &impl Database) {
    let store = with_people(database, 0).await;
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.put_staff(&StaffRow { office: Office("elsewhere".into()), ..officer(8) }).await?;
        for row in all() {
            tx.add_desk_opening(&row).await?;
        }
        tx.add_desk_opening(&opening(12_000, 8, DeskWay::New, 0)).await?;
    })
    .unwrap();
    assert_eq!(
        write!(store, |tx| tx.add_desk_opening(&opening(10, 7, DeskWay::New, 1)).await?),
        Err(StoreError::Conflict("desk_opening").into())
    );
    let office = officer(7).office.0;
    let count = |from, until| {
        let (store, office) = (store.clone(), office.clone());
        async move { read!(store, [office], |tx| tx.count_desk_openings(&office, at(from), at(until)).await?) }
    };
    assert_eq!((count(0, 99_999).await, count(11, 13).await, count(14, 20).await), (4, 2, 0));
    let drawn = |limit| {
        let (store, office) = (store.clone(), office.clone());
        async move { read!(store, [office], |tx| tx.drawn_desk_openings(&office, at(0), at(99_999), limit).await?) }
    };
    let in_order = [1, 3, 0, 2].map(|i: usize| all()[i].clone());
    assert_eq!(drawn(10).await, in_order);
    assert_eq!(drawn(2).await, in_order[..2]);
    let elsewhere = read!(store, |tx| tx.drawn_desk_openings("elsewhere", at(0), at(99_999), 10).await?);
    assert_eq!(elsewhere, [opening(12_000, 8, DeskWay::New, 0)]);
}

/// They go with what was abandoned.
pub async fn old_openings_go(database: &impl Database) {
    let store = with_people(database, 0).await;
    write!(store, |tx| {
        tx.put_staff(&officer(7)).await?;
        tx.add_desk_opening(&opening(1, 7, DeskWay::Code, 0)).await?;
        tx.add_desk_opening(&opening(2, 7, DeskWay::Code, 0)).await?;
    })
    .unwrap();
    assert_eq!(write!(store, |tx| tx.delete_abandoned(at(2)).await?), Ok(1));
    let office = officer(7).office.0;
    assert_eq!(read!(store, [office], |tx| tx.count_desk_openings(&office, at(0), at(10)).await?), 1);
}
