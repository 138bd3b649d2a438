//! Doorstep service.
