//! 3, 4, 10. Hosts: three doors to one question, homes shown and sold, invitations. A host's word ends nothing, shows nothing that a host may
//! not see, and each look is a look that the resident sees.

mod doors;
mod homes;
mod letters;

use crate::app::{Browser, CALLED, DOCUMENT, EMAIL, PHONE, Page, TestApp};
use doorstep_policy::Purpose;
use doorstep_service::PrintedLetter;

/// What no host may read anywhere.
const NEVER: [&str; 8] = [DOCUMENT, EMAIL, PHONE, CALLED, "UZB", "Uzbek", "1993", "In force"];

/// The messages of somebody, as subject and body in one text each; the clock of the tests stands still, so that they have no order.
async fn inbox(app: &TestApp, browser: &Browser) -> Vec<String> {
    let all = app.service.inbox(&browser.session().await).await.unwrap();
    all.into_iter().map(|message| format!("{}\n{}", message.message.subject, message.message.body)).collect()
}

async fn has(app: &TestApp, browser: &Browser, texts: &[&str]) -> bool {
    inbox(app, browser).await.iter().any(|message| texts.iter().all(|text| message.contains(text)))
}

async fn looks(app: &TestApp, browser: &Browser) -> Vec<Purpose> {
    let looks = app.service.looks(&browser.session().await, None, 100, Default::default()).await.unwrap().looks;
    looks.into_iter().map(|look| look.purpose).collect()
}

async fn printed(app: &TestApp) -> PrintedLetter {
    let clerk = app.clerk().await.session().await;
    app.service.print_host_letter(&clerk).await.unwrap().expect("a letter waits")
}

fn only_what_a_host_may_see(page: &Page) {
    for hidden in NEVER {
        assert!(!page.shows(hidden), "{hidden} on {}", page.path);
    }
}
