//! Doorstep locales.
