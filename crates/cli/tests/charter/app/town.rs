//! A small town: its address register, and invented people with something to their names.

use super::browser::encoded;
use super::{Browser, TestApp};
use doorstep_addresses::{Format, Register, import};
use doorstep_register::{Line, Place, Unit};
use std::sync::LazyLock;

/// What the town's resident gives of themselves.
pub const NAME: &str = "NAMUNA NODIRA";
pub const CALLED: &str = "Namunaxon";
pub const EMAIL: &str = "nodira@sample-person.example";
pub const PHONE: &str = "+998 90 555 01 02";
pub const DOCUMENT: &str = "AA 7654321";

/// Beginnings of everything personal in the suite.
pub const PERSONAL: [&str; 9] =
    ["namuna", "намуна", "misolov", "obraztsova", "sample-person", "998 90 555", "7654321", "behind the mill", "породин"];

const TABLE: &str = "fias_guid,address\n\
    11111111-1111-4111-8111-111111111111,\"г. Порожск, ул. Породинская, д. 1\"\n\
    22222222-2222-4222-8222-222222222222,\"г. Порожск, ул. Породинская, д. 2\"\n\
    33333333-3333-4333-8333-333333333333,\"г. Порожск, ул. Породинская, д. 3\"\n";

/// A house with its flats, which the table of the town does not tell.
const FLATS: &str = "ID,HASH,NUMBER,STREET,UNIT,CITY\n\
    77,,5,улица Породинская,1,Порожск\n\
    78,,5,улица Породинская,2,Порожск\n";

/// The register of a table, and the folder in which it lies.
type Imported = (tempfile::TempDir, Register);

static REGISTER: LazyLock<Imported> = LazyLock::new(|| imported(TABLE));
static HOUSE_OF_FLATS: LazyLock<Imported> = LazyLock::new(|| imported(FLATS));

fn imported(rows: &str) -> Imported {
    let folder = tempfile::tempdir().expect("a folder");
    let (table, index) = (folder.path().join("town.csv"), folder.path().join("index"));
    std::fs::write(&table, rows).expect("the table is written");
    import(&Format::detect(&table).expect("a table"), &table, &index, &mut |_| {}).expect("the town is imported");
    let register = Register::open(&index).expect("the register opens");
    (folder, register)
}

/// The town's address register.
pub fn register() -> Register {
    REGISTER.1.clone()
}

/// A register of one house, of which it knows the flats.
pub fn house_of_flats() -> Register {
    HOUSE_OF_FLATS.1.clone()
}

/// The official wording of a house.
pub fn street(house: u8) -> String {
    register().search(&format!("Породинская {house}"), 1).first().expect("a house of the town").text.clone()
}

/// A flat of the town as the pages make it.
pub fn flat(house: u8, flat: &str) -> Place {
    let register = register();
    let hit = register.search(&format!("Породинская {house}"), 1).into_iter().next().expect("a house of the town");
    let source = format!("{}@{}", register.source().name, register.source().version);
    Place::Listed {
        source: Line::parse(&source).expect("a source"),
        key: Line::parse(&hit.id).expect("a key"),
        text: Line::parse(&hit.text).expect("a text"),
        unit: Unit { flat: Some(Line::parse(flat).expect("a flat")), room: None },
    }
}

/// The people of the town, each in their own browser.
pub struct Town {
    /// Declared a flat with a child, and gave everything that one can give.
    pub resident: Browser,
    /// The number on the resident's receipt.
    pub reference: String,
    /// Lives elsewhere, and owns the resident's flat.
    pub host: Browser,
    /// Lives where no register knows, with the resident's document number.
    pub stranger: Browser,
}

/// The answer of a flat of the town.
pub fn listed(house: u8) -> String {
    format!("q={}&pick=", encoded(&street(house)))
}

impl Town {
    /// Settles it.
    pub async fn settle(app: &TestApp) -> Town {
        Self::settle_with(app, "UZB").await
    }

    /// Settles it with a resident of this citizenship.
    pub async fn settle_with(app: &TestApp, citizenship: &str) -> Town {
        let (first, third) = (listed(1), listed(3));
        let mut host = app.anon();
        host.declare(&[("name", "passport=OBRAZTSOVA+HOST"), ("citizenship", "citizenship=RUS"), ("address", &third), ("unit", "flat=9")])
            .await;
        app.service.attach_home(host.person().await, flat(1, "7")).await.expect("the flat is the host's");

        let mut resident = app.anon();
        let names = format!("passport={}&called={CALLED}", encoded(NAME));
        let citizenship = format!("citizenship={citizenship}");
        let document = format!("kind=passport&number={}", encoded(DOCUMENT));
        let contact = format!("email={}&phone={}", encoded(EMAIL), encoded(PHONE));
        let answers = [
            ("name", names.as_str()),
            ("citizenship", &citizenship),
            ("address", &first),
            ("unit", "flat=7"),
            ("family", "family=yes"),
            ("members", "passport=NAMUNA+JASUR&birth-day=1&birth-month=2&birth-year=2016"),
            ("document", &document),
            ("contact", &contact),
        ];
        let reference = resident.declare(&answers).await;

        let mut stranger = app.anon();
        stranger.declare(&[("name", "passport=MISOLOV+OTABEK"), ("citizenship", "citizenship=UZB"), ("document", &document)]).await;
        app.background().await;
        Town { resident, reference, host, stranger }
    }
}
