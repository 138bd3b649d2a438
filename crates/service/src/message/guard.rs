//! What goes out to somebody whom nobody may find.

use super::letter::Letter;
use super::{Message, REMINDER_TEXT, TEXT};
use crate::{Service, TxResult};
use doorstep_locales::Locale;
use doorstep_storage::{JobRow, Tx};

impl Service {
    /// A message as it leaves. To a hidden person's own address or number alone, also if it was written to somebody else's before they asked to
    /// be hidden; `None` where that was so. Of what stands in their in-box the e-mail says only that it is there: others may read it.
    pub(crate) async fn guarded(&self, tx: &mut dyn Tx, job: &JobRow, mut message: Message) -> TxResult<Option<Message>> {
        if !self.reached(tx, job.person).await?.hidden {
            return Ok(Some(message));
        }
        let reach = self.reach(tx, job.person).await?;
        let theirs = match job.kind.as_str() {
            TEXT | REMINDER_TEXT => message.phone == reach.phone,
            _ => message.email == reach.email,
        };
        if message.in_box {
            let quiet = self.quiet(message.language.parse().unwrap_or(self.settings().locale), message.at);
            (message.subject, message.email_body) = (quiet.subject, Some(quiet.body));
        }
        Ok(theirs.then_some(message))
    }

    fn quiet(&self, locale: Locale, at: jiff::Timestamp) -> Message {
        let base = self.settings().base_url.clone();
        Letter::new("quiet", locale).local("link", move |l| format!("{base}/{l}/inbox")).written(at)
    }
}
