//! A case as somebody of an office opens it: the two sides beside each other, what was said, and what can be done.

use super::QueueEntry;
use super::doing::Doing;
use super::file::File;
use super::queue::{entry, officer};
use super::staff::acting;
use crate::{Error, Service, Session, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::{self as policy, Field, Fields, Purpose};
use doorstep_register::case::{By, Case, CaseAct, CaseWhat, HostDisputes, Refusal, Side};
use doorstep_register::{CaseId, EvidenceId, PersonId, Record, StaffId};
use doorstep_storage::{BlindIndex, HomeProof, HomeRow, StaffRow, Tx};
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

impl Service {
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
        let (mut proof, mut newer) = (None, false);
        for row in self.shown_homes(tx, file, home).await? {
            if row.host == host {
                // That it is exactly this home says more than that it is in theirs.
                proof = if row.home == home { Some(row.proof) } else { proof.or(Some(row.proof)) };
            } else {
                newer |= row.shown_at > file.row.opened_at;
            }
        }
        Ok((proof, newer))
    }

    /// What was shown of the home of a case to be somebody's: exactly it, or the whole flat or house in which the resident lives there.
    pub(super) async fn shown_homes(&self, tx: &mut dyn Tx, file: &File, home: BlindIndex) -> TxResult<Vec<HomeRow>> {
        let wider = match file.person(Side::Resident) {
            Some(resident) => self.home_within(tx, resident, home).await?,
            None => [None, None],
        };
        let mut shown = Vec::new();
        for host in self.hosts_at(tx, home, wider).await? {
            let all = tx.homes(host).await?.into_iter();
            shown.extend(all.filter(|row| row.home == home || row.proof == HomeProof::Extract && wider.contains(&Some(row.home))));
        }
        Ok(shown)
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
}
