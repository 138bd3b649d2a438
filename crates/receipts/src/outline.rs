//! The outline of the dark modules of a QR code as one SVG path.
//!
//! Squares drawn side by side show hairlines in many viewers; one outline does not, and is smaller.

use std::fmt::Write;

/// Path data for a square matrix of `side` modules in rows, dark where true, to be filled by the even-odd rule.
///
/// One unit is one module; `quiet` units of margin are added at the left and the top.
pub fn path(dark: &[bool], side: usize, quiet: usize) -> String {
    let mut edges = Edges::of(dark, side);
    let mut data = String::new();
    while let Some(start) = edges.any() {
        write!(data, "M{} {}", start.0 + quiet, start.1 + quiet).expect("writing to a string");
        trace(&mut edges, start, &mut data);
        data.push('z');
    }
    data
}

/// Follows one closed outline from `start` and writes its straight runs.
fn trace(edges: &mut Edges, start: (usize, usize), data: &mut String) {
    let mut at = start;
    let mut run: Option<(Way, usize)> = None;
    while let Some(way) = edges.take(at, run.map(|(way, _)| way)) {
        at = way.step(at);
        run = Some(match run {
            Some((same, length)) if same == way => (way, length + 1),
            Some((other, length)) => {
                other.write(length, data);
                (way, 1)
            }
            None => (way, 1),
        });
        if at == start {
            break;
        }
    }
    if let Some((way, length)) = run {
        way.write(length, data);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Right = 1,
    Down = 2,
    Left = 4,
    Up = 8,
}

impl Way {
    const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    fn step(self, (x, y): (usize, usize)) -> (usize, usize) {
        match self {
            Self::Right => (x + 1, y),
            Self::Down => (x, y + 1),
            Self::Left => (x - 1, y),
            Self::Up => (x, y - 1),
        }
    }

    fn write(self, length: usize, data: &mut String) {
        match self {
            Self::Right => write!(data, "h{length}"),
            Self::Down => write!(data, "v{length}"),
            Self::Left => write!(data, "h-{length}"),
            Self::Up => write!(data, "v-{length}"),
        }
        .expect("writing to a string");
    }
}

/// The borders between dark and light, by the corner that they leave from, with the dark to their right.
struct Edges {
    corners: Vec<u8>,
    width: usize,
    from: usize,
}

impl Edges {
    fn of(dark: &[bool], side: usize) -> Self {
        let width = side + 1;
        let mut corners = vec![0_u8; width * width];
        let is_dark = |x: usize, y: usize| x < side && y < side && dark[y * side + x];
        for y in 0..side {
            for x in (0..side).filter(|&x| is_dark(x, y)) {
                if y == 0 || !is_dark(x, y - 1) {
                    corners[y * width + x] |= Way::Right as u8;
                }
                if !is_dark(x + 1, y) {
                    corners[y * width + x + 1] |= Way::Down as u8;
                }
                if !is_dark(x, y + 1) {
                    corners[(y + 1) * width + x + 1] |= Way::Left as u8;
                }
                if x == 0 || !is_dark(x - 1, y) {
                    corners[(y + 1) * width + x] |= Way::Up as u8;
                }
            }
        }
        Self { corners, width, from: 0 }
    }

    /// The first corner that still has a border.
    fn any(&mut self) -> Option<(usize, usize)> {
        let offset = self.corners[self.from..].iter().position(|&ways| ways != 0)?;
        self.from += offset;
        Some((self.from % self.width, self.from / self.width))
    }

    /// Removes a border that leaves from `at`, one that goes straight on if there is one.
    fn take(&mut self, (x, y): (usize, usize), last: Option<Way>) -> Option<Way> {
        let ways = &mut self.corners[y * self.width + x];
        let way = last.into_iter().chain(Way::ALL).find(|&way| *ways & way as u8 != 0)?;
        *ways &= !(way as u8);
        Some(way)
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn one_module() {
        assert_eq!(path(&[true], 1, 4), "M4 4h1v1h-1v-1z");
    }

    #[test]
    fn a_ring_is_two_outlines() {
        let ring = [true, true, true, true, false, true, true, true, true];
        assert_eq!(path(&ring, 3, 0), "M0 0h3v3h-3v-3zM1 1v1h1v-1h-1z");
    }

    #[test]
    fn modules_that_touch_at_a_corner_cross_over() {
        let diagonal = [true, false, false, true];
        assert_eq!(path(&diagonal, 2, 0), "M0 0h1v1h1v1h-1v-1h-1v-1z");
    }
}
