//! What a supervisor asks about: of each day's openings at the office's desks a fixed share, drawn by chance. It names no person, because
//! the openings hold none.

use crate::{Error, Service, Session, Who};
use doorstep_storage::DeskWay;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// The share of a day's openings that is shown, in percent; of each day at least one.
const SHARE: u32 = 10;
/// How many days back it reaches, today excluded: its openings are drawn when it is over.
const DAYS: i64 = 14;

/// One opening of the sample.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sampled {
    /// When.
    pub at: Timestamp,
    /// The pseudonym of the clerk.
    pub pseudonym: String,
    /// What was presented.
    pub way: DeskWay,
}

/// The sample of one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SampleDay {
    /// Which day.
    pub day: Date,
    /// How many openings there were.
    pub openings: u32,
    /// Those that were drawn, in order of time.
    pub drawn: Vec<Sampled>,
}

/// How many of so many are shown.
fn share(openings: u32) -> u32 {
    (openings * SHARE).div_ceil(100)
}

impl Service {
    /// The samples of the last days on which somebody opened something, newest first.
    pub async fn desk_sample(&self, session: &Session) -> Result<Vec<SampleDay>, Error> {
        let Who::Supervisor(staff) = &session.who else { return Err(Error::NotFound) };
        self.read("desk.sample", staff.office.0.clone(), |this, tx, office| {
            Box::pin(async move {
                let mut days = Vec::new();
                for back in 1..=DAYS {
                    let Ok(day) = this.today().checked_sub(back.days()) else { break };
                    let (Some(from), Some(until)) = (this.begins(day), day.tomorrow().ok().and_then(|next| this.begins(next))) else {
                        break;
                    };
                    let openings = tx.count_desk_openings(office, from, until).await?;
                    let mut drawn = Vec::new();
                    for row in tx.drawn_desk_openings(office, from, until, share(openings)).await? {
                        let pseudonym = tx.staff(row.staff).await?.map(|staff| staff.pseudonym).unwrap_or_default();
                        drawn.push(Sampled { at: row.opened_at, pseudonym, way: row.way });
                    }
                    drawn.sort_by_key(|opening| opening.at);
                    if openings > 0 {
                        days.push(SampleDay { day, openings, drawn });
                    }
                }
                Ok(days)
            })
        })
        .await
    }

    /// The first moment of a local day.
    fn begins(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned(self.zone().clone()).ok().map(|start| start.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn a_tenth_and_at_least_one() {
        assert_eq!([0, 1, 9, 10, 11, 100, 101].map(share), [0, 1, 1, 1, 2, 10, 11]);
    }
}
