use crate::{Diagnostic, Report, help::Help, line::MAX_LEN, message::Message};
use anslag_core::Fingerprint;
use std::{
    fs::{self, File, FileType},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

/// Kind of source file, by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// `.md`: one announcement.
    Markdown,
    /// `.jsonl`: one announcement a line.
    JsonLines,
}

impl Syntax {
    /// Returns the fingerprint of a source: the bytes of a line, or the name and the bytes of a file.
    pub(crate) fn fingerprint(self, path: &Path, bytes: &[u8]) -> Fingerprint {
        match self {
            Self::Markdown => Fingerprint::of(&(path.file_stem(), bytes)),
            Self::JsonLines => Fingerprint::of_bytes(bytes),
        }
    }
}

/// File with announcements.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    pub(crate) syntax: Syntax,
}

impl SourceFile {
    /// Reads the whole file; of one that is too long for an announcement, one byte more than allowed.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(&self.path)?.take(MAX_LEN + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

/// The files with announcements below a folder, in the order of their paths; none where there is no such folder. What
/// cannot be looked into is added to the report.
///
/// Hidden files and those of other kinds are passed over, with a warning where they look like announcements. Links to folders are not followed, so that they cannot lead
/// round in a circle, and are warned of.
pub(crate) fn source_files(folder: &Path, report: &mut Report) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(now) = folders.pop() {
        let entries = match fs::read_dir(&now).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound && now == folder => return files,
            Err(error) => {
                found.push(unreadable_folder(&now, &error));
                continue;
            }
        };
        for entry in entries.iter().filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b".")) {
            let path = entry.path();
            let kind = entry.file_type();
            let is_link = kind.as_ref().is_ok_and(FileType::is_symlink);
            let kind = if is_link { fs::metadata(&path).map(|target| target.file_type()) } else { kind };
            match (kind, syntax(&path)) {
                (Ok(kind), _) if kind.is_dir() && is_link => found.push(link_to_folder(&path)),
                (Ok(kind), _) if kind.is_dir() => folders.push(path),
                // What is no file, such as a pipe, may never end.
                (Ok(kind), Some(_)) if !kind.is_file() => found.push(no_file(&path)),
                (Ok(_), Some(syntax)) => files.push(SourceFile { path, syntax }),
                (Err(error), Some(_)) if is_link => found.push(link_to_nothing(&path, &error)),
                (Err(error), Some(_)) => found.push(unreadable(&path, &error)),
                (Ok(kind), None) if kind.is_file() && is_alike(&path) => found.push(not_read(&path)),
                (_, None) => {}
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    // The system lists a folder in any order.
    found.sort_by(|a, b| a.path.cmp(&b.path));
    for diagnostic in found {
        report.add(diagnostic);
    }
    files
}

/// Returns an error for a file that cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    of(path, Message::Unreadable { reason: error.to_string() }, Help::LetRead)
}

fn unreadable_folder(path: &Path, error: &io::Error) -> Diagnostic {
    of(path, Message::UnreadableFolder { reason: error.to_string() }, Help::LetRead)
}

fn no_file(path: &Path) -> Diagnostic {
    of(path, Message::NoFile, Help::PutFile)
}

fn link_to_nothing(path: &Path, error: &io::Error) -> Diagnostic {
    of(path, Message::LinkToNothing { reason: error.to_string() }, Help::PutFile)
}

fn link_to_folder(path: &Path) -> Diagnostic {
    of(path, Message::LinkToFolder, Help::PutFolder)
}

fn of(path: &Path, message: Message, help: Help) -> Diagnostic {
    Diagnostic::of_file(&Arc::from(path.to_string_lossy()), message, Some(help))
}

/// Returns the syntax of a file by its extension, in any case: some systems write `A.MD`.
pub(crate) fn syntax(path: &Path) -> Option<Syntax> {
    let extension = path.extension()?;
    if extension.eq_ignore_ascii_case("md") {
        Some(Syntax::Markdown)
    } else if extension.eq_ignore_ascii_case("jsonl") {
        Some(Syntax::JsonLines)
    } else {
        None
    }
}

/// Returns whether a file may be meant as one with announcements, by its extension.
fn is_alike(path: &Path) -> bool {
    let alike = ["markdown", "mdown", "mdx", "mkd", "json", "ndjson", "yaml", "yml", "toml"];
    path.extension().is_some_and(|extension| alike.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

fn not_read(path: &Path) -> Diagnostic {
    of(path, Message::NotRead, Help::Extensions)
}
