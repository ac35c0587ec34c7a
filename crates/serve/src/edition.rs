use crate::ServeError;
use anslag_core::Base;
use anslag_publish::{FileEntry, Manifest};
use std::{
    fs::{File, Metadata},
    io::{self, Read},
    path::Path,
    time::SystemTime,
};

/// One publication, opened once.
///
/// Its files stay those of this publication, also while an export exchanges the directory: they are opened below the directory's
/// handle. Once the export has deleted the former directory, they are not found.
#[derive(Debug)]
pub struct Edition {
    folder: Folder,
    manifest: Manifest,
    base: Base,
    stamp: Stamp,
}

/// Identity of a manifest's file, by which an exchange is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    file: u64,
    modified: Option<SystemTime>,
    len: u64,
}

impl Edition {
    /// Opens the publication in a directory.
    pub fn open(path: &Path) -> Result<Self, ServeError> {
        let unreadable = |source: io::Error| ServeError::Unreadable { path: path.to_path_buf(), source };
        let missing = || ServeError::NoPublication { path: path.to_path_buf() };
        let folder = Folder::open(path).map_err(unreadable)?;
        let mut file = folder.open_file(Manifest::NAME).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => missing(),
            _ => unreadable(error),
        })?;
        let metadata = file.metadata().map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(missing());
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(unreadable)?;
        let manifest = Manifest::parse(&bytes).ok_or_else(missing)?;
        let base = Base::new(&manifest.base).map_err(|_| missing())?;
        Ok(Self { folder, manifest, base, stamp: Stamp::of(&metadata) })
    }

    /// Returns its manifest.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Returns the address that every IRI begins with.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// Returns the entry of a file in the manifest.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&FileEntry> {
        self.manifest.files.get(name)
    }

    /// Returns the path of the stylesheet, if the publication has pages.
    #[must_use]
    pub fn stylesheet(&self) -> Option<&str> {
        let is_stylesheet = |path: &&str| path.starts_with("style/");
        self.manifest.files.keys().map(|path| &**path).find(is_stylesheet)
    }

    /// Opens a file of the manifest.
    pub fn open_file(&self, name: &str) -> io::Result<File> {
        match self.entry(name) {
            Some(_) => self.folder.open_file(name),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.stamp
    }
}

impl Stamp {
    /// Returns the stamp of a manifest's file.
    pub(crate) fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let file = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let file = 0;
        Self { file, modified: metadata.modified().ok(), len: metadata.len() }
    }
}

/// Handle of a directory.
#[cfg(unix)]
#[derive(Debug)]
struct Folder(std::os::fd::OwnedFd);

#[cfg(unix)]
impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        File::open(path).map(|folder| Self(folder.into()))
    }

    fn open_file(&self, name: &str) -> io::Result<File> {
        use rustix::fs::{Mode, OFlags, openat};
        // A pipe in place of a file would keep the thread waiting.
        let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK;
        Ok(openat(&self.0, name, flags, Mode::empty())?.into())
    }
}

/// Path of a directory. Other systems do not open a file below a handle without unsafe code.
#[cfg(not(unix))]
#[derive(Debug)]
struct Folder(std::path::PathBuf);

#[cfg(not(unix))]
impl Folder {
    fn open(path: &Path) -> io::Result<Self> {
        path.canonicalize().map(Self)
    }

    fn open_file(&self, name: &str) -> io::Result<File> {
        File::open(self.0.join(name))
    }
}
