//! Real messy queries against the real register of Saint Petersburg, when they are on this machine.

mod common;

use common::{register, shared};

#[test]
fn real_queries_find_their_building() {
    let (Some(file), Some(queries)) = (shared("ru/spb-register.csv"), shared("ru/spb-queries-dev.csv")) else { return };
    let (_dir, register) = register(&file);
    let mut table = csv::Reader::from_path(queries).unwrap();
    let (mut first, mut fifth, mut count) = (0.0, 0.0, 0.0);
    for row in table.records() {
        let row = row.unwrap();
        let hits = register.search(&row[1], 5);
        count += 1.0;
        first += f64::from(u8::from(hits.first().is_some_and(|hit| hit.id == row[2])));
        fifth += f64::from(u8::from(hits.iter().any(|hit| hit.id == row[2])));
    }
    let (first, fifth) = (first / count, fifth / count);
    eprintln!("recall@1 {first:.4}, recall@5 {fifth:.4} of {count}");
    assert!(first >= 0.92 && fifth >= 0.975, "recall@1 {first:.4}, recall@5 {fifth:.4}");
}
