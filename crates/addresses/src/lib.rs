//! The official address register as a library: import, index, search.
//!
//! An official file becomes an immutable index directory; a `Register` opens it and finds the right door from what people type, in any
//! script or keyboard layout. There is no dependency on the rest of Doorstep. No position on the earth is read into anything.
//!
//! ```
//! use doorstep_addresses::{Format, Register, import};
//!
//! let dir = tempfile::tempdir()?;
//! let file = dir.path().join("register.csv");
//! std::fs::write(&file, "id,address\n7,\"г. Столичный, ул. Профсоюзная, д. 12, к. 2\"\n")?;
//!
//! let index = dir.path().join("index");
//! let imported = import(&Format::detect(&file)?, &file, &index, &mut |_progress| {})?;
//! assert_eq!(imported.source.count, 1);
//!
//! let register = Register::open(&index)?;
//! for typed in ["profsoyuznaya 12 k2", "Profsoûznaâ 12к2", "ghjacj.pyfz 12 2", "Профсаюзная 12/2"] {
//!     let hit = &register.search(typed, 5)[0];
//!     assert_eq!((hit.id.as_str(), hit.text.as_str()), ("7", "г. Столичный, ул. Профсоюзная, д. 12, к. 2"));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Formats
//!
//! | format | what is read | key |
//! |---|---|---|
//! | ГАР (zip with region folders) | objects, houses, apartments, rooms, both hierarchies, the dictionaries; rows in force on the date of the archive | `OBJECTGUID` |
//! | OpenStreetMap `.pbf` | `addr:*` tags of nodes, ways and relations | `way/123` |
//! | table (`.csv`) | a key and a Russian address text, taken apart into places, street and house | the key column, or a second one where it is no GUID |
//!
//! An import streams, says how far it is and what it left out and why, and replaces the index in one rename; a bad file is an error with
//! file, entry and byte or line, and leaves the index that was there. A key that comes twice with two texts is a house with two addresses.
//!
//! # How it finds
//!
//! Both the register and the query go through one folding key (`text::fold`), in which профсоюзная, profsoyuznaya and Profsoûznaâ are one
//! word. Streets are found by words: a finite-state automaton for exact words and beginnings, Levenshtein automata for one and two typos,
//! pairs of letters for the rest. Houses are grouped under streets and compared by a grammar of their own (`house`): main number, letter,
//! corner number, range, корпус, строение, литера. Names of places filter and are never followed. The other keyboard layout, and typos in
//! words that are in the vocabulary as they stand, are tried only when the first reading explains the query badly. Among equals, the one
//! that is written as typed comes first.
//!
//! # Measuring
//!
//! `cargo run --release -p doorstep-addresses --example recall REGISTER QUERIES.csv [--misses] [--best-of-three]` prints recall and latency
//! for a register (an official file or an index) and a table of queries with the columns `query` and `building_id`, and perhaps `set`.

mod error;
mod house;
mod import;
mod manifest;
mod marks;
mod register;
mod search;
mod segment;
mod source;
mod text;
mod watch;

pub use error::{ImportError, OpenError};
pub use import::{Format, Imported, Progress, Stage, import, import_delta};
pub use marks::{Piece, marked};
pub use register::{Address, Hit, Register};
pub use source::Source;
pub use watch::Watch;
