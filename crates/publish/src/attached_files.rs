use crate::{
    Digest, FileEntry, PublishError,
    export::Export,
    static_files::{copy, failed_to_read},
};
use anslag_source::{AttachedFile, ReadError};
use std::{io::Write, path::Path};

/// Writes the files beside the sources to which published announcements refer. Those that are only on a notice board are
/// among them while they are posted.
pub(crate) fn write_attached_files(export: &Export<'_>) -> Result<(), PublishError> {
    let Export { plan, corpus, .. } = *export;
    let board_only = plan.posted.iter().filter(|entry| entry.is_board_only).cloned().map(Ok);
    for entry in plan.entries(corpus).chain(board_only) {
        let entry = entry?;
        for file in &entry.files {
            write(export, &corpus.path_of(&entry, file), file)?;
        }
    }
    Ok(())
}

/// Writes a file, unless another announcement refers to the same bytes and they are written already.
fn write(export: &Export<'_>, path: &Path, file: &AttachedFile) -> Result<(), PublishError> {
    let AttachedFile { name, size, sha256, .. } = file;
    let expected = FileEntry { sha256: Digest(*sha256), size: *size };
    let staging = export.staging;
    if staging.entry(name).is_some() {
        return Ok(());
    }
    if staging.previous().entry(name) == Some(expected) && staging.keep(name)?.is_some() {
        return Ok(());
    }
    match file.picture(path).map_err(failed_to_read(path))? {
        Some(bytes) => {
            let written = staging.write(name, |out| out.write_all(&bytes))?;
            if written == expected { Ok(()) } else { Err(ReadError::Changed { path: path.to_owned() }.into()) }
        }
        None => copy(staging, path, name, expected),
    }
}
