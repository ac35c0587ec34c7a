//! Three-way merging of a source file: what was imported last, what the file says now, and what its source says now.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// Key of the text below the front matter.
const BODY: &str = "body";

/// A source file with what its source has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    /// New text of the file.
    pub(crate) text: String,
    /// Facts that the source has changed.
    pub(crate) changes: Vec<Change>,
}

/// A fact that a source has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// Key of front matter, or `body`.
    pub(crate) key: String,
    /// Value in the file; `None` without one.
    pub(crate) before: Option<String>,
    /// Value in the source; `None` without one.
    pub(crate) after: Option<String>,
    /// `true` if the file takes the value; `false` if an editor has changed it, whose value stays.
    pub(crate) is_taken: bool,
}

/// Merges what the source has changed since the last import (`base`) into a file (`ours`).
///
/// A fact that an editor has changed too stays. Returns `None` if a text has no front matter in TOML.
pub(crate) fn merge(base: &str, ours: &str, theirs: &str) -> Option<Merged> {
    let is_windows = ours.contains("\r\n");
    let [base, ours, theirs] = [base, ours, theirs].map(|text| text.replace("\r\n", "\n"));
    let (base, ours, theirs) = (Parts::new(&base)?, Parts::new(&ours)?, Parts::new(&theirs)?);
    let mut front_matter = ours.front_matter.clone();
    let mut changes = Vec::new();
    for path in paths(&theirs.front_matter, &base.front_matter) {
        let [before, known, after] =
            [&ours, &base, &theirs].map(|parts| at(&parts.front_matter, &path).and_then(plain));
        if known == after || before == after {
            continue;
        }
        let is_taken = before == known && set(&mut front_matter, &path, at(&theirs.front_matter, &path));
        changes.push(Change { key: path.join("."), before, after, is_taken });
    }
    let mut body = ours.body.to_owned();
    if base.body.trim() != theirs.body.trim() && ours.body.trim() != theirs.body.trim() {
        let merged = diffy::merge(&framed(base.body), &framed(ours.body), &framed(theirs.body)).ok();
        changes.push(Change {
            key: BODY.to_owned(),
            before: Some(ours.body.trim().to_owned()),
            after: Some(theirs.body.trim().to_owned()),
            is_taken: merged.is_some(),
        });
        body = merged.unwrap_or(body);
    }
    let text = format!("+++\n{front_matter}+++\n{body}");
    let text = if is_windows { text.replace('\n', "\r\n") } else { text };
    Some(Merged { text, changes })
}

/// Returns the text of a key of front matter in TOML.
pub(crate) fn text_at(text: &str, key: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n");
    Parts::new(&text)?.front_matter.get(key)?.as_str().map(str::to_owned)
}

/// Front matter and body of a source file.
struct Parts<'t> {
    front_matter: DocumentMut,
    body: &'t str,
}

impl<'t> Parts<'t> {
    fn new(text: &'t str) -> Option<Self> {
        let rest = text.trim_start_matches('\u{feff}').strip_prefix("+++\n")?;
        let (front_matter, body) = match rest.strip_prefix("+++\n") {
            Some(body) => ("", body),
            None => {
                let end = rest.find("\n+++\n")?;
                (&rest[..=end], &rest[end + "\n+++\n".len()..])
            }
        };
        Some(Self { front_matter: front_matter.parse().ok()?, body })
    }
}

/// Returns a body as lines that differ only in their words.
fn framed(body: &str) -> String {
    format!("\n{}\n", body.trim())
}

/// Returns the paths of all facts of two documents. A table is several facts, a list is one.
fn paths(first: &DocumentMut, second: &DocumentMut) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for document in [first, second] {
        add_paths(document, &[], &mut paths);
    }
    paths
}

fn add_paths(table: &Table, start: &[String], paths: &mut Vec<Vec<String>>) {
    for (key, item) in table {
        let path = [start, &[key.to_owned()]].concat();
        match item {
            Item::Table(table) => add_paths(table, &path, paths),
            _ if paths.contains(&path) => {}
            _ => paths.push(path),
        }
    }
}

fn at<'d>(document: &'d DocumentMut, path: &[String]) -> Option<&'d Item> {
    path.iter().try_fold(document.as_item(), |item, key| item.get(key))
}

/// Writes a fact, or removes it. Returns `false` if something else than a table stands above it.
fn set(document: &mut DocumentMut, path: &[String], item: Option<&Item>) -> bool {
    let Some((key, tables)) = path.split_last() else { return false };
    let mut table: &mut dyn TableLike = document.as_table_mut();
    for name in tables {
        match table.entry(name).or_insert_with(|| Item::Table(Table::new())).as_table_like_mut() {
            Some(inner) => table = inner,
            None => return false,
        }
    }
    match item {
        Some(item) => drop(table.insert(key, item.clone())),
        None => drop(table.remove(key)),
    }
    true
}

