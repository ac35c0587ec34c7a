//! The tables as Parquet: when they are written, and when again. `anslag-table` and `ci/parquet` compare them with CSV.

use crate::{announcement, edit, export, files, publication, stderr};
use std::{collections::BTreeMap, fs, path::Path};
use tempfile::TempDir;

/// A publication whose `[output]` holds a line.
fn with_output(line: &str) -> TempDir {
    let quote = "[[quotes]]\nmatch = \"Text.\"\nspeakers = [{ name = \"Åsa Öberg\" }]\n";
    let data = publication(&[
        ("2021-05-17-a.md", &announcement("2021-05-17", quote)),
        ("2021-05-18-b.md", &announcement("2021-05-18", "")),
    ]);
    let path = data.path().join("publication.toml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + "\n[output]\n" + line + "\n").unwrap();
    data
}

#[track_caller]
fn published(data: &Path, out: &Path, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let output = export(data, out, more);
    assert!(output.status.success(), "{}", stderr(&output));
    files(out)
}

/// Returns the paths of the Parquet files.
fn tables(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|name| name.contains("parquet")).collect()
}

#[test]
fn it_is_written_only_where_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let out = |name| folder.path().join(name);
    let unnamed = published(with_output("").path(), &out("unnamed"), &[]);
    assert_eq!(tables(&unnamed), [""; 0]);
    assert!(!String::from_utf8_lossy(&unnamed["dcat.ttl"]).contains("arquet"));

    let named = published(with_output("formats = [\"parquet\"]").path(), &out("named"), &[]);
    let names = named.keys().filter(|name| !name.contains("excel")).filter_map(|name| name.strip_suffix(".csv"));
    let expected: Vec<_> = names.map(|name| format!("{name}.parquet")).collect();
    assert_eq!((tables(&named), expected.len()), (expected.iter().map(String::as_str).collect(), 25));
    assert_eq!(published(with_output("").path(), &out("option"), &["--format", "parquet"]), named);
}

/// A distribution is a form of the data, and not a table.
#[test]
fn the_catalogue_has_one_distribution() {
    let folder = tempfile::tempdir().unwrap();
    let files = published(with_output("formats = [\"parquet\"]").path(), &folder.path().join("dist"), &[]);
    let catalogue = String::from_utf8(files["dcat.rdf"].clone()).unwrap();
    for triple in [
        "<dcat:downloadURL rdf:resource=\"https://data.vanersborg.se/data/announcements.parquet\"/>",
        "<dcterms:format rdf:resource=\"http://publications.europa.eu/resource/authority/file-type/PARQUET\"/>",
        "<dcat:mediaType rdf:resource=\"http://www.iana.org/assignments/media-types/application/vnd.apache.parquet\"/>",
    ] {
        assert_eq!(catalogue.matches(triple).count(), 1, "{triple}: {catalogue}");
    }
    assert!(!catalogue.contains("quotes.parquet"));
}

#[test]
fn its_bytes_depend_on_nothing_but_the_data() {
    let data = with_output("formats = [\"parquet\"]");
    let folder = tempfile::tempdir().unwrap();
    let run = |threads| published(data.path(), &folder.path().join(threads), &["--threads", threads]);
    assert_eq!(run("1"), run("4"));
}

#[test]
#[cfg(unix)]
fn only_the_tables_that_change_are_written_again() {
    use std::os::unix::fs::MetadataExt;

    let data = with_output("formats = [\"parquet\"]");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let inodes = || {
        let files = published(data.path(), &out, &[]);
        let inode = |name: &str| (name.to_owned(), fs::metadata(out.join(name)).unwrap().ino());
        tables(&files).into_iter().map(inode).collect::<BTreeMap<_, _>>()
    };
    let before = inodes();
    edit(data.path(), "announcements/2021-05-18-b.md", "Nyhet", "En nyhet");
    let mut after = inodes();
    assert_ne!(after["data/announcements.parquet"], before["data/announcements.parquet"]);
    after.insert("data/announcements.parquet".to_owned(), before["data/announcements.parquet"]);
    assert_eq!(after, before);
    let fresh = published(data.path(), &folder.path().join("fresh"), &[]);
    assert_eq!(files(&out), fresh);

    edit(data.path(), "publication.toml", "formats = [\"parquet\"]", "formats = [\"csv\"]");
    assert_eq!(tables(&published(data.path(), &out, &[])), [""; 0]);
}

/// A changed or missing file is written again.
#[test]
fn a_damaged_file_is_written_again() {
    let data = with_output("formats = [\"parquet\"]");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let whole = published(data.path(), &out, &[]);
    let path = out.join("data/quotes.parquet");
    for damaged in [None, Some(vec![0; whole["data/quotes.parquet"].len()]), Some(Vec::new())] {
        fs::remove_file(&path).unwrap();
        if let Some(bytes) = damaged {
            std::thread::sleep(std::time::Duration::from_millis(20));
            fs::write(&path, bytes).unwrap();
        }
        assert_eq!(published(data.path(), &out, &[]), whole);
    }
}
