use crate::{FileEntry, PublishError, error::Attempt};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};
use tempfile::TempDir;

/// A folder beside the target that a publication is written into; it is gone again unless it takes the target's place.
#[derive(Debug)]
pub(crate) struct Staging {
    folder: TempDir,
    files: Mutex<BTreeMap<String, FileEntry>>,
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

impl Staging {
    /// Makes a new, empty folder in `parent`, which is on the target's file system.
    pub(crate) fn new(parent: &Path, target: &str) -> Result<Self, PublishError> {
        let mut builder = tempfile::Builder::new();
        let prefix = format!(".{target}.");
        builder.prefix(&prefix).suffix(".staging");
        // What is published is read by others: the file mode is the user's usual one, not a private one.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
        let folder = builder.tempdir_in(parent).map_err(PublishError::io(Attempt::Stage, parent))?;
        Ok(Self { folder, files: Mutex::default() })
    }

    /// Begins a file, by its path in the layout.
    pub(crate) fn create(&self, name: &str) -> Result<StagedFile, PublishError> {
        let path = self.folder.path().join(name);
        let parent = path.parent().unwrap_or(self.folder.path());
        fs::create_dir_all(parent).map_err(PublishError::io(Attempt::MakeFolder, parent))?;
        let file = File::create_new(&path).map_err(PublishError::io(Attempt::Create, &path))?;
        let file = BufWriter::with_capacity(1 << 16, file);
        Ok(StagedFile { name: name.to_owned(), path, file, hash: Sha256::new(), size: 0 })
    }

    /// Ends a file and enters it into the list.
    pub(crate) fn finish(&self, file: StagedFile) -> Result<FileEntry, PublishError> {
        let StagedFile { name, path, mut file, hash, size } = file;
        file.flush().map_err(PublishError::io(Attempt::Write, path))?;
        let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        let entry = FileEntry { sha256, size };
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(name, entry.clone());
        Ok(entry)
    }

    /// Writes a whole file.
    pub(crate) fn write(
        &self,
        name: &str,
        render: impl FnOnce(&mut StagedFile) -> io::Result<()>,
    ) -> Result<FileEntry, PublishError> {
        let mut file = self.create(name)?;
        file.add(render)?;
        self.finish(file)
    }

    /// Opens a file that is written, to read it.
    pub(crate) fn open(&self, name: &str) -> Result<File, PublishError> {
        let path = self.folder.path().join(name);
        File::open(&path).map_err(PublishError::io(Attempt::Read, path))
    }

    /// What is known of a file that is written, by its path in the layout.
    pub(crate) fn entry(&self, name: &str) -> Option<FileEntry> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Takes the list of what is written so far, by path.
    pub(crate) fn take_files(&self) -> BTreeMap<String, FileEntry> {
        std::mem::take(&mut self.files.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The folder itself.
    pub(crate) fn into_folder(self) -> TempDir {
        self.folder
    }
}

impl StagedFile {
    /// Writes more of the file.
    pub(crate) fn add(&mut self, render: impl FnOnce(&mut Self) -> io::Result<()>) -> Result<(), PublishError> {
        let path = self.path.clone();
        render(self).map_err(PublishError::io(Attempt::Write, path))
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
