use anslag_core::{Announcement, Edtf, Fields, LanguageTag};
use anslag_fixtures::{assert_golden, everything, publication};
use anslag_schema::Facts;
use std::{fmt::Write, path::Path};

/// The facts as text, a line each.
fn text(facts: &Facts) -> String {
    let mut text = format!("({})\n", facts.language);
    for section in &facts.sections {
        writeln!(text, "\n{}", section.heading).unwrap();
        for fact in &section.facts {
            let link = fact.link.as_ref().map_or_else(String::new, |link| format!(" <{link}>"));
            writeln!(text, "  {}: {}{link}", fact.label, fact.value.replace('\n', " / ")).unwrap();
        }
    }
    text
}

#[test]
fn the_facts_of_everything_are_those_in_the_golden_files() {
    let publication = publication();
    for language in ["sv", "en", "et", "lv", "fi"] {
        let fields = Fields { language: LanguageTag::new(language).unwrap(), ..(*everything(&publication)).clone() };
        let announcement = Announcement::new(fields, &publication.zone).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/facts.{language}.txt"));
        assert_golden(&path, text(&Facts::of(&publication, &announcement)).as_bytes());
    }
}

/// What is in our own words is told apart from what the announcement says, which may be in another language.
#[test]
fn what_is_worded_is_marked() {
    let publication = publication();
    let facts = Facts::of(&publication, &everything(&publication));
    let worded = facts.sections.iter().flat_map(|section| &section.facts).filter(|fact| fact.is_worded);
    let found: Vec<_> = worded.map(|fact| (fact.label.as_str(), fact.value.as_str())).collect();
    let expected = [
        ("Allvar", "allvarlig"),
        ("Brådska", "omedelbar"),
        ("Säkerhet", "observerad"),
        ("Tjänst", "vatten"),
        ("Status", "åtgärdad"),
        ("Överklagas senast", "2021-06-08 (beräknat)"),
        ("Får tas ned", "2021-06-09 (beräknat)"),
        ("Status", "inställd"),
        ("Pris", "gratis"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_time_of_an_event_is_that_of_the_clocks() {
    let publication = publication();
    let when = |text: &str| {
        let mut fields = (*everything(&publication)).clone();
        fields.events[0].when = Some(Edtf::new(text).unwrap());
        let facts = Facts::of(&publication, &Announcement::new(fields, &publication.zone).unwrap());
        let mut all = facts.sections.into_iter().flat_map(|section| section.facts);
        all.find(|fact| fact.label == "När").map(|fact| (fact.value, fact.is_worded)).unwrap()
    };
    for (text, expected) in [
        ("2021-06-06T16:00:00Z", "2021-06-06 18:00"),
        ("2021-06-06T18:00:00", "2021-06-06 18:00"),
        ("2021-06-06", "2021-06-06"),
        ("2021-06-06/2021-06-09", "2021-06-06/2021-06-09"),
        ("2021-06", "2021-06"),
    ] {
        assert_eq!(when(text), (expected.to_owned(), false));
    }
    assert_eq!(when("2021-23"), ("hösten 2021".to_owned(), true));
}
