//! What follows from an act of a case: who is told what, and what takes effect.

use super::file::File;
use super::words::{outcome_key, programs_words};
use crate::message::{Letter, language};
use crate::{Service, TxResult};
use doorstep_locales::Locale;
use doorstep_policy::CaseKind;
use doorstep_register::case::{By, Case, CaseWhat, Channel, Closing, Instance, Side, Stage};
use doorstep_register::{PersonId, Words};
use doorstep_storage::Tx;

/// A side of a case as it is written to.
struct Addressee {
    person: PersonId,
    locale: Locale,
    /// Whether they, or whoever acts for them, can sign in. Otherwise nothing that lies in the in-box has reached anybody.
    reads_inbox: bool,
    /// Whether anything at all reaches them that the program can send.
    reached: bool,
}

impl Service {
    pub(crate) async fn follow(&self, tx: &mut dyn Tx, file: &mut File, by: By, what: &CaseWhat) -> TxResult<()> {
        match what {
            CaseWhat::Opened { .. } => self.confirm_opening(tx, file, by).await?,
            CaseWhat::HearingInvited { on } => {
                let on = *on;
                self.tell_sides(tx, file, "case-invited", |letter, _| letter.local("day", move |l| l.date_with_weekday(on))).await?;
            }
            CaseWhat::Extended { side, .. } => {
                let until = file.case.side(*side).and_then(|f| f.answer_until()).map(|until| until.last_day);
                let day = move |l: Locale| until.map(|day| l.date_with_weekday(day)).unwrap_or_default();
                self.tell_side(tx, file, *side, "case-extended", move |letter, _| letter.local("day", day)).await?;
            }
            CaseWhat::Appealed { .. } => {
                for side in file.case.kind().sides() {
                    let own = matches!(by, By::Side { side: whose, .. } if whose == *side);
                    let kind = if own { "case-appealed-own" } else { "case-appealed" };
                    self.tell_side(tx, file, *side, kind, |letter, _| letter).await?;
                }
            }
            CaseWhat::AppealWithdrawn {} => self.tell_sides(tx, file, "case-appeal-back", |letter, _| letter).await?,
            // Nobody outside was told of a draft.
            CaseWhat::Undone { .. } if undid_a_draft(file) => {}
            CaseWhat::Undone { why } => {
                let why = why.clone();
                let why = move |letter: Letter, _| {
                    let why = why.clone();
                    letter.private("words", move |_| why.as_str().to_owned())
                };
                self.tell_sides(tx, file, "case-undone", why).await?;
            }
            CaseWhat::AppealDecided { reasons, .. } if file.case.stage() == &Stage::Hearing => {
                let reasons = reasons.clone();
                let why = move |letter: Letter, _| {
                    let reasons = reasons.clone();
                    letter.private("words", move |_| reasons.as_str().to_owned())
                };
                self.tell_sides(tx, file, "case-back-to-office", why).await?;
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
                (Closing::OwnAct | Closing::Withdrawn | Closing::Died, Side::Other) if file.case.kind().is_open_to_both() => "case-gone",
                _ => closed_letter(how),
            };
            let why = |letter: Letter, _| match how {
                Closing::Annulled => {
                    let said = said_above(file);
                    letter.private("words", move |_| said.clone())
                }
                _ => letter,
            };
            self.tell_side(tx, file, *side, kind, why).await?;
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
                Stage::Confirmed(_) | Stage::Appealable(_) if !known.decision().sent() => match file.case.instance() {
                    Instance::Office => "case-decided",
                    Instance::AppealBody => "case-decided-above",
                    Instance::Court => "case-decided-court",
                },
                _ => continue,
            };
            self.send_notice(tx, file, side, kind).await?;
        }
        Ok(())
    }

    async fn send_notice(&self, tx: &mut dyn Tx, file: &mut File, side: Side, kind: &'static str) -> TxResult<()> {
        let Some(to) = self.addressee(tx, file, side).await? else { return Ok(()) };
        // Nowhere to send it by itself: a host whom the office knows by their address alone. An officer sends a letter.
        if !to.reached {
            return Ok(());
        }
        let key = super::words::case_key(file.case.kind());
        let who = match side {
            Side::Resident => "resident",
            Side::Other => "other",
        };
        let said = if file.case.instance() == Instance::Office { said_last(file, side) } else { Said::Words(said_above(file)) };
        let mut letter = self
            .case_letter(kind, to.locale, side, file.case.kind(), file.case.id())
            .local("means", move |l| l.t(&format!("case-{key}-means-{who}")))
            .private("words", move |l| said.in_words(l))
            .about_case(file.case.id(), side);
        // Somebody else may open the letter box of whoever asks to be found by nobody.
        if file.case.kind() != CaseKind::Protection {
            letter = letter.on_paper(!file.case.kind().proves_twice(side));
        }
        if let Some(decision) = file.case.decision() {
            let finding = decision.draft().finding().clone();
            let outcome = outcome_key(finding.outcome);
            letter = letter
                .local("outcome", move |l| l.t(&format!("outcome-{outcome}")))
                .private("facts", move |_| finding.facts.as_str().to_owned())
                .with("rule", finding.rule.as_str())
                .private("reasons", move |_| finding.reasons.as_str().to_owned());
        }
        let sent = self.send(tx, to.person, letter, self.now()).await?;
        for channel in sent.channels.into_iter().filter(|channel| *channel != Channel::Inbox || to.reads_inbox) {
            self.advance(tx, file, By::Program, CaseWhat::Sent { to: side, channel }).await?;
        }
        Ok(())
    }

    async fn addressee(&self, tx: &mut dyn Tx, file: &File, side: Side) -> TxResult<Option<Addressee>> {
        let Some(person) = file.person(side) else { return Ok(None) };
        let contact = self.contact_for_post(tx, person).await?;
        let reads_inbox = self.has_own_way_in(tx, person).await?
            || !tx.sessions(person, self.now()).await?.is_empty()
            || !tx.holders(person).await?.is_empty();
        let outside = contact.email.is_some() || contact.phone.is_some() || tx.residence(person).await?.is_some();
        let locale = language(&contact, self.settings().locale);
        Ok(Some(Addressee { person, locale, reads_inbox, reached: reads_inbox || outside }))
    }

    /// In which language a side is written to.
    pub(crate) async fn language_of(&self, tx: &mut dyn Tx, file: &File, side: Side) -> TxResult<Option<Locale>> {
        Ok(self.addressee(tx, file, side).await?.map(|to| to.locale))
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
        let letter = with(self.case_letter(kind, to.locale, side, file.case.kind(), file.case.id()), to.locale);
        self.send(tx, to.person, letter, self.now()).await?;
        Ok(())
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

/// What somebody should know of before they answer.
enum Said {
    /// What a side or an officer said.
    Words(String),
    /// Why the program opened a case of this kind.
    Program(CaseKind),
}

impl Said {
    fn in_words(&self, locale: Locale) -> String {
        match self {
            Said::Words(words) => words.clone(),
            Said::Program(kind) => programs_words(locale, *kind).as_str().to_owned(),
        }
    }
}

/// The newest words that are not a side's own.
fn said_last(file: &File, side: Side) -> Said {
    let theirs = |by: By| matches!(by, By::Side { side: whose, .. } if whose == side);
    let open = file.case.kind().is_open_to_both();
    let words = |words: &Words| Said::Words(words.as_str().to_owned());
    let mut said = file.acts.iter().rev().filter(|act| !theirs(act.by)).filter_map(|act| match (&act.what, act.by) {
        (CaseWhat::Opened { kind, .. }, By::Program) => Some(Said::Program(*kind)),
        (
            CaseWhat::Opened { words: said, .. } | CaseWhat::Answered { words: said, .. } | CaseWhat::Maintained { words: said },
            By::Side { .. },
        ) => open.then(|| words(said)),
        (CaseWhat::Opened { words: said, .. }, _) => Some(words(said)),
        (CaseWhat::Visited { words: said, met: true } | CaseWhat::Filed { words: said, .. }, _) => Some(words(said)),
        _ => None,
    });
    said.next().unwrap_or(Said::Words(String::new()))
}

/// Why the appeal body or the court decided so.
fn said_above(file: &File) -> String {
    let mut said = file.acts.iter().rev().filter_map(|act| match &act.what {
        CaseWhat::AppealDecided { reasons, .. } => Some(reasons.as_str().to_owned()),
        CaseWhat::Judged { words, .. } => Some(words.as_str().to_owned()),
        _ => None,
    });
    said.next().unwrap_or_default()
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
