//! A sheet of slips: each says what it is for, and its code leads there.

use crate::tools::{File, letters};
use doorstep_receipts::{PdfError, Qr, Sheet, Slip, sheet};
use jiff::Timestamp;
use std::collections::BTreeSet;

fn slips(n: usize) -> Sheet {
    let slip = |i: usize| Slip {
        title: format!("Комната {}", 100 + i),
        text: "Наведите телефон, чтобы сообщить, что вы здесь живёте. Вы решаете всё сами и можете всё изменить.".into(),
        qr: Qr {
            link: format!("https://town.example/uz-Latn/i/wJ4Qm2kq7ZpXy8RrA1b2c3.D4e5F6g7H8i9J0kLmNoP{i:02}"),
            alt: "Код со ссылкой".into(),
            caption: "Начать".into(),
        },
    };
    Sheet {
        lang: "ru".into(),
        title: "Ссылки, чтобы указать, где вы живёте".into(),
        issuer: "Отдел учёта города Порожска".into(),
        lead: vec!["Порожск, Садовая, дом 1".into(), "Разрежьте по линиям. Пользоваться полоской не обязательно.".into()],
        slips: (0..n).map(slip).collect(),
        footer: "В этих ссылках адрес и нет имён.".into(),
        made_at: "2026-02-05T11:07:09Z".parse::<Timestamp>().expect("a moment"),
    }
}

#[test]
fn each_slip_says_its_room_and_leads_there() {
    let asked = slips(9);
    let bytes = sheet(&asked).unwrap();
    let raw = String::from_utf8_lossy(&bytes).into_owned();
    for part in ["<pdfaid:part>2</pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part>", "/Lang(ru)"] {
        assert!(raw.contains(part), "{part}");
    }
    assert_eq!(bytes, sheet(&asked).unwrap(), "the same sheet gives the same bytes");
    let file = File::new(&bytes);
    let Some(text) = file.letters() else { return };
    for slip in &asked.slips {
        assert!(text.contains(&letters(&slip.title)), "{} in {text}", slip.title);
    }
    let Some(page) = file.picture().map(|path| image::open(path).unwrap().into_luma8()) else { return };
    // One slip at a time, as a telephone sees it.
    let (width, height) = (page.width() / 2, page.height() / 6);
    let rows = (0..4).map(|row| page.height() * 61 / 297 + row * page.height() * 42 / 297);
    let windows = rows.flat_map(|y| [0, width].map(|x| (x, y)));
    let links: BTreeSet<String> = windows
        .flat_map(|(x, y)| {
            let slip = |i: usize, j: usize| page.get_pixel(x + i as u32, y + j as u32).0[0];
            let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width as usize, height as usize, slip);
            seen.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, link)| link).collect::<Vec<_>>()
        })
        .collect();
    assert!(links.len() >= 8, "{} codes on the first page", links.len());
    assert!(links.iter().all(|link| asked.slips.iter().any(|slip| slip.qr.link == *link)));
}

#[test]
fn a_sheet_has_limits_and_holds_a_whole_dormitory() {
    assert!(sheet(&slips(300)).is_ok());
    assert_eq!(sheet(&slips(1001)), Err(PdfError::TooManyEntries { limit: 1_000 }));
    let with = |change: fn(&mut Sheet)| {
        let mut asked = slips(1);
        change(&mut asked);
        sheet(&asked).unwrap_err()
    };
    assert_eq!(with(|s| s.slips[0].title = " ".into()), PdfError::Empty { field: "title" });
    assert_eq!(with(|s| s.slips[0].qr.alt = String::new()), PdfError::Empty { field: "qr.alt" });
    assert_eq!(with(|s| s.slips[0].title = "x".repeat(61)), PdfError::TooLong { field: "title", characters: 61, limit: 60 });
    assert_eq!(with(|s| s.lang = "русский".into()), PdfError::Language);
}
