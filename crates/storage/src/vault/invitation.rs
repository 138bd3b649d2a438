//! Invitations: an address that whoever holds the link can read. No record is opened for it, and nobody learns that it was read.

use super::{LinkHalves, OpenError, Vault};
use crate::keys::{Blind, KeyError};
use crate::row::{BlindIndex, InvitationRow};
use crate::seal::{open_with, seal_with};
use crate::tx::Tx;
use doorstep_register::world::bytes;
use doorstep_register::{PersonId, Place};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

fn row_key(public: &[u8; 16]) -> [u8; 32] {
    Sha256::digest(public).into()
}

fn content_key(secret: &[u8; 16]) -> [u8; 32] {
    Sha256::digest([b"doorstep invitation 1".as_slice(), secret].concat()).into()
}

impl Vault {
    /// The halves of the link of one host to one place: the same each time, so that a sheet that was printed before goes on working.
    fn invitation_halves(&self, host: PersonId, place: &Place) -> Result<Option<LinkHalves>, KeyError> {
        let Some(home) = place.home() else { return Ok(None) };
        let named = [b"invitation\0".as_slice(), host.0.as_bytes(), home.as_bytes()].concat();
        let word = self.keys().blind(Blind::Confirmation, &named)?;
        let (mut public, mut secret) = ([0; 16], [0; 16]);
        public.copy_from_slice(&word[..16]);
        secret.copy_from_slice(&word[16..]);
        Ok(Some((public, secret)))
    }

    /// Keeps a link that begins a declaration at a place, and answers its halves; `None` where the place is not in the register.
    pub async fn put_invitation(
        &self,
        tx: &mut dyn Tx,
        (host, home): (PersonId, BlindIndex),
        place: &Place,
        expires_at: Timestamp,
    ) -> Result<Option<LinkHalves>, OpenError> {
        let Some(halves) = self.invitation_halves(host, place)? else { return Ok(None) };
        let token = row_key(&halves.0);
        let plain = serde_json::to_vec(place).map_err(|_| OpenError::Damaged("invitation"))?;
        let sealed = seal_with(&content_key(&halves.1), bytes(self.random()), &token, &plain);
        tx.put_invitation(&InvitationRow { token, host, home, sealed, expires_at }).await?;
        Ok(Some(halves))
    }

    /// The place behind an invitation, if there is one and the second half fits.
    pub async fn open_invitation(&self, tx: &mut dyn Tx, (public, secret): LinkHalves, now: Timestamp) -> Result<Option<Place>, OpenError> {
        let token = row_key(&public);
        let Some(row) = tx.invitation(&token, now).await? else { return Ok(None) };
        let Some(plain) = open_with(&content_key(&secret), &token, &row.sealed) else { return Ok(None) };
        serde_json::from_slice(&plain).map(Some).map_err(|_| OpenError::Damaged("invitation"))
    }
}
