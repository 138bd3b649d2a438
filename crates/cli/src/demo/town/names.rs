//! The streets of Порожск. The town is invented; the names are the kind that any town has.

/// Kind as abbreviated in the register, and name.
pub(super) const STREETS: &[(&str, &str)] = &[
    ("ул", "Профсоюзная"),
    ("ул", "8 Марта"),
    ("ул", "1-я Заречная"),
    ("ул", "2-я Заречная"),
    ("пр-кт", "Мира"),
    ("ул", "Жуковского"),
    ("ул", "Щербаковская"),
    ("ул", "Циолковского"),
    ("пер", "Каменный"),
    ("наб", "реки Порожки"),
    ("б-р", "Строителей"),
    ("пл", "Вокзальная"),
    ("ш", "Северное"),
    ("ул", "Гагарина"),
    ("ул", "Садовая"),
    ("ул", "Школьная"),
    ("ул", "Чайковского"),
    ("ул", "Юности"),
    ("ул", "Ясная"),
    ("пр-д", "Заводской"),
    ("ул", "Хлебная"),
    ("аллея", "Тополиная"),
    ("туп", "Речной"),
    ("ул", "Пушкина"),
    ("ул", "Ёлочная"),
    ("ул", "40 лет Октября"),
];

/// The region, the town and a village beside it.
pub(super) const REGION: &str = "Заречная";
pub(super) const TOWN: &str = "Порожск";
pub(super) const VILLAGE: &str = "Малые Пороги";
/// The municipality that both lie in.
pub(super) const MUNICIPALITY: &str = "Порожский";
/// What the first street was called before.
pub(super) const FORMER_NAME: &str = "Кирпичная";
