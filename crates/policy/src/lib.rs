//! Who may open, find, count or export what, for which purpose.
//!
//! Cedar policies decide (`policies/*.cedar`); `docs/POLICY.md` is everything that they allow. [`decide`] is the only maker of a [`Grant`],
//! and a grant is the only key that storage takes. A grant names one person. There is no grant for a list of people: a host's
//! [`HomeGrant`] covers one home, and each name that it shows takes a grant of its own; a [`FindGrant`] finds whose one exact value is and
//! opens nothing; an [`ExportGrant`] copies one record.
//!
//! A grant cannot be made by hand:
//! ```compile_fail,E0451
//! use doorstep_policy::{Fields, Grant, Purpose, Reader};
//! fn forge(person: doorstep_register::PersonId) -> Grant {
//!     Grant { person, fields: Fields::ALL, purpose: Purpose::Own, case: None, reader: Reader::Own, until: jiff::Timestamp::MAX }
//! }
//! ```
//! nor changed into another:
//! ```compile_fail,E0616
//! fn widen(mut grant: doorstep_policy::Grant) {
//!     grant.fields = doorstep_policy::Fields::ALL;
//! }
//! ```

mod decide;
mod field;
mod grant;
mod policies;
mod question;
mod subject;
#[cfg(test)]
mod table;

pub use decide::{Refusal, decide, decide_export, decide_find, decide_home, limit_seconds};
pub use doorstep_register::case::Kind as CaseKind;
pub use field::{Field, Fields};
pub use grant::{ExportGrant, FindGrant, Finder, Grant, HomeGrant, Identifier, Purpose, Reader, Role};
pub use policies::{PolicyError, load};
pub use subject::{CaseFile, Desk, Mailroom, Officer, Subject};
