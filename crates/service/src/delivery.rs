//! Delivering messages. The post opens nothing but the message that it carries.

mod mail;
mod text;

use crate::message::{EMAIL, REMINDER, REMINDER_TEXT, REPORT, TEXT};
use crate::remind::PROMISE;
use crate::{Error, Outgoing, PostError, Service};
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

    fn count(&mut self, job: &JobRow, trouble: Option<PostError>) {
        match trouble {
            None => self.done += 1,
            Some(PostError::Later(_)) if job.attempts < ATTEMPTS => self.retried += 1,
            Some(_) => self.failed += 1,
        }
    }
}

/// Seconds until the next attempt: 30 s, 1 min, 2 min … up to about an hour.
fn back_off(attempts: u32) -> i64 {
    30 << attempts.saturating_sub(1).min(7)
}

/// The lease was lost, or the job was withdrawn meanwhile: whoever has it now notes how it goes.
fn lost(error: Error) -> Result<(), Error> {
    if matches!(error, Error::Stale(_) | Error::NotFound | Error::Open(OpenError::Nobody)) { Ok(()) } else { Err(error) }
}

impl Service {
    /// Leases up to `limit` due jobs, does them, and notes how it went.
    pub async fn deliver(&self, out: Outgoing<'_>, limit: u32) -> Result<Delivery, Error> {
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
            match job.kind.as_str() {
                PROMISE => match self.check_promises(&job, lease).await {
                    Ok(()) => outcome.done += 1,
                    // Erased, or withdrawn meanwhile.
                    Err(Error::Open(OpenError::Nobody) | Error::Stale(_) | Error::NotFound) => {}
                    Err(_) => {
                        let trouble = PostError::Later("the dates that were told do not open");
                        outcome.count(&job, Some(trouble));
                        self.noted(&job, lease, trouble).await.or_else(lost)?;
                    }
                },
                EMAIL | REMINDER => outcome.count(&job, self.deliver_mail(out.post, &job, lease).await?),
                TEXT | REMINDER_TEXT => outcome.count(&job, self.deliver_text(out.texts, &job, lease).await?),
                REPORT => {
                    if self.ask_report(out.texts, &job, lease, &mut outcome).await.is_err() {
                        self.noted(&job, lease, PostError::Later("the report could not be noted")).await.or_else(lost)?;
                    }
                }
                _ => {
                    let trouble = PostError::Never("this version does not know such jobs");
                    outcome.count(&job, Some(trouble));
                    self.noted(&job, lease, trouble).await.or_else(lost)?;
                }
            }
        }
        Ok(outcome)
    }

    /// Puts a job back that had trouble, or gives it up.
    async fn noted(&self, job: &JobRow, lease: Uuid, trouble: PostError) -> Result<(), Error> {
        self.write("job.note", (job.clone(), lease, trouble), |this, tx, (job, lease, trouble)| {
            Box::pin(async move { this.put_back(tx, job, *lease, *trouble).await.map_err(Into::into) })
        })
        .await
    }

    async fn put_back(&self, tx: &mut dyn Tx, job: &JobRow, lease: Uuid, trouble: PostError) -> Result<(), Error> {
        let now = self.now();
        match trouble {
            PostError::Later(why) if job.attempts < ATTEMPTS => {
                let at = now.saturating_add(SignedDuration::from_secs(back_off(job.attempts))).unwrap_or(now);
                tx.retry_job(job.id, lease, at, why).await?;
            }
            PostError::Later(why) | PostError::Never(why) => tx.fail_job(job.id, lease, now, why).await?,
        }
        Ok(())
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
