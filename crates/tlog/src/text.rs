//! What the C2SP texts share: decimals without leading zeros, and base64 after RFC 4648 §4, padded and canonical.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// An ASCII decimal with no leading zeros (unless it is `0`).
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit());
    if !plain || (text.len() > 1 && text.starts_with('0')) {
        return None;
    }
    text.parse().ok()
}

pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Padded, without line breaks, and with zero bits at the end: the one text of these bytes.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

pub(crate) fn decode32(text: &str) -> Option<[u8; 32]> {
    if text.len() != 44 {
        return None;
    }
    decode(text)?.try_into().ok()
}
