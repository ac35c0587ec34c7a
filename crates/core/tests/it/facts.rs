use anslag_core::{Announcement, Edtf, Facts, Fields, LanguageTag, Season};
use anslag_fixtures::{assert_golden, everything, publication};
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

#[test]
fn an_instant_is_one_of_xml_schema_too() {
    let date_time = |text| Edtf::new(text).unwrap().date_time().map(str::to_owned);
    for text in ["2026-06-08T18:30:00+02:00", "2026-06-08T18:30:00Z"] {
        assert_eq!(date_time(text).as_deref(), Some(text));
    }
    for text in ["2026-06-08", "2026-06-08T18:30:00", "2026-06-08T18:30:00+02", "2026-23", "2026-06-08/2026-06-09"] {
        assert_eq!(date_time(text), None, "{text}");
    }
}

#[test]
fn a_season_is_told_from_a_month() {
    let season = |text| Edtf::new(text).unwrap().season().map(|(season, year)| (season, year.to_owned()));
    assert_eq!(season("2021-23"), Some((Season::Autumn, "2021".to_owned())));
    for text in ["2021-12", "2021", "2021-05-21", "2021-23/2022-21", "2021-23?"] {
        assert_eq!(season(text), None, "{text}");
    }
}
