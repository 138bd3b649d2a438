//! Doorstep storage-pg.
