//! `/desk/papers`: what the person takes along, in their own language: the receipt, and on a sheet of its own the codes. To somebody who sent a
//! paper form it is the answer by post.

use super::{helping, language, languages};
use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::{Errors, Form, Posted};
use crate::frame::Frame;
use crate::part::{Choice, Choices, Question, Select};
use crate::record::qr::QrPicture;
use crate::record::statement_words::{StatementRow, rows, title};
use crate::record::{PlaceWords, pdf, receipt_paper};
use askama::Template;
use axum::response::Response;
use doorstep_locales::Locale;
use doorstep_service::{Document, IssuedReceipt, PostalLetter, Qr, Row, Section};

/// The greatest length of a code that is printed, in characters, and how many are on a sheet.
const CODE: (usize, usize) = (20, 8);

pub(super) async fn get(ctx: Ctx) -> Result<Response, Failure> {
    let session = helping(&ctx)?;
    let record = ctx.service().record(session).await?;
    let without = ctx.service().codes_left(session).await? == 0;
    let l = ctx.l;
    let (title, errors) = (l.t("desk-papers-title"), Errors::default());
    let theirs = language(&ctx, &record.contact);
    let printed = Select::new(l, "language", l.t("desk-papers-language"), &errors).options(languages(), theirs.tag());
    let codes = vec![Choice::new("yes", l.t("desk-papers-codes"), without)];
    let codes = Choices::new(l, "codes", l.t("desk-papers-codes-legend"), &errors).many().choices(codes);
    Question::new(ctx.frame(title.clone()).back("/desk"), errors)
        .heading(title)
        .field(printed)
        .field(codes)
        .button(l.t("desk-papers-make"))
        .respond(&ctx)
}

pub(super) async fn post(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let session = helping(&ctx)?;
    let locale: Locale = form.get("language").parse().unwrap_or(ctx.l);
    let codes = if form.get("codes") == "yes" { ctx.service().new_codes(session).await? } else { Vec::new() };
    show(&ctx, locale, codes).await
}

/// A receipt on the page.
struct Printed {
    title: String,
    rows: Vec<StatementRow>,
    qr: Option<QrPicture>,
}

#[derive(Template)]
#[template(path = "staff/papers.html")]
struct Page {
    f: Frame,
    /// The language of the papers.
    p: Locale,
    letter: Option<Letter>,
    receipts: Vec<Printed>,
    rights: [String; 3],
    codes: Vec<String>,
    link: String,
}

impl Page {
    fn groups<'a>(&self, code: &'a str) -> Vec<&'a str> {
        code.split('-').collect()
    }
}

/// The answer to a paper form.
struct Letter {
    text: String,
    name: String,
    address: String,
}

/// The newest receipts with one number: of the person, and of the family who declared with them.
async fn receipts(ctx: &Ctx) -> Result<Vec<IssuedReceipt>, Failure> {
    let all = ctx.service().receipts(helping(ctx)?).await?;
    let newest = all.first().map(|receipt| receipt.statement.reference.clone());
    Ok(all.into_iter().filter(|receipt| Some(&receipt.statement.reference) == newest.as_ref()).collect())
}

fn letter(theirs: &Ctx, receipts: &[IssuedReceipt]) -> Option<Letter> {
    let (l, session) = (theirs.l, theirs.session.as_ref()?);
    let posted = session.posted_on()?;
    let own = receipts.iter().find(|receipt| Some(receipt.person) == session.person()).or(receipts.first());
    let statement = own.map(|receipt| &receipt.statement);
    Some(Letter {
        text: l.t1("papers-letter-text", "day", l.date(posted)),
        name: statement.and_then(|statement| statement.names.first().cloned()).unwrap_or_default(),
        address: statement.and_then(|s| s.place.as_ref()).map(|place| PlaceWords::of_statement(l, place).plain()).unwrap_or_default(),
    })
}

fn sign_in_link(theirs: &Ctx) -> String {
    format!("{}/{}/sign-in/code", theirs.service().settings().base_url, theirs.l)
}

fn rights(l: Locale) -> [String; 3] {
    ["rights-effect", "rights-correct", "rights-appeal"].map(|id| l.t(id))
}

