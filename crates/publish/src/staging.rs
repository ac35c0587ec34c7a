use crate::{Digest, FileEntry, PublishError, error::Attempt, previous::Previous};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, HashSet},
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};
use tempfile::TempDir;

/// A folder beside the target that a publication is written into; it is gone again unless it takes the target's place.
///
/// A file that is the same as in the publication that is there already is not written once more: it gets a second name in
/// this folder (a hard link), so that nothing of it is read or written.
#[derive(Debug)]
pub(crate) struct Staging<'p> {
    folder: TempDir,
    previous: &'p Previous,
    files: Mutex<BTreeMap<Box<str>, FileEntry>>,
    /// The folders that were made.
    folders: Mutex<HashSet<PathBuf>>,
    linked: AtomicUsize,
}

/// A file of a staging folder that is being written: its bytes are counted and hashed on their way.
#[derive(Debug)]
pub(crate) struct StagedFile {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
    size: u64,
}

impl<'p> Staging<'p> {
    /// Makes a new, empty folder in `parent`, which is on the target's file system.
    pub(crate) fn new(parent: &Path, target: &str, previous: &'p Previous) -> Result<Self, PublishError> {
        let mut builder = tempfile::Builder::new();
        let prefix = format!(".{target}.");
        builder.prefix(&prefix).suffix(".staging");
        // What is published is read by others: the file mode is the user's usual one, not a private one.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let folder = builder.tempdir_in(parent).map_err(PublishError::io(Attempt::Stage, parent))?;
        Ok(Self {
            folder,
            previous,
            files: Mutex::default(),
            folders: Mutex::default(),
            linked: AtomicUsize::default(),
        })
    }

    /// Begins a file, by its path in the layout.
    pub(crate) fn create(&self, name: &str) -> Result<StagedFile, PublishError> {
        let path = self.place(name)?;
        let file = File::create_new(&path).map_err(PublishError::io(Attempt::Create, &path))?;
        let file = BufWriter::with_capacity(1 << 16, file);
        Ok(StagedFile { name: name.to_owned(), path, file, hash: Sha256::new(), size: 0 })
    }

    /// Ends a file and enters it into the list.
    pub(crate) fn finish(&self, file: StagedFile) -> Result<FileEntry, PublishError> {
        let StagedFile { name, path, mut file, hash, size } = file;
        file.flush().map_err(PublishError::io(Attempt::Write, path))?;
        let entry = FileEntry { sha256: Digest(hash.finalize().into()), size };
        self.enter(&name, entry);
        Ok(entry)
    }

    /// Writes a whole file, which fits into memory, unless it is there already.
    pub(crate) fn write(
        &self,
        name: &str,
        render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
    ) -> Result<FileEntry, PublishError> {
        let mut bytes = Vec::new();
        render(&mut bytes).map_err(PublishError::io(Attempt::Render, name))?;
        let entry = FileEntry { sha256: Digest::of(&bytes), size: bytes.len() as u64 };
        if self.previous.entry(name) == Some(entry) {
            self.link(name, entry)?;
            return Ok(entry);
        }
        let path = self.place(name)?;
        let mut file = File::create_new(&path).map_err(PublishError::io(Attempt::Create, &path))?;
        file.write_all(&bytes).map_err(PublishError::io(Attempt::Write, &path))?;
        self.enter(name, entry);
        Ok(entry)
    }

    /// Takes a file over as it was published before; none where there was no such file, or where it is no longer what was
    /// written.
    pub(crate) fn keep(&self, name: &str) -> Result<Option<FileEntry>, PublishError> {
        match self.previous.entry(name) {
            Some(entry) => {
                self.link(name, entry)?;
                Ok(Some(entry))
            }
            None => Ok(None),
        }
    }

    /// What was published before.
    pub(crate) fn previous(&self) -> &'p Previous {
        self.previous
    }

    /// Opens a file that is written, to read it.
    pub(crate) fn open(&self, name: &str) -> Result<File, PublishError> {
        let path = self.folder.path().join(name);
        File::open(&path).map_err(PublishError::io(Attempt::Read, path))
    }

    /// What is known of a file that is written, by its path in the layout.
    pub(crate) fn entry(&self, name: &str) -> Option<FileEntry> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied()
    }

    /// How many files were taken over as they were.
    pub(crate) fn linked(&self) -> usize {
        self.linked.load(Ordering::Relaxed)
    }

    /// Takes the list of what is written so far, by path.
    pub(crate) fn take_files(&self) -> BTreeMap<Box<str>, FileEntry> {
        std::mem::take(&mut self.files.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The folder itself.
    pub(crate) fn into_folder(self) -> TempDir {
        self.folder
    }

    /// Gives a file that was published before a second name in this folder; where the file system has no such names, it
    /// is copied.
    fn link(&self, name: &str, entry: FileEntry) -> Result<(), PublishError> {
        let (from, to) = (self.previous.path(name), self.place(name)?);
        if fs::hard_link(&from, &to).is_err() {
            fs::copy(&from, &to).map_err(PublishError::io(Attempt::Write, &to))?;
        }
        self.linked.fetch_add(1, Ordering::Relaxed);
        self.enter(name, entry);
        Ok(())
    }

    /// Where a file is to stand, in a folder that is there.
    fn place(&self, name: &str) -> Result<PathBuf, PublishError> {
        let path = self.folder.path().join(name);
        let parent = path.parent().unwrap_or(self.folder.path());
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !folders.contains(parent) {
            fs::create_dir_all(parent).map_err(PublishError::io(Attempt::MakeFolder, parent))?;
            folders.insert(parent.to_path_buf());
        }
        Ok(path)
    }

    fn enter(&self, name: &str, entry: FileEntry) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(name.into(), entry);
    }
}

impl StagedFile {
    /// Writes more of the file.
    pub(crate) fn add(&mut self, render: impl FnOnce(&mut Self) -> io::Result<()>) -> Result<(), PublishError> {
        render(self).map_err(|source| PublishError::io(Attempt::Write, &self.path)(source))
    }
}

impl Write for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
