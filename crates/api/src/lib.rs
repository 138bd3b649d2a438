//! Doorstep api.
