use crate::home;
use anslag_core::{Availability, FormatTerm, Publication};
use anslag_fixtures::assert_golden;
use anslag_source::{Report, read_publication, recommendations};
use std::fs;

/// Reads a publication, and gives it with what a portal would say of it.
fn read(name: &str, register: &str) -> (Publication, String) {
    let bytes = fs::read(home().join("tests/portal").join(name)).unwrap();
    let mut report = Report::default();
    let publication = read_publication((name, &bytes), ("register.toml", register.as_bytes()), &mut report);
    let publication = publication.unwrap_or_else(|| panic!("{}", report.render(false)));
    assert_eq!(report.warnings(), 0);
    recommendations(&publication, (name, &bytes), ("register.toml", register.as_bytes()), &mut report);
    assert_eq!(report.errors(), 0);
    (publication, report.render(false))
}

const REGISTER: &str = "[organizations.exempels-kommun]\nname = \"Exempels kommun\"\nkind = \"kommun\"\n";

#[test]
fn what_is_missing_is_said_with_its_name_and_its_place() {
    for name in ["little", "odd"] {
        let (_, said) = read(&format!("{name}.toml"), REGISTER);
        assert_golden(&home().join(format!("tests/portal/{name}.txt")), said.as_bytes());
    }
}

#[test]
fn of_what_is_whole_nothing_is_said() {
    let register = format!("{REGISTER}number = \"212000-1538\"\nhomepage = \"https://exempel.example/\"\n");
    let (publication, said) = read("whole.toml", &register);
    assert_eq!(said, "");
    let catalogue = publication.catalogue;
    assert_eq!((catalogue.availability, catalogue.format), (Some(Availability::Stable), FormatTerm::MediaType));
    assert_eq!((catalogue.keywords.len(), catalogue.themes.len(), catalogue.frequency.code()), (2, 2, "DAILY"));
    assert!(catalogue.title.is_some() && catalogue.sparql.is_some() && catalogue.event_stream.is_some());
}
