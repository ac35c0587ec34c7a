use crate::{data, export, files, publication, stderr};
use anslag_core::Format;
use std::{
    collections::BTreeMap,
    fs::OpenOptions,
    io::{Read, Write},
    path::Path,
};

/// The files of the real publication, but for the manifest, which lists them all.
fn written(more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    listed(&data(), folder.path(), more)
}

fn listed(data: &Path, out: &Path, more: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let output = export(data, out, more);
    assert!(output.status.success(), "{}", stderr(&output));
    let mut files = files(out);
    let manifest: serde_json::Value = serde_json::from_slice(&files.remove("manifest.json").unwrap()).unwrap();
    let listed: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    assert_eq!(listed, files.keys().collect::<Vec<_>>());
    files
}

fn with_output(table: &str, announcements: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = publication(announcements);
    let mut file = OpenOptions::new().append(true).open(folder.path().join("publication.toml")).unwrap();
    write!(file, "\n[output]\n{table}").unwrap();
    folder
}

/// Documents in every format that they have.
const DOCUMENTS: &str = "documents = [\"turtle\", \"json-ld\", \"rdf-xml\"]\n";

/// Every file is of one format, or is there whatever the formats are: nothing of a format that is off is left, and
/// nothing of the others is missing.
#[test]
fn a_format_is_written_whole_or_not_at_all() {
    let data = with_output(DOCUMENTS, &[("2021-05-18-a.md", &crate::announcement("2021-05-18", ""))]);
    let written = |formats: &str| {
        let out = tempfile::tempdir().unwrap();
        listed(data.path(), out.path(), &["--format", formats])
    };
    let all = written(&Format::ALL.map(|format| format.spec().key).join(","));
    let alone = Format::ALL.map(|format| written(format.spec().key));
    for (name, bytes) in &all {
        let of: Vec<_> = alone.iter().filter_map(|files| files.get(name)).collect();
        match of.as_slice() {
            // Pages lead to the files of other formats that are there.
            [_] if name.ends_with("index.html") => {}
            // The pages of feeds are there with pages and any feed.
            [] if name.contains("feed") && name.ends_with("/index.html") => {}
            // RSS and Atom have a stylesheet of their own.
            two if name.starts_with("style/") && two.len() == 2 => {}
            [only] => assert_eq!(*only, bytes, "{name}"),
            // The workbook and Parquet bring the tables that they are made of.
            three if alone[Format::Csv as usize].contains_key(name) && three.len() == 3 => {
                for format in [Format::Csv, Format::Xlsx, Format::Parquet] {
                    assert_eq!(alone[format as usize].get(name), Some(bytes), "{name}");
                }
            }
            // The lists of feeds are there where any feed is.
            three if name.starts_with("feeds.") => assert_eq!(three.len(), 3, "{name}"),
            _ => assert_eq!(of.len(), alone.len(), "{name} is of several formats"),
        }
    }
    for (format, files) in Format::ALL.iter().zip(&alone) {
        assert!(files.keys().all(|name| all.contains_key(name)), "{format:?}");
        assert!(files.len() < all.len(), "{format:?}");
    }
}

#[test]
fn documents_can_be_left_out() {
    let all = written(&[]);
    let without = written(&["--no-documents"]);
    let documents: Vec<_> = all.keys().filter(|name| !without.contains_key(*name)).collect();
    assert_eq!(documents, ["data/announcement/2021-05-18-internationellt-projekt-kring-digitalisering.ttl"]);
}

