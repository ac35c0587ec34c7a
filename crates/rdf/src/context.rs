use anslag_vocab::{Kind, Term, Vocabulary, rdf, schema};
use serde_json::{Map, Value, json};
use std::{
    collections::{HashMap, HashSet},
    io::{self, Write},
    sync::LazyLock,
};

/// Name of a term in JSON-LD, with the kind of its values.
pub(crate) struct Name {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// The name of each class, property and individual of our vocabularies.
static NAMES: LazyLock<HashMap<&'static str, Name>> = LazyLock::new(|| {
    let all = vocabularies().flat_map(terms);
    all.map(|term| (term.as_str(), Name { name: name(term), kind: term.kind() })).collect()
});

/// The name of a term.
pub(crate) fn find(iri: &str) -> Option<&'static Name> {
    NAMES.get(iri)
}

/// Writes the context of every term that announcements and the register are described with, as a document of its own.
/// Our JSON-LD holds it inline, since it could not be read otherwise where there is no network.
pub fn write<W: Write>(mut out: W) -> io::Result<W> {
    serde_json::to_writer_pretty(&mut out, &json!({ "@context": of_announcements() }))?;
    out.write_all(b"\n")?;
    Ok(out)
}

/// The context of every term that announcements and the register are described with.
pub(crate) fn of_announcements() -> Value {
    let terms = anslag_vocab::ALL.iter().flat_map(|vocabulary| vocabulary.terms);
    let used: HashSet<&Term> = terms.collect();
    context(|term| used.contains(&term))
}

/// The JSON-LD context (JSON-LD 1.1, section 3.1) of the terms that `used` holds: terms of schema.org by their plain
/// names, others with their prefix, each property with the kind of value it takes.
pub(crate) fn context(used: impl Fn(Term) -> bool) -> Value {
    let mut context = Map::new();
    for vocabulary in vocabularies() {
        if terms(vocabulary).any(&used) {
            context.insert(vocabulary.prefix.to_owned(), vocabulary.namespace.into());
        }
    }
    for term in vocabularies().flat_map(terms).filter(|term| *term != rdf::TYPE && used(*term)) {
        let id = term.to_string();
        let definition = match term.kind() {
            Kind::Resource => json!({"@id": id, "@type": "@id"}),
            Kind::Text => json!({"@id": id, "@container": "@language"}),
            Kind::Class | Kind::Value if is_of_schema_org(term) => json!(id),
            // With its prefix, the name of a term says already what it is.
            Kind::Class | Kind::Value | Kind::Datatype | Kind::Individual => continue,
        };
        context.insert(name(term), definition);
    }
    Value::Object(context)
}

fn vocabularies() -> impl Iterator<Item = &'static Vocabulary> {
    anslag_vocab::ALL.iter().chain(&anslag_vocab::OF_THE_CATALOGUE)
}

fn terms(vocabulary: &'static Vocabulary) -> impl Iterator<Item = Term> {
    vocabulary.terms.iter().chain(vocabulary.catalogue_terms).copied()
}

fn name(term: Term) -> String {
    let is_named = matches!(term.kind(), Kind::Class | Kind::Resource | Kind::Text | Kind::Value);
    if is_of_schema_org(term) && is_named { term.name().to_owned() } else { term.to_string() }
}

fn is_of_schema_org(term: Term) -> bool {
    term.prefix() == schema::VOCABULARY.prefix
}
