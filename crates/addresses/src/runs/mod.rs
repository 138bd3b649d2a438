//! More rows than memory holds: sorted in runs that go to files beside the index and are merged, or kept in their order.
//!
//! What comes out does not depend on how much memory there was.

mod blocks;
mod bytes;
mod held;
mod merge;
mod order;
mod sorter;
mod space;
mod spool;

pub(crate) use blocks::{BlockReader, BlockWriter};
pub(crate) use bytes::{take_array, take_text, take_u16, take_u32, take_u64};
pub(crate) use sorter::{Row, Sorted, Sorter};
pub(crate) use space::Space;
pub(crate) use spool::{Spool, Spooled};
