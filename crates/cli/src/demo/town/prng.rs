//! SplitMix64 (Steele, Lea, Flood, 2014): small, and the same on every machine. For invented things only.

/// A stream of numbers that its seed decides.
pub(super) struct SplitMix64(u64);

impl SplitMix64 {
    pub(super) fn new(seed: u64) -> SplitMix64 {
        SplitMix64(seed)
    }

    /// The next 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `0` to `below - 1`.
    pub(super) fn below(&mut self, below: u32) -> u32 {
        // The top 32 bits, scaled: the bias is far below what a demo could show.
        let scaled = (self.next() >> 32) * u64::from(below);
        u32::try_from(scaled >> 32).unwrap_or(0)
    }

    /// True in `percent` of the cases.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// A GUID of version 4 in its canonical form.
    pub(super) fn guid(&mut self) -> String {
        let high = (self.next() & 0xffff_ffff_ffff_0fff) | 0x4000;
        let low = (self.next() & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000;
        format!("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xffff, high & 0xffff, low >> 48, low & 0xffff_ffff_ffff)
    }
}
