use crate::{
    fields::{Fields, did_you_mean},
    finding::Findings,
    keys::{self, Keys},
    message::{Help, Label, Message, Noun},
    tree::{Node, Value},
    value,
};
use anslag_core::{
    Location, NamedOrganization, NamedPlace, NamedProgramme, Organization, Party, Programme, Register, Topic,
};
use std::sync::Arc;

/// An organisation of the register, by its key, a name or an alias.
pub(crate) fn organization(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Arc<Organization>> {
    let word = value::string(node, Noun::RegisteredOrganization, findings)?;
    let found = register.find_organization(word).cloned();
    if found.is_none() {
        let message = Message::NoOrganization { word: value::shown(word) };
        unknown(node, word, message, "organizations", register.organization_words(), findings);
    }
    found
}

/// A topic of the register, by its key, a label or an alias.
pub(crate) fn topic(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Arc<Topic>> {
    let word = value::string(node, Noun::RegisteredTopic, findings)?;
    let found = register.find_topic(word).cloned();
    if found.is_none() {
        let message = Message::NoTopic { word: value::shown(word) };
        unknown(node, word, message, "topics", register.topic_words(), findings);
    }
    found
}

/// An organisation: one of the register where a name alone is given and the register knows it, else one that only
/// the announcement names. A table with further facts always stands for the latter.
pub(crate) fn party(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Party> {
    if let Value::String(word) = &node.value {
        if let Some(entry) = register.find_organization(word) {
            return Some(Party::Registered(Arc::clone(entry)));
        }
        return Some(Party::Named(NamedOrganization::new(value::line(node, findings)?, None, None)));
    }
    let fields = named(node, &keys::PARTY, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let country = fields.optional("country", |country| value::country(country, findings));
    let kind = fields.optional("kind", |kind| value::line(kind, findings));
    let name = name?;
    let alone = fields.get("country").is_none() && fields.get("kind").is_none();
    match register.find_organization(name.as_str()).filter(|_| alone) {
        Some(entry) => Some(Party::Registered(Arc::clone(entry))),
        None => Some(Party::Named(NamedOrganization::new(name, country, kind))),
    }
}

/// A place, in the same way.
pub(crate) fn location(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Location> {
    if let Value::String(word) = &node.value {
        if let Some(entry) = register.find_place(word) {
            return Some(Location::Registered(Arc::clone(entry)));
        }
        return Some(Location::Named(NamedPlace::new(value::line(node, findings)?, None)));
    }
    let fields = named(node, &keys::LOCATION, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let country = fields.optional("country", |country| value::country(country, findings));
    let name = name?;
    match register.find_place(name.as_str()).filter(|_| fields.get("country").is_none()) {
        Some(entry) => Some(Location::Registered(Arc::clone(entry))),
        None => Some(Location::Named(NamedPlace::new(name, country))),
    }
}

/// A programme, in the same way.
pub(crate) fn programme(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Programme> {
    if let Value::String(word) = &node.value {
        if let Some(entry) = register.find_programme(word) {
            return Some(Programme::Registered(Arc::clone(entry)));
        }
        let name = value::line(node, findings)?;
        return Some(Programme::Named(NamedProgramme { name, alternate_names: Vec::new() }));
    }
    let fields = named(node, &keys::PROGRAMME, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let alternate_names = fields.list("alternate_names", |name| value::line(name, findings));
    let name = name?;
    match register.find_programme(name.as_str()).filter(|_| fields.get("alternate_names").is_none()) {
        Some(entry) => Some(Programme::Registered(Arc::clone(entry))),
        None => Some(Programme::Named(NamedProgramme { name, alternate_names })),
    }
}

/// How a name is written.
pub(crate) const NAME_HELP: Help = Help::add("name = \"…\"");

/// Says that the register does not have a word in one of its tables.
fn unknown<'r>(
    node: &Node<'_>,
    word: &str,
    message: Message,
    table: &'static str,
    known: impl Iterator<Item = &'r str>,
    findings: &Findings,
) {
    let help = did_you_mean(word, known, findings).unwrap_or(Help::WriteOrRegister { table });
    findings.error(node.span.clone(), message, Some(Label::NotInRegister), Some(help));
}

/// A table that stands for something that only the announcement names.
fn named<'n, 't>(node: &'n Node<'t>, keys: &'static Keys, findings: &'n Findings) -> Option<Fields<'n, 't>> {
    match node.value {
        Value::Table(_) => Fields::of(node, keys, findings),
        _ => value::wrong_type(node, findings, Noun::NameOrTable),
    }
}
