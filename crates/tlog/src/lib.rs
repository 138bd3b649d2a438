//! The transparency log after the C2SP texts: commitments, tree, tiles, checkpoints, cosignatures, witnesses, proofs. Pure: no I/O, no
//! clock, no chance; bytes in, bytes or a verdict out.
//!
//! | module | text |
//! |---|---|
//! | [`commit`], [`Statement`] | our own: what a leaf commits to |
//! | [`Hash`], [`check_inclusion`], [`check_consistency`], [`inclusion`], [`consistency`] | RFC 6962 §2.1, RFC 9162 §2.1.3 and §2.1.4 |
//! | [`TileId`], [`Frontier`], [`Tiles`], [`bundle`] | c2sp.org/tlog-tiles |
//! | [`Note`], [`Verifier`], [`Signer`] | c2sp.org/signed-note |
//! | [`Checkpoint`] | c2sp.org/tlog-checkpoint |
//! | [`cosign`], [`Policy`] | c2sp.org/tlog-cosignature, Ed25519 |
//! | [`AddCheckpoint`], [`Seen`] | c2sp.org/tlog-witness |
//! | [`Proof`] | c2sp.org/tlog-proof |
//! | [`check_entry`], [`check_link`], [`check_chain`] | our own: one person's history |
//! | [`HeadMap`], [`check_lookup`] | our own: the map of last numbers, for a VRF after RFC 9381 that is not here yet |

mod checkpoint;
mod cosign;
mod entries;
mod frontier;
mod hash;
mod headmap;
mod history;
mod key;
mod leaf;
mod note;
mod opening;
mod proof;
mod prove;
mod statement;
mod text;
mod tile;
mod tiles;
mod verify;
mod witness;

pub use checkpoint::Checkpoint;
pub use cosign::{Cosigned, Policy, PolicyError, cosign};
pub use entries::{BundleError, bundle, leaves_of};
pub use frontier::{Frontier, FrontierError};
pub use hash::{Hash, leaf_hash, node_hash};
pub use headmap::{Counts, End, HeadMap, Label, Lookup, LookupError, check_lookup};
pub use history::{ChainError, EntryError, Timing, check_chain, check_entry, check_link};
pub use key::{KeyError, Signer, Verifier};
pub use leaf::{Kind, Leaf, SALT, commit, opens};
pub use note::{Note, NoteError, Signature};
pub use opening::Opening;
pub use proof::{Proof, ProofFileError};
pub use prove::{Missing, Nodes, consistency, inclusion, root, tiles_needed};
pub use statement::{Chain, Statement, StatementError};
pub use tile::{HASHES, Level, TileId};
pub use tiles::Tiles;
pub use verify::{ProofError, check_consistency, check_inclusion};
pub use witness::{AddCheckpoint, Answer, BodyError, Seen};
