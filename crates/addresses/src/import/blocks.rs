//! The blocks of an OpenStreetMap extract: whether the file has all of each, before anything in it is read.
//!
//! Source: OpenStreetMap wiki, "PBF Format", File format: four bytes of length, a `BlobHeader` with the length of the blob, the blob.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::Path,
};

use crate::error::ImportError;

/// Longest head of a block and longest blob, in bytes, as the format says.
const MAX_HEAD: u32 = 64 << 10;
const MAX_BLOB: u64 = 32 << 20;

/// Where each block ends. The file must end where its last block does.
pub(super) fn ends(path: &Path) -> Result<Vec<u64>, ImportError> {
    let file = File::open(path).map_err(ImportError::io(path))?;
    let length = file.metadata().map_err(ImportError::io(path))?.len();
    let (mut at, mut ends) = (0, Vec::new());
    let mut reader = BufReader::new(file);
    while at < length {
        let size = block(&mut reader)
            .map_err(|reason| ImportError::bad(format!("{}, byte {at}", path.display()), reason))?
            .filter(|size| at + size <= length);
        let Some(size) = size else {
            return Err(ImportError::bad(format!("{}, byte {at}", path.display()), "the file ends within a block"));
        };
        at += size;
        ends.push(at);
        reader.seek(SeekFrom::Start(at)).map_err(ImportError::io(path))?;
    }
    Ok(ends)
}

/// The length of the block that begins here; `None` when the file ends within its head.
fn block(reader: &mut impl Read) -> Result<Option<u64>, String> {
    let mut size = [0; 4];
    if !filled(reader, &mut size)? {
        return Ok(None);
    }
    let size = u32::from_be_bytes(size);
    if size > MAX_HEAD {
        return Err("the head of a block is longer than 64 KiB: not an extract in this format".into());
    }
    let mut head = vec![0; size as usize];
    if !filled(reader, &mut head)? {
        return Ok(None);
    }
    let blob = blob_length(&head).ok_or("the head of a block does not say how long it is: not an extract in this format")?;
    if blob > MAX_BLOB {
        return Err("a block is longer than 32 MiB".into());
    }
    Ok(Some(4 + u64::from(size) + blob))
}

fn filled(reader: &mut impl Read, into: &mut [u8]) -> Result<bool, String> {
    match reader.read_exact(into) {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(e) => Err(e.to_string()),
    }
}

/// Field 3 of a `BlobHeader`.
fn blob_length(mut head: &[u8]) -> Option<u64> {
    let mut length = None;
    while !head.is_empty() {
        let key = varint(&mut head)?;
        let value = match key & 7 {
            0 => varint(&mut head)?,
            2 => {
                let size = usize::try_from(varint(&mut head)?).ok()?;
                head = head.get(size..)?;
                continue;
            }
            _ => return None,
        };
        if key >> 3 == 3 {
            length = Some(value);
        }
    }
    length
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 127) << shift;
        if byte & 128 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_says_how_long_the_blob_is() {
        assert_eq!(blob_length(&[0x0a, 7, b'O', b'S', b'M', b'D', b'a', b't', b'a', 0x18, 0x96, 0x01]), Some(150));
        assert_eq!(blob_length(&[0x18, 0x96]), None, "cut off");
        assert_eq!(blob_length(&[0x0a, 200, 1]), None, "a text longer than the head");
        assert_eq!(blob_length(&[0x1d, 1, 2, 3, 4]), None, "a kind of field that it does not have");
        assert_eq!(blob_length(&[0x18, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]), None);
        assert_eq!(blob_length(&[]), None);
    }
}
