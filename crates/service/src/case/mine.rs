//! A case as the sides have it before them: the resident, and the host or the other person.

use super::Opening;
use super::clocks::RunningTerm;
use super::entry::{CaseEntry, Pseudonyms, Reading, entries, opening_words, staff_of};
use super::file::{File, owner_of};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, CaseKind, Purpose, Subject};
use doorstep_register::case::{By, Case, CaseWhat, Channel, Closing, Confirmed, Side, Stage};
use doorstep_register::{CaseId, EvidenceId, Line, PersonId, Words};
use doorstep_storage::{CaseMark, CaseRow, CaseStage, Tx};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// One case of somebody's, before it is opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenedByMe {
    /// What storage says of it.
    pub row: CaseRow,
    /// As which side they are heard.
    pub side: Side,
}

/// A case as one side may read it.
#[derive(Clone, PartialEq, Debug)]
pub struct CaseOfMine {
    /// As which side they are heard.
    pub side: Side,
    /// What storage says of it.
    pub row: CaseRow,
    /// The case.
    pub case: Case,
    /// What was said and done, in order; without drafts, which nobody outside is told of. Only their own where the other side may be a stranger.
    pub entries: Vec<CaseEntry>,
    /// What they can do now.
    pub can: Vec<Doable>,
    /// The time for their answer, where it runs.
    pub answer: Option<RunningTerm>,
    /// The time for an appeal, or to go to court, where it runs.
    pub appeal: Option<RunningTerm>,
    /// Who decided, by the pseudonyms that people see: the first officer, and the second where one had to confirm.
    pub decided_by: Option<(String, Option<String>)>,
}

impl CaseOfMine {
    /// Why the case was opened, in the opener's words, where this side reads them.
    pub fn words(&self) -> Option<&Words> {
        opening_words(&self.entries)
    }

    /// Whether something can be done now.
    pub fn can(&self, what: Doable) -> bool {
        self.can.contains(&what)
    }

    /// The decision as it stands, where one was made.
    pub fn decision(&self) -> Option<&Confirmed> {
        self.case.decision()
    }
}

/// Something that a side can do in its case, by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doable {
    /// Say what it has to say.
    Answer,
    /// Ask to be heard in person.
    AskHearing,
    /// Maintain what the host before said.
    Maintain,
    /// Appeal.
    Appeal,
    /// Take the appeal back.
    WithdrawAppeal,
    /// Take the case back.
    Withdraw,
}

impl Doable {
    /// All of them, in the order in which a page offers them.
    pub const ALL: [Self; 6] = [Self::Answer, Self::AskHearing, Self::Maintain, Self::Appeal, Self::WithdrawAppeal, Self::Withdraw];

    fn what(self, words: impl FnOnce() -> Words) -> CaseWhat {
        match self {
            Self::Answer => CaseWhat::Answered { words: words(), posted_on: None },
            Self::AskHearing => CaseWhat::HearingAsked {},
            Self::Maintain => CaseWhat::Maintained { words: words() },
            Self::Appeal => CaseWhat::Appealed { words: None, posted_on: None },
            Self::WithdrawAppeal => CaseWhat::AppealWithdrawn {},
            Self::Withdraw => CaseWhat::Withdrawn {},
        }
    }
}

/// What a side does in a case.
#[derive(Clone, PartialEq, Debug)]
pub enum MineAct {
    /// Says what it has to say, with photos that were kept before.
    Answer(Words, Vec<(EvidenceId, Line)>),
    /// Asks to be heard orally.
    AskHearing,
    /// A new host maintains what the earlier one said.
    Maintain(Words),
    /// Appeals, with or without words.
    Appeal(Option<Words>),
    /// Takes the appeal back.
    WithdrawAppeal,
    /// Takes back the case that it opened.
    Withdraw,
}

