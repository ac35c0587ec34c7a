//! Tests of the mapping and of every syntax, read back by parsers.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod classes;
mod documentation;
mod mapping;
mod shapes;
mod syntaxes;

use anslag_core::{Announcement, Publication};
use anslag_rdf::Syntax;

/// A dump of the announcements, as one chunk.
fn dump(syntax: Syntax, publication: &Publication, announcements: &[Announcement]) -> Vec<u8> {
    let register = anslag_rdf::register(publication);
    let out = syntax.prologue(publication, &register, Vec::new()).unwrap();
    let out = syntax.chunk(publication, &anslag_rdf::graphs(publication, announcements), out).unwrap();
    syntax.epilogue(out).unwrap()
}

/// The document about one announcement.
fn document(syntax: Syntax, publication: &Publication, announcement: &Announcement) -> Vec<u8> {
    let graph = anslag_rdf::graph(publication, announcement);
    let register = anslag_rdf::register(publication);
    syntax.document(publication, &announcement.id, &graph, &register, Vec::new()).unwrap()
}
