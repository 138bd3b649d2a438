//! Keys in a token: what goes in, what stays in, and what happens when the token goes away.

use crate::database::File;
use crate::token;
use cryptoki::context::Pkcs11;
use cryptoki::object::{Attribute, AttributeType, ObjectClass};
use cryptoki::session::{Session, UserType};
use doorstep_hsm::{Pkcs11Keys, Settings};
use doorstep_register::PersonId;
use doorstep_register::world::Random;
use doorstep_storage::contract::Database;
use doorstep_storage::{Blind, FileKeys, KeyError, Keys, MasterKeys, OpenError, TxError, Vault, read, write};
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

struct Zeros;

impl Random for Zeros {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill(0);
    }
}

/// A person's wrapped key, as a use case makes it: only a vault can ask a key store to wrap.
async fn wrapped(keys: &Arc<Pkcs11Keys>) -> (PersonId, Vec<u8>) {
    let file = File::fresh().await;
    let store = file.store();
    let vault = Vault::new(Arc::clone(keys) as _, Arc::new(Zeros));
    let made = write(&*store, "person", move |tx| {
        let vault = vault.clone();
        Box::pin(async move { vault.add_person(tx, Timestamp::UNIX_EPOCH).await.map_err(TxError::<OpenError>::from) })
    });
    let person = made.await.expect("a person");
    let row = read(&*store, "person", move |tx| Box::pin(async move { Ok::<_, TxError<OpenError>>(tx.person(person).await?) }));
    let wrapped = row.await.expect("a read").expect("a person").wrapped_key;
    file.close().await;
    (person, wrapped)
}

/// A second way into the token, as another program has it.
fn aside(settings: &Settings) -> (Pkcs11, Session) {
    let pkcs11 = token::started(&settings.module);
    let slots = pkcs11.get_slots_with_initialized_token().expect("slots");
    let slot = slots.into_iter().find(|slot| pkcs11.get_token_info(*slot).expect("a token").label() == settings.token).expect("the token");
    let session = pkcs11.open_rw_session(slot).expect("a session");
    // Who is logged in already stays so.
    drop(session.login(UserType::User, Some(&settings.pin)));
    (pkcs11, session)
}

fn secrets(session: &Session) -> Vec<cryptoki::object::ObjectHandle> {
    session.find_objects(&[Attribute::Class(ObjectClass::SECRET_KEY)]).expect("objects")
}

