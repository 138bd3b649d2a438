//! The record: the fold of its acts.

use crate::act::{Act, Actor, Change, Contact, Declaration, HostDoor, Kind, What};
use crate::id::{CaseId, EvidenceId, PersonId, StaffId};
use crate::identity::{Grade, Identity, Names};
use crate::place::Place;
use crate::reference::Reference;
use crate::settled::Effect;
use crate::text::{Line, Words};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The acts do not make a record: somebody changed, dropped or reordered them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum FoldError {
    /// An act of somebody else.
    #[error("act {0} belongs to another person")]
    Stranger(u32),
    /// The numbering has a gap or a repeat.
    #[error("act {found} follows version {version}")]
    Gap {
        /// The version so far.
        version: u32,
        /// The number found.
        found: u32,
    },
    /// An act that cannot follow what went before.
    #[error("act {0} cannot follow what went before")]
    OutOfPlace(u32),
}

/// How a registration ended. There is no fourth way.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "snake_case")]
pub enum End {
    /// They declared another place.
    Moved {
        /// The last day here.
        on: Date,
        /// The declaration that followed.
        to: Reference,
    },
    /// They left the country.
    Left {
        /// The last day here.
        on: Date,
    },
    /// Two officers decided it, after notice, hearing and the time for an appeal.
    Decided {
        /// The day on which the decision took effect.
        on: Date,
        /// The case that holds facts, rule and reasons.
        case: CaseId,
    },
    /// They died.
    Died {
        /// The day.
        on: Date,
    },
}

impl End {
    /// The last day.
    pub const fn on(&self) -> Date {
        match self {
            End::Moved { on, .. } | End::Left { on } | End::Decided { on, .. } | End::Died { on } => *on,
        }
    }
}

/// A registration: the legal effect of a declaration.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Residence {
    /// When it was declared.
    pub declared_at: Timestamp,
    /// What was declared.
    pub declaration: Declaration,
    /// Each later statement "still there", with its moment.
    pub renewed: Vec<(Timestamp, Declaration)>,
    /// How it ended, if it did.
    pub ended: Option<End>,
}

impl Residence {
    /// The place.
    pub fn place(&self) -> &Place {
        &self.declaration.place
    }

    /// Until when the person said they would stay, by their latest word.
    pub fn until(&self) -> Option<Date> {
        self.renewed.last().map_or(self.declaration.until, |(_, d)| d.until)
    }

    /// The latest receipt number.
    pub fn latest_reference(&self) -> &Reference {
        self.renewed.last().map_or(&self.declaration.reference, |(_, d)| &d.reference)
    }
}

/// A document that the person added.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// What the person calls it.
    pub title: Line,
    /// When it was added.
    pub at: Timestamp,
}

/// That a host confirmed where the person lives. It is evidence, and a condition of nothing.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Confirmation {
    /// The declaration that the host spoke of.
    pub reference: Reference,
    /// When the host said it.
    pub said_at: Timestamp,
    /// By what they were known to be the host.
    pub door: HostDoor,
}

/// All that is known of one person, at one version.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Record {
    /// Whom it is about.
    pub person: PersonId,
    /// The number of acts.
    pub version: u32,
    /// Who they say they are. `None` before the first act, or where a grant does not show it.
    pub identity: Option<Identity>,
    /// Earlier sets of names, oldest first.
    pub former_names: Vec<Names>,
    /// How much of the identity somebody has seen proof of.
    pub grade: Grade,
    /// How to reach them.
    pub contact: Contact,
    /// Registrations, oldest first.
    pub residences: Vec<Residence>,
    /// Documents added.
    pub evidence: Vec<Evidence>,
    /// What hosts confirmed, as far as the person added it.
    #[serde(default)]
    pub confirmations: Vec<Confirmation>,
    /// Reasons given for being late: moment, rule, words.
    pub explanations: Vec<(Timestamp, Line, Words)>,
    /// Questions asked about looks, oldest first.
    pub questions: Vec<Question>,
    /// Whether the address is hidden from hosts, co-residents and results.
    pub hidden: bool,
    /// Records that were found to be the same person's.
    pub joined: Vec<PersonId>,
}

/// A question about a look.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Question {
    /// When it was asked.
    pub at: Timestamp,
    /// The number of the look.
    pub look: u32,
    /// Who looked, if it was somebody of an office.
    pub about: Option<StaffId>,
    /// The look as the person was shown it.
    pub entry: Words,
    /// The question.
    pub words: Words,
}

impl Record {
    /// A record without acts.
    pub fn new(person: PersonId) -> Self {
        Record {
            person,
            version: 0,
            identity: None,
            former_names: Vec::new(),
            grade: Grade::AsDeclared,
            contact: Contact::default(),
            residences: Vec::new(),
            evidence: Vec::new(),
            confirmations: Vec::new(),
            explanations: Vec::new(),
            questions: Vec::new(),
            hidden: false,
            joined: Vec::new(),
        }
    }

