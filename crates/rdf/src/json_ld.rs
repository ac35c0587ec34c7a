use crate::{Graph, context};
use anslag_vocab::{Kind, rdf};
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple, vocab::xsd};
use serde_json::{Map, Value, json};
use std::{
    collections::{HashMap, HashSet},
    io::{self, Write},
};

/// Writes the context and the register's nodes; at least one, so that every chunk begins with a comma.
pub(crate) fn prologue(register: &Graph, mut out: impl Write) -> io::Result<()> {
    out.write_all(b"{\"@context\":")?;
    serde_json::to_writer(&mut out, &context::of_announcements())?;
    out.write_all(b",\"@graph\":[\n")?;
    for (position, node) in Nodes::new(&register.triples).flat().iter().enumerate() {
        out.write_all(if position == 0 { b"" } else { b",\n" })?;
        serde_json::to_writer(&mut out, node)?;
    }
    Ok(())
}

/// Writes announcements, a line for each, with their parts where they are referred to first.
pub(crate) fn chunk(graphs: &[Graph], mut out: impl Write) -> io::Result<()> {
    for node in graphs.iter().flat_map(|graph| Nodes::new(&graph.triples).nested()) {
        out.write_all(b",\n")?;
        serde_json::to_writer(&mut out, &node)?;
    }
    Ok(())
}

/// Ends what [`prologue`] began.
pub(crate) fn epilogue(mut out: impl Write) -> io::Result<()> {
    out.write_all(b"\n]}\n")
}

/// Writes a document that can be read alone, with a context of the terms that it uses.
pub(crate) fn document(triples: &[Triple], mut out: impl Write) -> io::Result<()> {
    let used: HashSet<&str> = triples
        .iter()
        .flat_map(|triple| {
            let object = match &triple.object {
                Term::NamedNode(node) => Some(node.as_str()),
                Term::Literal(literal) => Some(literal.datatype().as_str()),
                Term::BlankNode(_) => None,
            };
            [triple.predicate.as_str()].into_iter().chain(object)
        })
        .collect();
    let mut document = Map::new();
    let mut nodes = Nodes::new(triples).nested();
    match (nodes.pop(), nodes.is_empty()) {
        (Some(Value::Object(only)), true) => document.extend(only),
        (last, _) => {
            nodes.extend(last);
            document.insert("@graph".to_owned(), nodes.into());
        }
    }
    // People read the document, not its context: that is one line, and the rest is indented.
    out.write_all(b"{\n  \"@context\": ")?;
    serde_json::to_writer(&mut out, &context::context(|term| used.contains(term.as_str())))?;
    let text = serde_json::to_vec_pretty(&document)?;
    let members = text.strip_prefix(b"{").expect("a map is written in braces");
    out.write_all(if document.is_empty() { b"" } else { b"," })?;
    out.write_all(members)?;
    out.write_all(b"\n")
}

/// Triples by their subjects, in the order in which these first occur.
struct Nodes<'a> {
    subjects: Vec<&'a NamedNode>,
    triples: HashMap<&'a NamedNode, Vec<&'a Triple>>,
}

impl<'a> Nodes<'a> {
    fn new(triples: &'a [Triple]) -> Self {
        let mut nodes = Self { subjects: Vec::new(), triples: HashMap::new() };
        for triple in triples {
            let NamedOrBlankNode::NamedNode(subject) = &triple.subject else {
                unreachable!("the mapping makes no blank nodes");
            };
            let of_subject = nodes.triples.entry(subject).or_insert_with(|| {
                nodes.subjects.push(subject);
                Vec::new()
            });
            of_subject.push(triple);
        }
        nodes
    }

    /// Every subject as a node of its own.
    fn flat(&self) -> Vec<Value> {
        let mut done: HashSet<&NamedNode> = self.subjects.iter().copied().collect();
        self.subjects.iter().map(|subject| self.node(subject, &mut done)).collect()
    }

    /// Each subject inside of the node that refers to it first; by itself where none does before it.
    fn nested(&self) -> Vec<Value> {
        let mut done = HashSet::new();
        let mut nodes = Vec::new();
        for subject in &self.subjects {
            if done.insert(*subject) {
                nodes.push(self.node(subject, &mut done));
            }
        }
        nodes
    }

    fn node(&self, subject: &'a NamedNode, done: &mut HashSet<&'a NamedNode>) -> Value {
        let mut node = Map::new();
        node.insert("@id".to_owned(), subject.as_str().into());
        for triple in &self.triples[subject] {
            let predicate = &triple.predicate;
            match (&triple.object, context::find(predicate.as_str())) {
                (Term::NamedNode(class), _) if *predicate == rdf::TYPE => {
                    add(&mut node, "@type", class_name(class.as_str()));
                }
                (Term::NamedNode(object), Some(name)) if name.kind == Kind::Resource => {
                    let nested = self.triples.contains_key(object) && done.insert(object);
                    let value = if nested { self.node(object, done) } else { object.as_str().into() };
                    add(&mut node, &name.name, value);
                }
                (Term::Literal(literal), Some(name)) if name.kind == Kind::Text => match literal.language() {
                    Some(language) => {
                        let texts = node.entry(&name.name).or_insert_with(|| json!({}));
                        let texts = texts.as_object_mut().expect("a language map holds nothing but languages");
                        add(texts, language, literal.value().into());
                    }
                    None => add(&mut node, predicate.as_str(), value(literal)),
                },
                (Term::Literal(literal), Some(name)) if name.kind == Kind::Value => {
                    add(&mut node, &name.name, value(literal));
                }
                // What a term of the context would coerce is written under the property's full IRI.
                (Term::Literal(literal), _) => add(&mut node, predicate.as_str(), value(literal)),
                (Term::NamedNode(object), _) => add(&mut node, predicate.as_str(), json!({"@id": object.as_str()})),
                (Term::BlankNode(_), _) => unreachable!("the mapping makes no blank nodes"),
            }
        }
        Value::Object(node)
    }
}

fn class_name(class: &str) -> Value {
    context::find(class).map_or(class, |name| &name.name).into()
}

/// A literal as a value object, or as plain JSON where that means the same.
fn value(literal: &Literal) -> Value {
    if let Some(language) = literal.language() {
        return json!({"@language": language, "@value": literal.value()});
    }
    match literal.datatype() {
        xsd::STRING => literal.value().into(),
        xsd::INTEGER if literal.value().parse::<u32>().is_ok_and(|n| n.to_string() == literal.value()) => {
            literal.value().parse::<u32>().map_or(Value::Null, Value::from)
        }
        datatype => {
            let name = context::find(datatype.as_str()).map_or(datatype.as_str(), |name| &name.name);
            json!({"@type": name, "@value": literal.value()})
        }
    }
}

/// Adds a value to those that a key has already.
fn add(object: &mut Map<String, Value>, key: &str, value: Value) {
    match object.get_mut(key) {
        None => {
            object.insert(key.to_owned(), value);
        }
        Some(Value::Array(values)) => values.push(value),
        Some(only) => {
            let first = only.take();
            *only = json!([first, value]);
        }
    }
}
