//! The keys of a key file, and its text.
//!
//! The file is either 64 hexadecimal digits, from which the first master key and the keys of the blind indexes are derived, or, once a
//! master key was changed, lines: `blind` with the key of the blind indexes, and `master N` for each version. Nothing in the second form
//! leads back to a master key that was taken out.

use super::KeyError;
use crate::seal::Secret;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fmt::Write;
use zeroize::Zeroizing;

pub(super) struct Ring {
    pub(super) blinding: Secret,
    pub(super) masters: BTreeMap<u8, Secret>,
}

pub(super) fn derive(key: &[u8; 32], label: &[u8]) -> Secret {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(label);
    Secret::filled(|bytes| bytes.copy_from_slice(&mac.finalize().into_bytes()))
}

fn digits(text: &str) -> Result<Secret, KeyError> {
    if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(KeyError::File);
    }
    let mut wrong = false;
    let secret = Secret::filled(|bytes| {
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap_or_else(|_| {
                wrong = true;
                0
            });
        }
    });
    if wrong { Err(KeyError::File) } else { Ok(secret) }
}

impl Ring {
    pub(super) fn of_master(master: &Secret) -> Ring {
        let wrapping = derive(master.bytes(), b"doorstep wrapping 1");
        Ring { blinding: derive(master.bytes(), b"doorstep blinding 1"), masters: BTreeMap::from([(1, wrapping)]) }
    }

    pub(super) fn parse(text: &str) -> Result<Ring, KeyError> {
        if let Ok(master) = digits(text.trim()) {
            return Ok(Ring::of_master(&master));
        }
        let (mut blinding, mut masters) = (None, BTreeMap::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let repeated = match line.split_whitespace().collect::<Vec<_>>()[..] {
                ["blind", key] => blinding.replace(digits(key)?).is_some(),
                ["master", version, key] => {
                    let version = version.parse().ok().filter(|v| *v > 0).ok_or(KeyError::File)?;
                    masters.insert(version, digits(key)?).is_some()
                }
                _ => true,
            };
            if repeated {
                return Err(KeyError::File);
            }
        }
        let blinding = blinding.filter(|_| !masters.is_empty()).ok_or(KeyError::File)?;
        Ok(Ring { blinding, masters })
    }

    pub(super) fn text(&self) -> Zeroizing<String> {
        // As large as it will be: text that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(256 + 80 * (self.masters.len() + 1)));
        text.push_str("# Doorstep's keys. Without this file nothing opens, for anybody, ever. See docs/RUNNING.md, \"The master key\".\n");
        let mut line = |name: std::fmt::Arguments<'_>, key: &Secret| {
            let _ = write!(text, "{name} ");
            for byte in key.bytes() {
                let _ = write!(text, "{byte:02x}");
            }
            text.push('\n');
        };
        line(format_args!("blind"), &self.blinding);
        self.masters.iter().for_each(|(version, key)| line(format_args!("master {version}"), key));
        text
    }

    /// Whether this is the same key file at a later time: no key has changed, and the newest master key is not an older one.
    pub(super) fn follows(&self, before: &Ring) -> bool {
        let same = |(version, key): (&u8, &Secret)| before.masters.get(version).is_none_or(|known| known.bytes() == key.bytes());
        self.blinding.bytes() == before.blinding.bytes() && self.masters.iter().all(same) && self.newest().0 >= before.newest().0
    }

    pub(super) fn newest(&self) -> (u8, &Secret) {
        self.masters.last_key_value().map(|(version, key)| (*version, key)).expect("a ring has a master key")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_is_64_digits_or_lines() {
        for good in [format!("{}\n", "0f".repeat(32)), format!("# x\n\nblind {0}\nmaster 2 {0}\n master 3 {0}", "0F".repeat(32))] {
            assert!(Ring::parse(&good).is_ok(), "{good}");
        }
        let k = "0f".repeat(32);
        for bad in [
            String::new(),
            "zz".repeat(32),
            "я".repeat(32),
            format!("blind {k}"),
            format!("master 1 {k}"),
            format!("blind {k}\nmaster 0 {k}"),
            format!("blind {k}\nmaster 256 {k}"),
            format!("blind {k}\nmaster 1 {k}\nmaster 1 {k}"),
            format!("blind {k}\nblind {k}\nmaster 1 {k}"),
            format!("blind {k}\nmaster 1 {k}\nother {k}"),
        ] {
            assert_eq!(Ring::parse(&bad).err(), Some(KeyError::File), "{bad}");
        }
    }
}
