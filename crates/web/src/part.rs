//! The parts of a form: each is a small template with its label, hint and error.

use crate::ctx::Ctx;
use crate::failure::Failure;
use crate::form::Errors;
use crate::frame::Frame;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use doorstep_locales::Locale;

fn described(id: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> =
        [(hint, "hint"), (error, "error")].iter().filter(|(on, _)| *on).map(|(_, what)| format!("{id}-{what}")).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

macro_rules! field {
    ($(#[$doc:meta])* $name:ident, $template:literal, { $($field:ident: $kind:ty = $default:expr),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Template, Clone)]
        #[template(path = $template)]
        pub(crate) struct $name {
            l: Locale,
            id: String,
            label: String,
            hint: Option<String>,
            error: Option<String>,
            question: bool,
            $($field: $kind,)*
        }

        impl $name {
            /// A field with its label; `error` is the one noted for its id.
            pub(crate) fn new(l: Locale, id: &str, label: String, errors: &Errors) -> Self {
                $name { l, id: id.to_owned(), label, hint: None, error: errors.on(id).map(str::to_owned), question: false, $($field: $default,)* }
            }

            /// The label is the heading of the page.
            pub(crate) fn question(mut self) -> Self {
                self.question = true;
                self
            }

            pub(crate) fn hint(mut self, hint: String) -> Self {
                self.hint = Some(hint);
                self
            }

            fn described(&self) -> Option<String> {
                described(&self.id, self.hint.is_some(), self.error.is_some())
            }
        }
    };
}

field!(
    /// One line.
    Input, "part/input.html", {
        kind: &'static str = "text", value: String = String::new(), width: Option<u8> = None, autocomplete: &'static str = "off",
        lang: Option<String> = None, list: Option<Vec<String>> = None, code: bool = false, search: bool = false, focus: bool = false,
    }
);
field!(
    /// Several lines.
    Textarea, "part/textarea.html", { value: String = String::new(), rows: u8 = 4, zone: bool = false, focus: bool = false, lang: Option<&'static str> = None }
);
/// A photo.
#[derive(Template, Clone)]
#[template(path = "part/file.html")]
pub(crate) struct File {
    l: Locale,
    id: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    question: bool,
}

impl File {
    /// A field with its label and hint; `error` is the one noted for its id.
    pub(crate) fn new(l: Locale, id: &str, label: String, hint: String, errors: &Errors) -> Self {
        File { l, id: id.to_owned(), label, hint: Some(hint), error: errors.on(id).map(str::to_owned), question: false }
    }

    fn described(&self) -> Option<String> {
        described(&self.id, self.hint.is_some(), self.error.is_some())
    }
}
field!(
    /// One of many.
    Select, "part/select.html", { value: String = String::new(), options: Vec<(String, String)> = Vec::new() }
);
field!(
    /// A day, as three fields.
    DateInput, "part/date.html", { value: crate::date_answer::DateAnswer = Default::default(), birth: bool = false }
);
field!(
    /// Radios, or checkboxes.
    Choices, "part/choices.html", { choices: Vec<Choice> = Vec::new(), many: bool = false }
);

impl Input {
    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
    pub(crate) fn width(mut self, width: u8) -> Self {
        self.width = Some(width);
        self
    }
    /// `email`, `tel`, `text`.
    pub(crate) fn kind(mut self, kind: &'static str) -> Self {
        self.kind = kind;
        self
    }
    /// A token of HTML's autofill.
    pub(crate) fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }
    /// Values to offer.
    pub(crate) fn list(mut self, list: Vec<String>) -> Self {
        self.list = (!list.is_empty()).then_some(list);
        self
    }
    /// A code, set in groups.
    pub(crate) fn code(mut self) -> Self {
        self.code = true;
        self
    }
    /// Where typing begins.
    pub(crate) fn focused(mut self) -> Self {
        self.focus = true;
        self
    }
    /// An address search, with suggestions where there is a script.
    pub(crate) fn search(mut self) -> Self {
        self.search = true;
        self
    }
}

impl Textarea {
    /// The machine-readable zone of a document, with its button: a scanner types it and ends with Enter.
    pub(crate) fn zone(mut self) -> Self {
        (self.zone, self.rows) = (true, 3);
        self
    }
    /// Where typing begins.
    pub(crate) fn focused(mut self, focus: bool) -> Self {
        self.focus = focus;
        self
    }
    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }
    /// A text in another language than the page's.
    pub(crate) fn lang(mut self, tag: &'static str) -> Self {
        self.lang = Some(tag);
        self
    }
}

impl Select {
    pub(crate) fn options(mut self, options: Vec<(String, String)>, value: impl Into<String>) -> Self {
        self.options = options;
        self.value = value.into();
        self
    }
}

impl DateInput {
    pub(crate) fn value(mut self, value: crate::date_answer::DateAnswer) -> Self {
        self.value = value;
        self
    }
    pub(crate) fn birth(mut self) -> Self {
        self.birth = true;
        self
    }
}

/// One of the choices.
#[derive(Clone)]
pub(crate) struct Choice {
    value: String,
    label: String,
    /// The label in pieces, each with whether it was typed; empty where nothing is to be marked.
    marked: Vec<(String, bool)>,
    hint: Option<String>,
    chosen: bool,
    after_or: bool,
    foreign: bool,
}

impl Choice {
    pub(crate) fn new(value: &str, label: String, chosen: bool) -> Self {
        Choice { value: value.to_owned(), label, marked: Vec::new(), hint: None, chosen, after_or: false, foreign: false }
    }
    pub(crate) fn hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
    /// Marks what was typed in an address.
    pub(crate) fn typed(mut self, query: &str) -> Self {
        self.marked = doorstep_addresses::marked(query, &self.label).iter().map(|p| (p.text.to_owned(), p.typed)).collect();
        self
    }
    /// Set apart by "or".
    pub(crate) fn after_or(mut self) -> Self {
        self.after_or = true;
        self
    }
    /// A label that is not in the language of the page, such as an address.
    pub(crate) fn foreign(mut self) -> Self {
        self.foreign = true;
        self
    }
}

impl Choices {
    pub(crate) fn choices(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }
    /// Checkboxes.
    pub(crate) fn many(mut self) -> Self {
        self.many = true;
        self
    }
    fn base(&self) -> &'static str {
        if self.many { "ds-checkboxes" } else { "ds-radios" }
    }
    fn kind(&self) -> &'static str {
        if self.many { "checkbox" } else { "radio" }
    }
    // The first carries the field's own id, so that the error summary's link reaches it.
    fn item_id(&self, index: &usize) -> String {
        if *index == 0 { self.id.clone() } else { format!("{}-{}", self.id, index + 1) }
    }
}

