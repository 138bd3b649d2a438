//! Writes the sample documents of the tests into a folder and says how large they are and how long each took.
//!
//! `cargo run -p doorstep-receipts --example samples -- FOLDER`

use std::error::Error;
use std::path::Path;

use doorstep_receipts::{PdfError, letter, pdf};

#[path = "../tests/it/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("say which folder")?;
    let documents = [
        ("receipt", samples::receipt().0),
        ("receipt-again", samples::receipt().0),
        ("letter", samples::letter()),
        ("persian", samples::persian()),
        ("form", samples::form()),
        ("overflowing", samples::overflowing()),
        ("export-200", samples::export(200)),
    ];
    for (name, document) in documents {
        write(Path::new(&folder), name, || pdf(&document))?;
    }
    write(Path::new(&folder), "postal", || letter(&samples::postal()))
}

#[expect(clippy::disallowed_methods, reason = "measures how long a document takes")]
fn write(folder: &Path, name: &str, make: impl Fn() -> Result<Vec<u8>, PdfError>) -> Result<(), Box<dyn Error>> {
    let start = std::time::Instant::now();
    let bytes = make()?;
    let took = start.elapsed();
    println!("{name:14} {:>8} bytes {:>8.1} ms", bytes.len(), took.as_secs_f64() * 1e3);
    std::fs::write(folder.join(name).with_extension("pdf"), bytes)?;
    Ok(())
}