/// The papers as a page to be printed. Whatever is not on paper is in the clerk's language.
pub(super) async fn show(ctx: &Ctx, locale: Locale, codes: Vec<String>) -> Result<Response, Failure> {
    let theirs = ctx.in_language(locale);
    let receipts = receipts(&theirs).await?;
    let printed = |receipt: &IssuedReceipt| {
        let link = receipt_paper::link(&theirs, receipt);
        Printed {
            title: title(locale, &receipt.statement),
            rows: rows(&theirs, &receipt.statement),
            qr: QrPicture::of(&link, locale.t("receipt-qr-alt"), locale.t("receipt-qr-caption")),
        }
    };
    ctx.ok(&Page {
        f: ctx.frame(ctx.l.t("desk-papers-ready")).back("/desk"),
        p: locale,
        letter: letter(&theirs, &receipts),
        receipts: receipts.iter().map(printed).collect(),
        rights: rights(locale),
        codes,
        link: sign_in_link(&theirs),
    })
}

/// `/desk/papers/pdf`: the papers that the page still shows, as a file.
pub(super) async fn pdf(Posted { ctx, form }: Posted) -> Result<Response, Failure> {
    let theirs = ctx.in_language(form.get("language").parse().unwrap_or(ctx.l));
    let receipts = receipts(&theirs).await?;
    let document = document(&theirs, &receipts, codes(&form));
    match letter(&theirs, &receipts) {
        Some(letter) => pdf::letter(&ctx, posted(&theirs, letter, document), "doorstep-letter.pdf").await,
        None => pdf::answer(&ctx, document, "doorstep-papers.pdf").await,
    }
}

/// The answer to a paper form, with the address where a window envelope shows it.
fn posted(theirs: &Ctx, letter: Letter, document: Document) -> PostalLetter {
    let (l, service) = (theirs.l, theirs.service());
    PostalLetter {
        from: service.settings().return_address.clone(),
        to: [letter.name, letter.address].into_iter().filter(|line| !line.is_empty()).collect(),
        facts: vec![Row { label: l.t("letter-day"), value: l.date(service.today()) }],
        translation: None,
        document: Document { title: l.t("papers-letter-title"), lead: vec![letter.text, l.t("papers-letter-check")], ..document },
    }
}

fn codes(form: &Form) -> Vec<String> {
    let good = |code: &&str| code.len() <= CODE.0 && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    form.all("code").filter(good).take(CODE.1).map(str::to_owned).collect()
}

fn document(theirs: &Ctx, receipts: &[IssuedReceipt], codes: Vec<String>) -> Document {
    let l = theirs.l;
    let settings = theirs.service().settings();
    let row = |label: String, value: String| Row { label, value };
    let mut sections = Vec::new();
    for receipt in receipts {
        let rows = rows(theirs, &receipt.statement).into_iter().map(|r| row(r.label, r.value)).collect();
        sections.push(Section { heading: Some(title(l, &receipt.statement)), rows, ..Section::default() });
    }
    if !receipts.is_empty() {
        sections.push(Section { heading: Some(l.t("rights-title")), list: rights(l).to_vec(), ..Section::default() });
    }
    if !codes.is_empty() {
        let paragraphs = vec![l.t("papers-codes-apart"), l.t("codes-paper-lead"), sign_in_link(theirs)];
        let apart = !sections.is_empty();
        sections.push(Section { heading: Some(l.t("codes-new-title")), paragraphs, list: codes, apart, ..Section::default() });
    }
    let qr = receipts.first().map(|receipt| Qr {
        link: receipt_paper::link(theirs, receipt),
        alt: l.t("receipt-qr-alt"),
        caption: l.t("receipt-qr-caption"),
    });
    Document {
        lang: l.tag().to_owned(),
        title: l.t("papers-title"),
        issuer: settings.issuer.clone(),
        lead: Vec::new(),
        sections,
        qr,
        footer: receipts.first().map_or_else(String::new, |r| l.t1("receipt-footer", "reference", r.statement.reference.as_str())),
        made_at: theirs.service().now(),
    }
}
