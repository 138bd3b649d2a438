//! SMS: taken by a gateway, and proved only by what the gateway reports afterwards.

use super::{Delivery, back_off, lost};
use crate::message::{Message, REPORT};
use crate::{Error, PostError, Report, Service, Text, Texts, TxResult};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::PersonId;
use doorstep_register::case::Channel;
use doorstep_register::world::new_id;
use doorstep_storage::{Cell, JobRow, Tx, WayNote};
use jiff::SignedDuration;
use uuid::Uuid;

/// How often a gateway is asked: for about a day. After that nobody knows, and nothing is proved.
const QUESTIONS: u32 = 24;

fn ticket_cell(person: PersonId, message: &Uuid) -> Cell<'_> {
    Cell { table: "message_way", person, row: message.as_bytes(), column: "ticket" }
}

fn text(job: &JobRow, message: &Message) -> Option<Text> {
    Some(Text { to: message.phone.clone()?, text: message.sms.clone()?, id: job.message.simple().to_string() })
}

impl Service {
    /// Takes a message to the SMS gateway.
    pub(super) async fn deliver_text(&self, texts: Option<&dyn Texts>, job: &JobRow, lease: Uuid) -> Result<Option<PostError>, Error> {
        let opened = match (texts, self.message_of(job).await) {
            (None, _) => Err(PostError::Never("there is no way to send SMS")),
            (Some(_), Err(trouble)) => Err(trouble),
            (Some(texts), Ok(message)) => Ok((texts, message)),
        };
        let (message, sent) = match opened {
            Err(trouble) => (None, Err(trouble)),
            Ok((texts, message)) => match message.as_ref().and_then(|message| text(job, message)) {
                Some(text) => (message, texts.send(text).await),
                None => (message, Ok(None)),
            },
        };
        let trouble = sent.as_ref().err().copied();
        self.handed_over(job, lease, Channel::Sms, (message, trouble)).await?;
        if let Ok(Some(ticket)) = sent {
            self.keep_ticket(job, ticket).await.or_else(lost)?;
        }
        Ok(trouble)
    }

    /// Keeps the gateway's number, and asks by it later.
    async fn keep_ticket(&self, job: &JobRow, ticket: String) -> Result<(), Error> {
        self.write("sms.ticket", (job.clone(), ticket), |this, tx, (job, ticket)| {
            Box::pin(async move {
                let (person, now) = (job.person, this.now());
                let sealed = this.vault().seal_value(tx, ticket_cell(person, &job.message), ticket).await?;
                tx.way_sent(person, job.message, Channel::Sms, now, Some(&sealed)).await?;
                let available_at = now.saturating_add(SignedDuration::from_secs(back_off(1))).unwrap_or(now);
                let id = new_id(now, this.random());
                Ok(tx.add_job(&JobRow { id, kind: REPORT.to_owned(), person, message: job.message, available_at, attempts: 0 }).await?)
            })
        })
        .await
    }

    async fn ticket_of(&self, tx: &mut dyn Tx, job: &JobRow) -> TxResult<Option<String>> {
        let Some(sealed) = tx.way_ticket(job.person, job.message, Channel::Sms).await? else { return Ok(None) };
        let now = self.now();
        let post = policy::decide(&Subject::Post, job.person, Purpose::Delivery, now).map_err(Error::from)?;
        Ok(Some(self.vault().open_value(tx, &post, ticket_cell(job.person, &job.message), &sealed, now).await?))
    }

    /// Asks the gateway what became of an SMS.
    pub(super) async fn ask_report(
        &self,
        texts: Option<&dyn Texts>,
        job: &JobRow,
        lease: Uuid,
        outcome: &mut Delivery,
    ) -> Result<(), Error> {
        let ticket = self
            .read("sms.ticket_of", job.clone(), |this, tx, job| Box::pin(async move { this.ticket_of(tx, job).await }))
            .await
            .or_else(|error| lost(error).map(|()| None))?;
        let answer = match (texts, &ticket) {
            (Some(texts), Some(ticket)) => texts.report(ticket).await,
            // Withdrawn, or there is nobody to ask any more.
            _ => Ok(None),
        };
        let waits = matches!(answer, Ok(Some(Report::Waiting)) | Err(PostError::Later(_)));
        if waits && job.attempts < QUESTIONS {
            outcome.retried += 1
        } else {
            outcome.done += 1
        }
        self.write("sms.report", (job.clone(), lease, answer), |this, tx, (job, lease, answer)| {
            Box::pin(async move {
                let now = this.now();
                let message = match answer {
                    Ok(Some(Report::Arrived | Report::Failed)) => this.message_for_post(tx, job.person, job.message).await?,
                    _ => None,
                };
                if let (Ok(Some(report)), Some(message)) = (answer, message) {
                    let (person, sent) = (job.person, (job.message, &message));
                    match report {
                        Report::Arrived => {
                            this.way_proved(tx, person, sent, Channel::Sms, WayNote { at: now, by: None, trouble: None }).await?;
                        }
                        Report::Failed => {
                            let note = WayNote { at: now, by: None, trouble: Some("the network could not deliver it") };
                            this.way_came_back(tx, person, sent, Channel::Sms, note).await?;
                        }
                        Report::Waiting => {}
                    }
                }
                match answer {
                    Ok(Some(Report::Waiting)) | Err(PostError::Later(_)) if job.attempts < QUESTIONS => {
                        let at = now.saturating_add(SignedDuration::from_secs(back_off(job.attempts))).unwrap_or(now);
                        tx.retry_job(job.id, *lease, at, "the network has not reported yet").await?;
                    }
                    _ => tx.finish_job(job.id, *lease, now).await?,
                }
                Ok(())
            })
        })
        .await
        .or_else(lost)
    }
}
