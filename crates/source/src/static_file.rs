use crate::{
    Diagnostic, Report,
    help::Help,
    message::Message,
    names::{self, Directory, Role, STATIC},
    regular_file::open_regular,
    walk::{diagnostic_of, link_to_folder, link_to_nothing, no_file, unreadable, unreadable_folder},
};
use anslag_core::{limit, sha256_of_reader};
use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};
use unicode_normalization::UnicodeNormalization;

/// File of the folder `static`, which is published as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// Path of the file.
    pub path: PathBuf,
    /// Path in the published layout.
    pub name: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

/// Returns the form of a path that is the same for all paths that a host which ignores case takes for one.
#[must_use]
pub fn without_case(name: &str) -> String {
    if name.is_ascii() { name.to_ascii_lowercase() } else { name.to_lowercase().nfc().collect() }
}

/// Files that are found in `static`.
struct Walk<'r> {
    root: PathBuf,
    follow_links: bool,
    /// Names of files and directories, by their form without case.
    names: HashMap<String, String>,
    files: Vec<StaticFile>,
    report: &'r mut Report,
}

/// Returns the files of `static` in a data folder, in the order of their names. Problems go to the report.
///
/// The files of other programs, such as `.git`, are left out. A link must lead to a file of `static`, unless all links are
/// followed.
pub(crate) fn static_files(data: &Path, follow_links: bool, report: &mut Report) -> Vec<StaticFile> {
    let root = data.join(STATIC);
    let mut walk = Walk { root: root.clone(), follow_links, names: HashMap::new(), files: Vec::new(), report };
    match fs::symlink_metadata(&root) {
        Ok(found) if found.is_symlink() && !follow_links => walk.refuse_link(&root),
        Ok(_) if root.is_dir() => walk.folder(&root, "", 1),
        // A file of this name is warned of as one that is not read.
        Ok(_) | Err(_) => {}
    }
    let mut files = walk.files;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

impl Walk<'_> {
    fn folder(&mut self, folder: &Path, prefix: &str, level: usize) {
        let mut entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(error) => return self.report.add(unreadable_folder(folder, &error)),
        };
        if limit::STATIC_LEVELS.is_exceeded_by(level) {
            let message = Message::TooDeep { limit: limit::STATIC_LEVELS };
            return self.report.add(diagnostic_of(folder, message, Help::Shorten));
        }
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if names::role(&entry.file_name(), Directory::Static) != Some(Role::Leaving) {
                self.entry(&entry, prefix, level);
            }
            if limit::STATIC_FILES.is_exceeded_by(self.names.len()) {
                return;
            }
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, prefix: &str, level: usize) {
        let path = entry.path();
        let file_name = entry.file_name();
        let Some(name) = file_name.to_str().filter(|name| !name.contains(|c: char| c.is_control() || c == '\\')) else {
            return self.report.add(diagnostic_of(&path, Message::StaticName, Help::OtherName));
        };
        let name = format!("{prefix}{name}");
        if let Some(other) = self.names.insert(without_case(&name), name.clone()) {
            let message = Message::SameStaticName { other: format!("{STATIC}/{other}") };
            return self.report.add(diagnostic_of(&path, message, Help::OtherName));
        }
        if limit::STATIC_FILES.is_exceeded_by(self.names.len()) {
            let message = Message::TooLong { limit: limit::STATIC_FILES };
            return self.report.add(diagnostic_of(&self.root, message, Help::Shorten));
        }
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if is_link && !self.follow_links && !self.is_inside(&path) {
            return self.refuse_link(&path);
        }
        match fs::metadata(&path) {
            Ok(found) if found.is_dir() && is_link => self.report.add(link_to_folder(&path)),
            Ok(found) if found.is_dir() => self.folder(&path, &format!("{name}/"), level + 1),
            Ok(found) if !found.is_file() => self.report.add(no_file(&path)),
            Ok(found) if found.len() > limit::STATIC_FILE.most as u64 => {
                let message = Message::TooLong { limit: limit::STATIC_FILE };
                self.report.add(diagnostic_of(&path, message, Help::Shorten));
            }
            Ok(found) => match open_regular(&path).and_then(sha256_of_reader) {
                Ok(sha256) => self.files.push(StaticFile { path, name, size: found.len(), sha256 }),
                Err(error) => self.report.add(unreadable(&path, &error)),
            },
            Err(error) if is_link => self.report.add(link_to_nothing(&path, &error)),
            Err(error) => self.report.add(unreadable(&path, &error)),
        }
    }

    /// Returns whether a link leads to something in `static`, or to nothing.
    fn is_inside(&self, path: &Path) -> bool {
        let Ok(target) = fs::canonicalize(path) else { return true };
        fs::canonicalize(&self.root).is_ok_and(|root| target.starts_with(root))
    }

    fn refuse_link(&mut self, path: &Path) {
        let target = fs::read_link(path).map(|target| target.to_string_lossy().into_owned()).unwrap_or_default();
        let refusal: Diagnostic = diagnostic_of(path, Message::LinkOutOfStatic { target }, Help::PutFileOrFollow);
        self.report.add(refusal);
    }
}
