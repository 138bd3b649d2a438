//! On which ways a message goes, and what proves that it arrived. Silence proves nothing (promises 2, 3 and 8).

use crate::app::{EMAIL, PHONE, TestApp, Town};
use doorstep_register::case::Channel;
use doorstep_service::{Report, is_gsm};
use doorstep_storage::WayRow;

fn proved(ways: &[WayRow]) -> Vec<Channel> {
    ways.iter().filter(|way| way.proved_at.is_some()).map(|way| way.channel).collect()
}

fn channels(ways: &[WayRow]) -> Vec<Channel> {
    ways.iter().map(|way| way.channel).collect()
}

#[tokio::test]
async fn a_message_goes_wherever_the_person_is_reached_and_nowhere_else() {
    for app in TestApp::on_each_engine("ways_reach").await {
        let town = Town::settle(&app).await;
        let (_, message, ways) = app.newest(town.resident.person().await, "You are registered").await;
        assert_eq!(channels(&ways), [Channel::Email, Channel::Inbox, Channel::Sms]);
        assert_eq!((message.email.as_deref(), message.phone.as_deref()), (Some(EMAIL), Some(PHONE)));
        let (_, message, ways) = app.newest(town.stranger.person().await, "You are registered").await;
        assert_eq!(channels(&ways), [Channel::Inbox]);
        assert_eq!((message.email, message.phone), (None, None));
        app.close().await;
    }
}

#[tokio::test]
async fn a_mail_that_was_taken_is_proof_only_at_an_address_that_its_owner_confirmed() {
    for app in TestApp::on_each_engine("ways_email").await {
        let mut town = Town::settle(&app).await;
        let person = town.resident.person().await;
        // Nobody has said yet that the address is theirs: a slip of the pen would prove that a stranger got it.
        let (_, _, ways) = app.newest(person, "You are registered").await;
        assert!(ways.iter().any(|way| way.channel == Channel::Email && way.sent_at.is_some()));
        assert_eq!(proved(&ways), []);

        let link = app.post.link("/confirm-email/");
        let page = town.resident.get(&link).await.ok();
        town.resident.submit(&page, &link, "").await;
        town.resident.moves(&[]).await;
        app.background().await;
        let (id, message, ways) = app.newest(person, "You have moved").await;
        assert_eq!(message.unsure, []);
        assert_eq!(proved(&ways), [Channel::Email]);

        // It bounces: the proof falls away, and does not come back.
        let mail = app.post.all().into_iter().rev().find(|mail| mail.subject.contains("You have moved")).expect("the mail");
        assert_eq!(mail.id, id.simple().to_string());
        assert!(!app.service.mail_bounced("<0000@town.example>").await.unwrap());
        assert!(app.service.mail_bounced(&format!(" <{}@town.example>", mail.id)).await.unwrap());
        assert!(!app.service.mail_bounced(&mail.id).await.unwrap(), "it was known");
        let (_, _, ways) = app.newest(person, "You have moved").await;
        assert_eq!(proved(&ways), []);
        assert!(ways[0].came_back_at.is_some());
        app.close().await;
    }
}

