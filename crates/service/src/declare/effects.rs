//! What follows from a declaration in the same transaction: messages, reminders, cases.

use super::Declare;
use crate::case::{Opening, programs_words};
use crate::message::{Letter, language};
use crate::{Service, TxResult};
use doorstep_policy::CaseKind;
use doorstep_register::{Kind, Place, Record};
use doorstep_storage::Tx;

impl Service {
    pub(super) async fn after_declaration(
        &self,
        tx: &mut dyn Tx,
        record: &Record,
        before: Option<&Place>,
        command: &Declare,
    ) -> TxResult<()> {
        let Some(current) = record.current() else { return Ok(()) };
        let locale = language(&record.contact, command.locale);
        let kind = match command.kind {
            Kind::Renewal => "renewed",
            Kind::Move if before.is_some() => "moved",
            _ => "declared",
        };
        let address = self.address_for(tx, record).await?;
        let letter = Letter::new(kind, locale)
            .with("name", record.names().map_or("", |n| n.called()))
            .with("reference", current.latest_reference().as_str())
            .with("address", current.place().text())
            .with("before", before.map_or("", Place::text))
            .with("since", locale.date(current.declaration.since))
            .with("link", format!("{}/{}/record", self.settings().base_url, locale))
            .emailed_to(address);
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
