//! Smaller pictures by area averaging: each pixel is the mean of what it covers, so that thin letters stay legible,
//! in whole numbers and with no memory beyond the result and two rows.

use std::ops::Range;

use image::RgbImage;

/// The picture with its longer side at most `side` pixels; one that fits is returned as it is.
pub fn to_fit(picture: RgbImage, side: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    if longer <= side {
        return picture;
    }
    let scaled = |length: u32| {
        let scaled = (u64::from(length) * u64::from(side) + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(scaled).unwrap_or(side).max(1)
    };
    to(&picture, scaled(width), scaled(height))
}

/// The picture at exactly `width` by `height`, neither larger than it was.
fn to(picture: &RgbImage, width: u32, height: u32) -> RgbImage {
    let across: Vec<Cover> = (0..width).map(|x| Cover::of(x, picture.width(), width)).collect();
    let area = u64::from(picture.width()) * u64::from(picture.height());
    let stride = picture.width() as usize * 3;
    let source = picture.as_raw();
    let mut result = RgbImage::new(width, height);
    let mut sums = vec![0_u64; width as usize * 3];
    for (y, row) in (0..height).zip(result.chunks_exact_mut(width as usize * 3)) {
        sums.fill(0);
        let down = Cover::of(y, picture.height(), height);
        for line in down.pixels() {
            let weight = down.weight(line);
            add_row(&source[line * stride..][..stride], &across, weight, &mut sums);
        }
        for (channel, sum) in row.iter_mut().zip(&sums) {
            *channel = u8::try_from((sum + area / 2) / area).unwrap_or(u8::MAX);
        }
    }
    result
}

/// Adds `weight` times a source row, averaged across, to `sums`.
fn add_row(row: &[u8], across: &[Cover], weight: u64, sums: &mut [u64]) {
    let (pixels, _) = row.as_chunks::<3>();
    for (cover, sum) in across.iter().zip(sums.as_chunks_mut::<3>().0) {
        let mut mean = [0_u64; 3];
        for x in cover.pixels() {
            let share = cover.weight(x);
            for (channel, value) in mean.iter_mut().zip(pixels[x]) {
                *channel += share * u64::from(value);
            }
        }
        for (total, channel) in sum.iter_mut().zip(mean) {
            *total += weight * channel;
        }
    }
}

/// The part of a source line that one pixel of the result covers, in units of one source pixel divided by `scale`.
struct Cover {
    part: Range<u64>,
    scale: u64,
}

impl Cover {
    /// What pixel `index` of a line of `to` pixels covers of a line of `from`.
    fn of(index: u32, from: u32, to: u32) -> Self {
        let start = u64::from(index) * u64::from(from);
        Self { part: start..start + u64::from(from), scale: u64::from(to) }
    }

    /// The source pixels that are touched.
    fn pixels(&self) -> Range<usize> {
        let first = self.part.start / self.scale;
        let end = self.part.end.div_ceil(self.scale);
        usize::try_from(first).unwrap_or(usize::MAX)..usize::try_from(end).unwrap_or(usize::MAX)
    }

    /// How much of source pixel `index` is covered; the sum over all pixels is the length of the source line.
    fn weight(&self, index: usize) -> u64 {
        let start = index as u64 * self.scale;
        (start + self.scale).min(self.part.end) - start.max(self.part.start)
    }
}

#[cfg(test)]
mod tests {
    use image::{Rgb, RgbImage};

    use super::{to, to_fit};

    #[test]
    fn a_small_picture_is_left_alone() {
        let picture = RgbImage::from_fn(7, 3, |x, y| Rgb([x as u8, y as u8, 9]));
        assert_eq!(to_fit(picture.clone(), 7), picture);
    }

    #[test]
    fn proportions_are_kept() {
        assert_eq!(to_fit(RgbImage::new(400, 300), 240).dimensions(), (240, 180));
        assert_eq!(to_fit(RgbImage::new(3, 9_000), 240).dimensions(), (1, 240));
    }

    #[test]
    fn each_pixel_is_the_mean_of_what_it_covers() {
        let picture = RgbImage::from_fn(3, 1, |x, _| Rgb([[0, 90, 240][x as usize]; 3]));
        assert_eq!(to(&picture, 2, 1).into_raw(), [30, 30, 30, 190, 190, 190]);
        let board = RgbImage::from_fn(64, 64, |x, y| Rgb([if (x + y) % 2 == 0 { 255 } else { 0 }; 3]));
        assert!(to(&board, 16, 16).iter().all(|&channel| channel == 128));
    }

    #[test]
    fn one_colour_stays_that_colour() {
        let plain = RgbImage::from_pixel(1_001, 77, Rgb([3, 200, 255]));
        assert!(to(&plain, 113, 13).pixels().all(|pixel| pixel.0 == [3, 200, 255]));
    }
}