fn refused<T>(answer: Result<T, KeyError>) -> String {
    match answer {
        Err(KeyError::Unavailable(why)) => why,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("not refused"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_key_of_the_token_can_be_taken_out() {
    let Some(settings) = token::fresh("no_key_of_the_token_can_be_taken_out") else { return };
    let keys = Pkcs11Keys::init(settings.clone()).unwrap();
    keys.add_master(&Zeros).unwrap();
    let (_pkcs11, session) = aside(&settings);
    let found = secrets(&session);
    assert_eq!(found.len(), 7, "two master keys, four for blind indexes, one for attempts");
    for key in found {
        assert!(session.get_attributes(key, &[AttributeType::Value]).is_ok_and(|read| read.is_empty()), "a value comes out");
        let never = session.get_attributes(key, &[AttributeType::NeverExtractable, AttributeType::AlwaysSensitive]).unwrap();
        assert!(never.contains(&Attribute::NeverExtractable(true)) && never.contains(&Attribute::AlwaysSensitive(true)));
        assert!(session.update_attributes(key, &[Attribute::Extractable(true)]).is_err());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_opens_for_its_person_unchanged_and_under_its_master_only() {
    let Some(settings) = token::fresh("a_key_opens_for_its_person_unchanged_and_under_its_master_only") else { return };
    let keys = Arc::new(Pkcs11Keys::init(settings).unwrap());
    let (person, whole) = wrapped(&keys).await;
    assert_eq!((whole.len(), whole[0]), (61, 1));
    assert!(keys.unwrap(person, &whole).is_ok());
    assert_eq!(keys.unwrap(PersonId(Uuid::from_u128(9)), &whole).err(), Some(KeyError::Unwrap));
    for place in 1..whole.len() {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        assert_eq!(keys.unwrap(person, &changed).err(), Some(KeyError::Unwrap), "byte {place}");
    }
    for cut in [0, 1, 13, 60] {
        assert_eq!(keys.unwrap(person, &whole[..cut]).err(), Some(KeyError::Unwrap));
    }
    keys.add_master(&Zeros).unwrap();
    let mut other = whole.clone();
    other[0] = 2;
    assert_eq!(keys.unwrap(person, &other).err(), Some(KeyError::Unwrap));
    other[0] = 3;
    assert_eq!(keys.unwrap(person, &other).err(), Some(KeyError::Version(3)));
    assert_eq!(FileKeys::new([0; 32]).unwrap(person, &whole).err(), Some(KeyError::Unwrap));
}

/// The program's chance may repeat itself; under one AES-GCM key a nonce must not.
#[tokio::test(flavor = "multi_thread")]
async fn the_nonce_is_the_tokens_own() {
    let Some(settings) = token::fresh("the_nonce_is_the_tokens_own") else { return };
    let keys = Arc::new(Pkcs11Keys::init(settings).unwrap());
    let mut nonces = BTreeSet::new();
    for _ in 0..20 {
        nonces.insert(wrapped(&keys).await.1[1..13].to_vec());
    }
    assert_eq!(nonces.len(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn blind_indexes_stay_and_differ_by_use_and_token() {
    let Some(settings) = token::fresh("blind_indexes_stay_and_differ_by_use_and_token") else { return };
    let keys = Pkcs11Keys::init(settings.clone()).unwrap();
    let all = |keys: &Pkcs11Keys| {
        let mut all: Vec<[u8; 32]> = Blind::EVERY.iter().map(|what| keys.blind(*what, b"AB 123").unwrap()).collect();
        all.push(keys.attempt(b"AB 123"));
        all
    };
    let before = all(&keys);
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), 5);
    assert_ne!(keys.blind(Blind::Document, b"AB 124").unwrap(), before[0]);
    keys.add_master(&Zeros).unwrap();
    keys.destroy_master(1).unwrap();
    drop(keys);
    assert_eq!(all(&Pkcs11Keys::open(settings.clone()).unwrap()), before, "after a change of the master key, and a restart");
    let other = Pkcs11Keys::init(Settings { label: "another town".into(), ..settings }).unwrap();
    assert!(all(&other).iter().all(|index| !before.contains(index)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_master_key_made_by_another_program_is_used_at_once_and_the_newest_stays() {
    let Some(settings) = token::fresh("a_master_key_made_by_another_program_is_used_at_once_and_the_newest_stays") else { return };
    let serving = Arc::new(Pkcs11Keys::init(settings.clone()).unwrap());
    let operator = Pkcs11Keys::open(settings).unwrap();
    let (person, before) = wrapped(&serving).await;
    assert_eq!(operator.add_master(&Zeros), Ok(2));
    assert_eq!(wrapped(&serving).await.1[0], 2);
    assert!(serving.unwrap(person, &before).is_ok());
    assert!(refused(operator.destroy_master(2)).contains("in use"));
    assert_eq!(operator.destroy_master(1), Ok(()));
    assert_eq!(serving.versions(), Ok(vec![2]));
    assert_eq!(serving.unwrap(person, &before).err(), Some(KeyError::Version(1)));
    assert_eq!(operator.destroy_master(1), Err(KeyError::Version(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_went_away_and_came_back_is_opened_anew() {
    let Some(settings) = token::fresh("a_token_that_went_away_and_came_back_is_opened_anew") else { return };
    let keys = Arc::new(Pkcs11Keys::init(settings.clone()).unwrap());
    let (person, whole) = wrapped(&keys).await;
    let (index, attempt) = (keys.blind(Blind::Email, b"x"), keys.attempt(b"x"));

    let (_pkcs11, session) = aside(&settings);
    session.logout().expect("everybody is logged out");
    assert_eq!(keys.blind(Blind::Email, b"x"), index, "logged out, and in again");

    drop(session);
    Pkcs11::new(&settings.module).unwrap().finalize().expect("every session is lost");
    assert!(keys.unwrap(person, &whole).is_ok(), "the module started anew");

    let (tokens, elsewhere) = (token::folder(), token::folder().with_extension("away"));
    Pkcs11::new(&settings.module).unwrap().finalize().expect("every session is lost");
    std::fs::rename(&tokens, &elsewhere).unwrap();
    std::fs::create_dir(&tokens).unwrap();
    for _ in 0..3 {
        assert!(refused(keys.unwrap(person, &whole)).contains("there is no token"));
        assert!(refused(keys.blind(Blind::Email, b"x")).contains("there is no token"));
    }
    assert_eq!(keys.attempt(b"x"), attempt, "the proof of an attempt needs no token");

    Pkcs11::new(&settings.module).unwrap().finalize().expect("the module stops");
    std::fs::remove_dir_all(&tokens).unwrap();
    std::fs::rename(&elsewhere, &tokens).unwrap();
    assert!(keys.unwrap(person, &whole).is_ok());
    assert_eq!(keys.blind(Blind::Email, b"x"), index);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_pin_is_tried_once() {
    let Some(settings) = token::fresh("a_wrong_pin_is_tried_once") else { return };
    let keys = Pkcs11Keys::init(settings.clone()).unwrap();
    let (_pkcs11, session) = aside(&settings);
    session.set_pin(&settings.pin, &"another pin".into()).expect("the PIN changes");
    session.logout().expect("everybody is logged out");
    assert!(refused(keys.blind(Blind::Email, b"x")).contains("refuses the PIN"));
    for _ in 0..20 {
        assert!(refused(keys.blind(Blind::Email, b"x")).contains("no other try"));
    }
    assert!(Pkcs11Keys::open(Settings { pin: "another pin".into(), ..settings }).is_ok(), "the token has not locked itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said() {
    let Some(settings) = token::fresh("what_is_missing_is_said") else { return };
    assert!(refused(Pkcs11Keys::open(settings.clone())).contains("has no key \"doorstep blind document\""));
    assert!(refused(Pkcs11Keys::open(Settings { token: "nowhere".into(), ..settings.clone() })).contains("no token \"nowhere\""));
    assert!(refused(Pkcs11Keys::open(Settings { module: "/nowhere.so".into(), ..settings.clone() })).contains("/nowhere.so"));
    Pkcs11Keys::init(settings.clone()).unwrap();
    assert!(refused(Pkcs11Keys::init(settings.clone())).contains("already"), "keys are never made over others");
    let (_pkcs11, session) = aside(&settings);
    let master = session.find_objects(&[Attribute::Label(b"doorstep master".to_vec())]).unwrap();
    session.copy_object(master[0], &[Attribute::Token(true)]).expect("a copy");
    let twice = Pkcs11Keys::open(settings.clone()).unwrap();
    assert!(refused(twice.unwrap(PersonId(Uuid::nil()), &[1; 61])).contains("several keys"), "which of the two is not guessed");
    drop(twice);
    for key in session.find_objects(&[Attribute::Label(b"doorstep master".to_vec())]).unwrap() {
        session.destroy_object(key).unwrap();
    }
    assert!(refused(Pkcs11Keys::open(settings)).contains("has no key \"doorstep master\""));
}

/// A key that somebody put in from outside, and that can be taken out again, is not used.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_can_be_taken_out_is_refused() {
    let Some(settings) = token::fresh("a_key_that_can_be_taken_out_is_refused") else { return };
    Pkcs11Keys::init(settings.clone()).unwrap();
    let (_pkcs11, session) = aside(&settings);
    let loose = [
        Attribute::Class(ObjectClass::SECRET_KEY),
        Attribute::KeyType(cryptoki::object::KeyType::AES),
        Attribute::Token(true),
        Attribute::Sensitive(false),
        Attribute::Extractable(true),
        Attribute::Encrypt(true),
        Attribute::Decrypt(true),
        Attribute::Value(vec![1; 32]),
        Attribute::Id(vec![2]),
        Attribute::Label(b"doorstep master".to_vec()),
    ];
    session.create_object(&loose).expect("a key from outside");
    assert!(refused(Pkcs11Keys::open(settings)).contains("can be taken out"));
}

/// Many callers at once, more than there are sessions waiting.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_ask_at_once() {
    let Some(settings) = token::fresh("many_ask_at_once") else { return };
    let keys = Arc::new(Pkcs11Keys::init(settings).unwrap());
    let index = keys.blind(Blind::Home, b"house").unwrap();
    let asked: Vec<_> = (0..200)
        .map(|_| {
            tokio::task::spawn_blocking({
                let keys = Arc::clone(&keys);
                move || keys.blind(Blind::Home, b"house")
            })
        })
        .collect();
    for answer in asked {
        assert_eq!(answer.await.unwrap(), Ok(index));
    }
}
