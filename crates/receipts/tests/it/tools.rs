//! Poppler and qpdf, where they are installed. A test that lacks one says so and checks nothing more.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// A PDF on disk, for as long as it lives.
pub struct File {
    folder: TempDir,
}

impl File {
    pub fn new(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("document.pdf"), bytes).expect("a file");
        Self { folder }
    }

    /// What a tool says about the file, `None` when it is not installed. Panics when the tool fails.
    pub fn ask(&self, tool: &str, before: &[&str], after: &[&str]) -> Option<String> {
        let mut command = Command::new(tool);
        command.args(before).arg("document.pdf").args(after).current_dir(self.folder.path());
        match command.output() {
            Ok(output) => {
                let said = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(output.status.success(), "{tool}: {said}{}", String::from_utf8_lossy(&output.stderr));
                Some(said)
            }
            Err(error) => {
                eprintln!("SKIPPED: {tool} cannot be run ({error}); this test checked only a part");
                None
            }
        }
    }

    /// The text in reading order without white space and without the direction marks that Poppler adds.
    pub fn letters(&self) -> Option<String> {
        self.ask("pdftotext", &["-enc", "UTF-8"], &["-"]).map(|text| letters(&text))
    }

    /// The first page as a picture.
    pub fn picture(&self) -> Option<PathBuf> {
        self.ask("pdftoppm", &["-r", "150", "-f", "1", "-l", "1", "-singlefile", "-png"], &["page"])?;
        Some(self.folder.path().join("page.png"))
    }
}

/// `text` as [`File::letters`] gives it.
pub fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect()
}
