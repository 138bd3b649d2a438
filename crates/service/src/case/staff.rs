//! What officers, second officers and members of the appeal body do in a case.

use super::QueueEntry;
use super::doing::Doing;
use super::effect::Given;
use super::file::File;
use super::queue::{entry, hears_appeals, in_reach, officer, policy_file};
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::{self as policy, Field, Fields, Officer, Purpose, Subject};
use doorstep_register::case::{
    AppealResult, By, Case, CaseAct, CaseWhat, Channel, FiledKind, Finding, HostDisputes, Reasons, Refusal, Side,
};
use doorstep_register::{Actor, CaseId, Change, EvidenceId, PersonId, Place, Record, StaffId, Words};
use doorstep_storage::{HomeProof, StaffRow, Tx};
use jiff::civil::Date;
use zeroize::Zeroizing;

/// A case with the records that it is about, limited to what its purpose needs. Each opening left a look.
#[derive(Clone, PartialEq, Debug)]
pub struct CaseView {
    /// As it stands in the queue.
    pub entry: QueueEntry,
    /// The case.
    pub case: Case,
    /// What was said and done in it, in order.
    pub acts: Vec<CaseAct>,
    /// The records, side by side, the resident's first.
    pub records: Vec<(Side, Record)>,
    /// How the disputes of this host went: a fact about the disputes, and no score.
    pub disputes: Option<HostDisputes>,
    /// How the home was shown to be the host's; `None` where it was not: they answered by a link or a letter, or gave it up.
    pub home_proof: Option<HomeProof>,
    /// Whether somebody else showed later that the home is theirs: it may have been sold.
    pub newer_host: bool,
    /// Other officers of the office: who could confirm. Id and what people see instead of the name.
    pub colleagues: Vec<(StaffId, String)>,
    /// Everybody of an office who acted in it, by what people see instead of the name.
    pub staff: Vec<(StaffId, String)>,
    /// In which language each side is written to.
    pub languages: Vec<(Side, Locale)>,
    /// What the office can do in it now: each with why not, if not.
    pub doings: Vec<(Doing, Option<Refusal>)>,
}

impl CaseView {
    /// Why something cannot be done in the case now; `None` if it can.
    pub fn refusal(&self, doing: Doing) -> Option<Refusal> {
        self.doings.iter().find(|(known, _)| *known == doing).map_or(Some(Refusal::NotNow), |(_, refusal)| *refusal)
    }

    /// Whether something can be done in the case now.
    pub fn can(&self, doing: Doing) -> bool {
        self.refusal(doing).is_none()
    }
}

/// How much of a case is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// What was said and done in it.
    Case,
    /// That, and the records that it is about.
    Records,
}

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
fn acting(staff: &StaffRow) -> By {
    if hears_appeals(staff) { By::AppealBody { staff: staff.id } } else { By::Officer { staff: staff.id } }
}

