//! The fonts that every document is set in, compiled into the program.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// Font files in the order in which they are asked for a character.
static FILES: [&[u8]; 5] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArmenian-Regular.ttf"),
    include_bytes!("../fonts/NotoSansGeorgian-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
];

/// The fonts with the index of their names and characters.
pub struct Fonts {
    /// In the order of the files.
    pub faces: Vec<Font>,
    /// What the typesetter chooses from.
    pub book: LazyHash<FontBook>,
}

/// The fonts, read once.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let faces: Vec<Font> = FILES.iter().flat_map(|file| Font::iter(Bytes::new(*file))).collect();
    let book = LazyHash::new(FontBook::from_fonts(&faces));
    Fonts { faces, book }
});

impl Fonts {
    /// The first font that has `c`, by its index.
    pub fn with(&self, c: char) -> Option<usize> {
        (0..self.faces.len()).find(|&index| self.has(index, c))
    }

    /// Whether the font with this index has `c`.
    pub fn has(&self, index: usize, c: char) -> bool {
        self.faces[index].info().coverage.contains(u32::from(c))
    }
}
