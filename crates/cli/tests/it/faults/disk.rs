use super::{Site, bound_by_permissions, failed, note, state, succeeded};
use crate::stderr;
use rustix::process::Signal;
use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

/// Runs a shell script in which file systems can be mounted that nobody else sees; none where that is not allowed. Its
/// arguments are the program, the two corpora and the folder of a site.
fn with_mounts(site: &Site, script: &str) -> Option<Output> {
    let run = |more: &[&str], script: &str| {
        let mut command = Command::new("unshare");
        command.arg("--mount").args(more).args(["sh", "-euc", script, "sh"]);
        command.args([Path::new(env!("CARGO_BIN_EXE_anslag")), site.old.path(), site.new.path(), site.folder.path()]);
        command.output()
    };
    let probe = "mount -t tmpfs none \"$4\"";
    let ways: [&[&str]; 2] = [&[], &["--user", "--map-root-user"]];
    let way = ways.into_iter().find(|way| run(way, probe).is_ok_and(|output| output.status.success()));
    if way.is_none() {
        note("skipped: nothing can be mounted here");
    }
    way.map(|way| run(way, script).unwrap())
}

/// A file system on which nothing at all is free, or too little for a publication.
#[test]
fn a_full_disk() {
    for free in ["0", "300k"] {
        let site = Site::new(12);
        let script = format!(
            "disk=\"$4/disk\"; mkdir \"$disk\"; mount -t tmpfs -o size=8m none \"$disk\"
             publish() {{ \"$program\" export --quiet --as-of 2021-06-01 --data \"$1\" --out \"$disk/dist\"; }}
             program=$1
             publish \"$2\"
             cp -r \"$disk/dist\" \"$4/before\"
             head -c {free} /dev/zero > \"$disk/reserve\"
             cat /dev/zero > \"$disk/full\" 2> /dev/null || true
             rm \"$disk/reserve\"
             code=0; publish \"$3\" || code=$?
             rm \"$disk/full\"
             cp -r \"$disk/dist\" \"$4/after\"; ls -A \"$disk\" > \"$4/beside\"
             publish \"$3\"
             exit $code"
        );
        let Some(output) = with_mounts(&site, &script) else { return };
        failed(&output, 3, ": no space left on the device\n |\n = help: free some disk space");
        assert_eq!(stderr(&output).lines().count(), 3, "{}", stderr(&output));
        let folder = site.folder.path();
        assert_eq!(state(&folder.join("after")), state(&folder.join("before")));
        assert_eq!(fs::read_to_string(folder.join("beside")).unwrap(), ".dist.cache\ndist\n");
    }
}

#[test]
fn a_file_system_that_cannot_be_written() {
    let site = Site::new(12);
    let before = state(&site.out());
    let script = "mount --bind \"$4\" \"$4\"; mount -o remount,bind,ro \"$4\"
                  exec \"$1\" export --quiet --as-of 2021-06-01 --data \"$3\" --out \"$4/dist\"";
    let Some(output) = with_mounts(&site, script) else { return };
    failed(&output, 3, "/.dist.lock: the file system is read-only\n |\n = help: choose a directory on a file");
    assert_eq!((state(&site.out()), site.beside()), (before, vec![]));
}

/// A folder in which a person has not the right to write.
#[test]
fn a_folder_that_may_not_be_written() {
    let site = Site::new(12);
    let before = state(&site.out());
    let Some(mut command) = bound_by_permissions(&site.export(site.new.path())) else {
        return note("skipped: no permission binds this user");
    };
    fs::set_permissions(site.folder.path(), Permissions::from_mode(0o555)).unwrap();
    let output = command.output().unwrap();
    fs::set_permissions(site.folder.path(), Permissions::from_mode(0o755)).unwrap();
    failed(&output, 3, "/.dist.lock: permission denied\n |\n = help: give the user");
    assert_eq!((state(&site.out()), site.beside()), (before, vec![]));
}

/// The right to write is lost while it is written: in the staging folder, or in the one above it.
#[test]
fn a_permission_that_is_lost_in_the_middle() {
    for is_inside in [true, false] {
        let site = Site::new(400);
        let before = state(&site.out());
        let Some(command) = bound_by_permissions(&site.export(site.new.path())) else {
            return note("skipped: no permission binds this user");
        };
        let stopped = site.stopped_while_it_writes(command);
        let lost = if is_inside { site.staging().unwrap().join("data") } else { site.folder.path().to_owned() };
        fs::set_permissions(&lost, Permissions::from_mode(0o555)).unwrap();
        let output = stopped.go_on();
        fs::set_permissions(&lost, Permissions::from_mode(0o755)).unwrap();
        failed(&output, 3, ": permission denied\n |\n = help: give the user");
        assert_eq!(state(&site.out()), before);
        // What could not be deleted then is deleted by the next run.
        succeeded(&site.export(site.new.path()).output().unwrap());
        assert_eq!(site.beside(), [""; 0]);
    }
}

/// A mount point cannot be exchanged; the message says which folder it is about.
#[test]
fn a_target_that_is_a_mount_point() {
    let site = Site::new(12);
    let before = state(&site.out());
    let script = "mount --bind \"$4/dist\" \"$4/dist\"
                  exec \"$1\" export --quiet --as-of 2021-06-01 --data \"$3\" --out \"$4/dist\"";
    let Some(output) = with_mounts(&site, script) else { return };
    failed(&output, 3, "/dist: it is in use\n |\n = help: publish into a directory below it");
    assert_eq!((state(&site.out()), site.beside()), (before, vec![]));
}

/// Not every signal is looked at; what is left then is deleted by the next run. (A hangup would not end it below `nohup`.)
#[test]
fn a_run_that_the_system_ends() {
    let site = Site::new(400);
    let before = state(&site.out());
    let output = site.stopped_while_it_writes(site.export(site.new.path())).send(Signal::USR1).go_on();
    assert_eq!((output.status.code(), state(&site.out())), (None, before));
    // The lock, the staging folder, and a cache that is not whole yet.
    assert_eq!(site.beside().len(), 3, "{:?}", site.beside());
    succeeded(&site.export(site.new.path()).output().unwrap());
    assert_eq!(site.beside(), [""; 0]);
}
