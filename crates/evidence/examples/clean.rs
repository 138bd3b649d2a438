//! Cleans a file and says how long it took: `cargo run -p doorstep-evidence --example clean -- IN OUT`

use std::error::Error;

#[expect(clippy::disallowed_methods, reason = "measures how long a photo takes")]
fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else { return Err("say IN and OUT".into()) };
    let bytes = std::fs::read(from)?;
    let start = std::time::Instant::now();
    let made = doorstep_evidence::clean(&bytes)?;
    let took = start.elapsed().as_secs_f64() * 1e3;
    println!("{} bytes in, {} bytes out, {} x {}, {took:.0} ms", bytes.len(), made.jpeg.len(), made.width, made.height);
    std::fs::write(to, made.jpeg)?;
    Ok(())
}
