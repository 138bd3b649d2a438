//! Passkeys: what is kept of them. The ceremonies (WebAuthn level 3) are in `web`, which speaks to the browser.

use crate::message::{Letter, language};
use crate::token::{Token, hash};
use crate::{Error, Service, Session, TxResult};
use doorstep_policy::{self as policy, Purpose, Subject};
use doorstep_register::PersonId;
use doorstep_storage::{Cell, PasskeyRow, SignInWay, Tx};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// How long a passkey's ceremony may take.
const CEREMONY_MINUTES: i64 = 5;

/// A passkey as the person sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoredPasskey {
    /// By which it is removed.
    pub credential: [u8; 32],
    /// When it was added.
    pub created_at: Timestamp,
    /// The library's own form of it, as JSON.
    pub json: String,
}

fn cell(person: PersonId, credential: &[u8; 32]) -> Cell<'_> {
    Cell { table: "passkey", person, row: credential, column: "sealed" }
}

fn credential_key(id: &[u8]) -> [u8; 32] {
    Sha256::digest(id).into()
}

impl Service {
    /// Keeps the server's half of a ceremony for five minutes; the answer names it.
    pub async fn begin_ceremony(&self, state: String) -> Result<Token, Error> {
        self.keep_ceremony(state, CEREMONY_MINUTES).await
    }

    /// Keeps the server's half of something that a browser comes back with, for some minutes.
    pub(crate) async fn keep_ceremony(&self, state: String, minutes: i64) -> Result<Token, Error> {
        let token = Token::new(self.random());
        self.write("ceremony.begin", (hash(token.reveal()), state, minutes), |this, tx, (key, state, minutes)| {
            Box::pin(async move {
                let now = this.now();
                let until = now.saturating_add(SignedDuration::from_mins(*minutes)).unwrap_or(now);
                Ok(tx.add_ceremony(key, state.as_bytes(), until).await?)
            })
        })
        .await?;
        Ok(token)
    }

    /// Uses a ceremony up.
    pub async fn take_ceremony(&self, name: &str) -> Result<String, Error> {
        let state = self
            .write("ceremony.take", hash(name), |this, tx, key| {
                Box::pin(async move { tx.take_ceremony(key, this.now()).await?.ok_or_else(|| Error::SpentLink.into()) })
            })
            .await?;
        String::from_utf8(state).map_err(|_| Error::SpentLink)
    }

    async fn stored(&self, tx: &mut dyn Tx, row: PasskeyRow) -> TxResult<StoredPasskey> {
        // Signing in opens the person's own passkey for the person who is about to prove that they hold it.
        let now = self.now();
        let subject = Subject::Resident { person: row.person, household: vec![] };
        let grant = policy::decide(&subject, row.person, Purpose::Own, now).map_err(Error::from)?;
        let json = self.vault().open_value(tx, &grant, cell(row.person, &row.credential), &row.sealed, now).await?;
        Ok(StoredPasskey { credential: row.credential, created_at: row.created_at, json })
    }

    /// The person's passkeys.
    pub async fn passkeys(&self, session: &Session) -> Result<Vec<StoredPasskey>, Error> {
        let person = session.require_person()?;
        self.look(session, person, "passkey.list", (session.clone(), person), |this, tx, (session, person)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                let rows = tx.passkeys(*person).await?;
                let cells: Vec<_> = rows.iter().map(|row| (row.credential.to_vec(), row.sealed.clone())).collect();
                let opened: Vec<String> = this.vault().open_values(tx, &grant, ("passkey", "sealed"), &cells, now).await?;
                let keys = rows.into_iter().zip(opened);
                Ok(keys.map(|(row, json)| StoredPasskey { credential: row.credential, created_at: row.created_at, json }).collect())
            })
        })
        .await
    }

    /// The passkey with this credential id, and whose it is.
    pub async fn passkey_by_credential(&self, id: &[u8]) -> Result<Option<(PersonId, StoredPasskey)>, Error> {
        self.read("passkey.find", credential_key(id), |this, tx, key| {
            Box::pin(async move {
                let Some(row) = tx.passkey(key).await? else { return Ok(None) };
                let person = row.person;
                Ok(Some((person, this.stored(tx, row).await?)))
            })
        })
        .await
    }

    /// Adds or updates a passkey.
    pub async fn put_passkey(&self, person: PersonId, credential_id: &[u8], json: String) -> Result<(), Error> {
        self.write("passkey.put", (person, credential_key(credential_id), json), |this, tx, (person, credential, json)| {
            Box::pin(async move {
                // It is kept anew each time that it was used.
                let added = tx.passkey(credential).await?.is_none();
                let sealed = this.vault().seal_value(tx, cell(*person, credential), json).await?;
                let row = PasskeyRow { person: *person, credential: *credential, sealed, created_at: this.now() };
                tx.put_passkey(&row).await?;
                if added {
                    // Whoever has a passkey comes in: the person hears of each that comes and goes.
                    this.tell(tx, *person, "passkey-added", "/account", |letter, _| letter).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// Removes a passkey.
    pub async fn delete_passkey(&self, session: &Session, credential: [u8; 32]) -> Result<(), Error> {
        let person = session.require_person()?;
        self.write("passkey.delete", (session.clone(), person, credential), |this, tx, (session, person, credential)| {
            Box::pin(async move {
                tx.delete_passkey(*person, credential).await?;
                let locale = language(&this.contact_for_post(tx, *person).await?, this.settings().locale);
                let letter = this.told_by(Letter::new("passkey-removed", locale), session, *person, "/account");
                this.send(tx, *person, letter, this.now()).await?;
                Ok(())
            })
        })
        .await
    }

    /// Signs in a person who has just proved that they hold their passkey.
    pub async fn use_passkey(&self, person: PersonId) -> Result<(Token, Session), Error> {
        let token = Token::new(self.random());
        let session = self
            .write("passkey.use", (hash(token.reveal()), person), |this, tx, (key, person)| {
                Box::pin(async move { this.add_session(tx, *key, Some(*person), None, SignInWay::Passkey).await })
            })
            .await?;
        Ok((token, session))
    }
}
