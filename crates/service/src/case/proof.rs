//! What the post reports of a notice becomes an act of the case. An answer's time, and the time for an appeal, run from these.

use super::file::File;
use crate::message::CaseNotice;
use crate::{Error, Service, TxResult};
use doorstep_register::case::{By, Case, CaseWhat, Channel, Notice, Side, Stage};
use doorstep_storage::{Tx, TxError};
use jiff::Timestamp;

/// What a notice is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum About {
    /// What was said, to be answered.
    Hearing,
    /// What was decided.
    Decision,
}

impl About {
    /// What a notice is about that is on its way now.
    fn of(case: &Case) -> Option<About> {
        match case.stage() {
            Stage::Hearing => Some(Self::Hearing),
            Stage::Confirmed(_) | Stage::Appealable(_) => Some(Self::Decision),
            _ => None,
        }
    }

    fn notice(self, case: &Case, side: Side) -> Option<&Notice> {
        let known = case.side(side)?;
        Some(match self {
            Self::Hearing => known.told(),
            Self::Decision => known.decision(),
        })
    }
}

/// The notice that a message to a side carried, if it is the one on its way now: not one of an earlier decision, or of what was on file before.
fn carried(file: &File, side: Side, written: Timestamp) -> Option<&Notice> {
    let written = file.acts.iter().take_while(|act| act.at <= written).count();
    let (before, since) = file.acts.split_at(written);
    let mut then = Case::fold(before).ok()?;
    let about = About::of(&then).filter(|about| About::of(&file.case) == Some(*about))?;
    let sent = |case: &Case| about.notice(case, side).is_some_and(Notice::sent);
    for act in since {
        let was_sent = sent(&then);
        then.apply(act).ok()?;
        let begins_another = match (about, &act.what) {
            (About::Hearing, what) => was_sent && !sent(&then) && !matches!(what, CaseWhat::CameBack { .. }),
            (
                About::Decision,
                CaseWhat::Drafted { second: None, .. } | CaseWhat::Confirmed {} | CaseWhat::AppealDecided { .. } | CaseWhat::Judged { .. },
            ) => true,
            (About::Decision, _) => false,
        };
        if begins_another {
            return None;
        }
    }
    about.notice(&file.case, side)
}

impl Service {
    /// A notice of a case, written at `written`, arrived or came back. An older notice than the one that is on its way proves nothing.
    pub(crate) async fn notice_reported(
        &self,
        tx: &mut dyn Tx,
        about: &CaseNotice,
        written: Timestamp,
        channel: Channel,
        arrived: bool,
    ) -> TxResult<()> {
        let mut file = match self.case_file(tx, about.case).await {
            Ok(file) => file,
            // Erased meanwhile.
            Err(TxError::Refused(Error::NotFound)) => return Ok(()),
            Err(other) => return Err(other),
        };
        let to = about.side;
        let Some(notice) = carried(&file, to, written) else { return Ok(()) };
        // Handed over at a desk: nobody chose that way before.
        if channel == Channel::ByHand && arrived && !notice.sent_on(channel) {
            self.advance(tx, &mut file, By::Program, CaseWhat::Sent { to, channel }).await?;
            return self.advance(tx, &mut file, By::Program, CaseWhat::Delivered { to, channel }).await;
        }
        // An officer may have sent the same notice again on this way.
        let sent = |what: &CaseWhat| matches!(what, CaseWhat::Sent { to: side, channel: by } if *side == to && *by == channel);
        let times = file.acts.iter().filter(|act| act.at >= written && sent(&act.what)).count();
        if times != 1 || !notice.sent_on(channel) || (arrived && notice.proved().any(|by| by == channel)) {
            return Ok(());
        }
        let what = if arrived { CaseWhat::Delivered { to, channel } } else { CaseWhat::CameBack { to, channel } };
        self.advance(tx, &mut file, By::Program, what).await
    }
}
