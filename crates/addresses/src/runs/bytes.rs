//! Taking values from the front of bytes. All numbers are little-endian.

pub(crate) fn take_array<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk::<N>()?;
    *bytes = rest;
    Some(*first)
}

pub(crate) fn take_u16(bytes: &mut &[u8]) -> Option<u16> {
    take_array(bytes).map(u16::from_le_bytes)
}

pub(crate) fn take_u32(bytes: &mut &[u8]) -> Option<u32> {
    take_array(bytes).map(u32::from_le_bytes)
}

pub(crate) fn take_u64(bytes: &mut &[u8]) -> Option<u64> {
    take_array(bytes).map(u64::from_le_bytes)
}

/// A text of so many bytes.
pub(crate) fn take_text<'b>(bytes: &mut &'b [u8], length: usize) -> Option<&'b str> {
    if length == 0 {
        return Some("");
    }
    let (text, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    std::str::from_utf8(text).ok()
}
