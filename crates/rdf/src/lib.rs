//! An announcement as quads, and quads as Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD.
//!
//! [`graph`] and [`register`] are the mapping: what the model says, in standard terms (`MAPPING.md` beside the manifest
//! shows all of it). A [`Syntax`] writes it, either a
//! dump in three steps, `prologue ++ chunk* ++ epilogue`, in which each chunk depends on nothing but its own
//! announcements, or a single [`document`](Syntax::document) that can be read alone. There are no blank nodes, so that
//! chunks never meet.
//!
//! Every announcement has a named graph of its own, and so has the register, which holds what announcements share: the
//! dump of each syntax has the same triples, and each triple stands in one graph only.

mod class;
mod value;

mod by_hand;
mod plan;

mod announcement;
mod codes;
mod document;
mod register;

mod graph;
mod ontology;
mod shapes;

mod context;
mod from_turtle;
mod json_ld;
mod n_quads;
mod rdf_xml;
mod syntax;
mod turtle;

pub use context::write as write_context;
pub use from_turtle::{document_from_turtle, subjects_of_turtle};
pub use graph::{Graph, graph, graphs, register};
pub use ontology::{DefinitionDocument, definitions};
pub use shapes::SHAPES;
pub use syntax::Syntax;
