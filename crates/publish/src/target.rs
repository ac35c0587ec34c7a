use crate::{
    Digest, Manifest, PublishError, Stop,
    error::{Attempt, TargetProblem, Vanished},
    lock::{IfTaken, Lock},
    manifest::FoundManifest,
    previous::Previous,
    staging::{LeftOver, former, sync_folder},
    temporary::TemporaryDirectory,
};
use anslag_core::Publication;
use anslag_feed::Feed;
use anslag_source::STATIC;
use jiff::civil::Date;
use std::{
    collections::{BTreeSet, HashSet},
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

/// Most foreign files that a refusal names.
const NAMED: usize = 10;

/// A directory that a publication may replace: it does not exist, it is empty, or it holds an earlier publication and
/// nothing else. No other process publishes into it until this is dropped.
#[derive(Debug)]
pub(crate) struct Target {
    path: TargetPath,
    /// The earlier publication.
    previous: Previous,
    /// Dropping the lock lets others publish there.
    _lock: Lock,
}

/// Path of a target, which need not exist.
#[derive(Debug)]
struct TargetPath {
    path: PathBuf,
    /// The parent directory, on the same file system.
    parent: PathBuf,
    /// The last part of the path.
    name: String,
    /// The directory of the files that are published as they are.
    static_files: PathBuf,
}

/// Returns the publication in a directory into which the data in `data` could be published. Creates nothing.
pub(crate) fn previous(path: &Path, data: &Path) -> Result<Previous, PublishError> {
    let target = TargetPath::new(path, data)?;
    let manifest = target.checked_manifest()?;
    Ok(Previous::new(&target.path, manifest))
}

impl Target {
    /// Takes the directory that the data in `data` are published into. Creates the directories above it, waits for
    /// another export that has it, and cleans up what a killed one has left. Refuses files that no export wrote.
    ///
    /// The caller takes it before it reads the data. So of two exports, the one that reads later also publishes later.
    pub(crate) fn take(path: &Path, data: &Path, if_taken: IfTaken<'_>, stop: &Stop) -> Result<Self, PublishError> {
        let path = TargetPath::new(path, data)?;
        let lock = Lock::take(&path.path, &path.name, if_taken, stop)?;
        let left =
            LeftOver::find(&path.parent, &path.name).map_err(PublishError::io(Attempt::ReadFolder, &path.parent))?;
        path.restore(&left.former)?;
        let manifest = path.checked_manifest()?;
        for folder in left.former.iter().chain(&left.other).filter(|folder| folder.exists()) {
            fs::remove_dir_all(folder).map_err(PublishError::io(Attempt::DeleteLeft, folder))?;
        }
        let previous = Previous::new(&path.path, manifest);
        Ok(Self { path, previous, _lock: lock })
    }

    /// Returns the earlier publication.
    pub(crate) fn previous(&self) -> &Previous {
        &self.previous
    }

    /// Returns the path of the directory.
    pub(crate) fn path(&self) -> &Path {
        &self.path.path
    }

    /// Returns the parent directory, on the same file system.
    pub(crate) fn parent(&self) -> &Path {
        &self.path.parent
    }

    /// Returns the last part of the path.
    pub(crate) fn name(&self) -> &str {
        &self.path.name
    }

    /// Replaces the target with a sealed staging directory, atomically if the system can, and deletes the old publication.
    /// Flushes the exchange to the disk if `sync` is set. A process that has opened an old file can still read it.
    pub(crate) fn replace_with(&self, staging: TemporaryDirectory, sync: bool) -> Result<(), PublishError> {
        let path = self.path();
        let replaced = if path.exists() { exchange(staging.path(), path) } else { fs::rename(staging.path(), path) };
        replaced.map_err(PublishError::io(Attempt::Replace, path))?;
        // The new publication is in place. Remains of the old one do no harm.
        let former = staging.keep();
        if sync {
            sync_folder(self.parent()).map_err(PublishError::io(Attempt::MakeDurable, self.parent()))?;
        }
        match fs::remove_dir_all(&former) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(PublishError::io(Attempt::DeleteFormer, former)(error))
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

/// Fails if a feed is missing that was published before under the same address. Its subscribers would find nothing, and
/// not be told.
pub(crate) fn refuse_vanishing_feeds(
    before: Option<&Manifest>,
    publication: &Publication,
    feeds: &[Feed],
    day: Date,
) -> Result<(), PublishError> {
    let Some(before) = before.filter(|before| before.base == publication.base.iri().as_str()) else {
        return Ok(());
    };
    let now: HashSet<&str> = feeds.iter().map(Feed::name).collect();
    let names: BTreeSet<&str> = before.feeds().map(|(_, name, _)| name).collect();
    let vanished = names.into_iter().filter(|name| !now.contains(name)).map(|name| Vanished::new(name, day));
    let vanished: Vec<_> = vanished.collect();
    if vanished.is_empty() { Ok(()) } else { Err(PublishError::Vanished { feeds: vanished }) }
}

impl TargetPath {
    /// Resolves a path. Creates and changes nothing.
    fn new(path: &Path, data: &Path) -> Result<Self, PublishError> {
        let refuse = |reason| PublishError::Target { target: path.to_path_buf(), reason };
        let absolute = std::path::absolute(path).map_err(PublishError::io(Attempt::Find, path))?;
        // A symbolic link stays: the export replaces the directory that it points to.
        let path = resolve(&absolute).map_err(PublishError::io(Attempt::Find, &absolute))?;
        let parent = path.parent().ok_or_else(|| refuse(TargetProblem::Root))?.to_path_buf();
        let name =
            path.file_name().map(OsStr::to_string_lossy).ok_or_else(|| refuse(TargetProblem::NoName))?.into_owned();
        if fs::canonicalize(data).is_ok_and(|data| path.starts_with(data)) {
            return Err(refuse(TargetProblem::InData));
        }
        Ok(Self { path, parent, name, static_files: data.join(STATIC) })
    }

    /// Restores the old publication if a run was killed between the two renames of [`exchange_in_two`].
    fn restore(&self, former: &[PathBuf]) -> Result<(), PublishError> {
        if self.path.exists() {
            return Ok(());
        }
        // There are several only if somebody has moved the target since.
        let last = former.iter().max_by_key(|folder| fs::metadata(folder).and_then(|it| it.modified()).ok());
        let Some(last) = last else { return Ok(()) };
        fs::rename(last, &self.path).map_err(PublishError::io(Attempt::PutBack, &self.path))
    }

    /// Returns the manifest of the earlier publication. Fails if there are other files. Reads again if another export has
    /// published in between, since a check takes no lock.
    fn checked_manifest(&self) -> Result<Option<FoundManifest>, PublishError> {
        let mut manifest = self.manifest()?;
        loop {
            let foreign = self.foreign_files(manifest.as_ref().map(|found| &found.manifest))?;
            if foreign.is_empty() {
                return Ok(manifest);
            }
            let now = self.manifest()?;
            if now == manifest {
                if manifest.is_some_and(|found| !found.is_intact) {
                    return Err(PublishError::DamagedManifest { path: self.path.join(Manifest::NAME) });
                }
                return Err(PublishError::Foreign { target: self.path.clone(), foreign });
            }
            manifest = now;
        }
    }

    /// Returns the manifest of the earlier publication; `None` if the directory does not exist.
    fn manifest(&self) -> Result<Option<FoundManifest>, PublishError> {
        let path = &self.path;
        match fs::metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(PublishError::io(Attempt::LookAt, path)(error)),
            Ok(found) if !found.is_dir() => {
                Err(PublishError::Target { target: path.clone(), reason: TargetProblem::File })
            }
            Ok(_) => Manifest::find(path),
        }
    }

    /// Returns the first files that a manifest does not name and that are not the same in `static`.
    fn foreign_files(&self, manifest: Option<&Manifest>) -> Result<Vec<String>, PublishError> {
        let is_ours = |name: &str| manifest.is_some_and(|ours| name == Manifest::NAME || ours.files.contains_key(name));
        let mut foreign = Vec::new();
        if self.path.exists() {
            find_files(&self.path, "", &mut |name| {
                if !is_ours(name) && !is_same(&self.static_files.join(name), &self.path.join(name)) {
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

/// Returns whether two regular files have the same bytes.
fn is_same(one: &Path, other: &Path) -> bool {
    let is_plain = |path: &Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let digest = |path: &Path| Digest::of_reader(fs::File::open(path).ok()?).ok();
    is_plain(one) && is_plain(other) && digest(one).is_some_and(|found| digest(other) == Some(found))
}

/// Resolves the symbolic links of a path, as far as it exists.
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

/// Calls `found` with the path of every file below a directory, in the order of the names, until it returns `false`.
pub(crate) fn find_files(
    folder: &Path,
    prefix: &str,
    found: &mut impl FnMut(&str) -> bool,
) -> Result<bool, PublishError> {
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

/// Exchanges two directories: atomically on Linux, else by two renames. Between these, `target` does not exist.
fn exchange(staged: &Path, target: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::{
            fs::{CWD, RenameFlags, renameat_with},
            io::Errno,
        };
        match renameat_with(CWD, staged, CWD, target, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(()),
            // Old kernels and some network file systems cannot do it.
            Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    exchange_in_two(staged, target)
}

/// Exchanges two directories by two renames. A run that is killed between them leaves the old one aside, whole; the next
/// run restores it.
fn exchange_in_two(staged: &Path, target: &Path) -> io::Result<()> {
    let aside = former(staged);
    fs::rename(target, &aside)?;
    if let Err(error) = fs::rename(staged, target) {
        fs::rename(&aside, target)?;
        return Err(error);
    }
    // What is deleted is no longer whole, and must not have the name of what is.
    fs::rename(&aside, staged)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FileEntry, staging::Staging};

    fn take(folder: &Path) -> Result<Target, PublishError> {
        Target::take(&folder.join("dist"), &folder.join("data"), IfTaken::Fail, &Stop::default())
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Makes a directory with a publication of one file.
    fn publication(folder: &Path, text: &str) {
        let manifest = Manifest {
            generator: "anslag".to_owned(),
            base: "https://data.example/".to_owned(),
            as_of: "2021-06-01".to_owned(),
            feed_size: 50,
            timezone: "Europe/Stockholm".to_owned(),
            language: None,
            license: None,
            moved: [].into(),
            hub: None,
            sha256: None,
            files: [("file".into(), FileEntry { sha256: Digest([0; 32]), size: 0 })].into(),
        };
        fs::create_dir(folder).unwrap();
        fs::write(folder.join(Manifest::NAME), manifest.to_json()).unwrap();
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

    /// A kill after each step of the exchange in two renames leaves a whole publication.
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

    /// An incomplete publication is never restored.
    #[test]
    fn half_a_publication_is_not_put_in_place() {
        let folder = tempfile::tempdir().unwrap();
        publication(&folder.path().join(".dist.aaaaaa.staging"), "half");
        drop(take(folder.path()).unwrap());
        assert_eq!(names(folder.path()), [""; 0]);
    }

    /// A target with foreign files is refused before anything is deleted.
    #[test]
    fn a_refusal_deletes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        publication(&folder.path().join("dist"), "old");
        fs::write(folder.path().join("dist/CNAME"), "").unwrap();
        publication(&folder.path().join(".dist.aaaaaa.staging"), "half");
        assert!(matches!(take(folder.path()), Err(PublishError::Foreign { .. })));
        assert_eq!(names(folder.path()), [".dist.aaaaaa.staging", "dist"]);
    }

    /// Somebody put a file into the target by hand, and then into `static`: an export replaces it by the same.
    #[test]
    fn a_file_of_the_target_that_is_static_too_is_ours() {
        let folder = tempfile::tempdir().unwrap();
        publication(&folder.path().join("dist"), "old");
        fs::write(folder.path().join("dist/CNAME"), "data.example").unwrap();
        fs::create_dir_all(folder.path().join("data/static")).unwrap();
        fs::write(folder.path().join("data/static/CNAME"), "other.example").unwrap();
        assert!(matches!(take(folder.path()), Err(PublishError::Foreign { .. })));
        fs::write(folder.path().join("data/static/CNAME"), "data.example").unwrap();
        take(folder.path()).unwrap();
    }

    /// A process that has opened an old file can still read it.
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
        target.replace_with(staging.seal(true).unwrap(), true).unwrap();
        let mut old = String::new();
        reader.read_to_string(&mut old).unwrap();
        assert_eq!((old.as_str(), text(folder.path()).as_str()), ("old", "new"));
        drop(target);
        assert_eq!(names(folder.path()), ["dist"]);
    }
}
