use crate::{
    frame::{Binding, HEAD, Head},
    read_exact_at,
};
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
    binding: Binding,
}

impl Records {
    /// Creates a reader of the first `len` bytes of a file, whose records were written with the same binding.
    #[must_use]
    pub fn new(file: File, len: u64, binding: Binding) -> Self {
        Self { file, len, binding }
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

    /// Reads the bytes of the record at an offset. Fails if it is not the record that was written there.
    pub fn read_bytes(&self, offset: u64) -> io::Result<Vec<u8>> {
        read(&self.file, offset, self.len, &self.binding)
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
pub(crate) fn read(file: &File, offset: u64, end: u64, binding: &Binding) -> io::Result<Vec<u8>> {
    let left = end.saturating_sub(offset);
    let first = FIRST_READ.min(left);
    let mut bytes = vec![0; usize::try_from(first).expect("it is at most `FIRST_READ`")];
    read_exact_at(file, &mut bytes, offset)?;
    let head = Head::read(&bytes, left)?;
    let read = bytes.len();
    bytes.resize(HEAD + head.len, 0);
    if HEAD + head.len > read {
        read_exact_at(file, &mut bytes[read..], offset + read as u64)?;
    }
    bytes.drain(..HEAD);
    head.check(binding, offset, &bytes)?;
    Ok(bytes)
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
        self.fill(HEAD)?;
        let head = Head::read(&self.buffer[self.position..], self.records.len - self.offset)?;
        self.fill(HEAD + head.len)?;
        let record = self.buffer[self.position + HEAD..][..head.len].to_vec();
        let offset = self.offset;
        head.check(&self.records.binding, offset, &record)?;
        self.position += HEAD + head.len;
        self.offset += (HEAD + head.len) as u64;
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
    use std::io::Write;

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
        let of_length = |len| Records::new(records.file.try_clone().unwrap(), len, records.binding);
        for len in [1, 3, 4, 11, 12, 600] {
            let cut = of_length(len);
            assert!(cut.read_bytes(offset).is_err(), "{len}");
            assert_eq!(cut.iter().filter(Result::is_err).count(), 1, "{len}");
        }
        assert!(of_length(5000).iter().any(|record| record.is_err()));
        assert!(records.read::<String>(offset).is_err());
    }

    const BINDING: Binding = [7; 16];

    /// Returns the records of a file with these bytes, or the first error.
    fn read_all(bytes: &[u8], binding: Binding) -> io::Result<Vec<Vec<u8>>> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let records = Records::new(file, bytes.len() as u64, binding);
        let mut offset = 0;
        let all = records.iter().map(|record| {
            let (at, bytes) = record?;
            assert_eq!(at, offset);
            assert_eq!(records.read_bytes(offset).unwrap(), bytes, "both ways of reading agree");
            offset += (HEAD + bytes.len()) as u64;
            Ok(bytes)
        });
        let all = all.collect();
        assert!(offset == records.len() || records.read_bytes(offset).is_err(), "both ways of reading agree");
        all
    }

    #[test]
    fn a_damaged_record_is_an_error() {
        let written = [b"one".to_vec(), b"two".to_vec(), Vec::new(), vec![3; 700]];
        let mut spool = Spool::into_file(tempfile::tempfile().unwrap(), BINDING);
        let offsets: Vec<usize> =
            written.iter().map(|record| usize::try_from(spool.push_bytes(record).unwrap()).unwrap()).collect();
        let records = spool.into_records().unwrap();
        let mut bytes = vec![0; usize::try_from(records.len()).unwrap()];
        read_exact_at(&records.file, &mut bytes, 0).unwrap();

        assert_eq!(read_all(&bytes, BINDING).unwrap(), written);
        assert!(read_all(&bytes, [8; 16]).is_err(), "another file");
        for at in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[at / 8] ^= 1 << (at % 8);
            assert!(read_all(&flipped, BINDING).is_err(), "bit {at}");
        }
        for len in 1..bytes.len() {
            let cut = read_all(&bytes[..len], BINDING);
            assert!(offsets.contains(&len) || cut.is_err(), "the first {len} bytes");
        }
        let (one, two, rest) = (&bytes[..offsets[1]], &bytes[offsets[1]..offsets[2]], &bytes[offsets[2]..]);
        for moved in [[two, one, rest], [one, one, rest], [two, rest, &[]], [one, &[], rest], [&[0; 24], two, rest]] {
            assert!(read_all(&moved.concat(), BINDING).is_err());
        }
    }

    /// A length is believed only as far as the file reaches, before any memory is taken for it.
    #[test]
    fn an_absurd_length_is_an_error() {
        for len in [5_u32, 1 << 20, u32::MAX] {
            let bytes = [&len.to_le_bytes()[..], &[0; 12]].concat();
            assert!(read_all(&bytes, BINDING).is_err(), "{len}");
        }
    }
}
