use crate::{Iter, Records};
use serde::Serialize;
use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::Path,
};

/// A file of records that is being filled: of each its length, in four bytes, and its bytes.
#[derive(Debug)]
pub struct Spool {
    file: BufWriter<File>,
    end: u64,
    scratch: Vec<u8>,
}

impl Spool {
    /// An empty spool in a file without a name; in the folder where one is given, else where the system has such files.
    pub fn new(folder: Option<&Path>) -> io::Result<Self> {
        let file = match folder {
            Some(folder) => tempfile::tempfile_in(folder)?,
            None => tempfile::tempfile()?,
        };
        Ok(Self::into_file(file))
    }

    /// Fills a file that is empty.
    #[must_use]
    pub fn into_file(file: File) -> Self {
        Self { file: BufWriter::with_capacity(1 << 16, file), end: 0, scratch: Vec::new() }
    }

    /// Adds a record, and gives its place.
    pub fn push_bytes(&mut self, record: &[u8]) -> io::Result<u64> {
        let len = u32::try_from(record.len()).map_err(|_| io::Error::from(io::ErrorKind::FileTooLarge))?;
        let place = self.end;
        self.file.write_all(&len.to_le_bytes())?;
        self.file.write_all(record)?;
        self.end += 4 + u64::from(len);
        Ok(place)
    }

    /// Adds a value as a record (in the format of postcard), and gives its place.
    pub fn push(&mut self, value: &impl Serialize) -> io::Result<u64> {
        self.scratch.clear();
        let bytes = postcard::to_extend(value, std::mem::take(&mut self.scratch)).map_err(io::Error::other)?;
        let place = self.push_bytes(&bytes)?;
        self.scratch = bytes;
        Ok(place)
    }

    /// Hands over what is added so far, so that it can be read.
    pub fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }

    /// The bytes of the record at a place, which was handed over.
    pub fn read(&self, place: u64) -> io::Result<Vec<u8>> {
        crate::records::read(self.file.get_ref(), place, self.end)
    }

    /// Ends the filling: from now on it is read.
    pub fn into_records(self) -> io::Result<Records> {
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Records::new(file, self.end))
    }

    /// Adds every record that is left of others.
    pub fn extend(&mut self, records: Iter<'_>) -> io::Result<()> {
        for record in records {
            self.push_bytes(&record?.1)?;
        }
        Ok(())
    }
}
