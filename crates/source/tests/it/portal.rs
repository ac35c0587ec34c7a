use crate::home;
use anslag_core::{Availability, FormatTerm, Publication};
use anslag_fixtures::assert_golden;
use anslag_source::{Report, read_publication, recommendations};
use anslag_wording::Language;
use std::fs;

/// Reads a publication, and gives it with what a portal would say of it.
fn read(name: &str, register: &str) -> (Publication, Report) {
    let bytes = fs::read(home().join("tests/portal").join(name)).unwrap();
    let mut report = Report::default();
    let publication = read_publication((name, &bytes), ("register.toml", register.as_bytes()), &mut report);
    let publication = publication.unwrap_or_else(|| panic!("{}", report.render(Language::English, false)));
    assert_eq!(report.warnings(), 0);
    recommendations(&publication, (name, &bytes), ("register.toml", register.as_bytes()), &mut report);
    assert_eq!(report.errors(), 0);
    (publication, report)
}

const REGISTER: &str = "[organizations.exempels-kommun]\nname = \"Exempels kommun\"\nkind = \"kommun\"\n";

#[test]
fn what_is_missing_is_said_with_its_name_and_its_place() {
    for name in ["little", "odd", "english"] {
        let (_, report) = read(&format!("{name}.toml"), REGISTER);
        for (language, ending) in [(Language::English, "txt"), (Language::Swedish, "sv.txt")] {
            let said = report.render(language, false);
            assert_golden(&home().join(format!("tests/portal/{name}.{ending}")), said.as_bytes());
        }
    }
}

#[test]
fn of_what_is_whole_nothing_is_said() {
    let register = format!("{REGISTER}number = \"212000-1538\"\nhomepage = \"https://exempel.example/\"\n");
    let (publication, report) = read("whole.toml", &register);
    assert_eq!(report.render(Language::English, false), "");
    let catalogue = publication.catalogue;
    assert_eq!((catalogue.availability, catalogue.format), (Some(Availability::Stable), FormatTerm::MediaType));
    assert_eq!((catalogue.keywords.len(), catalogue.themes.len(), catalogue.frequency.code()), (2, 2, "DAILY"));
    assert!(catalogue.title.is_some() && catalogue.dataset_title.is_some());
    assert!(catalogue.sparql.is_some() && catalogue.event_stream.is_some());
}
