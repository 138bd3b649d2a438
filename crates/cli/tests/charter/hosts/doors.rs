//! Three doors to one question: the host's own list, a link that the resident shows, a letter. What comes of the answer.

use super::{has, looks, only_what_a_host_may_see};
use crate::app::{Browser, Page, TestApp, Town, text};
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::Side;
use doorstep_register::{Actor, HostDoor, What, Words};
use doorstep_service::Spelling;
use doorstep_storage::CaseMark;

async fn shown_link(resident: &mut Browser) -> String {
    let page = resident.get("/en/my-host").await.ok();
    resident.submit(&page, "/en/my-host", "spelling=passport").await.redirected();
    link_on_page(resident).await
}

/// Sent from another device, whose page did not show the link yet.
async fn shown_again(app: &TestApp, resident: &mut Browser) -> String {
    app.service.show_host(&resident.session().await, Spelling::Passport).await.unwrap();
    link_on_page(resident).await
}

async fn link_on_page(resident: &mut Browser) -> String {
    let page = resident.get("/en/my-host").await.ok();
    let link = page.html().split("href=\"https://town.example/en/h/").nth(1).expect("a link").split('"').next().unwrap().to_owned();
    format!("/en/h/{link}")
}

/// Follows a link that a resident shows, and goes on to the question.
async fn opened(host: &mut Browser, link: &str) -> Page {
    let knock = host.get(link).await.ok();
    assert!(knock.shows("Somebody asks you to confirm where they live") && !knock.shows("NAMUNA"), "{}", knock.html());
    host.submit(&knock, link, "").await.ok()
}

#[tokio::test]
async fn the_host_of_a_home_confirms_and_the_resident_keeps_it_if_they_like() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let home = town.host.get("/en/homes/1").await.ok();
    let entry = home.links().into_iter().find(|link| link.contains("/entry/")).expect("an entry");
    let question = town.host.get(&entry).await.ok();
    assert!(question.shows("Does NAMUNA"), "{}", question.html());
    only_what_a_host_may_see(&question);
    // The entry is the resident's own or their child's.
    let own = town.resident.session().await;
    let child = app.service.acting_for(&own, 1).await.unwrap();
    let (at, asked, other) = if question.shows("NODIRA") { ("/en/my-host", own, child) } else { ("/en/my-host?for=1", child, own) };
    let before = app.service.record(&asked).await.unwrap();
    for _ in 0..2 {
        assert_eq!(town.host.submit(&question, &entry, "say=lives-here").await.redirected(), "/en/homes/1/thanks");
    }
    assert_eq!(app.service.record(&asked).await.unwrap(), before, "nothing on the record yet");
    let keep = "name=\"do\" value=\"keep\"";
    let mine = town.resident.get(at).await.ok();
    assert_eq!(mine.html().matches(keep).count(), 1, "said twice, kept once: {}", mine.html());
    let mut hidden = mine.forms().into_iter().flat_map(|form| form.hidden);
    let (_, word) = hidden.find(|(name, _)| name == "word").expect("what the host said");
    assert_eq!(town.resident.submit(&mine, at, &format!("do=keep&word={word}")).await.redirected(), at);
    let record = app.service.record(&asked).await.unwrap();
    assert_eq!((record.version, record.confirmations.len()), (before.version + 1, 1));
    assert_eq!(record.confirmations[0].door, HostDoor::Home);
    assert_eq!(record.confirmations[0].reference, record.current().unwrap().declaration.reference);
    assert!(app.service.record(&other).await.unwrap().confirmations.is_empty(), "of nobody else");
    assert!(!town.resident.get(at).await.ok().html().contains(keep), "kept once and for all");
    app.close().await;
}

#[tokio::test]
async fn a_link_that_the_resident_shows_works_for_one_answer() {
    for app in TestApp::on_each_engine("hosts_link").await {
        let mut town = Town::settle(&app).await;
        let link = shown_link(&mut town.resident).await;
        assert_eq!(looks(&app, &town.resident).await, [], "showing it is no look");
        assert!(opened(&mut town.resident, &link).await.shows("This is what your host sees"));
        assert_eq!(looks(&app, &town.resident).await, [], "one's own look is none");

        let mut host = app.anon();
        host.get(&link).await.ok();
        assert_eq!(looks(&app, &town.resident).await, [], "a preview in a messenger sees nobody");
        let page = opened(&mut host, &link).await;
        assert!(page.shows("Does NAMUNA NODIRA live here?") && page.shows("19 November 2026") && page.shows("Flat 7"), "{}", page.html());
        only_what_a_host_may_see(&page);
        assert_eq!(looks(&app, &town.resident).await, [Purpose::HostView]);
        assert_eq!(host.submit(&page, &link, "say=").await.status, 422);
        assert_eq!(host.submit(&page, &link, "say=lives-here").await.redirected(), "/en/host/thanks");
        assert_eq!(host.get(&link).await.status, 404, "one answer");

        let session = town.resident.session().await;
        assert!(has(&app, &town.resident, &["/my-host"]).await);
        let said = app.service.my_host(&session).await.unwrap().said;
        assert_eq!(said.iter().map(|one| one.door).collect::<Vec<_>>(), [HostDoor::Link]);
        app.service.settle_host_word(&session, said[0].id, true).await.unwrap();
        assert!(app.service.my_host(&session).await.unwrap().said.is_empty());
        let record = app.record(&town.resident).await.unwrap();
        assert_eq!(record.confirmations.len(), 1);
        assert_eq!(record.confirmations[0].reference, record.current().unwrap().declaration.reference);
        let acts = app.service.export(&session).await.unwrap().acts;
        let kept = acts.iter().find(|act| matches!(act.what, What::HostConfirmed { .. })).expect("an act");
        assert_eq!(kept.by, Actor::Person, "their own act");
        app.close().await;
    }
}

