use crate::{
    FileEntry, PublishError,
    section::Section,
    staging::{StagedFile, Staging},
};
use anslag_spool::{Checksum, read_exact_at};
use std::{fs::File, io::Write};

/// A large file that is put together from new pieces and pieces of the file that was published before.
///
/// As long as the two files are the same, nothing is written, and only what new pieces are compared with is read. If they
/// are the same to their ends, the old file is taken over.
pub(crate) struct DumpFile<'s> {
    name: String,
    staging: &'s Staging<'s>,
    old: Option<Old>,
    /// The sections that both files begin with, as long as they do not differ.
    same: Vec<Section>,
    /// The new file, once it differs from the old one.
    new: Option<StagedFile>,
    /// The length so far, in bytes.
    len: u64,
}

struct Old {
    file: File,
    len: u64,
}

impl<'s> DumpFile<'s> {
    /// Begins a file, given its path in the layout.
    pub(crate) fn new(name: String, staging: &'s Staging<'s>) -> Self {
        let previous = staging.previous();
        let old =
            previous.entry(&name).and_then(|entry| Some(Old { file: previous.open(&name).ok()?, len: entry.size }));
        Self { name, staging, old, same: Vec::new(), new: None, len: 0 }
    }

    /// Returns whether there is an old file to take pieces of.
    pub(crate) fn has_old(&self) -> bool {
        self.old.is_some()
    }

    /// Returns the length so far, which is the start of the next piece.
    pub(crate) fn len(&self) -> u64 {
        self.len
    }

    /// Adds bytes, given their checksum.
    pub(crate) fn push(&mut self, bytes: &[u8], checksum: Checksum) -> Result<(), PublishError> {
        let end = self.len + bytes.len() as u64;
        if self.new.is_none() && self.old_goes_on_with(bytes) {
            self.same.push(Section { range: self.len..end, checksum });
        } else {
            self.begun()?.add(|out| out.write_all(bytes))?;
        }
        self.len = end;
        Ok(())
    }

    /// Adds a section of the old file. Fails if it is damaged and has to be copied.
    pub(crate) fn push_old(&mut self, section: Section) -> Result<(), PublishError> {
        let len = section.range.end - section.range.start;
        if self.new.is_none() && section.range.start == self.len {
            self.same.push(section);
        } else {
            self.begun()?;
            self.copy(&section)?;
        }
        self.len += len;
        Ok(())
    }

    /// Finishes the file.
    pub(crate) fn finish(mut self) -> Result<FileEntry, PublishError> {
        let is_old = self.new.is_none() && self.old.as_ref().is_some_and(|old| old.len == self.len);
        if is_old && let Some(entry) = self.staging.keep(&self.name)? {
            return Ok(entry);
        }
        self.begun()?;
        let file = self.new.take().expect("it was begun");
        self.staging.finish(file)
    }

    fn old_goes_on_with(&self, bytes: &[u8]) -> bool {
        let Some(old) = &self.old else { return false };
        let mut found = vec![0; bytes.len()];
        self.len + bytes.len() as u64 <= old.len
            && read_exact_at(&old.file, &mut found, self.len).is_ok()
            && found == bytes
    }

    /// Returns the new file. Begins it with what both files have, if there is none yet.
    fn begun(&mut self) -> Result<&mut StagedFile, PublishError> {
        if self.new.is_none() {
            self.new = Some(self.staging.create(&self.name)?);
            for section in std::mem::take(&mut self.same) {
                self.copy(&section)?;
            }
        }
        Ok(self.new.as_mut().expect("it was begun"))
    }

    /// Copies a section of the old file into the new one. Fails if its bytes are not those that were written.
    fn copy(&mut self, section: &Section) -> Result<(), PublishError> {
        let damaged = || PublishError::ChangedFile { path: self.name.clone() };
        let old = self.old.as_ref().filter(|old| section.range.end <= old.len).ok_or_else(damaged)?;
        let len = usize::try_from(section.range.end - section.range.start).map_err(|_| damaged())?;
        let mut bytes = vec![0; len];
        // A disk that cannot read it is damage too.
        read_exact_at(&old.file, &mut bytes, section.range.start).map_err(|_| damaged())?;
        if Checksum::of(&bytes) != section.checksum {
            return Err(damaged());
        }
        self.new.as_mut().expect("it was begun").add(|out| out.write_all(&bytes))
    }
}
