//! 1. No tracking.

use crate::app::{NAME, State, TestApp, Town, captured_lines, leaked_lines};
use crate::source::{crates, files};
use doorstep_service::StaffRole;
use doorstep_storage::schema::forbidden;
use image::{ImageFormat, RgbImage};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Cursor;

#[tokio::test]
async fn every_page_of_every_role_forbids_every_sensor() {
    // `Browser` checks the headers of every answer; here every route gets to answer.
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let (mut clerk, mut officer, mut at_desk, mut nobody_yet) = (app.clerk().await, app.officer().await, app.clerk().await, app.anon());
    officer.proves().await;
    let mut dpo = app.staff(StaffRole::Dpo, "Officer for data", "D-1").await;
    at_desk.receive(&town.resident.one_time_code().await).await;
    nobody_yet.answer("declare", "en", &[("family", "family=yes"), ("members", "passport=NAMUNA+UMID")]).await;
    let mut mover = town.resident.clone();
    mover.answer("move", "en", &[]).await;

    let mut visited = BTreeSet::new();
    for (browser, starts) in [
        (&mut app.anon(), &["/", "/check", "/declare", "/sign-in", "/sign-in/email/sent", "/nowhere"][..]),
        (&mut nobody_yet, &["/declare", "/declare/check"]),
        (&mut mover, &["/record", "/move/check"]),
        (&mut town.resident, &["/record", "/homes", "/data/erase", "/data/erased"]),
        (&mut town.host, &["/homes"]),
        (&mut clerk, &["/desk", "/post/noted", "/post/no-address"]),
        (&mut at_desk, &["/desk", "/record"]),
        (&mut officer, &["/cases", "/staff/step-up"]),
        (&mut dpo, &["/staff/resolve"]),
        (&mut app.supervisor().await, &["/sample"]),
    ] {
        visited.extend(browser.crawl("en", starts).await.into_iter().map(|page| page.path));
    }
    for page in ["/en/my-cases", "/en/ask/address/done", "/en/ask/address/shown"] {
        visited.insert(town.resident.get(page).await.path);
    }
    let mine = town.resident.get("/en/my-cases").await.ok().links().into_iter().find(|link| link.starts_with("/en/my-cases/")).unwrap();
    for page in ["", "/case.pdf", "/answer", "/answer/photos", "/answer/check", "/hearing"] {
        visited.insert(town.resident.get(&format!("{mine}{page}")).await.path);
    }
    let cases = officer.queue().await;
    officer.open_case(&cases[0]).await.ok();
    for page in ["confirm", "done/x", "draft/nothing-changes", "draft/nothing-changes/write", "effect/names"] {
        visited.insert(officer.get(&format!("{}/{page}", cases[0])).await.path);
    }
    let receipt = app.service.receipts(&town.resident.session().await).await.unwrap().remove(0);
    visited.insert(app.anon().get(&format!("/en{}", receipt.path)).await.ok().path);
    visited.insert(officer.get(&format!("{}/photo/{}", cases[0], uuid::Uuid::nil())).await.path);
    visited.insert(clerk.get("/en/post/letter.pdf").await.path);
    visited.insert(at_desk.get(&format!("/en/inbox/{}/letter.pdf", uuid::Uuid::nil())).await.path);
    let account = town.resident.get("/en/account").await.ok();
    let sent = town.resident.submit(&account, "/en/account/confirm", "").await.redirected();
    visited.insert(town.resident.get(&sent).await.ok().path);
    app.background().await;
    let confirm = app.post.link("/confirm-email/");
    let page = town.resident.get(&confirm).await.ok();
    let confirmed = town.resident.submit(&page, &confirm, "").await.redirected();
    visited.insert(town.resident.get(&confirmed).await.ok().path);
    visited.insert(confirm);
    for field in ["names", "birth", "citizenship", "document"] {
        visited.insert(town.resident.get(&format!("/en/correct/{field}")).await.ok().path);
    }
    for file in ["/en/looks/history.json".to_owned(), "/en/data/export.pdf".to_owned(), format!("/en/declared/{}/next.ics", town.reference)]
    {
        visited.insert(town.resident.get(&file).await.path);
    }
    let entry = format!("/en/homes/1/entry/{}", "0".repeat(32));
    for path in ["/en/homes/asked", "/en/homes/1/thanks", "/en/homes/1/asked/x", &entry, &format!("{entry}/dont-know"), "/en/host/thanks"] {
        visited.insert(town.host.get(path).await.path);
    }
    for path in [
        "/en/h/x",
        "/en/h/x/moved-out",
        "/en/i/x",
        "/",
        "/assets/nothing",
        "/favicon.ico",
        "/xx/record",
        "/api/v1/openapi.json",
        "/api/v1/addresses?q=1",
        "/api/v1/receipts/x",
        "/log/checkpoint",
        "/en/looks/asked",
        "/log/tile/0/000",
        "/en/log",
        "/en/staff/sign-in",
        "/en/staff/oidc/start",
        "/en/staff/oidc",
        "/en/paper/form.pdf",
    ] {
        visited.insert(app.anon().get(path).await.path);
    }
    let missed: Vec<String> = routes().into_iter().filter(|route| !visited.iter().any(|path| fits(route, path))).collect();
    assert!(missed.is_empty(), "no link leads to {missed:?}");
    app.close().await;
}

