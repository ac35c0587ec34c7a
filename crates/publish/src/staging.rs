use crate::{
    Digest, FileEntry, Progress, PublishError, Stop, error::Attempt, previous::Previous, temporary::TemporaryDirectory,
};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, HashSet},
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// A directory beside the target that a publication is written into. Dropping it deletes the directory.
///
/// A file that is the same as in the previous publication is not written again. It gets a hard link in this directory.
#[derive(Debug)]
pub(crate) struct Staging<'p> {
    folder: TemporaryDirectory,
    previous: &'p Previous,
    files: Mutex<BTreeMap<Box<str>, FileEntry>>,
    /// Directories that exist in the staging directory.
    folders: Mutex<HashSet<PathBuf>>,
    linked: AtomicUsize,
    stop: Stop,
    progress: Progress,
}

/// A file of a staging directory that is being written. Its bytes are counted and hashed.
#[derive(Debug)]
pub(crate) struct StagedFile {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
    size: u64,
    stop: Stop,
    progress: Progress,
}

/// Suffix of the name of a staging directory, after the name of the target and a few random letters.
const SUFFIX: &str = ".staging";

/// Suffix of the name of the old target while a new one replaces it.
const FORMER_SUFFIX: &str = ".former";

/// Suffix of the name of a directory in which a cache is written.
pub(crate) const CACHE_SUFFIX: &str = ".new-cache";

/// Number of random letters.
const RANDOM_LEN: usize = 6;

impl<'p> Staging<'p> {
    /// Creates an empty directory in `parent`, on the file system of the target. Nothing is written into it after a stop
    /// is requested.
    pub(crate) fn new(
        parent: &Path,
        target: &str,
        previous: &'p Previous,
        stop: &Stop,
        progress: &Progress,
    ) -> Result<Self, PublishError> {
        let folder = beside(parent, target, SUFFIX).map_err(PublishError::io(Attempt::Stage, parent))?;
        Ok(Self {
            folder,
            previous,
            files: Mutex::default(),
            folders: Mutex::default(),
            linked: AtomicUsize::default(),
            stop: stop.clone(),
            progress: progress.clone(),
        })
    }

