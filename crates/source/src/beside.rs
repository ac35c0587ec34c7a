use crate::{
    Report,
    file_type::FileType,
    help::Help,
    message::Message,
    names::is_publishable,
    regular_file::open_regular,
    walk::{SourceFile, diagnostic_of},
};
use anslag_core::{Fingerprint, limit};
use anslag_pipeline::in_order;
use std::{
    collections::{BTreeMap, HashSet},
    convert::Infallible,
    io,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

/// Files beside the sources, to which announcements may refer, with the fingerprints of their bytes.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// A file has no fingerprint if it cannot be read, is too long, or is of a type that is never published.
    files: BTreeMap<PathBuf, Option<Fingerprint>>,
}

impl Beside {
    /// Reads files on several threads.
    pub(crate) fn new(paths: Vec<PathBuf>, threads: NonZeroUsize) -> Self {
        let mut files = BTreeMap::new();
        let mut paths = paths.into_iter();
        let Ok(()) = in_order(
            threads,
            || Ok::<_, Infallible>(paths.next()),
            |path| {
                let fingerprint = fingerprint(&path).ok().flatten();
                Ok((path, fingerprint))
            },
            |(path, fingerprint)| {
                files.insert(path, fingerprint);
                Ok(())
            },
        );
        Self { files }
    }

    /// Returns whether there is such a file.
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.files.contains_key(path)
    }

    /// Returns the fingerprint of a file.
    pub(crate) fn fingerprint(&self, path: &Path) -> Option<Fingerprint> {
        *self.files.get(path)?
    }

    /// Returns the fingerprint of all files, and of the places of the sources, which refer to files by paths from there.
    /// Paths count from the data folder on.
    pub(crate) fn all(&self, data: &Path, sources: &[SourceFile]) -> Fingerprint {
        let files: Vec<_> = self.files.iter().map(|(path, fingerprint)| (inside(data, path), fingerprint)).collect();
        let sources = sources.iter().filter(|_| !files.is_empty());
        let sources: Vec<_> = sources.map(|source| inside(data, &source.path)).collect();
        Fingerprint::of(&(files, sources))
    }

    /// Returns whether a file may be one that an announcement should refer to. Areas are referred to by places.
    pub(crate) fn has_publishable(&self) -> bool {
        self.files.keys().any(|path| is_publishable(path))
    }

    /// Warns of the files to which no announcement refers.
    pub(crate) fn warn_of_unused(&self, used: &HashSet<PathBuf>, report: &mut Report) {
        for path in self.files.keys().filter(|path| is_publishable(path) && !used.contains(*path)) {
            report.add(diagnostic_of(path, Message::UnusedFile, Help::ReferOrRemove));
        }
    }
}

fn inside<'p>(data: &Path, path: &'p Path) -> &'p Path {
    path.strip_prefix(data).unwrap_or(path)
}

fn fingerprint(path: &Path) -> io::Result<Option<Fingerprint>> {
    if FileType::of_path(path).is_none() {
        return Ok(None);
    }
    let file = open_regular(path)?;
    let is_read = file.metadata()?.len() <= limit::ATTACHMENT.most as u64;
    is_read.then(|| Fingerprint::of_reader(file)).transpose()
}
