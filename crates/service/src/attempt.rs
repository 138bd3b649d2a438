//! Attempt receipts: if our side fails, the moment of the attempt is what counts, and the person holds the proof of it. It needs no
//! database, because that may be what failed.

use crate::Service;
use doorstep_register::world::bytes;
use jiff::Timestamp;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MOMENT: usize = 6;
const CHANCE: usize = 4;
const SEAL: usize = 10;
const LENGTH: usize = MOMENT + CHANCE + SEAL;

/// The server's word that somebody tried to file at a moment: 32 characters that only this server can have made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttemptCode {
    /// The moment, to the second.
    pub at: Timestamp,
    /// The code, in groups of four.
    pub code: String,
}

fn encode(raw: &[u8; LENGTH]) -> String {
    let mut out = String::with_capacity(40);
    for (i, chunk) in raw.chunks(5).flat_map(|c| base32(c.try_into().unwrap_or([0; 5]))).enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push('-');
        }
        out.push(chunk);
    }
    out
}

fn base32(five: [u8; 5]) -> [char; 8] {
    let bits = five.iter().fold(0u64, |acc, b| acc << 8 | u64::from(*b));
    std::array::from_fn(|i| ALPHABET[(bits >> (35 - 5 * i) & 31) as usize] as char)
}

fn decode(code: &str) -> Option<[u8; LENGTH]> {
    if code.len() > 100 {
        return None;
    }
    let mut raw = Vec::with_capacity(LENGTH);
    let (mut bits, mut have) = (0u64, 0);
    for c in code.chars().filter(|c| c.is_ascii_alphanumeric()) {
        let c = match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        };
        bits = bits << 5 | ALPHABET.iter().position(|a| *a as char == c)? as u64;
        have += 5;
        if have == 40 {
            raw.extend_from_slice(&bits.to_be_bytes()[3..]);
            (bits, have) = (0, 0);
        }
    }
    if have == 0 { raw.try_into().ok() } else { None }
}

impl Service {
    fn attempt_seal(&self, signed: &[u8]) -> [u8; SEAL] {
        let mac = self.vault().keys().attempt(signed);
        std::array::from_fn(|i| mac[i])
    }

    /// Makes an attempt receipt for this moment.
    pub fn attempt(&self) -> AttemptCode {
        let seconds = self.now().as_second().max(0);
        let mut raw = [0; LENGTH];
        raw[..MOMENT].copy_from_slice(&seconds.to_be_bytes()[2..]);
        raw[MOMENT..MOMENT + CHANCE].copy_from_slice(&bytes::<CHANCE>(self.random()));
        let seal = self.attempt_seal(&raw[..MOMENT + CHANCE]);
        raw[MOMENT + CHANCE..].copy_from_slice(&seal);
        AttemptCode { at: Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH), code: encode(&raw) }
    }

    /// The moment that a code proves; `None` if this server did not make it.
    pub fn check_attempt(&self, code: &str) -> Option<AttemptCode> {
        let raw = decode(code)?;
        let (signed, seal) = raw.split_at(MOMENT + CHANCE);
        if self.attempt_seal(signed) != seal {
            return None;
        }
        let mut seconds = [0; 8];
        seconds[2..].copy_from_slice(&raw[..MOMENT]);
        let at = Timestamp::from_second(i64::from_be_bytes(seconds)).ok()?;
        Some(AttemptCode { at, code: encode(&raw) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_was_copied() {
        let raw: [u8; LENGTH] = std::array::from_fn(|i| (i * 37 + 5) as u8);
        let code = encode(&raw);
        assert_eq!(decode(&code), Some(raw));
        assert_eq!(decode(&code.to_lowercase().replace('-', " ")), Some(raw));
        assert_eq!(decode(""), None);
        assert_eq!(decode(&code[..code.len() - 1]), None);
        assert_eq!(decode(&"A".repeat(1000)), None);
    }
}
