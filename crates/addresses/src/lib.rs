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
//! | ГАР (zip with region folders) | objects, houses, apartments, rooms, both hierarchies, the dictionaries; rows in force on the date of the archive; former names from the closed ones | `OBJECTGUID` |
//! | OpenStreetMap `.pbf` | `addr:*` tags of nodes, ways and relations; `addr2:*` is the second address of a corner house | `way/123` |
//! | OpenAddresses (GeoJSON lines, or the older table) | number, street, unit and places | `id`, or `hash` where it is empty |
//! | Danish DAR (a folder of its tables) | what the register believes last and what holds on the day of the extract | `bkid` |
//! | table (`.csv`) | a key and a Russian address text, taken apart into places, street and house | the key column, or a second one where it is no GUID |
//!
//! An import streams, says how far it is and what it left out and why, and replaces the index in one rename; a bad file is an error with
//! file, entry and byte or line, and leaves the index that was there. One that was stopped goes on where it was when it is started again with
//! the same file. A key that comes twice with two texts is a house with two addresses.
//! A registration should store [`Hit::id`] and [`Source::version`]: then it never has to be found by text again.
//!
//! # Memory
//!
//! Rows are not held: what does not fit into the memory of an import ([`Limits`], 512 MiB unless [`import_within`] is told otherwise) is sorted in
//! runs that go to files beside the index and are merged. The index is the same, byte for byte. Streets, places and house numbers, each once, are
//! held; so are, while a delta is applied, the rows of one region.
//!
//! # What changes
//!
//! [`import_delta`] applies a GAR delta by object and in
//! order, over an index that stays as it is: what changed lies in an overlay, with a list of the houses that are gone. A delta that would
//! leave a gap is refused. [`Watch`] notices what was imported while a program runs:
//!
//! ```no_run
//! # use doorstep_addresses::{import_delta, Watch};
//! # use std::path::Path;
//! let index = Path::new("addresses");
//! let mut watch = Watch::new(index);
//! import_delta(Path::new("gar_delta_xml.zip"), Some("2026-10-01"), index, &mut |progress| eprintln!("{} rows", progress.rows))?;
//! if let Some(register) = watch.changed() {
//!     println!("now of {}", register?.source().version);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The model
//!
//! An [`Address`] has a place, a thoroughfare, a [`HouseNumber`] in typed parts, dwellings, further texts and the source's key. Status and validity
//! are the source's, and are settled when it is imported: an index holds what is in force on the day of its version, and says how many rows were not.
//!
//! ```
//! # use doorstep_addresses::{Format, PartKind, Register, import};
//! # let dir = tempfile::tempdir()?;
//! # let (file, index) = (dir.path().join("register.csv"), dir.path().join("index"));
//! # std::fs::write(&file, "id,address\n7,\"г. Столичный, ул. Профсоюзная, д. 12А, к. 2\"\n")?;
//! # import(&Format::detect(&file)?, &file, &index, &mut |_progress| {})?;
//! let address = Register::open(&index)?.get("7").unwrap();
//! assert_eq!((address.place.as_str(), address.thoroughfare.as_str()), ("г. Столичный", "ул. Профсоюзная"));
//! let parts: Vec<_> = address.number.parts.iter().map(|part| (part.kind, part.value.as_str())).collect();
//! assert_eq!((address.number.main, &parts[..]), (12, &[(PartKind::Letter, "а"), (PartKind::Block, "2")][..]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Suggestions
//!
//! [`Register::search`] answers every keystroke. A house that was typed by its second address or by a former name of its street comes with
//! both texts ([`Hit::alias`]); [`marked`] cuts a text into what was typed and what was not; [`Address::units`] are the dwellings of the house.
//!
//! ```
//! # use doorstep_addresses::{Format, Register, import, marked};
//! # let dir = tempfile::tempdir()?;
//! # let (file, index) = (dir.path().join("register.csv"), dir.path().join("index"));
//! # std::fs::write(&file, "id,address\n6,\"г. Столичный, пр-кт. Мира, д. 7/12\"\n6,\"г. Столичный, пер. Каменный, д. 12/7\"\n")?;
//! # import(&Format::detect(&file)?, &file, &index, &mut |_progress| {})?;
//! let register = Register::open(&index)?;
//! let hit = &register.search("kamennyy 12", 5)[0];
//! assert_eq!(hit.text, "г. Столичный, пр-кт. Мира, д. 7/12");
//! assert_eq!(hit.alias.as_deref(), Some("г. Столичный, пер. Каменный, д. 12/7"));
//! let shown = hit.alias.as_ref().unwrap();
//! let html: String = marked("kamennyy 12", shown).iter().map(|p| if p.typed { format!("<b>{}</b>", p.text) } else { p.text.to_owned() }).collect();
//! assert_eq!(html, "г. Столичный, пер. <b>Каменный</b>, д. <b>12</b>/7");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How it finds
//!
//! Both the register and the query go through one folding key ([`folded`]), in which профсоюзная, profsoyuznaya and Profsoûznaâ are one
//! word. Streets are found by words: a finite-state automaton for exact words and beginnings, walked from both ends for one and two typos, and
//! pairs of letters for the rest. A word that leads to very many streets is followed to those in the places that were typed, and to the largest.
//! Houses are grouped under streets and compared by a grammar of their own: main number, letter,
//! corner number, range, корпус, строение, литера. Names of places filter and are never followed. The other keyboard layout, and typos in
//! words that are in the vocabulary as they stand, are tried only when the first reading explains the query badly. Among equals, the one
//! that is written as typed comes first.
//!
//! # The files
//!
//! An index is one immutable file, mapped, so that a country opens at once and takes the memory of what is asked; a second one is the overlay.
//! Every section has a checksum. Opening checks those of all that steers the search, and of everything in a file up to 64 MiB;
//! [`Register::check`] checks all. What is read is never trusted: a number that points nowhere gives an empty text, not a panic. The files are
//! written under names of their own and made read-only; a file that another program cuts short while it is mapped ends the process
//! (see `doorstep-mapped`).
//!
//! # Measuring
//!
//! `cargo run --release -p doorstep-addresses --example recall REGISTER QUERIES.csv [--misses] [--best-of-three]` prints recall and latency
//! for a register (an official file or an index) and a table of queries with the columns `query` and `building_id`, and perhaps `set`. The
//! examples `generate` and `speed` make registers of any size and measure import and search; `benches/side_by_side.py` asks other engines the same.

mod error;
mod house;
mod import;
mod manifest;
mod marks;
mod register;
mod runs;
mod search;
mod segment;
mod source;
mod text;
mod watch;

pub use error::{ImportError, OpenError};
pub use house::number::{HouseNumber, Part, PartKind};
pub use import::{Format, Imported, Limits, Progress, Stage, import, import_delta, import_within};
pub use marks::{Piece, marked};
pub use register::{Address, Hit, Register};
pub use source::Source;
pub use text::folded;
pub use watch::Watch;
