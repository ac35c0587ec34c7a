use anslag_vocab::{Kind, Term, Vocabulary, rdf, schema};
use oxrdf::NamedNodeRef;
use serde_json::{Map, Value, json};
use std::{
    collections::{HashMap, HashSet},
    io::{self, Write},
    sync::LazyLock,
};

/// How a term is written in JSON-LD: by this name, and for this kind of value.
pub(crate) struct Name {
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// The name of each class, property and individual of our vocabularies.
static NAMES: LazyLock<HashMap<&'static str, Name>> = LazyLock::new(|| {
    all_terms()
        .map(|(vocabulary, term)| (term.iri.as_str(), Name { name: name(vocabulary, term), kind: term.kind }))
        .collect()
});

/// The name of a term.
pub(crate) fn find(iri: NamedNodeRef<'_>) -> Option<&'static Name> {
    NAMES.get(iri.as_str())
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
    let used: HashSet<&str> = terms.map(|term| term.iri.as_str()).collect();
    context(|iri| used.contains(iri.as_str()))
}

/// The JSON-LD context (JSON-LD 1.1, section 3.1) of the terms that `used` holds: terms of schema.org by their plain
/// names, others with their prefix, each property with the kind of value it takes.
pub(crate) fn context(used: impl Fn(NamedNodeRef<'_>) -> bool) -> Value {
    let mut context = Map::new();
    for vocabulary in vocabularies() {
        if terms(vocabulary).any(|term| used(term.iri)) {
            context.insert(vocabulary.prefix.to_owned(), vocabulary.namespace.into());
        }
    }
    for (vocabulary, term) in all_terms().filter(|(_, term)| term.iri != rdf::TYPE && used(term.iri)) {
        let id = format!("{}:{}", vocabulary.prefix, term.name);
        let definition = match term.kind {
            Kind::Resource => json!({"@id": id, "@type": "@id"}),
            Kind::Text => json!({"@id": id, "@container": "@language"}),
            Kind::Class | Kind::Value if vocabulary.namespace == schema::VOCABULARY.namespace => json!(id),
            // With its prefix, the name of a term says already what it is.
            Kind::Class | Kind::Value | Kind::Datatype | Kind::Individual => continue,
        };
        context.insert(name(vocabulary, term), definition);
    }
    Value::Object(context)
}

fn all_terms() -> impl Iterator<Item = (&'static Vocabulary, &'static Term)> {
    vocabularies().flat_map(|vocabulary| terms(vocabulary).map(move |term| (vocabulary, term)))
}

fn vocabularies() -> impl Iterator<Item = &'static Vocabulary> {
    anslag_vocab::ALL.iter().chain(&anslag_vocab::OF_THE_CATALOGUE)
}

fn terms(vocabulary: &'static Vocabulary) -> impl Iterator<Item = &'static Term> {
    vocabulary.terms.iter().chain(vocabulary.catalogue_terms)
}

fn name(vocabulary: &Vocabulary, term: &Term) -> String {
    let is_named = matches!(term.kind, Kind::Class | Kind::Resource | Kind::Text | Kind::Value);
    if vocabulary.namespace == schema::VOCABULARY.namespace && is_named {
        term.name.to_owned()
    } else {
        format!("{}:{}", vocabulary.prefix, term.name)
    }
}
