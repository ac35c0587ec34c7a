use super::{Site, export, failed, state};
use crate::{publication, stderr};
use std::{
    fs::File,
    io::{BufRead, BufReader, Read, Write},
    process::Stdio,
};

/// The lock of a site's target, as an export has it.
fn lock(site: &Site) -> File {
    let mut file = File::create(site.folder.path().join(".dist.lock")).unwrap();
    file.lock().unwrap();
    file.write_all(b"anslag 4711\n").unwrap();
    file
}

#[test]
fn an_export_that_does_not_wait_says_who_has_the_target() {
    let site = Site::new(1);
    let before = state(&site.out());
    let _lock = lock(&site);
    let mut command = site.export(site.new.path());
    failed(&command.arg("--no-wait").output().unwrap(), 3, ": another export, process 4711, is publishing there\n");
    let swedish = command.args(["--lang", "sv"]).output().unwrap();
    assert!(stderr(&swedish).ends_with(": en annan export, process 4711, publicerar där\n"), "{}", stderr(&swedish));
    assert_eq!(state(&site.out()), before);
}

/// It reads the data only when it has the target, so that what is changed while it waits is published.
#[test]
fn an_export_waits_for_another_and_says_so() {
    let site = Site::new(1);
    let before = state(&site.out());
    let lock = lock(&site);
    let mut child = site.loud_export(site.new.path()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    let out = site.out();
    assert_eq!(line, format!("waiting until another export, process 4711, has published into {}\n", out.display()));
    assert_eq!(state(&out), before);
    std::fs::write(site.new.path().join("announcements/all.jsonl"), super::lines("Nyast", 2)).unwrap();
    drop(lock);
    let output = child.wait_with_output().unwrap();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    assert_eq!(output.status.code(), Some(0), "{rest}");
    assert!(std::fs::read_to_string(out.join("data/announcements.csv")).unwrap().contains("Nyast 1"));
    assert_eq!((state(&out) == before, site.beside()), (false, vec![]));
}

/// Many exports at once into one folder, which is not there before: each succeeds, and what is published is one of them.
#[test]
fn many_exports_at_once_succeed() {
    let site = Site::new(1);
    let out = site.folder.path().join("a/b/dist");
    let corpora: Vec<_> = (1..7).map(|number| publication(&[("all.jsonl", &super::lines("Text", number))])).collect();
    let spawn = |data: &tempfile::TempDir| {
        export(data.path(), &out).arg("--quiet").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let children: Vec<_> = corpora.iter().map(spawn).collect();
    // Each warns of what the one before it had published.
    for child in children {
        assert!(child.wait_with_output().unwrap().status.success());
    }
    let published = state(&out);
    assert_eq!(super::names(out.parent().unwrap()), ["dist"]);
    let alone = corpora.iter().map(|data| {
        assert!(export(data.path(), &out).arg("--quiet").output().unwrap().status.success());
        state(&out)
    });
    assert!(alone.collect::<Vec<_>>().contains(&published));
}
