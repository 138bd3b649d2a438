//! Intervals of house numbers on one side of a street: `["(1,"""")","(999,"""")"]`.

use std::collections::HashMap;

use super::RoadCode;

/// A number and its letter; an absent letter comes first.
type Designation = (u32, String);

struct Interval {
    from: Option<Designation>,
    to: Option<Designation>,
    /// Even numbers (`L`, lige) or odd ones (`U`, ulige); both where it says neither.
    even: Option<bool>,
    value: String,
}

/// Values by street and interval.
#[derive(Default)]
pub(super) struct Intervals(HashMap<RoadCode, Vec<Interval>>);

impl Intervals {
    pub(super) fn add(&mut self, road: RoadCode, interval: &str, side: &str, value: &str) -> Result<(), String> {
        let (from, to) = bounds(interval).ok_or_else(|| format!("{interval} is not an interval of house numbers"))?;
        let even = match side {
            "L" => Some(true),
            "U" => Some(false),
            _ => None,
        };
        self.0.entry(road).or_default().push(Interval { from, to, even, value: value.to_owned() });
        Ok(())
    }

    /// The value for a house number such as `12A`.
    pub(super) fn find(&self, road: RoadCode, number: &str) -> Option<&str> {
        let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
        let wanted: Designation = (number[..digits].parse().ok()?, number[digits..].to_owned());
        let fits = |interval: &&Interval| {
            interval.even.is_none_or(|even| even == wanted.0.is_multiple_of(2))
                && interval.from.as_ref().is_none_or(|from| *from <= wanted)
                && interval.to.as_ref().is_none_or(|to| wanted <= *to || (to.1.is_empty() && wanted.0 <= to.0))
        };
        self.0.get(&road)?.iter().find(fits).map(|interval| interval.value.as_str())
    }
}

/// `(12,A)` → `12A`; `(199,"")` → `199`.
pub(super) fn designation(text: &str) -> Option<String> {
    let (number, letter) = composite(text.strip_prefix('(')?.strip_suffix(')')?)?;
    Some(format!("{number}{letter}"))
}

fn composite(inner: &str) -> Option<Designation> {
    let (number, letter) = inner.split_once(',')?;
    let letter = letter.replace('"', "");
    (letter.len() <= 4 && letter.chars().all(char::is_alphanumeric)).then_some((number.trim().parse().ok()?, letter))
}

/// Lower and upper bound; either may be open.
fn bounds(text: &str) -> Option<(Option<Designation>, Option<Designation>)> {
    let inner = text.strip_prefix(['[', '('])?.strip_suffix([']', ')'])?;
    let mut found = Vec::new();
    for part in inner.split('(').skip(1) {
        found.push(composite(part.split_once(')')?.0)?);
    }
    let mut found = found.into_iter();
    let lower = if inner.starts_with(',') { None } else { Some(found.next()?) };
    let upper = if inner.ends_with(',') { None } else { Some(found.next()?) };
    found.next().is_none().then_some((lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn designations_lose_their_brackets() {
        assert_eq!(designation("(199,\"\")").as_deref(), Some("199"));
        assert_eq!(designation("(12,A)").as_deref(), Some("12A"));
        assert_eq!(designation("12A"), None);
        assert_eq!(designation("(x,A)"), None);
    }

    #[test]
    fn odd_and_even_sides_differ() {
        let mut posts = Intervals::default();
        posts.add((101, 728), "(,\"(998,\"\"\"\")\"]", "L", "2450").unwrap();
        posts.add((101, 728), "[\"(1,\"\"\"\")\",\"(9,\"\"\"\")\"]", "U", "2500").unwrap();
        assert_eq!(posts.find((101, 728), "12B"), Some("2450"));
        assert_eq!(posts.find((101, 728), "9C"), Some("2500"));
        assert_eq!(posts.find((101, 728), "11"), None);
        assert_eq!(posts.find((101, 1), "12"), None);
        assert!(posts.add((1, 1), "1-9", "U", "x").is_err());
    }
}
