//! Secrets that only their holder has. The database keeps hashes.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use doorstep_register::world::{Random, bytes};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A secret in a cookie or a link: 32 bytes of chance in base64url.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    pub(crate) fn new(random: &dyn Random) -> Self {
        Token(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes::<32>(random))))
    }

    /// The text to hand out.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// The hash under which a secret is found. A secret of 80 bits and more needs no slow hash.
pub(crate) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A one-time code for paper: 80 bits as `ABCD-EFGH-JKMN-PQRS`.
pub(crate) fn code(random: &dyn Random) -> String {
    let chance = bytes::<16>(random);
    let letters: String = chance.iter().map(|b| ALPHABET[usize::from(b & 31)] as char).collect();
    [&letters[..4], &letters[4..8], &letters[8..12], &letters[12..]].join("-")
}

/// A typed code in its normal form; `None` if it cannot be one.
pub(crate) fn normal_code(typed: &str) -> Option<String> {
    if typed.len() > 100 {
        return None;
    }
    let letters: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-' && *c != '–')
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let good = letters.len() == 16 && letters.bytes().all(|b| ALPHABET.contains(&b));
    good.then(|| [&letters[..4], &letters[4..8], &letters[8..12], &letters[12..]].join("-"))
}
