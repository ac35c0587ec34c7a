use crate::{Graph, n_quads};
use anslag_core::{AnnouncementId, Publication};
use anslag_vocab::rdf;
use oxrdf::{GraphNameRef, LiteralRef, NamedNodeRef, NamedOrBlankNodeRef, QuadRef, TermRef, Triple, vocab::xsd};
use oxttl::{TriGSerializer, trig::LowLevelTriGSerializer};
use std::{
    cmp::Reverse,
    collections::HashMap,
    io::{self, Write},
};

/// Prefixes and what they stand for.
pub(crate) type Prefixes = Vec<(&'static str, String)>;

/// The prefixes of a dump: every vocabulary, and what the register names.
pub(crate) fn prefixes(publication: &Publication) -> Prefixes {
    let vocabularies = anslag_vocab::ALL.iter().map(|vocabulary| (vocabulary.prefix, vocabulary.namespace.to_owned()));
    let own = [
        ("organization", "def/organization/"),
        ("place", "def/place/"),
        ("programme", "def/programme/"),
        ("topic", "def/topic/"),
    ];
    vocabularies.chain(own.map(|(prefix, path)| (prefix, publication.file(path).to_string()))).collect()
}

/// The prefixes that the document about one announcement uses: those of a dump, and short names for its parts, which
/// in a dump would stand for another announcement's.
pub(crate) fn document_prefixes(publication: &Publication, id: &AnnouncementId, triples: &[Triple]) -> Prefixes {
    let announcement = publication.announcement(id);
    let mut all = prefixes(publication);
    all.push(("announcement", publication.file("announcement/").to_string()));
    all.push(("this", format!("{announcement}/")));
    let parts = [
        ("address", "address/"),
        ("admission", "admission/"),
        ("amount", "amount/"),
        ("attachment", "attachment/"),
        ("consultation", "consultation/"),
        ("contact", "contact/"),
        ("deadline", "notice/deadline/"),
        ("document", "document/"),
        ("event", "event/"),
        ("fee", "fee/"),
        ("funding", "project/funding/"),
        ("image", "image/"),
        ("item", "notice/item/"),
        ("law", "notice/law/"),
        ("link", "link/"),
        ("named-organization", "organization/"),
        ("named-place", "place/"),
        ("named-programme", "programme/"),
        ("notice", "notice/"),
        ("offer", "offer/"),
        ("person", "person/"),
        ("plot", "plot/"),
        ("price", "price/"),
        ("project", "project/"),
        ("quote", "quote/"),
        ("schedule", "schedule/"),
        ("unit-price", "unit-price/"),
        ("update", "update/"),
    ];
    all.extend(parts.map(|(prefix, path)| (prefix, format!("{announcement}/{path}"))));
    used(all, triples)
}

/// The prefixes that a description of the publication itself uses.
pub(crate) fn catalogue_prefixes(publication: &Publication, triples: &[Triple]) -> Prefixes {
    let vocabularies = anslag_vocab::OF_THE_CATALOGUE.iter();
    let mut all = prefixes(publication);
    all.extend(vocabularies.map(|vocabulary| (vocabulary.prefix, vocabulary.namespace.to_owned())));
    let own = [
        ("checksum", "catalogue/checksum/"),
        ("class", "catalogue/class/"),
        ("dataset", "catalogue/dataset/"),
        ("distribution", "catalogue/distribution/"),
        ("period", "catalogue/period/"),
        ("property", "catalogue/property/"),
        ("service", "catalogue/service/"),
    ];
    all.extend(own.map(|(prefix, path)| (prefix, publication.file(path).to_string())));
    used(all, triples)
}

/// Those of the prefixes that the triples use.
fn used(mut all: Prefixes, triples: &[Triple]) -> Prefixes {
    // The longest namespace takes an IRI, so that no prefix is declared in vain.
    all.sort_by_key(|(_, namespace)| Reverse(namespace.len()));
    let mut used = vec![false; all.len()];
    for iri in triples.iter().flat_map(iris) {
        let of = |(_, namespace): &(&str, String)| iri.len() > namespace.len() && iri.starts_with(namespace.as_str());
        if let Some(at) = all.iter().position(of) {
            used[at] = true;
        }
    }
    all.into_iter().zip(used).filter_map(|(prefix, is_used)| is_used.then_some(prefix)).collect()
}

/// Writes the declarations of prefixes.
pub(crate) fn header(prefixes: &Prefixes, mut out: impl Write) -> io::Result<()> {
    // The serialiser writes them with its first triple only.
    let name = NamedNodeRef::new_unchecked("urn:x");
    let mut text = Vec::new();
    serializer(prefixes).serialize_quad(QuadRef::new(name, name, name, GraphNameRef::DefaultGraph), &mut text)?;
    let end = text.len() - "<urn:x> <urn:x> <urn:x>".len();
    out.write_all(&text[..end])
}

/// Writes triples of the default graph, without the declarations of prefixes: an empty line and a block for each subject.
pub(crate) fn triples<'a>(
    prefixes: &Prefixes,
    triples: impl IntoIterator<Item = &'a Triple>,
    out: impl Write,
) -> io::Result<()> {
    let in_no_graph = |triple: &'a Triple| triple.as_ref().in_graph(GraphNameRef::DefaultGraph);
    blocks(prefixes, triples.into_iter().map(in_no_graph), out)
}

