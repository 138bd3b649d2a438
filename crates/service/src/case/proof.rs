//! What the post reports of a notice becomes an act of the case. An answer's time, and the time for an appeal, run from these.

use super::file::File;
use crate::message::CaseNotice;
use crate::{Error, Service, TxResult};
use doorstep_register::case::{By, CaseAct, CaseWhat, Channel, Notice, Stage};
use doorstep_storage::{Tx, TxError};
use jiff::Timestamp;

/// The notice that is on its way to a side now.
fn current<'f>(file: &'f File, about: &CaseNotice) -> Option<&'f Notice> {
    let known = file.case.side(about.side)?;
    match file.case.stage() {
        Stage::Hearing => Some(known.told()),
        Stage::Confirmed(_) | Stage::Appealable(_) => Some(known.decision()),
        _ => None,
    }
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
        // The notice of another instance, of a decision, or to another host: what was written before it is not about it.
        let begins_another = |what: &CaseWhat| {
            matches!(
                what,
                CaseWhat::Drafted { second: None, .. }
                    | CaseWhat::Confirmed {}
                    | CaseWhat::AppealDecided { .. }
                    | CaseWhat::Judged { .. }
                    | CaseWhat::HostChanged { .. }
            )
        };
        if file.acts.iter().any(|act| act.at > written && begins_another(&act.what)) {
            return Ok(());
        }
        let newer = file.acts.iter().filter(|act| {
            let this_way = matches!(act.what, CaseWhat::Sent { to, channel: by } if to == about.side && by == channel);
            this_way && act.at >= written
        });
        let (newer, to) = (newer.count(), about.side);
        let Some(notice) = current(&file, about) else { return Ok(()) };
        // Handed over at a desk: nobody chose that way before. A message after this one is about what is new on file.
        let again = |way: Channel| {
            let sent = |act: &&CaseAct| {
                act.at >= written && matches!(act.what, CaseWhat::Sent { to: side, channel: by } if side == to && by == way)
            };
            file.acts.iter().filter(sent).count() > 1
        };
        if channel == Channel::ByHand && Channel::EVERY.into_iter().any(again) {
            return Ok(());
        }
        if channel == Channel::ByHand && arrived && !notice.sent_on(channel) {
            self.advance(tx, &mut file, By::Program, CaseWhat::Sent { to, channel }).await?;
            return self.advance(tx, &mut file, By::Program, CaseWhat::Delivered { to, channel }).await;
        }
        if newer != 1 || !notice.sent_on(channel) || (arrived && notice.proved().any(|by| by == channel)) {
            return Ok(());
        }
        let what = if arrived { CaseWhat::Delivered { to, channel } } else { CaseWhat::CameBack { to, channel } };
        self.advance(tx, &mut file, By::Program, what).await
    }
}
