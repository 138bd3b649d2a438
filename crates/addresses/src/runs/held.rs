//! Rows in memory, in pieces: memory that is given back in pieces is used again at once.

/// Rows of a piece.
const PIECE: usize = 1 << 11;

/// Rows by number.
pub(crate) struct Held<R> {
    pieces: Vec<Vec<R>>,
    length: usize,
}

impl<R> Default for Held<R> {
    fn default() -> Self {
        Held { pieces: Vec::new(), length: 0 }
    }
}

impl<R> Held<R> {
    #[inline]
    pub(super) fn push(&mut self, row: R) {
        if self.length.is_multiple_of(PIECE) {
            self.pieces.push(Vec::with_capacity(PIECE));
        }
        if let Some(piece) = self.pieces.last_mut() {
            piece.push(row);
            self.length += 1;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Is there room for another row without taking more memory?
    #[inline]
    pub(super) fn has_room(&self) -> bool {
        !self.length.is_multiple_of(PIECE)
    }

    pub(super) fn last(&self) -> Option<&R> {
        self.pieces.last()?.last()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &R> {
        self.pieces.iter().flatten()
    }

    /// Bytes that are held, texts of rows not counted.
    pub(super) fn bytes(&self) -> usize {
        self.pieces.len() * PIECE * size_of::<R>()
    }
}

impl<R: Default> Held<R> {
    /// Takes a row out.
    #[inline]
    pub(super) fn take(&mut self, number: u32) -> R {
        std::mem::take(&mut self.pieces[number as usize / PIECE][number as usize % PIECE])
    }
}

impl<R> IntoIterator for Held<R> {
    type Item = R;
    type IntoIter = std::iter::Flatten<std::vec::IntoIter<Vec<R>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.pieces.into_iter().flatten()
    }
}
