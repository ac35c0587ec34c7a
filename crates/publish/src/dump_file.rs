use crate::{
    FileEntry, PublishError,
    error::Attempt,
    staging::{StagedFile, Staging},
};
use anslag_spool::read_exact_at;
use std::{fs::File, io::Write, ops::Range};

/// The number of bytes of an old file that are copied at once.
const BLOCK: usize = 1 << 18;

/// A large file that is put together from new pieces and pieces of the file that was published before.
///
/// As long as the two files are the same, nothing is written, and only what new pieces are compared with is read. If they
/// are the same to their ends, the old file is taken over.
pub(crate) struct DumpFile<'s> {
    name: String,
    staging: &'s Staging<'s>,
    old: Option<Old>,
    /// The part of the old file that comes next and is not copied yet.
    from_old: Range<u64>,
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
        Self { name, staging, old, from_old: 0..0, new: None, len: 0 }
    }

    /// Returns whether there is an old file to take pieces of.
    pub(crate) fn has_old(&self) -> bool {
        self.old.is_some()
    }

    /// Returns the length so far, which is the start of the next piece.
    pub(crate) fn len(&self) -> u64 {
        self.len
    }

    /// Adds bytes.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Result<(), PublishError> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.len += bytes.len() as u64;
        if self.new.is_none() && self.old_goes_on_with(bytes) {
            self.from_old.end += bytes.len() as u64;
            return Ok(());
        }
        self.copy_old()?;
        self.file()?.add(|out| out.write_all(bytes))
    }

    /// Adds a piece of the old file.
    pub(crate) fn push_old(&mut self, piece: Range<u64>) -> Result<(), PublishError> {
        self.len += piece.end - piece.start;
        if self.from_old.end != piece.start && !piece.is_empty() {
            self.copy_old()?;
            // From now on the files differ: the piece has another position.
            self.file()?;
            self.from_old = piece.start..piece.start;
        }
        if !piece.is_empty() {
            self.from_old.end = piece.end;
        }
        Ok(())
    }

    /// Finishes the file.
    pub(crate) fn finish(mut self) -> Result<FileEntry, PublishError> {
        let is_old = self.new.is_none() && self.old.as_ref().is_some_and(|old| self.from_old == (0..old.len));
        if is_old && let Some(entry) = self.staging.keep(&self.name)? {
            return Ok(entry);
        }
        self.copy_old()?;
        self.file()?;
        let file = self.new.take().expect("it was begun");
        self.staging.finish(file)
    }

    fn old_goes_on_with(&self, bytes: &[u8]) -> bool {
        let Some(old) = &self.old else { return false };
        let mut found = vec![0; bytes.len()];
        self.from_old.end + bytes.len() as u64 <= old.len
            && read_exact_at(&old.file, &mut found, self.from_old.end).is_ok()
            && found == bytes
    }

    /// Returns the new file; begins it if there is none yet.
    fn file(&mut self) -> Result<&mut StagedFile, PublishError> {
        if self.new.is_none() {
            self.new = Some(self.staging.create(&self.name)?);
        }
        Ok(self.new.as_mut().expect("it was begun"))
    }

    /// Copies the part of the old file that comes next.
    fn copy_old(&mut self) -> Result<(), PublishError> {
        let range = std::mem::replace(&mut self.from_old, 0..0);
        if range.is_empty() {
            return Ok(());
        }
        let old = self.old.take().expect("a part of the old file is wanted");
        let mut block = vec![0; BLOCK];
        let mut at = range.start;
        let outcome = loop {
            let left = usize::try_from(range.end - at).unwrap_or(BLOCK).min(BLOCK);
            if left == 0 {
                break Ok(());
            }
            let read = read_exact_at(&old.file, &mut block[..left], at);
            if let Err(error) = read.map_err(PublishError::io(Attempt::Read, &self.name)) {
                break Err(error);
            }
            if let Err(error) = self.file().and_then(|file| file.add(|out| out.write_all(&block[..left]))) {
                break Err(error);
            }
            at += left as u64;
        };
        self.old = Some(old);
        outcome
    }
}