/// The words of a page that leads nowhere.
async fn nothing_at(browser: &mut Browser, path: &str) -> String {
    let page = browser.get(path).await;
    assert_eq!(page.status, 404, "{path}");
    text(&page.without_tokens().replace(path.trim_start_matches("/en"), "/here"))
}

#[tokio::test]
async fn a_link_that_leads_nowhere_does_not_say_why() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let mut anon = app.anon();
    let never = nothing_at(&mut anon, "/en/h/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    assert!(never.contains("There is nothing to answer here"));

    let withdrawn = shown_link(&mut town.resident).await;
    let page = town.resident.get("/en/my-host").await.ok();
    town.resident.submit(&page, "/en/my-host", "do=withdraw").await.redirected();
    assert_eq!(nothing_at(&mut anon, &withdrawn).await, never);

    let replaced = shown_link(&mut town.resident).await;
    let old = shown_again(&app, &mut town.resident).await;
    assert_eq!(nothing_at(&mut anon, &replaced).await, never);
    let (resident, owner) = (town.resident.person().await, town.host.person().await);
    app.days_later(31);
    assert_eq!(nothing_at(&mut anon, &old).await, never);

    // A person under protection is visible to nobody, by whatever door.
    app.signs_in_again(&mut town.resident, resident).await;
    app.signs_in_again(&mut town.host, owner).await;
    let hidden = shown_link(&mut town.resident).await;
    let session = town.resident.session().await;
    app.service.ask_for_case(&session, CaseKind::Protection, Words::parse("Somebody looks for me.").unwrap()).await.unwrap();
    assert_eq!(nothing_at(&mut anon, &hidden).await, never);
    assert_eq!(nothing_at(&mut anon, &format!("{hidden}/dont-know")).await, never);
    let home = town.host.get("/en/homes/1").await.ok();
    assert!(!home.shows("NODIRA"));
    assert!(town.resident.get("/en/my-host").await.ok().shows("Your address is protected"));
    assert_eq!(looks(&app, &town.resident).await, [], "nobody has seen anything");
    app.close().await;
}

#[tokio::test]
async fn a_dispute_needs_no_account_and_leaves_a_way_back() {
    for app in TestApp::on_each_engine("hosts_dispute").await {
        let mut town = Town::settle(&app).await;
        let link = shown_link(&mut town.resident).await;
        let mut host = app.anon();
        let page = opened(&mut host, &link).await;
        let words = host.submit(&page, &link, "say=dont-know").await.redirected();
        let page = host.get(&words).await.ok();
        assert!(page.shows("Nothing changes by this alone") && page.shows("The person reads what you write"));
        let refused = host.submit(&page, &words, "words=&name=&email=nonsense").await;
        assert_eq!((refused.status.as_u16(), refused.html().matches("ds-error-message\"").count()), (422, 3));
        let done =
            host.submit(&page, &words, "words=I+let+it+to+others.&name=OBRAZTSOVA+VERA&email=vera%40sample-person.example").await.ok();
        only_what_a_host_may_see(&done);
        let codes: Vec<String> = done
            .html()
            .split("<code class=\"ds-code\">")
            .skip(1)
            .map(|part| text(part.split("</code>").next().unwrap()).replace(' ', "-"))
            .collect();
        assert_eq!(codes.len(), 8);
        let case = done.links().into_iter().find(|link| link.contains("/my-cases/")).expect("the case");
        let id = doorstep_register::CaseId(case.rsplit('/').next().unwrap().parse().unwrap());

        // Nothing changed but the mark; the resident reads what was said.
        let resident = town.resident.session().await;
        assert!(app.record(&town.resident).await.unwrap().current().is_some());
        assert_eq!(app.service.marks(town.resident.person().await).await.unwrap(), [CaseMark::Disputed]);
        let read = app.service.my_case(&resident, id).await.unwrap();
        assert_eq!(read.side, Side::Resident);
        assert!(format!("{:?}", read.entries).contains("I let it to others."));
        assert!(has(&app, &town.resident, &["I let it to others."]).await);

        // The host comes back with a code, and reads on.
        let (_, back) = app.service.use_code(&codes[3]).await.unwrap();
        assert_eq!(app.service.my_case(&back, id).await.unwrap().side, Side::Other);
        app.background().await;
        assert!(app.post.all().iter().any(|mail| mail.to == "vera@sample-person.example"), "and is asked to confirm the address");
        app.close().await;
    }
}

#[tokio::test]
async fn host_pages_say_in_plain_words_that_nothing_is_lost() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let link = shown_link(&mut town.resident).await;
    let entry = town.host.get("/en/homes/1").await.ok().links().into_iter().find(|link| link.contains("/entry/")).unwrap();
    for path in
        ["/en/hosts", "/en/homes", "/en/homes/1", "/en/homes/1/invite", "/en/homes/add", "/en/host", &entry, &format!("{entry}/dont-know")]
    {
        let page = town.host.get(path).await.ok();
        assert!(page.shows("A registration gives no right to the property."), "{path}");
    }
    let door = opened(&mut app.anon(), &link).await;
    assert!(door.shows("A registration gives no right to the property.") && door.shows("Whoever sells addresses answers for it."));
    app.close().await;
}
