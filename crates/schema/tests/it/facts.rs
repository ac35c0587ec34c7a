use anslag_core::{Announcement, Currency, Decimal, Edtf, Fields, LanguageTag, Money};
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
    for expected in [
        ("Allvar", "allvarlig"),
        ("Gäller till", "19 maj 2021"),
        ("Tjänst", "vatten"),
        ("Överklagas senast", "8 juni 2021 (beräknat)"),
        ("Status", "inställd"),
        ("Pris", "gratis"),
    ] {
        assert!(found.contains(&expected), "{expected:?}: {found:?}");
    }
    assert!(!found.iter().any(|(label, _)| ["Fara", "Titel", "Diarienummer"].contains(label)), "{found:?}");
}

/// What feeds tell of a plot of land, an event, a project and a file is in the form in which people write it.
#[test]
fn facts_are_in_the_form_of_people() {
    let publication = publication();
    let mut fields = (*everything(&publication)).clone();
    fields.offers[0].area = Some(Decimal::new("1234.5").unwrap());
    let price = Money { amount: Decimal::new("1250000.5").unwrap(), currency: Currency::new("SEK").unwrap() };
    fields.offers[0].price = Some(price);
    fields.events[0].when = Some(Edtf::new("2026-12-05/2026-12-06").unwrap());
    (fields.events[0].ends, fields.events[0].repeats, fields.events[0].repeats_until) = (None, None, None);
    fields.attachments[0].size = Some(1_200_000);
    fields.project.as_mut().unwrap().end = Some(Edtf::new("2027?").unwrap());
    let announcement = Announcement::new(fields, &publication.zone).unwrap();
    let found = text(&Facts::of(&publication, &announcement)).replace('\u{a0}', "_");
    for expected in [
        "  Areal: 1_234,5_m²\n",
        "  Pris: 1_250_000,50_kr\n",
        "  När: 5–6 december 2026\n",
        "  Bilagor: Protokoll (pdf, 1,2_MB) <",
        "\nProjekt\n",
        "  Slut: 2027 (osäkert)\n",
        "\nCiterade personer\n",
    ] {
        assert!(found.contains(expected), "{expected}: {found}");
    }
}