/// The addresses that answer GET, as the sources write them.
fn routes() -> BTreeSet<String> {
    let mut routes = BTreeSet::new();
    for (path, text) in crates() {
        if !path.starts_with("crates/web/") {
            continue;
        }
        for piece in text.split(".route(").skip(1) {
            let Some((route, rest)) = piece.trim_start().trim_start_matches('"').split_once('"') else { continue };
            let first = rest.split(".route(").next().unwrap_or_default();
            // The button in a mail's link is tested with signing in; `/due/*.ics` needs a duty that is still open; pictures are in `p11`.
            let elsewhere = ["/{locale}/sign-in/link/{token}", "/{locale}/due/{file}", "/{locale}/photo/{id}", "/{locale}"];
            if first.contains("get(") && !elsewhere.contains(&route) {
                routes.insert(route.to_owned());
            }
        }
    }
    assert!(routes.len() > 30, "{routes:?}");
    routes
}

fn fits(route: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    if let Some((before, _)) = route.split_once("{*") {
        return path.strip_prefix(before).is_some_and(|rest| !rest.is_empty());
    }
    let (route, path): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), path.split('/').collect());
    route.len() == path.len() && route.iter().zip(&path).all(|(r, p)| r.starts_with('{') && !p.is_empty() || r == p)
}

#[tokio::test]
async fn no_table_or_column_has_room_for_a_track() {
    for app in TestApp::on_each_engine("p01_schema").await {
        let names = app.database.names().await;
        assert!(names.len() > 60, "{names:?}");
        for name in names {
            assert_eq!(forbidden(&name), None, "{name} in {}", app.service.engine());
        }
        app.close().await;
    }
}

/// Every key, parameter name and path of an API description.
fn api_names(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                out.push(key.clone());
                if key == "name" {
                    out.extend(inner.as_str().map(str::to_owned));
                }
                api_names(inner, out);
            }
        }
        Value::Array(all) => all.iter().for_each(|inner| api_names(inner, out)),
        _ => {}
    }
}

#[test]
fn the_api_has_no_field_for_a_track() {
    let mut names = Vec::new();
    api_names(&serde_json::from_str(&doorstep_web::api_description()).unwrap(), &mut names);
    assert!(names.len() > 30);
    for name in names {
        assert_eq!(forbidden(&name), None, "{name}");
    }
}

#[tokio::test]
async fn no_form_asks_for_a_track() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    let (mut clerk, mut officer) = (app.clerk().await, app.officer().await);
    let mut names = BTreeSet::new();
    let (mut anon, mut newcomer) = (app.anon(), app.anon());
    newcomer.answer("declare", "en", &[]).await;
    for (browser, start) in [
        (&mut anon, "/sign-in"),
        (&mut newcomer, "/declare/check"),
        (&mut town.resident, "/record"),
        (&mut town.host, "/homes"),
        (&mut clerk, "/desk"),
        (&mut officer, "/cases"),
    ] {
        for page in browser.crawl("en", &[start]).await {
            names.extend(page.forms().into_iter().flat_map(|form| form.names));
        }
    }
    assert!(names.len() > 25, "{names:?}");
    for name in names {
        assert_eq!(forbidden(&name), None, "{name}");
    }
    app.close().await;
}

