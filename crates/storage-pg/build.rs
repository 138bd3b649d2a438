//! Fails the build on a table or column that does not say what it is for.

#[path = "../storage/schema/build.rs"]
mod schema;

fn main() {
    schema::build("postgresql");
}
