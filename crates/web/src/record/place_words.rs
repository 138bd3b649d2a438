//! A place in words.

use askama::Template;
use doorstep_locales::Locale;
use doorstep_register::Place;
use doorstep_service::StatementPlace;

/// A place as it is shown: the line itself, flat and room, and what kind of place it is where that needs saying.
#[derive(Template, Clone, PartialEq, Eq, Debug)]
#[template(path = "record/place.html")]
pub(crate) struct PlaceWords {
    line: String,
    unit: Option<String>,
    note: Option<String>,
}

impl PlaceWords {
    fn new(l: Locale, kind: &str, text: &str, flat: Option<&str>, room: Option<&str>) -> Self {
        let flat = flat.map(|flat| l.t1("place-flat", "flat", flat));
        let room = room.map(|room| l.t1("place-room", "room", room));
        let unit: Vec<String> = [flat, room].into_iter().flatten().collect();
        let note = match kind {
            "not_listed" => Some(l.t("place-not-listed")),
            "no_fixed_address" => Some(l.t("place-no-fixed-address")),
            _ => None,
        };
        PlaceWords { line: text.to_owned(), unit: (!unit.is_empty()).then(|| unit.join(", ")), note }
    }

    /// The words for a place on the record.
    pub(crate) fn of(l: Locale, place: &Place) -> Self {
        Self::of_statement(l, &StatementPlace::from(place))
    }

    /// The words for a place on a receipt.
    pub(crate) fn of_statement(l: Locale, place: &StatementPlace) -> Self {
        Self::new(l, &place.kind, &place.text, place.flat.as_deref(), place.room.as_deref())
    }

    /// The same as one paragraph of plain text.
    pub(crate) fn plain(&self) -> String {
        let mut out = match &self.unit {
            Some(unit) => format!("{}, {unit}", self.line),
            None => self.line.clone(),
        };
        if let Some(note) = &self.note {
            out.push_str(&format!(" ({note})"));
        }
        out
    }

    /// HTML for a part of a form.
    pub(crate) fn html(&self) -> String {
        self.render().unwrap_or_default()
    }
}
