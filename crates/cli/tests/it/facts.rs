use crate::{data, export, files};
use oxrdf::Triple;
use std::collections::HashSet;

/// What the page says, and how the Turtle says it, with the prefixes of the file itself and `<>` for the announcement.
const FACTS: [(&str, &str); 36] = [
    ("it is news", "<> a schema:NewsArticle ; dcterms:type type:news ."),
    ("its title", r#"<> schema:headline "Internationellt projekt kring digitalisering"@sv ."#),
    (
        "its lead",
        r#"<> schema:abstract "Vänersborgs kommun har antagits till det nordisk-baltiska utbytesprogrammet Nordic Mobility Programme."@sv ."#,
    ),
    ("it is in Swedish", r#"<> schema:inLanguage "sv" ; dcterms:language eulang:SWE ."#),
    ("it was published on a day", r#"<> schema:datePublished "2021-05-18"^^xsd:date ."#),
    ("the municipality published it", "<> schema:publisher dataportal:SE2120001538 ."),
    (
        "it was published on a page",
        "<> prov:wasDerivedFrom <https://www.vanersborg.se/kommun--politik/nyhetsarkiv-kommunstyrelseforv./nyheter-kommunstyrelseforvaltningen/2021-05-18-internationellt-projekt-kring-digitalisering.html> .",
    ),
    ("it is about digitalisation", "<> dcterms:subject topic:digitalisering ."),
    ("it is about open data", "<> dcterms:subject topic:oppna-data ."),
    (
        "it is about green tourism",
        r#"<> dcterms:subject topic:gron-hallbar-turism . topic:gron-hallbar-turism skos:prefLabel "grön, hållbar turism"@sv ."#,
    ),
    ("it is about a project", "<> schema:about this:project . this:project a schema:Project ."),
    (
        "the project belongs to a programme",
        r#"this:project dcterms:isPartOf programme:nordic-mobility-programme . programme:nordic-mobility-programme schema:name "Nordic Mobility Programme"@en ."#,
    ),
    (
        "the programme is spelled in another way too",
        r#"programme:nordic-mobility-programme schema:alternateName "Nordic Baltic Mobility Programme"@en ."#,
    ),
    (
        "the project takes a year",
        r#"this:project dcterms:temporal project:period . project:period time:hasXSDDuration "P1Y"^^xsd:duration ."#,
    ),
    ("the municipality takes part", "this:project schema:member dataportal:SE2120001538 ."),
    (
        "Tartu takes part",
        r#"this:project schema:member organization:tartu . organization:tartu schema:name "Tartu"@sv ."#,
    ),
    ("Tartu is in Estonia", "organization:tartu schema:location eucountry:EST ."),
    (
        "Daugavpils takes part",
        r#"this:project schema:member organization:daugavpils . organization:daugavpils schema:name "Daugavpils"@sv ."#,
    ),
    ("Daugavpils is in Latvia", "organization:daugavpils schema:location eucountry:LVA ."),
    ("Daugavpils is a municipality", "organization:daugavpils dcterms:type publishertype:LocalAuthority ."),
    (
        "a tourist company takes part",
        r#"this:project schema:member named-organization:1 ; dcterms:contributor named-organization:1 . named-organization:1 schema:name "Visit Trollhättan-Vänersborg"@sv ; schema:description "turistbolag"@sv ."#,
    ),
    (
        "the project works on three fields",
        "this:project dcterms:subject topic:digitalisering , topic:oppna-data , topic:gron-hallbar-turism .",
    ),
    (
        "the Nordic Council pays 60 per cent",
        r#"this:project schema:funding funding:1 . funding:1 schema:funder organization:nordiska-radet ; anslag:sharePercent 60.0 . organization:nordiska-radet schema:name "Nordiska rådet"@sv ."#,
    ),
    (
        "the municipality pays 40 per cent",
        "this:project schema:funding funding:2 . funding:2 schema:funder dataportal:SE2120001538 ; anslag:sharePercent 40.0 .",
    ),
    ("somebody is quoted", "<> schema:hasPart quote:1 . quote:1 schema:spokenByCharacter person:1 , person:2 ."),
    ("Stefan Konjevic says it", r#"person:1 schema:name "Stefan Konjevic" ; schema:jobTitle "praktikant"@sv ."#),
    ("Isak Johansson says it", r#"person:2 schema:name "Isak Johansson" ; schema:jobTitle "praktikant"@sv ."#),
    (
        "both work in a department",
        r#"person:1 schema:worksFor organization:avdelningen-for-hallbar-utveckling . person:2 schema:worksFor organization:avdelningen-for-hallbar-utveckling . organization:avdelningen-for-hallbar-utveckling schema:name "avdelningen för hållbar utveckling"@sv ."#,
    ),
    (
        "the department is the municipality's",
        "organization:avdelningen-for-hallbar-utveckling org:unitOf dataportal:SE2120001538 .",
    ),
    (
        "a visit is intended",
        r#"<> schema:mentions event:1 . event:1 schema:name "Studiebesök i Tartu och Daugavpils"@sv ; anslag:planStatus anslag:planned ."#,
    ),
    ("the visit is in autumn 2021, and on no day", r#"event:1 dcterms:date "2021-23"^^edtf:EDTF-level1 ."#),
    (
        "the visit is to the two cities",
        "event:1 schema:location place:tartu , place:daugavpils . place:tartu a schema:City . place:daugavpils a schema:City .",
    ),
    (
        "the visit depends on the pandemic",
        r#"event:1 anslag:condition "givet att de yttre förutsättningarna med pandemin och smittspridningen har förbättrats till dess"@sv ."#,
    ),
    (
        "whom to ask",
        r#"<> dcat:contactPoint contact:1 . contact:1 vcard:fn "Anders Fridén" ; vcard:role "Internationell samordnare"@sv ."#,
    ),
    (
        "where to call and write",
        "contact:1 vcard:hasTelephone <tel:+46521722393> ; vcard:hasEmail <mailto:anders.friden@vanersborg.se> .",
    ),
    ("where to visit", r#"contact:1 vcard:hasAddress address:1 . address:1 vcard:street-address "Sundsgatan 29" ."#),
];

const ID: &str = "2021-05-18-internationellt-projekt-kring-digitalisering";

fn read(turtle: &str) -> HashSet<Triple> {
    let base = format!("https://data.vanersborg.se/announcement/{ID}");
    let parser = oxttl::TurtleParser::new().with_base_iri(base).unwrap();
    parser
        .for_slice(turtle.as_bytes())
        .map(|triple| triple.unwrap_or_else(|error| panic!("{error}: {turtle}")))
        .collect()
}

#[test]
fn every_fact_of_the_page_is_in_the_turtle() {
    let out = tempfile::tempdir().unwrap();
    assert!(export(&data(), out.path(), &[]).status.success());
    let files = files(out.path());
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let document = text(&format!("data/announcement/{ID}.ttl"));
    let dump = text("data/announcements.ttl");
    let said = read(&dump);
    let prefixes: HashSet<&str> =
        document.lines().chain(dump.lines()).filter(|line| line.starts_with("@prefix ")).collect();
    let prefixes: String = prefixes.into_iter().map(|line| format!("{line}\n")).collect();
    for (fact, turtle) in FACTS {
        let wanted = read(&format!("{prefixes}{turtle}"));
        assert!(!wanted.is_empty(), "{fact}");
        for triple in wanted {
            assert!(said.contains(&triple), "{fact}: {triple}");
        }
    }
}

/// The page does not say when in autumn, nor what the project is called, nor when it begins.
#[test]
fn nothing_is_said_that_the_page_does_not_say() {
    let out = tempfile::tempdir().unwrap();
    assert!(export(&data(), out.path(), &[]).status.success());
    let dump = String::from_utf8(files(out.path())["data/announcements.nt"].clone()).unwrap();
    let of = |part: &str| {
        dump.lines()
            .filter(move |line| line.starts_with(&format!("<https://data.vanersborg.se/announcement/{ID}{part}>")))
            .collect::<String>()
    };
    for absent in ["startDate", "endDate", "organizer", "eventStatus"] {
        assert!(!of("/event/1").contains(absent), "{absent}");
    }
    assert!(!of("/project").contains("http://schema.org/name"));
    assert!(!of("/project/period").contains("Date"));
    assert!(!of("").contains("Modified"));
}
