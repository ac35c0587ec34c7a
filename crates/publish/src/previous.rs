use crate::{FileEntry, Manifest};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// What was published in a folder before, as far as it is still what was written: of it, files can be taken over.
#[derive(Debug, Default)]
pub(crate) struct Previous {
    folder: PathBuf,
    /// Its manifest, with the time at which it was written, after all the others.
    published: Option<(Manifest, SystemTime)>,
}

impl Previous {
    /// Nothing was published before.
    #[cfg(test)]
    pub(crate) const NOTHING: Self = Self { folder: PathBuf::new(), published: None };

    /// What was published in a folder, which this is the manifest of.
    pub(crate) fn new(folder: &Path, manifest: Option<Manifest>) -> Self {
        let written = fs::metadata(folder.join(Manifest::NAME)).and_then(|manifest| manifest.modified()).ok();
        Self { folder: folder.to_path_buf(), published: manifest.zip(written) }
    }

    /// Its manifest.
    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        self.published.as_ref().map(|(manifest, _)| manifest)
    }

    /// What its manifest says of a file, where the file is still there, as long as it was, and not touched since.
    pub(crate) fn entry(&self, name: &str) -> Option<FileEntry> {
        let (manifest, written) = self.published.as_ref()?;
        let entry = manifest.files.get(name)?;
        let found = fs::symlink_metadata(self.path(name)).ok()?;
        let is_same = found.is_file() && found.len() == entry.size && found.modified().ok()? <= *written;
        is_same.then_some(*entry)
    }

    /// Where a file of it stands.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Opens a file of it, to read it.
    pub(crate) fn open(&self, name: &str) -> io::Result<File> {
        File::open(self.path(name))
    }
}
