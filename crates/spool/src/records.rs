use crate::read_exact_at;
use serde::de::DeserializeOwned;
use std::{fs::File, io};

/// How much is read at once where the length of a record is not known yet: most records are shorter.
const AT_ONCE: u64 = 512;

/// How much is read at once where records are read one after another.
const AHEAD: u64 = 1 << 16;

/// A file of records, as a [`Spool`](crate::Spool) has filled it.
#[derive(Debug)]
pub struct Records {
    file: File,
    len: u64,
}

impl Records {
    /// The records in the first `len` bytes of a file.
    #[must_use]
    pub fn new(file: File, len: u64) -> Self {
        Self { file, len }
    }

    /// How many bytes the file of them has.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of the record at a place.
    pub fn read_bytes(&self, place: u64) -> io::Result<Vec<u8>> {
        read(&self.file, place, self.len)
    }

    /// The value at a place.
    pub fn read<T: DeserializeOwned>(&self, place: u64) -> io::Result<T> {
        decode(&self.read_bytes(place)?)
    }

    /// Every record with its place, in the order in which they were added.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter { records: self, place: 0, ahead: Vec::new(), at: 0 }
    }

    /// Every record's value, in the order in which they were added.
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

/// Reads a value from the bytes of its record.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> io::Result<T> {
    postcard::from_bytes(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

pub(crate) fn read(file: &File, place: u64, end: u64) -> io::Result<Vec<u8>> {
    let first = AT_ONCE.min(end.saturating_sub(place));
    let mut bytes = vec![0; usize::try_from(first).expect("it is small")];
    read_exact_at(file, &mut bytes, place)?;
    let len = length(&bytes)?;
    if place + 4 + len as u64 > end {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let read = bytes.len();
    bytes.resize(4 + len, 0);
    if 4 + len > read {
        read_exact_at(file, &mut bytes[read..], place + read as u64)?;
    }
    bytes.drain(..4);
    Ok(bytes)
}

/// The length that a record begins with.
fn length(bytes: &[u8]) -> io::Result<usize> {
    let len = bytes.first_chunk().ok_or(io::ErrorKind::UnexpectedEof)?;
    Ok(u32::from_le_bytes(*len) as usize)
}

/// Reads records one after another.
#[derive(Debug)]
pub struct Iter<'a> {
    records: &'a Records,
    /// The place of the next record.
    place: u64,
    /// What is read of the file from the next record on, after its first `at` bytes.
    ahead: Vec<u8>,
    at: usize,
}

impl Iter<'_> {
    /// Sees to it that so many bytes are read.
    fn have(&mut self, len: usize) -> io::Result<()> {
        if self.ahead.len() - self.at >= len {
            return Ok(());
        }
        self.ahead.drain(..self.at);
        self.at = 0;
        let read = self.ahead.len();
        let left = self.records.len - self.place - read as u64;
        let more = AHEAD.max((len - read) as u64).min(left);
        self.ahead.resize(read + usize::try_from(more).expect("it fits into memory"), 0);
        read_exact_at(&self.records.file, &mut self.ahead[read..], self.place + read as u64)?;
        if self.ahead.len() < len { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }

    fn record(&mut self) -> io::Result<(u64, Vec<u8>)> {
        self.have(4)?;
        let len = length(&self.ahead[self.at..])?;
        self.have(4 + len)?;
        let record = self.ahead[self.at + 4..][..len].to_vec();
        let place = self.place;
        self.at += 4 + len;
        self.place += 4 + len as u64;
        Ok((place, record))
    }
}

impl Iterator for Iter<'_> {
    type Item = io::Result<(u64, Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.place >= self.records.len {
            return None;
        }
        let record = self.record();
        if record.is_err() {
            // What cannot be read is not tried again.
            self.place = self.records.len;
        }
        Some(record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Spool;

    #[test]
    fn records_come_back_from_their_places_and_in_their_order() {
        let record = |number: usize| vec![u8::try_from(number % 251).unwrap(); number * 37 % 200_000];
        let mut spool = Spool::new(None).unwrap();
        let places: Vec<u64> = (0..300).map(|number| spool.push_bytes(&record(number)).unwrap()).collect();
        spool.flush().unwrap();
        assert_eq!(spool.read(places[7]).unwrap(), record(7));
        let records = spool.into_records().unwrap();
        for number in [299, 0, 170, 3] {
            assert_eq!(records.read_bytes(places[number]).unwrap(), record(number));
        }
        let all: Vec<_> = records.iter().map(Result::unwrap).collect();
        assert_eq!(all, places.into_iter().zip((0..300).map(record)).collect::<Vec<_>>());
    }

    #[test]
    fn values_come_back() {
        let value = |number: u32| (number, format!("värde {number}"), vec![Some(number); 3]);
        let mut spool = Spool::new(None).unwrap();
        let places: Vec<u64> = (0..20).map(|number| spool.push(&value(number)).unwrap()).collect();
        let records = spool.into_records().unwrap();
        assert_eq!(records.read::<(u32, String, Vec<Option<u32>>)>(places[11]).unwrap(), value(11));
        let all: Vec<(u32, String, Vec<Option<u32>>)> = records.values().map(Result::unwrap).collect();
        assert_eq!(all, (0..20).map(value).collect::<Vec<_>>());
    }

    #[test]
    fn a_file_that_was_cut_off_is_an_error_and_no_panic() {
        let mut spool = Spool::new(None).unwrap();
        let place = spool.push_bytes(&[0xFF; 1000]).unwrap();
        let records = spool.into_records().unwrap();
        for len in [1, 3, 4, 600] {
            let cut = Records::new(records.file.try_clone().unwrap(), len);
            assert!(cut.read_bytes(place).is_err(), "{len}");
            assert_eq!(cut.iter().filter(Result::is_err).count(), 1, "{len}");
        }
        assert!(Records::new(records.file.try_clone().unwrap(), 5000).iter().any(|record| record.is_err()));
        assert!(records.read::<String>(place).is_err());
    }
}