/// There is a document in Turtle by default, and in other formats where the configuration names them.
#[test]
fn documents_are_in_the_formats_that_the_configuration_names() {
    #[track_caller]
    fn check(table: &str, more: &[&str], [announcement, register]: [&str; 2]) {
        let data = with_output(table, &[("2021-05-18-a.md", &crate::announcement("2021-05-18", ""))]);
        let out = tempfile::tempdir().unwrap();
        let files = listed(data.path(), out.path(), more);
        let extensions = |name: &str| {
            let of = files.keys().filter_map(|path| path.strip_prefix(name)?.strip_prefix('.'));
            of.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(extensions("data/announcement/2021-05-18-a"), announcement, "{table}");
        assert_eq!(extensions("data/register"), register, "{table}");
        let Some(page) = files.get("announcement/2021-05-18-a/index.html") else { return };
        let page = String::from_utf8_lossy(page);
        for extension in ["ttl", "jsonld", "rdf"] {
            let link = format!("href=\"/data/announcement/2021-05-18-a.{extension}\"");
            assert_eq!(page.contains(&link), announcement.split(' ').any(|own| own == extension), "{table}");
        }
    }
    check("", &[], ["ttl", "ttl"]);
    check("documents = true\n", &[], ["ttl", "ttl"]);
    check("documents = false\n", &[], ["", "ttl"]);
    check(DOCUMENTS, &[], ["jsonld rdf ttl", "jsonld rdf ttl"]);
    check(DOCUMENTS, &["--no-documents"], ["", "ttl"]);
    check(DOCUMENTS, &["--format", "ttl,html"], ["ttl", "ttl"]);
    check("documents = [\"rdf\"]\n", &[], ["rdf", "rdf"]);
    check("", &["--format", "json-ld"], ["jsonld", "jsonld"]);
    check("", &["--format", "rss"], ["", ""]);
}

#[test]
fn the_configuration_chooses_and_the_command_line_overrides_it() {
    let announcement = crate::announcement("2021-05-18", "");
    let data = with_output("formats = [\"turtle\"]\ndocuments = false\n", &[("2021-05-18-a.md", &announcement)]);
    let out = data.path().join("out");
    let names = |more: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        listed(data.path(), &folder.path().join("dist"), more).into_keys().collect::<Vec<_>>()
    };
    assert!(names(&[]).contains(&"data/announcements.ttl".to_owned()));
    assert!(!names(&[]).contains(&"data/announcements.nq".to_owned()));
    assert!(!names(&[]).iter().any(|name| name.starts_with("data/announcement/")));
    assert!(names(&["--format", "n-quads"]).contains(&"data/announcements.nq".to_owned()));
    assert!(!names(&["--format", "n-quads"]).contains(&"data/announcements.ttl".to_owned()));
    assert_eq!(names(&["--format", "nq,nquads"]), names(&["--format", "n-quads"]));

    let output = export(data.path(), &out, &["--format", "n-quad"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("did you mean `n-quads`?"), "{}", stderr(&output));
}

#[test]
fn archives_are_of_the_kinds_of_feed_that_are_named() {
    let announcement = crate::announcement("2021-05-18", "");
    let archives = |table: &str| {
        let data = with_output(table, &[("2021-05-18-a.md", &announcement)]);
        let out = tempfile::tempdir().unwrap();
        let files = listed(data.path(), out.path(), &[]);
        assert!(files.contains_key("feed/type/news.atom"));
        let next = String::from_utf8(files["feed/type/news.json"].clone()).unwrap().contains("next_url");
        let names = files.into_keys().filter_map(|name| Some(name.strip_suffix("/archive/2021-05.atom")?.to_owned()));
        (names.collect::<Vec<_>>(), next)
    };
    let names = |names: &[&str]| names.iter().map(|name| format!("feed/{name}")).collect::<Vec<_>>();
    assert_eq!(archives(""), (names(&["all", "type/news"]), true));
    let every = "archives = [\"all\", \"topic\", \"type\", \"lang\", \"publisher\"]\n";
    assert_eq!(archives(every), (names(&["all", "lang/sv", "publisher/vanersborgs-kommun", "type/news"]), true));
    assert_eq!(archives("archives = [\"all\", \"lang\"]\n"), (names(&["all", "lang/sv"]), false));
    assert_eq!(archives("archives = []\n"), (vec![], false));
}

/// The compressed copies of large dumps are next to them, hold the same, and are the same in every run.
#[test]
fn large_dumps_are_compressed_besides() {
    let long = crate::announcement("2021-05-18", "") + &"Vattnet stängs av i Brålanda. ".repeat(200);
    let table = "formats = [\"n-quads\", \"csv\", \"rss\"]\ncompress = [\"zst\", \"gz\"]\ncompress_from = 5_000\n";
    let data = with_output(table, &[("2021-05-18-a.md", &long)]);
    let out = tempfile::tempdir().unwrap();
    let runs = ["1", "2"].map(|threads| listed(data.path(), &out.path().join(threads), &["--threads", threads]));
    assert!(runs[0] == runs[1], "the bytes depend on the run");
    let [files, _] = runs;
    let compressed: Vec<&str> = files.keys().filter_map(|name| name.strip_suffix(".gz")).collect();
    assert_eq!(compressed, ["data/announcements.csv", "data/announcements.nq"]);
    for name in compressed {
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(files[&format!("{name}.gz")].as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, files[name]);
        assert_eq!(zstd::decode_all(files[&format!("{name}.zst")].as_slice()).unwrap(), files[name]);
    }
}
