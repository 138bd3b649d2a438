//! What follows from an act of a case: who is told what, and what takes effect.

use super::file::File;
use super::words::outcome_key;
use crate::contact::FOR_THE_POST;
use crate::message::{Letter, language};
use crate::{Error, Service, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::{self as policy, CaseKind, Purpose, Subject};
use doorstep_register::PersonId;
use doorstep_register::case::{By, Case, CaseWhat, Channel, Closing, Side, Stage};
use doorstep_storage::Tx;

/// A side of a case as it is written to: in which language, and where.
struct Addressee {
    person: PersonId,
    locale: Locale,
    email: Option<String>,
}

impl Service {
    pub(crate) async fn follow(&self, tx: &mut dyn Tx, file: &mut File, by: By, what: &CaseWhat) -> TxResult<()> {
        match what {
            CaseWhat::Opened { .. } => self.confirm_opening(tx, file, by).await?,
            CaseWhat::HearingInvited { on } => {
                let on = *on;
                self.tell_sides(tx, file, "case-invited", |letter, locale| letter.with("day", locale.date_with_weekday(on))).await?;
            }
            CaseWhat::Extended { side, .. } => {
                let until = file.case.side(*side).and_then(|f| f.answer_until()).map(|until| until.last_day);
                let day = |locale: Locale| until.map(|day| locale.date_with_weekday(day)).unwrap_or_default();
                self.tell_side(tx, file, *side, "case-extended", |letter, locale| letter.with("day", day(locale))).await?;
            }
            CaseWhat::Appealed { .. } => self.tell_sides(tx, file, "case-appealed", |letter, _| letter).await?,
            CaseWhat::AppealWithdrawn {} => self.tell_sides(tx, file, "case-appeal-back", |letter, _| letter).await?,
            // Nobody outside was told of a draft.
            CaseWhat::Undone { .. } if undid_a_draft(file) => {}
            CaseWhat::Undone { why } => {
                let why = why.clone();
                self.tell_sides(tx, file, "case-undone", |letter, _| letter.with("words", why.as_str())).await?;
            }
            CaseWhat::AppealDecided { reasons, .. } if file.case.stage() == &Stage::Hearing => {
                let reasons = reasons.clone();
                self.tell_sides(tx, file, "case-back-to-office", |letter, _| letter.with("words", reasons.as_str())).await?;
            }
            _ => {}
        }
        if let Stage::Closed(how) = file.case.stage() {
            return self.tell_closed(tx, file, *how).await;
        }
        // What came back went nowhere; another way is for an officer to choose.
        if !matches!(what, CaseWhat::CameBack { .. }) {
            self.send_notices(tx, file).await?;
        }
        Ok(())
    }

    /// Why somebody is no longer disputed is nobody's but theirs: the host is told that there is nothing left to decide.
    async fn tell_closed(&self, tx: &mut dyn Tx, file: &File, how: Closing) -> TxResult<()> {
        for side in file.case.kind().sides() {
            let kind = match (how, side) {
                (Closing::OwnAct, Side::Other) => "case-gone",
                _ => closed_letter(how),
            };
            self.tell_side(tx, file, *side, kind, |letter, _| letter).await?;
        }
        Ok(())
    }

    /// A word to whoever opened the case that it was opened.
    async fn confirm_opening(&self, tx: &mut dyn Tx, file: &File, by: By) -> TxResult<()> {
        match by {
            By::Side { side, .. } => self.tell_side(tx, file, side, "case-opened", |letter, _| letter).await,
            _ => Ok(()),
        }
    }

    /// Sends the notice that is due at this stage to whoever has not been sent it: of the case, of what is new on file, of the decision.
    async fn send_notices(&self, tx: &mut dyn Tx, file: &mut File) -> TxResult<()> {
        for side in file.case.kind().sides().iter().copied() {
            let Some(known) = file.case.side(side) else { continue };
            let kind = match file.case.stage() {
                Stage::Hearing if !file.case.opened_by(side) && !known.told().sent() => {
                    let before = file.acts.iter().any(|act| matches!(act.what, CaseWhat::Sent { to, .. } if to == side));
                    if before { "case-more" } else { "case-told" }
                }
                Stage::Confirmed(_) | Stage::Appealable(_) if !known.decision().sent() => "case-decided",
                _ => continue,
            };
            self.send_notice(tx, file, side, kind).await?;
        }
        Ok(())
    }

    async fn send_notice(&self, tx: &mut dyn Tx, file: &mut File, side: Side, kind: &'static str) -> TxResult<()> {
        let Some(to) = self.addressee(tx, file, side).await? else { return Ok(()) };
        let key = super::words::case_key(file.case.kind());
        let who = match side {
            Side::Resident => "resident",
            Side::Other => "other",
        };
        let mut letter = self
            .case_letter(kind, to.locale, file.case.kind(), file.case.id())
            .with("means", to.locale.t(&format!("case-{key}-means-{who}")))
            .with("words", self.said_last(file, side));
        if let Some(decision) = file.case.decision() {
            let finding = decision.draft().finding();
            letter = letter
                .with("outcome", to.locale.t(&format!("outcome-{}", outcome_key(finding.outcome))))
                .with("facts", finding.facts.as_str())
                .with("rule", finding.rule.as_str())
                .with("reasons", finding.reasons.as_str());
        }
        let channels = self.send_about_case(tx, file, side, &to, letter).await?;
        for channel in channels {
            self.advance(tx, file, By::Program, CaseWhat::Sent { to: side, channel }).await?;
        }
        Ok(())
    }

    /// What a side should know of before it answers: the newest words that are not its own.
    fn said_last(&self, file: &File, side: Side) -> String {
        let theirs = |by: By| matches!(by, By::Side { side: whose, .. } if whose == side);
        let open = file.case.kind().is_open_to_both();
        let mut said = file.acts.iter().rev().filter(|act| !theirs(act.by)).filter_map(|act| match (&act.what, act.by) {
            (CaseWhat::Opened { words, .. } | CaseWhat::Answered { words, .. } | CaseWhat::Maintained { words }, By::Side { .. }) => {
                open.then(|| words.as_str().to_owned())
            }
            (CaseWhat::Opened { words, .. }, _) => Some(words.as_str().to_owned()),
            (CaseWhat::Visited { words, met: true } | CaseWhat::Filed { words, .. }, _) => Some(words.as_str().to_owned()),
            _ => None,
        });
        said.next().unwrap_or_default()
    }

    async fn addressee(&self, tx: &mut dyn Tx, file: &File, side: Side) -> TxResult<Option<Addressee>> {
        let Some(person) = file.person(side) else { return Ok(None) };
        let now = self.now();
        let post = policy::decide(&Subject::Post, person, Purpose::Delivery, now).map_err(Error::from)?;
        let contact = self.vault().contact(tx, &post, now).await?;
        let locale = language(&contact, self.settings().locale);
        let email = self.address_of(tx, person, &contact).await?;
        Ok(Some(Addressee { person, locale, email }))
    }

    /// Sends a letter about the case to a side, and answers on which ways it went.
    async fn send_about_case(&self, tx: &mut dyn Tx, file: &File, _side: Side, to: &Addressee, letter: Letter) -> TxResult<Vec<Channel>> {
        let mut channels = vec![Channel::Inbox];
        channels.extend(to.email.is_some().then_some(Channel::Email));
        self.bring(tx, file, to, letter).await?;
        Ok(channels)
    }

    /// Puts a letter into the in-box and sends it by e-mail. Of a case about protection the e-mail says nothing: somebody else may read it.
    async fn bring(&self, tx: &mut dyn Tx, file: &File, to: &Addressee, letter: Letter) -> TxResult<()> {
        let now = self.now();
        if file.case.kind() != CaseKind::Protection {
            return self.send(tx, to.person, letter.emailed_to(to.email.clone()), now).await;
        }
        self.send(tx, to.person, letter, now).await?;
        if to.email.is_none() {
            return Ok(());
        }
        let quiet = self.quiet_letter(to.locale);
        self.send(tx, to.person, quiet.emailed_to(to.email.clone()).not_in_box(FOR_THE_POST), now).await
    }

    /// A letter to one side that starts no term.
    pub(crate) async fn tell_side(
        &self,
        tx: &mut dyn Tx,
        file: &File,
        side: Side,
        kind: &'static str,
        with: impl Fn(Letter, Locale) -> Letter + Send + Sync,
    ) -> TxResult<()> {
        let Some(to) = self.addressee(tx, file, side).await? else { return Ok(()) };
        let letter = with(self.case_letter(kind, to.locale, file.case.kind(), file.case.id()), to.locale);
        self.bring(tx, file, &to, letter).await
    }

    /// The same to every side.
    pub(crate) async fn tell_sides(
        &self,
        tx: &mut dyn Tx,
        file: &File,
        kind: &'static str,
        with: impl Fn(Letter, Locale) -> Letter + Send + Sync,
    ) -> TxResult<()> {
        for side in file.case.kind().sides() {
            self.tell_side(tx, file, *side, kind, &with).await?;
        }
        Ok(())
    }
}

/// Whether the newest act of the case took back what lay with the second officer.
fn undid_a_draft(file: &File) -> bool {
    let before = file.acts.len().saturating_sub(1);
    Case::fold(&file.acts[..before]).is_ok_and(|case| matches!(case.stage(), Stage::Drafted { .. }))
}

const fn closed_letter(how: Closing) -> &'static str {
    match how {
        Closing::Withdrawn => "case-withdrawn",
        Closing::OwnAct => "case-own-act",
        Closing::Died => "case-died",
        Closing::Annulled => "case-annulled",
        Closing::Separated => "case-separated",
    }
}
