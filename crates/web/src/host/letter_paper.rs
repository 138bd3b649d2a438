//! A letter to an address, for an envelope with a window: in the office's language, and short in the others. It names nobody.

use crate::ctx::Ctx;
use crate::record::PlaceWords;
use doorstep_locales::Locale;
use doorstep_service::{Document, PostalLetter, PrintedLetter, Qr, Row, Section};
use doorstep_storage::HostLetterFor;

/// The letter as it is set.
pub(super) fn letter(ctx: &Ctx, letter: &PrintedLetter) -> PostalLetter {
    let settings = ctx.service().settings();
    let l = settings.locale;
    let kind = match letter.purpose {
        HostLetterFor::Entry => "entry",
        HostLetterFor::Home => "home",
    };
    let text = |l: Locale, part: &str| l.t(&format!("letter-{kind}-{part}"));
    let row = |label: &str, value: String| Row { label: l.t(label), value };
    let page = format!("{}/{l}/host", settings.base_url);
    let key = vec![
        row("letter-page", page.clone()),
        row("letter-number", letter.number.to_string()),
        row("host-letter-code", letter.code.to_string()),
        row("letter-until", l.date(letter.until)),
    ];
    let plain = vec![l.t("host-no-right"), l.t("host-liability")];
    let mut sections = vec![
        Section { heading: Some(l.t("letter-how")), rows: key, ..Section::default() },
        Section { heading: Some(l.t("hosts-no-right-title")), paragraphs: plain, ..Section::default() },
    ];
    for other in Locale::EVERY.into_iter().filter(|other| *other != l) {
        let short = vec![text(other, "short"), other.t("letter-short-how")];
        sections.push(Section { heading: Some(other.own_name().to_owned()), paragraphs: short, ..Section::default() });
    }
    let today = l.date(ctx.service().today());
    PostalLetter {
        document: Document {
            lang: l.tag().to_owned(),
            title: text(l, "title"),
            issuer: settings.issuer.clone(),
            lead: vec![text(l, "what"), text(l, "then"), l.t("letter-need-not")],
            sections,
            qr: Some(Qr {
                link: format!("{page}?n={}&c={}", letter.number, letter.code),
                alt: l.t("host-letter-qr-alt"),
                caption: l.t("host-letter-qr-caption"),
            }),
            footer: l.t("host-letter-footer"),
            made_at: ctx.service().now(),
        },
        from: settings.return_address.clone(),
        to: vec![text(l, "addressee"), PlaceWords::of(l, &letter.place).plain()],
        facts: vec![row("letter-date", today)],
        translation: None,
    }
}
