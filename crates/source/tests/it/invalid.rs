use crate::{home, publication};
use anslag_fixtures::assert_golden;
use anslag_source::{Report, read_json_line, read_markdown, read_publication};
use anslag_wording::Language;
use std::{fs, path::Path};

/// The report on a fixture, read as its folder and its extension say.
fn read(path: &Path) -> Report {
    let bytes = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let given = |name: &str| fs::read(home().join("tests/data").join(name)).unwrap();
    let mut report = Report::default();
    let is_read = match path.parent().unwrap().file_name().unwrap().to_str().unwrap() {
        "publication" => {
            read_publication((name, &bytes), ("register.toml", &given("register.toml")), &mut report).is_some()
        }
        "register" => {
            read_publication(("publication.toml", &given("publication.toml")), (name, &bytes), &mut report).is_some()
        }
        "lines" => {
            let publication = publication();
            let lines = bytes.split(|byte| *byte == b'\n').zip(1..);
            let read = |(line, number)| read_json_line(name, number, line, &publication, &mut report).is_some();
            let refused = lines.filter(|(line, _)| !line.is_empty()).map(read).filter(|is_read| !is_read).count();
            refused == 0
        }
        _ => read_markdown("2021-05-18-a.md", &bytes, &publication(), &mut report).is_some(),
    };
    assert_eq!(is_read, report.errors() == 0, "{}", path.display());
    report
}

fn check(folder: &str, is_wrong: bool) -> usize {
    let mut fixtures: Vec<_> =
        fs::read_dir(home().join("tests").join(folder)).unwrap().map(|e| e.unwrap().path()).collect();
    fixtures.retain(|path| path.is_file() && !matches!(path.extension().unwrap().to_str(), Some("txt")));
    fixtures.retain(|path| path.file_name().unwrap() != "README.md");
    fixtures.sort();
    for fixture in &fixtures {
        let report = read(fixture);
        assert_eq!(report.errors() > 0, is_wrong, "{}: {}", fixture.display(), report.render(Language::English, false));
        // Each message says how to fix the problem.
        let said = report.render(Language::English, false);
        assert_eq!(said.matches("= help: ").count(), report.diagnostics().len(), "{}: {said}", fixture.display());
        for (language, extension) in [(Language::English, "txt"), (Language::Swedish, "sv.txt")] {
            assert_golden(&fixture.with_extension(extension), report.render(language, false).as_bytes());
        }
    }
    fixtures.len()
}

#[test]
fn every_invalid_fixture_is_refused_with_the_message_beside_it() {
    let count: usize = ["", "/yaml", "/nested", "/lines", "/publication", "/register"]
        .iter()
        .map(|f| check(&format!("invalid{f}"), true))
        .sum();
    assert!(count >= 70, "{count}");
}

#[test]
fn every_odd_fixture_is_read_with_the_warning_beside_it() {
    assert!(check("invalid/odd", false) >= 4);
}