impl MineAct {
    /// `posted_on`: the day of the postmark, where it came by post and a clerk types it.
    fn what(&self, posted_on: Option<Date>) -> CaseWhat {
        match self.clone() {
            MineAct::Answer(words, _) => CaseWhat::Answered { words, posted_on },
            MineAct::AskHearing => CaseWhat::HearingAsked {},
            MineAct::Maintain(words) => CaseWhat::Maintained { words },
            MineAct::Appeal(words) => CaseWhat::Appealed { words, posted_on },
            MineAct::WithdrawAppeal => CaseWhat::AppealWithdrawn {},
            MineAct::Withdraw => CaseWhat::Withdrawn {},
        }
    }
}

/// Whether a case is over for a host without a decision: the person moved, left, died, or one of the two took it back. A decision that was
/// annulled was one.
fn out_of_sight(row: &CaseRow, side: Side) -> bool {
    side == Side::Other && row.kind.is_open_to_both() && row.stage == CaseStage::Closed
}

impl Service {
    /// The cases in which the session's person is heard, newest first. Nothing said in them is opened. A host no longer sees one that closed
    /// without a decision: who was disputed may live elsewhere by now.
    pub async fn my_cases(&self, session: &Session) -> Result<Vec<OpenedByMe>, Error> {
        let person = session.require_person()?;
        self.read("case.mine", person, |this, tx, person| Box::pin(this.cases_in_sight(tx, *person))).await
    }

