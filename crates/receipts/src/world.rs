//! All that the typesetter can see: one template, the fonts and the values. No files, packages, network or clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts::FONTS;

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| {
    let path = VirtualPath::new("document.typ").expect("a plain file name");
    let id = FileId::new(RootedPath::new(VirtualRoot::Project, path));
    Source::new(id, include_str!("document.typ").to_owned())
});

/// The world of one document.
pub struct Sealed {
    library: LazyHash<Library>,
}

impl Sealed {
    /// A world in which the template finds `values` as `sys.inputs`.
    pub fn new(values: Dict) -> Self {
        // For `pdf.header-cell`: a label is the header of its row, which the plain table cannot say.
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_inputs(values).with_features(features).build();
        Self { library: LazyHash::new(library) }
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
        TEMPLATE.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == TEMPLATE.id() { Ok(TEMPLATE.clone()) } else { Err(FileError::AccessDenied) }
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
