//! What proves that a message arrived, and what says that it came back. The one place that notes either, in the transaction of whatever told
//! of it; a case that the message is a notice of ([`Message::about`]) goes on from here.
//!
//! | way | proof | came back |
//! |---|---|---|
//! | in-box | the person opened it, signed in as themselves | – |
//! | e-mail | the receiving server took it, at an address that the person confirmed | refused for good, or a bounce |
//! | SMS | the gateway's report | the gateway's report, or refused for good |
//! | letter | the postal record, noted by a clerk | the same |
//! | by hand | a signature, noted at a desk | – |
//!
//! Silence is neither.

use super::{Message, cell};
use crate::token::hash;
use crate::{Error, Service, TxResult};
use doorstep_policy::{self as policy, Finder, Identifier, Purpose, Subject};
use doorstep_register::PersonId;
use doorstep_register::case::Channel;
use doorstep_storage::{StoreError, Tx, WayNote, WayRow};
use uuid::Uuid;

/// A message written by a version that knew no ways, or withdrawn meanwhile, has none to note anything on.
fn unknown_is_nothing<T: Default>(answer: Result<T, StoreError>) -> Result<T, StoreError> {
    match answer {
        Err(StoreError::NotFound("message_way")) => Ok(T::default()),
        other => other,
    }
}

impl Service {
    /// Notes that a message was handed over to a way. That proves nothing.
    pub(crate) async fn way_handed_over(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        id: Uuid,
        channel: Channel,
        at: jiff::Timestamp,
    ) -> TxResult<()> {
        Ok(unknown_is_nothing(tx.way_sent(person, id, channel, at, None).await)?)
    }

    /// Notes that a message arrived on a way: at `note.at`, in the transaction of whatever told of it. Answers whether that was news.
    ///
    /// [`Channel::ByHand`] is proved without having been chosen when the message was sent; every other way was in [`Sent`](super::Sent).
    pub(crate) async fn way_proved(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        (id, message): (Uuid, &Message),
        channel: Channel,
        note: WayNote<'_>,
    ) -> TxResult<bool> {
        if message.unsure.contains(&channel) {
            return Ok(false);
        }
        if channel == Channel::ByHand {
            let known = tx.ways(person, id).await?.iter().any(|way| way.channel == Channel::ByHand);
            if !known {
                tx.add_way(&WayRow { sent_at: Some(note.at), ..WayRow::new(person, id, channel) }).await?;
            }
        }
        let news = unknown_is_nothing(tx.prove_way(person, id, channel, &note).await)?;
        self.reported(tx, message, channel, news.then_some(true)).await?;
        Ok(news)
    }

    /// Tells the case whose notice a message is what became of it on a way; `None` where that was no news.
    async fn reported(&self, tx: &mut dyn Tx, message: &Message, channel: Channel, arrived: Option<bool>) -> TxResult<()> {
        match (&message.about, arrived) {
            (Some(about), Some(arrived)) => self.notice_reported(tx, about, message.at, channel, arrived).await,
            _ => Ok(()),
        }
    }

    /// Notes that a message came back from a way, or could never be handed over to it; a proof noted before falls away. Answers whether that
    /// was news.
    pub(crate) async fn way_came_back(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        (id, message): (Uuid, &Message),
        channel: Channel,
        note: WayNote<'_>,
    ) -> TxResult<bool> {
        let news = unknown_is_nothing(tx.return_way(person, id, channel, &note).await)?;
        self.reported(tx, message, channel, news.then_some(false)).await?;
        Ok(news)
    }

    /// Opens a message for the post.
    pub(crate) async fn message_for_post(&self, tx: &mut dyn Tx, person: PersonId, id: Uuid) -> TxResult<Option<Message>> {
        let Some(row) = tx.message(person, id).await? else { return Ok(None) };
        let now = self.now();
        let post = policy::decide(&Subject::Post, person, Purpose::Delivery, now).map_err(Error::from)?;
        Ok(Some(self.vault().open_value(tx, &post, cell(person, &row.id), &row.sealed, now).await?))
    }

    /// The message and way of a number by which the post speaks of it.
    pub(crate) async fn way_of(&self, tx: &mut dyn Tx, number: &str) -> TxResult<Option<(PersonId, Uuid, Channel)>> {
        let grant = self.finding(Finder::Register, Identifier::Message, hash(number))?;
        Ok(tx.way_by_code(&grant, self.now()).await?)
    }

    /// Notes that a mail came back, by the Message-ID that stands in the bounce. `false` if it had been noted, or there is no such mail.
    pub async fn mail_bounced(&self, message_id: &str) -> Result<bool, Error> {
        let id = message_id.trim().trim_start_matches('<').split('@').next().unwrap_or_default().to_owned();
        self.write("message.bounced", id, |this, tx, id| {
            Box::pin(async move {
                let Some((person, id, channel)) = this.way_of(tx, id).await?.filter(|(.., channel)| *channel == Channel::Email) else {
                    return Ok(false);
                };
                let Some(message) = this.message_for_post(tx, person, id).await? else { return Ok(false) };
                let note = WayNote { at: this.now(), by: None, trouble: Some("the mail came back") };
                this.way_came_back(tx, person, (id, &message), channel, note).await
            })
        })
        .await
    }
}
