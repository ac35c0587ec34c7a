//! What is wrong with a folder as a whole, or with files that no fixture can be: each is made for the test, and the
//! message is committed.

use crate::home;
use anslag_fixtures::assert_golden;
use anslag_source::{Corpus, Opening, Report, check_files};
use anslag_wording::Language;
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// A folder with the fixtures' publication and these announcements.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["publication.toml", "register.toml"] {
        fs::copy(home().join("tests/data").join(name), folder.path().join(name)).unwrap();
    }
    fs::create_dir(folder.path().join("announcements")).unwrap();
    for (name, text) in files {
        let path = folder.path().join("announcements").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

pub(crate) fn markdown(title: &str, date: &str) -> String {
    format!("+++\ntitle = \"{title}\"\ndate = {date}\ntype = \"nyhet\"\n+++\n")
}

/// Reads the folder, and compares what is said of it, in both languages, with `invalid/folders/<name>`.
#[track_caller]
pub(crate) fn check(name: &str, folder: &Path, is_wrong: bool) {
    let mut report = Report::default();
    let corpus = Corpus::open(folder, &mut report).unwrap();
    assert_eq!(
        (corpus.is_none(), report.errors() > 0),
        (is_wrong, is_wrong),
        "{}",
        report.render(Language::English, false)
    );
    let expected = home().join("tests/invalid/folders").join(name);
    for (language, extension) in [(Language::English, "txt"), (Language::Swedish, "sv.txt")] {
        let said = report.render(language, false).replace(&*folder.to_string_lossy(), "data");
        assert_golden(&expected.with_extension(extension), said.as_bytes());
    }
}

/// Announcements are checked by the register also while the publication names no publisher.
#[test]
fn publication_without_publisher() {
    let wrong = markdown("a", "2021-01-01").replace("nyhet", "nyhett");
    let folder = folder(&[("2021-01-01-a.md", &wrong), ("2021-01-02-b.md", &markdown("b", "2021-01-02"))]);
    fs::write(folder.path().join("publication.toml"), "base = \"https://data.example/\"\n").unwrap();
    check("publication-without-publisher", folder.path(), true);
}

/// What refers to an announcement that there is none of is published, and warned of.
#[test]
fn names_of_nothing() {
    let folder = folder(&[
        ("2021-01-01-vatten.md", &markdown("a", "2021-01-01")),
        ("2021-01-02-b.md", &markdown("b", "2021-01-02").replace("type", "replaces = \"2021-01-01-vaten\"\ntype")),
        (
            "c.jsonl",
            "{\"id\":\"2021-01-03-c\",\"type\":\"news\",\"title\":\"c\",\"published\":\"2021-01-03\",\
            \"translation_of\":\"1999-01-01-x\"}\n",
        ),
    ]);
    check("names-of-nothing", folder.path(), false);
}

#[test]
fn two_files_for_one_iri() {
    let line = r#"{"id":"2021-01-01-a","type":"news","title":"c","published":"2021-01-01"}"#;
    let other = markdown("b", "2021-01-02").replace("+++\ntitle", "+++\nid = \"2021-01-01-a\"\ntitle");
    let folder = folder(&[
        ("2021-01-01-a.md", &markdown("a", "2021-01-01")),
        ("2021-01-02-b.md", &other),
        ("b.jsonl", &format!("\n{line}\n")),
    ]);
    check("two-files-for-one-iri", folder.path(), true);
}

/// 100 MB without a line break, in both syntaxes; neither is read to its end into memory.
#[test]
fn a_line_of_100_mb() {
    let folder = folder(&[("2021-01-01-a.md", ""), ("b.jsonl", "")]);
    for name in ["2021-01-01-a.md", "b.jsonl"] {
        let file = File::options().write(true).open(folder.path().join("announcements").join(name)).unwrap();
        file.set_len(100_000_000).unwrap();
    }
    check("line-of-100-mb", folder.path(), true);
}

#[test]
fn a_thousand_errors_at_once() {
    let line = |number: usize| {
        format!(
            "{{\"id\":\"2021-01-01-a{number}\",\"type\":\"news\",\"title\":\"a\",\"published\":\"2021-01-01\",\"topics\":[\"x\"]}}\n"
        )
    };
    let folder = folder(&[("a.jsonl", &(1..=1000).map(line).collect::<String>())]);
    check("thousand-errors", folder.path(), true);
}

#[test]
fn an_empty_file() {
    check("empty-file", folder(&[("2021-01-01-a.md", ""), ("b.jsonl", "")]).path(), true);
}

/// What looks like an announcement and is not read is said; nobody should miss it on the web.
#[test]
fn files_of_other_extensions() {
    let text = markdown("a", "2021-01-01");
    let names = ["2021-01-01-a.MD", "2021-01-02-b.markdown", "c.json", "d/e.yml", "notes.txt", "photo.jpg", ".f.json"];
    let folder = folder(&names.map(|name| (name, text.as_str())));
    check("other-extensions", folder.path(), false);
    let mut report = Report::default();
    let corpus = Corpus::open(folder.path(), &mut report).unwrap().unwrap();
    let ids: Vec<_> = corpus.index().map(|entry| entry.unwrap().id.to_string()).collect();
    assert_eq!(ids, ["2021-01-01-a"]);
}

/// Every file that is not read is told of, but for what systems and editors leave behind.
#[test]
fn files_that_are_not_read() {
    let text = markdown("a", "2021-01-01");
    let announcements = [
        "2021-01-01-a.md",
        "2021-01-02-b.md.txt",
        "2021-01-03-c.docx",
        "2021-01-04-d.html",
        "2021-01-05-e",
        "2021-01-06-f.md~",
        ".2021-01-06-f.md.swp",
        "#2021-01-06-f.md#",
        "~$21-01-03-c.docx",
        "2021-01-06-f.md.bak",
        "Thumbs.db",
        "_index.md",
    ];
    let folder = folder(&announcements.map(|name| (name, text.as_str())));
    let data = folder.path();
    for name in ["2021-01-07-g.md", "notes.txt", "README.md", ".gitignore", "desktop.ini", "publication.toml~"] {
        fs::write(data.join(name), &text).unwrap();
    }
    for name in ["announcement", "nyheter", "bilder", ".git"] {
        fs::create_dir(data.join(name)).unwrap();
    }
    fs::write(data.join("nyheter/2021-01-08-h.md"), &text).unwrap();
    fs::write(data.join("bilder/bro.jpg"), "").unwrap();
    check("unread-files", data, false);
}

/// A page bundle of Hugo has the name of its directory, and the other files there belong to it.
#[test]
fn page_bundles() {
    let text = markdown("a", "2021-01-01");
    let given = text.replace("+++\ntitle", "+++\nid = \"2021-01-03-c\"\ntitle");
    let folder = folder(&[
        ("2021-01-01-a/index.md", &format!("{text}\n[Protokoll](protokoll.docx)\n")),
        ("2021-01-01-a/protokoll.docx", "PK\u{3}\u{4}"),
        ("2021-01-01-a/bro.xcf", ""),
        ("nyheter/2021-01-02-b/INDEX.MD", &text),
        ("vatten/index.md", &given),
        ("index.jsonl/2021-01-04-d.md", &text),
    ]);
    let mut report = Report::default();
    let corpus = Corpus::open(folder.path(), &mut report).unwrap().unwrap();
    assert_eq!(report.diagnostics().len(), 0, "{}", report.render(Language::English, false));
    let mut ids: Vec<_> = corpus.index().map(|entry| entry.unwrap().id.to_string()).collect();
    ids.sort();
    assert_eq!(ids, ["2021-01-01-a", "2021-01-02-b", "2021-01-03-c", "2021-01-04-d"]);
    for entry in corpus.index() {
        corpus.read(&entry.unwrap()).unwrap();
    }
}

/// One file serves a website generator too: what only that reads is named in one note, whatever the number of files.
#[test]
fn keys_of_other_programs() {
    let with = |date: &str, keys: &str| markdown("a", date).replace("type", &format!("{keys}\ntype"));
    let folder = folder(&[
        ("2021-01-01-a.md", &with("2021-01-01", "weight = 1\nbanner = \"x.png\"")),
        ("2021-01-02-b.md", &with("2021-01-02", "layout = \"sida\"\nweight = 2\nvisa_i_meny = true")),
        ("2021-01-03-c.md", "---\ntitle: c\ndate: 2021-01-03\ntype: nyhet\npermalink: /c\nlayout: post\n---\n"),
    ]);
    let settings = folder.path().join("publication.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n[check]\nignore_keys = [\"banner\", \"visa_i_meny\"]\n")).unwrap();
    check("keys-of-other-programs", folder.path(), false);
}