#[test]
fn no_script_of_ours_reads_a_sensor_or_marks_a_browser() {
    const READS: [&str; 18] = [
        "geolocation",
        "getCurrentPosition",
        "watchPosition",
        "deviceorientation",
        "devicemotion",
        "getUserMedia",
        "enumerateDevices",
        "getBattery",
        "sendBeacon",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "hardwareConcurrency",
        "userAgent",
        "deviceMemory",
        "document.cookie",
        "screen.",
        "getTimezone",
    ];
    for (path, text) in files("crates/web/assets", &[".js"]) {
        for word in READS {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
    for (path, text) in files("crates/web/templates", &[".html"]) {
        for word in ["<script>", "onclick", "onload", "capture", "http-equiv", "<iframe", "<img src=\"http"] {
            assert!(!text.contains(word), "{word} in {path}");
        }
    }
    for (path, text) in files("locales", &[".ftl"]) {
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
            let id = line.split(" =").next().unwrap_or_default();
            assert_eq!(forbidden(id), None, "{id} in {path}");
        }
    }
}

/// A photo as a telephone makes it: with the place, the device and the moment in three kinds of metadata.
fn photo_of_a_telephone() -> Vec<u8> {
    let mut plain = Vec::new();
    RgbImage::from_fn(320, 240, |x, y| image::Rgb([x as u8, y as u8, 90]))
        .write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg)
        .unwrap();
    let segment = |marker: u8, content: &[u8]| {
        let mut out = vec![0xFF, marker];
        out.extend(((content.len() + 2) as u16).to_be_bytes());
        out.extend(content);
        out
    };
    let mut photo = plain[..2].to_vec();
    photo.extend(segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08GPSLatitude 55.7558 Make SAMPLEPHONE 2026:11:19 18:03:00"));
    photo.extend(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SAMPLEPHONE</x:xmpmeta>"));
    photo.extend(segment(0xED, b"Photoshop 3.0\x008BIM SAMPLEPHONE"));
    photo.extend(segment(0xFE, b"taken by SAMPLEPHONE"));
    photo.extend(&plain[2..]);
    photo.extend(b"SAMPLEPHONE after the end");
    photo
}

#[tokio::test]
async fn a_photo_comes_out_without_metadata() {
    let app = TestApp::new().await;
    let mut resident = app.anon();
    resident.answer("declare", "en", &[]).await;
    let step = resident.get("/en/declare/step/evidence").await.ok();
    resident.upload(&step, "/en/declare/photo", "My lease", &photo_of_a_telephone()).await.redirected();
    let check = resident.get("/en/declare/check").await.ok();
    resident.submit(&check, "/en/declare/check", "").await.redirected();

    let evidence = app.record(&resident).await.unwrap().evidence;
    let kept = app.service.photo(&resident.session().await, evidence[0].id).await.unwrap();
    assert!(image::load_from_memory(&kept).is_ok());
    for trace in [&b"Exif"[..], b"GPS", b"SAMPLEPHONE", b"xmpmeta", b"Photoshop", b"55.7558"] {
        assert!(!kept.windows(trace.len()).any(|part| part == trace), "{}", String::from_utf8_lossy(trace));
    }
    app.close().await;
}

#[tokio::test]
async fn cookies_hold_nothing_but_chance() {
    // That each value is nothing but characters of a token, `Browser` checks on every answer.
    let app = TestApp::new().await;
    let town = Town::settle(&app).await;
    let other = town.stranger.cookies;
    assert_eq!(town.resident.cookies.keys().map(String::as_str).collect::<Vec<_>>(), ["__Host-form", "__Host-session"]);
    assert!(town.resident.cookies.values().all(|value| value.len() <= 44 && !other.values().any(|v| v == value)));
    app.close().await;
}

#[tokio::test]
async fn no_log_line_tells_anything_of_a_person() {
    let app = TestApp::new().await;
    let mut town = Town::settle(&app).await;
    town.host.get("/en/homes/1").await.ok();
    let mut officer = app.officer().await;
    let cases = officer.queue().await;
    officer.open_case(&cases[0]).await.ok();
    let page = town.resident.get("/en/correct/names").await.ok();
    app.store.set(State::LostWhileWriting);
    town.resident.submit(&page, "/en/correct/names", "passport=NAMUNA+NILUFAR").await;
    app.store.set(State::There);
    assert!(captured_lines() > 0, "the failure was logged");
    assert_eq!(leaked_lines(), Vec::<String>::new(), "{NAME} must not be in a log");
    app.close().await;
}

#[tokio::test]
async fn what_is_kept_is_sealed() {
    for app in TestApp::on_each_engine("p01_sealed").await {
        Town::settle(&app).await;
        let kept = app.database.everything().await;
        for word in ["NAMUNA", "Namunaxon", "MISOLOV", "sample-person", "7654321", "555 01 02", "Породинская", "behind the mill"]
        {
            let hex: String = word.bytes().map(|b| format!("{b:02x}")).collect();
            for form in [word.as_bytes(), hex.as_bytes()] {
                assert!(!kept.windows(form.len()).any(|part| part == form), "{word} stands in the clear in {}", app.service.engine());
            }
        }
        app.close().await;
    }
}
