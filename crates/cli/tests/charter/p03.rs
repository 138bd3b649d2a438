//! 3. Nothing ends by itself.

use crate::app::{TestApp, Town};
use doorstep_register::{Actor, Effect, End, What};

/// Every kind of act by name, and whether it can end a registration. A new kind has to be entered here, by whoever adds it.
fn can_end(what: &What) -> bool {
    match what {
        What::Declared { .. } | What::Left { .. } => true,
        What::Introduced { .. }
        | What::Corrected { .. }
        | What::Contacted { .. }
        | What::DocumentSeen {}
        | What::EvidenceAdded { .. }
        | What::HostConfirmed { .. }
        | What::Explained { .. }
        | What::Asked { .. } => false,
        // A decision in effect and a death end one (`cases`); what else a case settles does not.
        What::Settled { effect } => matches!(effect, Effect::Ended { .. } | Effect::Died { .. }),
    }
}

/// Every kind of author by name, and whether the act is the person's own: made by them, or on their word.
fn on_their_word(by: &Actor) -> bool {
    match by {
        Actor::Person | Actor::Household { .. } | Actor::Clerk { .. } | Actor::Paper { .. } => true,
        // Two of them, after notice, hearing and the time for an appeal (`cases`).
        Actor::Officer { .. } => false,
    }
}

#[tokio::test]
async fn ten_years_remove_nobody() {
    for app in TestApp::on_each_engine("p03_ten_years").await {
        let mut town = Town::settle(&app).await;
        let people = [town.resident.person().await, town.host.person().await, town.stranger.person().await];
        let mut before = Vec::new();
        for person in people {
            before.push((app.folded(person).await.unwrap(), app.projection(person).await));
        }
        let rows = app.database.rows().await;
        for _ in 0..20 {
            app.days_later(183);
            app.background().await;
        }
        for (person, (record, projection)) in people.into_iter().zip(before) {
            assert!(record.current().is_some());
            assert_eq!(app.folded(person).await.unwrap(), record);
            assert_eq!(app.projection(person).await, projection);
        }
        let after = app.database.rows().await;
        for table in ["person", "act", "residence", "look", "leaf", "receipt"] {
            assert_eq!(after[table], rows[table], "{table} in {}", app.service.engine());
        }
        // Their sessions have ended, as sessions do; the sheet of codes or the e-mail brings them back, and the page says "in force".
        app.signs_in_again(&mut town.resident, people[0]).await;
        let page = town.resident.get("/en/record").await.ok();
        assert!(page.shows("In force"), "{}", page.html());
        app.close().await;
    }
}

#[tokio::test]
async fn an_end_of_stay_that_has_passed_ends_nothing() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.declare(&[("until", "until-day=20&until-month=1&until-year=2027")]).await;
    let person = newcomer.person().await;
    for days in [25, 60, 365, 3000] {
        app.days_later(days);
        app.background().await;
    }
    app.signs_in_again(&mut newcomer, person).await;
    assert!(app.record(&newcomer).await.unwrap().current().is_some());
    assert!(newcomer.get("/en/record").await.ok().shows("In force"));
    app.close().await;
}

#[tokio::test]
async fn a_host_an_officer_and_a_clerk_who_look_end_nothing() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.host.get("/en/homes/1").await.ok();
    let mut officer = app.officer().await;
    for case in officer.queue().await {
        officer.open_case(&case).await.ok();
        officer.decide(&case, "nothing-changes").await;
    }
    let mut clerk = app.clerk().await;
    clerk.receive(&town.resident.one_time_code().await).await;
    clerk.crawl("en", &["/record"]).await;
    for browser in [&town.resident, &town.stranger, &town.host] {
        assert!(app.record(browser).await.unwrap().current().is_some());
    }
    app.close().await;
}

#[tokio::test]
async fn the_persons_own_word_ends_it_and_nobody_elses() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.declare(&[]).await;
    resident.leave((20, 11, 2026)).await;
    let record = app.record(&resident).await.unwrap();
    assert!(matches!(record.residences[0].ended, Some(End::Left { .. })));

    let export = app.service.export(&resident.session().await).await.unwrap();
    let ending: Vec<_> = export.acts.iter().filter(|act| can_end(&act.what)).collect();
    assert_eq!(ending.len(), 2);
    assert!(ending.iter().all(|act| on_their_word(&act.by)));
    app.close().await;
}

#[test]
fn no_job_and_no_sweep_writes_acts() {
    // What runs by itself is in these files; the one function that appends acts is not called there.
    let mut met = Vec::new();
    for (path, text) in crate::source::crates() {
        if ["crates/service/src/delivery.rs", "crates/service/src/remind.rs", "crates/jobs/src/run.rs"].contains(&path.as_str())
            || path.ends_with("common/jobs.rs")
        {
            assert!(!text.contains(".append"), "{path}");
            met.push(path);
        }
    }
    assert_eq!(met.len(), 4, "one of the files has another name now: {met:?}");
}
