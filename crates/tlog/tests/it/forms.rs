//! The written forms: the examples of the C2SP texts, what is read is written back, and one changed byte is never overlooked.

use crate::world::{Dice, Log, cosigned, log_key, policy, witness_key};
use doorstep_tlog::*;
use proptest::prelude::*;

/// The example of c2sp.org/signed-note and of Go's sumdb/note.
const NEUMANN: &str = "If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
";
const NEUMANN_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

/// The example of c2sp.org/tlog-cosignature.
const SOFA: &str = "example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
";

#[test]
fn the_example_of_the_notes() {
    let note = Note::parse(NEUMANN).unwrap();
    assert_eq!(note.to_string(), NEUMANN);
    let key = Verifier::parse(NEUMANN_KEY).unwrap();
    assert_eq!(key.to_string(), NEUMANN_KEY);
    assert!(note.is_signed_by(&key));
    let changed = Note::parse(&NEUMANN.replacen("problem", "Problem", 1)).unwrap();
    assert!(!changed.is_signed_by(&key));
}

#[test]
fn the_example_of_the_cosignatures() {
    let note = Note::parse(SOFA).unwrap();
    assert_eq!(note.to_string(), SOFA);
    let checkpoint = Checkpoint::parse(&note.text).unwrap();
    assert_eq!((checkpoint.size, checkpoint.to_string()), (20_852_163, note.text.clone()));
    // The time stands before the signature: 1679315147, as the text says.
    assert_eq!(note.signatures[1].bytes[..8], 1_679_315_147_u64.to_be_bytes());
    assert_eq!(note.signatures[1].bytes.len(), 72);
}

#[test]
fn the_example_of_the_witnesses() {
    let body = format!(
        "old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

{SOFA}"
    );
    let read = AddCheckpoint::parse(&body).unwrap();
    assert_eq!((read.old, read.proof.len()), (20_852_014, 4));
    assert_eq!(read.to_string(), body);
}

#[test]
fn what_is_no_note_is_refused() {
    let signature = format!("{}\n", NEUMANN.lines().last().unwrap());
    assert!(Note::parse(&format!("{NEUMANN}{}", signature.repeat(63))).is_ok());
    for (bad, why) in [
        (String::new(), "nothing"),
        (NEUMANN.trim_end().to_owned(), "the last line does not end"),
        (NEUMANN.replace("\n\n", "\n"), "no empty line"),
        (NEUMANN.replace("— Peter", "- Peter"), "another dash"),
        (NEUMANN.replace("— PeterNeumann x", "— Peter+Neumann x"), "a plus in the name"),
        (NEUMANN.replace("— PeterNeumann x", "—  x"), "no name"),
        (NEUMANN.replace("nAM=", "nAN="), "base64 with bits left over"),
        (NEUMANN.replace("nAM=", "nAM"), "base64 without padding"),
        (NEUMANN.replace("cryptography", "crypto\tgraphy"), "a control character"),
        (NEUMANN.replace("x08go/ZJ", "x08go/ZJ "), "two blanks"),
        (format!("{NEUMANN}\n"), "an empty line behind"),
        (format!("{}{NEUMANN}", "x".repeat(70_000)), "too long"),
        (format!("{NEUMANN}{}", signature.repeat(64)), "too many signatures"),
    ] {
        assert!(Note::parse(&bad).is_err(), "{why}");
    }
}

#[test]
fn what_is_no_checkpoint_is_refused() {
    let good = Checkpoint::new("log.example", 7, Hash::empty()).to_string();
    assert!(Checkpoint::parse(&good).is_ok());
    assert!(Checkpoint::parse(&format!("{good}extension\n")).is_ok());
    for bad in [
        good.replace("\n7\n", "\n07\n"),
        good.replace("\n7\n", "\n+7\n"),
        good.replace("\n7\n", "\n-7\n"),
        good.replace("\n7\n", "\n\n"),
        good.replace("\n7\n", "\n18446744073709551616\n"),
        good.replace("log.example", ""),
        good.replace('=', ""),
        format!("{good}\n"),
        good.trim_end().to_owned(),
    ] {
        assert!(Checkpoint::parse(&bad).is_err(), "{bad:?}");
    }
}

