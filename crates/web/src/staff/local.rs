//! Where somebody goes back to, or where they were before they signed in.

use crate::ctx::Ctx;
use serde::Deserialize;

/// The longest path to go back to.
const LONGEST: usize = 300;

/// `?to=/cases/…`: a path of this site after the language.
#[derive(Deserialize, Default)]
pub(super) struct To {
    #[serde(default)]
    pub(super) to: String,
}

/// A path of this site, if that is what the text is; nothing that a browser could read as another site.
pub(super) fn local(to: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~?=&%".contains(c);
    let inside = to.starts_with('/') && !to.contains("//") && to.len() <= LONGEST && to.chars().all(plain);
    // Going back must not begin another step-up or sign-in.
    let onward = ["/staff/step-up", "/staff/sign-in", "/staff/oidc", "/sign-in", "/sign-out"].iter().any(|page| to.starts_with(page));
    (inside && !onward).then_some(to)
}

/// The path to go back to, or the first page of whoever is signed in.
pub(super) fn or_first(ctx: &Ctx, to: &str) -> String {
    let first = || ctx.session.as_ref().map_or("/", crate::account::first_page);
    local(to).unwrap_or_else(first).to_owned()
}

/// A path with where to go back to.
pub(crate) fn with(path: &str, to: &str) -> String {
    match local(to) {
        Some(to) => format!("{path}?to={}", url::form_urlencoded::byte_serialize(to.as_bytes()).collect::<String>()),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_site_are_gone_back_to() {
        for to in ["/cases", "/cases/0190-7?purpose=stated&x=%20", "/staff/passkey"] {
            assert_eq!(local(to), Some(to));
        }
        let long = format!("/{}", "a".repeat(300));
        for to in [
            "",
            "cases",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/a//b",
            "/a b",
            "/a\r\nSet-Cookie: x=1",
            "/a#b",
            "/@evil",
            "/a:80",
            "/staff/step-up?to=/cases",
            "/sign-out",
            "/staff/oidc/start?to=/cases",
            &long,
        ] {
            assert_eq!(local(to), None, "{to:?}");
        }
        assert_eq!(with("/staff/step-up", "/cases/1?a=b"), "/staff/step-up?to=%2Fcases%2F1%3Fa%3Db");
        assert_eq!(with("/staff/step-up", "//evil.example"), "/staff/step-up");
    }
}
