//! Asks an index: `ask INDEX QUERY…`.

use std::{error::Error, path::Path};

use doorstep_addresses::Register;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let register = Register::open(Path::new(&arguments.next().ok_or("usage: ask INDEX QUERY…")?))?;
    for query in arguments {
        println!("{query}");
        for hit in register.search(&query, 8) {
            println!("  {:.3} {} {}", hit.score, hit.text, hit.id);
        }
    }
    Ok(())
}