#[test]
fn what_is_no_key_is_refused() {
    let good = witness_key(1).verifier().to_string();
    assert_eq!(Verifier::parse(&good).unwrap().to_string(), good);
    let key = good.rsplit('+').next().unwrap();
    for bad in [
        good.replace("w1", "w2"),
        good.replace('+', "-"),
        good.replacen("witness.example/w1", "", 1),
        good.replacen("witness.example/w1", "a name", 1),
        good.replace(key, &key[..key.len() - 4]),
        format!("{good}="),
    ] {
        assert!(Verifier::parse(&bad).is_err(), "{bad}");
    }
}

#[test]
fn paths_of_tiles() {
    for path in ["tile/0/000", "tile/0/x001/x234/067", "tile/3/999.p/255", "tile/entries/x001/000.p/1", "tile/7/000.p/1"] {
        assert_eq!(TileId::parse(path).unwrap().to_string(), path);
    }
    for path in [
        "tile/0/0",
        "tile/8/000",
        "tile/00/000",
        "tile/0/001/000",
        "tile/0/x000/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/x001",
        "tile/data/000",
        "/tile/0/000",
        "tile/0/000/",
        "tile/0/x18/446/744",
        "tile/-1/000",
        "tile/0/\u{661}\u{661}\u{661}",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
    ] {
        assert_eq!(TileId::parse(path), None, "{path}");
    }
    let grown: Vec<_> = TileId::grown(255, 70_000).map(|id| id.to_string()).collect();
    assert_eq!(grown.len(), 274 + 274 + 2 + 1);
    assert!(grown.contains(&"tile/0/273.p/112".to_owned()) && grown.contains(&"tile/2/000.p/1".to_owned()), "{grown:?}");
}

#[test]
fn bundles_of_leaves() {
    let leaves: Vec<Leaf> = (0..256).map(crate::world::leaf).collect();
    let bytes = bundle(&leaves);
    assert_eq!(bytes.len(), 256 * 35);
    assert_eq!(leaves_of(&bytes).unwrap(), leaves);
    assert_eq!(leaves_of(&bytes[..35 * 7]).unwrap(), leaves[..7]);
    assert!(leaves_of(&bytes[..36]).is_err());
    assert!(leaves_of(&[bytes.clone(), bytes[..35].to_vec()].concat()).is_err());
    let mut other = bytes;
    other[1] = 32;
    assert!(leaves_of(&other).is_err());
}

/// Every single-byte change of a cosigned checkpoint is refused by a policy that needs all of its signatures.
#[test]
fn one_changed_byte_of_a_checkpoint_is_never_trusted() {
    let mut log = Log::of(1000);
    let note = cosigned(&mut log, 1000, &[1, 2, 3], 1_790_000_000).to_string().into_bytes();
    let good = policy(3).check(&Note::parse(std::str::from_utf8(&note).unwrap()).unwrap()).unwrap();
    assert_eq!((good.checkpoint.size, good.times, good.witnesses), (1000, Some((1_790_000_000, 1_790_000_000)), 3));
    let (all, mut dice) = (policy(3), Dice(3));
    for place in 0..note.len() {
        let mut changed = note.clone();
        changed[place] ^= 1 + dice.below(255) as u8;
        let trusted = String::from_utf8(changed).ok().and_then(|text| Note::parse(&text).ok()).and_then(|note| all.check(&note).ok());
        assert_eq!(trusted, None, "byte {place}");
    }
}

