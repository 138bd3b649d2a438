//! What officers, second officers and members of the appeal body do in a case.

use super::effect::Given;
use super::file::File;
use super::queue::{hears_appeals, in_reach, officer, policy_file};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, Officer, Purpose, Subject};
use doorstep_register::case::{AppealResult, By, CaseWhat, Channel, FiledKind, Finding, Reasons, Side};
use doorstep_register::{Actor, CaseId, Change, Place, StaffId, Words};
use doorstep_storage::{StaffRow, Tx};
use jiff::civil::Date;

/// What somebody of an office does in a case.
#[derive(Clone, PartialEq, Debug)]
pub enum StaffAct {
    /// Sends the notice on another way.
    Send(Side, Channel),
    /// Notes a proof of delivery.
    Delivered(Side, Channel),
    /// Notes that a notice came back.
    CameBack(Side, Channel),
    /// Invites to a hearing.
    Invite(Date),
    /// Writes down a hearing.
    Held(Words, Vec<Side>),
    /// Gives a side more time.
    Extend(Side, Words),
    /// Went there; whether somebody was met.
    Visited(bool, Words),
    /// Puts a paper or a word on file.
    File(FiledKind, Words),
    /// The home has another owner, by an extract.
    HostChanged(Words),
    /// Writes what they would decide, and whom they ask to confirm it.
    Draft(Finding, Option<StaffId>),
    /// Names a deputy for a second officer who is away.
    Deputy(StaffId, Words),
    /// Does not confirm.
    SendBack(Words),
    /// Confirms.
    Confirm,
    /// The appeal body decides.
    DecideAppeal(AppealResult, Reasons),
    /// Records a court's judgment.
    Judge(bool, Words),
    /// The appeal body gives back the time for an appeal.
    GiveTimeBack(Reasons),
    /// Puts the decision in effect, with the corrected field or the found place where the decision is about one.
    PutInEffect(Option<Change>, Option<Place>),
    /// Takes the decision back.
    Undo(Words),
    /// Takes merged records apart.
    Separate(Words),
    /// The person has died, by a document.
    Died(Date, Words),
}

impl StaffAct {
    fn what(&self) -> CaseWhat {
        match self.clone() {
            StaffAct::Send(to, channel) => CaseWhat::Sent { to, channel },
            StaffAct::Delivered(to, channel) => CaseWhat::Delivered { to, channel },
            StaffAct::CameBack(to, channel) => CaseWhat::CameBack { to, channel },
            StaffAct::Invite(on) => CaseWhat::HearingInvited { on },
            StaffAct::Held(record, present) => CaseWhat::HearingHeld { record, present },
            StaffAct::Extend(side, why) => CaseWhat::Extended { side, why },
            StaffAct::Visited(met, words) => CaseWhat::Visited { met, words },
            StaffAct::File(what, words) => CaseWhat::Filed { what, words },
            StaffAct::HostChanged(words) => CaseWhat::HostChanged { words },
            StaffAct::Draft(finding, second) => CaseWhat::Drafted { finding, second },
            StaffAct::Deputy(deputy, why) => CaseWhat::DeputyNamed { deputy, why },
            StaffAct::SendBack(why) => CaseWhat::SentBack { why },
            StaffAct::Confirm => CaseWhat::Confirmed {},
            StaffAct::DecideAppeal(result, reasons) => CaseWhat::AppealDecided { result, reasons },
            StaffAct::Judge(upheld, words) => CaseWhat::Judged { upheld, words },
            StaffAct::GiveTimeBack(reasons) => CaseWhat::TimeGivenBack { reasons },
            StaffAct::PutInEffect(..) => CaseWhat::PutInEffect {},
            StaffAct::Undo(why) => CaseWhat::Undone { why },
            StaffAct::Separate(why) => CaseWhat::Separated { why },
            StaffAct::Died(_, words) => CaseWhat::Died { words },
        }
    }

    /// Whether it decides something about a person, so that whoever does it shows once more that it is they.
    pub const fn decides(&self) -> bool {
        match self {
            StaffAct::Draft(..)
            | StaffAct::SendBack(_)
            | StaffAct::Confirm
            | StaffAct::DecideAppeal(..)
            | StaffAct::Judge(..)
            | StaffAct::GiveTimeBack(_)
            | StaffAct::PutInEffect(..)
            | StaffAct::Undo(_)
            | StaffAct::Separate(_)
            | StaffAct::Died(..) => true,
            StaffAct::Send(..)
            | StaffAct::Delivered(..)
            | StaffAct::CameBack(..)
            | StaffAct::Invite(_)
            | StaffAct::Held(..)
            | StaffAct::Extend(..)
            | StaffAct::Visited(..)
            | StaffAct::File(..)
            | StaffAct::HostChanged(_)
            | StaffAct::Deputy(..) => false,
        }
    }

    /// Whether it shows nothing of the case and is for anybody of the office or the appeal body who knows its number: a deputy for somebody who
    /// is away, and what can be done after a case is over.
    const fn needs_no_hand(&self) -> bool {
        matches!(self, StaffAct::Deputy(..) | StaffAct::Separate(_) | StaffAct::GiveTimeBack(_))
    }
}

