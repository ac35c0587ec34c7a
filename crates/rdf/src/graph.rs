use crate::announcement;
use anslag_core::{Announcement, Publication};
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
    /// What it says.
    pub triples: Vec<Triple>,
}

/// Describes an announcement and its parts.
#[must_use]
pub fn graph(publication: &Publication, announcement: &Announcement) -> Graph {
    let mut triples = Vec::with_capacity(128);
    announcement::describe(publication, announcement, &mut triples);
    Graph { name: NamedNode::new_unchecked(publication.document(&announcement.id).as_str()), triples }
}

/// Describes announcements, a graph for each.
#[must_use]
pub fn graphs(publication: &Publication, announcements: &[Announcement]) -> Vec<Graph> {
    announcements.iter().map(|announcement| graph(publication, announcement)).collect()
}

/// Describes what a publication's announcements share.
#[must_use]
pub fn register(publication: &Publication) -> Graph {
    let mut triples = Vec::new();
    crate::register::describe(publication, &mut triples);
    Graph { name: NamedNode::new_unchecked(publication.register_document().as_str()), triples }
}

/// An announcement's graph with the types and names of what it refers to in the register, so that it can be read alone.
pub(crate) fn with_names(graph: &Graph, register: &Graph) -> Vec<Triple> {
    let mentioned: HashSet<&NamedNode> = graph
        .triples
        .iter()
        .filter_map(|triple| match &triple.object {
            Term::NamedNode(object) => Some(object),
            _ => None,
        })
        .collect();
    let is_name = |predicate: &NamedNode| {
        [rdf::TYPE, rdfs::LABEL, schema::NAME, skos::PREF_LABEL, foaf::NAME].iter().any(|name| predicate == name)
    };
    let names = register.triples.iter().filter(|triple| match &triple.subject {
        NamedOrBlankNode::NamedNode(subject) => mentioned.contains(subject) && is_name(&triple.predicate),
        NamedOrBlankNode::BlankNode(_) => false,
    });
    graph.triples.iter().chain(names).cloned().collect()
}
