use crate::{
    Digest, FileEntry, Manifest,
    manifest::FoundManifest,
    problem::{problem, problems},
};
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io,
    num::NonZeroUsize,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

/// The publication that is in the target. Its files are taken over if nobody has touched them.
#[derive(Debug, Default)]
pub(crate) struct Previous {
    folder: PathBuf,
    /// The manifest, with the time at which it was written: after all other files.
    published: Option<(FoundManifest, SystemTime)>,
    /// Files that are damaged, although they have the right size and time.
    damaged: Mutex<BTreeSet<Box<str>>>,
}

impl Previous {
    /// No publication.
    #[cfg(test)]
    #[allow(clippy::declare_interior_mutable_const, reason = "each test begins with its own")]
    pub(crate) const NOTHING: Self =
        Self { folder: PathBuf::new(), published: None, damaged: Mutex::new(BTreeSet::new()) };

    /// Takes the publication in a folder, given its manifest.
    pub(crate) fn new(folder: &Path, manifest: Option<FoundManifest>) -> Self {
        let written = fs::metadata(folder.join(Manifest::NAME)).and_then(|manifest| manifest.modified()).ok();
        Self { folder: folder.to_path_buf(), published: manifest.zip(written), damaged: Mutex::default() }
    }

    /// Returns the manifest.
    pub(crate) fn manifest(&self) -> Option<&Manifest> {
        self.published.as_ref().map(|(found, _)| &found.manifest)
    }

    /// Returns the manifest if its bytes are those that were written.
    pub(crate) fn intact_manifest(&self) -> Option<&Manifest> {
        self.published.as_ref().filter(|(found, _)| found.is_intact).map(|(found, _)| &found.manifest)
    }

    /// Returns the SHA-256 of the manifest's file; `None` if there is no publication, or the file cannot be read.
    pub(crate) fn manifest_digest(&self) -> Option<Digest> {
        self.published.as_ref()?;
        self.open(Manifest::NAME).and_then(Digest::of_reader).ok()
    }

    /// Returns the entry of a file; `None` if the file is gone, has another size, was written after the manifest or is
    /// damaged. A manifest that is damaged itself has no entries.
    pub(crate) fn entry(&self, name: &str) -> Option<FileEntry> {
        let (_, written) = self.published.as_ref()?;
        let entry = self.intact_manifest()?.files.get(name)?;
        let found = fs::symlink_metadata(self.path(name)).ok()?;
        let is_same = found.is_file() && found.len() == entry.size && found.modified().ok()? <= *written;
        (is_same && !self.damaged().contains(name)).then_some(*entry)
    }

    /// Returns whether a file is not what the manifest lists. Reads all of it.
    pub(crate) fn is_damaged(&self, name: &str) -> bool {
        let entry = self.manifest().and_then(|manifest| manifest.files.get(name));
        entry.is_some_and(|entry| problem(&self.folder, name, entry).is_some())
    }

    /// Returns the damaged files: of all, or of those with one name. Reads them whole.
    pub(crate) fn find_damaged(&self, name: Option<&str>, threads: NonZeroUsize) -> Vec<&str> {
        let files = self.manifest().into_iter().flat_map(|manifest| &manifest.files);
        let files = files.filter(|(own, _)| name.is_none_or(|name| &***own == name));
        problems(&self.folder, files, threads).into_iter().map(|(name, _)| name).collect()
    }

    /// Has no entry for a file from now on, since it is damaged.
    pub(crate) fn distrust(&self, name: &str) {
        self.damaged().insert(name.into());
    }

    /// Returns the path of a file.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Opens a file for reading.
    pub(crate) fn open(&self, name: &str) -> io::Result<File> {
        File::open(self.path(name))
    }

    fn damaged(&self) -> std::sync::MutexGuard<'_, BTreeSet<Box<str>>> {
        self.damaged.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
