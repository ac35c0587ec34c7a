//! Codes of the EU's authority tables that announcements and the register refer to.

use anslag_core::{AuthorityTable, LanguageTag, Publication};
use anslag_vocab::{Describe, Term, dcterms, eu_country, eu_language, eu_theme, skos};
use oxrdf::{NamedNode, NamedOrBlankNode, Triple};
use std::{collections::HashMap, sync::LazyLock};

/// The tables, each with the classes of its codes.
const TABLES: [(AuthorityTable, &[Term]); 3] = [
    (AuthorityTable::DataTheme, &[skos::CONCEPT]),
    (AuthorityTable::Country, &[skos::CONCEPT, dcterms::LOCATION]),
    (AuthorityTable::Language, &[skos::CONCEPT, dcterms::LINGUISTIC_SYSTEM]),
];

/// The description of every code, by its IRI.
static CODES: LazyLock<HashMap<NamedNode, Vec<Triple>>> = LazyLock::new(|| {
    let codes = TABLES.into_iter().flat_map(|(table, classes)| table.codes().map(move |code| (table, classes, code)));
    let described = codes.map(|(table, classes, code)| {
        let mut triples = Vec::new();
        let iri = table.concept(code.code);
        let labels = [("sv", code.sv), ("en", code.en)];
        let labels = labels.into_iter().filter(|(_, label)| !label.is_empty());
        Describe::new(&mut triples, &iri).types(classes).texts(skos::PREF_LABEL, labels);
        (NamedNode::new_unchecked(iri.as_str()), triples)
    });
    described.collect()
});

/// Returns the type and the labels of a code; `None` if the IRI is not a code of these tables.
pub(crate) fn description(iri: &NamedNode) -> Option<&'static [Triple]> {
    CODES.get(iri).map(Vec::as_slice)
}

/// Returns whether a triple describes a code.
pub(crate) fn describes_code(triple: &Triple) -> bool {
    let tables = [eu_theme::VOCABULARY, eu_country::VOCABULARY, eu_language::VOCABULARY];
    match &triple.subject {
        NamedOrBlankNode::NamedNode(subject) => tables.iter().any(|own| subject.as_str().starts_with(own.namespace)),
        NamedOrBlankNode::BlankNode(_) => false,
    }
}

/// Describes the codes that any announcement may use: data themes, countries, and the languages of the publication.
///
/// They do not depend on the announcements, so that a dump can begin before they are read.
pub(crate) fn describe(publication: &Publication, triples: &mut Vec<Triple>) {
    let languages = [&publication.language].into_iter().chain(&publication.other_languages);
    let languages: Vec<_> = languages.filter_map(LanguageTag::eu_code).collect();
    for (table, _) in TABLES {
        let codes = table.codes().filter(|code| table != AuthorityTable::Language || languages.contains(&code.code));
        let iris = codes.map(|code| NamedNode::new_unchecked(table.concept(code.code).as_str()));
        triples.extend(iris.flat_map(|iri| CODES[&iri].iter().cloned()));
    }
}
