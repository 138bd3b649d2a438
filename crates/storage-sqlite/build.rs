//! Fails the build on a table or column that does not say what it is for.

#[path = "../storage/schema/migration.rs"]
mod migration;

fn main() {
    migration::build("sqlite");
}
