//! Bundles of leaves (c2sp.org/tlog-tiles, "Log Entries"): each leaf as two bytes of length, big-endian, then its bytes. Ours are 33 bytes.

use crate::leaf::Leaf;
use thiserror::Error;

/// The length of one of our leaves in a bundle.
const STEP: usize = 2 + 33;

/// A bundle that is not one of this log's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("the bundle does not hold leaves of 33 bytes, at most 256")]
pub struct BundleError;

/// The bytes of leaves in a bundle. Bundles grow by appending: a partial one is the prefix of the full one.
pub fn bundle<'a>(leaves: impl IntoIterator<Item = &'a Leaf>) -> Vec<u8> {
    let mut out = Vec::new();
    for leaf in leaves {
        out.extend_from_slice(&(leaf.0.len() as u16).to_be_bytes());
        out.extend_from_slice(&leaf.0);
    }
    out
}

/// The leaves of a bundle.
pub fn leaves_of(bytes: &[u8]) -> Result<Vec<Leaf>, BundleError> {
    if !bytes.len().is_multiple_of(STEP) || bytes.len() > 256 * STEP {
        return Err(BundleError);
    }
    bytes
        .chunks_exact(STEP)
        .map(|chunk| match chunk.split_first_chunk::<2>() {
            Some(([0, 33], leaf)) => leaf.try_into().map(Leaf).map_err(|_| BundleError),
            _ => Err(BundleError),
        })
        .collect()
}
