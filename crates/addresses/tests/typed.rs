//! What people type, and the door that they mean.

mod common;

use common::{best, fixture, register};

#[test]
fn every_spelling_leads_to_the_right_door() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let cases = [
        (
            "г. Столичный, ул. Профсоюзная, д. 12, к. 2",
            &[
                "profsoyuznaya 12 k2",
                "Profsoûznaâ 12к2",
                "ghjacj.pyfz 12 2",
                "Профсаюзная 12/2",
                "Profsoiuznaia 12-2",
                "ул. Профсоюзная дом 12 корпус 2 кв 31",
                "профсоюзная, 12, 2",
                "Prafsayuznaya 12k2",
                "профсоюзная улица 12 корп. 2",
                "Столичный, Профсоюзная, 12 корпус 2",
                "Россия, 117036, Столичный, Профсоюзная 12к2",
                "պրոֆսոյուզնայա 12 2",
                "პროფსოიუზნაია 12 2",
            ][..],
        ),
        ("г. Столичный, ул. Профсоюзная, д. 12", &["Профсоюзная 12", "профсоюзная д12", "12 Профсоюзная"]),
        ("г. Столичный, ул. Академическая Б., д. 6, к. 1", &["Большая Академическая 6 к 1", "Б. Академическая, 6к1"]),
        ("г. Столичный, линия. 9-я, д. 78, лит. А", &["9 линия, д.78", "9-я линия 78", "девятая линия 78А"]),
        ("г. Столичный, ул. Советская 8-я, д. 14", &["8 Советская, д.14", "8-я советская ул 14", "Восьмая Советская 14"]),
        ("г. Столичный, ул. Советская, д. 8", &["Советская 8", "советская, дом 8"]),
        ("г. Столичный, ул. Школьная, д. 5", &["Школьная 5", "shkolnaya 5"]),
        ("г. Столичный, п. Лесной, ул. Школьная, д. 5", &["Лесной, Школьная 5", "Школьная 5, Лесной", "пос. Лесной ул Школьная 5"]),
        ("г. Столичный, ул. 8 Марта, д. 3", &["8 марта 3", "ул. 8-го Марта, 3", "8marta 3", "8 marta, dom 3"]),
        ("г. Столичный, б-р. Ново-Садовый, д. 2", &["новосадовый 2", "Ново-Садовый б-р 2", "ново садовый бульвар 2"]),
        ("г. Столичный, ул. Максима Горького, д. 33", &["М. Горького 33", "м горького 33", "Горького 33"]),
        ("г. Столичный, ул. Щербаковская, д. 1", &["Shcherbakovskaya 1", "Ŝerbakovskaâ 1", "шербаковская 1", "sherbakovskaya 1"]),
        ("г. Столичный, ул. Щербаковская, д. 1", &["oth,frjdcrfz 1"]),
        ("г. Столичный, ул. Академика Шаумяна, д. 4", &["акад. Шаумяна 4", "Шаумяна 4", "šaumjana 4", "ifevzyf 4"]),
        ("г. Столичный, г. Дальний, корп. 1204", &["Дальний корп 1204", "дальний 1204"]),
        ("г. Столичный, ул. Столичная, д. 9", &["столичная 9", "Столичный, Столичная ул., 9"]),
        ("г. Столичный, ул. Жуковского, д. 12, стр. 3", &["Jukovskogo 12 s3", "Жуковского 12с3", "Жукавского 12 стр 3", "Жуковского 12"]),
    ];
    let mut wrong = Vec::new();
    for (official, typed) in cases {
        for query in typed {
            let found = best(&register, query);
            if found != official {
                wrong.push(format!("{query}: {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_street_alone_gives_its_houses() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let texts: Vec<String> = register.search("проф", 3).into_iter().map(|hit| hit.text).collect();
    assert_eq!(
        texts,
        [
            "г. Столичный, ул. Профсоюзная, д. 12",
            "г. Столичный, ул. Профсоюзная, д. 12, к. 1",
            "г. Столичный, ул. Профсоюзная, д. 12, к. 2"
        ]
    );
}

#[test]
fn a_number_in_the_making_gives_what_it_may_become() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let texts: Vec<String> = register.search("профсоюзная 12", 5).into_iter().map(|hit| hit.text).collect();
    assert_eq!(texts[0], "г. Столичный, ул. Профсоюзная, д. 12");
    assert!(texts.contains(&"г. Столичный, ул. Профсоюзная, д. 120".to_owned()), "{texts:?}");
    assert_eq!(texts.len(), 4);
}

#[test]
fn each_keystroke_of_an_address_keeps_its_street() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let whole: Vec<char> = "профсоюзная 12 к2".chars().collect();
    for length in 3..=whole.len() {
        let typed: String = whole[..length].iter().collect();
        assert!(best(&register, &typed).contains("Профсоюзная"), "{typed}");
    }
}

#[test]
fn a_house_that_is_not_there_gives_its_neighbours_low() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    let hits = register.search("Академика Шаумяна 900", 5);
    assert!(hits.iter().all(|hit| hit.score < 0.6), "{hits:?}");
}

#[test]
fn anything_can_be_typed() {
    let (_dir, register) = register(&fixture("csv/register.csv"));
    for query in ["", " ", ",", "ь", "\u{0}", "🏠 12", "ул", "д", "12", "((((", "й".repeat(5000).as_str(), &"1/".repeat(3000)] {
        assert!(register.search(query, 5).len() <= 5);
    }
    assert!(register.search("профсоюзная", 0).is_empty());
    assert!(register.search("профсоюзная", usize::MAX).len() <= 100);
}
