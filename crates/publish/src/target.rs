use crate::{
    Manifest, PublishError, Stop,
    error::{Attempt, TargetProblem, Vanished},
    lock::{IfTaken, Lock},
    previous::Previous,
    staging::{LeftOver, Staging, former, sync_folder},
};
use anslag_core::Publication;
use anslag_feed::Feed;
use std::{
    collections::{BTreeSet, HashSet},
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

/// The number of foreign files that a refusal names.
const NAMED: usize = 10;

/// A folder that a publication may take the place of: there is none yet, it is empty, or it holds an earlier
/// publication and nothing else. Nobody else publishes into it in the meantime.
#[derive(Debug)]
pub(crate) struct Target {
    place: Place,
    /// The publication that is there.
    previous: Previous,
    /// Dropping the lock lets others publish there.
    _lock: Lock,
}

/// Where a target is, or would be.
#[derive(Debug)]
struct Place {
    path: PathBuf,
    /// The parent folder, on the same file system.
    parent: PathBuf,
    /// Its last part.
    name: String,
}

/// Checks whether an export of the data in `data` could publish these feeds into a folder. Makes nothing.
pub fn check_target(path: &Path, data: &Path, publication: &Publication, feeds: &[Feed]) -> Result<(), PublishError> {
    let manifest = Place::find(path, data)?.look()?;
    refuse_vanishing_feeds(manifest.as_ref(), publication, feeds)
}

impl Target {
    /// Takes a folder, into which the data in `data` are published, until its end: makes the folders above it, waits for
    /// another export that has it, mends what a killed one has left, and refuses files that no export wrote.
    ///
    /// It is taken before the data are read, so that of two exports the one that reads later also publishes later.
    pub(crate) fn take(path: &Path, data: &Path, if_taken: IfTaken<'_>, stop: &Stop) -> Result<Self, PublishError> {
        let place = Place::find(path, data)?;
        let lock = Lock::take(&place.path, &place.name, if_taken, stop)?;
        let left =
            LeftOver::find(&place.parent, &place.name).map_err(PublishError::io(Attempt::ReadFolder, &place.parent))?;
        place.put_back(&left.former)?;
        let manifest = place.look()?;
        for folder in left.former.iter().chain(&left.other).filter(|folder| folder.exists()) {
            fs::remove_dir_all(folder).map_err(PublishError::io(Attempt::DeleteLeft, folder))?;
        }
        let previous = Previous::new(&place.path, manifest);
        Ok(Self { place, previous, _lock: lock })
    }

    /// Fails if a feed that was published before is missing.
    pub(crate) fn refuse_vanishing_feeds(&self, publication: &Publication, feeds: &[Feed]) -> Result<(), PublishError> {
        refuse_vanishing_feeds(self.previous.manifest(), publication, feeds)
    }

    /// The publication that is there.
    pub(crate) fn previous(&self) -> &Previous {
        &self.previous
    }

    /// The folder.
    pub(crate) fn path(&self) -> &Path {
        &self.place.path
    }

    /// The parent folder, on the same file system.
    pub(crate) fn parent(&self) -> &Path {
        &self.place.parent
    }

    /// Its last part.
    pub(crate) fn name(&self) -> &str {
        &self.place.name
    }

    /// Has all of a staging folder put on the disk where that is wanted, puts it in the target's place, at one stroke where
    /// the system can, and deletes what was there. Who reads a file of that goes on reading it.
    pub(crate) fn replace_with(&self, staging: Staging<'_>, sync: bool) -> Result<(), PublishError> {
        let path = &self.place.path;
        let staging = staging.seal(sync)?;
        let replaced = if path.exists() { exchange(staging.path(), path) } else { fs::rename(staging.path(), path) };
        replaced.map_err(PublishError::io(Attempt::Replace, path))?;
        // The new publication is in place; what is left of the old one disturbs nobody.
        let former = staging.keep();
        if sync {
            sync_folder(&self.place.parent).map_err(PublishError::io(Attempt::MakeDurable, &self.place.parent))?;
        }
        match fs::remove_dir_all(&former) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(PublishError::io(Attempt::DeleteFormer, former)(error))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Refuses feeds without one that was published before under the same addresses: those who subscribe to it would find
/// nothing, and not be told.
fn refuse_vanishing_feeds(
    before: Option<&Manifest>,
    publication: &Publication,
    feeds: &[Feed],
) -> Result<(), PublishError> {
    let Some(before) = before.filter(|before| before.base == publication.base.iri().as_str()) else {
        return Ok(());
    };
    let now: HashSet<&str> = feeds.iter().map(Feed::name).collect();
    let names: BTreeSet<&str> = before.feeds().map(|(_, name, _)| name).collect();
    let vanished: Vec<_> = names.into_iter().filter(|name| !now.contains(name)).map(Vanished::new).collect();
    if vanished.is_empty() { Ok(()) } else { Err(PublishError::Vanished { feeds: vanished }) }
}

impl Place {
    /// Finds where a path leads; makes and changes nothing.
    fn find(path: &Path, data: &Path) -> Result<Self, PublishError> {
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
        Ok(Self { path, parent, name })
    }

    /// Puts back what was published where a run was killed between the two renames of [`exchange_in_two`].
    fn put_back(&self, former: &[PathBuf]) -> Result<(), PublishError> {
        if self.path.exists() {
            return Ok(());
        }
        // There is more than one only where somebody has moved the target since.
        let last = former.iter().max_by_key(|folder| fs::metadata(folder).and_then(|it| it.modified()).ok());
        let Some(last) = last else { return Ok(()) };
        fs::rename(last, &self.path).map_err(PublishError::io(Attempt::PutBack, &self.path))
    }

    /// What is published there; refuses other files. It is looked again where an export, whose end nobody has awaited,
    /// has published in between.
    fn look(&self) -> Result<Option<Manifest>, PublishError> {
        let mut manifest = self.manifest()?;
        loop {
            let foreign = self.foreign_files(manifest.as_ref())?;
            if foreign.is_empty() {
                return Ok(manifest);
            }
            let now = self.manifest()?;
            if now == manifest {
                return Err(PublishError::Foreign { target: self.path.clone(), foreign });
            }
            manifest = now;
        }
    }

    /// The manifest of what is published there; none where there is no such folder.
    fn manifest(&self) -> Result<Option<Manifest>, PublishError> {
        let path = &self.path;
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::io(Attempt::LookAt, path)(error)),
            Ok(found) if !found.is_dir() => {
                Err(PublishError::Target { target: path.clone(), reason: TargetProblem::File })
            }
            Ok(_) => Manifest::read(path),
        }
    }

    /// The first files that a manifest does not name.
    fn foreign_files(&self, manifest: Option<&Manifest>) -> Result<Vec<String>, PublishError> {
        let is_ours = |name: &str| manifest.is_some_and(|ours| name == Manifest::NAME || ours.files.contains_key(name));
        let mut foreign = Vec::new();
        if self.path.exists() {
            find_files(&self.path, "", &mut |name| {
                if !is_ours(name) {
                    foreign.push(name.to_owned());
                }
                foreign.len() <= NAMED
            })?;
        }
        if foreign.len() > NAMED {
            foreign.truncate(NAMED);
            foreign.push("...".to_owned());
        }
        Ok(foreign)
    }
}

/// The path without symbolic links, as far as it exists.
fn resolve(absolute: &Path) -> io::Result<PathBuf> {
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
    exchange_in_two(staged, target)
}

/// Exchanges two folders where that cannot be done at one stroke. A run that is killed between the first rename and the
/// second leaves the old one aside, whole; the next one puts it back.
fn exchange_in_two(staged: &Path, target: &Path) -> io::Result<()> {
    let aside = former(staged);
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(staged, target) {
        // Back to where it was.
        fs::rename(&aside, target)?;
        return Err(error);
    }
    // What is deleted is no longer whole, and must not have the name of what is.
    fs::rename(&aside, staged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Digest, FileEntry};

    fn take(folder: &Path) -> Result<Target, PublishError> {
        Target::take(&folder.join("dist"), &folder.join("data"), IfTaken::Fail, &Stop::default())
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A folder with a publication of one file.
    fn publication(folder: &Path, text: &str) {
        let manifest = Manifest {
            generator: "anslag".to_owned(),
            base: "https://data.example/".to_owned(),
            as_of: "2021-06-01".to_owned(),
            feed_size: 50,
            timezone: "Europe/Stockholm".to_owned(),
            hub: None,
            files: [("file".into(), FileEntry { sha256: Digest([0; 32]), size: 0 })].into(),
        };
        fs::create_dir(folder).unwrap();
        fs::write(folder.join(Manifest::NAME), serde_json::to_vec(&manifest).unwrap()).unwrap();
        fs::write(folder.join("file"), text).unwrap();
    }

    fn text(folder: &Path) -> String {
        fs::read_to_string(folder.join("dist/file")).unwrap()
    }

    #[test]
    fn folders_are_exchanged_in_two_renames() {
        let folder = tempfile::tempdir().unwrap();
        let (staged, target) = (folder.path().join(".dist.aaaaaa.staging"), folder.path().join("dist"));
        publication(&staged, "new");
        publication(&target, "old");
        exchange_in_two(&staged, &target).unwrap();
        assert_eq!(text(folder.path()), "new");
        assert_eq!(fs::read_to_string(staged.join("file")).unwrap(), "old");
        assert_eq!(names(folder.path()), [".dist.aaaaaa.staging", "dist"]);

        // The second one cannot be done: all is as it was.
        fs::remove_dir_all(&staged).unwrap();
        exchange_in_two(&staged, &target).unwrap_err();
        assert_eq!((text(folder.path()).as_str(), names(folder.path())), ("new", vec!["dist".to_owned()]));
    }

    /// What there is after a kill behind each step of the exchange in two renames, and what is published then.
    #[test]
    fn a_kill_between_renames_is_mended() {
        let (staging, former) = (".dist.aaaaaa.staging", ".dist.aaaaaa.former");
        let steps: [(&[(&str, &str)], &str); 5] = [
            (&[(staging, "new"), ("dist", "old")], "old"),
            (&[(staging, "new"), (former, "old")], "old"),
            (&[("dist", "new"), (former, "old")], "new"),
            (&[("dist", "new"), (staging, "old")], "new"),
            (&[("dist", "new")], "new"),
        ];
        for (folders, expected) in steps {
            let folder = tempfile::tempdir().unwrap();
            for (name, text) in folders {
                publication(&folder.path().join(name), text);
            }
            drop(take(folder.path()).unwrap());
            assert_eq!((text(folder.path()).as_str(), names(folder.path())), (expected, vec!["dist".to_owned()]));
        }
    }

    /// Nothing of a publication is there to be put back, and what is not whole is no publication.
    #[test]
    fn half_a_publication_is_not_put_in_place() {
        let folder = tempfile::tempdir().unwrap();
        publication(&folder.path().join(".dist.aaaaaa.staging"), "half");
        drop(take(folder.path()).unwrap());
        assert_eq!(names(folder.path()), [""; 0]);
    }

    /// A target with files of others is refused before anything is deleted.
    #[test]
    fn a_refusal_deletes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        publication(&folder.path().join("dist"), "old");
        fs::write(folder.path().join("dist/CNAME"), "").unwrap();
        publication(&folder.path().join(".dist.aaaaaa.staging"), "half");
        assert!(matches!(take(folder.path()), Err(PublishError::Foreign { .. })));
        assert_eq!(names(folder.path()), [".dist.aaaaaa.staging", "dist"]);
    }

    /// Who has opened a file of what was published before goes on reading it.
    #[cfg(unix)]
    #[test]
    fn readers_are_not_disturbed() {
        use std::io::{Read, Write};
        let folder = tempfile::tempdir().unwrap();
        publication(&folder.path().join("dist"), "old");
        let mut reader = fs::File::open(folder.path().join("dist/file")).unwrap();
        let target = take(folder.path()).unwrap();
        let staging = Staging::new(
            target.parent(),
            target.name(),
            target.previous(),
            &Stop::default(),
            &crate::Progress::default(),
        )
        .unwrap();
        staging.write("file", |out| out.write_all(b"new")).unwrap();
        target.replace_with(staging, true).unwrap();
        let mut old = String::new();
        reader.read_to_string(&mut old).unwrap();
        assert_eq!((old.as_str(), text(folder.path()).as_str()), ("old", "new"));
        drop(target);
        assert_eq!(names(folder.path()), ["dist"]);
    }
}