/// It is suggested once for each name, at its second use in the order of the files, and makes nothing wrong.
#[test]
fn a_name_that_is_used_twice_without_being_registered() {
    let with = |date: &str, more: &str| markdown("a", date).replace("type", &format!("{more}\ntype"));
    let line = r#"{"id":"2021-01-04-d","type":"news","title":"d","published":"2021-01-04","places":[{"name":"Öna"}],"project":{"programme":{"name":"Grön \"stad\""},"partners":[{"name":"Föreningen Ö"}]}}"#;
    let folder = folder(&[
        ("2021-01-01-a.md", &with("2021-01-01", "places = [\"Öna\"]\nproject = { programme = 'Grön \"stad\"' }")),
        (
            "2021-01-02-b.md",
            &with("2021-01-02", "project = { partners = [\"Föreningen Ö\"], participants = [\"Öna\"] }"),
        ),
        (
            "2021-01-03-c.md",
            "---\ntitle: c\ndate: 2021-01-03\ntype: nyhet\nproject:\n  funding:\n    - funder: { name: Föreningen Ö, country: SE }\n      percent: 5\n---\n",
        ),
        ("d.jsonl", &format!("{line}\n{}\n", line.replace("-d\"", "-e\""))),
    ]);
    check("second-use", folder.path(), false);
}

