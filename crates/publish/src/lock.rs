use crate::{
    PublishError, Stop,
    error::{Attempt, Holder, TargetProblem},
};
use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

/// Time between two attempts to take a lock that another export has.
const INTERVAL: Duration = Duration::from_millis(100);

/// First bytes of a lock file; the number of the process follows.
const SIGNATURE: &str = "anslag ";

/// Reaction to a lock that another export has.
#[derive(Clone, Copy)]
pub(crate) enum IfTaken<'a> {
    /// Fail.
    Fail,
    /// Wait until the other export ends, after one call with its holder.
    Wait(&'a dyn Fn(Holder)),
}

/// The right to publish into a directory, which one process at a time has.
///
/// It is an advisory lock on the file `.<name>.lock` beside the directory. The system releases it if the process is killed.
/// The process that has the lock deletes the lock file. So a process that has locked a file checks that the path still leads
/// to this file; if not, it retries.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    /// Closing this file releases the lock.
    file: File,
    /// Directories that were created for the lock file, the innermost first. Dropping the lock removes those that are
    /// empty. If several exports fail at once, one may leave an empty directory.
    made: Vec<PathBuf>,
}

impl Lock {
    /// Takes the lock of a directory. Creates missing directories above it.
    pub(crate) fn take(target: &Path, name: &str, if_taken: IfTaken<'_>, stop: &Stop) -> Result<Self, PublishError> {
        let parent = target.parent().unwrap_or(target);
        let path = parent.join(format!(".{name}.lock"));
        let mut made = Vec::new();
        let mut is_told = false;
        let mut lost = 0;
        loop {
            stop.check()?;
            let mut file = match open_below(parent, &path, &mut made) {
                Ok(file) => file,
                // The process that had the lock has just deleted the directories that it had created.
                Err(PublishError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound && lost < 10 => {
                    lost += 1;
                    continue;
                }
                Err(error) => {
                    remove_folders(&made);
                    return Err(error);
                }
            };
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => {
                    if has_other_names(&file).map_err(PublishError::io(Attempt::Read, &path))? {
                        return Err(PublishError::Target { target: path, reason: TargetProblem::LinkedLock });
                    }
                    if !is_ours(&mut file).map_err(PublishError::io(Attempt::Read, &path))? {
                        return Err(PublishError::Target { target: path, reason: TargetProblem::ForeignLock });
                    }
                    let mut lock = Self { path, file, made };
                    sign(&mut lock.file).map_err(PublishError::io(Attempt::Write, &lock.path))?;
                    return Ok(lock);
                }
                Ok(()) => {}
                Err(TryLockError::Error(error)) => return Err(PublishError::io(Attempt::Lock, path)(error)),
                Err(TryLockError::WouldBlock) => {
                    let holder = holder(&mut file);
                    let IfTaken::Wait(tell) = if_taken else {
                        return Err(PublishError::Taken { target: target.to_path_buf(), holder });
                    };
                    if !is_told {
                        tell(holder);
                        is_told = true;
                    }
                    thread::sleep(INTERVAL);
                }
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Other systems cannot tell this file from another one at the same path, so the file stays.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        remove_folders(&self.made);
    }
}

/// Opens a lock file, and creates its directory if it is missing. Puts the directories that were missing into `made`, the
/// innermost first.
fn open_below(folder: &Path, path: &Path, made: &mut Vec<PathBuf>) -> Result<File, PublishError> {
    let missing: Vec<PathBuf> =
        folder.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
    if !missing.is_empty() {
        *made = missing;
    }
    fs::create_dir_all(folder).map_err(PublishError::io(Attempt::MakeFolder, folder))?;
    open(path).map_err(PublishError::io(Attempt::Create, path))
}

/// Removes the empty ones among some directories.
fn remove_folders(folders: &[PathBuf]) {
    for folder in folders {
        let _ = fs::remove_dir(folder);
    }
}

/// Opens a lock file, or creates it. Does not follow a symbolic link.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    options.open(path)
}

/// Returns whether a path leads to an open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(found)) => (open.dev(), open.ino()) == (found.dev(), found.ino()),
        (Err(_), _) | (_, Err(_)) => false,
    }
}

/// Returns `true`: here, no process deletes a lock file.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// Returns whether a file has further names (hard links), so that writing into it would change another file.
#[cfg(unix)]
fn has_other_names(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    Ok(file.metadata()?.nlink() > 1)
}

