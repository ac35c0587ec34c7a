use crate::{
    Diagnostic, Report,
    help::Help,
    message::Message,
    names::{self, Directory, Role, Syntax, announcement_name},
    nearest::nearest,
    regular_file::read_beginning,
};
use anslag_core::{Fingerprint, limit};
use anslag_wording::IoFault;
use std::{
    ffi::OsStr,
    fs::{self, DirEntry, FileType},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// File with announcements.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    pub(crate) path: PathBuf,
    pub(crate) syntax: Syntax,
    /// `true` if the path is that of a symbolic link.
    pub(crate) is_link: bool,
}

impl SourceFile {
    /// Returns the fingerprint of a source: the bytes of a line, or the name of the announcement and the bytes of a file.
    pub(crate) fn fingerprint(&self, bytes: &[u8]) -> Fingerprint {
        match self.syntax {
            Syntax::Markdown => Fingerprint::of(&(announcement_name(&self.path), bytes)),
            Syntax::JsonLines => Fingerprint::of_bytes(bytes),
        }
    }

    /// Reads the whole file; of one that is too long for an announcement, one byte more than allowed.
    pub(crate) fn read(&self) -> io::Result<Vec<u8>> {
        read_beginning(&self.path, limit::FILE.most as u64 + 1)
    }
}

/// Files below the folder of announcements.
#[derive(Debug)]
pub(crate) struct Found {
    /// Files with announcements, in the order of their paths.
    pub(crate) files: Vec<SourceFile>,
    /// Other files, which announcements may refer to.
    pub(crate) beside: Vec<PathBuf>,
}

