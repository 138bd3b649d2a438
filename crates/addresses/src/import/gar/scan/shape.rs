//! What a row looks like but for the bytes of its values.

/// A row that was read attribute by attribute. Another one of the same length that has the same bytes everywhere but within the values,
/// and no quote within them, has its values at the same places, and is as well-formed.
pub(super) struct Shape<const N: usize> {
    row: Vec<u8>,
    /// 255 for a byte that must be the same, 0 for one of a value.
    fixed: Vec<u8>,
    /// Where the quotes are, from the start of the row: two an attribute.
    pub(super) quotes: Vec<u32>,
    /// Which attribute each wanted one is.
    pub(super) places: [u8; N],
}

impl<const N: usize> Shape<N> {
    /// The shape of a row with quotes at these places, if all are double quotes.
    pub(super) fn of(row: &[u8], quotes: &[u32], places: [u8; N]) -> Option<Shape<N>> {
        let double = quotes.iter().all(|quote| row.get(*quote as usize) == Some(&b'"'));
        if quotes.is_empty() || !double {
            return None;
        }
        let mut fixed = vec![255; row.len()];
        for value in quotes.chunks_exact(2) {
            fixed.get_mut(value[0] as usize + 1..value[1] as usize)?.fill(0);
        }
        Some(Shape { row: row.to_vec(), fixed, quotes: quotes.to_vec(), places })
    }

    /// Bytes of a row.
    pub(super) fn length(&self) -> usize {
        self.row.len()
    }

    /// Does a row of this shape stand at the front of `bytes`?
    #[inline]
    pub(super) fn fits(&self, bytes: &[u8]) -> bool {
        let length = self.row.len();
        let Some(row) = bytes.get(..length) else { return false };
        // Nearly all rows of another length are told by their end.
        if row.last_chunk::<2>() != self.row.last_chunk::<2>() {
            return false;
        }
        // Without a branch, so that many bytes are compared at once.
        let mut differs = 0;
        for ((here, there), fixed) in row.iter().zip(&self.row[..length]).zip(&self.fixed[..length]) {
            let quote = if *here == b'"' { 255 } else { 0 };
            differs |= ((here ^ there) & fixed) | (quote & !fixed);
        }
        differs == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_the_shape_of_another_or_has_not() {
        let row = b"<HOUSE ID=\"12\" A_NAME=\"3\" B=\"\" />";
        let quotes: Vec<u32> = (0u32..).zip(row).filter(|(_, byte)| **byte == b'"').map(|(at, _)| at).collect();
        let shape = Shape::of(row, &quotes, [0]).unwrap();
        assert!(shape.fits(b"<HOUSE ID=\"><\" A_NAME=\"'\" B=\"\" /><HOUSE"));
        for other in [
            "<HOUSF ID=\"12\" A_NAME=\"3\" B=\"\" />",
            "<HOUSE IE=\"12\" A_NAME=\"3\" B=\"\" />",
            "<HOUSE ID=\"1\"\" A_NAME=\"3\" B=\"\" />",
            "<HOUSE ID=\"1\"  A_NAME=\"3\" B=\"\" />",
            "<HOUSE ID=\"123\" A_NAME=\"3\" B=\"\" />",
            "<HOUSE ID=\"12\" A_NAME=\"\"\" B=\"\" />",
            "<HOUSE ID=\"12\" A_NAME=\"3\" B=\"\" >>",
            "<HOUSE ID=\"12\" A_NAME=\"3\" B=\"\" /",
        ] {
            assert!(!shape.fits(other.as_bytes()), "{other}");
        }
        assert!(Shape::of(b"<A B='1'/>", &[5, 7], [0]).is_none(), "another kind of quote may have double ones within");
    }
}
