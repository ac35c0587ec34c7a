use crate::{anslag, data, export, files, stderr, stdout};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

fn published() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let output = export(&data(), &folder.path().join("dist"), &["--format", "turtle,csv"]);
    assert!(output.status.success(), "{}", stderr(&output));
    folder
}

fn verify(folder: &Path, more: &[&str]) -> Output {
    anslag().arg("verify").args(more).current_dir(folder).output().unwrap()
}

#[test]
fn a_publication_is_as_it_was_written() {
    let folder = published();
    let output = verify(folder.path(), &[]);
    let count = files(&folder.path().join("dist")).len();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    assert!(stdout(&output).starts_with(&format!("dist is as it was written: {count} files, ")), "{}", stdout(&output));
    let output = verify(folder.path(), &["dist", "--lang", "sv", "--threads", "1"]);
    assert!(stdout(&output).starts_with(&format!("dist är som den skrevs: {count} filer, ")), "{}", stdout(&output));
}

#[test]
fn every_difference_is_told() {
    let folder = published();
    let dist = folder.path().join("dist");
    fs::remove_file(dist.join("context.jsonld")).unwrap();
    fs::write(dist.join("shapes.ttl"), "").unwrap();
    let csv = dist.join("data/announcements.csv");
    let mut bytes = fs::read(&csv).unwrap();
    bytes[20] ^= 1;
    fs::write(&csv, bytes).unwrap();
    fs::remove_file(dist.join("published.tsv")).unwrap();
    fs::create_dir(dist.join("published.tsv")).unwrap();
    fs::write(dist.join("data/other.csv"), "").unwrap();
    let output = verify(folder.path(), &[]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    let said = stderr(&output);
    let all = [
        ("context.jsonld", "the file is missing"),
        ("data/announcements.csv", "the file does not have the checksum that is in manifest.json"),
        ("published.tsv", "it is not a regular file"),
        ("shapes.ttl", "the file has 0 bytes; the manifest lists "),
        ("data/other.csv", "the manifest does not list the file"),
    ];
    for (path, words) in all {
        assert!(said.contains(&format!("dist/{path}")) && said.contains(words), "{path}: {said}");
    }
    assert_eq!(said.matches("error[changed-publication]: ").count(), all.len(), "{said}");
    let swedish = stderr(&verify(folder.path(), &["--lang", "sv"]));
    assert!(swedish.contains("filen saknas") && swedish.contains("manifestet anger inte filen"), "{swedish}");
    let json = stderr(&verify(folder.path(), &["--message-format", "json"]));
    assert!(json.lines().next().unwrap().contains(r#""path":"dist/context.jsonld""#), "{json}");
}

#[test]
fn a_damaged_manifest_is_told() {
    let folder = published();
    let path = folder.path().join("dist/manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"feed_size\": 50", "\"feed_size\": 51", 1)).unwrap();
    let output = verify(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("manifest.json was changed after it was written"), "{}", stderr(&output));
    // No other command believes it.
    let output = anslag().args(["query", "--name", "newest"]).current_dir(folder.path()).output().unwrap();
    assert!(stderr(&output).starts_with("error[damaged-manifest]: "), "{}", stderr(&output));
    // Half of it does not tell the files.
    fs::write(&path, &text[..text.len() / 2]).unwrap();
    for arguments in [&["verify"][..], &["export", "--data", data().to_str().unwrap()]] {
        let output = anslag().args(arguments).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).starts_with("error[damaged-manifest]: "), "{}", stderr(&output));
    }
}

#[test]
fn there_is_something_to_verify() {
    let folder = tempfile::tempdir().unwrap();
    let output = verify(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error[missing-publication]: no publication in dist"), "{}", stderr(&output));
}

/// A manifest could list any file of the machine, and a file could have no end.
#[cfg(unix)]
#[test]
fn only_published_files_are_read() {
    let folder = published();
    let dist = folder.path().join("dist");
    let path = dist.join("manifest.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"context.jsonld\"", "\"../../context.jsonld\"", 1)).unwrap();
    fs::remove_file(dist.join("shapes.ttl")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", dist.join("shapes.ttl")).unwrap();
    fs::remove_file(dist.join("published.tsv")).unwrap();
    assert!(Command::new("mkfifo").arg(dist.join("published.tsv")).status().unwrap().success());
    let said = stderr(&verify(folder.path(), &[]));
    assert!(said.contains("the manifest lists a path that leads out of the directory"), "{said}");
    assert_eq!(said.matches("it is not a regular file").count(), 2, "{said}");
}
