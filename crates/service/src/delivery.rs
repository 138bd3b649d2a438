//! Delivering messages. The post opens nothing but the message that it carries.

use crate::message::{Message, cell};
use crate::remind::PROMISE;
use crate::{Error, Mail, Post, PostError, Service, TxResult};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::PersonId;
use doorstep_register::world::new_id;
use doorstep_storage::{JobRow, JobState, OpenError, Tx};
use jiff::SignedDuration;
use uuid::Uuid;

/// How long a worker holds a job, in seconds.
const LEASE_SECONDS: i64 = 60;
/// After how many attempts the operator is asked.
const ATTEMPTS: u32 = 8;

/// What one round did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Delivery {
    /// Handed over.
    pub done: u32,
    /// To be tried again.
    pub retried: u32,
    /// Given up; the operator sees them.
    pub failed: u32,
}

impl Delivery {
    /// Whether there was nothing to do.
    pub fn is_idle(&self) -> bool {
        *self == Delivery::default()
    }
}

/// Seconds until the next attempt: 30 s, 1 min, 2 min … up to about an hour.
fn back_off(attempts: u32) -> i64 {
    30 << attempts.saturating_sub(1).min(7)
}

/// The lease was lost, or the job was withdrawn meanwhile: whoever has it now notes how it goes.
fn lost(error: Error) -> Result<(), Error> {
    if matches!(error, Error::Stale(_) | Error::NotFound) { Ok(()) } else { Err(error) }
}

impl Service {
    /// Leases up to `limit` due jobs, delivers them, and notes how it went.
    pub async fn deliver(&self, post: &dyn Post, limit: u32) -> Result<Delivery, Error> {
        let lease = new_id(self.now(), self.random());
        let jobs = self
            .write("job.lease", (lease, limit), |this, tx, (lease, limit)| {
                Box::pin(async move {
                    let now = this.now();
                    let until = now.saturating_add(SignedDuration::from_secs(LEASE_SECONDS)).unwrap_or(now);
                    Ok(tx.lease_jobs(*lease, now, until, *limit).await?)
                })
            })
            .await?;
        let mut outcome = Delivery::default();
        for job in jobs {
            if job.kind == PROMISE {
                match self.check_promises(&job, lease).await {
                    Ok(()) => outcome.done += 1,
                    // Erased, or withdrawn meanwhile.
                    Err(Error::Open(OpenError::Nobody) | Error::Stale(_) | Error::NotFound) => {}
                    Err(_) => {
                        if job.attempts < ATTEMPTS {
                            outcome.retried += 1
                        } else {
                            outcome.failed += 1
                        }
                        let trouble = Err(PostError::Later("the dates that were told do not open"));
                        self.noted(job, lease, trouble).await.or_else(lost)?;
                    }
                }
                continue;
            }
            let result = match self.mail_of(&job).await {
                Ok(Some(mail)) => post.send(mail).await,
                Ok(None) => Ok(()),
                Err(Error::Open(OpenError::Nobody)) => Ok(()),
                Err(_) => Err(PostError::Later("the message does not open")),
            };
            match result {
                Ok(()) => outcome.done += 1,
                Err(PostError::Later(_)) if job.attempts < ATTEMPTS => outcome.retried += 1,
                Err(_) => outcome.failed += 1,
            }
            self.noted(job, lease, result).await.or_else(lost)?;
        }
        Ok(outcome)
    }

    async fn mail_of(&self, job: &JobRow) -> Result<Option<Mail>, Error> {
        self.read("job.open", job.clone(), |this, tx, job| {
            Box::pin(async move {
                let Some(row) = tx.message(job.person, job.message).await? else { return Ok(None) };
                let now = this.now();
                let grant = policy::decide(&Subject::Post, job.person, Purpose::Delivery, now).map_err(Error::from)?;
                let mut message: Message = this.vault().open_value(tx, &grant, cell(job.person, &row.id), &row.sealed, now).await?;
                let id = row.id.simple().to_string();
                if message.email.is_some() {
                    this.guard(tx, job.person, &mut message).await?;
                }
                Ok(message.email.map(|to| Mail { to, subject: message.subject, body: message.body, language: message.language, id }))
            })
        })
        .await
    }

    /// What goes by e-mail to somebody whom nobody may find: to nobody else's address, also if it was written before; and of what stands in
    /// their in-box only that it is there.
    async fn guard(&self, tx: &mut dyn Tx, person: PersonId, message: &mut Message) -> TxResult<()> {
        let reached = self.reached(tx, person).await?;
        if !reached.hidden {
            return Ok(());
        }
        if self.address_of(tx, person, &reached.contact).await? != message.email {
            message.email = None;
        } else if message.in_box {
            let quiet = self.quiet_letter(message.language.parse().unwrap_or(self.settings().locale));
            (message.subject, message.body) = (quiet.subject(), quiet.body());
        }
        Ok(())
    }

    async fn noted(&self, job: JobRow, lease: Uuid, result: Result<(), PostError>) -> Result<(), Error> {
        self.write("job.note", (job, lease, result), |this, tx, (job, lease, result)| {
            Box::pin(async move {
                let now = this.now();
                match result {
                    Ok(()) => tx.finish_job(job.id, *lease, now).await?,
                    Err(PostError::Later(why)) if job.attempts < ATTEMPTS => {
                        let at = now.saturating_add(SignedDuration::from_secs(back_off(job.attempts))).unwrap_or(now);
                        tx.retry_job(job.id, *lease, at, why).await?;
                    }
                    Err(PostError::Later(why) | PostError::Never(why)) => tx.fail_job(job.id, *lease, now, why).await?,
                }
                Ok(())
            })
        })
        .await
    }

    /// For the operator: the jobs that are not done, failed ones first.
    pub async fn jobs(&self, limit: u32) -> Result<Vec<JobState>, Error> {
        self.read("job.list", limit, |this, tx, limit| Box::pin(async move { Ok(tx.job_states(this.now(), *limit).await?) })).await
    }

    /// For the operator: gives failed jobs another chance.
    pub async fn revive_jobs(&self) -> Result<u64, Error> {
        self.write("job.revive", (), |this, tx, ()| Box::pin(async move { Ok(tx.revive_jobs(this.now()).await?) })).await
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn attempts_back_off_to_about_an_hour() {
        let seconds: Vec<i64> = (1..=9).map(super::back_off).collect();
        assert_eq!(seconds, [30, 60, 120, 240, 480, 960, 1920, 3840, 3840]);
    }
}
