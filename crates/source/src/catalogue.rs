use crate::{
    fields::Fields,
    finding::Findings,
    keys,
    noun::Noun,
    tree::{Node, Value},
    value, word,
};
use anslag_core::{
    AccessRight, Availability, CatalogueSettings, DataTheme, Day, FormatTerm, Frequency, Iri, LanguageTag, Line,
    Localized,
};

/// Values of the table `[catalogue]` of `publication.toml`; `None` if a value is absent or invalid.
#[derive(Default)]
pub(crate) struct CatalogueTable {
    title: Option<Localized>,
    dataset_title: Option<Localized>,
    keywords: Option<Vec<(LanguageTag, Line)>>,
    themes: Option<Vec<DataTheme>>,
    spatial: Option<Vec<Iri>>,
    frequency: Option<Frequency>,
    access_rights: Option<AccessRight>,
    availability: Option<Availability>,
    issued: Option<Day>,
    homepage: Option<Iri>,
    landing_page: Option<Iri>,
    conforms_to: Vec<Iri>,
    format: Option<FormatTerm>,
    sparql: Option<Iri>,
    event_stream: Option<Iri>,
}

/// Reads the table; `main` is the language of texts without one.
pub(crate) fn read(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<CatalogueTable> {
    let fields = Fields::of(node, &keys::CATALOGUE, findings)?;
    let web = |key| fields.optional(key, |node| value::web(node, findings));
    let given = |key| fields.get(key).is_some();
    let text = |key| fields.optional(key, |node| value::portal_text((Noun::Catalogue, key), node, main, findings));
    Some(CatalogueTable {
        title: text("title"),
        dataset_title: text("dataset_title"),
        keywords: fields.optional("keywords", |node| keywords(node, main, findings)),
        themes: given("themes").then(|| fields.list("themes", |node| value::theme(node, findings))),
        spatial: given("spatial").then(|| fields.list("spatial", |node| value::web(node, findings))),
        frequency: fields.optional("frequency", |node| value::frequency(node, findings)),
        access_rights: fields.optional("access_rights", |node| value::access_right(node, findings)),
        availability: fields.optional("availability", |node| value::availability(node, findings)),
        issued: fields.optional("issued", |node| value::day(node, findings)),
        homepage: web("homepage"),
        landing_page: web("landing_page"),
        conforms_to: fields.list("conforms_to", |node| value::web(node, findings)),
        format: fields.optional("format", |node| word::closed(node, Noun::FormatTerm, findings)),
        sparql: web("sparql"),
        event_stream: web("event_stream"),
    })
}

impl CatalogueTable {
    /// Returns the settings, with defaults for absent values.
    pub(crate) fn or(self, otherwise: CatalogueSettings) -> CatalogueSettings {
        CatalogueSettings {
            title: self.title.or(otherwise.title),
            dataset_title: self.dataset_title.or(otherwise.dataset_title),
            keywords: self.keywords.unwrap_or(otherwise.keywords),
            themes: self.themes.unwrap_or(otherwise.themes),
            spatial: self.spatial.unwrap_or(otherwise.spatial),
            frequency: self.frequency.unwrap_or(otherwise.frequency),
            access_rights: self.access_rights.unwrap_or(otherwise.access_rights),
            availability: self.availability.or(otherwise.availability),
            issued: self.issued.or(otherwise.issued),
            homepage: self.homepage.or(otherwise.homepage),
            landing_page: self.landing_page.or(otherwise.landing_page),
            conforms_to: self.conforms_to,
            format: self.format.unwrap_or(otherwise.format),
            sparql: self.sparql.or(otherwise.sparql),
            event_stream: self.event_stream.or(otherwise.event_stream),
        }
    }
}

/// Reads a list of words in the main language, or a table of such lists by language.
fn keywords(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<Vec<(LanguageTag, Line)>> {
    let words = |language: &LanguageTag, node: &Node<'_>| -> Option<Vec<(LanguageTag, Line)>> {
        let Value::List(items) = &node.value else { return value::wrong_type(node, findings, Noun::Words) };
        let words = items.iter().filter_map(|item| value::line(item, findings));
        Some(words.map(|word| (language.clone(), word)).collect())
    };
    let Value::Table(entries) = &node.value else { return words(main, node) };
    let mut all = Vec::new();
    for (key, node) in entries {
        if let Some(language) = value::language_key(key, findings) {
            all.extend(words(&language, node).unwrap_or_default());
        }
    }
    Some(all)
}