/// Writes graphs as TriG, without the declarations of prefixes.
pub(crate) fn graphs(prefixes: &Prefixes, graphs: &[Graph], out: impl Write) -> io::Result<()> {
    let quads =
        graphs.iter().flat_map(|graph| graph.triples.iter().map(|triple| triple.as_ref().in_graph(&graph.name)));
    blocks(prefixes, quads, out)
}

fn blocks<'a>(prefixes: &Prefixes, quads: impl Iterator<Item = QuadRef<'a>>, mut out: impl Write) -> io::Result<()> {
    let mut names = Names { prefixes, known: HashMap::new() };
    let mut last: Option<QuadRef<'_>> = None;
    let mut text = Vec::new();
    for quad in quads {
        text.clear();
        let is_named = !quad.graph_name.is_default_graph();
        match last.filter(|last| last.graph_name == quad.graph_name) {
            Some(last) if last.subject == quad.subject && last.predicate == quad.predicate => {
                text.extend_from_slice(b" , ");
            }
            Some(last) if last.subject == quad.subject => {
                text.extend_from_slice(if is_named { b" ;\n\t\t" } else { b" ;\n\t" });
                names.push_predicate(quad.predicate, &mut text)?;
            }
            same_graph => {
                if let Some(last) = last {
                    text.extend_from_slice(b" .\n");
                    if same_graph.is_none() && !last.graph_name.is_default_graph() {
                        text.extend_from_slice(b"}\n");
                    }
                }
                text.push(b'\n');
                if let (None, GraphNameRef::NamedNode(graph)) = (same_graph, quad.graph_name) {
                    names.push_iri(graph, &mut text)?;
                    text.extend_from_slice(b" {\n");
                }
                if is_named {
                    text.push(b'\t');
                }
                names.push(quad.subject.into(), &mut text)?;
                text.push(b' ');
                names.push_predicate(quad.predicate, &mut text)?;
            }
        }
        names.push(quad.object, &mut text)?;
        out.write_all(&text)?;
        last = Some(quad);
    }
    match last {
        None => Ok(()),
        Some(last) if last.graph_name.is_default_graph() => out.write_all(b" .\n"),
        Some(_) => out.write_all(b" .\n}\n"),
    }
}

/// The names of terms: as short as the prefixes allow.
struct Names<'p, 'q> {
    prefixes: &'p Prefixes,
    /// The names that come again and again: of predicates, classes and datatypes.
    known: HashMap<&'q str, Vec<u8>>,
}

