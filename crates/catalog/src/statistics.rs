use crate::{Content, Published, dataset, properties};
use anslag_core::{CatalogueNode, Format, FormatKind, Publication};
use anslag_vocab::{Describe, Term, dcterms, foaf, void};
use oxrdf::Triple;
use std::collections::BTreeSet;

/// Path of the document of [`statistics`] in the published layout.
pub const PATH: &str = ".well-known/void";

/// Describes the dataset of the catalogue in numbers, as a `VoID` dataset.
///
/// It counts triples, subjects, the instances of each class and the triples of each property.
#[must_use]
pub fn statistics(publication: &Publication, published: &Published) -> Vec<Triple> {
    let count = &published.count;
    let dataset = publication.catalogue_node(CatalogueNode::Dataset);
    let node = |node| publication.catalogue_node(node);
    let class = |term: Term| node(CatalogueNode::ClassPartition(term.prefix(), term.name()));
    let property = |term: Term| node(CatalogueNode::PropertyPartition(term.prefix(), term.name()));
    let classes = || count.classes.iter().filter_map(|(iri, count)| Some((iri, class(term(iri)?), *count)));
    let properties = || count.properties.iter().filter_map(|(iri, count)| Some((iri, property(term(iri)?), *count)));
    let terms = count.classes.keys().chain(count.properties.keys()).filter_map(|iri| term(iri));
    let vocabularies: BTreeSet<&str> = terms.map(Term::namespace).collect();
    let has_triples = |format: Format| format.spec().kind == FormatKind::Triples;
    let dumps =
        published.distributions.iter().filter(|own| own.content == Content::Everything && has_triples(own.format));

    let mut triples = Vec::new();
    Describe::new(&mut triples, &publication.file(PATH))
        .types(&[void::DATASET_DESCRIPTION])
        .texts(dcterms::TITLE, [("sv", "Datamängden i siffror"), ("en", "The dataset in numbers")])
        .dates(dcterms::MODIFIED, properties::last_change(publication, published.extent.all.modified))
        .links(foaf::PRIMARY_TOPIC, [&dataset]);
    Describe::new(&mut triples, &dataset)
        .types(&[void::DATASET_CLASS])
        .texts(dcterms::TITLE, dataset::title(publication))
        .links(dcterms::LICENSE, [publication.licence.iri()])
        .links(foaf::HOMEPAGE, [publication.base.iri()])
        .string(void::URI_SPACE, publication.base.iri().as_str())
        .links(void::DATA_DUMP, dumps.map(|own| publication.file(&own.path)))
        .links(void::SPARQL_ENDPOINT, &publication.catalogue.sparql)
        .links(void::VOCABULARY_USED, vocabularies)
        .integer(void::TRIPLES, count.triples)
        .integer(void::ENTITIES, count.entities)
        .integer(void::DISTINCT_SUBJECTS, count.subjects)
        .integer(void::CLASSES, count.classes.len() as u64)
        .integer(void::PROPERTIES, count.properties.len() as u64)
        .links(void::CLASS_PARTITION, classes().map(|(_, node, _)| node))
        .links(void::PROPERTY_PARTITION, properties().map(|(_, node, _)| node));
    for (iri, node, entities) in classes() {
        Describe::new(&mut triples, &node).link(void::CLASS, iri).integer(void::ENTITIES, entities);
    }
    for (iri, node, count) in properties() {
        Describe::new(&mut triples, &node).link(void::PROPERTY, iri).integer(void::TRIPLES, count);
    }
    triples
}

/// Returns the term of this IRI among those that describe announcements.
fn term(iri: &str) -> Option<Term> {
    anslag_vocab::ALL.iter().flat_map(|vocabulary| vocabulary.terms).find(|term| term.as_str() == iri).copied()
}
