//! Doorstep storage-sqlite.