#[test]
fn a_policy_says_what_is_missing() {
    let mut log = Log::of(10);
    let note = cosigned(&mut log, 10, &[1, 2], 5);
    assert_eq!(policy(2).check(&note).unwrap().witnesses, 2);
    assert_eq!(policy(3).check(&note), Err(PolicyError::Quorum { found: 2, needed: 3 }));
    let doubled = Note { signatures: [note.signatures.clone(), note.signatures.clone()].concat(), ..note.clone() };
    assert_eq!(policy(3).check(&doubled), Err(PolicyError::Quorum { found: 2, needed: 3 }), "one witness counts once");
    let mut spoilt = note.clone();
    spoilt.signatures.push(Signature { bytes: vec![0; 72], ..note.signatures[2].clone() });
    assert_eq!(policy(1).check(&spoilt), Err(PolicyError::Witness("witness.example/w2".into())), "a line that is not the witness's");
    spoilt.signatures[3] = Signature { bytes: vec![0; 64], ..note.signatures[0].clone() };
    assert_eq!(policy(1).check(&spoilt), Err(PolicyError::Log), "nor the log's");
    spoilt.signatures[3].name = "somebody.example".into();
    assert_eq!(policy(2).check(&spoilt).map(|head| head.witnesses), Ok(2), "a line by nobody that is known is passed over");
    let unsigned = Note { signatures: note.signatures[1..].to_vec(), ..note.clone() };
    assert_eq!(policy(2).check(&unsigned), Err(PolicyError::Log));
    let other = Signer::log("other.example", &[1; 32]).unwrap();
    let foreign = Checkpoint::new("other.example", 10, Hash::empty()).sign(&other);
    assert_eq!(policy(0).check(&foreign), Err(PolicyError::Origin));
    let (log, witness) = (log_key().verifier().clone(), witness_key(1).verifier().clone());
    assert!(Policy::new(witness.clone(), vec![], 0).is_err());
    assert!(Policy::new(log.clone(), vec![log.clone()], 1).is_err());
    assert!(Policy::new(log.clone(), vec![witness.clone(), witness.clone()], 1).is_err());
    assert!(Policy::new(log, vec![witness], 2).is_err());
}

proptest! {
    /// No bytes make a reader panic, and what one reads it writes back the same.
    #[test]
    fn readers_are_total(text in "(c2sp.org/tlog-proof@v1\n)?(old [0-9]{1,3}\n)?(index [0-9]{1,3}\n)?([A-Za-z0-9+/]{43}=\n){0,2}\n?[a-z]{0,3}\n[0-9]{0,3}\n([A-Za-z0-9+/]{43}=\n)?\n(— [a-z]{1,3} [A-Za-z0-9+/]{8,12}\n){0,3}") {
        if let Ok(note) = Note::parse(&text) {
            prop_assert_eq!(note.to_string(), text.clone());
            if let Ok(checkpoint) = Checkpoint::parse(&note.text) {
                prop_assert_eq!(checkpoint.to_string(), note.text);
            }
        }
        if let Ok(proof) = Proof::parse(&text) {
            prop_assert_eq!(proof.to_string(), text.clone());
        }
        if let Ok(body) = AddCheckpoint::parse(&text) {
            prop_assert_eq!(body.to_string(), text);
        }
    }

    #[test]
    fn statements_are_canonical(seq in 1u32.., person: [u8; 16], at: i64, previous in proptest::option::of([any::<u8>(); 33].prop_map(Leaf)), body in "[^\n]{0,60}") {
        let statement = Statement { chain: Chain::Looks, seq, person, at, previous, body };
        let text = statement.to_string();
        prop_assert_eq!(Statement::parse(text.as_bytes()).unwrap(), statement);
        prop_assert!(Statement::parse(text.replacen("look", "Look", 1).as_bytes()).is_err());
        prop_assert!(Statement::parse(text.replacen("look ", "look 0", 1).as_bytes()).is_err());
        let longer = text + "\n";
        prop_assert!(Statement::parse(longer.as_bytes()).is_err());
    }
}
