use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
};
use anslag_wording::wording;
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Writes a file that does not exist, and its directory if need be.
pub(crate) fn write_new(path: &Path, text: &str) -> Result<(), NewFileError> {
    let write = || {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        File::create_new(path)?.write_all(text.as_bytes())
    };
    write().map_err(|source| match source.kind() {
        ErrorKind::AlreadyExists => NewFileError::Exists { path: path.to_owned() },
        _ => NewFileError::Io { path: path.to_owned(), source },
    })
}

wording! {
    /// Reason why a new file cannot be written.
    #[derive(Debug, Error)]
    pub(crate) enum NewFileError {
        Exists { path: PathBuf }
            en("{} exists already", path.display())
            sv("{} finns redan", path.display()),
        Io { path: PathBuf, source: io::Error }
            en("cannot write {}", path.display())
            sv("det går inte att skriva {}", path.display()),
    }
}

impl Fatal for NewFileError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Exists { .. } => FatalCode::ExistingFile,
            Self::Io { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Exists { .. } => Some(Help::OtherTitle),
            Self::Io { .. } => None,
        }
    }
}