/// A link into the folder that it stands in, one to itself, and one to nothing.
#[cfg(target_os = "linux")]
#[test]
fn links_that_lead_round_in_a_circle() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("2021/2021-01-01-a.md", &markdown("a", "2021-01-01"))]);
    let announcements = folder.path().join("announcements");
    symlink("..", announcements.join("2021/ring")).unwrap();
    check("link-to-its-own-folder", folder.path(), false);
    symlink("2021-01-02-b.md", announcements.join("2021-01-02-b.md")).unwrap();
    symlink("nowhere.jsonl", announcements.join("c.jsonl")).unwrap();
    symlink("2021/2021-01-01-a.md", announcements.join("2021-01-04-d.md")).unwrap();
    check("symlink-loop", folder.path(), true);
}

/// A link out of the folder shows nothing of its target, unless the publication allows it.
#[cfg(unix)]
#[test]
fn links_that_lead_outside() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("2021-01-02-b.md", &markdown("b", "2021-01-02"))]);
    let announcements = folder.path().join("announcements");
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("environment"), "PASSWORD=hemligt\n").unwrap();
    fs::write(outside.path().join("a.md"), markdown("a", "2021-01-01")).unwrap();
    symlink(outside.path().join("environment"), announcements.join("c.jsonl")).unwrap();
    symlink(outside.path().join("a.md"), announcements.join("2021-01-01-a.md")).unwrap();
    symlink("../../data-of-others/x.md", announcements.join("2021-01-04-d.md")).unwrap();
    let said = |is_right: bool, files: &[PathBuf]| {
        let mut report = Report::default();
        let is_read = if files.is_empty() {
            Corpus::open(folder.path(), &mut report).unwrap().is_some()
        } else {
            check_files(folder.path(), files, &Opening::default(), &mut report).unwrap() > 0
        };
        assert_eq!(is_read, is_right);
        report.render(Language::English, false)
    };
    let whole = said(false, &[]);
    let file = said(false, &[announcements.join("c.jsonl")]);
    for said in [&whole, &file] {
        let target = outside.path().join("environment");
        assert!(said.contains(&format!("link to `{}`, outside of the data directory", target.display())), "{said}");
        assert!(!said.contains("PASSWORD") && !said.contains("hemligt"), "{said}");
    }
    assert_eq!((whole.matches("[outside-link]").count(), file.matches("[outside-link]").count()), (2, 1));

    let settings = folder.path().join("publication.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n[check]\nfollow_links = true\n")).unwrap();
    for name in ["c.jsonl", "2021-01-04-d.md"] {
        fs::remove_file(announcements.join(name)).unwrap();
    }
    assert_eq!(said(true, &[]), "");
}

/// Permissions bind no superuser, whom tests may run as; a file of the kernel that nobody can read does.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read() {
    use std::os::unix::{fs::symlink, net::UnixListener};
    let folder = folder(&[("2021-01-02-b.md", "")]);
    let announcements = folder.path().join("announcements");
    symlink("/proc/self/mem", announcements.join("2021-01-01-a.md")).unwrap();
    symlink("/proc/self/mem", announcements.join("c.jsonl")).unwrap();
    symlink("/dev/zero", announcements.join("d.jsonl")).unwrap();
    let settings = folder.path().join("publication.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n[check]\nfollow_links = true\n")).unwrap();
    let _socket = UnixListener::bind(announcements.join("e.jsonl")).unwrap();
    check("unreadable-file", folder.path(), true);
}

/// What every publication has, but as folders.
#[cfg(target_os = "linux")]
#[test]
fn a_publication_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["publication.toml", "register.toml"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    check("unreadable-publication", folder.path(), true);
    for name in ["publication.toml", "register.toml"] {
        fs::remove_dir(folder.path().join(name)).unwrap();
        std::os::unix::fs::symlink("/dev/zero", folder.path().join(name)).unwrap();
    }
    check("publication-of-devices", folder.path(), true);
    for name in ["publication.toml", "register.toml"] {
        fs::remove_file(folder.path().join(name)).unwrap();
        // A file of a size, without content.
        File::create(folder.path().join(name)).unwrap().set_len(1 << 34).unwrap();
    }
    check("publication-too-long", folder.path(), true);
}
