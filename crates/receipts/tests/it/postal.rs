//! A letter shows its address in the window of an envelope, and nothing else there.

use crate::samples;
use crate::tools::{File, letters};
use doorstep_receipts::{PdfError, PostalLetter, letter};

/// A millimetre in PostScript points.
const MM: f64 = 72.0 / 25.4;

/// A word of the first page: its text, and the corners of its box in millimetres from the corner of the paper.
struct Word {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

fn words(file: &File) -> Option<Vec<Word>> {
    let boxes = file.ask("pdftotext", &["-bbox", "-l", "1"], &["-"])?;
    let word = |line: &str| {
        let at = |name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).expect("a box");
            rest.split_once('"').and_then(|(number, _)| number.parse::<f64>().ok()).expect("a number") / MM
        };
        let text = line.split_once('>').and_then(|(_, rest)| rest.split_once('<')).map(|(text, _)| text.to_owned());
        Word { text: text.unwrap_or_default(), left: at("xMin"), top: at("yMin"), right: at("xMax"), bottom: at("yMax") }
    };
    Some(boxes.lines().filter(|line| line.contains("<word ")).map(word).collect())
}

#[test]
fn the_address_and_nothing_else_is_seen_through_the_window() {
    let postal = samples::postal();
    let Some(words) = words(&File::new(&letter(&postal).unwrap())) else { return };
    // DIN 5008 form B: 20 mm from the left, 45 mm from the top, 85 mm × 45 mm.
    let touches = |word: &&Word| word.right > 20.0 && word.left < 105.0 && word.bottom > 45.0 && word.top < 90.0;
    let seen: String = words.iter().filter(touches).map(|word| word.text.as_str()).collect();
    let meant: String = [postal.from.clone()].into_iter().chain(postal.to.clone()).collect();
    assert_eq!(letters(&seen), letters(&meant));
    for word in words.iter().filter(touches) {
        assert!(word.left >= 24.5 && word.right <= 105.0 && word.top >= 45.0 && word.bottom <= 90.0, "{}", word.text);
    }
    // The text begins below the address field.
    let subject = words.iter().find(|word| word.text == "Muddat").expect("the subject");
    assert!(subject.top > 97.0 && subject.top < 104.0, "{}", subject.top);
}

#[test]
fn both_languages_are_there_and_said_to_be() {
    let bytes = letter(&samples::postal()).unwrap();
    let raw = String::from_utf8_lossy(&bytes).into_owned();
    assert!(raw.contains("/Lang(uz)") && raw.contains("/Lang(ru)") && raw.contains("<pdfaid:part>2</pdfaid:part>"));
    let file = File::new(&bytes);
    let Some(text) = file.letters() else { return };
    for part in ["Roʻyxatdanoʻtishmuddati", "Срокрегистрацииистекает", "7Q4M-2K9X-81PD"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let Some(said) = file.ask("qpdf", &["--check"], &[]) else { return };
    assert!(said.contains("No syntax or stream encoding errors found"), "{said}");
}

#[test]
fn a_long_address_goes_on_below_the_window_and_pushes_the_text_down() {
    let long = "Посёлок у старой мельницы, жёлтый дом без номера, второй этаж направо. ".repeat(12);
    let postal = PostalLetter { to: vec!["Намуна Нодира".into(), long.clone()], ..samples::postal() };
    let file = File::new(&letter(&postal).unwrap());
    let Some(text) = file.letters() else { return };
    assert!(text.contains(&letters(&long)), "nothing is cut");
    let words = words(&file).expect("it was there a moment ago");
    let last = words.iter().filter(|word| word.text == "направо.").map(|word| word.bottom).fold(0.0, f64::max);
    let subject = words.iter().find(|word| word.text == "Muddat").expect("the subject");
    assert!(subject.top > last && last > 90.0, "{last} {}", subject.top);
}

#[test]
fn a_letter_to_nowhere_is_refused() {
    let with = |change: fn(&mut PostalLetter)| {
        let mut postal = samples::postal();
        change(&mut postal);
        letter(&postal).unwrap_err()
    };
    assert_eq!(with(|l| l.to = vec![" ".into()]), PdfError::Empty { field: "to" });
    assert_eq!(with(|l| l.to = vec!["a".into(); 9]), PdfError::TooManyEntries { limit: 8 });
    assert_eq!(with(|l| l.to = vec!["a".repeat(2_001)]), PdfError::TooLong { field: "to", characters: 2_001, limit: 2_000 });
    assert_eq!(with(|l| l.translation.as_mut().unwrap().lang = "русский".into()), PdfError::Language);
}
