//! Whether a WebP file is whole and one picture.

use crate::refused::Refused;

/// Walks the chunks of the RIFF container (RFC 9649, section 2.3) and holds their sizes against the file, because the
/// decoder reserves what a chunk claims.
pub fn check(bytes: &[u8]) -> Result<(), Refused> {
    let claimed = size(bytes.get(4..).unwrap_or_default()).ok_or(Refused::Damaged)?;
    let end = claimed.checked_add(8).ok_or(Refused::Damaged)?;
    let mut rest = bytes.get(12..end).ok_or(Refused::Damaged)?;
    while let [a, b, c, d, after @ ..] = rest {
        let length = size(after).ok_or(Refused::Damaged)?;
        if matches!(&[*a, *b, *c, *d], b"ANIM" | b"ANMF") {
            return Err(Refused::NotAPhoto);
        }
        if after.len() - 4 < length {
            return Err(Refused::Damaged);
        }
        rest = after.get(4 + length + length % 2..).unwrap_or_default();
    }
    Ok(())
}

fn size(bytes: &[u8]) -> Option<usize> {
    let four = bytes.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}
