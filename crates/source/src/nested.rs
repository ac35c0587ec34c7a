use crate::{
    fields::Fields,
    finding::Findings,
    help::Help,
    keys::{ANNOUNCEMENT, NESTED, TAXONOMIES},
    message::Message,
    tree::{Node, Value},
    website,
};
use anslag_core::CheckSettings;

/// Moves the keys of the tables `params` (Hugo), `extra` and `taxonomies` (Zola) up to those of the announcement, where
/// they mean the same. A key that stands in two of these places is an error, and is read where it stands first.
pub(crate) fn flatten(table: &mut Node<'_>, check: &CheckSettings, findings: &Findings) {
    let Value::Table(entries) = &mut table.value else { return };
    let is_nested = |name: &str| NESTED.contains(&name) || name == TAXONOMIES_KEY;
    let (nested, mut all): (Vec<_>, Vec<_>) =
        std::mem::take(entries).into_iter().partition(|(key, _)| is_nested(&key.name));

    // Path of each key of an announcement where it stands first.
    let mut written: Vec<Option<String>> = vec![None; ANNOUNCEMENT.names.len()];
    for (key, _) in &all {
        if let Some(at) = position(&key.name) {
            written[at].get_or_insert_with(|| key.name.clone().into_owned());
        }
    }
    for (table, mut node) in nested {
        let Value::Table(_) = &node.value else {
            let message = Message::NamedNoTable { name: table.name.into_owned(), found: node.value.what() };
            findings.add(node.span, message, None, Some(Help::NestedKeys));
            continue;
        };
        let only = (table.name == TAXONOMIES_KEY).then_some(&TAXONOMIES);
        if let Some(keys) = only {
            website::ignore(&mut node, keys, check, findings);
            // It says which keys are unknown there.
            let _ = Fields::of(&node, keys, findings);
        }
        let Value::Table(entries) = node.value else { continue };
        for (key, value) in entries {
            if only.is_some_and(|keys| !keys.has(&key.name)) {
                continue;
            }
            if let Some(at) = position(&key.name) {
                let path = format!("{}.{}", table.name, key.name);
                if let Some(first) = &written[at] {
                    let message = Message::TwoNames { second: path, first: first.clone() };
                    findings.add(key.span, message, None, Some(Help::LeaveOneOut));
                    continue;
                }
                written[at] = Some(path);
            }
            all.push((key, value));
        }
    }
    *entries = all;
}

const TAXONOMIES_KEY: &str = "taxonomies";

/// Returns the number of the key of an announcement that a name stands for.
fn position(name: &str) -> Option<usize> {
    ANNOUNCEMENT.position(name)
}
