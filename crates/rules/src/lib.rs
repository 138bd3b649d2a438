//! Doorstep rules.
