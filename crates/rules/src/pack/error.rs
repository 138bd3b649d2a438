//! Why a text is no rule pack.

/// A pack that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The document is too large to be one.
    #[error("a rule pack of {0} bytes is too large")]
    TooLarge(usize),
    /// TOML, key, value or statement is wrong at this place.
    #[error("line {line}, column {column}: {message}")]
    At {
        /// From 1.
        line: usize,
        /// From 1, in characters.
        column: usize,
        /// What is wrong.
        message: String,
    },
}
