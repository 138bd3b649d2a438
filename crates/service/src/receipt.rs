//! Receipts: statements of what was declared when. They are written once and never computed again.

use crate::{Error, Service, Session, TxResult};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_register::{Act, Change, Grade, Kind, Names, PersonId, Place, Record, Reference, What};
use doorstep_storage::{LinkHalves, Tx};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// What a receipt is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StatementKind {
    /// A first declaration after arriving.
    Arrival,
    /// A move.
    Move,
    /// Back at the address of before.
    Same,
    /// Still there.
    Renewal,
    /// Left the country.
    Left,
    /// A field was corrected.
    Corrected,
}

/// The place on a receipt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StatementPlace {
    /// `listed`, `not_listed` or `no_fixed_address`.
    pub kind: String,
    /// The wording.
    pub text: String,
    /// Flat.
    pub flat: Option<String>,
    /// Room.
    pub room: Option<String>,
}

impl From<&Place> for StatementPlace {
    fn from(place: &Place) -> Self {
        let (kind, unit) = match place {
            Place::Listed { unit, .. } => ("listed", Some(unit)),
            Place::NotListed { .. } => ("not_listed", None),
            Place::NoFixedAddress { .. } => ("no_fixed_address", None),
        };
        StatementPlace {
            kind: kind.to_owned(),
            text: place.text().to_owned(),
            flat: unit.and_then(|u| u.flat.as_ref()).map(|f| f.as_str().to_owned()),
            room: unit.and_then(|u| u.room.as_ref()).map(|r| r.as_str().to_owned()),
        }
    }
}

/// What a receipt says. No citizenship, no document, no contact, no date of birth: whoever holds the paper sees this and no more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Statement {
    /// The number.
    pub reference: Reference,
    /// What it is about.
    pub kind: StatementKind,
    /// Who issued it.
    pub issuer: String,
    /// The person's names, in every script that they gave.
    pub names: Vec<String>,
    /// The address, as it was declared; for a correction the one in force.
    pub place: Option<StatementPlace>,
    /// From when the person lives there.
    pub since: Option<Date>,
    /// Until when they said they stay.
    pub until: Option<Date>,
    /// The last day, if they left.
    pub left_on: Option<Date>,
    /// When it was declared.
    pub declared_at: Timestamp,
    /// The day of the postmark, if it was declared on a paper form that came by post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted_on: Option<Date>,
    /// How much of the identity somebody has seen proof of.
    pub grade: Grade,
    /// The general rules whose duties it met, by id. Neither a treaty's own rule nor a deadline: both would tell the citizenship.
    pub rules: Vec<String>,
    /// Which field was corrected: `names` or `birth`; of any other only that one was.
    pub corrected: Option<String>,
}

/// A receipt with its link.
#[derive(Clone, PartialEq, Debug)]
pub struct IssuedReceipt {
    /// Whose.
    pub person: PersonId,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// What it says.
    pub statement: Statement,
    /// The path of its page without the language, `/r/…`.
    pub path: String,
}

fn path(halves: &LinkHalves) -> String {
    format!("/r/{}.{}", URL_SAFE_NO_PAD.encode(halves.0), URL_SAFE_NO_PAD.encode(halves.1))
}

fn halves(code: &str) -> Option<LinkHalves> {
    let (public, secret) = code.split_once('.')?;
    let half = |text: &str| URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
    if code.len() > 64 { None } else { Some((half(public)?, half(secret)?)) }
}

fn names(names: &Names) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in [&names.passport, &names.local, &names.machine].into_iter().flatten() {
        if !out.iter().any(|n| n == name.as_str()) {
            out.push(name.as_str().to_owned());
        }
    }
    if out.is_empty() {
        out.extend(names.called.as_ref().map(|n| n.as_str().to_owned()));
    }
    out
}

