use crate::{announcement, codes, document};
use anslag_core::{Announcement, CatalogueNode, Publication};
use anslag_vocab::{foaf, rdf, rdfs, schema, skos};
use oxrdf::{NamedNode, NamedOrBlankNode, Term, Triple};
use std::collections::HashSet;

/// A named graph: what is said about an announcement, or about the register.
///
/// The triples of a subject stand together, and so do those of a predicate; `rdf:type` comes first.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Its name, which is also the IRI of the document about it.
    pub name: NamedNode,
    /// Content.
    pub triples: Vec<Triple>,
}

/// Describes an announcement with its parts, and the document about it.
#[must_use]
pub fn graph(publication: &Publication, announcement: &Announcement) -> Graph {
    let name = publication.document(&announcement.id);
    let mut triples = Vec::with_capacity(128);
    announcement::describe(publication, announcement, &mut triples);
    document::describe(publication, &name, publication.announcement(&announcement.id), &mut triples);
    Graph { name: NamedNode::new_unchecked(name.as_str()), triples }
}

/// Describes announcements, a graph for each.
#[must_use]
pub fn graphs(publication: &Publication, announcements: &[Announcement]) -> Vec<Graph> {
    announcements.iter().map(|announcement| graph(publication, announcement)).collect()
}

/// Describes what a publication's announcements share, and the document about it. The codes of the EU come last.
#[must_use]
pub fn register(publication: &Publication) -> Graph {
    let name = publication.register_document();
    let mut triples = Vec::new();
    // It names what all announcements refer to, and so is about the whole dataset.
    document::describe(publication, &name, publication.catalogue_node(CatalogueNode::Dataset), &mut triples);
    crate::register::describe(publication, &mut triples);
    codes::describe(publication, &mut triples);
    Graph { name: NamedNode::new_unchecked(name.as_str()), triples }
}

/// Returns an announcement's graph with the types and names of what it refers to in the register and in the EU's tables, so
/// that it can be read alone.
pub(crate) fn with_names(graph: &Graph, register: &Graph) -> Vec<Triple> {
    let mut mentioned = HashSet::new();
    let mut codes = Vec::new();
    for triple in &graph.triples {
        if let Term::NamedNode(object) = &triple.object
            && mentioned.insert(object)
        {
            codes.extend(codes::description(object).unwrap_or_default());
        }
    }
    let is_name = |predicate: &NamedNode| {
        [rdf::TYPE, rdfs::LABEL, schema::NAME, skos::PREF_LABEL, foaf::NAME].iter().any(|name| predicate == name)
    };
    let own = register.triples.iter().take_while(|triple| !codes::describes_code(triple));
    let names = own.filter(|triple| match &triple.subject {
        NamedOrBlankNode::NamedNode(subject) => mentioned.contains(subject) && is_name(&triple.predicate),
        NamedOrBlankNode::BlankNode(_) => false,
    });
    graph.triples.iter().chain(names).chain(codes).cloned().collect()
}
