use crate::{EditError, rank::Ranks, toml_order, yaml_order};
use anslag_schema::{ANNOUNCEMENT, AnyPart};
use anslag_source::{Notation, Outline, Syntax};

/// Puts the keys of a source into the order of the table of fields, and writes them in one style.
///
/// Comments stay with the key below them, or with that of their line. What the source says stays the same, and so do line
/// ends, a byte order mark, and the body. In TOML, the keys of all parts are sorted; in YAML and JSON Lines those outside of
/// all tables. YAML within brackets stays as it is.
///
/// # Errors
/// Fails if the source cannot be read, or if its keys cannot be sorted without changing what it says.
pub fn format(text: &str, syntax: Syntax) -> Result<String, EditError> {
    let (mark, text) = text.split_at(if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 });
    let outline = Outline::of(text, syntax).ok_or(EditError::Unreadable)?;
    let ranks = Ranks((&ANNOUNCEMENT as &dyn AnyPart).keys());
    let (before, after) = (&text[..outline.front_matter.start], &text[outline.front_matter.end..]);
    let sorted = match outline.notation {
        Notation::Toml => toml_order::sort(&text[outline.front_matter.clone()], &ranks)?,
        Notation::Yaml => yaml_order::sort(text, &outline, &ranks),
        Notation::Json => json(text, &outline, &ranks),
    };
    let formatted = format!("{before}{sorted}{after}");
    let found = Outline::of(&formatted, syntax).ok_or(EditError::Unsortable)?;
    if names(&outline) != names(&found) {
        return Err(EditError::Unsortable);
    }
    Ok(format!("{mark}{formatted}"))
}

/// Writes a line of JSON Lines with its keys in order.
fn json(text: &str, outline: &Outline, ranks: &Ranks) -> String {
    let mut entries: Vec<_> = outline.entries.iter().collect();
    entries.sort_by_key(|entry| ranks.of(&entry.name));
    let entries =
        entries.into_iter().map(|entry| format!("{}:{}", &text[entry.key.clone()], &text[entry.value.clone()]));
    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
}

fn names(outline: &Outline) -> Vec<&str> {
    let mut names: Vec<_> = outline.entries.iter().map(|entry| entry.name.as_str()).collect();
    names.sort_unstable();
    names
}
