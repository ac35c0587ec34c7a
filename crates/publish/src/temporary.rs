use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Directory that is deleted when this value is dropped, unless it is kept.
///
/// It stands for `tempfile::TempDir`, which puts its random path into the errors of the operating system and hides their numbers.
#[derive(Debug)]
pub(crate) struct TemporaryDirectory {
    path: PathBuf,
    is_kept: bool,
}

impl TemporaryDirectory {
    /// Creates a directory in another one, with random characters between the two parts of its name.
    ///
    /// Others can read it as they can any directory of the user, because it may become what is published.
    pub(crate) fn new_in(parent: &Path, prefix: &str, random: usize, suffix: &str) -> io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(prefix).rand_bytes(random).suffix(suffix).disable_cleanup(true);
        let created = builder.make_in(parent, |path| fs::create_dir(path))?;
        Ok(Self { path: created.path().to_path_buf(), is_kept: false })
    }

    /// Returns the path of the directory.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the path of the directory, which is not deleted any more.
    pub(crate) fn keep(mut self) -> PathBuf {
        self.is_kept = true;
        std::mem::take(&mut self.path)
    }
}

impl Drop for TemporaryDirectory {
    fn drop(&mut self) {
        if !self.is_kept {
            // What cannot be deleted now is deleted by the next export.
            let _ = fs::remove_dir_all(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_is_deleted_unless_it_is_kept() {
        let parent = tempfile::tempdir().unwrap();
        let new = || TemporaryDirectory::new_in(parent.path(), ".dist.", 6, ".staging").unwrap();
        let (deleted, kept) = (new(), new());
        fs::write(deleted.path().join("file"), "").unwrap();
        let path = deleted.path().to_path_buf();
        drop(deleted);
        assert!(!path.exists());
        assert!(kept.keep().is_dir());
    }

    #[test]
    fn an_error_is_that_of_the_operating_system() {
        let parent = tempfile::tempdir().unwrap();
        let error = TemporaryDirectory::new_in(&parent.path().join("nowhere"), ".dist.", 6, ".staging").unwrap_err();
        assert!(error.raw_os_error().is_some(), "{error}");
    }
}
