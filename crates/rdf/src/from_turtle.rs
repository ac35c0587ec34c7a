use crate::{json_ld, rdf_xml};
use anslag_core::DocumentFormat;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParser;
use std::{
    collections::HashSet,
    io::{self, Write},
};

/// Writes a Turtle document of ours in another format: the bytes are those that an export writes in it. Returns `None` if the
/// document is none of ours.
pub fn document_from_turtle<W: Write>(turtle: &[u8], format: DocumentFormat, mut out: W) -> io::Result<Option<W>> {
    let Some(triples) = triples(turtle) else { return Ok(None) };
    match format {
        DocumentFormat::Turtle => out.write_all(turtle)?,
        DocumentFormat::JsonLd => json_ld::document(&triples, &mut out)?,
        DocumentFormat::RdfXml => {
            out.write_all(&rdf_xml::FRAME.header)?;
            rdf_xml::triples(&triples, &mut out)?;
            out.write_all(&rdf_xml::FRAME.footer)?;
        }
    }
    Ok(Some(out))
}

/// Returns the IRIs that a Turtle document of ours describes, or `None` if it is none of ours.
#[must_use]
pub fn subjects_of_turtle(turtle: &[u8]) -> Option<HashSet<String>> {
    let subject = |triple: Triple| match triple.subject {
        NamedOrBlankNode::NamedNode(subject) => Some(subject.into_string()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    Some(triples(turtle)?.into_iter().filter_map(subject).collect())
}

/// Reads triples in their order. The mapping makes no blank nodes, so that a document with one is none of ours.
fn triples(turtle: &[u8]) -> Option<Vec<Triple>> {
    let is_named = |triple: &Triple| triple.subject.is_named_node() && !matches!(triple.object, Term::BlankNode(_));
    TurtleParser::new().for_slice(turtle).map(|triple| triple.ok().filter(is_named)).collect()
}
