use crate::{
    finding::Findings,
    help::Help,
    keys::Keys,
    message::Message,
    tree::{Key, Node, Value},
    value::shortened,
};
use anslag_core::CheckSettings;
use anslag_schema::KEYS_OF_WEBSITES;
use std::{borrow::Cow, collections::BTreeSet};

/// Returns whether a key of front matter is read by another program alone. Case does not count, as in Hugo.
pub(crate) fn is_ignored(name: &str, check: &CheckSettings) -> bool {
    KEYS_OF_WEBSITES.iter().any(|known| known.eq_ignore_ascii_case(name)) || check.ignore_keys.contains(name)
}

/// Removes the keys of a table that only other programs read, and notes them. Keys that the table may have stay.
pub(crate) fn ignore(table: &mut Node<'_>, keys: &Keys, check: &CheckSettings, findings: &Findings) {
    let Value::Table(entries) = &mut table.value else { return };
    entries.retain(|(key, _)| {
        let is_ignored = !keys.has(&key.name) && is_ignored(&key.name, check);
        if is_ignored {
            let keys = BTreeSet::from([shortened(&key.name)]);
            findings.add(key.span.clone(), Message::IgnoredKeys { keys }, None, Some(Help::LeaveForOthers));
        }
        !is_ignored
    });
}

/// Reads `published: false` as Jekyll does, for which it is a draft. In `published: true` there is no date.
pub(crate) fn read_published_flag(table: &mut Node<'_>) {
    let Value::Table(entries) = &mut table.value else { return };
    let is_flag = |(key, node): &(Key<'_>, Node<'_>)| key.name == "published" && matches!(node.value, Value::Bool(_));
    let Some(at) = entries.iter().position(is_flag) else { return };
    let (key, node) = entries.remove(at);
    if node.value == Value::Bool(false) {
        entries.retain(|(key, node)| key.name != "draft" || !matches!(node.value, Value::Bool(_)));
        let key = Key { name: Cow::Borrowed("draft"), ..key };
        entries.push((key, Node { value: Value::Bool(true), ..node }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::ANNOUNCEMENT;

    /// A key of an announcement is read, whatever it means elsewhere.
    #[test]
    fn no_key_of_ours_is_ignored() {
        let names: Vec<_> = ANNOUNCEMENT.all().filter(|name| is_ignored(name, &CheckSettings::default())).collect();
        assert!(names.is_empty(), "{names:?}");
        assert!(KEYS_OF_WEBSITES.is_sorted_by_key(|key| key.to_ascii_lowercase()));
    }
}
