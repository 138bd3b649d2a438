//! Who looked: the history, asking about an entry of it, and word by e-mail.

use crate::case::Opening;
use crate::contact::FOR_THE_POST;
use crate::message::{Letter, email, language};
use crate::{Error, Service, Session};
use doorstep_log::Sealing;
use doorstep_policy::{self as policy, CaseKind, Purpose, Role, Subject};
use doorstep_register::{PersonId, What, Words};
use doorstep_storage::{KeyError, Look, LookReader, OpenError};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// How many entries are searched for those that a filter lets through.
const SEARCHED: u32 = 1000;

/// Which looks to show. The default is all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct LookFilter {
    /// In what role somebody looked.
    pub role: Option<Role>,
    /// No earlier than this.
    pub since: Option<Timestamp>,
}

impl LookFilter {
    fn lets(&self, look: &Look) -> bool {
        let role = match &look.by {
            LookReader::Staff { role, .. } => *role,
            LookReader::Host => Role::Host,
            LookReader::Household => Role::Household,
        };
        self.role.is_none_or(|wanted| wanted == role) && self.since.is_none_or(|since| look.at >= since)
    }
}

/// A part of the history of looks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct History {
    /// Newest first.
    pub looks: Vec<Look>,
    /// The number from which the older part goes on; `None` at the end.
    pub older: Option<u32>,
    /// Numbers that are missing, each from and to, newest first. They are shown, not hidden.
    pub missing: Vec<(u32, u32)>,
    /// How far each look has come in the public log, by its number; empty where there is no log.
    pub sealing: BTreeMap<u32, Sealing>,
}

/// Which numbers are missing among looks that should go down from `top` without a hole; to the very first one, if there are no others.
fn missing(looks: &[Look], top: u32, to_the_first: bool) -> Vec<(u32, u32)> {
    let mut missing = Vec::new();
    // A clerk's own reading adds the entry that it is about to show.
    let mut expected = looks.first().map_or(top, |newest| newest.seq.max(top));
    for look in looks {
        if look.seq < expected {
            missing.push((look.seq + 1, expected));
        }
        expected = look.seq.saturating_sub(1);
    }
    if to_the_first && expected > 0 {
        missing.push((1, expected));
    }
    missing
}

