use crate::{announcement, anslag, data, export, files, publication, stderr, stdout};
use std::{collections::BTreeSet, fs, path::Path};

/// The addresses that a Turtle file has for a property, without the base.
fn addresses(turtle: &str, property: &str) -> BTreeSet<String> {
    let lines = turtle.lines().filter_map(|line| line.trim().strip_prefix(property));
    let iris =
        lines.flat_map(|line| line.split(['<', '>']).filter(|part| part.starts_with("https://data.vanersborg.se/")));
    iris.map(|iri| iri.trim_start_matches("https://data.vanersborg.se/").to_owned()).collect()
}

#[test]
fn every_form_of_all_announcements_is_in_the_catalogue() {
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    assert!(export(&data(), &dist, &[]).status.success());
    let catalogue = fs::read_to_string(dist.join("dcat.ttl")).unwrap();
    let holds_announcements = |name: &&str| {
        let is_one = name.starts_with("data/announcement/") || name.starts_with("data/register.");
        // The package names the other tables.
        let is_table = Path::new(name).extension().is_some_and(|extension| extension == "csv");
        let is_of_package = is_table && *name != "data/announcements.csv";
        (name.starts_with("data/") && !is_of_package && !is_one && *name != "data/csv-metadata.json")
            || name.starts_with("feed/all.")
            || name.starts_with("feed/type/news.")
            || name == &"feed/events.ics"
    };
    let written = files(&dist);
    let expected: BTreeSet<String> =
        written.keys().map(String::as_str).filter(holds_announcements).map(str::to_owned).collect();
    assert_eq!(addresses(&catalogue, "dcat:downloadURL"), expected);
}

/// What has an IRI of the catalogue is described by its documents, and the documents that it refers to are there.
#[test]
fn every_address_of_the_catalogue_is_answered() {
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    assert!(export(&data(), &dist, &[]).status.success());
    for name in ["dcat.ttl", ".well-known/void"] {
        let turtle = fs::read_to_string(dist.join(name)).unwrap();
        let parts = turtle.split(['<', '>']).filter(|part| part.starts_with("https://data.vanersborg.se/"));
        for path in parts.map(|iri| iri.trim_start_matches("https://data.vanersborg.se/")) {
            let is_file = path.is_empty() || dist.join(path).is_file();
            assert!(is_file || path == "catalogue" || path.starts_with("catalogue/"), "{name}: {path}");
        }
    }
}

#[test]
fn the_statistics_are_true() {
    let (out, data) = (tempfile::tempdir().unwrap(), data());
    let dist = out.path().join("dist");
    assert!(export(&data, &dist, &[]).status.success());
    let triples = fs::read_to_string(dist.join("data/announcements.nt")).unwrap();
    let distinct: BTreeSet<&str> = triples.lines().collect();
    let subjects: BTreeSet<&str> = triples.lines().filter_map(|line| line.split(' ').next()).collect();
    let statistics = fs::read_to_string(dist.join(".well-known/void")).unwrap();
    assert!(statistics.contains(&format!("void:triples {} ;", distinct.len())));
    assert!(statistics.contains(&format!("void:distinctSubjects {} ;", subjects.len())));
    let of_class = |class: &str| triples.lines().filter(|line| line.ends_with(&format!("#type> <{class}> ."))).count();
    let people = of_class("http://schema.org/Person");
    assert!(people > 0 && statistics.contains(&format!("void:class schema:Person ;\n\tvoid:entities {people} .")));
}

/// A publication without an announcement has a catalogue too.
#[test]
fn the_catalogue_of_nothing_has_no_period() {
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    assert!(export(publication(&[]).path(), &dist, &[]).status.success());
    let catalogue = fs::read_to_string(dist.join("dcat.ttl")).unwrap();
    assert!(catalogue.contains("dcat:Dataset") && !catalogue.contains("dcterms:temporal"));
}

/// A type has a dataset as soon as one of its announcements is published, and keeps it. An empty table is no distribution.
#[test]
fn a_type_has_a_dataset_even_when_all_of_it_is_gone() {
    let of =
        |kind: &str, day: &str, more: &str| format!("---\ntype: {kind}\ntitle: T\npublished: {day}\n{more}---\nT\n");
    let when = "events:\n- name: E\n";
    let data = publication(&[
        ("2021-02-01-alert.md", &of("alert", "2021-02-01", "modified: 2021-02-03\nexpires: 2021-03-01\n")),
        ("2021-02-02-event.md", &of("event", "2021-02-02", when)),
        ("2021-02-03-job.md", &of("job", "2021-07-01", "")),
        ("2021-02-04-offer.md", &of("offer", "2021-02-04", "draft: true\n")),
    ]);
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    let output = export(data.path(), &dist, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    let catalogue = fs::read_to_string(dist.join("dcat.ttl")).unwrap();
    let nodes: Vec<&str> = catalogue.split("\n\n").filter(|node| node.contains(" a dcat:Dataset ;")).collect();
    let of_type = |kind: &str| nodes.iter().find(|node| node.starts_with(&format!("dataset:type\\/{kind} ")));
    assert_eq!(nodes.len(), 3, "{catalogue}");
    let (alert, event) = (of_type("alert").unwrap(), of_type("event").unwrap());
    assert!(alert.contains("dcterms:temporal period:type") && !alert.contains("csv"), "{alert}");
    assert!(event.contains("distribution:csv-events"), "{event}");
    assert!(addresses(&catalogue, "dcat:downloadURL").contains("data/events.csv"));
}

#[test]
fn a_format_that_is_not_written_is_in_no_catalogue() {
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    assert!(export(&data(), &dist, &["--format", "turtle,atom"]).status.success());
    let catalogue = fs::read_to_string(dist.join("dcat.ttl")).unwrap();
    let expected = ["data/announcements.ttl", "feed/all.atom", "feed/type/news.atom"].map(str::to_owned);
    assert_eq!(addresses(&catalogue, "dcat:downloadURL"), BTreeSet::from(expected));
}

#[test]
fn warnings_fail_where_that_is_asked_for() {
    let folder = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", ""))]);
    let check = |strict: &[&str]| anslag().arg("check").arg("--data").arg(folder.path()).args(strict).output().unwrap();
    let whole = check(&["--strict"]);
    assert_eq!((whole.status.code(), stderr(&whole).as_str()), (Some(0), ""));
    let path: &Path = &folder.path().join("publication.toml");
    let text = fs::read_to_string(path).unwrap().replacen("availability = ", "# availability = ", 1);
    fs::write(path, text).unwrap();
    for (strict, code) in [(&[][..], 0), (&["--strict"][..], 1)] {
        let output = check(strict);
        assert_eq!(output.status.code(), Some(code), "{}", stderr(&output));
        assert!(stderr(&output).contains("dcatap:availability"), "{}", stderr(&output));
        assert!(stdout(&output).ends_with("no errors, 1 warning\n"));
    }
}
