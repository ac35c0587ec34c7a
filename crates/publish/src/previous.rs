use crate::{FileEntry, Manifest};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::SystemTime,
};

/// The publication that is in the target. Its files are taken over if nobody has touched them.
#[derive(Debug, Default)]
pub(crate) struct Previous {
    folder: PathBuf,
    /// The manifest, with the time at which it was written: after all other files.
    published: Option<(Manifest, SystemTime)>,
}

impl Previous {
    /// No publication.
    #[cfg(test)]
    pub(crate) const NOTHING: Self = Self { folder: PathBuf::new(), published: None };

    /// Takes the publication in a folder, given its manifest.
    pub(crate) fn new(folder: &Path, manifest: Option<Manifest>) -> Self {
        let written = fs::metadata(folder.join(Manifest::NAME)).and_then(|manifest| manifest.modified()).ok();
        Self { folder: folder.to_path_buf(), published: manifest.zip(written) }
    }

    /// Returns the manifest.
    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        self.published.as_ref().map(|(manifest, _)| manifest)
    }

    /// Returns the entry of a file; `None` if the file is gone, has another size or was written after the manifest.
    pub(crate) fn entry(&self, name: &str) -> Option<FileEntry> {
        let (manifest, written) = self.published.as_ref()?;
        let entry = manifest.files.get(name)?;
        let found = fs::symlink_metadata(self.path(name)).ok()?;
        let is_same = found.is_file() && found.len() == entry.size && found.modified().ok()? <= *written;
        is_same.then_some(*entry)
    }

    /// Returns the path of a file.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Opens a file for reading.
    pub(crate) fn open(&self, name: &str) -> io::Result<File> {
        File::open(self.path(name))
    }
}
