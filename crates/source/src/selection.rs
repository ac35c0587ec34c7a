use crate::{
    OpenError, Opening, Report,
    corpus::{Corpus, check_with, configuration, recommend},
    names::{self, ANNOUNCEMENTS, Role, Syntax},
    read::Settings,
    reading::{Reader, read_sources},
    walk::{SourceFile, source_files, without_outside_links},
};
use anslag_core::Publication;
use anslag_wording::wording;
use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Checks some source files of a data folder, and returns the number of their announcements.
///
/// The report gets the problems of these files only, and those of `publication.toml` and `register.toml` if these have an
/// error. References to other announcements are not checked, since these are not read. Neither are ids that a file outside
/// of the selection has too.
///
/// # Errors
/// Fails if a file is not a source file of the folder, or if the folder cannot be read.
pub fn check_files(
    folder: &Path,
    paths: &[PathBuf],
    opening: &Opening,
    report: &mut Report,
) -> Result<usize, SelectionError> {
    let Selection { settings, mut files } = Selection::new(folder, paths)?;
    let mut of_settings = report.empty();
    let Some((checked_with, fingerprint)) = configuration(folder, &mut of_settings)? else {
        report.append(of_settings);
        return Ok(0);
    };
    if !checked_with.publication().check.follow_links {
        files = without_outside_links(files, folder, report);
    }
    let publication = match checked_with {
        Settings::Valid(publication) => publication,
        Settings::Provisional(publication) => {
            report.append(of_settings);
            check_with(&publication, &files, opening, report)?;
            return Ok(0);
        }
    };
    if !settings.is_empty() {
        recommend(&publication, folder, &mut of_settings)?;
    }
    of_settings.retain(|path| settings.contains(Path::new(path)));
    report.append(of_settings);
    let unsorted = read_sources(&Reader::new(&publication, &files, None, opening.as_of), opening.threads, report);
    let corpus = unsorted.and_then(|unsorted| Corpus::new(publication, fingerprint, files, unsorted, report));
    Ok(corpus.map_err(|source| OpenError::Index { source })?.count())
}

/// Finds the files with announcements of a data folder, or those among `paths`, each with its syntax.
///
/// Files that cannot be read are in the report. So are links that lead outside, unless the publication follows them.
///
/// # Errors
/// Fails if a path is not that of a source file of the folder, or if the folder cannot be read.
pub fn announcement_files(
    folder: &Path,
    paths: &[PathBuf],
    publication: &Publication,
    report: &mut Report,
) -> Result<Vec<(PathBuf, Syntax)>, SelectionError> {
    let mut files = match paths {
        [] => source_files(&folder.join(ANNOUNCEMENTS), report).files,
        _ => Selection::new(folder, paths)?.files,
    };
    if !publication.check.follow_links {
        files = without_outside_links(files, folder, report);
    }
    Ok(files.into_iter().map(|file| (file.path, file.syntax)).collect())
}

/// Source files of a data folder that were named one by one.
struct Selection {
    /// Paths of `publication.toml` and `register.toml`, as far as they are named.
    settings: BTreeSet<PathBuf>,
    files: Vec<SourceFile>,
}

impl Selection {
    fn new(folder: &Path, paths: &[PathBuf]) -> Result<Self, SelectionError> {
        let root = fs::canonicalize(folder)
            .map_err(|source| OpenError::Io { path: folder.join(names::PUBLICATION), source })?;
        let (mut settings, mut files, mut seen) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
        for path in paths {
            let refuse = |reason| SelectionError::NotASource { path: path.clone(), reason };
            let metadata = fs::metadata(path).map_err(|source| SelectionError::Io { path: path.clone(), source })?;
            if metadata.is_dir() {
                return Err(refuse(NotASource::Directory));
            }
            let full = absolute(path).map_err(|source| SelectionError::Io { path: path.clone(), source })?;
            let inside = full.strip_prefix(&root).map_err(|_| refuse(NotASource::OutsideOfData))?;
            if inside == Path::new(names::PUBLICATION) || inside == Path::new(names::REGISTER) {
                settings.insert(folder.join(inside));
                continue;
            }
            let inside = inside.strip_prefix(ANNOUNCEMENTS).map_err(|_| refuse(NotASource::OutsideOfAnnouncements))?;
            let is_hidden = |name| names::role(name, names::Directory::Announcements) == Some(Role::Leaving);
            if inside.iter().any(is_hidden) {
                return Err(refuse(NotASource::Hidden));
            }
            let syntax = names::syntax(path).ok_or_else(|| refuse(NotASource::Extension))?;
            if seen.insert(full) {
                let is_link = fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink());
                files.push(SourceFile { path: path.clone(), syntax, is_link });
            }
        }
        Ok(Self { settings, files })
    }
}

/// Returns the absolute path of a file without links in its directory. A link to a file stays: it is a source where it is.
fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    match (path.parent(), path.file_name().filter(|name| *name != OsStr::new(".."))) {
        (Some(parent), Some(name)) => Ok(fs::canonicalize(parent)?.join(name)),
        _ => fs::canonicalize(path),
    }
}

wording! {
    /// Reason why source files could not be checked one by one.
    #[derive(Debug, Error)]
    pub enum SelectionError {
        /// The data folder could not be read.
        Open {
            /// Reason.
            #[from]
            #[source]
            error: OpenError,
        }
            en("{error}")
            sv("{error}"),
        /// A file could not be read.
        Io {
            /// The file.
            path: PathBuf,
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        /// A file is not a source file of the data folder.
        NotASource {
            /// The file.
            path: PathBuf,
            /// Reason why it is not a source file.
            reason: NotASource,
        }
            en("{} is not a source file: {reason}", path.display())
            sv("{} är ingen källfil: {reason}", path.display()),
    }
}

wording! {
    /// Reason why a file is not a source file.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum NotASource {
        /// It is a directory.
        Directory
            en("it is a directory")
            sv("det är en mapp"),
        /// It is outside of the data directory.
        OutsideOfData
            en("it is outside of the data directory")
            sv("den ligger utanför datamappen"),
        /// It is in the data directory, but not in `announcements`.
        OutsideOfAnnouncements
            en("it is not in `announcements`")
            sv("den ligger inte i `announcements`"),
        /// Its name, or that of a directory, begins with a dot.
        Hidden
            en("it is hidden")
            sv("den är dold"),
        /// Its name has another extension.
        Extension
            en("its name ends neither in `.md` nor in `.jsonl`")
            sv("dess namn slutar varken på `.md` eller `.jsonl`"),
    }
}
