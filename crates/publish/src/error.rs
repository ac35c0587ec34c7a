use anslag_source::ReadError;
use std::{io, path::PathBuf};
use thiserror::Error;

/// Why a publication could not be written; what was published before is as it was.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The target holds files that are not a publication of ours, and would be lost.
    #[error("cannot publish into {}: it holds files that no export wrote: {}", target.display(), foreign.join(", "))]
    Foreign {
        /// The folder that was to be written.
        target: PathBuf,
        /// The first of the files.
        foreign: Vec<String>,
    },
    /// The target is a file, or lies inside of the data, or is the root of a file system.
    #[error("cannot publish into {}: {reason}", target.display())]
    Target {
        /// The folder that was to be written.
        target: PathBuf,
        /// What is the matter with it.
        reason: &'static str,
    },
    /// An announcement could not be read a second time.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A file or folder could not be read or written.
    #[error("cannot {attempt} {}", path.display())]
    Io {
        /// What was attempted.
        attempt: &'static str,
        /// On what.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
}

impl PublishError {
    /// Names what was attempted on which path, for `map_err`.
    pub(crate) fn io(attempt: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { attempt, path, source }
    }
}