#[tokio::test]
async fn the_in_box_is_proof_only_when_its_own_person_opens_it() {
    for app in TestApp::on_each_engine("ways_inbox").await {
        let mut town = Town::settle(&app).await;
        let person = town.resident.person().await;
        let unread = |ways: &[WayRow]| !proved(ways).contains(&Channel::Inbox);

        // A clerk with the person in front of them.
        let mut clerk = app.clerk().await;
        clerk.receive(&town.resident.one_time_code().await).await;
        clerk.get("/en/inbox").await.ok();
        let (id, _, ways) = app.newest(person, "You are registered").await;
        clerk.get(&format!("/en/inbox/{id}")).await.ok();
        assert!(unread(&ways));
        // A member of the household who acts for another.
        let child = app.service.household(&town.resident.session().await).await.unwrap()[0].person;
        town.resident.get("/en/inbox?for=1").await.ok();
        let (childs, _, ways) = app.newest(child, "You are registered").await;
        town.resident.get(&format!("/en/inbox/{childs}?for=1")).await.ok();
        assert!(unread(&ways));
        assert!(unread(&app.newest(child, "You are registered").await.2));
        assert!(unread(&app.newest(person, "You are registered").await.2));
        // Somebody else's message is not found.
        assert_eq!(town.stranger.get(&format!("/en/inbox/{id}")).await.status, 404);

        let page = town.resident.get(&format!("/en/inbox/{id}")).await.ok();
        assert!(page.shows("you have not opened it yourself") && page.shows("By SMS"), "{}", page.html());
        assert!(!unread(&app.newest(person, "You are registered").await.2));
        assert!(town.resident.get(&format!("/en/inbox/{id}")).await.ok().shows("you opened it on"));
        // The in-box shows every text, and proves each of them.
        assert!(unread(&app.newest(person, "A new sheet of codes").await.2));
        town.resident.get("/en/inbox").await.ok();
        assert!(!unread(&app.newest(person, "A new sheet of codes").await.2));
        app.close().await;
    }
}

#[tokio::test]
async fn an_sms_proves_nothing_before_the_network_reports_it() {
    for app in TestApp::on_each_engine("ways_sms").await {
        let mut town = Town::settle(&app).await;
        let person = town.resident.person().await;
        let texts = app.post.texts();
        assert!(texts.iter().all(|text| text.to == PHONE) && !texts.is_empty());
        assert_eq!(proved(&app.newest(person, "You are registered").await.2), []);
        // The network knows nothing for a day: then nobody asks any more, and nothing is proved.
        for _ in 0..40 {
            app.clock.advance(jiff::SignedDuration::from_hours(1));
            app.background().await;
        }
        assert_eq!(proved(&app.newest(person, "You are registered").await.2), []);
        assert!(app.service.jobs(100).await.unwrap().iter().all(|job| !job.kind.contains("sms")));

        town.resident.moves(&[]).await;
        app.post.report(Report::Arrived);
        for _ in 0..3 {
            app.clock.advance(jiff::SignedDuration::from_mins(2));
            app.background().await;
        }
        assert_eq!(proved(&app.newest(person, "You have moved").await.2), [Channel::Sms]);
        app.post.report(Report::Failed);
        town.resident.moves(&[]).await;
        for _ in 0..3 {
            app.clock.advance(jiff::SignedDuration::from_mins(2));
            app.background().await;
        }
        let (_, _, ways) = app.newest(person, "You have moved").await;
        assert!(ways.iter().any(|way| way.channel == Channel::Sms && way.came_back_at.is_some()));
        app.close().await;
    }
}

#[tokio::test]
async fn an_sms_says_that_something_waits_and_nothing_else() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.resident.moves(&[]).await;
    app.background().await;
    for text in app.post.texts() {
        assert!(text.text.starts_with("Doorstep: ") && text.text.contains("town.example"), "{}", text.text);
        for told in crate::app::PERSONAL.iter().chain(&["http", "/en", "/ru"]) {
            assert!(!text.text.to_lowercase().contains(told), "{told} in {}", text.text);
        }
        assert!(is_gsm(&text.text) || text.text.chars().count() <= 201);
    }
    app.close().await;
}

#[tokio::test]
async fn nobody_who_opens_nothing_is_held_to_have_read_anything() {
    for app in TestApp::on_each_engine("ways_silence").await {
        let town = Town::settle(&app).await;
        let people = [town.resident.person().await, town.host.person().await, town.stranger.person().await];
        for _ in 0..12 {
            app.days_later(31);
            app.background().await;
        }
        for person in people {
            let (_, _, ways) = app.newest(person, "You are registered").await;
            assert_eq!(proved(&ways), [], "a year of silence proves nothing");
            assert!(ways.iter().all(|way| way.came_back_at.is_none()), "and is no refusal either");
        }
        app.close().await;
    }
}
