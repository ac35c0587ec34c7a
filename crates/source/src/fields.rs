use crate::{
    finding::Findings,
    help::Help,
    keys::Keys,
    label::Label,
    message::Message,
    nearest::nearest,
    tree::{Node, Value},
    value::shortened,
};
use std::ops::Range;

/// Table whose fields are read by their canonical names.
///
/// Every problem is added to the findings. A field with a problem counts as absent, so that reading continues.
pub(crate) struct Fields<'n, 't> {
    node: &'n Node<'t>,
    keys: &'static Keys,
    findings: &'n Findings,
}

impl<'n, 't> Fields<'n, 't> {
    /// Returns the fields of a table that may have `keys`.
    ///
    /// Adds errors for unknown keys and for keys given by two names. Returns `None`, with an error, if the value is no table.
    pub(crate) fn of(node: &'n Node<'t>, keys: &'static Keys, findings: &'n Findings) -> Option<Self> {
        let Value::Table(entries) = &node.value else {
            let message = Message::NoTable { what: keys.what, found: node.value.what() };
            findings.add(node.span.clone(), message, None, Some(Help::ItsKeys { keys }));
            return None;
        };
        for (key, _) in entries {
            if !keys.all().any(|name| name == key.name) {
                let message = Message::UnknownKey { what: keys.what, key: shortened(&key.name) };
                let help = keys.is_of_web_pages(&key.name).then_some(Help::OfWebPages);
                let help = help.or_else(|| did_you_mean(&key.name, keys.all(), findings));
                let help = help.unwrap_or(Help::ItsKeys { keys });
                findings.add(key.span.clone(), message, Some(Label::UnknownKey), Some(help));
            }
        }
        for names in &keys.names {
            let mut given = entries.iter().filter(|(key, _)| names.contains(&key.name.as_ref()));
            let first = given.next();
            for (second, _) in given {
                let first = first.map_or("", |(key, _)| key.name.as_ref());
                let message = Message::TwoNames { second: second.name.clone().into_owned(), first: first.to_owned() };
                findings.add(second.span.clone(), message, None, Some(Help::LeaveOneOut));
            }
        }
        Some(Self { node, keys, findings })
    }

    /// Returns the value of a key under any of its names.
    pub(crate) fn get(&self, key: &'static str) -> Option<&'n Node<'t>> {
        let names = self.keys.names_of(key);
        match &self.node.value {
            Value::Table(entries) => {
                entries.iter().find(|(key, _)| names.contains(&key.name.as_ref())).map(|(_, value)| value)
            }
            _ => None,
        }
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
        let Value::List(items) = &node.value else {
            let message = Message::NoList { key, found: node.value.what() };
            let help = match node.value {
                Value::Null => Help::LeaveKeyOut { key },
                _ => Help::Brackets,
            };
            self.findings.add(node.span.clone(), message, None, Some(help));
            return Vec::new();
        };
        items.iter().filter_map(read).collect()
    }

    /// Returns the spans of the items of a list.
    pub(crate) fn spans(&self, key: &'static str) -> Vec<Range<usize>> {
        match self.get(key).map(|node| &node.value) {
            Some(Value::List(items)) => items.iter().map(|item| item.span.clone()).collect(),
            _ => Vec::new(),
        }
    }
}

/// Returns a help that names the nearest of the known words, if one is near enough to be meant.
pub(crate) fn did_you_mean<'k>(word: &str, known: impl Iterator<Item = &'k str>, findings: &Findings) -> Option<Help> {
    if findings.is_full() {
        return None;
    }
    nearest(word, known).map(|name| Help::DidYouMean { name: name.to_owned() })
}
