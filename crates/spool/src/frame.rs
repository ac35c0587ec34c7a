use std::{hash::Hasher, io};
use twox_hash::XxHash3_64;

/// Number that a file of records is bound to: only a reader with the same number takes them.
///
/// A file that is kept has one of its own, so that it cannot stand in for another. An anonymous file needs none: zeros.
pub type Binding = [u8; 16];

/// Number of bytes before a record: its length and its checksum.
pub(crate) const HEAD: usize = 4 + CHECKSUM;

/// Number of bytes of a checksum.
const CHECKSUM: usize = 8;

/// The bytes before a record.
pub(crate) struct Head {
    /// Length of the record.
    pub(crate) len: usize,
    checksum: [u8; CHECKSUM],
}

impl Head {
    /// Creates the head of a record that is written at an offset.
    pub(crate) fn new(binding: &Binding, offset: u64, record: &[u8]) -> Self {
        Self { len: record.len(), checksum: checksum(binding, offset, record) }
    }

    /// Returns the bytes; fails if a record is too long.
    pub(crate) fn to_bytes(&self) -> io::Result<[u8; HEAD]> {
        let len = u32::try_from(self.len).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
        let mut bytes = [0; HEAD];
        bytes[..4].copy_from_slice(&len.to_le_bytes());
        bytes[4..].copy_from_slice(&self.checksum);
        Ok(bytes)
    }

    /// Reads the head from the beginning of some bytes. Fails if the record would be longer than what is left of the file.
    pub(crate) fn read(bytes: &[u8], left: u64) -> io::Result<Self> {
        let (len, rest) = bytes.split_first_chunk().ok_or(io::ErrorKind::UnexpectedEof)?;
        let checksum = *rest.first_chunk().ok_or(io::ErrorKind::UnexpectedEof)?;
        let len = u32::from_le_bytes(*len);
        if HEAD as u64 + u64::from(len) > left {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(Self { len: len as usize, checksum })
    }

    /// Fails if a record is not the one that was written at this offset with this binding.
    pub(crate) fn check(&self, binding: &Binding, offset: u64, record: &[u8]) -> io::Result<()> {
        let is_same = checksum(binding, offset, record) == self.checksum;
        if is_same { Ok(()) } else { Err(io::Error::new(io::ErrorKind::InvalidData, "a damaged record")) }
    }
}

/// Returns the checksum of a record, which also tells where it belongs.
fn checksum(binding: &Binding, offset: u64, record: &[u8]) -> [u8; CHECKSUM] {
    let mut hash = XxHash3_64::with_seed(offset);
    hash.write(binding);
    hash.write(record);
    hash.finish().to_le_bytes()
}
