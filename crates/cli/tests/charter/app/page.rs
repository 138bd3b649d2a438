//! An answer of the site, and what can be read on it.

use super::browser::encoded;
use axum::http::{HeaderMap, StatusCode, header};

/// An answer.
#[derive(Clone)]
pub struct Page {
    /// What was asked for.
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// A form on a page.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    /// Fields with the values that they are sent with unless somebody changes them.
    pub hidden: Vec<(String, String)>,
    /// The names of all fields.
    pub names: Vec<String>,
}

fn unescape(text: &str) -> String {
    const WRITTEN: [(&str, &str); 10] = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&lt;", "<"),
        ("&#60;", "<"),
        ("&gt;", ">"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    WRITTEN.iter().fold(text.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

/// The value of an attribute in the text of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let marker = format!(" {name}=\"");
    let rest = &tag[tag.find(&marker)? + marker.len()..];
    Some(unescape(&rest[..rest.find('"')?]))
}

/// The tags of a kind, as text between `<` and `>`.
fn tags<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split('<').skip(1).filter_map(move |piece| {
        let rest = piece.strip_prefix(name)?;
        if !rest.starts_with([' ', '>', '\n']) {
            return None;
        }
        Some(&piece[..piece.find('>').unwrap_or(piece.len())])
    })
}

impl Page {
    /// The text of a page.
    pub fn html(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or("")
    }

    /// The text of a page without the tokens of its forms, which are chance.
    pub fn without_tokens(&self) -> String {
        let mut parts = self.html().split("name=\"csrf\" value=\"");
        let first = parts.next().unwrap_or_default();
        let rest = parts.map(|part| part.split_once('"').map_or(part, |(_, rest)| rest));
        std::iter::once(first).chain(rest).collect()
    }

    /// A header; empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads; fails if it leads nowhere.
    #[track_caller]
    pub fn redirected(&self) -> String {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}: {}", self.path, self.html());
        self.header(header::LOCATION.as_str()).to_owned()
    }

    /// The same page; fails if it is not an ordinary one.
    #[track_caller]
    pub fn ok(self) -> Page {
        assert_eq!(self.status, StatusCode::OK, "{}: {}", self.path, self.html());
        self
    }

    /// Whether it shows a text, however it had to be escaped.
    pub fn shows(&self, text: &str) -> bool {
        unescape(self.html()).contains(text)
    }

    /// The links to other pages of the site.
    pub fn links(&self) -> Vec<String> {
        tags(self.html(), "a").filter_map(|tag| attribute(tag, "href")).filter(|href| href.starts_with('/')).collect()
    }

    /// The forms.
    pub fn forms(&self) -> Vec<Form> {
        let html = self.html();
        html.split("<form")
            .skip(1)
            .map(|piece| form(&format!("form{}", piece.split("</form>").next().unwrap_or_default()), &self.path))
            .collect()
    }

    /// The texts that stand in the boxes of the page, as its form sends them.
    pub fn boxes(&self) -> String {
        let boxes = self.html().split("<textarea").skip(1).map(|piece| {
            let (tag, rest) = piece.split_once('>').expect("a tag ends");
            let name = attribute(tag, "name").expect("a box has a name");
            let value = unescape(rest.split("</textarea").next().unwrap_or_default());
            format!("{name}={}", encoded(&value))
        });
        boxes.collect::<Vec<_>>().join("&")
    }

    /// What a form shows already, as it would be sent back: text fields, and what is checked.
    pub fn kept(&self, action: &str) -> String {
        let html = self.html();
        let piece =
            html.split("<form").skip(1).find(|piece| form(&format!("form{piece}"), &self.path).action == action).unwrap_or_default();
        let piece = piece.split("</form>").next().unwrap_or_default();
        let mut out = Vec::new();
        for tag in tags(piece, "input") {
            let (kind, checked) = (attribute(tag, "type").unwrap_or_default(), tag.contains(" checked"));
            let Some(name) = attribute(tag, "name").filter(|_| kind == "text" || checked) else { continue };
            out.push(format!("{name}={}", super::encoded(&attribute(tag, "value").unwrap_or_default())));
        }
        out.join("&")
    }

    /// The form that is sent to a path.
    pub fn form(&self, action: &str) -> Option<Form> {
        self.forms().into_iter().find(|form| form.action == action)
    }
}

/// What is between the tags.
pub fn text(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest));
    unescape(&pieces.collect::<Vec<_>>().join(" ")).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn form(html: &str, page: &str) -> Form {
    let head = html.split('>').next().unwrap_or_default();
    let mut form = Form {
        action: attribute(head, "action").filter(|a| !a.is_empty()).unwrap_or_else(|| page.to_owned()),
        hidden: Vec::new(),
        names: Vec::new(),
    };
    for kind in ["input", "select", "textarea", "button"] {
        for tag in tags(html, kind) {
            let Some(name) = attribute(tag, "name") else { continue };
            if attribute(tag, "type").as_deref() == Some("hidden") {
                form.hidden.push((name.clone(), attribute(tag, "value").unwrap_or_default()));
            }
            form.names.push(name);
        }
    }
    form
}
