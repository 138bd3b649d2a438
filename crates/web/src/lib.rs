//! Doorstep web.
