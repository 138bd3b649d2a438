//! 7. No biometrics, no health data.

use crate::app::TestApp;
use crate::source::crates;
use serde_json::Value;

const WORDS: [&str; 22] = [
    "face",
    "facial",
    "fingerprint",
    "iris",
    "retina",
    "voice",
    "biometric",
    "template_of",
    "embedding",
    "health",
    "medical",
    "disease",
    "diagnosis",
    "hiv",
    "vaccin",
    "insurance",
    "pregnan",
    "blood",
    "disab",
    "dna",
    "gait",
    "palm",
];

fn word_in(name: &str) -> Option<&'static str> {
    let parts: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    WORDS.into_iter().find(|word| parts.iter().any(|part| part == word || (word.len() > 4 && part.starts_with(word))))
}

#[tokio::test]
async fn no_table_has_room_for_them() {
    for app in TestApp::on_each_engine("p07_schema").await {
        for name in app.database.names().await {
            assert_eq!(word_in(&name), None, "{name}");
        }
        app.close().await;
    }
}

#[tokio::test]
async fn no_form_asks_for_them() {
    let app = TestApp::new().await;
    let mut newcomer = app.anon();
    newcomer.declare(&[]).await;
    for page in newcomer.crawl("en", &["/record", "/move"]).await {
        for name in page.forms().into_iter().flat_map(|form| form.names) {
            assert_eq!(word_in(&name), None, "{name} on {}", page.path);
        }
        assert!(!page.html().contains(" capture"), "{} opens a camera", page.path);
    }
    app.close().await;
}

#[test]
fn the_api_and_the_acts_have_no_field_for_them() {
    let description: Value = serde_json::from_str(&doorstep_web::api_description()).unwrap();
    for name in description["components"]["schemas"].as_object().unwrap().keys() {
        assert_eq!(word_in(name), None, "{name}");
    }
    for (path, text) in crates() {
        if path.starts_with("crates/register/") || path.starts_with("crates/policy/") || path.starts_with("crates/api/") {
            for line in text.lines().filter_map(|line| line.trim().strip_prefix("pub ")).filter(|line| line.contains(':')) {
                let name = line.split(':').next().unwrap_or_default();
                assert_eq!(word_in(name), None, "{name} in {path}");
            }
        }
    }
}
