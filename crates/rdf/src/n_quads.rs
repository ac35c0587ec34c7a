//! N-Triples and N-Quads (RDF 1.1), in the canonical form, written over oxrdf's terms.
//!
//! The serialiser of oxttl, which writes character by character, was most of what a dump cost; it is the oracle of the
//! tests here, to the last byte.

use crate::Graph;
use anslag_core::chars_beginning_with;
use oxrdf::{NamedNodeRef, NamedOrBlankNodeRef, TermRef, Triple, vocab::xsd};
use std::io::{self, Write};

/// Writes triples as N-Triples.
pub(crate) fn triples<'a>(triples: impl IntoIterator<Item = &'a Triple>, mut out: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    for triple in triples {
        line.clear();
        push_triple(triple, &mut line);
        line.extend_from_slice(b".\n");
        out.write_all(&line)?;
    }
    Ok(())
}

/// Writes graphs as N-Quads.
pub(crate) fn quads(graphs: &[Graph], mut out: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    for graph in graphs {
        for triple in &graph.triples {
            line.clear();
            push_triple(triple, &mut line);
            push_iri(graph.name.as_ref(), &mut line);
            line.extend_from_slice(b" .\n");
            out.write_all(&line)?;
        }
    }
    Ok(())
}

/// A triple's terms, with a space after each.
fn push_triple(triple: &Triple, out: &mut Vec<u8>) {
    match triple.subject.as_ref() {
        NamedOrBlankNodeRef::NamedNode(iri) => push_iri(iri, out),
        NamedOrBlankNodeRef::BlankNode(node) => push_blank(node.as_str(), out),
    }
    out.push(b' ');
    push_iri(triple.predicate.as_ref(), out);
    out.push(b' ');
    match triple.object.as_ref() {
        TermRef::NamedNode(iri) => push_iri(iri, out),
        TermRef::BlankNode(node) => push_blank(node.as_str(), out),
        TermRef::Literal(literal) => {
            push_quoted(literal.value(), out);
            match literal.language() {
                Some(language) => {
                    out.push(b'@');
                    out.extend_from_slice(language.as_bytes());
                }
                None if literal.datatype() == xsd::STRING => {}
                None => {
                    out.extend_from_slice(b"^^");
                    push_iri(literal.datatype(), out);
                }
            }
        }
    }
    out.push(b' ');
}

/// A term is a valid IRI, in which nothing has to be escaped.
pub(crate) fn push_iri(iri: NamedNodeRef<'_>, out: &mut Vec<u8>) {
    out.push(b'<');
    out.extend_from_slice(iri.as_str().as_bytes());
    out.push(b'>');
}

fn push_blank(label: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(b"_:");
    out.extend_from_slice(label.as_bytes());
}

/// A string in quotes. What has an escape of its own gets it; other control characters, DEL, U+FFFE and U+FFFF are numbered
/// (RDF 1.1 N-Triples, section 3, production `STRING_LITERAL_QUOTE`).
pub(crate) fn push_quoted(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut done = 0;
    for (at, c) in chars_beginning_with(text, is_special) {
        out.extend_from_slice(&text.as_bytes()[done..at]);
        done = at + c.len_utf8();
        match c {
            '\u{8}' => out.extend_from_slice(b"\\b"),
            '\t' => out.extend_from_slice(b"\\t"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\u{C}' => out.extend_from_slice(b"\\f"),
            '\r' => out.extend_from_slice(b"\\r"),
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\0'..='\u{1F}' | '\u{7F}' | '\u{FFFE}' | '\u{FFFF}' => {
                out.extend_from_slice(format!("\\u{:04X}", u32::from(c)).as_bytes());
            }
            // It only begins like U+FFFE.
            _ => out.extend_from_slice(&text.as_bytes()[at..done]),
        }
    }
    out.extend_from_slice(&text.as_bytes()[done..]);
    out.push(b'"');
}

/// Returns whether a character that begins with this byte may have to be escaped; `0xEF` begins U+F000 to U+FFFF.
const fn is_special(byte: u8) -> bool {
    matches!(byte, 0..=0x1F | b'"' | b'\\' | 0x7F | 0xEF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxrdf::{BlankNode, Literal, NamedNode, Term};
    use oxttl::{NQuadsSerializer, NTriplesSerializer};
    use proptest::prelude::*;

    fn check(object: impl Into<Term>) {
        let node = |iri: &str| NamedNode::new(iri).unwrap();
        let graph = Graph {
            name: node("https://example.org/data/å"),
            triples: vec![Triple::new(
                node("https://example.org/a(b)"),
                node("https://example.org/ns#p"),
                object.into(),
            )],
        };
        let mut oracle = NQuadsSerializer::new().for_writer(Vec::new());
        oracle.serialize_quad(graph.triples[0].as_ref().in_graph(&graph.name)).unwrap();
        let mut found = Vec::new();
        quads(std::slice::from_ref(&graph), &mut found).unwrap();
        assert_eq!(String::from_utf8(found), String::from_utf8(oracle.finish()));
        let mut oracle = NTriplesSerializer::new().for_writer(Vec::new());
        oracle.serialize_triple(&graph.triples[0]).unwrap();
        let mut found = Vec::new();
        triples(&graph.triples, &mut found).unwrap();
        assert_eq!(String::from_utf8(found), String::from_utf8(oracle.finish()));
    }

    #[test]
    fn every_scalar_value_is_written_as_oxttl_writes_it() {
        let all: Vec<char> = ('\0'..=char::MAX).collect();
        for some in all.chunks(1000) {
            check(Literal::new_simple_literal(some.iter().collect::<String>()));
        }
        check(BlankNode::new("b1").unwrap());
    }

    proptest! {
        #[test]
        fn any_literal_is_written_as_oxttl_writes_it(text in any::<String>(), kind in 0..4) {
            check(match kind {
                0 => Literal::new_simple_literal(text),
                1 => Literal::new_language_tagged_literal_unchecked(text, "sv-se"),
                2 => Literal::new_typed_literal(text, xsd::DATE),
                _ => Literal::new_typed_literal(text, NamedNode::new("https://example.org/type").unwrap()),
            });
        }
    }
}
