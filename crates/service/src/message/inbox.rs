//! The in-box. Opening it as oneself proves that its messages arrived; a look by the household or a clerk proves nothing.

use super::{Message, cell};
use crate::{Error, Service, Session, TxResult};
use doorstep_register::PersonId;
use doorstep_register::case::Channel;
use doorstep_storage::{Tx, WayNote, WayRow};
use jiff::Timestamp;
use uuid::Uuid;

/// How many messages the in-box shows.
const SHOWN: u32 = 200;

/// How a message went, as its person sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// By which kind of way.
    pub channel: Channel,
    /// When it was handed over.
    pub sent_at: Option<Timestamp>,
    /// When it arrived, where that is proved.
    pub proved_at: Option<Timestamp>,
    /// When it came back.
    pub came_back_at: Option<Timestamp>,
}

impl From<WayRow> for Way {
    fn from(row: WayRow) -> Self {
        Way { channel: row.channel, sent_at: row.sent_at, proved_at: row.proved_at, came_back_at: row.came_back_at }
    }
}

/// A message that stands in somebody's in-box.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Received {
    /// Its id, for its own page.
    pub id: Uuid,
    /// What it says.
    pub message: Message,
}

/// The newest first; what was written in one moment stands in the same order each time.
pub(crate) fn in_order<T>(all: &mut [T], message: impl Fn(&T) -> &Message) {
    all.sort_by(|a, b| message(b).at.cmp(&message(a).at).then_with(|| message(a).subject.cmp(&message(b).subject)));
}

impl Service {
    /// The person's in-box, newest first. Opened by the person themselves, it proves that what it shows arrived.
    pub async fn inbox(&self, session: &Session) -> Result<Vec<Received>, Error> {
        let person = session.require_person()?;
        let shown = self
            .look(session, person, "message.inbox", (session.clone(), person), |this, tx, (session, person)| {
                Box::pin(async move {
                    let now = this.now();
                    let grant = session.grant(tx, *person, now).await?;
                    let rows: Vec<_> =
                        tx.messages(*person, now, SHOWN).await?.into_iter().map(|row| (row.id.as_bytes().to_vec(), row.sealed)).collect();
                    let all: Vec<Message> = this.vault().open_values(tx, &grant, ("message", "sealed"), &rows, now).await?;
                    let unopened = if session.is_own(*person) { tx.unopened(*person, now, SHOWN).await? } else { Vec::new() };
                    let ids = rows.iter().filter_map(|(id, _)| Uuid::from_slice(id).ok());
                    let received = ids.zip(all).map(|(id, message)| Received { id, message }).filter(|received| received.message.in_box);
                    Ok(received.map(|received| (unopened.contains(&received.id), received)).collect::<Vec<_>>())
                })
            })
            .await?;
        let news: Vec<Received> = shown.iter().filter(|(new, _)| *new).map(|(_, received)| received.clone()).collect();
        self.opened_by_person(person, news).await?;
        let mut all: Vec<Received> = shown.into_iter().map(|(_, received)| received).collect();
        in_order(&mut all, |received| &received.message);
        Ok(all)
    }

    /// One message of the in-box, and how it went.
    pub async fn received(&self, session: &Session, id: Uuid) -> Result<(Received, Vec<Way>), Error> {
        let person = session.require_person()?;
        let (received, ways) = self
            .look(session, person, "message.open", (session.clone(), person, id), |this, tx, (session, person, id)| {
                Box::pin(async move {
                    let now = this.now();
                    let grant = session.grant(tx, *person, now).await?;
                    let row = tx.message(*person, *id).await?.filter(|row| row.created_at <= now).ok_or(Error::NotFound)?;
                    let message: Message = this.vault().open_value(tx, &grant, cell(*person, &row.id), &row.sealed, now).await?;
                    if !message.in_box {
                        return Err(Error::NotFound.into());
                    }
                    Ok((Received { id: row.id, message }, tx.ways(*person, *id).await?))
                })
            })
            .await?;
        let unopened = ways.iter().any(|way| way.channel == Channel::Inbox && way.proved_at.is_none());
        if unopened && session.is_own(person) {
            self.opened_by_person(person, vec![received.clone()]).await?;
        }
        Ok((received, ways.into_iter().map(Way::from).collect()))
    }

    /// Notes that the person has these messages in front of them.
    async fn opened_by_person(&self, person: PersonId, news: Vec<Received>) -> Result<(), Error> {
        if news.is_empty() {
            return Ok(());
        }
        self.write("message.opened", (person, news), |this, tx, (person, news)| {
            Box::pin(async move {
                for received in news {
                    this.opened_in_person(tx, *person, received).await?;
                }
                Ok(())
            })
        })
        .await
    }

    async fn opened_in_person(&self, tx: &mut dyn Tx, person: PersonId, received: &Received) -> TxResult<()> {
        let note = WayNote { at: self.now(), by: None, trouble: None };
        self.way_proved(tx, person, (received.id, &received.message), Channel::Inbox, note).await?;
        Ok(())
    }
}
