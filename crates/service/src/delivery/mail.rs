//! E-mail.

use super::lost;
use crate::message::Message;
use crate::{Error, Mail, Post, PostError, Service, TxResult};
use doorstep_register::case::Channel;
use doorstep_storage::{JobRow, OpenError, Tx, WayNote};
use uuid::Uuid;

/// How a delivery went: what was to be delivered, if it was still there, and what went wrong.
pub(super) type Went = (Option<Message>, Option<PostError>);

impl Service {
    /// Opens the message of a job; `None` if it was withdrawn, its person erased, or the address is no longer for it.
    pub(super) async fn message_of(&self, job: &JobRow) -> Result<Option<Message>, PostError> {
        let opened = self
            .read("job.open", job.clone(), |this, tx, job| {
                Box::pin(async move {
                    let Some(message) = this.message_for_post(tx, job.person, job.message).await? else { return Ok(None) };
                    this.guarded(tx, job, message).await
                })
            })
            .await;
        match opened {
            Ok(message) => Ok(message),
            Err(Error::Open(OpenError::Nobody)) => Ok(None),
            Err(_) => Err(PostError::Later("the message does not open")),
        }
    }

    /// Takes a message to the mail server.
    pub(super) async fn deliver_mail(&self, post: &dyn Post, job: &JobRow, lease: Uuid) -> Result<Option<PostError>, Error> {
        let (message, trouble) = match self.message_of(job).await {
            Err(trouble) => (None, Some(trouble)),
            Ok(message) => {
                let sent = match message.as_ref().and_then(|message| mail(job, message)) {
                    Some(mail) => post.send(mail).await,
                    None => Ok(()),
                };
                (message, sent.err())
            }
        };
        self.handed_over(job, lease, Channel::Email, (message, trouble)).await?;
        Ok(trouble)
    }

    /// Notes how a delivery went, on the job and on the way, in one transaction.
    pub(super) async fn handed_over(&self, job: &JobRow, lease: Uuid, channel: Channel, went: Went) -> Result<(), Error> {
        self.write("job.note", (job.clone(), lease, channel, went), |this, tx, (job, lease, channel, went)| {
            Box::pin(async move {
                if let (Some(message), trouble) = went {
                    this.noted_on_way(tx, job, message, *channel, *trouble).await?;
                }
                match went.1 {
                    Some(trouble) => this.put_back(tx, job, *lease, trouble).await?,
                    None => tx.finish_job(job.id, *lease, this.now()).await?,
                }
                Ok(())
            })
        })
        .await
        .or_else(lost)
    }

    async fn noted_on_way(
        &self,
        tx: &mut dyn Tx,
        job: &JobRow,
        message: &Message,
        channel: Channel,
        trouble: Option<PostError>,
    ) -> TxResult<()> {
        let (person, id, at) = (job.person, job.message, self.now());
        let note = |trouble| WayNote { at, by: None, trouble };
        match trouble {
            None => {
                self.way_handed_over(tx, person, id, channel, at).await?;
                // The receiving server answered for it. A gateway of SMS answers for nothing yet.
                if channel == Channel::Email {
                    self.way_proved(tx, person, (id, message), channel, note(None)).await?;
                }
            }
            Some(PostError::Never(why)) => {
                self.way_came_back(tx, person, (id, message), channel, note(Some(why))).await?;
            }
            Some(PostError::Later(_)) => {}
        }
        Ok(())
    }
}

fn mail(job: &JobRow, message: &Message) -> Option<Mail> {
    let body = message.email_body.as_ref().unwrap_or(&message.body).clone();
    Some(Mail {
        to: message.email.clone()?,
        subject: message.subject.clone(),
        body,
        language: message.language.clone(),
        id: job.message.simple().to_string(),
    })
}
