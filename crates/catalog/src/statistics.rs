use crate::{Content, Published, describe::Describe};
use anslag_core::{CatalogueNode, Format, Iri, Publication};
use anslag_vocab::{Vocabulary, dcterms, foaf, void};
use oxrdf::Triple;
use std::collections::BTreeSet;

/// The path of the document that [`statistics`] is, in the published layout.
pub const PATH: &str = ".well-known/void";

/// Counts a publication as a `VoID` dataset: its triples, what they describe, and the instances of each class and the
/// triples of each property. The dataset is that of the catalogue.
#[must_use]
pub fn statistics(publication: &Publication, published: &Published) -> Vec<Triple> {
    let count = &published.count;
    let dataset = publication.catalogue_node(CatalogueNode::Dataset);
    let class = |(prefix, name)| publication.catalogue_node(CatalogueNode::ClassPartition(prefix, name));
    let property = |(prefix, name)| publication.catalogue_node(CatalogueNode::PropertyPartition(prefix, name));
    let classes = || count.classes.iter().filter_map(|(iri, count)| Some((iri, class(split(iri)?), *count)));
    let properties = || count.properties.iter().filter_map(|(iri, count)| Some((iri, property(split(iri)?), *count)));
    let vocabularies: BTreeSet<&str> =
        count.classes.keys().chain(count.properties.keys()).filter_map(|iri| Some(of(iri)?.namespace)).collect();
    let is_dump =
        |format| !matches!(format, Format::JsonLines | Format::Csv | Format::ICalendar) && !Format::is_feed(format);
    let dumps = published.distributions.iter().filter(|own| own.content == Content::Everything && is_dump(own.format));

    let mut triples = Vec::new();
    Describe::new(&mut triples, &publication.file(PATH))
        .types(&[void::DATASET_DESCRIPTION])
        .own_texts(dcterms::TITLE, [("sv", "Datamängden i siffror"), ("en", "The dataset in numbers")])
        .moment(dcterms::MODIFIED, published.extent.all.modified)
        .links(foaf::PRIMARY_TOPIC, [&dataset]);
    Describe::new(&mut triples, &dataset)
        .types(&[void::DATASET_CLASS])
        .texts(dcterms::TITLE, &publication.title)
        .links(dcterms::LICENSE, [publication.licence.iri()])
        .links(foaf::HOMEPAGE, [publication.base.iri()])
        .string(void::URI_SPACE, publication.base.iri().as_str())
        .links(void::DATA_DUMP, dumps.map(|own| publication.file(&own.path)))
        .links(void::SPARQL_ENDPOINT, &publication.catalogue.sparql)
        .links(void::VOCABULARY_USED, vocabularies.into_iter().map(known))
        .count(void::TRIPLES, count.triples)
        .count(void::ENTITIES, count.entities)
        .count(void::DISTINCT_SUBJECTS, count.subjects)
        .count(void::CLASSES, count.classes.len() as u64)
        .count(void::PROPERTIES, count.properties.len() as u64)
        .links(void::CLASS_PARTITION, classes().map(|(_, node, _)| node))
        .links(void::PROPERTY_PARTITION, properties().map(|(_, node, _)| node));
    for (iri, node, entities) in classes() {
        Describe::new(&mut triples, &node).links(void::CLASS, [known(iri)]).count(void::ENTITIES, entities);
    }
    for (iri, node, count) in properties() {
        Describe::new(&mut triples, &node).links(void::PROPERTY, [known(iri)]).count(void::TRIPLES, count);
    }
    triples
}

/// The vocabulary of a term.
fn of(iri: &str) -> Option<&'static Vocabulary> {
    let is_of = |vocabulary: &&Vocabulary| vocabulary.terms.iter().any(|term| term.iri.as_str() == iri);
    anslag_vocab::ALL.iter().find(is_of)
}

/// The prefix and the name of a term.
fn split(iri: &str) -> Option<(&'static str, &str)> {
    let vocabulary = of(iri)?;
    Some((vocabulary.prefix, iri.strip_prefix(vocabulary.namespace)?))
}

fn known(iri: &str) -> Iri {
    Iri::new(iri).expect("terms and namespaces of vocabularies are valid IRIs")
}
