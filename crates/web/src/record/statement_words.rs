//! What a receipt says, in words: for its page, for whoever holds its link, and for paper.

use super::PlaceWords;
use crate::ctx::Ctx;
use doorstep_locales::Locale;
use doorstep_register::Grade;
use doorstep_service::{Statement, StatementKind};

/// One row: its label, its value, and whether the value is somebody's own words or a number, whose direction is not the page's.
pub(crate) struct StatementRow {
    pub(crate) label: String,
    pub(crate) value: String,
}

/// The text id of a kind, such as `statement-move`.
pub(super) fn kind_id(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Arrival => "statement-arrival",
        StatementKind::Move => "statement-move",
        StatementKind::Same => "statement-same",
        StatementKind::Renewal => "statement-renewal",
        StatementKind::Left => "statement-left",
        StatementKind::Corrected => "statement-corrected",
    }
}

fn grade_id(grade: Grade) -> &'static str {
    match grade {
        Grade::AsDeclared => "grade-as-declared",
        Grade::DocumentSeen => "grade-document-seen",
        Grade::CardPresented => "grade-card-presented",
    }
}

/// The name of a rule of the pack, or its id where the pack no longer has it.
fn rule_name(ctx: &Ctx, id: &str) -> String {
    ctx.service().pack().rule(id).map_or_else(|| id.to_owned(), |rule| rule.name(ctx.l.tag()).to_owned())
}

fn field_id(field: &str) -> Option<&'static str> {
    ["part-names", "part-birth", "part-citizenship", "part-document"].into_iter().find(|id| id.strip_prefix("part-") == Some(field))
}

/// All rows, in reading order.
pub(crate) fn rows(ctx: &Ctx, statement: &Statement) -> Vec<StatementRow> {
    let l: Locale = ctx.l;
    let mut rows = Vec::new();
    let mut row = |id: &str, value: String| rows.push(StatementRow { label: l.t(id), value });
    row("statement-number", statement.reference.as_str().to_owned());
    for name in &statement.names {
        row("statement-name", name.clone());
    }
    if let Some(place) = &statement.place {
        row("statement-address", PlaceWords::of_statement(l, place).plain());
    }
    if let Some(since) = statement.since {
        row("statement-since", l.date(since));
    }
    if let Some(until) = statement.until {
        row("statement-until", l.date(until));
    }
    if let Some(left) = statement.left_on {
        row("statement-left-on", l.date(left));
    }
    if let Some(field) = statement.corrected.as_deref().and_then(field_id) {
        row("statement-corrected-field", l.t(field));
    }
    row("statement-declared-at", l.moment(statement.declared_at, ctx.service().zone()));
    if let Some(posted) = statement.posted_on {
        row("statement-posted-on", l.date(posted));
    }
    row("statement-grade", l.t(grade_id(statement.grade)));
    for rule in &statement.rules {
        row("statement-meets", rule_name(ctx, rule));
    }
    row("statement-issuer", statement.issuer.clone());
    rows
}

/// Where the person lives, or what else the receipt is about, in one line for lists.
pub(crate) fn title(l: Locale, statement: &Statement) -> String {
    l.t(kind_id(statement.kind))
}
