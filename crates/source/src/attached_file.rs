use crate::file_type::FileType;
use serde::{Deserialize, Serialize};
use std::{num::NonZeroU32, path::PathBuf};

/// File beside a source that the announcement refers to, as it is published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachedFile {
    /// Path from the directory of the source.
    pub path: PathBuf,
    /// Path in the published layout. It depends on the bytes, so that it never has others.
    pub name: String,
    /// Size of the published bytes.
    pub size: u64,
    /// SHA-256 of the published bytes.
    pub sha256: [u8; 32],
    /// Width and height of a picture.
    pub sides: Option<(NonZeroU32, NonZeroU32)>,
    /// Fingerprint of the bytes of the file, which are others if it is a picture.
    pub(crate) raw: [u8; 16],
}

/// File that was read, with what its bytes say.
#[derive(Clone, Debug)]
pub(crate) struct ReadFile {
    pub(crate) file: AttachedFile,
    pub(crate) kind: &'static FileType,
}
