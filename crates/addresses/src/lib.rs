//! Doorstep addresses.
