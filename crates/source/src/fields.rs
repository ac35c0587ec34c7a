use crate::{
    entry::Notation,
    finding::Findings,
    help::{Heading, Help, Owner},
    keys::{Keys, beside},
    label::Label,
    message::Message,
    nearest::nearest,
    noun::Noun,
    replacement::Scalar,
    tree::{Key, Node, Value},
    value::shortened,
};
use anslag_core::limit;
use std::ops::Range;

/// Table whose fields are read by their canonical names.
///
/// Every problem is added to the findings. A field with a problem counts as absent, so that reading continues.
pub(crate) struct Fields<'n, 't> {
    node: &'n Node<'t>,
    keys: &'static Keys,
    /// Value of each key, in the order of `keys`.
    values: Vec<Option<&'n Node<'t>>>,
    findings: &'n Findings,
}

impl<'n, 't> Fields<'n, 't> {
    /// Returns the fields of a table that may have `keys`.
    ///
    /// Adds errors for unknown keys and for keys given by two names. Returns `None`, with an error, if the value is no table.
    pub(crate) fn of(node: &'n Node<'t>, keys: &'static Keys, findings: &'n Findings) -> Option<Self> {
        if matches!(node.value, Value::Invalid) {
            return None;
        }
        let Value::Table(entries) = &node.value else {
            let message = Message::NoTable { what: keys.what, found: node.value.what() };
            let help = match &node.value {
                // The heading of a list of tables in TOML.
                Value::List(items) if items.len() == 1 && node.written.starts_with("[[") => {
                    Help::replace(Scalar::Raw(node.written.replacen("[[", "[", 1).replacen("]]", "]", 1)))
                }
                _ => Help::ItsKeys { keys },
            };
            findings.add(node.span.clone(), message, None, Some(help));
            return None;
        };
        let mut given: Vec<Option<&(Key<'t>, Node<'t>)>> = vec![None; keys.names.len()];
        let mut repeated = Vec::new();
        for entry in entries {
            let (key, value) = entry;
            let Some(at) = keys.position(&key.name) else {
                let message = Message::UnknownKey { what: keys.what, key: shortened(&key.name) };
                let help = unknown_key((key, value), node, keys, findings);
                findings.add(key.span.clone(), message, Some(Label::UnknownKey), Some(help));
                continue;
            };
            match given[at] {
                Some((first, _)) => repeated.push((&first.name, key)),
                None => given[at] = Some(entry),
            }
        }
        for (first, second) in repeated {
            let [second_name, first] = [&second.name, first].map(|name| name.clone().into_owned());
            let message = Message::TwoNames { second: second_name, first };
            findings.add(second.span.clone(), message, None, Some(Help::LeaveOneOut));
        }
        let values = given.into_iter().map(|entry| entry.map(|(_, value)| value)).collect();
        Some(Self { node, keys, values, findings })
    }

    /// Returns the value of a key under any of its names.
    pub(crate) fn get(&self, key: &'static str) -> Option<&'n Node<'t>> {
        self.values[self.keys.position(key).expect("the readers ask only for keys of the table")]
    }

    /// Returns the span of a key's value, or that of the table if there is none.
    pub(crate) fn span(&self, key: &'static str) -> Range<usize> {
        self.get(key).map_or_else(|| self.node.span.clone(), |node| node.span.clone())
    }

    /// Returns the span of the table.
    pub(crate) fn place(&self) -> Range<usize> {
        self.node.span.clone()
    }

    /// Reads the value of an optional key.
    pub(crate) fn optional<T>(&self, key: &'static str, read: impl FnOnce(&'n Node<'t>) -> Option<T>) -> Option<T> {
        self.get(key).and_then(read)
    }

    /// Reads the value of a required key. `help` shows how it is written.
    pub(crate) fn required<T>(
        &self,
        key: &'static str,
        help: Help,
        read: impl FnOnce(&'n Node<'t>) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(key);
        if value.is_none() {
            let message = Message::MissingKey { what: self.keys.what, key };
            self.findings.add(self.place(), message, None, Some(help));
        }
        value.and_then(read)
    }

    /// Reads the items of an optional list.
    pub(crate) fn list<T>(&self, key: &'static str, read: impl FnMut(&'n Node<'t>) -> Option<T>) -> Vec<T> {
        let Some(node) = self.get(key) else { return Vec::new() };
        if matches!(node.value, Value::Invalid) {
            return Vec::new();
        }
        let Value::List(items) = &node.value else {
            let message = Message::NoList { key, found: node.value.what() };
            let help = match &node.value {
                Value::Null => Help::LeaveKeyOut { key },
                // The heading of a table in TOML.
                Value::Table(_) if node.written.starts_with('[') => {
                    Help::replace(Scalar::Raw(format!("[{}]", node.written)))
                }
                // A comma may be part of the text, or stand between two.
                Value::String(_) if !node.written.contains([',', '\n']) => {
                    Help::replace(Scalar::List(node.written.to_owned()))
                }
                _ => Help::Brackets,
            };
            self.findings.add(node.span.clone(), message, None, Some(help));
            return Vec::new();
        };
        let limit = match key {
            "quotes" => limit::QUOTES,
            "topics" => limit::TOPICS,
            _ => limit::ITEMS,
        };
        if let Some(first) = items.get(limit.most) {
            let help = Some(Help::ShorterList { count: items.len() });
            self.findings.add(first.span.clone(), Message::TooLong { limit }, Some(Label::FirstOver), help);
            return Vec::new();
        }
        items.iter().filter_map(read).collect()
    }

