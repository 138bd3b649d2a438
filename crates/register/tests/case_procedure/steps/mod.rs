//! What each step does or asserts.

use crate::words::side;
use crate::world::World;
use doorstep_register::case::{Stage, Until};
use jiff::civil::Date;

macro_rules! steps {
    ($world:ident, $text:ident, $book:ident, { $($act:ident $pattern:literal => |$($arg:ident),*| $body:expr;)* }) => {{
        $(if let Some([$($arg),*]) = take($pattern, $text) {
            $book.asserted = stringify!($act) == "then";
            if $book.doing {
                let Some($world) = $world else { return true };
                let _ = &$world;
                $body;
            }
            return true;
        })*
        false
    }};
}

mod asserted;
mod doing;

/// The words between the literal parts of a pattern.
fn take<'a, const N: usize>(pattern: &str, text: &'a str) -> Option<[&'a str; N]> {
    let mut parts = pattern.split("{}");
    let mut rest = text.strip_prefix(parts.next()?)?;
    let parts: Vec<&str> = parts.collect();
    let mut found = [""; N];
    for (i, literal) in parts.iter().enumerate() {
        let last = i + 1 == parts.len();
        let at = if last { rest.ends_with(literal).then(|| rest.len() - literal.len()) } else { rest.find(literal) }?;
        *found.get_mut(i)? = &rest[..at];
        rest = &rest[at + literal.len()..];
    }
    rest.is_empty().then_some(found)
}

/// Whether a step asserts rather than does.
pub fn asserts(step: &str) -> bool {
    let mut probe = Book { asserted: false, doing: false };
    book(None, step, &mut probe);
    probe.asserted
}

struct Book {
    asserted: bool,
    doing: bool,
}

pub fn step(world: &mut World, text: &str) {
    let mut known = Book { asserted: false, doing: true };
    if let Some(refusal) = world.refused.clone() {
        assert!(text.starts_with("it is refused: "), "it was refused, which nobody expected: {refusal}");
    }
    book(Some(world), text, &mut known);
}

fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("«{text}» is no day"))
}

fn number(text: &str) -> i64 {
    text.replace(',', "").parse().unwrap_or_else(|_| panic!("«{text}» is no number"))
}

fn unquoted(text: &str) -> &str {
    text.trim_matches(['«', '»', '"'])
}

fn answer_until(world: &World, whose: &str) -> Until {
    *world.case().side(side(whose)).expect("a side").answer_until().expect("a term runs")
}

fn appeal_until(world: &World) -> Until {
    match world.case().stage() {
        Stage::Appealable(served) => *served.until().expect("a term runs"),
        other => panic!("no appeal is possible now: {other:?}"),
    }
}

/// The longer of two patterns that begin alike stands first.
fn book(mut world: Option<&mut World>, text: &str, book: &mut Book) {
    let known = doing::book(world.as_deref_mut(), text, book) || asserted::book(world, text, book);
    assert!(known, "the procedure does not know this step");
}
