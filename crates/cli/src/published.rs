use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
};
use anslag_core::Base;
use anslag_publish::Manifest;
use anslag_wording::wording;
use std::path::Path;
use thiserror::Error;

/// Reads the manifest of the publication in a directory, and the base of its IRIs.
pub(crate) fn manifest(directory: &Path) -> Result<(Manifest, Base), Box<dyn Fatal>> {
    let manifest = Manifest::read(directory)?.ok_or_else(|| missing(directory))?;
    let base = Base::new(&manifest.base).map_err(|_| missing(directory))?;
    Ok((manifest, base))
}

/// Returns the error that there is no publication in a directory.
pub(crate) fn missing(directory: &Path) -> impl Fatal {
    PublishedError::Missing { directory: directory.display().to_string() }
}

wording! {
    /// A publication that is not there.
    #[derive(Debug, Error)]
    enum PublishedError {
        Missing { directory: String }
            en("no publication in {directory}")
            sv("ingen publikation i {directory}"),
    }
}

impl Fatal for PublishedError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Missing { .. } => FatalCode::MissingPublication,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Missing { .. } => Some(Help::Export),
        }
    }
}
