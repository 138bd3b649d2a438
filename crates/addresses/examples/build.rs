//! Imports an official file into an index directory: `build FILE INTO`.

use std::{error::Error, path::Path};

use doorstep_addresses::{Format, import};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, into] = &arguments[..] else { return Err("usage: build FILE INTO".into()) };
    let file = Path::new(file);
    let imported = import(&Format::detect(file)?, file, Path::new(into), &mut |progress| {
        eprintln!("{:?}: {} of {} bytes, {} rows", progress.stage, progress.done, progress.total, progress.rows);
    })?;
    println!("{:#?}", imported.source);
    Ok(())
}
