use crate::{
    Manifest, PublishError,
    error::{Attempt, TargetProblem, Vanished},
    feeds,
    previous::Previous,
};
use anslag_core::Publication;
use anslag_feed::Feed;
use anslag_source::Corpus;
use std::{
    collections::{BTreeSet, HashSet},
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// How many foreign files a refusal names.
const NAMED: usize = 10;

/// A folder that a publication may take the place of: there is none yet, it is empty, or it holds an earlier
/// publication and nothing else.
#[derive(Debug)]
pub(crate) struct Target {
    path: PathBuf,
    parent: PathBuf,
    name: String,
    /// What was published there before.
    previous: Previous,
}

/// Says whether an export of a corpus, which was read from `data`, could publish into a folder; makes nothing.
pub fn check_target(corpus: &Corpus, path: &Path, data: &Path) -> Result<(), PublishError> {
    Target::look(path, data)?.refuse_vanishing_feeds(&corpus.publication, &feeds(corpus))
}

impl Target {
    /// Looks at the folder; makes and changes nothing.
    pub(crate) fn look(path: &Path, data: &Path) -> Result<Self, PublishError> {
        let refuse = |reason| PublishError::Target { target: path.to_path_buf(), reason };
        let absolute = std::path::absolute(path).map_err(PublishError::io(Attempt::Find, path))?;
        // A symbolic link stays, and what it points to is exchanged.
        let path = resolve(&absolute).map_err(PublishError::io(Attempt::Find, &absolute))?;
        let parent = path.parent().ok_or_else(|| refuse(TargetProblem::Root))?.to_path_buf();
        let name =
            path.file_name().map(OsStr::to_string_lossy).ok_or_else(|| refuse(TargetProblem::NoName))?.into_owned();
        if fs::canonicalize(data).is_ok_and(|data| path.starts_with(data)) {
            return Err(refuse(TargetProblem::InData));
        }
        let mut target = Self { path, parent, name, previous: Previous::default() };
        target.refuse_foreign_files()?;
        Ok(target)
    }

    /// Refuses feeds without one that was published there before under the same addresses: those who subscribe to it would
    /// find nothing, and not be told.
    pub(crate) fn refuse_vanishing_feeds(&self, publication: &Publication, feeds: &[Feed]) -> Result<(), PublishError> {
        let Some(before) = self.previous.manifest().filter(|before| before.base == publication.base.iri().as_str())
        else {
            return Ok(());
        };
        let now: HashSet<&str> = feeds.iter().map(Feed::name).collect();
        let names: BTreeSet<&str> = before.feeds().map(|(_, name, _)| name).collect();
        let vanished: Vec<_> = names.into_iter().filter(|name| !now.contains(name)).map(Vanished::new).collect();
        if vanished.is_empty() { Ok(()) } else { Err(PublishError::Vanished { feeds: vanished }) }
    }

    /// Makes the folders above it where they are missing.
    pub(crate) fn make_parent(&self) -> Result<(), PublishError> {
        fs::create_dir_all(&self.parent).map_err(PublishError::io(Attempt::MakeFolder, &self.parent))
    }

    /// The folder above it, on the same file system.
    pub(crate) fn parent(&self) -> &Path {
        &self.parent
    }

    /// What was published there before.
    pub(crate) fn previous(&self) -> &Previous {
        &self.previous
    }

    /// Its last part.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Puts a staging folder in the target's place, at one stroke where the system can, and deletes what was there.
    pub(crate) fn replace_with(&self, staging: TempDir) -> Result<(), PublishError> {
        let staged = staging.keep();
        if !self.path.exists() {
            return fs::rename(&staged, &self.path).map_err(|error| {
                let _ = fs::remove_dir_all(&staged);
                PublishError::io(Attempt::Replace, &self.path)(error)
            });
        }
        if let Err(error) = exchange(&staged, &self.path) {
            let _ = fs::remove_dir_all(&staged);
            return Err(PublishError::io(Attempt::Replace, &self.path)(error));
        }
        // The new publication is in place; what is left of the old one disturbs nobody.
        fs::remove_dir_all(&staged).map_err(PublishError::io(Attempt::DeleteFormer, staged))
    }

    fn refuse_foreign_files(&mut self) -> Result<(), PublishError> {
        let path = &self.path;
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(PublishError::io(Attempt::LookAt, path)(error)),
            Ok(found) if !found.is_dir() => {
                return Err(PublishError::Target { target: path.clone(), reason: TargetProblem::File });
            }
            Ok(_) => {}
        }
        let manifest = Manifest::read(path)?;
        let is_ours =
            |name: &str| manifest.as_ref().is_some_and(|ours| name == Manifest::NAME || ours.files.contains_key(name));
        let mut foreign = Vec::new();
        find_files(path, "", &mut |name| {
            if !is_ours(name) {
                foreign.push(name.to_owned());
            }
            foreign.len() <= NAMED
        })?;
        if foreign.is_empty() {
            self.previous = Previous::new(path, manifest);
            return Ok(());
        }
        if foreign.len() > NAMED {
            foreign.truncate(NAMED);
            foreign.push("...".to_owned());
        }
        Err(PublishError::Foreign { target: path.clone(), foreign })
    }
}

/// The path without symbolic links, as far as it exists.
pub(crate) fn resolve(absolute: &Path) -> io::Result<PathBuf> {
    for ancestor in absolute.ancestors() {
        match fs::canonicalize(ancestor) {
            Ok(real) => {
                let rest = absolute.strip_prefix(ancestor).expect("an ancestor begins its path");
                return Ok(if rest.as_os_str().is_empty() { real } else { real.join(rest) });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(absolute.to_path_buf())
}

/// Calls `found` with the path of every file below a folder, in the order of the names, until it gives false.
fn find_files(folder: &Path, prefix: &str, found: &mut impl FnMut(&str) -> bool) -> Result<bool, PublishError> {
    let read = |error| PublishError::io(Attempt::ReadFolder, folder)(error);
    let mut entries = fs::read_dir(folder).map_err(read)?.collect::<Result<Vec<_>, _>>().map_err(read)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let is_folder = entry.file_type().map_err(PublishError::io(Attempt::LookAt, entry.path()))?.is_dir();
        let go_on = if is_folder { find_files(&entry.path(), &format!("{name}/"), found)? } else { found(&name) };
        if !go_on {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Exchanges two folders: at one stroke on Linux, else by two renames, between which there is nothing at `target`.
fn exchange(staged: &Path, target: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::{
            fs::{CWD, RenameFlags, renameat_with},
            io::Errno,
        };
        match renameat_with(CWD, staged, CWD, target, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            // Old kernels and some file systems of networks cannot.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let aside = staged.with_extension("former");
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(staged, target) {
        // Back to where it was.
        fs::rename(&aside, target)?;
        return Err(error);
    }
    fs::rename(&aside, staged)
}
