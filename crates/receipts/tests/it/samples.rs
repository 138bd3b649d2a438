//! Documents about people who do not exist.

use doorstep_receipts::{Blank, Document, PostalLetter, Qr, Row, Section, Translation};

/// A receipt in Russian with a name in every script of the fonts, and the names.
pub fn receipt() -> (Document, Vec<&'static str>) {
    let names = vec![
        "Ғайрат Ўктамович Жўраев",
        "Gʻayrat Oʻktamovich Joʻrayev",
        "Ġayrat Ōktamovich Jūrayev",
        "Գայրատ Սարգսյան",
        "გაირათ ჩხეიძე",
        "غیرت احمدی",
        "Nguyễn Thị Ái",
        "Ҷӯраев Ғайрат",
    ];
    let document = Document {
        lang: "ru".into(),
        title: "Подтверждение регистрации по месту пребывания".into(),
        issuer: "Doorstep · Реестр мест жительства, город Речной".into(),
        lead: vec!["Эта бумага подтверждает, что человек, названный ниже, заявил свой адрес. Заявление действует с момента подачи.".into()],
        sections: vec![
            section("Человек", &names.iter().map(|name| ("Имя, как в заявлении", *name)).collect::<Vec<_>>()),
            section(
                "Заявление",
                &[
                    ("Номер", "7Q4M-2K9X-81PD"),
                    ("Адрес", "ул. Садовая-Триумфальная, д. 12, корп. 3, кв. 48\nг. Речной"),
                    ("Живёт здесь с", "3 февраля 2026 г."),
                    ("Заявлено", "5 февраля 2026 г., 14:07 (по Москве)"),
                    ("Степень проверки", "со слов заявителя"),
                    ("Правило", "7 рабочих дней со дня прибытия: 109-ФЗ, статья 20, часть 3"),
                ],
            ),
            Section {
                heading: Some("Ваши права".into()),
                paragraphs: vec!["Никто не может прекратить эту регистрацию без решения, о котором вас предупредят заранее.".into()],
                list: vec![
                    "Исправить любую запись или оспорить её.".into(),
                    "Увидеть, кто и зачем открывал ваши данные.".into(),
                    "Выгрузить всё, что о вас хранится, в одном файле.".into(),
                ],
                ..Section::default()
            },
        ],
        qr: Some(Qr {
            link: "https://doorstep.example/check/7Q4M-2K9X-81PD".into(),
            alt: "QR-код со ссылкой на проверку этого подтверждения".into(),
            caption: "Проверить подтверждение: наведите камеру".into(),
        }),
        footer: "Выдано реестром города Речной. Проверка по ссылке не открывает запись о человеке.".into(),
        made_at: "2026-02-05T11:07:09Z".parse().expect("a time"),
    };
    (document, names)
}

/// A letter without a code.
pub fn letter() -> Document {
    Document {
        lang: "uz-Latn".into(),
        title: "Muddat haqida eslatma".into(),
        issuer: "Doorstep".into(),
        lead: vec![
            "Hurmatli Oʻgʻiloy Soʼzana qizi!".into(),
            "Roʻyxatdan oʻtish muddati 12-fevralda tugaydi. Siz hali kechikmadingiz va hech narsa oʻz-oʻzidan bekor qilinmaydi.".into(),
            "Quyida muddat qanday hisoblangani yozilgan. Agar biror narsa notoʻgʻri boʻlsa, bizga yozing.".into(),
        ],
        sections: vec![section("Hisob", &[("Kelgan kun", "2026-yil 3-fevral"), ("Qoida", "7 ish kuni")])],
        qr: None,
        footer: "Doorstep".into(),
        made_at: "2026-02-05T11:07:09Z".parse().expect("a time"),
    }
}

/// A letter in an envelope, in Uzbek with the same in Russian.
pub fn postal() -> PostalLetter {
    let (receipt, _) = receipt();
    PostalLetter {
        document: Document { sections: vec![], qr: receipt.qr, ..letter() },
        from: "Doorstep · Реестр мест жительства, ул. Ратушная, д. 1, г. Речной".into(),
        to: vec![
            "Oʻgʻiloy Soʼzana qizi Namunayeva".into(),
            "ул. Садовая-Триумфальная, д. 12, корп. 3".into(),
            "кв. 48, комната 2".into(),
            "г. Речной".into(),
        ],
        facts: vec![
            Row { label: "Sana".into(), value: "2026-yil 5-fevral".into() },
            Row { label: "Xat raqami".into(), value: "7Q4M-2K9X-81PD".into() },
        ],
        translation: Some(Translation {
            lang: "ru".into(),
            title: "Напоминание о сроке".into(),
            paragraphs: vec!["Срок регистрации истекает 12 февраля. Вы ещё не опоздали, и ничто не отменяется само.".into()],
        }),
    }
}

