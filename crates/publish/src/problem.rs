use crate::{Digest, FileEntry};
use anslag_pipeline::in_order;
use anslag_wording::{IoFault, wording};
use std::{
    convert::Infallible,
    fs::{self, File},
    io,
    num::NonZeroUsize,
    path::{Component, Path},
};

wording! {
    /// Difference between a published directory and its manifest.
    #[derive(Debug)]
    pub enum Problem {
        /// The manifest has changed.
        Manifest
            en("manifest.json was changed after it was written")
            sv("manifest.json har ändrats efter att den skrevs"),
        /// A path in the manifest leads out of the directory.
        Path
            en("the manifest lists a path that leads out of the directory")
            sv("manifestet anger en sökväg som leder ut ur mappen"),
        /// A file does not exist.
        Missing
            en("the file is missing")
            sv("filen saknas"),
        /// Something else has the name of a file.
        Kind
            en("it is not a regular file")
            sv("det är ingen vanlig fil"),
        /// A file has another size.
        Size {
            /// Size in bytes.
            found: u64,
            /// Size that the manifest lists.
            listed: u64,
        }
            en("the file has {found} bytes; the manifest lists {listed}")
            sv("filen har {found} byte; manifestet anger {listed}"),
        /// A file has other bytes.
        Bytes
            en("the file does not have the checksum that is in manifest.json")
            sv("filen har inte den kontrollsumma som står i manifest.json"),
        /// The manifest does not list a file.
        Unlisted
            en("the manifest does not list the file")
            sv("manifestet anger inte filen"),
        /// A file cannot be read.
        Unreadable {
            /// Reason.
            reason: IoFault,
        }
            en("the file cannot be read: {reason}")
            sv("filen går inte att läsa: {reason}"),
    }
}

/// Compares files with their entries of the manifest. Returns those that differ, in the order of the entries.
pub(crate) fn problems<'m>(
    directory: &Path,
    mut files: impl Iterator<Item = (&'m Box<str>, &'m FileEntry)> + Send,
    threads: NonZeroUsize,
) -> Vec<(&'m str, Problem)> {
    let mut problems = Vec::new();
    let Ok(()) = in_order(
        threads,
        || Ok::<_, Infallible>(files.next()),
        |(name, listed)| Ok((name, problem(directory, name, listed))),
        |(name, problem)| {
            problems.extend(problem.map(|problem| (&**name, problem)));
            Ok(())
        },
    );
    problems
}

/// Compares a file with its entry of the manifest. Returns `None` if it is the same, to the last byte.
pub(crate) fn problem(directory: &Path, name: &str, listed: &FileEntry) -> Option<Problem> {
    if !Path::new(name).components().all(|part| matches!(part, Component::Normal(_))) {
        return Some(Problem::Path);
    }
    let path = directory.join(name);
    let unreadable = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Problem::Missing,
        _ => Problem::Unreadable { reason: error.into() },
    };
    match fs::symlink_metadata(&path) {
        Err(error) => Some(unreadable(&error)),
        Ok(found) if !found.is_file() => Some(Problem::Kind),
        Ok(found) if found.len() != listed.size => Some(Problem::Size { found: found.len(), listed: listed.size }),
        Ok(_) => match File::open(&path).and_then(Digest::of_reader) {
            Ok(digest) => (digest != listed.sha256).then_some(Problem::Bytes),
            Err(error) => Some(unreadable(&error)),
        },
    }
}
