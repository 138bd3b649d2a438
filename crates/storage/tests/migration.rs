//! What the build scripts of the engines find in migrations, and what they refuse.

#[path = "../schema/migration.rs"]
mod migration;

fn read(sql: &str, inline: bool) -> Result<String, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("0001.sql"), sql).unwrap();
    migration::schema(folder.path(), inline).map_err(|wrong| {
        let folder = format!("{}/", folder.path().display());
        wrong.into_iter().map(|line| line.replace(&folder, "")).collect()
    })
}

const INLINE: &str = "-- People; law; for ever
CREATE TABLE person (
    id BLOB NOT NULL, -- Who; law; for ever
    PRIMARY KEY (id)
) STRICT;
ALTER TABLE person ADD COLUMN at INTEGER; -- When; law; a year
";

const STATEMENTS: &str = "CREATE TABLE person (
    id UUID NOT NULL,
    at BIGINT,
    PRIMARY KEY (id)
);
COMMENT ON TABLE person IS 'People; law; for ever';
COMMENT ON COLUMN person.id IS 'Who; law; for ever';
COMMENT ON COLUMN person.at IS 'When; law; a year';
";

#[test]
fn comments_become_documentation() {
    let code = read(INLINE, true).unwrap();
    assert!(code.contains(r#"Column { name: "at", purpose: "When", ground: "law", retention: "a year" }"#), "{code}");
    assert_eq!(read(STATEMENTS, false).unwrap(), code);
}

#[test]
fn what_does_not_say_its_three_parts_is_refused_with_its_line() {
    for (good, bad, inline, refused) in [
        ("-- People; law; for ever\n", "", true, "0001.sql:1: table person"),
        ("for ever\nCREATE", "for ever\n\nCREATE", true, "0001.sql:3: table person"),
        (" -- Who; law; for ever", "", true, "0001.sql:3: column person.id"),
        ("Who; law; for ever", "Who; law", true, "0001.sql:3: column person.id"),
        ("Who; law; for ever", "Who; law; ", true, "0001.sql:3: column person.id"),
        ("Who; law; for ever", "Who; law; for ever; and a day", true, "0001.sql:3: column person.id"),
        ("NOT NULL, -- Who; law; for ever", "DEFAULT '-- Who; law; for ever',", true, "0001.sql:3: column person.id"),
        (" -- When; law; a year", "", true, "0001.sql:6: column person.at"),
        ("ADD COLUMN", "RENAME COLUMN", true, "0001.sql:6: this reader does not know"),
        ("at BIGINT,", "at BIGINT, -- When; law; a year\n    also BIGINT, -- Also; law; a year", false, "0001.sql:4: column person.also"),
        ("person.id IS", "person.is IS", false, "0001.sql:7: a comment on what is not there"),
        ("COMMENT ON TABLE", "-- COMMENT ON TABLE", false, "0001.sql:1: table person"),
    ] {
        let sql = if inline { INLINE } else { STATEMENTS };
        assert!(sql.contains(good), "{good}");
        let wrong = read(&sql.replacen(good, bad, 1), inline).expect_err(bad);
        assert!(wrong.iter().any(|line| line.contains(refused)), "{refused} is not in {wrong:?}");
    }
    assert!(read("SELECT 1;", true).is_err_and(|wrong| wrong[0].ends_with("no tables")));
}

/// SQLite cannot change a constraint in place: the table is made anew under its name.
#[test]
fn a_table_that_is_made_anew_keeps_its_place() {
    let other = "-- Doors; law; for ever\nCREATE TABLE door (\n    id BLOB -- Which; law; for ever\n);\n";
    let anew = format!("{INLINE}{other}DROP TABLE person;\n{INLINE}");
    assert_eq!(read(&anew, true), read(&format!("{INLINE}{other}"), true));
    assert!(read(&format!("{INLINE}{other}DROP TABLE person;\n"), true).is_ok_and(|code| !code.contains("person")));
}
