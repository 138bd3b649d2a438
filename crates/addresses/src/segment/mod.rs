//! One immutable file that holds an index: sections of little-endian arrays, each with its checksum.

pub(crate) mod bigrams;
pub(crate) mod build;
pub(crate) mod ids;
pub(crate) mod layout;
pub(crate) mod postings;
pub(crate) mod read;
pub(crate) mod strings;
pub(crate) mod vocabulary;
pub(crate) mod write;
