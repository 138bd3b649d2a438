//! Why a document or a code was not made. No variant holds text of the document.

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// `lang` is not a BCP 47 tag that starts with a language of two or three letters.
    #[error("the language is not a BCP 47 tag")]
    Language,
    /// A field that must say something is empty.
    #[error("{field} is empty")]
    Empty {
        /// The field's name.
        field: &'static str,
    },
    /// A field is longer than it may be.
    #[error("{field} has {characters} characters, the limit is {limit}")]
    TooLong {
        /// The field's name.
        field: &'static str,
        /// How long it is.
        characters: usize,
        /// How long it may be.
        limit: usize,
    },
    /// More rows, paragraphs and list items than a document may have.
    #[error("more than {limit} rows, paragraphs and list items")]
    TooManyEntries {
        /// How many there may be.
        limit: usize,
    },
    /// More sections than a document may have.
    #[error("more than {limit} sections")]
    TooManySections {
        /// How many there may be.
        limit: usize,
    },
    /// More text than a document may have.
    #[error("more than {limit} characters of text")]
    TooMuchText {
        /// How many characters there may be.
        limit: usize,
    },
    /// The code to scan could not be made.
    #[error(transparent)]
    Qr(#[from] QrError),
    /// The typesetter refused: a fault of this crate. Holds its messages.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
}

/// Why there is no QR code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QrError {
    /// There is no link.
    #[error("the link is empty")]
    Empty,
    /// Longer than a cheap phone scans from paper.
    #[error("the link is longer than {limit} bytes")]
    TooLong {
        /// How many bytes there may be.
        limit: usize,
    },
    /// Something other than printable ASCII, so not a link as RFC 3986 writes it.
    #[error("the link has characters that must be percent-encoded")]
    NotPrintableAscii,
}
