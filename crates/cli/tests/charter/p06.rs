//! 6. The same rules for everyone.

use crate::app::{Page, TestApp, Town};
use doorstep_policy::Field;
use doorstep_service::LookFilter;
use std::collections::BTreeMap;

/// Every page that somebody sees who differs in citizenship alone. Clock and chance are the same in both towns.
async fn pages_of(citizenship: &str) -> (BTreeMap<String, Page>, BTreeMap<String, Page>) {
    let app = TestApp::new().await;
    let mut town = Town::settle_with(&app, citizenship).await;
    let by_path = |pages: Vec<Page>| pages.into_iter().map(|page| (page.path.clone(), page)).collect::<BTreeMap<_, _>>();
    let own = by_path(town.resident.crawl("en", &["/record"]).await);
    let mut others = by_path(town.host.crawl("en", &["/homes"]).await);
    let mut officer = app.officer().await;
    for case in officer.queue().await {
        let opened = officer.open_case(&case).await.ok();
        others.insert(format!("opened {case}"), opened);
    }
    let mut anon = app.anon();
    for receipt in app.service.receipts(&town.resident.session().await).await.unwrap() {
        let page = anon.get(&format!("/en{}", receipt.path)).await.ok();
        others.insert(page.path.clone(), page);
    }
    app.close().await;
    (own, others)
}

/// A page without what speaks of a deadline.
fn without_deadlines(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<section class=\"ds-due") {
        out.push_str(before);
        rest = after.split_once("</section>").map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[tokio::test]
async fn two_people_who_differ_in_citizenship_see_the_same_but_for_deadlines() {
    let ((treaty, for_treaty), (none, for_none)) = (pages_of("TJK").await, pages_of("GEO").await);
    assert_eq!(treaty.keys().collect::<Vec<_>>(), none.keys().collect::<Vec<_>>());
    assert!(treaty.len() > 15, "{:?}", treaty.keys());
    for (path, page) in &treaty {
        // One's own deadlines and one's own field say it; so does the copy of everything that is kept.
        let says_it = path.starts_with("/en/due") || path.starts_with("/en/correct/citizenship") || path.contains("export.json");
        if !says_it {
            assert_eq!(without_deadlines(page.html()), without_deadlines(none[path].html()), "{path}");
        }
    }
    // What others see of them is the same to the last byte: the host, the officer, and whoever holds a receipt.
    assert_eq!(for_treaty.keys().collect::<Vec<_>>(), for_none.keys().collect::<Vec<_>>());
    for (path, page) in &for_treaty {
        assert_eq!(page.html(), for_none[path].html(), "{path}");
    }
}

/// Every file that reads somebody's citizenship, and what for. A new one has to be entered here, by whoever adds it.
const READS_CITIZENSHIP: [(&str, &str); 20] = [
    ("crates/passport/src/country.rs", "reads the code in the lines of a document, so that it need not be typed"),
    ("crates/passport/src/zone/tests.rs", "shows that it does"),
    ("crates/passport/src/zone.rs", "hands it on"),
    ("crates/policy/src/policies/tests.rs", "shows that a policy that asks for it is not loaded"),
    ("crates/register/src/act.rs", "the act that holds it"),
    ("crates/register/src/command.rs", "whether a correction changes it"),
    ("crates/register/src/identity.rs", "the field itself"),
    ("crates/register/src/lib.rs", "names the field"),
    ("crates/register/src/record.rs", "folds a correction"),
    ("crates/service/src/correct.rs", "tells the person what was and what is now, in their in-box"),
    ("crates/service/src/due.rs", "hands it to `duties`, the one function that decides by it"),
    ("crates/storage/src/vault/limit.rs", "takes it away from those who may not see it"),
    ("crates/web/src/journey/answers.rs", "keeps the person's own answer"),
    ("crates/web/src/journey/check.rs", "shows the person their own answer"),
    ("crates/web/src/journey/steps/family.rs", "asks"),
    ("crates/web/src/journey/steps/person.rs", "asks"),
    ("crates/web/src/journey/zone.rs", "fills in the answer, for the person to change"),
    ("crates/web/src/record/correct_field.rs", "shows the person their own field, to be corrected"),
    ("crates/web/src/record/data_paper.rs", "the person's own copy"),
    ("crates/web/src/rules/rule.rs", "hands what anybody typed to `duties`, and keeps nothing"),
];

#[test]
fn citizenship_enters_one_function() {
    let mut readers = Vec::new();
    for (path, text) in crate::source::crates() {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        // The type that `duties` takes can be made and handed on; the compiler refuses all else (see its documentation).
        let of_the_rules = path.starts_with("crates/rules/") || path.starts_with("crates/cli/");
        if !of_the_rules && [".citizenship", "CitizenshipCode", "Citizenship::parse"].iter().any(|word| code.contains(word)) {
            readers.push(path);
        }
    }
    let allowed: Vec<&str> = READS_CITIZENSHIP.iter().map(|(path, _)| *path).collect();
    assert_eq!(readers, allowed);
}

#[tokio::test]
async fn a_receipt_does_not_tell_the_citizenship() {
    let mut statements = Vec::new();
    for citizenship in ["citizenship=TJK", "citizenship=GEO", "citizenship=BLR", "citizenship="] {
        let app = TestApp::new().await;
        let mut person = app.anon();
        person.declare(&[("citizenship", citizenship)]).await;
        let receipts = app.service.receipts(&person.session().await).await.unwrap();
        statements.push(serde_json::to_value(&receipts[0].statement).unwrap());
        app.close().await;
    }
    for statement in &statements[1..] {
        assert_eq!(statement, &statements[0]);
    }
}

#[tokio::test]
async fn citizenship_opens_no_case_and_orders_no_queue() {
    let mut queues = Vec::new();
    for citizenship in ["TJK", "GEO", "DEU", "XXA"] {
        let app = TestApp::new().await;
        Town::settle_with(&app, citizenship).await;
        let queue = app.service.case_queue(&app.officer().await.session().await).await.unwrap();
        queues.push(queue.iter().map(|case| (case.id, case.kind, case.opened_at)).collect::<Vec<_>>());
        app.close().await;
    }
    assert!(queues.iter().all(|queue| queue == &queues[0] && queue.len() == 2));
}

#[tokio::test]
async fn no_look_of_an_officer_or_a_host_is_at_the_citizenship() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.host.get("/en/homes/1").await.ok();
    let mut officer = app.officer().await;
    for case in officer.queue().await {
        officer.open_case(&case).await.ok();
    }
    for browser in [&town.resident, &town.stranger] {
        let looks = app.service.looks(&browser.session().await, None, 100, LookFilter::default()).await.unwrap().looks;
        assert!(!looks.is_empty());
        assert!(looks.iter().all(|look| !look.fields.has(Field::Citizenship)));
    }
    app.close().await;
}