impl<'q> Names<'_, 'q> {
    /// A predicate, with a space after it.
    fn push_predicate(&mut self, predicate: NamedNodeRef<'q>, out: &mut Vec<u8>) -> io::Result<()> {
        if predicate == rdf::TYPE {
            out.push(b'a');
        } else {
            self.push_known(predicate, out)?;
        }
        out.push(b' ');
        Ok(())
    }

    fn push(&mut self, term: TermRef<'q>, out: &mut Vec<u8>) -> io::Result<()> {
        match term {
            TermRef::NamedNode(iri) => self.push_iri(iri, out),
            TermRef::BlankNode(_) => self.push_as_oxttl(term, out),
            TermRef::Literal(literal) => {
                let value = literal.value();
                match literal.datatype() {
                    xsd::STRING => n_quads::push_quoted(value, out),
                    xsd::INTEGER if are_digits(value) => out.extend_from_slice(value.as_bytes()),
                    xsd::DECIMAL if is_plain_decimal(value) => out.extend_from_slice(value.as_bytes()),
                    // Their values are written bare as well, where they have the form.
                    xsd::BOOLEAN | xsd::DOUBLE | xsd::INTEGER | xsd::DECIMAL => self.push_as_oxttl(term, out)?,
                    datatype => {
                        n_quads::push_quoted(value, out);
                        if let Some(language) = literal.language() {
                            out.push(b'@');
                            out.extend_from_slice(language.as_bytes());
                        } else {
                            out.extend_from_slice(b"^^");
                            self.push_known(datatype, out)?;
                        }
                    }
                }
                Ok(())
            }
        }
    }

    fn push_known(&mut self, iri: NamedNodeRef<'q>, out: &mut Vec<u8>) -> io::Result<()> {
        if let Some(name) = self.known.get(iri.as_str()) {
            out.extend_from_slice(name);
            return Ok(());
        }
        let start = out.len();
        self.push_iri(iri, out)?;
        self.known.insert(iri.as_str(), out[start..].to_vec());
        Ok(())
    }

    fn push_iri(&self, iri: NamedNodeRef<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let matching = |(prefix, namespace): &(&'static str, String)| {
            // Namespaces begin alike, and most end at other places: one byte tells nearly all of them apart.
            let last = namespace.len().checked_sub(1)?;
            (iri.as_str().as_bytes().get(last)? == namespace.as_bytes().last()?).then_some(())?;
            Some((*prefix, iri.as_str().strip_prefix(namespace.as_str())?))
        };
        match self.prefixes.iter().find_map(matching) {
            None => n_quads::push_iri(iri, out),
            Some((prefix, local)) if is_plain_name(local) => {
                out.extend_from_slice(prefix.as_bytes());
                out.push(b':');
                out.extend_from_slice(local.as_bytes());
            }
            // What has to be escaped is rare.
            Some(_) => self.push_as_oxttl(iri.into(), out)?,
        }
        Ok(())
    }

    /// A term as the serialiser of oxttl writes it.
    fn push_as_oxttl(&self, term: TermRef<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        let name = NamedNodeRef::new_unchecked("urn:x");
        let mut text = Vec::new();
        let mut serializer = serializer(self.prefixes);
        for object in [name.into(), term] {
            text.clear();
            serializer.serialize_quad(QuadRef::new(name, name, object, GraphNameRef::DefaultGraph), &mut text)?;
        }
        // The second object follows the first.
        out.extend_from_slice(&text[" , ".len()..]);
        Ok(())
    }
}

