//! Histories that are true, and histories as a bad operator would like them.

#[path = "it/cases.rs"]
mod cases;
#[path = "it/story.rs"]
mod story;
#[path = "it/trust.rs"]
mod trust;
