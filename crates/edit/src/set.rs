use crate::{EditError, Value};
use anslag_source::{Notation, Outline, OutlineEntry, Syntax};
use std::ops::Range;

/// Sets a key of a source, outside of all tables, and returns the new text.
///
/// A key that is there gets the new value. A new key is written behind the first of the keys `after` that is there, or
/// else before all others. Every other byte stays as it is.
///
/// # Errors
/// Fails if the source cannot be read, or if the edited text would not say exactly what it said before, and the key.
pub fn set(text: &str, syntax: Syntax, key: &str, value: &Value, after: &[&str]) -> Result<String, EditError> {
    let (mark, text) = text.split_at(if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 });
    let outline = Outline::of(text, syntax).ok_or(EditError::Unreadable)?;
    let written = value.written(outline.notation);
    let (at, new) = match outline.entries.iter().find(|entry| entry.name == key) {
        // The lines of a block would make another value of it.
        Some(entry) if text[entry.key.start..entry.value.start].contains('\n') => {
            return Err(EditError::Unsupported { key: key.to_owned() });
        }
        Some(entry) => (entry.value.clone(), written.clone()),
        None => insertion(text, &outline, key, &written, after),
    };
    let mut edited = text.to_owned();
    edited.replace_range(at, &new);
    let is_as_meant = Outline::of(&edited, syntax).is_some_and(|found| {
        others(text, &outline, key) == others(&edited, &found, key) && has(&edited, &found, key, &written)
    });
    if is_as_meant { Ok(format!("{mark}{edited}")) } else { Err(EditError::Unsupported { key: key.to_owned() }) }
}

/// Returns the place of a new key, and what to write there.
fn insertion(text: &str, outline: &Outline, key: &str, written: &str, after: &[&str]) -> (Range<usize>, String) {
    let find = |name: &&str| outline.entries.iter().find(|entry| entry.name == *name);
    let is_flow = text[outline.span.start..].starts_with('{');
    let (colon, comma) = match outline.notation {
        Notation::Json => (format!("\"{key}\":"), ","),
        Notation::Yaml => (format!("{key}: "), ", "),
        Notation::Toml => (format!("{key} = "), ""),
    };
    let entry = colon + written;
    if outline.notation != Notation::Toml && is_flow {
        return match after.iter().find_map(find) {
            Some(anchor) => (anchor.value.end..anchor.value.end, format!("{comma}{entry}")),
            None => {
                let at = outline.span.start + '{'.len_utf8();
                (at..at, if outline.entries.is_empty() { entry } else { entry + comma })
            }
        };
    }
    let anchor = after.iter().filter_map(find).find(|anchor| is_line(text, anchor));
    let (indent, at) = match anchor {
        Some(anchor) => (indent(text, anchor), next_line(text, anchor.value.end)),
        None => {
            let first = outline.entries.first().filter(|_| outline.notation == Notation::Yaml);
            (first.map_or("", |first| indent(text, first)), outline.front_matter.start)
        }
    };
    let end = if text[..at].ends_with("\r\n") { "\r\n" } else { "\n" };
    (at..at, format!("{indent}{entry}{end}"))
}

/// Returns whether an entry is a line of its own, which a key can follow.
fn is_line(text: &str, entry: &OutlineEntry) -> bool {
    indent(text, entry).chars().all(|c| c == ' ' || c == '\t') && !text[entry.key.start..entry.value.end].contains('\n')
}

/// Returns what stands before a key in its line.
fn indent<'t>(text: &'t str, entry: &OutlineEntry) -> &'t str {
    let before = &text[..entry.key.start];
    &before[before.rfind('\n').map_or(0, |at| at + 1)..]
}

/// Returns where the line after a place begins.
fn next_line(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |len| from + len + 1)
}

/// Returns all keys but one as they are written, with their values.
fn others<'t>(text: &'t str, outline: &Outline, key: &str) -> Vec<(String, &'t str)> {
    let others = outline.entries.iter().filter(|entry| entry.name != key);
    others.map(|entry| (entry.name.clone(), &text[entry.value.clone()])).collect()
}

/// Returns whether a key has a value that is written so.
fn has(text: &str, outline: &Outline, key: &str, written: &str) -> bool {
    outline.entries.iter().any(|entry| entry.name == key && text[entry.value.clone()] == *written)
}
