//! What the product keeps, without a word of SQL.
//!
//! * [`Store`] runs named, re-runnable transactions; [`Tx`] is what can be said inside one. Rows carry no personal data in the
//!   clear: it is [`Sealed`] under a key per person, bound to its table, row and column.
//! * [`Vault`] seals and appends, and its `open…` functions are the only ones that unseal. Each takes a [`doorstep_policy::Grant`]
//!   and writes the look in the same transaction before anything is unsealed.
//!
//! What is sealed stays sealed without a grant; there is no way to its content:
//! ```compile_fail,E0599
//! fn peek(sealed: &doorstep_storage::Sealed, key: &doorstep_storage::PersonKey) -> Vec<u8> {
//!     key.unseal(sealed)
//! }
//! ```
//! ```compile_fail,E0616
//! fn peek(key: doorstep_storage::PersonKey) -> [u8; 32] {
//!     *key.0
//! }
//! ```
//! A person's key is neither copied nor printed,
//! ```compile_fail,E0599
//! fn keep(key: &doorstep_storage::PersonKey) -> doorstep_storage::PersonKey {
//!     key.clone()
//! }
//! ```
//! ```compile_fail,E0277
//! fn print(key: &doorstep_storage::PersonKey) {
//!     println!("{key:?}");
//! }
//! ```
//! cannot be taken through a key store of one's own,
//! ```compile_fail,E0423
//! fn take(key: &doorstep_storage::PersonKey) -> [u8; 32] {
//!     *doorstep_storage::KeyToWrap(key).bytes()
//! }
//! ```
//! and the change of the master key, which passes by everybody, tells nobody whom it passed:
//! ```compile_fail,E0616
//! fn whose(key: &doorstep_storage::WrappedKey) -> doorstep_register::PersonId {
//!     key.person
//! }
//! ```
//! No record opens for a person's id alone:
//! ```compile_fail,E0308
//! async fn open(vault: &doorstep_storage::Vault, tx: &mut dyn doorstep_storage::Tx, person: doorstep_register::PersonId) {
//!     let _ = vault.open(tx, &person, jiff::Timestamp::UNIX_EPOCH).await;
//! }
//! ```

#[cfg(feature = "contract")]
pub mod contract;
mod keys;
mod look;
mod rewrap;
mod row;
pub mod schema;
mod seal;
mod store;
mod tx;
mod vault;

pub use keys::{
    Blind, FileKeys, KeyError, KeyToWrap, Keys, LimitedKeys, LookupRate, MasterKeys, next_version, split_version, wrapping_context,
};
pub use look::{Look, LookReader};
pub use rewrap::{Rewrapped, Rewrapping, wrapped_under};
pub use row::*;
pub use seal::{Cell, PersonKey, Sealed};
pub use store::{Aborted, Outcome, Store, StoreError, TxError, Work, read, write};
pub use tx::Tx;
pub use vault::{LinkHalves, OpenError, Opened, OpenedCase, Reached, Trace, TracedHistory, Vault, receipt_link_cell};
