use crate::{
    folder::{folder, markdown},
    open,
};
use anslag_source::{Corpus, Known, Opening, Report};
use anslag_spool::Spool;
use std::{fs, num::NonZeroUsize, path::Path};

fn ids(corpus: &Corpus) -> Vec<String> {
    corpus.index().map(|entry| entry.unwrap().id.to_string()).collect()
}

fn said_in(folder: &Path) -> String {
    let (corpus, said) = open(folder);
    assert!(corpus.is_none());
    said.replace(&*folder.to_string_lossy(), "data")
}

#[test]
fn the_oldest_comes_first_wherever_it_stands() {
    let line = r#"{"id":"2021-01-01-c","type":"news","title":"c","published":"2021-01-01T00:00:00+01:00"}"#;
    let folder = folder(&[
        ("2022/2022-01-01-a.md", &markdown("a", "2022-01-01")),
        ("2021-01-01-b.md", &markdown("b", "2021-01-01")),
        ("more.jsonl", &format!("{line}\n\n{}\n", line.replace("-c", "-a").replace("01:00", "02:00"))),
        (".hidden.md", "no announcement"),
        ("notes.txt", "no announcement"),
    ]);
    let (corpus, said) = open(folder.path());
    let corpus = corpus.unwrap_or_else(|| panic!("{said}"));
    // The same instant for the second and third: the id decides.
    assert_eq!(ids(&corpus), ["2021-01-01-a", "2021-01-01-b", "2021-01-01-c", "2022-01-01-a"]);
    for entry in corpus.index().map(Result::unwrap) {
        assert_eq!(corpus.read(&entry).unwrap().id, entry.id);
    }
}

#[test]
fn a_publication_without_announcements_is_a_publication() {
    let folder = folder(&[]);
    let (corpus, said) = open(folder.path());
    assert_eq!(said, "");
    assert!(corpus.unwrap().index().next().is_none());
    // Without their folder, they would all be gone by mistake.
    fs::remove_dir(folder.path().join("announcements")).unwrap();
    let (corpus, said) = open(folder.path());
    assert!(corpus.is_none() && said.starts_with("error[missing-file]: directory not found\n"), "{said}");
}

#[test]
fn what_is_wrong_in_several_files_is_said_at_once() {
    let folder =
        folder(&[("2021-01-01-a.md", "no front matter"), ("2021-01-01-b.md", "+++\n"), ("c.jsonl", "{}\n[]\n")]);
    let said = said_in(folder.path());
    for path in ["2021-01-01-a.md:1:1", "2021-01-01-b.md:1:1", "c.jsonl:1:1", "c.jsonl:2:1"] {
        assert!(said.contains(&format!("--> data/announcements/{path}")), "{path} in {said}");
    }
}

#[test]
fn what_is_missing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let said = said_in(folder.path());
    assert!(said.contains("error[missing-file]: file not found\n--> data/publication.toml"), "{said}");
    assert!(said.contains("error[missing-file]: file not found\n--> data/register.toml"), "{said}");
    assert!(Corpus::open(&folder.path().join("nothing"), &mut Report::default()).is_err());
}

#[test]
fn an_announcement_that_is_too_long_is_refused() {
    let long = format!("{}{}", markdown("a", "2021-01-01"), "a".repeat(17 << 20));
    let said = said_in(folder(&[("2021-01-01-a.md", &long), ("b.jsonl", &long.replace('\n', " "))]).path());
    assert!(said.contains("error[too-long]: file longer than 16 MiB"), "{said}");
    assert!(said.contains("error[too-long]: line 1 longer than 8 MiB"), "{said}");
}

#[test]
fn a_file_that_was_changed_is_not_read_again() {
    let folder = folder(&[("2021-01-01-a.md", &markdown("a", "2021-01-01"))]);
    let (corpus, _) = open(folder.path());
    let corpus = corpus.unwrap();
    let entry = corpus.index().next().unwrap().unwrap();
    let path = folder.path().join("announcements/2021-01-01-a.md");
    for changed in [markdown("b", "2021-01-01"), markdown("a", "2021-01-02"), String::new()] {
        fs::write(&path, changed).unwrap();
        let error = corpus.read(&entry).unwrap_err().to_string();
        assert!(error.ends_with("was changed while it was being published; publish again"), "{error}");
    }
    fs::remove_file(&path).unwrap();
    assert!(corpus.read(&entry).unwrap_err().to_string().starts_with("cannot read "));
}

/// What is known of a source that is still the same is not read again; everything else is.
#[test]
fn a_known_index_gives_what_reading_gives() {
    let line = |id: &str, title: &str| {
        format!(r#"{{"id":"2021-01-01-{id}","type":"news","title":"{title}","published":"2021-01-01"}}"#)
    };
    let (a, b, c) = (line("a", "A"), line("b", "B"), line("c", "C"));
    let folder = folder(&[("x.md", &markdown("x", "2021-01-02")), ("all.jsonl", &format!("{a}\n{b}\n"))]);
    fs::rename(folder.path().join("announcements/x.md"), folder.path().join("announcements/2021-01-02-x.md")).unwrap();
    let (before, _) = open(folder.path());
    // A line more, another that says something else, and one at another place.
    let path = folder.path().join("announcements/all.jsonl");
    fs::write(&path, format!("{c}\n\n{}\n{a}\n", line("b", "Another"))).unwrap();
    let (fresh, _) = open(folder.path());
    let before = before.unwrap();
    let entries = |corpus: &Corpus| corpus.index().collect::<Result<Vec<_>, _>>().unwrap();
    for threads in [1, 3] {
        let mut spool = Spool::new(None).unwrap();
        spool.extend(before.index_records().iter()).unwrap();
        let known = Known::new(before.configuration(), spool.into_records().unwrap());
        assert!(!known.is_damaged());
        let opening = Opening { threads: NonZeroUsize::new(threads).unwrap(), known: Some(known), as_of: None };
        let mut report = Report::default();
        let corpus = Corpus::open_with(folder.path(), opening, &mut report).unwrap().unwrap();
        assert_eq!(entries(&corpus), entries(fresh.as_ref().unwrap()));
        assert_eq!(corpus.used, fresh.as_ref().unwrap().used);
        let now = anslag_source::fingerprint(folder.path(), NonZeroUsize::new(threads).unwrap()).unwrap();
        assert_eq!((corpus.fingerprint(), fresh.as_ref().unwrap().fingerprint()), (now, now));
        assert_ne!(before.fingerprint(), now);
    }
}
