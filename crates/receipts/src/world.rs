//! All that the typesetter can see: one template with the parts that templates share, the fonts and the values. No files, packages, network or clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts::FONTS;

static DOCUMENT: LazyLock<Source> = LazyLock::new(|| source("document.typ", include_str!("document.typ")));
static SHEET: LazyLock<Source> = LazyLock::new(|| source("sheet.typ", include_str!("sheet.typ")));
static PARTS: LazyLock<Source> = LazyLock::new(|| source("parts.typ", include_str!("parts.typ")));

fn source(name: &str, text: &str) -> Source {
    let path = VirtualPath::new(name).expect("a plain file name");
    Source::new(FileId::new(RootedPath::new(VirtualRoot::Project, path)), text.to_owned())
}

/// Which template lays out.
#[derive(Clone, Copy)]
pub enum Layout {
    /// A document.
    Document,
    /// A sheet of slips.
    Sheet,
}

impl Layout {
    fn template(self) -> &'static Source {
        match self {
            Layout::Document => &DOCUMENT,
            Layout::Sheet => &SHEET,
        }
    }
}

/// The world of one document.
pub struct Sealed {
    layout: Layout,
    library: LazyHash<Library>,
}

impl Sealed {
    /// A world in which the template finds `values` as `sys.inputs`.
    pub fn new(layout: Layout, values: Dict) -> Self {
        // For `pdf.header-cell`: a label is the header of its row, which the plain table cannot say.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(values).with_features(features).build();
        Self { layout, library: LazyHash::new(library) }
    }
}

impl World for Sealed {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.layout.template().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = [self.layout.template(), &*PARTS].into_iter().find(|source| source.id() == id);
        known.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.faces.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
