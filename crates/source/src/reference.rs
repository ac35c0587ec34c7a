use crate::{
    area, coordinates,
    correction::slug,
    entry::Sample,
    fields::{Fields, did_you_mean},
    finding::Findings,
    help::Help,
    keys::{self, Keys},
    label::Label,
    message::Message,
    noun::Noun,
    tree::{Node, Value},
    value,
};
use anslag_core::{
    Board, Line, Location, NamedOrganization, NamedPlace, NamedProgramme, Organization, Party, Place, Programme,
    Register, Slug, Topic,
};
use std::sync::Arc;

/// Reads an organisation of the register, by its key, a name or an alias.
pub(crate) fn organization(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Arc<Organization>> {
    let word = value::seen(node, Noun::RegisteredOrganization, findings)?;
    let found = register.find_organization(&word).cloned();
    if found.is_none() {
        let message = Message::NoOrganization { word: value::shortened(&word) };
        unknown(node, &word, message, "organizations", register.organization_words(), findings);
    }
    found
}

/// Reads a notice board of the register, by its key, a name or an alias.
pub(crate) fn board(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Arc<Board>> {
    let word = value::seen(node, Noun::RegisteredBoard, findings)?;
    let found = register.find_board(&word).cloned();
    if found.is_none() {
        let message = Message::NoBoard { word: value::shortened(&word) };
        unknown(node, &word, message, "boards", register.board_words(), findings);
    }
    found
}

/// Reads a place of the register, by its key, a name or an alias.
pub(crate) fn place(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Arc<Place>> {
    let word = value::seen(node, Noun::RegisteredPlace, findings)?;
    let found = register.find_place(&word).cloned();
    if found.is_none() {
        let message = Message::NoPlace { word: value::shortened(&word) };
        unknown(node, &word, message, "places", register.place_words(), findings);
    }
    found
}

/// Reads a topic of the register, by its key, a label or an alias.
pub(crate) fn topic(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Arc<Topic>> {
    let word = value::seen(node, Noun::RegisteredTopic, findings)?;
    let found = register.find_topic(&word).cloned();
    if found.is_none() {
        let message = Message::NoTopic { word: value::shortened(&word) };
        unknown(node, &word, message, "topics", register.topic_words(), findings);
    }
    found
}

/// Reads an organisation: one of the register if only its name is given, else one that only the announcement
/// names. A table with further facts always stands for the latter.
pub(crate) fn party(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Party> {
    if let Value::String(_) = &node.value {
        let name = value::line(node, findings)?;
        if let Some(entry) = register.find_organization(name.as_str()) {
            return Some(Party::Registered(Arc::clone(entry)));
        }
        note_use(&name, "organizations", |key| register.find_organization(key).is_some(), node, findings);
        return Some(Party::Named(NamedOrganization::new(name, None, None)));
    }
    let fields = named(node, &keys::PARTY, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let country = fields.optional("country", |country| value::country(country, findings));
    let kind = fields.optional("kind", |kind| value::line(kind, findings));
    let name = name?;
    let alone = fields.get("country").is_none() && fields.get("kind").is_none();
    match register.find_organization(name.as_str()).filter(|_| alone) {
        Some(entry) => Some(Party::Registered(Arc::clone(entry))),
        None => {
            note_use(&name, "organizations", |key| register.find_organization(key).is_some(), node, findings);
            Some(Party::Named(NamedOrganization::new(name, country, kind)))
        }
    }
}

/// Reads a place like [`party`].
pub(crate) fn location(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Location> {
    if let Value::String(_) = &node.value {
        let name = value::line(node, findings)?;
        if let Some(entry) = register.find_place(name.as_str()) {
            return Some(Location::Registered(Arc::clone(entry)));
        }
        note_use(&name, "places", |key| register.find_place(key).is_some(), node, findings);
        return Some(Location::Named(NamedPlace::new(name, None)));
    }
    let fields = named(node, &keys::LOCATION, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let country = fields.optional("country", |country| value::country(country, findings));
    let address = fields.optional("address", |address| value::line(address, findings));
    let coordinates = fields.optional("coordinates", |node| coordinates::read(node, country, findings));
    let area = fields.optional("area", |node| area::read(node, country, findings));
    let name = name?;
    let alone = ["country", "address", "coordinates", "area"].into_iter().all(|key| fields.get(key).is_none());
    match register.find_place(name.as_str()).filter(|_| alone) {
        Some(entry) => Some(Location::Registered(Arc::clone(entry))),
        None => {
            note_use(&name, "places", |key| register.find_place(key).is_some(), node, findings);
            let mut place = NamedPlace::new(name, country);
            (place.address, place.coordinates, place.area) = (address, coordinates, area);
            Some(Location::Named(place))
        }
    }
}

/// Reads a programme like [`party`].
pub(crate) fn programme(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Programme> {
    if let Value::String(_) = &node.value {
        let name = value::line(node, findings)?;
        if let Some(entry) = register.find_programme(name.as_str()) {
            return Some(Programme::Registered(Arc::clone(entry)));
        }
        note_use(&name, "programmes", |key| register.find_programme(key).is_some(), node, findings);
        return Some(Programme::Named(NamedProgramme { name, alternate_names: Vec::new() }));
    }
    let fields = named(node, &keys::PROGRAMME, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let alternate_names = fields.list("alternate_names", |name| value::line(name, findings));
    let name = name?;
    match register.find_programme(name.as_str()).filter(|_| fields.get("alternate_names").is_none()) {
        Some(entry) => Some(Programme::Registered(Arc::clone(entry))),
        None => {
            note_use(&name, "programmes", |key| register.find_programme(key).is_some(), node, findings);
            Some(Programme::Named(NamedProgramme { name, alternate_names }))
        }
    }
}

/// Help for a missing name.
pub(crate) const NAME_HELP: Help = Help::add("name", Sample::Text("…"));

/// Adds an error for a word that a table of the register does not have.
fn unknown<'r>(
    node: &Node<'_>,
    word: &str,
    message: Message,
    table: &'static str,
    known: impl Iterator<Item = &'r str>,
    findings: &Findings,
) {
    let help = did_you_mean(word, known, findings).unwrap_or(Help::WriteOrRegister { table });
    findings.add(node.span.clone(), message, Some(Label::NotInRegister), Some(help));
}

/// Notes the use of a name that a table of the register, which `is_taken` looks into, does not have: at its second use,
/// it is suggested to be registered. A name that is registered, and is used all the same with facts of its own, is meant so.
fn note_use(name: &Line, table: &'static str, is_taken: impl Fn(&str) -> bool, node: &Node<'_>, findings: &Findings) {
    let name = name.as_str();
    if name.len() > Slug::MAX_LEN || is_taken(name) {
        return;
    }
    findings.unregistered(node.span.clone(), table, name, || free_key(name, is_taken));
}

/// A key for a name: what of it can stand in a key, without the marks on letters, and with a number where that is taken.
fn free_key(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let key = slug(name).unwrap_or_else(|| "ett-namn".to_owned());
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    [key.clone()].into_iter().chain(numbered).find(|key| !is_taken(key)).expect("there are keys without end")
}

/// A table that stands for something that only the announcement names.
fn named<'n, 't>(node: &'n Node<'t>, keys: &'static Keys, findings: &'n Findings) -> Option<Fields<'n, 't>> {
    match node.value {
        Value::Table(_) => Fields::of(node, keys, findings),
        _ => value::wrong_type(node, findings, Noun::NameOrTable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, taken: &[&str], expected: &str) {
        assert_eq!(free_key(name, |key| taken.contains(&key)), expected);
        assert!(Slug::new(expected).is_ok());
    }

    #[test]
    fn a_name_gives_a_key() {
        check("Visit Trollhättan-Vänersborg", &[], "visit-trollhattan-vanersborg");
        check("  Åsa & Öl AB (publ.)", &[], "asa-ol-ab-publ");
        check("Tartu", &["tartu", "tartu-2"], "tartu-3");
        check("Тарту", &[], "ett-namn");
    }
}
