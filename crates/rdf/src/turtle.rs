use crate::Graph;
use anslag_core::{AnnouncementId, Publication};
use anslag_vocab::{rdf, xsd};
use oxrdf::{GraphNameRef, LiteralRef, NamedNodeRef, NamedOrBlankNodeRef, QuadRef, TermRef, Triple};
use oxttl::{TriGSerializer, trig::LowLevelTriGSerializer};
use std::{
    cmp::Reverse,
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
        ("event", "event/"),
        ("funding", "project/funding/"),
        ("image", "image/"),
        ("link", "link/"),
        ("named-organization", "organization/"),
        ("named-place", "place/"),
        ("named-programme", "programme/"),
        ("notice", "notice/"),
        ("offer", "offer/"),
        ("person", "person/"),
        ("project", "project/"),
        ("quote", "quote/"),
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
    let mut declarations = Vec::new();
    header(prefixes, &mut declarations)?;
    let mut serializer = serializer(prefixes);
    let mut last: Option<QuadRef<'_>> = None;
    let mut text = Vec::new();
    for quad in quads {
        text.clear();
        serializer.serialize_quad(quad, &mut text)?;
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
            out.write_all(end)?;
        } else {
            assert_eq!(end, declarations, "the declarations do not depend on the first triple");
        }
        if before > 0 {
            out.write_all(b"\n")?;
        }
        out.write_all(start)?;
        last = Some(quad);
    }
    text.clear();
    serializer.finish(&mut text)?;
    out.write_all(&text)
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

/// Whether Turtle writes the literal's datatype.
fn is_written(literal: LiteralRef<'_>) -> bool {
    literal.language().is_none() && ![xsd::STRING, xsd::INTEGER, xsd::DECIMAL].contains(&literal.datatype())
}
