use anslag_core::{CatalogueNode, Publication};
use anslag_vocab::{Describe, dcterms, rdfs};
use oxrdf::Triple;

/// Describes what may be done with the data, in words: the licence alone is an address.
pub(crate) fn describe(publication: &Publication, triples: &mut Vec<Triple>) {
    Describe::new(triples, &publication.catalogue_node(CatalogueNode::Rights))
        .types(&[dcterms::RIGHTS_STATEMENT])
        .texts(rdfs::LABEL, publication.licence.statement());
}
