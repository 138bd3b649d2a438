//! What somebody types into the address field: an answer within the limit, each hit is an address of the register, and its marks are pieces of its text.
#![no_main]

use doorstep_addresses::{Format, Register, import, marked};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

const TABLE: &str = "id,address\n\
    1,\"г. Порожск, ул. Садовая, д. 1\"\n\
    2,\"г. Порожск, ул. Садовая, д. 12, к. 2\"\n\
    3,\"г. Порожск, пр-кт Мира, д. 4/7, стр. 1\"\n\
    4,\"г. Порожск, пер. 1-й Лесной, влд. 3\"\n";

static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder").keep();
    let (table, index) = (folder.join("town.csv"), folder.join("index"));
    std::fs::write(&table, TABLE).expect("the table is written");
    import(&Format::detect(&table).expect("a table"), &table, &index, &mut |_| {}).expect("the town is imported");
    Register::open(&index).expect("the register opens")
});

fuzz_target!(|typed: &str| {
    let hits = REGISTER.search(typed, 7);
    assert!(hits.len() <= 7);
    for hit in hits {
        let pieces: String = marked(typed, &hit.text).iter().map(|piece| piece.text).collect();
        assert_eq!(pieces, hit.text, "the pieces are the text");
        assert_eq!(REGISTER.get(&hit.id).expect("a hit is an address").id, hit.id);
    }
});
