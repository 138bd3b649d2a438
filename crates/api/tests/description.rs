//! `docs/openapi.json` is generated and committed; it must not drift.

#[test]
fn the_committed_description_is_the_one_of_the_code() {
    let committed = include_str!("../../../docs/openapi.json");
    assert!(committed == doorstep_api::description(), "run `cargo run -p doorstep-cli -- openapi > docs/openapi.json`");
}
