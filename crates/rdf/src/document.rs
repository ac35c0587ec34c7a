use anslag_core::{CatalogueNode, Iri, Publication};
use anslag_vocab::{Describe, dcterms, foaf, void};
use oxrdf::Triple;

/// Describes the document that a graph is published as: what it is about, its licence, and the dataset that it belongs to.
pub(crate) fn describe(publication: &Publication, document: &Iri, topic: impl AsRef<str>, triples: &mut Vec<Triple>) {
    Describe::new(triples, document)
        .types(&[foaf::DOCUMENT])
        .link(foaf::PRIMARY_TOPIC, topic)
        .link(dcterms::LICENSE, publication.licence.iri())
        .link(void::IN_DATASET, publication.catalogue_node(CatalogueNode::Dataset));
}
