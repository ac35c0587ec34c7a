use crate::{
    Report,
    entry::Sample,
    finding::Findings,
    help::Help,
    message::{Flaw, Message, Missing},
    text::decode,
    toml_tree,
    tree::{Node, Value},
};
use anslag_core::{Format, LanguageTag, Localized, Publication};
use std::{ops::Range, sync::Arc};

/// Warns of what a publication lacks: what DCAT-AP-SE 3.0.1 recommends, with the name of each property, and the accessibility
/// statement of the pages.
///
/// The files are those that the publication was read from, each given by its path for the user and by its bytes.
pub fn recommendations(
    publication: &Publication,
    publication_file: (&str, &[u8]),
    register_file: (&str, &[u8]),
    report: &mut Report,
) {
    report_on(publication_file, report, |file| of_publication(publication, file));
    report_on(register_file, report, |file| of_publisher(publication, file));
}

/// File that problems are reported on.
struct File<'a> {
    table: &'a Node<'a>,
    findings: &'a Findings,
}

impl File<'_> {
    /// Warns of a missing property at the innermost table or key of `path` that exists.
    fn recommend(&self, path: &[&str], property: &'static str, what: Missing, help: Help) {
        self.findings.add(self.span(path), Message::Recommended { property, what }, None, Some(help));
    }

    /// Warns of a property that could be better, at the innermost table or key of `path` that exists.
    fn improve(&self, path: &[&str], property: &'static str, what: Flaw, help: Help) {
        self.findings.add(self.span(path), Message::Improvable { property, what }, None, Some(help));
    }

    fn span(&self, path: &[&str]) -> Range<usize> {
        let (mut node, mut span) = (self.table, 0..0);
        for name in path {
            let Value::Table(entries) = &node.value else { break };
            let Some((key, value)) = entries.iter().find(|(key, _)| key.name == *name) else { break };
            (node, span) = (value, key.span.clone());
        }
        span
    }
}

fn of_publication(publication: &Publication, file: &File<'_>) {
    let settings = &publication.catalogue;
    let languages = || [&publication.language].into_iter().chain(&publication.other_languages);
    let is_swedish = publication.country.code() == "SE";
    let texts = [
        ("title", "dcterms:title", &publication.title),
        ("description", "dcterms:description", &publication.description),
    ];
    for (key, property, text) in texts {
        for language in languages().filter(|language| !is_in(text, language)) {
            let what = Flaw::TextIn { key, language: language.clone() };
            file.improve(&[key], property, what, Help::AddText { language: language.to_string() });
        }
        let mut all = languages().chain(text.iter().map(|(language, _)| language));
        let is_there = all.any(|language| language.primary() == "sv");
        if is_swedish && !is_there {
            let help = Help::AddText { language: "sv".to_owned() };
            file.improve(&[key], property, Flaw::InSwedish { key }, help);
        }
    }
    for language in languages().filter(|language| language.eu_code().is_none()) {
        let what = Flaw::LanguageCode { language: language.clone() };
        file.improve(&["languages"], "dcterms:language", what, Help::Language);
    }
    if settings.issued.is_none() {
        file.recommend(&["catalogue"], "dcterms:issued", Missing::Issued, Help::AddIssued);
    }
    if settings.availability.is_none() {
        file.recommend(&["catalogue"], "dcatap:availability", Missing::Availability, Help::AddAvailability);
    }
    let keywords = &["catalogue", "keywords"];
    for wanted in [publication.language.primary(), "en"] {
        if !settings.keywords.iter().any(|(language, _)| language.primary() == wanted) {
            let what = Flaw::KeywordIn { language: wanted.to_owned() };
            file.improve(keywords, "dcat:keyword", what, Help::AddKeyword { language: wanted.to_owned() });
        }
    }
    for (_, keyword) in &settings.keywords {
        let lower = keyword.as_str().to_lowercase();
        if lower != keyword.as_str() {
            let what = Flaw::LowerCase { keyword: keyword.to_string() };
            file.improve(keywords, "dcat:keyword", what, Help::Write { word: lower });
        }
    }
    if settings.themes.is_empty() {
        file.recommend(&["catalogue", "themes"], "dcat:theme", Missing::Theme, Help::DefaultTheme);
    }
    if settings.spatial.is_empty() {
        file.recommend(&["catalogue", "spatial"], "dcterms:spatial", Missing::Place, Help::DefaultPlace);
    }
    for place in settings.spatial.iter().filter(|place| !is_known_place(place.as_str())) {
        let what = Flaw::KnownPlace { place: place.to_string() };
        file.improve(&["catalogue", "spatial"], "dcterms:spatial", what, Help::GeoNames);
    }
    if publication.accessibility.is_none() && is_swedish && publication.output.has(Format::Html) {
        file.findings.add(file.span(&[]), Message::NoAccessibility, None, Some(Help::AddAccessibility));
    }
    if publication.contact.phone.is_none() {
        file.recommend(&["contact"], "vcard:hasTelephone", Missing::Telephone, Help::AddContactPhone);
    }
    if publication.contact.address.is_none() {
        file.recommend(&["contact"], "vcard:hasAddress", Missing::Address, Help::AddContactAddress);
    }
}

fn of_publisher(publication: &Publication, file: &File<'_>) {
    let publisher = &publication.publisher;
    let entry = &["organizations", publisher.key.as_str()];
    if publisher.number.is_none() {
        file.recommend(entry, "dcterms:identifier", Missing::Number, Help::AddNumber);
    }
    if publisher.homepage.is_none() {
        file.recommend(entry, "foaf:homepage", Missing::Homepage, Help::add("homepage", Sample::Text("https://…/")));
    }
}

/// Reads a file for its spans only; its problems were reported when the publication was read from it.
fn report_on((path, bytes): (&str, &[u8]), report: &mut Report, check: impl FnOnce(&File<'_>)) {
    let (findings, ignored) = (Findings::default(), Findings::default());
    let text = decode(bytes, &ignored);
    if let Some(table) = toml_tree::parse(&text, 0..text.len(), &ignored) {
        check(&File { table: &table, findings: &findings });
    }
    findings.report_to(&Arc::from(path), &text, 1, report);
}

fn is_in(text: &Localized, wanted: &LanguageTag) -> bool {
    text.iter().any(|(language, _)| language.primary() == wanted.primary())
}

fn is_known_place(address: &str) -> bool {
    let known = [
        "https://sws.geonames.org/",
        "http://publications.europa.eu/resource/authority/country/",
        "http://publications.europa.eu/resource/authority/place/",
        "http://publications.europa.eu/resource/authority/continent/",
    ];
    known.iter().any(|beginning| address.starts_with(beginning))
}
