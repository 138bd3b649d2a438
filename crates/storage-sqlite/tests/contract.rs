//! The contract of `doorstep-storage`, run on SQLite. Each case has a file of its own.

mod database;

use database::File;

async fn fresh(_case: &'static str) -> Option<File> {
    Some(File::fresh().await)
}

doorstep_storage::suite!(fresh);
