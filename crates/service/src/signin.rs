//! Signing in: a link by e-mail, a printed one-time code. A passkey is in `passkey`; a clerk's help in `desk`.

use crate::message::Letter;
use crate::token::{self, Token, hash};
use crate::{Error, Service, Session};
use doorstep_locales::Locale;
use doorstep_policy::{Finder, Identifier};
use doorstep_register::world::bytes;
use doorstep_storage::{Blind, LinkRow, SignInWay};
use jiff::SignedDuration;

/// How long a link in an e-mail works, in minutes.
pub(crate) const LINK_MINUTES: i64 = 30;
/// How many codes are on a sheet.
const CODES: usize = 8;

/// An e-mail address in the form in which two are compared.
pub(crate) fn normal_email(email: &str) -> String {
    email.trim().to_lowercase()
}

impl Service {
    /// Sends a link to everybody who signs in with this address. The answer is the same if nobody does.
    pub async fn request_link(&self, email: &str, locale: Locale) -> Result<(), Error> {
        let index = self.vault().keys().blind(Blind::Email, normal_email(email).as_bytes())?;
        self.write("signin.request_link", (index, locale), |this, tx, (index, locale)| {
            Box::pin(async move {
                let people = tx.people_by_email(&this.finding(Finder::Visitor, Identifier::Email, *index)?, this.now()).await?;
                if people.is_empty() {
                    // A write all the same, so that the time taken does not tell whether somebody has this address.
                    let now = this.now();
                    tx.add_ceremony(&bytes(this.random()), &[0; 256], now).await?;
                }
                for person in people {
                    let token = Token::new(this.random());
                    let now = this.now();
                    // To the address in the record, not to what was typed: two spellings can have one normal form.
                    let contact = this.contact_for_post(tx, person).await?;
                    let expires_at = now.saturating_add(SignedDuration::from_mins(LINK_MINUTES)).unwrap_or(now);
                    tx.add_link(&LinkRow { token: hash(token.reveal()), person: Some(person), staff: None, expires_at }).await?;
                    let link = format!("{}/{}/sign-in/link/{}", this.settings().base_url, locale, token.reveal());
                    let letter = Letter::new("sign-in", *locale)
                        .with("link", link)
                        .with("minutes", LINK_MINUTES)
                        .emailed_to(crate::message::email(&contact))
                        .not_in_box(SignedDuration::from_mins(LINK_MINUTES));
                    this.send(tx, person, letter, now).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// Whether a link can still be used. Looking does not use it up: mail scanners look.
    pub async fn link_works(&self, link: &str) -> Result<bool, Error> {
        self.read("signin.link_works", hash(link), |this, tx, key| Box::pin(async move { Ok(tx.link(key, this.now()).await?.is_some()) }))
            .await
    }

    /// Uses a link up and signs in.
    pub async fn use_link(&self, link: &str) -> Result<(Token, Session), Error> {
        let token = Token::new(self.random());
        let input = (hash(link), hash(token.reveal()));
        let session = self
            .write("signin.use_link", input, |this, tx, (link, key)| {
                Box::pin(async move {
                    let row = tx.take_link(link, this.now()).await?.ok_or(Error::SpentLink)?;
                    if row.staff.is_some() {
                        this.links_of_staff().map_err(|_| Error::SpentLink)?;
                    }
                    this.add_session(tx, *key, row.person, row.staff, SignInWay::Link).await
                })
            })
            .await?;
        Ok((token, session))
    }

    /// Makes a new sheet of one-time codes; the old sheet stops working. The codes are shown once.
    pub async fn new_codes(&self, session: &Session) -> Result<Vec<String>, Error> {
        let person = session.require_person()?;
        let (codes, hashes) = self.fresh_codes();
        self.write("signin.new_codes", (session.clone(), person, hashes), |this, tx, (session, person, hashes)| {
            Box::pin(async move {
                let now = this.now();
                let grant = session.grant(tx, *person, now).await?;
                this.vault().admit(tx, &grant, now).await?;
                tx.put_codes(*person, hashes, now).await?;
                // Whoever holds the sheet comes in: the person hears of it wherever it was made.
                let contact = this.contact_for_post(tx, *person).await?;
                let locale = crate::message::language(&contact, this.settings().locale);
                let letter = this.told_by(Letter::new("codes", locale), session, *person, "/account");
                this.send(tx, *person, letter, now).await?;
                Ok(())
            })
        })
        .await?;
        Ok(codes)
    }

    /// A sheet, and what is kept of it.
    pub(crate) fn fresh_codes(&self) -> (Vec<String>, Vec<[u8; 32]>) {
        let codes: Vec<String> = (0..CODES).map(|_| token::code(self.random())).collect();
        let hashes = codes.iter().map(|code| hash(code)).collect();
        (codes, hashes)
    }

    /// How many codes are left on the sheet.
    pub async fn codes_left(&self, session: &Session) -> Result<u32, Error> {
        let person = session.require_person()?;
        self.read("signin.codes_left", person, |_, tx, person| Box::pin(async move { Ok(tx.codes_left(*person).await?) })).await
    }

    /// Uses a code up and signs in.
    pub async fn use_code(&self, typed: &str) -> Result<(Token, Session), Error> {
        let code = token::normal_code(typed).ok_or(Error::SpentLink)?;
        let token = Token::new(self.random());
        let input = (hash(&code), hash(token.reveal()));
        let session = self
            .write("signin.use_code", input, |this, tx, (code, key)| {
                Box::pin(async move {
                    let person = tx.take_code(code, this.now()).await?.ok_or(Error::SpentLink)?;
                    this.add_session(tx, *key, Some(person), None, SignInWay::Code).await
                })
            })
            .await?;
        Ok((token, session))
    }
}
