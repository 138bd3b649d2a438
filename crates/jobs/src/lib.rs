//! Doorstep jobs.
