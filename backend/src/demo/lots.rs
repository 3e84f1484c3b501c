//! Lots: a tiny generator whose every draw is known beforehand, so that a demo is always the same.

use sha2::{Digest, Sha256};

/// Draws that depend on nothing but a seed. Never for anything that must stay secret.
#[derive(Clone, Debug)]
pub struct Lots {
    seed: &'static str,
    n_drawn: u64,
}

impl Lots {
    /// Draws that begin with this seed.
    pub fn new(seed: &'static str) -> Self {
        Self { seed, n_drawn: 0 }
    }

    /// The next 32 bytes.
    pub fn bytes(&mut self) -> [u8; 32] {
        self.n_drawn += 1;
        Sha256::digest(format!("{}/{}", self.seed, self.n_drawn).as_bytes()).into()
    }

    /// A whole number below `limit`, which must not be zero.
    ///
    /// The last numbers are rarer by less than one in a billion, which no demo notices.
    pub fn below(&mut self, limit: u64) -> u64 {
        let bytes = self.bytes();
        let first: [u8; 8] = bytes[..8].try_into().expect("32 bytes hold eight");
        (u64::from_be_bytes(first) >> 16) % limit
    }

    /// Does something happen that happens this often in a hundred times?
    pub fn happens(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these places, the heavier the likelier; some weight must not be zero.
    pub fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            if left < *weight {
                return place;
            }
            left -= weight;
        }
        weights.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_and_heavier_comes_oftener() {
        let draw = |seed| {
            let mut lots = Lots::new(seed);
            (0..1_000).map(|_| lots.weighted(&[1, 0, 3])).collect::<Vec<_>>()
        };
        assert_eq!(draw("a"), draw("a"));
        assert_ne!(draw("a"), draw("b"));
        let drawn = draw("a");
        let n_of = |place| drawn.iter().filter(|drawn| **drawn == place).count();
        assert_eq!(n_of(1), 0);
        assert!(n_of(2) > 2 * n_of(0));
    }
}