/// Returns `false`: here, the number of names is not known.
#[cfg(not(unix))]
fn has_other_names(_: &File) -> io::Result<bool> {
    Ok(false)
}

/// Returns whether a file is a lock file of ours. A new one is empty.
fn is_ours(file: &mut File) -> io::Result<bool> {
    let text = read(file)?;
    Ok(text.is_empty() || text.starts_with(SIGNATURE.as_bytes()))
}

/// Writes the number of this process into a lock file.
fn sign(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(format!("{SIGNATURE}{}\n", std::process::id()).as_bytes())
}

/// Returns the process that has a lock, by its lock file.
fn holder(file: &mut File) -> Holder {
    let text = read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let id = text.as_deref().and_then(|text| text.strip_prefix(SIGNATURE)?.trim_end().parse().ok());
    id.map_or(Holder::Unknown, |id| Holder::Process { id })
}

/// Returns the first bytes of a file.
fn read(file: &mut File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn take(target: &Path, if_taken: IfTaken<'_>) -> Result<Lock, PublishError> {
        Lock::take(target, "dist", if_taken, &Stop::default())
    }

    #[test]
    fn one_has_it_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a/b/dist");
        let lock = take(&target, IfTaken::Fail).unwrap();
        let refused = take(&target, IfTaken::Fail).unwrap_err();
        let said = format!("another export, process {}, is publishing there", std::process::id());
        assert!(refused.to_string().ends_with(&said), "{refused}");
        drop(lock);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        drop(take(&target, IfTaken::Fail).unwrap());
    }

    /// Many take turns, and each deletes the file that the others wait for.
    #[test]
    fn it_is_had_by_one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a/b/dist");
        let (inside, told) = (AtomicUsize::new(0), AtomicUsize::new(0));
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..5 {
                        let tell = |_| {
                            told.fetch_add(1, Ordering::SeqCst);
                        };
                        let lock = take(&target, IfTaken::Wait(&tell)).unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        thread::sleep(Duration::from_millis(2));
                        inside.fetch_sub(1, Ordering::SeqCst);
                        drop(lock);
                    }
                });
            }
        });
        assert!(told.into_inner() > 0, "nobody has waited");
        assert!(!target.with_file_name(".dist.lock").exists());
    }

    #[test]
    fn who_waits_can_be_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("dist");
        let _lock = take(&target, IfTaken::Fail).unwrap();
        let stop = Stop::default();
        let tell = |_| stop.request();
        let stopped = Lock::take(&target, "dist", IfTaken::Wait(&tell), &stop);
        assert!(matches!(stopped, Err(PublishError::Stopped)));
    }

    #[test]
    fn files_of_others_stay_what_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("dist");
        fs::write(folder.path().join(".dist.lock"), "mine").unwrap();
        assert!(matches!(take(&target, IfTaken::Fail), Err(PublishError::Target { .. })));
        assert_eq!(fs::read(folder.path().join(".dist.lock")).unwrap(), b"mine");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (target, elsewhere) = (folder.path().join("dist"), folder.path().join("elsewhere"));
        fs::write(&elsewhere, "").unwrap();
        std::os::unix::fs::symlink(&elsewhere, folder.path().join(".dist.lock")).unwrap();
        assert!(matches!(take(&target, IfTaken::Fail), Err(PublishError::Io { .. })));
        assert_eq!(fs::read(&elsewhere).unwrap(), b"");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_another_name_stays_what_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (target, elsewhere) = (folder.path().join("dist"), folder.path().join("elsewhere"));
        for content in ["", "anslag 1\n"] {
            fs::write(&elsewhere, content).unwrap();
            fs::hard_link(&elsewhere, folder.path().join(".dist.lock")).unwrap();
            let refused = take(&target, IfTaken::Fail).unwrap_err();
            assert!(refused.to_string().contains("another name of the same file"), "{refused}");
            assert_eq!(fs::read_to_string(&elsewhere).unwrap(), content);
            fs::remove_file(folder.path().join(".dist.lock")).unwrap();
        }
    }

    /// A killed run leaves its lock file.
    #[test]
    fn a_file_that_nobody_locks_is_no_lock() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("dist");
        for left in ["", "anslag 1\n", "anslag 4294967295\n"] {
            fs::write(folder.path().join(".dist.lock"), left).unwrap();
            drop(take(&target, IfTaken::Fail).unwrap());
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
}
