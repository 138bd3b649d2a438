//! Notices, and when one counts as delivered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A way on which a notice travels.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The in-box of the pages, proved by the person's own opening.
    Inbox,
    /// E-mail, proved by the answer of the receiving server and the absence of a bounce.
    Email,
    /// A push message, proved by its opening.
    Push,
    /// An SMS, proved by the network's report.
    Sms,
    /// A letter, proved by the postman's record.
    Letter,
    /// Handed over at a desk or at home, proved by a signature.
    ByHand,
}

impl Channel {
    /// All ways.
    pub const EVERY: [Channel; 6] = [Self::Inbox, Self::Email, Self::Push, Self::Sms, Self::Letter, Self::ByHand];

    /// Its word in the database and in records; with a hyphen for each underscore, the part of text ids and forms that names it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Email => "email",
            Self::Push => "push",
            Self::Sms => "sms",
            Self::Letter => "letter",
            Self::ByHand => "by_hand",
        }
    }
}

/// One notice to one side: on which ways it went, and which of them are proved.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Notice {
    /// With the day before which it does not count as delivered.
    sent: Vec<(Channel, Date)>,
    proved: Vec<(Channel, Date)>,
}

impl Notice {
    pub(super) fn send(&mut self, channel: Channel, presumed: Date) {
        self.sent.retain(|(c, _)| *c != channel);
        self.proved.retain(|(c, _)| *c != channel);
        self.sent.push((channel, presumed));
        self.sent.sort_unstable();
    }

    /// `false` if nothing was sent on this way.
    pub(super) fn prove(&mut self, channel: Channel, on: Date) -> bool {
        let Some((_, presumed)) = self.sent.iter().find(|(c, _)| *c == channel) else { return false };
        if !self.proved.iter().any(|(c, _)| *c == channel) {
            // Whoever reads early is not worse off than whoever reads late.
            self.proved.push((channel, on.max(*presumed)));
            self.proved.sort_unstable();
        }
        true
    }

    /// `false` if nothing was sent on this way.
    pub(super) fn come_back(&mut self, channel: Channel) -> bool {
        let known = self.sent.iter().any(|(c, _)| *c == channel);
        self.sent.retain(|(c, _)| *c != channel);
        self.proved.retain(|(c, _)| *c != channel);
        known
    }

    /// Whether it was sent on any way and did not come back.
    pub fn sent(&self) -> bool {
        !self.sent.is_empty()
    }

    /// Whether it was sent on this way and did not come back.
    pub fn sent_on(&self, channel: Channel) -> bool {
        self.sent.iter().any(|(c, _)| *c == channel)
    }

    /// The ways that are proved.
    pub fn proved(&self) -> impl Iterator<Item = Channel> {
        self.proved.iter().map(|(channel, _)| *channel)
    }

    /// The day from which it counts as delivered: the second proof where two are asked for, else the day presumed of the first sending.
    pub fn counts_from(&self, twice: bool) -> Option<Date> {
        if !twice {
            return self.sent.iter().map(|(_, day)| *day).min();
        }
        let mut days: Vec<Date> = self.proved.iter().map(|(_, day)| *day).collect();
        days.sort_unstable();
        days.get(1).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn one_way_is_never_two() {
        let mut notice = Notice::default();
        notice.send(Channel::Letter, date(2026, 5, 8));
        notice.send(Channel::Letter, date(2026, 5, 9));
        assert!(notice.prove(Channel::Letter, date(2026, 5, 9)));
        assert!(notice.prove(Channel::Letter, date(2026, 5, 10)));
        assert_eq!(notice.counts_from(true), None);
        assert!(!notice.prove(Channel::Email, date(2026, 5, 9)), "nothing went there");
        notice.send(Channel::Inbox, date(2026, 5, 9));
        assert!(notice.prove(Channel::Inbox, date(2026, 5, 20)));
        assert_eq!(notice.counts_from(true), Some(date(2026, 5, 20)));
        assert!(notice.come_back(Channel::Letter));
        assert_eq!(notice.counts_from(true), None);
    }
}