    /// Of a case whose owner was erased nothing is left to read.
    async fn cases_in_sight(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Vec<OpenedByMe>> {
        let mut mine = Vec::new();
        for (row, side) in tx.cases_of(person).await? {
            if !out_of_sight(&row, side) && owner_of(&row, &tx.case_people(row.id).await?).is_some() {
                mine.push(OpenedByMe { row, side });
            }
        }
        Ok(mine)
    }

    /// What every reader of a person's record is told because of open cases.
    pub async fn marks(&self, person: PersonId) -> Result<Vec<CaseMark>, Error> {
        self.read("case.marks", person, |_, tx, person| {
            Box::pin(async move {
                let cases = tx.cases_of(*person).await?;
                let theirs = cases.into_iter().filter(|(_, side)| *side == Side::Resident);
                let mut marks: Vec<CaseMark> = theirs.filter_map(|(row, _)| row.mark).collect();
                marks.dedup();
                Ok(marks)
            })
        })
        .await
    }

    /// One case of the session's person, as far as their side may read it. Their own reading in their own session proves that the notice
    /// reached them.
    pub async fn my_case(&self, session: &Session, id: CaseId) -> Result<CaseOfMine, Error> {
        let person = session.require_person()?;
        self.write("case.mine_open", (session.clone(), person, id), |this, tx, (session, person, id)| {
            Box::pin(async move {
                let side = this.side_of(tx, *id, *person).await?;
                let mut file = this.case_file(tx, *id).await?;
                this.admit_side(tx, session, &file, *person, side).await?;
                if session.is_own(*person) {
                    this.prove_inbox(tx, &mut file, side).await?;
                }
                let reading = Reading::of(file.row.kind, side, file.row.closed_at.is_some());
                this.as_read_by(tx, file, side, reading).await
            })
        })
        .await
    }

    /// A case as a side may read it.
    async fn as_read_by(&self, tx: &mut dyn Tx, file: File, side: Side, reading: Reading) -> TxResult<CaseOfMine> {
        let mut names = BTreeMap::new();
        for staff in staff_of(&file.acts) {
            if !names.contains_key(&staff)
                && let Some(row) = tx.staff(staff).await?
            {
                names.insert(staff, row.pseudonym);
            }
        }
        let names = Pseudonyms(names);
        let decided = file.case.decision();
        let decided_by = decided.map(|made| (names.of(made.draft().by()), made.second().map(|second| names.of(second))));
        let can = self.doable(&file.case, side);
        let entries = entries(&file.acts, side, reading, &names);
        let (answer, appeal) = (self.answer_term(&file.case, &file.acts, side), self.appeal_term(&file.case));
        Ok(CaseOfMine { side, row: file.row, entries, can, answer, appeal, decided_by, case: file.case })
    }

    /// The cases of a person, as far as they go into their own export.
    pub(crate) async fn exported_cases(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<Vec<CaseOfMine>> {
        let mut out = Vec::new();
        for OpenedByMe { row, side } in self.cases_in_sight(tx, person).await? {
            let file = self.case_file(tx, row.id).await?;
            let reading = Reading::to_take_along(row.kind, side);
            out.push(self.as_read_by(tx, file, side, reading).await?);
        }
        Ok(out)
    }

    /// What a side can do now: the case itself is asked.
    fn doable(&self, case: &Case, side: Side) -> Vec<Doable> {
        let (terms, now, by) = (self.terms(), self.now(), By::Side { side, helped_by: None });
        let some = || Words::parse("…").expect("a sign is words");
        let possible = |step: &Doable| case.next(by, step.what(some), now, &self.clocks(&terms)).is_ok();
        Doable::ALL.into_iter().filter(possible).collect()
    }

    pub(super) async fn side_of(&self, tx: &mut dyn Tx, id: CaseId, person: PersonId) -> TxResult<Side> {
        let people = tx.case_people(id).await?;
        people.into_iter().find(|(whose, _)| *whose == person).map(|(_, side)| side).ok_or_else(|| Error::NotFound.into())
    }

    /// The look that reading the case leaves: at the reader's own record if somebody helps them, and at the resident's if a host reads.
    async fn admit_side(&self, tx: &mut dyn Tx, session: &Session, file: &File, person: PersonId, side: Side) -> TxResult<()> {
        let now = self.now();
        let grant = session.grant(tx, person, now).await?;
        self.vault().admit(tx, &grant, now).await?;
        if out_of_sight(&file.row, side) {
            return Err(Error::NotFound.into());
        }
        if person == file.owner || Reading::of(file.row.kind, side, file.row.closed_at.is_some()) != Reading::Both {
            return Ok(());
        }
        // Hidden meanwhile, or no longer there: it is as if nobody were.
        if file.row.home.is_none() || self.home_of(tx, file.owner).await? != file.row.home {
            return Err(Error::NotFound.into());
        }
        let people = file.people.iter().map(|(person, _)| *person).collect();
        let row = &file.row;
        let case = policy::CaseFile {
            id: row.id,
            kind: row.kind,
            office: row.office.clone(),
            assigned_to: row.assigned_to,
            people,
            open: row.closed_at.is_none(),
        };
        let grant = policy::decide(&Subject::Party(person, Box::new(case)), file.owner, Purpose::HostCase, now).map_err(Error::from)?;
        Ok(self.vault().admit(tx, &grant, now).await?)
    }

    /// Whoever reads the case in their own session has had its notice in hand.
    async fn prove_inbox(&self, tx: &mut dyn Tx, file: &mut File, side: Side) -> TxResult<()> {
        let Some(known) = file.case.side(side) else { return Ok(()) };
        let notice = match file.case.stage() {
            Stage::Hearing => known.told(),
            Stage::Confirmed(_) | Stage::Appealable(_) => known.decision(),
            _ => return Ok(()),
        };
        if file.case.opened_by(side) && file.case.stage() == &Stage::Hearing || notice.proved().any(|channel| channel == Channel::Inbox) {
            return Ok(());
        }
        // It lay there when nobody could come in to read it; now somebody has.
        if !notice.sent_on(Channel::Inbox) {
            self.advance(tx, file, By::Program, CaseWhat::Sent { to: side, channel: Channel::Inbox }).await?;
        }
        let by = By::Side { side, helped_by: None };
        self.advance(tx, file, by, CaseWhat::Delivered { to: side, channel: Channel::Inbox }).await
    }

    /// A side says or does something in its case. `seen` is the version that it has read.
    pub async fn my_act(&self, session: &Session, id: CaseId, seen: u32, act: MineAct) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("case.my_act", (session.clone(), person, (id, seen), act), |this, tx, (session, person, (id, seen), act)| {
            Box::pin(async move {
                let side = this.side_of(tx, *id, *person).await?;
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                let before = this.case_file(tx, *id).await?.case;
                let by = By::Side { side, helped_by: session.staff().map(|staff| staff.id) };
                let file = this.step(tx, *id, Some(*seen), by, act.what(session.posted_on())).await?;
                if let MineAct::Answer(_, photos) = act {
                    this.add_photos(tx, session, *person, photos).await?;
                }
                this.carry_out(tx, &before, &file, session.actor(*person), &Default::default()).await?;
                let taken_back = file.case.stage() == &Stage::Closed(Closing::Withdrawn);
                if taken_back && file.row.kind == CaseKind::Protection {
                    this.show_again(tx, session, *person).await?;
                }
                Ok(())
            })
        })
        .await
    }

    async fn add_photos(&self, tx: &mut dyn Tx, session: &Session, person: PersonId, photos: &[(EvidenceId, Line)]) -> TxResult<()> {
        if photos.is_empty() {
            return Ok(());
        }
        let mut record = self.opened(tx, session, person).await?;
        let mut added = Vec::new();
        for (evidence, title) in photos {
            // Removed on another device after the answer was written.
            if tx.evidence(person, *evidence).await?.is_some() {
                added.push((*evidence, title.clone()));
            }
        }
        self.evidence_added(tx, session, &mut record, &added).await
    }

    /// Opens a case that the person asks for: about a field, their host, their home, something the office did, or that nobody finds them.
    /// One of a kind at a time: a second tap finds the first.
    pub async fn ask_for_case(&self, session: &Session, kind: CaseKind, words: Words) -> Result<CaseId, Error> {
        if !matches!(kind, CaseKind::Correction | CaseKind::Appeal | CaseKind::Protection | CaseKind::HostRefuses | CaseKind::HomeNotFit) {
            return Err(Error::NotFound);
        }
        let person = session.require_person()?;
        self.write("case.ask", (session.clone(), person, kind, words), |this, tx, (session, person, kind, words)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                if *kind == CaseKind::Protection {
                    // Also where somebody of the household asked for it before: from now on they see nothing either.
                    this.hide(tx, session, *person).await?;
                }
                if let Some(open) = tx.open_cases_about(*person, *kind).await?.first() {
                    return Ok(*open);
                }
                let helper = session.staff().map(|staff| staff.id);
                let mut opening = Opening::by_resident(*kind, *person, helper, words.clone());
                if matches!(kind, CaseKind::HostRefuses | CaseKind::HomeNotFit) {
                    opening.home = this.home_of(tx, *person).await?;
                }
                if *kind == CaseKind::HostRefuses {
                    let known = match opening.home {
                        Some(home) => this.hosts_of_resident(tx, *person, home).await?.into_iter().find(|host| host != person),
                        None => None,
                    };
                    opening.other = Some(match known {
                        Some(host) => host,
                        None => this.vault().add_person(tx, now).await?,
                    });
                }
                this.open_case(tx, opening).await
            })
        })
        .await
    }

    /// The person moved or left by their own act: cases about the registration that it ended have nothing left to decide.
    pub(crate) async fn close_by_own_act(&self, tx: &mut dyn Tx, session: &Session, person: PersonId) -> TxResult<()> {
        let by = By::Side { side: Side::Resident, helped_by: session.staff().map(|staff| staff.id) };
        for (row, side) in tx.cases_of(person).await? {
            if side == Side::Resident && row.closed_at.is_none() && row.kind.ends_with_the_registration() {
                self.step(tx, row.id, None, by, CaseWhat::OwnAct {}).await?;
            }
        }
        Ok(())
    }

    /// Cases whose content goes with an erased record are over.
    pub(crate) async fn close_erased(&self, tx: &mut dyn Tx, person: PersonId) -> TxResult<()> {
        for (mut row, _) in tx.cases_of(person).await? {
            let people = tx.case_people(row.id).await?;
            if row.closed_at.is_none() && owner_of(&row, &people) == Some(person) {
                row.version += 1;
                (row.stage, row.mark, row.closed_at) = (CaseStage::Closed, None, Some(self.now()));
                tx.put_case(&row).await?;
            }
        }
        Ok(())
    }
}