impl Service {
    /// The history of looks at the person's record, newest first: at most `limit` of those that the filter lets through.
    pub async fn looks(&self, session: &Session, before: Option<u32>, limit: u32, filter: LookFilter) -> Result<History, Error> {
        let person = session.require_person()?;
        let searched = if filter == LookFilter::default() { limit } else { SEARCHED };
        self.look(session, person, "looks", (session.clone(), before), move |this, tx, (session, before)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                let count = tx.person(person).await?.ok_or(Error::NotFound)?.looks;
                let from = before.unwrap_or(u32::MAX);
                let mut traced = this.vault().open_traced_looks(tx, &grant, (from, searched), now).await?;
                let looks: Vec<Look> = traced.iter().map(|(look, _)| look.clone()).collect();
                let top = before.map_or(count, |before| before.saturating_sub(1).min(count));
                let to_the_first = looks.len() < searched as usize;
                let mut missing = missing(&looks, top, to_the_first);
                traced.retain(|(look, _)| filter.lets(look));
                let more = traced.len() > limit as usize;
                traced.truncate(limit as usize);
                let shown: Vec<Look> = traced.iter().map(|(look, _)| look.clone()).collect();
                let last = if more { shown.last() } else { looks.last().filter(|_| !to_the_first) };
                let older = last.map(|l| l.seq).filter(|seq| *seq > 1);
                if more && let Some(older) = older {
                    missing.retain(|(from, _)| *from > older);
                }
                let sealing = if this.log_facts().is_some() { this.sealings(tx, &traced).await? } else { BTreeMap::new() };
                Ok(History { missing, looks: shown, older, sealing })
            })
        })
        .await
    }

    /// One look at the person's record.
    pub async fn one_look(&self, session: &Session, seq: u32) -> Result<Look, Error> {
        let person = session.require_person()?;
        self.look(session, person, "looks.one", (session.clone(), seq), move |this, tx, (session, seq)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, person, now).await?;
                let found = this.vault().open_looks(tx, &grant, seq.saturating_add(1), 1, now).await?.pop();
                Ok(found.filter(|look| look.seq == *seq).ok_or(Error::NotFound)?)
            })
        })
        .await
    }

    /// Asks about a look. The question goes to somebody else than who looked; `entry` is the look in the office's words. The same question a
    /// second time, as a double tap sends it, adds nothing.
    pub async fn ask_about_look(&self, session: &Session, seq: u32, entry: Words, words: Words) -> Result<(), Error> {
        let person = session.require_person()?;
        let look = self.one_look(session, seq).await?;
        let not_for = match look.by {
            LookReader::Staff { staff, .. } => Some(staff),
            LookReader::Host | LookReader::Household => None,
        };
        self.write("looks.ask", (session.clone(), entry, words), move |this, tx, (session, entry, words)| {
            Box::pin(async move {
                let mut record = this.opened(tx, session, person).await?;
                let open = tx.open_cases_about(person, CaseKind::Look).await?;
                if !open.is_empty() && record.questions.last().is_some_and(|asked| asked.look == seq && asked.words == *words) {
                    return Ok(());
                }
                let by = session.actor(person);
                let what = What::Asked { look: seq, about: not_for, entry: entry.clone(), words: words.clone() };
                this.vault().append(tx, &mut record, by, what, this.now()).await?;
                let said = words.as_str().to_owned();
                let letter =
                    Letter::new("asked", language(&record.contact, this.settings().locale)).private("words", move |_| said.clone());
                let letter = this.told_by(letter, session, person, "/looks").quiet_for(session, person);
                this.send(tx, person, letter, this.now()).await?;
                // One case for several questions about one reader, as long as no officer has it in front of them.
                for open in open {
                    if tx.case(open).await?.is_some_and(|case| case.not_for == not_for && case.assigned_to.is_none()) {
                        return Ok(());
                    }
                }
                let helper = session.staff().map(|staff| staff.id);
                let opening = Opening::by_resident(CaseKind::Look, person, helper, words.clone());
                this.open_case(tx, Opening { not_for, ..opening }).await?;
                Ok(())
            })
        })
        .await
    }

    /// Sends word to those who want it that somebody looked at their record: to at most `limit` people.
    pub async fn tell_of_looks(&self, limit: u32) -> Result<(), Error> {
        for _ in 0..limit {
            let next = self.read("looks.untold", (), |_, tx, ()| Box::pin(async move { Ok(tx.untold().await?) })).await?;
            let Some(person) = next else { break };
            self.tell_one(person).await?;
        }
        Ok(())
    }

    async fn tell_one(&self, person: PersonId) -> Result<(), Error> {
        self.write("looks.tell", person, |this, tx, person| {
            Box::pin(async move {
                let now = this.now();
                // Erased meanwhile.
                let Some(row) = tx.person(*person).await? else { return Ok(()) };
                // Another process was faster.
                if !tx.tell(*person, row.looks).await? {
                    return Ok(());
                }
                let post = policy::decide(&Subject::Post, *person, Purpose::Delivery, now).map_err(Error::from)?;
                // A record that does not open is told of elsewhere; it must not hold up everybody else's word.
                let contact = match this.vault().contact(tx, &post, now).await {
                    Ok(contact) => contact,
                    Err(OpenError::Damaged(_) | OpenError::Fold(_) | OpenError::Nobody | OpenError::Key(KeyError::Unwrap)) => return Ok(()),
                    Err(other) => return Err(other.into()),
                };
                let Some(address) = email(&contact).filter(|_| contact.looks_by_email) else { return Ok(()) };
                let locale = language(&contact, this.settings().locale);
                let letter = Letter::new("looked", locale)
                    .with("link", format!("{}/{}/looks", this.settings().base_url, locale))
                    .emailed_to(Some(address))
                    .not_in_box(FOR_THE_POST);
                this.send(tx, *person, letter, now).await?;
                Ok(())
            })
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorstep_policy::{Field, Fields};

    fn looks<const N: usize>(numbers: [u32; N]) -> Vec<Look> {
        let fields = Fields::of(&[Field::Names]);
        let look = |seq| Look { seq, at: Timestamp::UNIX_EPOCH, by: LookReader::Host, purpose: Purpose::HostView, case: None, fields };
        numbers.map(look).to_vec()
    }

    #[test]
    fn a_hole_is_named_wherever_it_is() {
        assert_eq!(missing(&looks([3, 2, 1]), 3, true), []);
        assert_eq!(missing(&looks([4, 3, 2, 1]), 3, true), [], "the reader's own look is not counted yet");
        assert_eq!(missing(&looks([3, 1]), 3, true), [(2, 2)]);
        assert_eq!(missing(&looks([7, 3]), 9, false), [(8, 9), (4, 6)], "what is further down is on the next page");
        assert_eq!(missing(&looks([7, 3]), 9, true), [(8, 9), (4, 6), (1, 2)]);
        assert_eq!(missing(&[], 2, true), [(1, 2)]);
        assert_eq!(missing(&[], 0, true), []);
    }
}
