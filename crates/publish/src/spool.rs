use anslag_feed::Rendered;
use std::{
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
    sync::{Mutex, PoisonError},
};
use tempfile::SpooledTempFile;

/// How many bytes stay in memory.
const IN_MEMORY: usize = 16 << 20;

/// The entries of all announcements in their order, each worked out once for all the pages and forms it stands in.
///
/// What does not fit into a little memory is in a file without a name on the target's file system, which is gone when the
/// program ends, however it does.
#[derive(Debug)]
pub(crate) struct Spool {
    file: Mutex<SpooledTempFile>,
    /// Where each entry begins.
    offsets: Vec<u64>,
    end: u64,
}

impl Spool {
    /// An empty spool for so many entries.
    pub(crate) fn new(folder: &Path, entries: usize) -> Self {
        let file = tempfile::spooled_tempfile_in(IN_MEMORY, folder);
        Self { file: Mutex::new(file), offsets: Vec::with_capacity(entries), end: 0 }
    }

    /// Adds the next entry: the lengths of its forms, then their bytes.
    pub(crate) fn push(&mut self, entry: &Rendered) -> io::Result<()> {
        let mut record: Vec<u8> = entry.0.iter().flat_map(|form| (form.len() as u64).to_le_bytes()).collect();
        entry.0.iter().for_each(|form| record.extend_from_slice(form));
        self.file.get_mut().unwrap_or_else(PoisonError::into_inner).write_all(&record)?;
        self.offsets.push(self.end);
        self.end += record.len() as u64;
        Ok(())
    }

    /// The entry with this number, counted from 0 in the order in which they were added.
    pub(crate) fn read(&self, number: usize) -> io::Result<Rendered> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.offsets[number]))?;
        let mut lengths = [[0; 8]; 3];
        for length in &mut lengths {
            file.read_exact(length)?;
        }
        let mut entry = Rendered::default();
        for (form, length) in entry.0.iter_mut().zip(lengths.map(u64::from_le_bytes)) {
            (&mut *file).take(length).read_to_end(form)?;
        }
        Ok(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_come_back_from_memory_and_from_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let entry = |number: usize| Rendered([vec![1; number], vec![], vec![3; IN_MEMORY / 20]]);
        let mut spool = Spool::new(folder.path(), 40);
        for number in 0..40 {
            spool.push(&entry(number)).unwrap();
        }
        assert!(spool.file.get_mut().unwrap().is_rolled());
        for number in [39, 0, 17] {
            assert_eq!(spool.read(number).unwrap(), entry(number));
        }
    }
}
