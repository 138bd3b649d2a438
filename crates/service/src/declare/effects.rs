//! What follows from a declaration in the same transaction: messages, reminders, cases.

use super::Declare;
use crate::case::{Opening, programs_words};
use crate::message::change::{day, words};
use crate::message::{Letter, language};
use crate::{Service, Session, TxResult};
use doorstep_policy::CaseKind;
use doorstep_register::{Kind, Place, Record};
use doorstep_storage::Tx;
use jiff::civil::Date;

impl Service {
    /// `before` is where the person was registered, and until when they meant to stay there.
    pub(super) async fn after_declaration(
        &self,
        tx: &mut dyn Tx,
        session: &Session,
        record: &Record,
        before: (Option<&Place>, Option<Date>),
        command: &Declare,
    ) -> TxResult<()> {
        let Some(current) = record.current() else { return Ok(()) };
        let locale = language(&record.contact, command.locale);
        let kind = match command.kind {
            Kind::Renewal => "renewed",
            Kind::Move if before.0.is_some() => "moved",
            _ => "declared",
        };
        let (since, until, until_before) = (current.declaration.since, current.until(), before.1);
        let letter = Letter::new(kind, locale)
            .with("name", record.names().map_or("", |n| n.called()))
            .with("reference", current.latest_reference().as_str())
            .with("address", current.place().text())
            .local("before", words(before.0.map_or("", Place::text)))
            .local("since", move |l| l.date(since))
            .local("until", day(until))
            .local("until-before", day(until_before));
        let letter = self.told_why(letter, session, record.person, "/record", None);
        self.send(tx, record.person, letter, self.now()).await?;

        self.remind_again(tx, record, locale).await?;
        if command.kind != Kind::Renewal && !record.hidden {
            self.tell_hosts(tx, record.person, &command.place).await?;
        }
        if matches!(command.place, Place::NotListed { .. }) && command.kind != Kind::Renewal {
            let words = programs_words(self.settings().locale, CaseKind::Unlisted);
            self.open_case(tx, Opening::by_program(CaseKind::Unlisted, record.person, words)).await?;
        }
        Ok(())
    }
}
