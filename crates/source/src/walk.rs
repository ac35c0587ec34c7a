use crate::{Attempt, OpenError};
use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

/// The syntaxes that announcements are written in, by the extension of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// `.md`: one announcement.
    Markdown,
    /// `.jsonl`: one announcement a line.
    JsonLines,
}

/// A file with announcements.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    pub(crate) syntax: Syntax,
}

/// The files with announcements below a folder, in the order of their paths; none where there is no such folder.
///
/// Hidden files and those of other kinds are passed over. Links to folders are not followed, so that they cannot lead
/// round in a circle.
pub(crate) fn source_files(folder: &Path) -> Result<Vec<SourceFile>, OpenError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder_now) = folders.pop() {
        let entries = match fs::read_dir(&folder_now) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound && folder_now == folder => return Ok(files),
            Err(error) => return Err(OpenError::new(Attempt::ReadFolder, &folder_now, error)),
        };
        for entry in entries {
            let entry = entry.map_err(|error| OpenError::new(Attempt::ReadFolder, &folder_now, error))?;
            let path = entry.path();
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let is_folder = entry.file_type().map_err(|error| OpenError::new(Attempt::LookAt, &path, error))?.is_dir();
            if is_folder {
                folders.push(path);
            } else if let Some(syntax) = syntax(&path).filter(|_| !path.is_dir()) {
                files.push(SourceFile { path, syntax });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn syntax(path: &Path) -> Option<Syntax> {
    match path.extension().and_then(OsStr::to_str) {
        Some("md") => Some(Syntax::Markdown),
        Some("jsonl") => Some(Syntax::JsonLines),
        _ => None,
    }
}