    /// Folds acts, in order.
    pub fn fold<'a>(person: PersonId, acts: impl IntoIterator<Item = &'a Act>) -> Result<Self, FoldError> {
        let mut record = Record::new(person);
        for act in acts {
            record.apply(act)?;
        }
        Ok(record)
    }

    /// Applies the next act.
    pub fn apply(&mut self, act: &Act) -> Result<(), FoldError> {
        if act.person != self.person {
            return Err(FoldError::Stranger(act.seq));
        }
        if act.seq != self.version + 1 {
            return Err(FoldError::Gap { version: self.version, found: act.seq });
        }
        self.apply_what(act).ok_or(FoldError::OutOfPlace(act.seq))?;
        self.version = act.seq;
        Ok(())
    }

    fn apply_what(&mut self, act: &Act) -> Option<()> {
        if self.identity.is_some() == matches!(act.what, What::Introduced { .. }) {
            return None;
        }
        match &act.what {
            What::Introduced { identity } => self.identity = Some(identity.clone()),
            What::Declared { declaration } => self.declare(act.at, declaration)?,
            What::Left { on, .. } => self.current_mut()?.ended = Some(End::Left { on: *on }),
            What::Corrected { change, .. } => self.correct(change, matches!(act.by, Actor::Clerk { .. })),
            What::Contacted { contact } => self.contact = contact.clone(),
            What::DocumentSeen {} => self.grade = self.grade.max(Grade::DocumentSeen),
            What::EvidenceAdded { evidence, title } => {
                self.evidence.push(Evidence { id: *evidence, title: title.clone(), at: act.at });
            }
            What::HostConfirmed { reference, said_at, door } => {
                self.confirmations.push(Confirmation { reference: reference.clone(), said_at: *said_at, door: *door });
            }
            What::Explained { rule, words } => self.explanations.push((act.at, rule.clone(), words.clone())),
            What::Asked { look, about, entry, words } => {
                self.questions.push(Question { at: act.at, look: *look, about: *about, entry: entry.clone(), words: words.clone() });
            }
            What::Settled { effect } => {
                let case = match (&act.by, effect) {
                    (Actor::Officer { case, .. }, _) => Some(*case),
                    // Whoever asks for it is hidden at once, and shown again when they no longer wish it; a child with whoever acts for it.
                    (Actor::Person | Actor::Household { .. } | Actor::Clerk { .. }, Effect::Hidden {} | Effect::Shown {}) => None,
                    _ => return None,
                };
                self.settle(case, effect)?;
            }
        }
        Some(())
    }

    fn settle(&mut self, case: Option<CaseId>, effect: &Effect) -> Option<()> {
        match effect {
            Effect::Ended { end } if case == Some(end.case()) => {
                let current = self.current_mut().filter(|r| r.declaration.reference == *end.reference())?;
                current.ended = Some(End::Decided { on: end.on(), case: end.case() });
            }
            Effect::Restored { reference } => {
                let last = self.residences.last_mut().filter(|r| r.declaration.reference == *reference)?;
                let by_this_case = |end: &End| matches!(end, End::Decided { case: by, .. } if Some(*by) == case);
                last.ended.take_if(|end| by_this_case(end))?;
            }
            Effect::Ended { .. } => return None,
            Effect::Died { on } => {
                if let Some(current) = self.current_mut() {
                    current.ended = Some(End::Died { on: *on });
                }
            }
            Effect::Matched { reference, place } => {
                let current = self.current_mut().filter(|r| r.declaration.reference == *reference)?;
                current.declaration.place = place.clone();
            }
            Effect::Hidden {} => self.hidden = true,
            Effect::Shown {} => self.hidden = false,
            Effect::Joined { with } if *with != self.person && !self.joined.contains(with) => self.joined.push(*with),
            Effect::Parted { with } if self.joined.contains(with) => self.joined.retain(|other| other != with),
            Effect::Joined { .. } | Effect::Parted { .. } => return None,
        }
        Some(())
    }

    fn declare(&mut self, at: Timestamp, declaration: &Declaration) -> Option<()> {
        if declaration.kind == Kind::Renewal {
            self.current_mut()?.renewed.push((at, declaration.clone()));
            return Some(());
        }
        if let Some(old) = self.current_mut() {
            old.ended = Some(End::Moved { on: declaration.since, to: declaration.reference.clone() });
        }
        self.residences.push(Residence { declared_at: at, declaration: declaration.clone(), renewed: Vec::new(), ended: None });
        Some(())
    }

    fn correct(&mut self, change: &Change, at_a_desk: bool) {
        let Some(identity) = &mut self.identity else { return };
        // A grade speaks of what was seen, not of what replaces it; a clerk who corrects has the document in front of them.
        if !at_a_desk {
            self.grade = Grade::AsDeclared;
        }
        match change {
            Change::Names(names) => {
                let old = std::mem::replace(&mut identity.names, names.clone());
                self.former_names.push(old);
            }
            Change::Birth(birth) => identity.birth = *birth,
            Change::Citizenship(code) => identity.citizenship = code.clone(),
            Change::Document(document) => {
                identity.document = document.clone();
                self.grade = Grade::AsDeclared;
            }
        }
    }

    fn current_mut(&mut self) -> Option<&mut Residence> {
        self.residences.last_mut().filter(|r| r.ended.is_none())
    }

    /// The registration in force. Time alone never ends it.
    pub fn current(&self) -> Option<&Residence> {
        self.residences.last().filter(|r| r.ended.is_none())
    }

    /// The names, where the record shows them.
    pub fn names(&self) -> Option<&Names> {
        self.identity.as_ref().map(|i| &i.names)
    }
}