/// Escapes text for HTML.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A paragraph.
pub(crate) fn paragraph(text: &str) -> String {
    format!("<p class=\"ds-body\">{}</p>", escape(text))
}

/// A text that is set apart.
pub(crate) fn inset(text: &str) -> String {
    format!("<div class=\"ds-inset-text\">{}</div>", escape(text))
}

/// An explanation that opens on demand.
pub(crate) fn details(summary: &str, text: &str) -> String {
    folded(summary, &escape(text))
}

/// HTML that opens on demand.
pub(crate) fn folded(summary: &str, html: &str) -> String {
    format!(
        "<details class=\"ds-details\"><summary class=\"ds-details__summary\"><span class=\"ds-details__summary-text\">{}</span></summary><div class=\"ds-details__text\">{html}</div></details>",
        escape(summary)
    )
}

/// A page with one question, or a few that belong together.
#[derive(Template)]
#[template(path = "question.html")]
pub(crate) struct Question {
    pub(crate) f: Frame,
    pub(crate) errors: Errors,
    pub(crate) caption: Option<String>,
    pub(crate) heading: Option<String>,
    pub(crate) before: Vec<String>,
    pub(crate) parts: Vec<String>,
    pub(crate) hidden: Vec<(String, String)>,
    pub(crate) button: String,
    pub(crate) links: Vec<(String, String)>,
    pub(crate) multipart: bool,
    pub(crate) warning: bool,
    /// As wide as the page.
    pub(crate) wide: bool,
}

impl Question {
    /// A question with a button "Continue".
    pub(crate) fn new(f: Frame, errors: Errors) -> Self {
        let button = f.t("continue");
        Question {
            f,
            errors,
            caption: None,
            heading: None,
            before: Vec::new(),
            parts: Vec::new(),
            hidden: Vec::new(),
            button,
            links: Vec::new(),
            multipart: false,
            warning: false,
            wide: false,
        }
    }

    /// A heading, where no field is the question.
    pub(crate) fn heading(mut self, text: String) -> Self {
        self.heading = Some(text);
        self
    }

    /// A field.
    pub(crate) fn field(mut self, field: impl Template) -> Self {
        self.parts.push(field.render().unwrap_or_default());
        self
    }

    /// Ready-made HTML.
    pub(crate) fn html(mut self, html: String) -> Self {
        self.parts.push(html);
        self
    }

    /// Ready-made HTML in front of the form, under the heading.
    pub(crate) fn before(mut self, html: String) -> Self {
        self.before.push(html);
        self
    }

    /// A hidden field.
    pub(crate) fn hidden(mut self, name: &str, value: impl ToString) -> Self {
        self.hidden.push((name.to_owned(), value.to_string()));
        self
    }

    /// Another button text.
    pub(crate) fn button(mut self, text: String) -> Self {
        self.button = text;
        self
    }

    /// Only a link, nothing to send.
    pub(crate) fn linked(mut self, path: impl Into<String>, text: String) -> Self {
        self.button.clear();
        self.link(path, text)
    }

    /// A link beside the button.
    pub(crate) fn link(mut self, path: impl Into<String>, text: String) -> Self {
        self.links.push((path.into(), text));
        self
    }

    /// The answer: 200, or 422 where something is to be mended.
    pub(crate) fn respond(mut self, ctx: &Ctx) -> Result<Response, Failure> {
        let status = if self.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        self.f.error = !self.errors.is_empty();
        ctx.page(status, &self)
    }
}
