use crate::read_exact_at;
use serde::de::DeserializeOwned;
use std::{fs::File, io};

/// Number of bytes read before the length of a record is known; most records are shorter.
const FIRST_READ: u64 = 512;

/// Minimum number of bytes read at once by an iterator.
const READ_AHEAD: u64 = 1 << 16;

/// A file of records, written by a [`Spool`](crate::Spool).
#[derive(Debug)]
pub struct Records {
    file: File,
    len: u64,
}

impl Records {
    /// Creates a reader of the first `len` bytes of a file.
    #[must_use]
    pub fn new(file: File, len: u64) -> Self {
        Self { file, len }
    }

    /// Returns the size of the records, in bytes.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Returns whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Reads the bytes of the record at an offset.
    pub fn read_bytes(&self, offset: u64) -> io::Result<Vec<u8>> {
        read(&self.file, offset, self.len)
    }

    /// Reads the value at an offset.
    pub fn read<T: DeserializeOwned>(&self, offset: u64) -> io::Result<T> {
        decode(&self.read_bytes(offset)?)
    }

    /// Iterates over the records with their offsets, in the order in which they were added.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter { records: self, offset: 0, buffer: Vec::new(), position: 0 }
    }

    /// Iterates over the values, in the order in which they were added.
    pub fn values<T: DeserializeOwned>(&self) -> impl Iterator<Item = io::Result<T>> {
        self.iter().map(|record| decode(&record?.1))
    }
}

impl<'a> IntoIterator for &'a Records {
    type Item = io::Result<(u64, Vec<u8>)>;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// Decodes a value from the bytes of its record.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    postcard::from_bytes(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// Reads the record at an offset of a file that ends at `end`.
pub(crate) fn read(file: &File, offset: u64, end: u64) -> io::Result<Vec<u8>> {
    let first = FIRST_READ.min(end.saturating_sub(offset));
    let mut bytes = vec![0; usize::try_from(first).expect("it is at most `FIRST_READ`")];
    read_exact_at(file, &mut bytes, offset)?;
    let len = length(&bytes)?;
    if offset + 4 + len as u64 > end {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let read = bytes.len();
    bytes.resize(4 + len, 0);
    if 4 + len > read {
        read_exact_at(file, &mut bytes[read..], offset + read as u64)?;
    }
    bytes.drain(..4);
    Ok(bytes)
}

/// Decodes the length that a record begins with.
fn length(bytes: &[u8]) -> io::Result<usize> {
    let len = bytes.first_chunk().ok_or(io::ErrorKind::UnexpectedEof)?;
    Ok(u32::from_le_bytes(*len) as usize)
}

/// Iterator over records.
#[derive(Debug)]
pub struct Iter<'a> {
    records: &'a Records,
    /// Offset of the next record.
    offset: u64,
    /// Bytes read ahead; those of the next record begin at `position`.
    buffer: Vec<u8>,
    position: usize,
}

impl Iter<'_> {
    /// Reads ahead until the buffer has so many bytes.
    fn fill(&mut self, len: usize) -> io::Result<()> {
        if self.buffer.len() - self.position >= len {
            return Ok(());
        }
        self.buffer.drain(..self.position);
        self.position = 0;
        let read = self.buffer.len();
        let left = self.records.len - self.offset - read as u64;
        let more = READ_AHEAD.max((len - read) as u64).min(left);
        self.buffer.resize(read + usize::try_from(more).expect("it fits into memory"), 0);
        read_exact_at(&self.records.file, &mut self.buffer[read..], self.offset + read as u64)?;
        if self.buffer.len() < len { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    fn record(&mut self) -> io::Result<(u64, Vec<u8>)> {
        self.fill(4)?;
        let len = length(&self.buffer[self.position..])?;
        self.fill(4 + len)?;
        let record = self.buffer[self.position + 4..][..len].to_vec();
        let offset = self.offset;
        self.position += 4 + len;
        self.offset += 4 + len as u64;
        Ok((offset, record))
    }
}

impl Iterator for Iter<'_> {
    type Item = io::Result<(u64, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.offset >= self.records.len {
            return None;
        }
        let record = self.record();
        if record.is_err() {
            // Stop at the first error.
            self.offset = self.records.len;
        }
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Spool;

    #[test]
    fn records_are_read_back_by_offset_and_in_order() {
        let record = |number: usize| vec![u8::try_from(number % 251).unwrap(); number * 37 % 200_000];
        let mut spool = Spool::new(None).unwrap();
        let offsets: Vec<u64> = (0..300).map(|number| spool.push_bytes(&record(number)).unwrap()).collect();
        spool.flush().unwrap();
        assert_eq!(spool.read(offsets[7]).unwrap(), record(7));
        let records = spool.into_records().unwrap();
        for number in [299, 0, 170, 3] {
            assert_eq!(records.read_bytes(offsets[number]).unwrap(), record(number));
        }
        let all: Vec<_> = records.iter().map(Result::unwrap).collect();
        assert_eq!(all, offsets.into_iter().zip((0..300).map(record)).collect::<Vec<_>>());
    }

    #[test]
    fn values_are_read_back() {
        let value = |number: u32| (number, format!("värde {number}"), vec![Some(number); 3]);
        let mut spool = Spool::new(None).unwrap();
        let offsets: Vec<u64> = (0..20).map(|number| spool.push(&value(number)).unwrap()).collect();
        let records = spool.into_records().unwrap();
        assert_eq!(records.read::<(u32, String, Vec<Option<u32>>)>(offsets[11]).unwrap(), value(11));
        let all: Vec<(u32, String, Vec<Option<u32>>)> = records.values().map(Result::unwrap).collect();
        assert_eq!(all, (0..20).map(value).collect::<Vec<_>>());
    }

    #[test]
    fn a_truncated_file_is_an_error() {
        let mut spool = Spool::new(None).unwrap();
        let offset = spool.push_bytes(&[0xFF; 1000]).unwrap();
        let records = spool.into_records().unwrap();
        for len in [1, 3, 4, 600] {
            let cut = Records::new(records.file.try_clone().unwrap(), len);
            assert!(cut.read_bytes(offset).is_err(), "{len}");
            assert_eq!(cut.iter().filter(Result::is_err).count(), 1, "{len}");
        }
        assert!(Records::new(records.file.try_clone().unwrap(), 5000).iter().any(|record| record.is_err()));
        assert!(records.read::<String>(offset).is_err());
    }
}