/// An export of `rows` looks, over many pages.
pub fn export(rows: usize) -> Document {
    let looks = (0..rows).map(|n| Row {
        label: format!("2026-02-{:02}, 10:{:02}", n % 28 + 1, n % 60),
        value: format!("Officer 0{} of the desk in Rechnoy opened: name, address. Purpose: correction, case C-{n}.", n % 7),
    });
    Document {
        lang: "en-GB".into(),
        title: "All that is held about you".into(),
        lead: vec!["This is everything, and who has looked at it.".into()],
        sections: vec![Section { heading: Some("Who looked".into()), rows: looks.collect(), ..Section::default() }],
        qr: None,
        footer: "Made for the person named in it".into(),
        ..receipt().0
    }
}

/// A form to be filled in by hand, with a sheet of its own at the end.
pub fn form() -> Document {
    let blank = |n: u8| Blank {
        label: format!("{n}. Где вы живёте?"),
        hint: if n.is_multiple_of(2) { String::new() } else { "Как на двери. Или опишите место.".into() },
        lines: n % 4 + 1,
    };
    Document {
        lang: "ru".into(),
        title: "Я сообщаю, где живу".into(),
        lead: vec!["Пишите на любом языке, любыми буквами.".into()],
        sections: vec![
            Section { blanks: (1..=9).map(blank).collect(), ..Section::default() },
            Section { heading: Some("Коды".into()), list: vec!["7Q4M-2K9X-81PD-AAAA".into()], apart: true, ..Section::default() },
        ],
        qr: None,
        footer: "Номера полей одинаковы на всех языках.".into(),
        ..receipt().0
    }
}

/// Right to left, with values that run left to right.
pub fn persian() -> Document {
    Document {
        lang: "fa".into(),
        title: "رسید ثبت محل زندگی".into(),
        issuer: "دورستپ".into(),
        lead: vec!["این برگه نشان می‌دهد که شما نشانی خود را اعلام کرده‌اید.".into()],
        sections: vec![Section {
            heading: Some("شخص".into()),
            rows: vec![
                Row { label: "نام".into(), value: "فاطمه احمدی".into() },
                Row { label: "نام لاتین".into(), value: "Fatemeh Ahmadi (7Q4M-2K9X)".into() },
            ],
            list: vec!["اصلاح هر بخش".into()],
            ..Section::default()
        }],
        footer: "دورستپ".into(),
        ..receipt().0
    }
}

/// Names and words that want to leave the page.
pub fn overflowing() -> Document {
    let (plain, _) = receipt();
    let wide = "Ш".repeat(200);
    Document {
        title: "Ж".repeat(200),
        issuer: "Щ".repeat(200),
        footer: "W".repeat(240),
        lead: vec!["Ы".repeat(400)],
        sections: vec![Section {
            heading: Some("Ю".repeat(200)),
            rows: vec![
                Row { label: "Ф".repeat(120), value: wide.clone() },
                Row { label: "Arabic".into(), value: "ض".repeat(200) },
                Row { label: "No glyphs".into(), value: "李😀\u{202e}\u{0}".repeat(20) },
                Row { label: "Many lines".into(), value: "a\n".repeat(120) },
            ],
            paragraphs: vec![wide.clone()],
            list: vec![wide.clone()],
            blanks: vec![Blank { label: wide.clone(), hint: wide, lines: 12 }],
            apart: true,
        }],
        qr: plain
            .qr
            .clone()
            .map(|qr| Qr { link: format!("https://doorstep.example/{}", "x".repeat(600)), caption: "Щ".repeat(100), ..qr }),
        ..plain
    }
}

fn section(heading: &str, rows: &[(&str, &str)]) -> Section {
    Section {
        heading: Some(heading.into()),
        rows: rows.iter().map(|(label, value)| Row { label: (*label).into(), value: (*value).into() }).collect(),
        ..Section::default()
    }
}
