//! Invitations: a link that begins a declaration at a home of the host, or at a flat or room in it. Whoever follows it decides everything;
//! the host is not told that anybody did.

use super::home::OwnHome;
use crate::{Error, Service, Session};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_register::{Place, Unit};
use doorstep_storage::LinkHalves;
use jiff::SignedDuration;

/// For how many days an invitation works after it was last made.
pub const INVITATION_DAYS: i64 = 180;
/// How many are made at once.
const AT_ONCE: usize = 500;

/// A link to one place.
#[derive(Clone, PartialEq, Debug)]
pub struct Invitation {
    /// The place at which the declaration begins.
    pub place: Place,
    /// The path of its page without the language, `/i/…`.
    pub path: String,
}

fn path(halves: &LinkHalves) -> String {
    format!("/i/{}.{}", URL_SAFE_NO_PAD.encode(halves.0), URL_SAFE_NO_PAD.encode(halves.1))
}

fn halves(code: &str) -> Option<LinkHalves> {
    let (public, secret) = code.split_once('.').filter(|_| code.len() <= 64)?;
    let half = |text: &str| URL_SAFE_NO_PAD.decode(text).ok().and_then(|bytes| bytes.try_into().ok());
    Some((half(public)?, half(secret)?))
}

/// The same house with another flat or room.
fn at(home: &OwnHome, inside: &Unit) -> Option<Place> {
    match &home.place {
        Place::Listed { source, key, text, .. } => {
            Some(Place::Listed { source: source.clone(), key: key.clone(), text: text.clone(), unit: inside.clone() })
        }
        Place::NotListed { .. } | Place::NoFixedAddress { .. } => None,
    }
}

impl Service {
    /// Makes links to one of the host's homes, or to these flats or rooms in it. A link that was made before stays as it was, and works longer.
    pub async fn invite(&self, session: &Session, number: usize, units: Vec<Unit>) -> Result<Vec<Invitation>, Error> {
        if units.len() > AT_ONCE {
            return Err(Error::TooMany(AT_ONCE as u32));
        }
        let host = session.require_person()?;
        self.write("home.invite", (session.clone(), number, units), move |this, tx, (session, number, units)| {
            Box::pin(async move {
                let (row, home) = this.own_homes(tx, session, host).await?.into_iter().nth(*number).ok_or(Error::NotFound)?;
                let places: Vec<Place> = match units.is_empty() {
                    true => vec![home.place.clone()],
                    false => units.iter().filter_map(|unit| at(&home, unit)).collect(),
                };
                let now = this.now();
                let until = now.saturating_add(SignedDuration::from_hours(24 * INVITATION_DAYS)).unwrap_or(now);
                let mut made = Vec::with_capacity(places.len());
                for place in places {
                    let halves = this.vault().put_invitation(tx, (host, row.home), &place, until).await?.ok_or(Error::NotFound)?;
                    made.push(Invitation { place, path: path(&halves) });
                }
                Ok(made)
            })
        })
        .await
    }

    /// The place to which a link invites; `None` if it invites nowhere, or no longer. Nobody learns that it was read.
    pub async fn invited_to(&self, code: &str) -> Result<Option<Place>, Error> {
        let Some(halves) = halves(code) else { return Ok(None) };
        self.read("home.invited", halves, |this, tx, halves| {
            Box::pin(async move { Ok(this.vault().open_invitation(tx, *halves, this.now()).await?) })
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back_and_nothing_else_does() {
        let link: LinkHalves = ([1; 16], [2; 16]);
        assert_eq!(halves(path(&link).trim_start_matches("/i/")), Some(link));
        for bad in ["", ".", "a.b", "AAAA", &"A".repeat(500)] {
            assert_eq!(halves(bad), None);
        }
    }
}