/// Returns a fact without its layout and comments; `None` for nothing.
fn plain(item: &Item) -> Option<String> {
    match item {
        Item::None => None,
        Item::Value(value) => Some(plain_value(value)),
        Item::Table(table) => Some(plain_table(table)),
        Item::ArrayOfTables(tables) => Some(listed(tables.iter().map(|table| plain_table(table)))),
    }
}

fn plain_value(value: &Value) -> String {
    match value {
        Value::Array(items) => listed(items.iter().map(plain_value)),
        Value::InlineTable(table) => plain_table(table),
        Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            value.clone().decorated("", "").to_string()
        }
    }
}

fn plain_table(table: &dyn TableLike) -> String {
    let entries = table.iter().filter_map(|(key, item)| Some(format!("{key} = {}", plain(item)?)));
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

fn listed(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "+++\ntitle = \"A\"\ndate = 2021-05-18\ntopics = [\"x\"]\n\n[notice]\nbody = \"kf\"\n+++\n\nOne.\n\nTwo.\n\nThree.\n";

    /// Checks what becomes of a file; changes are written `key: before -> after`, kept ones with a `!`.
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &str, changes: &[&str]) {
        let merged = merge(BASE, ours, theirs).unwrap();
        let value = |value: &Option<String>| value.clone().unwrap_or_default();
        let found = merged.changes.iter().map(|Change { key, before, after, is_taken }| {
            let mark = if *is_taken { "" } else { "!" };
            let is_body = key == BODY;
            let values = if is_body { String::new() } else { format!(": {} -> {}", value(before), value(after)) };
            format!("{mark}{key}{values}")
        });
        assert_eq!(
            (merged.text.as_str(), found.collect::<Vec<_>>()),
            (expected, changes.iter().map(ToString::to_string).collect())
        );
        // The next sync finds nothing to do.
        assert_eq!(merge(theirs, &merged.text, theirs).unwrap(), Merged { text: merged.text, changes: Vec::new() });
    }

    #[test]
    fn what_the_source_changes_is_taken() {
        check(BASE, BASE, BASE, &[]);
        let theirs = BASE.replace("\"A\"", "\"B\" # \"B.\"").replace("[\"x\"]", "[ \"x\", \"y\" ]").replace("Two", "2");
        check(BASE, &theirs, &theirs, &["title: \"A\" -> \"B\"", "topics: [\"x\"] -> [\"x\", \"y\"]", "body"]);
        let theirs =
            BASE.replace("topics = [\"x\"]\n", "").replace("body = \"kf\"", "body = \"ks\"\nsecretary = \"S\"");
        let changes = ["notice.body: \"kf\" -> \"ks\"", "notice.secretary:  -> \"S\"", "topics: [\"x\"] -> "];
        check(BASE, &theirs, &theirs, &changes);
    }

    #[test]
    fn what_an_editor_changes_stays() {
        let ours = BASE.replace("\"A\"", "\"Ours\" # mine").replace("Three.", "Three!");
        check(&ours, BASE, &ours, &[]);
        let theirs = BASE.replace("\"A\"", "\"B\"").replace("One.", "1.");
        check(&ours, &theirs, &ours.replace("One.", "1."), &["!title: \"Ours\" -> \"B\"", "body"]);
        let theirs = BASE.replace("Three.", "3.").replace("2021-05-18", "2021-05-19");
        check(&ours, &theirs, &ours.replace("05-18", "05-19"), &["date: 2021-05-18 -> 2021-05-19", "!body"]);
        // The editor has removed what the source changes.
        let ours = BASE.replace("topics = [\"x\"]\n", "");
        check(&ours, &BASE.replace("\"x\"", "\"y\""), &ours, &["!topics:  -> [\"y\"]"]);
    }

    #[test]
    fn comments_and_layout_stay() {
        let ours =
            BASE.replace("date", "# When\ndate").replace("[\"x\"]", "[\n  \"x\", # one\n]").replace('\n', "\r\n");
        let theirs = BASE.replace("\"A\"", "\"B\"");
        check(&ours, &theirs, &ours.replace("\"A\"", "\"B\""), &["title: \"A\" -> \"B\""]);
        // What both have changed alike is no conflict.
        check(&theirs, &theirs, &theirs, &[]);
    }

    #[test]
    fn other_files_are_left_alone() {
        for ours in ["", "+++\ntitle = \n+++\n", "---\ntitle: A\n---\n", "+++\ntitle = \"A\"\n"] {
            assert_eq!(merge(BASE, ours, BASE), None, "{ours}");
        }
    }
}