/// Finds the files below the folder of announcements.
///
/// A missing folder is an error, since an export would take everything away.
///
/// Unreadable files are added to the report. So are files that are not read, but for those that `names` passes over, those
/// that announcements may refer to, and the other files next to an `index.md`, to which they belong. Links to folders are not followed, so that they cannot lead
/// round in a circle, and are warned of.
pub(crate) fn source_files(folder: &Path, report: &mut Report) -> Found {
    let (mut files, mut beside) = (Vec::new(), Vec::new());
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(now) = folders.pop() {
        let entries = match fs::read_dir(&now).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound && now == folder => {
                found.push(diagnostic_of(&now, Message::NoSuchFolder, Help::MakeFolder));
                continue;
            }
            Err(error) => {
                found.push(unreadable_folder(&now, &error));
                continue;
            }
        };
        let is_bundle = entries.iter().any(is_index);
        for entry in &entries {
            let (path, role) = (entry.path(), names::role(&entry.file_name(), Directory::Announcements));
            let syntax = match role {
                Some(Role::Leaving) => continue,
                Some(Role::Announcements(syntax)) => Some(syntax),
                Some(Role::Settings | Role::About | Role::Section | Role::Area) | None => None,
            };
            let kind = entry.file_type();
            let is_link = kind.as_ref().is_ok_and(FileType::is_symlink);
            let kind = if is_link { fs::metadata(&path).map(|target| target.file_type()) } else { kind };
            match (kind, syntax) {
                (Ok(kind), _) if kind.is_dir() && is_link => found.push(link_to_folder(&path)),
                (Ok(kind), _) if kind.is_dir() => folders.push(path),
                // What is no file, such as a pipe, may never end.
                (Ok(kind), Some(_)) if !kind.is_file() => found.push(no_file(&path)),
                (Ok(_), Some(syntax)) => files.push(SourceFile { path, syntax, is_link }),
                (Err(error), Some(_)) if is_link => found.push(link_to_nothing(&path, &error)),
                (Err(error), Some(_)) => found.push(unreadable(&path, &error)),
                (Ok(kind), None) if kind.is_file() && role == Some(Role::Section) => found.push(section(&path)),
                (Ok(kind), None) if kind.is_file() => {
                    let is_meant = role == Some(Role::Area) || names::is_publishable(&path);
                    found.extend(not_read(&path, is_bundle).filter(|_| !is_meant));
                    beside.push(path);
                }
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
    Found { files, beside }
}

/// Returns the files without the links that lead outside of the data folder, and adds an error to the report for each of these.
///
/// Otherwise a person who may add a link would see, in messages, files that only the publishing user may read. The folder of
/// announcements may be a link itself.
pub(crate) fn without_outside_links(files: Vec<SourceFile>, data: &Path, report: &mut Report) -> Vec<SourceFile> {
    let mut roots = None;
    let mut is_inside = |file: &SourceFile| {
        let folders = [data.to_path_buf(), data.join(names::ANNOUNCEMENTS)];
        let roots = roots.get_or_insert_with(|| folders.map(fs::canonicalize));
        let target = fs::canonicalize(&file.path);
        target.is_ok_and(|target| roots.iter().flatten().any(|root| target.starts_with(root)))
    };
    let (inside, outside) = files.into_iter().partition(|file| !file.is_link || is_inside(file));
    let outside: Vec<SourceFile> = outside;
    for SourceFile { path, .. } in outside {
        report.add(link_outside(&path));
    }
    inside
}

/// Returns an error for a link that leads outside of the data folder, or for a file below such a link.
pub(crate) fn link_outside(path: &Path) -> Diagnostic {
    let target = fs::read_link(path).unwrap_or_else(|_| path.to_path_buf()).to_string_lossy().into_owned();
    diagnostic_of(path, Message::LinkOutside { target }, Help::PutFileOrFollow)
}

/// Returns an error for a file that cannot be read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    diagnostic_of(path, Message::Unreadable { reason: IoFault::from(error) }, Help::LetRead)
}

pub(crate) fn unreadable_folder(path: &Path, error: &io::Error) -> Diagnostic {
    diagnostic_of(path, Message::UnreadableFolder { reason: IoFault::from(error) }, Help::LetRead)
}

pub(crate) fn no_file(path: &Path) -> Diagnostic {
    diagnostic_of(path, Message::NoFile, Help::PutFile)
}

pub(crate) fn link_to_nothing(path: &Path, error: &io::Error) -> Diagnostic {
    diagnostic_of(path, Message::LinkToNothing { reason: IoFault::from(error) }, Help::PutFile)
}

pub(crate) fn link_to_folder(path: &Path) -> Diagnostic {
    diagnostic_of(path, Message::LinkToFolder, Help::PutFolder)
}

/// Returns a problem of a file or a directory as a whole.
pub(crate) fn diagnostic_of(path: &Path, message: Message, help: Help) -> Diagnostic {
    Diagnostic::of_file(&Arc::from(path.to_string_lossy()), message, Some(help))
}

/// Returns whether a file goes by the name of its folder, and other files beside it belong to it.
fn is_index(entry: &DirEntry) -> bool {
    let path = PathBuf::from(entry.file_name());
    path.file_stem().is_some_and(names::is_bundle) && names::syntax(&path).is_some()
}

fn section(path: &Path) -> Diagnostic {
    diagnostic_of(path, Message::SectionPage, Help::KeepOrHide)
}

/// Returns a warning of a file that is not read, unless it belongs to an `index.md` beside it.
fn not_read(path: &Path, is_bundle: bool) -> Option<Diagnostic> {
    match intended(path) {
        Some(to) => Some(diagnostic_of(path, Message::NotRead, Help::Rename { to })),
        None => (!is_bundle).then(|| diagnostic_of(path, Message::NotRead, Help::Extensions)),
    }
}

fn intended(path: &Path) -> Option<String> {
    names::intended(path.file_name()?).map(|name| name.to_string_lossy().into_owned())
}

/// Adds a warning for each file and folder in the data folder that is not read. A folder is warned of if it could be meant as
/// that of announcements.
pub(crate) fn warn_of_strays(data: &Path, report: &mut Report) {
    let Ok(entries) = fs::read_dir(data).and_then(Iterator::collect::<io::Result<Vec<_>>>) else { return };
    let mut paths: Vec<PathBuf> = entries.iter().map(DirEntry::path).collect();
    paths.sort();
    let has_announcements = data.join(names::ANNOUNCEMENTS).is_dir();
    for path in paths {
        let Some(name) = path.file_name().filter(|name| names::role(name, Directory::Data).is_none()) else { continue };
        let Ok(kind) = fs::metadata(&path).map(|metadata| metadata.file_type()) else { continue };
        if kind.is_file() {
            let is_alike = names::syntax(&path).is_some() || names::intended(name).is_some();
            let help = if is_alike { Help::MoveToAnnouncements } else { Help::MoveAway };
            report.add(diagnostic_of(&path, Message::StrayFile, help));
        } else if kind.is_dir() {
            let is_alike = is_nearly_announcements(name);
            if is_alike || holds_announcements(&path) {
                let rename = Help::Rename { to: names::ANNOUNCEMENTS.to_owned() };
                let help = if is_alike && !has_announcements { rename } else { Help::MoveToAnnouncements };
                report.add(diagnostic_of(&path, Message::StrayFolder, help));
            }
        }
    }
}

fn is_nearly_announcements(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    nearest(&name, [names::ANNOUNCEMENTS]).is_some()
}

/// Returns whether a file in the folder itself could be read as one with announcements.
fn holds_announcements(folder: &Path) -> bool {
    let Ok(entries) = fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| names::syntax(Path::new(&entry.file_name())) == Some(Syntax::Markdown))
}