    /// Returns the directory.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the previous publication.
    pub(crate) fn previous(&self) -> &'p Previous {
        self.previous
    }

    /// Begins a file, given its path in the layout.
    pub(crate) fn create(&self, name: &str) -> Result<StagedFile, PublishError> {
        let path = self.place(name)?;
        let file = File::create_new(&path).map_err(PublishError::io(Attempt::Create, &path))?;
        let file = BufWriter::with_capacity(1 << 16, file);
        let (stop, progress) = (self.stop.clone(), self.progress.clone());
        Ok(StagedFile { name: name.to_owned(), path, file, hash: Sha256::new(), size: 0, stop, progress })
    }

    /// Finishes a file and adds it to the list.
    pub(crate) fn finish(&self, file: StagedFile) -> Result<FileEntry, PublishError> {
        let StagedFile { name, path, mut file, hash, size, .. } = file;
        file.flush().map_err(PublishError::io(Attempt::Write, path))?;
        let entry = FileEntry { sha256: Digest(hash.finalize().into()), size };
        self.enter(&name, entry);
        Ok(entry)
    }

    /// Writes a whole file that fits into memory. Links it if the previous publication has the same file.
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
        self.progress.add_bytes(entry.size);
        self.enter(name, entry);
        Ok(entry)
    }

    /// Links a file of the previous publication. Returns `None` if there is none, or if it was changed.
    pub(crate) fn keep(&self, name: &str) -> Result<Option<FileEntry>, PublishError> {
        match self.previous.entry(name) {
            Some(entry) => {
                self.link(name, entry)?;
                Ok(Some(entry))
            }
            None => Ok(None),
        }
    }

    /// Fails if a finished file was linked and is damaged.
    pub(crate) fn check(&self, name: &str) -> Result<(), PublishError> {
        let is_linked = self.previous.entry(name).is_some_and(|entry| self.entry(name) == Some(entry));
        if is_linked && self.previous.is_damaged(name) {
            return Err(PublishError::ChangedFile { path: name.to_owned() });
        }
        Ok(())
    }

    /// Opens a finished file for reading. Fails after a stop.
    pub(crate) fn open(&self, name: &str) -> Result<File, PublishError> {
        self.stop.check()?;
        let path = self.folder.path().join(name);
        File::open(&path).map_err(PublishError::io(Attempt::Read, path))
    }

    /// Returns the entry of a finished file, given its path in the layout.
    pub(crate) fn entry(&self, name: &str) -> Option<FileEntry> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied()
    }

    /// Calls `each` with the paths of the finished files, in their order.
    pub(crate) fn for_each_name(&self, each: &mut dyn FnMut(&str)) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).keys().for_each(|name| each(name));
    }

    /// Returns the number of linked files.
    pub(crate) fn linked(&self) -> usize {
        self.linked.load(Ordering::Relaxed)
    }

    /// Takes the list of the finished files, by path.
    pub(crate) fn take_files(&self) -> BTreeMap<Box<str>, FileEntry> {
        std::mem::take(&mut self.files.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Links a file of the previous publication. Copies it if the file system has no hard links.
    fn link(&self, name: &str, entry: FileEntry) -> Result<(), PublishError> {
        let (from, to) = (self.previous.path(name), self.place(name)?);
        if fs::hard_link(&from, &to).is_err() {
            return self.copy(name, entry);
        }
        self.linked.fetch_add(1, Ordering::Relaxed);
        self.progress.add_bytes(entry.size);
        self.enter(name, entry);
        Ok(())
    }

    /// Copies a file of the previous publication. Fails if it is damaged.
    fn copy(&self, name: &str, entry: FileEntry) -> Result<(), PublishError> {
        let from = self.previous.path(name);
        let mut old = self.previous.open(name).map_err(PublishError::io(Attempt::Read, from))?;
        let mut file = self.create(name)?;
        file.add(|out| io::copy(&mut old, out).map(drop))?;
        let is_same = self.finish(file)? == entry;
        if is_same { Ok(()) } else { Err(PublishError::ChangedFile { path: name.to_owned() }) }
    }

    /// Returns the path of a new file and creates its directory. Fails after a stop.
    fn place(&self, name: &str) -> Result<PathBuf, PublishError> {
        self.stop.check()?;
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

    /// Flushes everything to the disk if `sync` is set, and returns the directory. This is the last moment at which a stop
    /// has an effect.
    pub(crate) fn seal(self, sync: bool) -> Result<TemporaryDirectory, PublishError> {
        self.stop.check()?;
        if sync {
            let path = self.folder.path();
            make_durable(path).map_err(PublishError::io(Attempt::MakeDurable, path))?;
            self.stop.check()?;
        }
        Ok(self.folder)
    }
}

impl StagedFile {
    /// Writes more of the file.
    pub(crate) fn add(&mut self, render: impl FnOnce(&mut Self) -> io::Result<()>) -> Result<(), PublishError> {
        let before = self.size;
        let rendered = render(self);
        self.progress.add_bytes(self.size - before);
        self.stop.check()?;
        rendered.map_err(PublishError::io(Attempt::Write, &self.path))
    }
}

impl Write for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.stop.is_requested() {
            return Err(io::Error::other(PublishError::Stopped));
        }
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Creates an empty directory beside a target, with a suffix that says what it is for. A killed run leaves it, and the next
/// one finds it ([`LeftOver`]).
pub(crate) fn beside(parent: &Path, target: &str, suffix: &str) -> io::Result<TemporaryDirectory> {
    TemporaryDirectory::new_in(parent, &format!(".{target}."), RANDOM_LEN, suffix)
}

/// Returns the path of the old publication while a staging directory replaces it.
pub(crate) fn former(staged: &Path) -> PathBuf {
    staged.with_extension(FORMER_SUFFIX.trim_start_matches('.'))
}

/// Directories that killed runs have left beside a target.
#[derive(Debug, Default)]
pub(crate) struct LeftOver {
    /// Old publications, each whole.
    pub(crate) former: Vec<PathBuf>,
    /// Publications and caches that are incomplete.
    pub(crate) other: Vec<PathBuf>,
}

impl LeftOver {
    /// Finds the directories with names that only this file gives. The caller has the lock of the target, so the runs that
    /// created them have ended.
    pub(crate) fn find(parent: &Path, target: &str) -> io::Result<Self> {
        let mut found = Self::default();
        for entry in fs::read_dir(parent)? {
            let entry = entry?;
            let name = entry.file_name();
            let rest = name.to_str().and_then(|name| name.strip_prefix('.')?.strip_prefix(target)?.strip_prefix('.'));
            let Some((random, suffix)) = rest.and_then(|rest| rest.split_at_checked(RANDOM_LEN)) else { continue };
            if !random.bytes().all(|byte| byte.is_ascii_alphanumeric()) || !entry.file_type()?.is_dir() {
                continue;
            }
            match suffix {
                SUFFIX | CACHE_SUFFIX => found.other.push(entry.path()),
                FORMER_SUFFIX => found.former.push(entry.path()),
                _ => {}
            }
        }
        Ok(found)
    }
}

/// Flushes everything below a directory to the disk: the whole file system with one call on Linux, else each file and
/// directory.
fn make_durable(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    match rustix::fs::syncfs(File::open(folder)?) {
        Err(rustix::io::Errno::NOSYS) => {}
        result => return result.map_err(io::Error::from),
    }
    sync_each(folder)
}

fn sync_each(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            sync_each(&entry.path())?;
        } else {
            // Windows asks for a file that can be written.
            OpenOptions::new().read(true).write(cfg!(windows)).open(entry.path())?.sync_all()?;
        }
    }
    sync_folder(folder)
}