    /// Reads the items of an optional list, or a single item, which needs no brackets.
    pub(crate) fn one_or_list<T>(&self, key: &'static str, read: impl FnMut(&'n Node<'t>) -> Option<T>) -> Vec<T> {
        match self.get(key) {
            Some(node) if !matches!(node.value, Value::List(_) | Value::Null) => {
                Some(node).and_then(read).into_iter().collect()
            }
            _ => self.list(key, read),
        }
    }

    /// Returns the span of an item of a list, or that of the list if it has no such item.
    pub(crate) fn item_span(&self, key: &'static str, index: usize) -> Range<usize> {
        match self.get(key).map(|node| &node.value) {
            Some(Value::List(items)) => items.get(index).map(|item| item.span.clone()),
            _ => None,
        }
        .unwrap_or_else(|| self.span(key))
    }
}

/// Returns the help for a key that a table does not have.
fn unknown_key(
    (key, value): (&Key<'_>, &Node<'_>),
    table: &Node<'_>,
    keys: &'static Keys,
    findings: &Findings,
) -> Help {
    let name = key.name.as_ref();
    if findings.is_full() {
        return Help::ItsKeys { keys };
    }
    if keys.is_of_web_pages(name) {
        return Help::OfWebPages;
    }
    if let Some(meant) = keys.called(name) {
        return already_given(table, keys, meant).unwrap_or_else(|| renamed(meant, value, keys, findings));
    }
    let owner = owner(name, keys);
    if let Some(owner) = owner.filter(|owner| described_by_file(owner).is_some()) {
        return belongs(key, table, keys, owner, findings);
    }
    if let Some(near) = nearest(name, keys.all()) {
        let did_you_mean = || Help::did_you_mean(Scalar::Key(near.to_owned()));
        return already_given(table, keys, near).unwrap_or_else(did_you_mean);
    }
    owner.map_or(Help::ItsKeys { keys }, |owner| belongs(key, table, keys, owner, findings))
}

/// Returns the only other table of the file that has a key, or the file itself if it has the key.
fn owner(name: &str, keys: &Keys) -> Option<&'static Keys> {
    let mut owners = beside(keys).into_iter().filter(|other| other.has(name));
    let first = owners.next()?;
    // Several parts have a name, a title or an address, so that such a key tells nothing.
    (described_by_file(first).is_some() || owners.next().is_none()).then_some(first)
}

/// Returns the help for a key that has another name here: that name, or the name with the value as it is to be written.
fn renamed(meant: &'static str, value: &Node<'_>, keys: &'static Keys, findings: &Findings) -> Help {
    let (is_list, is_table) = keys.shape_of(meant);
    let is_shaped = match &value.value {
        Value::List(_) => is_list,
        Value::Table(_) => is_table && !is_list,
        _ => !is_list && !is_table,
    };
    if meant == "body" && keys.what == Noun::Announcement && findings.notation() != Notation::Json {
        Help::WriteBodyBelow
    } else if is_shaped {
        Help::did_you_mean(Scalar::Key(meant.to_owned()))
    } else if is_list && !is_table && !value.written.contains('\n') {
        Help::ListUnderKey { key: meant, item: value.written.to_owned(), notation: findings.notation() }
    } else if is_table {
        Help::TableUnderKey { key: meant, is_list, notation: findings.notation() }
    } else {
        Help::did_you_mean(Scalar::Key(meant.to_owned()))
    }
}

/// Returns the help for a name that a table has a key for; `None` if the table does not have that key under any name.
fn already_given(table: &Node<'_>, keys: &Keys, name: &str) -> Option<Help> {
    let Value::Table(entries) = &table.value else { return None };
    let names = keys.names.iter().find(|names| names.contains(&name))?;
    let is_given = entries.iter().any(|(key, _)| names.contains(&key.name.as_ref()));
    is_given.then_some(Help::AlreadyGiven { key: names[0] })
}

/// Returns what the keys outside of all tables of a file describe; `None` for keys of a table.
fn described_by_file(keys: &Keys) -> Option<Owner> {
    match keys.what {
        Noun::Announcement => Some(Owner::Announcement),
        Noun::Publication => Some(Owner::Publication),
        _ => None,
    }
}

/// Returns the help for a key that another table of the file has.
fn belongs(key: &Key<'_>, table: &Node<'_>, keys: &Keys, owner: &'static Keys, findings: &Findings) -> Help {
    let name = shortened(&key.name);
    let bare = |keys: &Keys| keys.heading.as_ref().map(|heading| heading.replace(['[', ']'], "")).unwrap_or_default();
    let Some(of) = described_by_file(owner) else {
        let place = match (findings.notation(), &owner.heading) {
            (Notation::Toml, Some(heading)) => heading.clone(),
            _ => bare(owner),
        };
        return Help::BelongsTo { key: name, place };
    };
    let is_below = |heading: &Heading| heading.at < key.span.start && table.written.starts_with('[');
    match findings.first_heading().filter(is_below) {
        Some(heading) => Help::BelongsAbove { key: name, owner: of, heading },
        None => Help::BelongsOutside { key: name, owner: of, table: bare(keys) },
    }
}

/// Returns a help that names the nearest of the known words of a text, if one is near enough to be meant.
pub(crate) fn did_you_mean<'k>(word: &str, known: impl Iterator<Item = &'k str>, findings: &Findings) -> Option<Help> {
    if findings.is_full() {
        return None;
    }
    nearest(word, known).map(|name| Help::did_you_mean(Scalar::Text(name.to_owned())))
}