impl Statement {
    /// The statement that an act makes, on the record as it is after it; `None` for acts without a receipt.
    pub(crate) fn of(act: &Act, record: &Record, issuer: &str, general: impl Fn(&str) -> String) -> Option<Statement> {
        let current = record.current();
        let mut statement = Statement {
            reference: Reference::new([0; 8]),
            kind: StatementKind::Corrected,
            issuer: issuer.to_owned(),
            names: record.names().map(names).unwrap_or_default(),
            place: current.map(|r| r.place().into()),
            since: current.map(|r| r.declaration.since),
            until: current.and_then(|r| r.until()),
            left_on: None,
            declared_at: act.at,
            posted_on: None,
            grade: record.grade,
            rules: Vec::new(),
            corrected: None,
        };
        match &act.what {
            What::Declared { declaration } => {
                statement.reference = declaration.reference.clone();
                statement.posted_on = declaration.posted_on;
                statement.kind = match declaration.kind {
                    Kind::Arrival => StatementKind::Arrival,
                    Kind::Move => StatementKind::Move,
                    Kind::Same => StatementKind::Same,
                    Kind::Renewal => StatementKind::Renewal,
                };
                statement.rules = declaration.meets.iter().map(|d| general(d.rule.as_str())).collect();
                statement.rules.dedup();
            }
            What::Left { reference, on, .. } => {
                let last = record.residences.last()?;
                statement.reference = reference.clone();
                statement.kind = StatementKind::Left;
                statement.place = Some(last.place().into());
                statement.since = Some(last.declaration.since);
                statement.until = None;
                statement.left_on = Some(*on);
            }
            What::Corrected { reference, change, .. } => {
                statement.reference = reference.clone();
                // That there is a citizenship or a document to correct concerns nobody who is shown the receipt.
                statement.corrected = match change {
                    Change::Names(_) => Some("names".to_owned()),
                    Change::Birth(_) => Some("birth".to_owned()),
                    Change::Citizenship(_) | Change::Document(_) => None,
                };
            }
            _ => return None,
        }
        Some(statement)
    }
}

impl Service {
    pub(crate) async fn issue(&self, tx: &mut dyn Tx, act: &Act, record: &Record) -> TxResult<()> {
        let general = |id: &str| {
            let overridden = self.0.pack.rule(id).and_then(|rule| rule.overrides());
            overridden.unwrap_or(id).to_owned()
        };
        if let Some(statement) = Statement::of(act, record, &self.settings().issuer, general) {
            self.vault().add_receipt(tx, record.person, &statement, act.at).await?;
        }
        Ok(())
    }

    /// What whoever holds a receipt's link may see: when it was issued, and what it says. No record is opened; nobody learns of it.
    pub async fn read_receipt(&self, code: &str) -> Result<Option<(Timestamp, Statement)>, Error> {
        let Some(halves) = halves(code) else { return Ok(None) };
        self.read("receipt.read", halves, |this, tx, halves| Box::pin(async move { Ok(this.vault().read_receipt(tx, *halves).await?) }))
            .await
    }

    /// The receipts of the session's person and their household, newest first.
    pub async fn receipts(&self, session: &Session) -> Result<Vec<IssuedReceipt>, Error> {
        let person = session.require_person()?;
        let input = (session.clone(), person);
        if session.is_own(person) && !self.has_household(person).await? {
            return self.read("receipt.list", input, |this, tx, (session, person)| Box::pin(this.all_receipts(tx, session, *person))).await;
        }
        self.write("receipt.list", input, |this, tx, (session, person)| Box::pin(this.all_receipts(tx, session, *person))).await
    }

    async fn all_receipts(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<Vec<IssuedReceipt>> {
        let mut people = vec![person];
        people.extend(tx.members(person).await?);
        let mut out = Vec::new();
        for person in people {
            out.extend(self.receipts_of(tx, session, person).await?);
        }
        out.sort_by_key(|r: &IssuedReceipt| std::cmp::Reverse(r.issued_at));
        Ok(out)
    }

    async fn receipts_of(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<Vec<IssuedReceipt>> {
        let now = self.now();
        let grant = session.grant(tx, person, now).await?;
        let rows: Vec<_> = tx.receipts(person).await?.into_iter().map(|row| (row.id.to_vec(), row.link)).collect();
        let links: Vec<LinkHalves> = self.vault().open_values(tx, &grant, ("receipt", "link"), &rows, now).await?;
        let mut out = Vec::with_capacity(links.len());
        for link in links {
            if let Some((issued_at, statement)) = self.vault().read_receipt(tx, link).await? {
                out.push(IssuedReceipt { person, issued_at, statement, path: path(&link) });
            }
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back_and_nothing_else_does() {
        let link: LinkHalves = ([1; 16], [2; 16]);
        assert_eq!(halves(path(&link).trim_start_matches("/r/")), Some(link));
        for bad in ["", ".", "a.b", "AAAA", &"A".repeat(500)] {
            assert_eq!(halves(bad), None);
        }
    }
}
