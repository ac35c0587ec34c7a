use crate::{
    Report,
    finding::Findings,
    text::decode,
    toml_tree,
    tree::{Node, Value},
};
use anslag_core::{LanguageTag, Localized, Publication};
use std::{ops::Range, sync::Arc};

/// Says what a data portal would say of a publication that can be published: what DCAT-AP-SE 3.0.1 recommends and it does
/// not give, as warnings, each with the property's name and the place to mend it. The files are those that the
/// publication was read from, each given by how it is shown to the user and by its bytes.
pub fn recommendations(
    publication: &Publication,
    publication_file: (&str, &[u8]),
    register_file: (&str, &[u8]),
    report: &mut Report,
) {
    tell(publication_file, report, |file| of_publication(publication, file));
    tell(register_file, report, |file| of_publisher(publication, file));
}

/// A file, and what is to be said of it.
struct File<'a> {
    table: &'a Node<'a>,
    findings: &'a Findings,
}

impl File<'_> {
    /// Warns at the innermost of the tables or keys that there is: `path` goes down to it.
    fn recommend(&self, path: &[&str], property: &str, what: &str, help: impl Into<String>) {
        let message = format!("portals miss {property}, which DCAT-AP-SE recommends: {what}");
        self.findings.warning(self.span(path), message, "", Some(help.into()));
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
    let texts = [
        ("title", "dcterms:title", &publication.title),
        ("description", "dcterms:description", &publication.description),
    ];
    for (key, property, text) in texts {
        for language in languages().filter(|language| !is_in(text, language)) {
            let what = format!("the {key} is not in `{language}`, a language of the publication");
            file.recommend(&[key], property, &what, format!("add `{language} = \"…\"`"));
        }
    }
    for language in languages().filter(|language| language.eu_code().is_none()) {
        let what = format!("we know no code of the EU for the language `{language}`");
        file.recommend(&["languages"], "dcterms:language", &what, "write a tag such as `sv`, `en` or `fi`");
    }
    if settings.issued.is_none() {
        let help = "add `issued = 2026-11-24` to `[catalogue]`, with your own day";
        file.recommend(&["catalogue"], "dcterms:issued", "when the dataset was first published", help);
    }
    if settings.availability.is_none() {
        let help = "add `availability = \"STABLE\"` to `[catalogue]`, or `AVAILABLE`, `TEMPORARY`, `EXPERIMENTAL`";
        file.recommend(&["catalogue"], "dcatap:availability", "for how long the files are meant to be there", help);
    }
    let keywords = &["catalogue", "keywords"];
    for wanted in [publication.language.primary(), "en"] {
        if !settings.keywords.iter().any(|(language, _)| language.primary() == wanted) {
            let what = format!("there is no keyword in `{wanted}`");
            file.recommend(keywords, "dcat:keyword", &what, format!("add `{wanted} = [\"…\"]` to `keywords`"));
        }
    }
    for (_, keyword) in
        settings.keywords.iter().filter(|(_, keyword)| keyword.as_str().to_lowercase() != keyword.as_str())
    {
        let what = format!("the keyword {:?} is not in lower case", keyword.as_str());
        file.recommend(keywords, "dcat:keyword", &what, format!("write `{}`", keyword.as_str().to_lowercase()));
    }
    if settings.themes.is_empty() {
        file.recommend(
            &["catalogue", "themes"],
            "dcat:theme",
            "there is no theme",
            "leave `themes` out, which stands for `GOVE`",
        );
    }
    if settings.spatial.is_empty() {
        let help = "leave `spatial` out, which stands for the publisher's place";
        file.recommend(&["catalogue", "spatial"], "dcterms:spatial", "there is no place", help);
    }
    for place in settings.spatial.iter().filter(|place| !is_known_place(place.as_str())) {
        let what = format!("no portal knows the place {place}");
        let help = "write an address of GeoNames, as in `https://sws.geonames.org/2665170/`";
        file.recommend(&["catalogue", "spatial"], "dcterms:spatial", &what, help);
    }
    if publication.contact.phone.is_none() {
        let help = "add `phone = \"…\"` to `[contact]`";
        file.recommend(&["contact"], "vcard:hasTelephone", "the contact has no telephone number", help);
    }
    if publication.contact.address.is_none() {
        let help = "add `address = { street = \"…\", postal_code = \"…\", locality = \"…\" }` to `[contact]`";
        file.recommend(&["contact"], "vcard:hasAddress", "the contact has no postal address", help);
    }
}

fn of_publisher(publication: &Publication, file: &File<'_>) {
    let publisher = &publication.publisher;
    let entry = &["organizations", publisher.key.as_str()];
    if publisher.number.is_none() {
        let help = "add `number = \"…\"`, as in `\"212000-1538\"`";
        file.recommend(entry, "dcterms:identifier", "the publisher has no organisation number", help);
    }
    if publisher.homepage.is_none() {
        file.recommend(entry, "foaf:homepage", "the publisher has no site", "add `homepage = \"https://…/\"`");
    }
}

/// Reads the file for its places only: what is wrong with it was said when the publication was read from it.
fn tell((path, bytes): (&str, &[u8]), report: &mut Report, say: impl FnOnce(&File<'_>)) {
    let (findings, unsaid) = (Findings::default(), Findings::default());
    let text = decode(bytes, &unsaid);
    if let Some(table) = toml_tree::parse(&text, 0..text.len(), &unsaid) {
        say(&File { table: &table, findings: &findings });
    }
    findings.tell(&Arc::from(path), &text, 1, report);
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
