//! Everything that the process logs, at the finest level, looked through for people.

use super::town::PERSONAL;
use std::io::Write;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use tracing_subscriber::fmt::MakeWriter;

static LINES: AtomicUsize = AtomicUsize::new(0);
static LEAKED: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Reader;

impl Write for Reader {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.fetch_add(1, Ordering::Relaxed);
        let line = String::from_utf8_lossy(bytes).to_lowercase();
        if PERSONAL.iter().any(|word| line.contains(&word.to_lowercase())) {
            LEAKED.lock().expect("nobody panics with it").push(line);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct Readers;

impl MakeWriter<'_> for Readers {
    type Writer = Reader;
    fn make_writer(&self) -> Reader {
        Reader
    }
}

static CAPTURE: LazyLock<()> = LazyLock::new(|| {
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false).with_writer(Readers).finish();
    tracing::subscriber::set_global_default(subscriber).expect("nobody else listens");
});

/// Listens from now on.
pub fn capture() {
    LazyLock::force(&CAPTURE);
}

/// How many lines there were.
pub fn captured_lines() -> usize {
    LINES.load(Ordering::Relaxed)
}

/// The lines that told something of a person.
pub fn leaked_lines() -> Vec<String> {
    LEAKED.lock().expect("nobody panics with it").clone()
}