/// As whom a member of staff acts in a case.
pub(super) fn acting(staff: &StaffRow) -> By {
    if hears_appeals(staff) { By::AppealBody { staff: staff.id } } else { By::Officer { staff: staff.id } }
}

fn as_officer(staff: &StaffRow) -> Officer {
    Officer { staff: staff.id, office: staff.office.clone(), pseudonym: staff.pseudonym.clone() }
}

impl Service {
    /// Whom a case is about and whose it is now, as the policies are told.
    pub(super) fn case_subject(&self, file: &File, staff: &StaffRow) -> Subject {
        Subject::Officer(as_officer(staff), Box::new(policy_file(&file.row, &file.people, file.case.instance(), staff)))
    }

    /// Does something in the officer's case. `seen` is the version that they have read: who is second reads again and decides again.
    ///
    /// # Errors
    /// [`Error::StepUp`], if it is a decision and they did not just show that it is they; [`Error::Case`] and [`Error::Stale`].
    pub async fn staff_act(&self, session: &Session, id: CaseId, seen: u32, act: StaffAct) -> Result<(), Error> {
        let staff = officer(session)?;
        let proved = if act.decides() { self.may_decide(session) } else { Ok(()) };
        self.write("case.staff_act", (staff, id, seen, act, proved), |this, tx, (staff, id, seen, act, proved)| {
            Box::pin(async move {
                let mut file = this.case_file(tx, *id).await?;
                let (by, what) = (acting(staff), act.what());
                // A second tap: what they want is what they did.
                if file.acts.get(*seen as usize).is_some_and(|next| next.by == by && next.what == what) {
                    return Ok(());
                }
                this.may_act(&file, staff, act)?;
                if file.row.version != *seen {
                    return Err(Error::Stale(file.row.version).into());
                }
                // Last, so that nobody takes out their key for what would be refused.
                proved.clone()?;
                let before = file.case.clone();
                this.advance(tx, &mut file, by, what.clone()).await?;
                if matches!(act, StaffAct::HostChanged(_)) {
                    this.take_the_new_host(tx, &mut file).await?;
                }
                let actor = Actor::Officer { staff: staff.id, office: staff.office.clone(), case: *id };
                if let (StaffAct::Died(on, _), Some(person)) = (act, file.person(Side::Resident)) {
                    this.died(tx, person, actor.clone(), *on).await?;
                }
                let given = match act {
                    StaffAct::PutInEffect(correction, place) => Given { correction: correction.clone(), place: place.clone() },
                    _ => Given::default(),
                };
                this.carry_out(tx, &before, &file, actor, &given).await?;
                this.follow(tx, &mut file, by, &what).await
            })
        })
        .await
    }

    /// Acting is allowed to whom opening is allowed; the decision is the same one.
    fn may_act(&self, file: &File, staff: &StaffRow, act: &StaffAct) -> TxResult<()> {
        if act.needs_no_hand() {
            return if in_reach(&file.row, staff) { Ok(()) } else { Err(Error::NotFound.into()) };
        }
        let subject = self.case_subject(file, staff);
        policy::decide(&subject, file.owner, Purpose::of_case(file.row.kind), self.now()).map_err(Error::from)?;
        Ok(())
    }

    /// Whoever owns the home now is heard in the place of whoever owned it before: who showed since the case began that it is theirs, else
    /// another host of exactly this home, else somebody who is written to at the address.
    async fn take_the_new_host(&self, tx: &mut dyn Tx, file: &mut File) -> TxResult<()> {
        let shown = match file.row.home {
            Some(home) => self.shown_homes(tx, file, home).await?,
            None => Vec::new(),
        };
        let others: Vec<_> = shown.into_iter().filter(|row| file.people.iter().all(|(person, _)| *person != row.host)).collect();
        let newer = others.iter().find(|row| row.shown_at > file.row.opened_at);
        let host = match newer.or_else(|| others.iter().find(|row| Some(row.home) == file.row.home)) {
            Some(row) => row.host,
            None => self.vault().add_person(tx, self.now()).await?,
        };
        tx.replace_side(file.case.id(), Side::Other, host).await?;
        file.people = tx.case_people(file.case.id()).await?;
        Ok(())
    }

    /// An officer opens a case about an address: more people than it seems to hold, or nobody could live there. It is about nobody in
    /// particular, and changes nobody's registration.
    pub async fn open_address_case(&self, session: &Session, kind: policy::CaseKind, place: Place, words: Words) -> Result<CaseId, Error> {
        let staff = officer(session)?;
        self.write("case.open_address", (staff, kind, place, words), |this, tx, (staff, kind, place, words)| {
            Box::pin(async move {
                let home = this.vault().home_index(place)?.ok_or(Error::NotFound)?;
                let host = match this.hosts_around(tx, place).await?.first() {
                    Some(host) => *host,
                    None => this.vault().add_person(tx, this.now()).await?,
                };
                let whole = this.place_in_full(place);
                let words = Words::parse(&format!("{whole}\n{}", words.as_str())).unwrap_or_else(|_| words.clone());
                let by = By::Officer { staff: staff.id };
                let opening = super::Opening { kind: *kind, resident: None, other: Some(host), words, by, not_for: None, home: Some(home) };
                let id = this.open_case(tx, opening).await?;
                tx.take_case(id, staff.id).await?;
                Ok(id)
            })
        })
        .await
    }
}
