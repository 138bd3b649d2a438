#![doc = include_str!("../README.md")]

mod object;
mod token;

use cryptoki::mechanism::Mechanism;
use cryptoki::mechanism::aead::GcmParams;
use cryptoki::object::ObjectHandle;
use cryptoki::session::Session;
use doorstep_register::PersonId;
use doorstep_register::world::Random;
use doorstep_storage::{Blind, KeyError, KeyToWrap, Keys, MasterKeys, PersonKey, next_version, split_version, wrapping_context};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use token::{Token, Trouble};
use zeroize::Zeroizing;

pub use token::Settings;

const NONCE: usize = 12;
const TAG_BITS: u64 = 128;

/// Keys in a token.
pub struct Pkcs11Keys {
    token: Token,
    label: String,
    attempts: Box<Zeroizing<[u8; 32]>>,
}

impl Pkcs11Keys {
    /// Makes the keys of a new database in an empty token.
    ///
    /// # Errors
    /// [`KeyError::Unavailable`] where there are keys of this label already, or the token refuses.
    pub fn init(settings: Settings) -> Result<Self, KeyError> {
        let label = settings.label.clone();
        let token = Token::open(settings)?;
        token.change(|session| {
            if !object::all_of(session, &label)?.is_empty() {
                return Err(Trouble::Refused(KeyError::Unavailable(format!("the token has keys called \"{label} …\" already"))));
            }
            object::make_master(session, &label, 1)?;
            Blind::EVERY.iter().try_for_each(|what| object::make_secret(session, &object::blind_label(&label, *what)))?;
            object::make_secret(session, &object::attempt_label(&label))
        })?;
        Self::over(token, label)
    }

    /// Opens the keys of a database.
    ///
    /// # Errors
    /// [`KeyError::Unavailable`] where the module, the token or one of the keys is missing, the PIN is refused, or a key can be taken out.
    pub fn open(settings: Settings) -> Result<Self, KeyError> {
        let label = settings.label.clone();
        Self::over(Token::open(settings)?, label)
    }

    fn over(token: Token, label: String) -> Result<Self, KeyError> {
        let attempts = token.run(|session| {
            for key in object::all_of(session, &label)? {
                object::is_shut_in(session, key)?;
            }
            for what in Blind::EVERY {
                token.secret(session, &object::blind_label(&label, what))?;
            }
            newest(session, &label)?;
            let key = token.secret(session, &object::attempt_label(&label))?;
            keyed_hash(session, key, b"doorstep attempt seal 1")
        })?;
        Ok(Pkcs11Keys { token, label, attempts: Box::new(Zeroizing::new(attempts)) })
    }

    fn master(&self, session: &Session, version: u8) -> Result<ObjectHandle, Trouble> {
        self.token.known(&format!("master {version}"), || object::master(session, &self.label, version))
    }
}

fn newest(session: &Session, label: &str) -> Result<u8, Trouble> {
    let last = object::versions(session, label)?.last().copied();
    last.ok_or_else(|| {
        Trouble::Refused(KeyError::Unavailable(format!("the token has no key \"{label} master\"; `doorstep keys init` makes one")))
    })
}

fn keyed_hash(session: &Session, key: ObjectHandle, value: &[u8]) -> Result<[u8; 32], Trouble> {
    let hash = session.sign(&Mechanism::Sha256Hmac, key, value)?;
    hash.try_into().map_err(|_| Trouble::Refused(KeyError::Unavailable("the token's HMAC is not 32 bytes long".into())))
}

/// Nonce, ciphertext and tag. The nonce comes from the token; one that makes its own writes it over ours.
fn sealed(session: &Session, key: ObjectHandle, context: &[u8], plain: &[u8]) -> Result<Vec<u8>, Trouble> {
    let mut nonce = [0; NONCE];
    session.generate_random_slice(&mut nonce)?;
    let body = session.encrypt(&Mechanism::AesGcm(GcmParams::new(&mut nonce, context, TAG_BITS.into())?), key, plain)?;
    Ok([&nonce[..], &body].concat())
}

fn opened(session: &Session, key: ObjectHandle, context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Trouble> {
    let (nonce, body) = sealed.split_first_chunk::<NONCE>().ok_or(Trouble::Refused(KeyError::Unwrap))?;
    let mut nonce = *nonce;
    let mechanism = Mechanism::AesGcm(GcmParams::new(&mut nonce, context, TAG_BITS.into())?);
    session.decrypt(&mechanism, key, body).map(Zeroizing::new).map_err(Trouble::from)
}

impl Keys for Pkcs11Keys {
    /// Asks the token each time: another program may have made a master key meanwhile.
    fn newest(&self) -> Result<u8, KeyError> {
        self.token.run(|session| newest(session, &self.label))
    }

    fn wrap(&self, person: PersonId, key: KeyToWrap<'_>, _nonce: [u8; 12]) -> Result<Vec<u8>, KeyError> {
        self.token.run(|session| {
            let version = newest(session, &self.label)?;
            let master = self.master(session, version)?;
            let sealed = sealed(session, master, &wrapping_context(version, person), key.bytes())?;
            Ok([&[version], &sealed[..]].concat())
        })
    }

    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Result<PersonKey, KeyError> {
        let (version, rest) = split_version(wrapped)?;
        if rest.len() == wrapped.len() {
            return Err(KeyError::Unwrap);
        }
        let context = wrapping_context(version, person);
        let plain = self.token.run(|session| {
            let master = self.master(session, version)?;
            opened(session, master, &context, rest).map_err(|trouble| {
                // Some tokens say the same of a wrong tag as of a failure of their own. If this one opens what it has just sealed, it is well.
                let probe = || opened(session, master, &context, &sealed(session, master, &context, &[0; 32])?);
                if probe().is_ok() { Trouble::Refused(KeyError::Unwrap) } else { trouble }
            })
        })?;
        PersonKey::unwrapped(&plain).ok_or(KeyError::Unwrap)
    }

    fn blind(&self, what: Blind, value: &[u8]) -> Result<[u8; 32], KeyError> {
        let label = object::blind_label(&self.label, what);
        self.token.run(|session| keyed_hash(session, self.token.secret(session, &label)?, value))
    }

    fn attempt(&self, signed: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&**self.attempts).expect("HMAC takes a key of any length");
        mac.update(signed);
        mac.finalize().into_bytes().into()
    }
}

impl MasterKeys for Pkcs11Keys {
    fn versions(&self) -> Result<Vec<u8>, KeyError> {
        self.token.run(|session| object::versions(session, &self.label))
    }

    fn add_master(&self, _random: &dyn Random) -> Result<u8, KeyError> {
        self.token.change(|session| {
            let version = next_version(&object::versions(session, &self.label)?).map_err(Trouble::Refused)?;
            let made = object::make_master(session, &self.label, version)?;
            if let Err(twice) = object::master(session, &self.label, version) {
                session.destroy_object(made)?;
                return Err(twice);
            }
            Ok(version)
        })
    }

    fn destroy_master(&self, version: u8) -> Result<(), KeyError> {
        let destroyed = self.token.change(|session| {
            if newest(session, &self.label)? == version {
                return Err(Trouble::Refused(KeyError::Unavailable(format!("master key {version} is in use"))));
            }
            Ok(session.destroy_object(object::master(session, &self.label, version)?)?)
        });
        self.token.forget_handles();
        destroyed
    }
}