/// Everybody of an office who is named in these acts, each once.
fn acted(acts: &[CaseAct]) -> Vec<StaffId> {
    let mut ids = Vec::new();
    for act in acts {
        match act.by {
            By::Officer { staff } | By::AppealBody { staff } => ids.push(staff),
            By::Side { helped_by, .. } => ids.extend(helped_by),
            By::Program => {}
        }
        match act.what {
            CaseWhat::Drafted { second, .. } => ids.extend(second),
            CaseWhat::DeputyNamed { deputy, .. } => ids.push(deputy),
            _ => {}
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn as_officer(staff: &StaffRow) -> Officer {
    Officer { staff: staff.id, office: staff.office.clone(), pseudonym: staff.pseudonym.clone() }
}

impl Service {
    /// Whom a case is about and whose it is now, as the policies are told.
    pub(super) fn case_subject(&self, file: &File, staff: &StaffRow) -> Subject {
        Subject::Officer(as_officer(staff), Box::new(policy_file(&file.row, &file.people, file.case.instance(), staff)))
    }

    /// Opens the records of the officer's case for the purpose that they state. Each record's person sees the look.
    pub async fn open_case_view(&self, session: &Session, id: CaseId, stated: Purpose) -> Result<CaseView, Error> {
        self.case_opened("case.open", session, id, stated, Depth::Records).await
    }

    /// Opens what was said and done in the officer's case, and no record. Everybody whom it is about sees the look.
    pub async fn open_case_acts(&self, session: &Session, id: CaseId, stated: Purpose) -> Result<CaseView, Error> {
        self.case_opened("case.open_acts", session, id, stated, Depth::Case).await
    }

    async fn case_opened(
        &self,
        name: &'static str,
        session: &Session,
        id: CaseId,
        stated: Purpose,
        depth: Depth,
    ) -> Result<CaseView, Error> {
        let staff = officer(session)?;
        self.write(name, (staff, id, stated, depth), |this, tx, (staff, id, stated, depth)| {
            Box::pin(async move {
                let file = this.case_file(tx, *id).await?;
                let subject = this.case_subject(&file, staff);
                let now = this.now();
                let mut records = Vec::with_capacity(file.people.len());
                for (person, side) in &file.people {
                    let grant = policy::decide(&subject, *person, *stated, now).map_err(Error::from)?;
                    if *depth == Depth::Case {
                        this.vault().admit(tx, &grant.only(Fields::of(&[Field::Case])), now).await?;
                        continue;
                    }
                    // Of a host nothing is opened but the name: the case is about somebody else's registration.
                    let host = *side == Side::Other && file.row.kind.concerns_a_host();
                    let grant = if host { grant.only(Fields::of(&[Field::Names])) } else { grant };
                    let mut record = this.vault().open(tx, &grant, now).await?.record;
                    // In a case about somebody else's look, too.
                    record.questions.retain(|question| question.about != Some(staff.id));
                    records.push((*side, record));
                }
                this.case_view(tx, file, staff, records).await
            })
        })
        .await
    }

    async fn case_view(&self, tx: &mut dyn Tx, file: File, staff: &StaffRow, records: Vec<(Side, Record)>) -> TxResult<CaseView> {
        let disputes = match file.person(Side::Other).filter(|_| file.row.kind.disputes()) {
            Some(host) => Some(self.host_disputes(tx, host).await?),
            None => None,
        };
        let (home_proof, newer_host) = self.host_facts(tx, &file).await?;
        let colleagues = tx.officers(&file.row.office.0).await?;
        let colleagues = colleagues.into_iter().filter(|other| other.id != staff.id).map(|other| (other.id, other.pseudonym)).collect();
        let mut languages = Vec::with_capacity(file.people.len());
        for (_, side) in &file.people {
            languages.extend(self.language_of(tx, &file, *side).await?.map(|locale| (*side, locale)));
        }
        let mut names = Vec::new();
        for id in acted(&file.acts) {
            names.extend(tx.staff(id).await?.map(|row| (row.id, row.pseudonym)));
        }
        let doings = self.doings(&file.case, acting(staff));
        Ok(CaseView {
            entry: entry(file.row, staff),
            case: file.case,
            acts: file.acts,
            records,
            disputes,
            home_proof,
            newer_host,
            colleagues,
            staff: names,
            languages,
            doings,
        })
    }

    /// How the disputes of one host went, counted out of the cases themselves. The program reads them, and nobody is shown any.
    async fn host_disputes(&self, tx: &mut dyn Tx, host: PersonId) -> TxResult<HostDisputes> {
        let rows = tx.cases_of(host).await?;
        let mut cases = Vec::new();
        for (row, _) in rows.into_iter().filter(|(row, side)| *side == Side::Other && row.kind.disputes()).take(1000) {
            // Erased meanwhile: it says nothing any more.
            match self.case_file(tx, row.id).await {
                Ok(file) => cases.push(file.case),
                Err(doorstep_storage::TxError::Refused(Error::NotFound)) => {}
                Err(other) => return Err(other),
            }
        }
        let homes = tx.homes(host).await?;
        let mut entries = 0;
        for home in &homes {
            entries += self.people_at(tx, host, &homes, home).await?.len();
        }
        Ok(HostDisputes::count(entries.max(cases.len()), &cases))
    }

    /// How the host of a case is known to be one, and whether another one was shown since it was opened.
    async fn host_facts(&self, tx: &mut dyn Tx, file: &File) -> TxResult<(Option<HomeProof>, bool)> {
        let (Some(host), Some(home)) = (file.person(Side::Other).filter(|_| file.row.kind.concerns_a_host()), file.row.home) else {
            return Ok((None, false));
        };
        let mut wider = vec![home];
        if let Some(resident) = file.person(Side::Resident)
            && let Some(row) = tx.residence(resident).await?.filter(|row| row.home == Some(home))
        {
            wider.extend([row.flat, row.house].into_iter().flatten());
        }
        let (mut proof, mut newer) = (None, false);
        for (i, index) in wider.into_iter().enumerate() {
            for known in self.hosts_of(tx, index).await? {
                let shown = tx.homes(known).await?.into_iter().find(|row| row.home == index);
                let Some(shown) = shown.filter(|row| i == 0 || row.proof == HomeProof::Extract) else { continue };
                if known == host {
                    proof = proof.or(Some(shown.proof));
                } else {
                    newer |= shown.shown_at > file.row.opened_at;
                }
            }
        }
        Ok((proof, newer))
    }

    /// A photo that somebody of the officer's case added, where the case's purpose needs it. It leaves a look of its own.
    pub async fn case_photo(&self, session: &Session, id: CaseId, photo: EvidenceId) -> Result<Zeroizing<Vec<u8>>, Error> {
        let staff = officer(session)?;
        self.write("case.photo", (staff, id, photo), |this, tx, (staff, id, photo)| {
            Box::pin(async move {
                let file = this.case_file(tx, *id).await?;
                let subject = this.case_subject(&file, staff);
                let now = this.now();
                for (person, _) in &file.people {
                    if tx.evidence(*person, *photo).await?.is_none_or(|row| row.named_at.is_none()) {
                        continue;
                    }
                    let purpose = Purpose::of_case(file.row.kind);
                    let grant = policy::decide(&subject, *person, purpose, now).map_err(Error::from)?;
                    if !grant.fields().has(Field::Evidence) {
                        break;
                    }
                    return this.vault().open_evidence(tx, &grant, *photo, now).await?.ok_or_else(|| Error::NotFound.into());
                }
                Err(Error::NotFound.into())
            })
        })
        .await
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

    /// Whoever owns the home now is heard in the place of whoever owned it before: a known host of it, or one who is written to at the address.
    async fn take_the_new_host(&self, tx: &mut dyn Tx, file: &mut File) -> TxResult<()> {
        let before = file.person(Side::Other);
        let known = match &file.row.home {
            Some(home) => self.hosts_of(tx, *home).await?.into_iter().find(|host| Some(*host) != before),
            None => None,
        };
        let host = match known {
            Some(host) => host,
            None => self.vault().add_person(tx, self.now()).await?,
        };
        tx.replace_side(file.case.id(), Side::Other, host).await?;
        file.people = tx.case_people(file.case.id()).await?;
        Ok(())
    }

    /// The known hosts of a home, for the program: it writes to them, and tells nobody who they are.
    pub(crate) async fn hosts_of(&self, tx: &mut dyn Tx, home: [u8; 32]) -> TxResult<Vec<PersonId>> {
        let grant = self.finding(policy::Finder::Register, policy::Identifier::Home, home)?;
        Ok(tx.hosts(&grant, self.now()).await?)
    }

    /// An officer opens a case about an address: more people than it seems to hold, or nobody could live there. It is about nobody in
    /// particular, and changes nobody's registration.
    pub async fn open_address_case(&self, session: &Session, kind: policy::CaseKind, place: Place, words: Words) -> Result<CaseId, Error> {
        let staff = officer(session)?;
        self.write("case.open_address", (staff, kind, place, words), |this, tx, (staff, kind, place, words)| {
            Box::pin(async move {
                let home = this.vault().home_index(place)?.ok_or(Error::NotFound)?;
                let host = match this.hosts_of(tx, home).await?.first() {
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
