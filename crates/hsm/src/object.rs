//! The objects in the token: what they are called, how they are made, and that they cannot be taken out.

use crate::token::Trouble;
use cryptoki::mechanism::Mechanism;
use cryptoki::object::{Attribute, AttributeType, KeyType, ObjectClass, ObjectHandle};
use cryptoki::session::Session;
use doorstep_storage::{Blind, KeyError};

fn master_label(label: &str) -> String {
    format!("{label} master")
}

pub(crate) fn blind_label(label: &str, what: Blind) -> String {
    format!("{label} blind {}", what.name())
}

pub(crate) fn attempt_label(label: &str) -> String {
    format!("{label} attempt")
}

fn called(label: &str) -> Vec<Attribute> {
    vec![Attribute::Class(ObjectClass::SECRET_KEY), Attribute::Token(true), Attribute::Label(label.as_bytes().to_vec())]
}

/// What every key of ours is: kept in the token, behind the PIN, and never to leave it.
fn shut_in(label: &str, key_type: KeyType) -> Vec<Attribute> {
    let mut template = called(label);
    template.extend([
        Attribute::KeyType(key_type),
        Attribute::ValueLen(32.into()),
        Attribute::Private(true),
        Attribute::Sensitive(true),
        Attribute::Extractable(false),
    ]);
    template
}

/// Makes a master key.
pub(crate) fn make_master(session: &Session, label: &str, version: u8) -> Result<ObjectHandle, Trouble> {
    let mut template = shut_in(&master_label(label), KeyType::AES);
    template.extend([Attribute::Id(vec![version]), Attribute::Encrypt(true), Attribute::Decrypt(true)]);
    Ok(session.generate_key(&Mechanism::AesKeyGen, &template)?)
}

/// Makes a secret for keyed hashes.
pub(crate) fn make_secret(session: &Session, label: &str) -> Result<(), Trouble> {
    let mut template = shut_in(label, KeyType::GENERIC_SECRET);
    template.push(Attribute::Sign(true));
    session.generate_key(&Mechanism::GenericSecretKeyGen, &template)?;
    Ok(())
}

/// The one object of a label.
pub(crate) fn secret(session: &Session, label: &str) -> Result<ObjectHandle, Trouble> {
    only(session.find_objects(&called(label))?, || format!("\"{label}\""))?
        .ok_or_else(|| Trouble::Refused(KeyError::Unavailable(format!("the token has no key \"{label}\""))))
}

/// The master key of a version.
pub(crate) fn master(session: &Session, label: &str, version: u8) -> Result<ObjectHandle, Trouble> {
    let mut template = called(&master_label(label));
    template.push(Attribute::Id(vec![version]));
    only(session.find_objects(&template)?, || format!("\"{label} master\" with id {version:02x}"))?
        .ok_or(Trouble::Refused(KeyError::Version(version)))
}

fn only(found: Vec<ObjectHandle>, name: impl Fn() -> String) -> Result<Option<ObjectHandle>, Trouble> {
    match found[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => Err(Trouble::Refused(KeyError::Unavailable(format!("the token has several keys {}", name())))),
    }
}

/// The versions of the master key, the newest last.
pub(crate) fn versions(session: &Session, label: &str) -> Result<Vec<u8>, Trouble> {
    let mut versions = Vec::new();
    for key in session.find_objects(&called(&master_label(label)))? {
        for attribute in session.get_attributes(key, &[AttributeType::Id])? {
            match attribute {
                Attribute::Id(id) if id.len() == 1 && id[0] > 0 => versions.push(id[0]),
                _ => return Err(Trouble::Refused(KeyError::Unavailable(format!("a key \"{label} master\" has no version in its id")))),
            }
        }
    }
    versions.sort_unstable();
    Ok(versions)
}

/// Every key of ours that is there.
pub(crate) fn all_of(session: &Session, label: &str) -> Result<Vec<ObjectHandle>, Trouble> {
    let mut found = Vec::new();
    let labels = Blind::EVERY.map(|what| blind_label(label, what)).into_iter().chain([master_label(label), attempt_label(label)]);
    for label in labels {
        found.extend(session.find_objects(&called(&label))?);
    }
    Ok(found)
}

/// Refuses a key that can be read or taken out.
pub(crate) fn is_shut_in(session: &Session, key: ObjectHandle) -> Result<(), Trouble> {
    let is = session.get_attributes(key, &[AttributeType::Sensitive, AttributeType::Extractable])?;
    if is.contains(&Attribute::Sensitive(true)) && is.contains(&Attribute::Extractable(false)) {
        return Ok(());
    }
    Err(Trouble::Refused(KeyError::Unavailable(
        "one of our keys can be taken out of the token; it was not made by `doorstep keys init`".into(),
    )))
}
