//! Doorstep evidence.
