//! Sending: which ways a message goes, decided in the transaction of the fact that it tells.

use super::letter::{Letter, Paper};
use super::reach::Reach;
use super::{Message, cell};
use crate::token::hash;
use crate::{Service, TxResult};
use doorstep_register::PersonId;
use doorstep_register::case::Channel;
use doorstep_register::world::new_id;
use doorstep_storage::{JobRow, MessageRow, Tx, WayRow};
use jiff::Timestamp;
use uuid::Uuid;

/// What was sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Sent {
    /// The message.
    pub(crate) message: Uuid,
    /// On which ways it goes: the in-box only if somebody can open it. A letter waits to be printed; by hand is noted at a desk, and never
    /// chosen here.
    pub(crate) channels: Vec<Channel>,
}

/// The hash by which a mail is found that came back: of the left part of its Message-ID (RFC 5322 §3.6.4).
pub(super) fn mail_code(message: Uuid) -> [u8; 32] {
    hash(&message.simple().to_string())
}

impl Service {
    /// Writes a message, dated `at`, chooses its ways, and enqueues its delivery for then.
    pub(crate) async fn send(&self, tx: &mut dyn Tx, person: PersonId, letter: Letter, at: Timestamp) -> TxResult<Sent> {
        let id = new_id(at, self.random());
        let mut message = letter.written(at);
        if message.in_box && letter.goes_out {
            let Reach { email, phone, unsure } = self.reach(tx, person).await?;
            (message.email, message.unsure) = (letter.email.clone().or(email), unsure);
            message.phone = phone.filter(|_| self.settings().sms);
            message.sms = message.phone.is_some().then(|| letter.short().sms(letter.locale, self.site()));
        } else if !message.in_box {
            message.email = letter.email.clone();
        }
        let office = self.settings().locale;
        // Whatever may have to be handed over at a desk has its code, also where nothing is posted.
        let weighs = letter.paper != Paper::Never || letter.about.is_some();
        if weighs {
            message.paper = Some(letter.for_paper(self.new_reference(), office));
        }
        let goes = [(Channel::Inbox, message.in_box), (Channel::Email, message.email.is_some()), (Channel::Sms, message.phone.is_some())];
        let mut channels: Vec<Channel> = goes.into_iter().filter_map(|(channel, goes)| goes.then_some(channel)).collect();
        // What lies in an in-box that nobody can open reaches nobody, though it is there for the day on which they can.
        let mut reaching = channels.clone();
        if weighs && !self.opens_inbox(tx, person).await? {
            reaching.retain(|channel| *channel != Channel::Inbox);
        }
        if self.wants_paper(tx, person, &letter, &message, &reaching).await? {
            channels.push(Channel::Letter);
            reaching.push(Channel::Letter);
        }
        let sealed = self.vault().seal_value(tx, cell(person, &id), &message).await?;
        let expires_at = letter.kept.map(|kept| at.saturating_add(kept).unwrap_or(at));
        tx.add_message(&MessageRow { person, id, sealed, created_at: at, expires_at }).await?;
        for channel in &channels {
            let mut way = WayRow::new(person, id, *channel);
            match channel {
                Channel::Inbox => way.sent_at = Some(at),
                Channel::Email => way.code = Some(mail_code(id)),
                Channel::Letter => way.code = message.paper.as_ref().map(|paper| hash(paper.code.as_str())),
                Channel::Sms | Channel::Push | Channel::ByHand => {}
            }
            tx.add_way(&way).await?;
        }
        let job = |id, kind: &str| JobRow { id, kind: kind.to_owned(), person, message: id, available_at: at, attempts: 0 };
        if message.email.is_some() || letter.withdrawable() {
            tx.add_job(&job(id, letter.email_job())).await?;
        }
        if message.phone.is_some() {
            let text = JobRow { message: id, ..job(new_id(at, self.random()), letter.text_job()) };
            tx.add_job(&text).await?;
        }
        Ok(Sent { message: id, channels: reaching })
    }

    /// Whether a letter is posted, given the ways that reach the person. There has to be an address to post it to.
    async fn wants_paper(
        &self,
        tx: &mut dyn Tx,
        person: PersonId,
        letter: &Letter,
        message: &Message,
        reaching: &[Channel],
    ) -> TxResult<bool> {
        let wanted = match letter.paper {
            Paper::Never => false,
            Paper::AtWorst => reaching.is_empty(),
            Paper::ForProof => {
                // Whoever has nothing but the session of today may not come back tomorrow.
                let comes_back = self.has_own_way_in(tx, person).await?;
                let provable = |way: &&Channel| if **way == Channel::Inbox { comes_back } else { !message.unsure.contains(way) };
                reaching.iter().filter(provable).count() < 2
            }
        };
        Ok(wanted && tx.residence(person).await?.is_some())
    }

    /// The site's address as people say it, without the scheme.
    pub(crate) fn site(&self) -> &str {
        let base = self.settings().base_url.as_str();
        base.split_once("://").map_or(base, |(_, rest)| rest)
    }
}
