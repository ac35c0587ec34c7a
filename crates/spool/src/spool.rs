use crate::{Binding, Iter, Records, frame::Head};
use serde::Serialize;
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

/// A writer of records: the length of each in four bytes (little-endian), a checksum in eight, then its bytes.
#[derive(Debug)]
pub struct Spool {
    file: BufWriter<File>,
    binding: Binding,
    end: u64,
    scratch: Vec<u8>,
}

impl Spool {
    /// Creates a spool in an anonymous file of `folder`; `None` is the folder of the system for temporary files.
    pub fn new(folder: Option<&Path>) -> io::Result<Self> {
        let file = match folder {
            Some(folder) => tempfile::tempfile_in(folder)?,
            None => tempfile::tempfile()?,
        };
        Ok(Self::into_file(file, Binding::default()))
    }

    /// Creates a spool in an empty file. Only a reader with the same binding takes its records.
    #[must_use]
    pub fn into_file(file: File, binding: Binding) -> Self {
        Self { file: BufWriter::with_capacity(1 << 16, file), binding, end: 0, scratch: Vec::new() }
    }

    /// Adds a record and returns its offset.
    pub fn push_bytes(&mut self, record: &[u8]) -> io::Result<u64> {
        let offset = self.end;
        let head = Head::new(&self.binding, offset, record).to_bytes()?;
        self.file.write_all(&head)?;
        self.file.write_all(record)?;
        self.end += (head.len() + record.len()) as u64;
        Ok(offset)
    }

    /// Adds a value as a record, in the format of postcard, and returns its offset.
    pub fn push(&mut self, value: &impl Serialize) -> io::Result<u64> {
        self.scratch.clear();
        let bytes = postcard::to_extend(value, std::mem::take(&mut self.scratch)).map_err(io::Error::other)?;
        let offset = self.push_bytes(&bytes)?;
        self.scratch = bytes;
        Ok(offset)
    }

    /// Writes buffered records to the file, so that they can be read.
    pub fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }

    /// Reads the bytes of a flushed record.
    pub fn read(&self, offset: u64) -> io::Result<Vec<u8>> {
        crate::records::read(self.file.get_ref(), offset, self.end, &self.binding)
    }

    /// Returns the records for reading.
    pub fn into_records(self) -> io::Result<Records> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Records::new(file, self.end, self.binding))
    }

    /// Adds the remaining records of an iterator.
    pub fn extend(&mut self, records: Iter<'_>) -> io::Result<()> {
        for record in records {
            self.push_bytes(&record?.1)?;
        }
        Ok(())
    }
}
