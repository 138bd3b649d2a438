//! Why a file is not taken. Each has a sentence of its own that says what to do.

/// Why a file is not taken as a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// More bytes than are taken.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// How many bytes there may be.
        limit: usize,
    },
    /// More pixels, or more memory to decode it, than are taken.
    #[error("more than {limit} pixels")]
    TooManyPixels {
        /// How many pixels there may be, width times height.
        limit: u64,
    },
    /// A PDF. The person can photograph the page instead.
    #[error("a PDF")]
    Pdf,
    /// HEIC, HEIF or AVIF, as some phones keep photos. They can send it as JPEG.
    #[error("HEIC, HEIF or AVIF")]
    Heic,
    /// Nothing that is known as a photo.
    #[error("not a photo")]
    NotAPhoto,
    /// A photo that is incomplete or broken. Sending it again can help.
    #[error("incomplete or broken")]
    Damaged,
}
