use crate::{
    Digest, FileEntry, PublishError,
    export::Export,
    static_files::{copy, failed_to_read},
};
use anslag_pipeline::in_order;
use anslag_source::{AttachedFile, IndexEntry, ReadError};
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// Writes the files beside the sources to which published announcements refer. Those that are only on a notice board are
/// among them while they are posted.
pub(crate) fn write_attached_files(export: &Export<'_>) -> Result<(), PublishError> {
    let Export { plan, corpus, staging, .. } = *export;
    let board_only = plan.posted.iter().filter(|entry| entry.is_board_only).cloned().map(Ok);
    let mut entries = plan.entries(corpus).chain(board_only);
    let files = |entry: IndexEntry| {
        let missing = entry.files.iter().filter(|file| staging.entry(&file.name).is_none());
        missing.map(|file| (corpus.path_of(&entry, file), file.clone())).collect::<Vec<_>>()
    };
    let mut next: Vec<(PathBuf, AttachedFile)> = Vec::new();
    let mut batch = || {
        // Two announcements may refer to the same bytes. A batch has no name twice.
        while next.is_empty() {
            let Some(entry) = entries.next() else { return Ok(None) };
            next = files(entry?);
            next.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
            next.dedup_by(|(_, a), (_, b)| a.name == b.name);
        }
        Ok(Some(std::mem::take(&mut next)))
    };
    in_order(export.threads, &mut batch, Ok, |files: Vec<(PathBuf, AttachedFile)>| {
        files.iter().try_for_each(|(path, file)| write(export, path, file))
    })
}

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
