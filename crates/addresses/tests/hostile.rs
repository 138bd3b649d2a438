//! Nothing that is typed or imported may bring the program down: random text, and real files with bytes changed.

mod common;

use std::{fs, sync::OnceLock};

use common::{fixture, gar_files, import_file, register, zipped};
use doorstep_addresses::{Format, Register};
use proptest::prelude::*;

fn shared_register() -> &'static Register {
    static REGISTER: OnceLock<(tempfile::TempDir, Register)> = OnceLock::new();
    &REGISTER.get_or_init(|| register(&fixture("csv/register.csv"))).1
}

/// Imports changed bytes as a file; whatever comes out, it is an answer and not a panic.
fn import_bytes(format: &Format, name: &str, bytes: &[u8]) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(name);
    fs::write(&file, bytes).unwrap();
    if import_file(format, &file, &dir.path().join("index")).is_ok() {
        let register = Register::open(&dir.path().join("index")).unwrap();
        assert!(register.source().count > 0);
        for hit in register.search("профсоюзная 12", 5) {
            assert!(register.get(&hit.id).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_query_is_answered(query in ".{0,300}", limit in 0usize..20) {
        let hits = shared_register().search(&query, limit);
        prop_assert!(hits.len() <= limit);
        prop_assert!(hits.windows(2).all(|two| two[0].id != two[1].id));
    }

    #[test]
    fn pieces_of_addresses_in_any_order_are_answered(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "д", "дом", "к", "корп", "12", "/", "-", "2а", "ул.", "9-я", "линия", "кв", "проф", "б/н", ",", " ", "б.", "1204", "№", "d.", "st",
        ]), 0..24)
    ) {
        prop_assert!(shared_register().search(&pieces.concat(), 5).len() <= 5);
        prop_assert!(shared_register().search(&pieces.join(" "), 5).len() <= 5);
    }

    #[test]
    fn any_address_text_can_be_a_row(text in "[ 0-9а-яА-Яa-z.,/\\-()\"№]{0,120}") {
        let row = format!("id,address\n1,\"г. Ясный, ул. Мира, д. 1\"\n2,\"{}\"\n", text.replace('"', "\"\""));
        import_bytes(&Format::Csv { id_column: "id".into(), fallback_id_column: None, text_column: "address".into() }, "x.csv", row.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn changed_tables_of_the_state_register(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut files = gar_files();
        let count = files.len();
        for (file, at, byte) in changes {
            let content = &mut files[file.index(count)].1;
            let at = at.index(content.len());
            content[at] = byte;
        }
        import_bytes(&Format::Gar, "gar.zip", &zipped(&files));
    }

    #[test]
    fn a_changed_archive(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)) {
        let mut bytes = zipped(&gar_files());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        import_bytes(&Format::Gar, "gar.zip", &bytes);
    }
}