/// Flushes the names in a directory to the disk. Only Unix-like systems can open a directory; others do nothing.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    fn staging(parent: &Path, stop: &Stop, progress: &Progress) -> Staging<'static> {
        static NOTHING: Previous = Previous::NOTHING;
        Staging::new(parent, "dist", &NOTHING, stop, progress).unwrap()
    }

    #[test]
    fn bytes_are_counted_while_they_are_written() {
        let parent = tempfile::tempdir().unwrap();
        let progress = Progress::default();
        let staging = staging(parent.path(), &Stop::default(), &progress);
        staging.write("a", |out| out.write_all(b"four")).unwrap();
        assert_eq!(progress.bytes(), 4);
        let mut file = staging.create("b").unwrap();
        file.add(|out| out.write_all(b"three")).unwrap();
        assert_eq!(progress.bytes(), 9);
    }

    #[test]
    fn nothing_is_written_after_a_stop_and_nothing_stays() {
        let parent = tempfile::tempdir().unwrap();
        let stop = Stop::default();
        let staging = staging(parent.path(), &stop, &Progress::default());
        let mut file = staging.create("a").unwrap();
        let mut wrote = 0;
        let endless = file.add(|out| {
            loop {
                out.write_all(b"more")?;
                wrote += 1;
                if wrote == 3 {
                    stop.request();
                }
            }
        });
        assert!(matches!(endless, Err(PublishError::Stopped)));
        assert!(matches!(staging.create("b"), Err(PublishError::Stopped)));
        assert!(matches!(staging.seal(true), Err(PublishError::Stopped)));
        assert_eq!(wrote, 3);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_sealed_folder_holds_everything() {
        let parent = tempfile::tempdir().unwrap();
        let staging = staging(parent.path(), &Stop::default(), &Progress::default());
        staging.write("a/b", |out| out.write_all(b"text")).unwrap();
        let folder = staging.seal(true).unwrap();
        assert_eq!(fs::read(folder.path().join("a/b")).unwrap(), b"text");
        // Other systems than Linux have no such call.
        sync_each(folder.path()).unwrap();
    }

    #[test]
    fn only_what_is_certainly_ours_is_left_over() {
        let parent = tempfile::tempdir().unwrap();
        let ours = [".dist.aB3dE6.staging", ".dist.000000.former", ".dist.aB3dE6.new-cache"];
        let others = [
            ".dist.aB3dE.staging",
            ".dist.aB3d-6.staging",
            "dist.aB3dE6.staging",
            ".dist.aB3dE6.staging.old",
            ".other.aB3dE6.staging",
        ];
        for name in ours.iter().chain(&others) {
            fs::create_dir(parent.path().join(name)).unwrap();
        }
        fs::write(parent.path().join(".dist.bbbbbb.staging"), "a file").unwrap();
        let staging = staging(parent.path(), &Stop::default(), &Progress::default());
        let found = LeftOver::find(parent.path(), "dist").unwrap();
        let names =
            |paths: &[PathBuf]| paths.iter().map(|path| path.file_name().unwrap().into()).collect::<Vec<OsString>>();
        let own = staging.path().file_name().unwrap();
        assert_eq!(names(&found.former), [ours[1]]);
        let mut found = names(&found.other);
        found.sort();
        let mut expected = [OsString::from(ours[0]), OsString::from(ours[2]), own.to_owned()];
        expected.sort();
        assert_eq!(found, expected);
    }
}
