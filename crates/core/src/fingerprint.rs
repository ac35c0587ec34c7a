use sha2::{Digest, Sha256};
use std::{
    fmt,
    hash::{Hash, Hasher},
    io::{self, Read},
};

/// Fingerprint of a value: 128 bits of SHA-256 over its [`Hash`]. Equal values have equal fingerprints in all runs of
/// one build of the program.
///
/// Another build may hash a value in another way, so that no output holds the fingerprint of one. That of bytes is the
/// same in every build.
///
/// Most processors have instructions for SHA-256, which make it faster than BLAKE3 without assembler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 16]);

impl Fingerprint {
    /// Returns the fingerprint of a value.
    #[must_use]
    pub fn of(value: &(impl Hash + ?Sized)) -> Self {
        let mut bytes = Bytes(Vec::new());
        value.hash(&mut bytes);
        Self::of_bytes(&bytes.0)
    }

    /// Returns the fingerprint of bytes.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self::new(sha256(bytes))
    }

    /// Returns the fingerprint of all bytes that are read.
    pub fn of_reader(reader: impl Read) -> io::Result<Self> {
        sha256_of_reader(reader).map(Self::new)
    }

    /// Returns the fingerprint of bytes, given their SHA-256.
    #[must_use]
    pub fn of_hash(hash: [u8; 32]) -> Self {
        Self::new(hash)
    }

    fn new(hash: [u8; 32]) -> Self {
        Self(*hash.first_chunk().expect("a hash has 32 bytes"))
    }
}

/// Returns the SHA-256 (FIPS 180-4) of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Returns the SHA-256 of all bytes that are read.
pub fn sha256_of_reader(mut reader: impl Read) -> io::Result<[u8; 32]> {
    let (mut hash, mut block) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match reader.read(&mut block) {
            Ok(0) => return Ok(hash.finalize().into()),
            Ok(len) => hash.update(&block[..len]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// Buffer for what a value passes to a hasher, so that it is hashed at once.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Returns the beginning of the hash. Nothing uses it; the bytes count.
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
        assert_eq!(Fingerprint::of_reader(&b"abc"[..]).unwrap(), Fingerprint::of_bytes(b"abc"));
        assert_eq!(Fingerprint::of_bytes(b"").to_string(), "e3b0c44298fc1c149afbf4c8996fb924", "SHA-256 of nothing");
    }
}
