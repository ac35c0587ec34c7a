use crate::{Manifest, Problem, PublishError, problem::problems, target::find_files};
use std::{num::NonZeroUsize, path::Path};

/// Comparison of a published directory with its manifest.
#[derive(Debug)]
pub struct Verified {
    /// Number of files that the manifest lists, and the manifest.
    pub files: usize,
    /// Size of the files that the manifest lists, in bytes.
    pub bytes: u64,
    /// Files that differ, by their paths below the directory: those that are listed, in the order of the manifest, then the
    /// others.
    pub problems: Vec<(String, Problem)>,
}

/// Compares a published directory with its manifest. Returns `None` if there is no manifest of ours.
///
/// # Errors
/// Fails if the manifest cannot be read, or the list of a directory.
pub fn verify(directory: &Path, threads: NonZeroUsize) -> Result<Option<Verified>, PublishError> {
    let Some(found) = Manifest::find(directory)? else { return Ok(None) };
    let files = &found.manifest.files;
    let mut all = Vec::new();
    if !found.is_intact {
        all.push((Manifest::NAME.to_owned(), Problem::Manifest));
    }
    all.extend(
        problems(directory, files.iter(), threads).into_iter().map(|(name, problem)| (name.to_owned(), problem)),
    );
    find_files(directory, "", &mut |name| {
        if name != Manifest::NAME && !files.contains_key(name) {
            all.push((name.to_owned(), Problem::Unlisted));
        }
        true
    })?;
    Ok(Some(Verified { files: files.len() + 1, bytes: files.values().map(|file| file.size).sum(), problems: all }))
}
