use std::{
    fmt,
    hash::{Hash, Hasher},
};

/// What tells whether a value is the same as in another run of the same program: 128 bits of BLAKE3 over its [`Hash`].
///
/// It holds for one build of the program: another may hash a value in another way. No output holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 16]);

impl Fingerprint {
    /// The fingerprint of a value.
    #[must_use]
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut bytes = Bytes(Vec::new());
        value.hash(&mut bytes);
        Self::of_bytes(&bytes.0)
    }

    /// The fingerprint of bytes as they stand.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&blake3::hash(bytes).as_bytes()[..16]);
        Self(first)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Takes what a value tells a hasher, to be hashed at once.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Nobody asks for the short hash; the bytes are what counts.
    fn finish(&self) -> u64 {
        u64::from_le_bytes(Fingerprint::of_bytes(&self.0).0[..8].try_into().expect("eight bytes are eight"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_has_another_fingerprint() {
        let of = |value: &[&str]| Fingerprint::of(value);
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        assert_ne!(of(&["a", "b"]), of(&["ab"]));
        assert_ne!(of(&["a", "b"]), of(&["b", "a"]));
        assert_eq!(Fingerprint::of_bytes(b"").to_string(), "af1349b9f5f9a1a6a0404dea36dcc949", "BLAKE3 of nothing");
    }
}