/// Returns whether a local name needs no escape (Turtle, production `PN_LOCAL`), as far as this is plain to see.
fn is_plain_name(local: &str) -> bool {
    let mut bytes = local.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphanumeric() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Returns whether an integer is digits alone, which are written bare (Turtle, production `INTEGER`).
fn are_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether a decimal is digits, a point and decimals, which are written bare (Turtle, production `DECIMAL`).
fn is_plain_decimal(value: &str) -> bool {
    value.split_once('.').is_some_and(|(whole, decimals)| are_digits(whole) && are_digits(decimals))
}

fn serializer(prefixes: &Prefixes) -> LowLevelTriGSerializer {
    let mut serializer = TriGSerializer::new();
    for (prefix, namespace) in prefixes {
        serializer = serializer
            .with_prefix(*prefix, namespace.as_str())
            .expect("the namespaces of vocabularies and publications are valid IRIs");
    }
    serializer.low_level()
}

fn iris(triple: &Triple) -> impl Iterator<Item = &str> {
    let subject = match triple.subject.as_ref() {
        NamedOrBlankNodeRef::NamedNode(subject) => Some(subject.as_str()),
        NamedOrBlankNodeRef::BlankNode(_) => None,
    };
    let object = match triple.object.as_ref() {
        TermRef::NamedNode(object) => Some(object.as_str()),
        TermRef::Literal(literal) => Some(literal.datatype().as_str()).filter(|_| is_written(literal)),
        TermRef::BlankNode(_) => None,
    };
    // `rdf:type` is written as `a`.
    let predicate = Some(triple.predicate.as_str()).filter(|predicate| *predicate != rdf::TYPE.as_str());
    subject.into_iter().chain(predicate).chain(object)
}

/// Returns whether Turtle writes the literal's datatype.
fn is_written(literal: LiteralRef<'_>) -> bool {
    literal.language().is_none() && ![xsd::STRING, xsd::INTEGER, xsd::DECIMAL].contains(&literal.datatype())
}

#[cfg(test)]
mod tests {
    use super::*;
    use anslag_fixtures::{announcements, publication};
    use oxrdf::{BlankNode, Literal, NamedNode, Term};
    use proptest::prelude::*;

    /// The same by the serialiser of oxttl, with an empty line before each block.
    fn by_oxttl<'a>(prefixes: &Prefixes, quads: impl Iterator<Item = QuadRef<'a>>) -> Vec<u8> {
        let mut out = Vec::new();
        let mut declarations = Vec::new();
        header(prefixes, &mut declarations).unwrap();
        let mut serializer = serializer(prefixes);
        let mut last: Option<QuadRef<'_>> = None;
        let mut text = Vec::new();
        for quad in quads {
            text.clear();
            serializer.serialize_quad(quad, &mut text).unwrap();
            // What it writes before a new subject ends the block before, or is the declarations before the first.
            let before = match last {
                None => declarations.len(),
                Some(last) if last.graph_name != quad.graph_name => {
                    if last.graph_name.is_default_graph() {
                        " .\n".len()
                    } else {
                        " .\n}\n".len()
                    }
                }
                Some(last) if last.subject != quad.subject => " .\n".len(),
                Some(_) => 0,
            };
            let (end, start) = text.split_at(before);
            if last.is_some() {
                out.write_all(end).unwrap();
            } else {
                assert_eq!(end, declarations, "the declarations do not depend on the first triple");
            }
            if before > 0 {
                out.write_all(b"\n").unwrap();
            }
            out.write_all(start).unwrap();
            last = Some(quad);
        }
        text.clear();
        serializer.finish(&mut text).unwrap();
        out.write_all(&text).unwrap();
        out
    }

    #[track_caller]
    fn check(prefixes: &Prefixes, graphs: &[Graph]) {
        let quads = |is_named: bool| {
            graphs.iter().flat_map(move |graph| {
                let name = if is_named { graph.name.as_ref().into() } else { GraphNameRef::DefaultGraph };
                graph.triples.iter().map(move |triple| triple.as_ref().in_graph(name))
            })
        };
        for is_named in [false, true] {
            let mut found = Vec::new();
            blocks(prefixes, quads(is_named), &mut found).unwrap();
            let expected = by_oxttl(prefixes, quads(is_named));
            assert_eq!(String::from_utf8(found), String::from_utf8(expected));
        }
    }

    fn of_objects(objects: impl IntoIterator<Item = Term>) -> [Graph; 1] {
        let node = |iri: &str| NamedNode::new(iri).unwrap();
        let subject = node("https://data.example.se/def/topic/a");
        let triple = |object| Triple::new(subject.clone(), node("http://schema.org/about"), object);
        [Graph { name: node("https://data.example.se/data/x"), triples: objects.into_iter().map(triple).collect() }]
    }

    #[test]
    fn what_is_odd_is_written_as_oxttl_writes_it() {
        let prefixes = prefixes(&publication());
        let namespaces = prefixes.iter().map(|(_, namespace)| namespace.clone());
        let locals = ["", "a", "a-b", "-a", "a.b", "a.", ".a", "1", "_", "a/b", "a%20b", "å", "a(b)", "a:b", "a~"];
        let iris: Vec<Term> = namespaces
            .flat_map(|namespace| locals.map(|local| NamedNode::new(format!("{namespace}{local}")).unwrap().into()))
            .collect();
        check(&prefixes, &of_objects(iris));
        let values = ["1", "1.0", "-1.5", "+2", ".5", "5.", "", "a", "1e3", "true", "1.0e1", "01", "1 "];
        let types = [xsd::INTEGER, xsd::DECIMAL, xsd::BOOLEAN, xsd::DOUBLE, xsd::DATE, xsd::STRING];
        let literal = |value: &'static str| types.map(|datatype| Literal::new_typed_literal(value, datatype).into());
        check(&prefixes, &of_objects(values.into_iter().flat_map(literal)));
        check(&prefixes, &of_objects([BlankNode::new("b").unwrap().into()]));
        check(&prefixes, &[]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn any_announcements_are_written_as_oxttl_writes_them(all in announcements(&publication())) {
            let publication = publication();
            check(&prefixes(&publication), &crate::graphs(&publication, &all));
        }
    }
}
