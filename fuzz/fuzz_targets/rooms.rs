//! A list of rooms from a form or a spreadsheet: what is read stays within its limits, and its lines written again are read the same.
#![no_main]

use doorstep_register::parse_rooms;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    match parse_rooms(raw) {
        Ok(rooms) => {
            assert!((1..=500).contains(&rooms.len()));
            assert!(rooms.iter().all(|room| (1..=20).contains(&room.beds) && room.name.as_str().chars().count() <= 20));
            assert!(rooms.iter().map(|room| usize::from(room.beds)).sum::<usize>() <= 1000);
            let again: Vec<String> = rooms.iter().map(|room| format!("{};{}", room.name, room.beds)).collect();
            // A quotation mark in the middle of a name stays; one at its end is the spreadsheet's.
            if rooms.iter().all(|room| !room.name.as_str().contains('"')) {
                assert_eq!(parse_rooms(&again.join("\n")), Ok(rooms));
            }
        }
        Err(errors) => assert!((1..=20).contains(&errors.len())),
    }
});
