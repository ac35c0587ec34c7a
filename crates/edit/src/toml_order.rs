use crate::{EditError, rank::Ranks};
use toml_edit::{Decor, DocumentMut, InlineTable, Item, RawString, Table, Value};

/// Sorts the keys of TOML, those of its tables too, and returns it in one style. Comments at the beginning stay there if a
/// blank line follows them.
pub(crate) fn sort(text: &str, ranks: &Ranks) -> Result<String, EditError> {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let text = text.replace("\r\n", "\n");
    let (heading, rest) = text.split_at(heading(&text));
    let mut document: DocumentMut = rest.parse().map_err(|_| EditError::Unreadable)?;
    table(document.as_table_mut(), ranks, &mut 0);
    let trailing = lines(document.trailing().as_str().unwrap_or_default());
    document.set_trailing(trailing.trim_end().to_owned());
    let sorted = document.to_string();
    let heading = lines(heading);
    let sorted = format!("{}\n\n{}", heading.trim_matches('\n'), sorted.trim_matches('\n'));
    let sorted = sorted.trim_matches('\n');
    Ok(if sorted.is_empty() { String::new() } else { format!("{sorted}\n").replace('\n', end) })
}

/// Returns the length of the comments at the beginning, up to the last blank line before the first key.
fn heading(text: &str) -> usize {
    let (mut at, mut end, mut has_comment) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        at += line.len();
        match line.trim() {
            "" if has_comment => end = at,
            "" => {}
            comment if comment.starts_with('#') => has_comment = true,
            _ => return end,
        }
    }
    end
}

/// Sorts a table and those below it. `position` is the number of tables so far.
fn table(table: &mut Table, ranks: &Ranks, position: &mut isize) {
    table.sort_values_by(|a, _, b, _| ranks.of(a.get()).cmp(&ranks.of(b.get())));
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
    for name in names {
        let Some((mut key, item)) = table.get_key_value_mut(&name) else { continue };
        if let Item::Value(value) = &mut *item {
            let decor = key.leaf_decor_mut();
            let above = lines(prefix(decor));
            *decor = Decor::new(above, " ");
            let comment = suffix(value.decor()).trim_end().to_owned();
            *value.decor_mut() = Decor::new(" ", comment);
            self::value(value, &ranks.below(&name));
        }
    }
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
    for name in names {
        let ranks = ranks.below(&name);
        match table.get_mut(&name) {
            Some(Item::Table(below)) => header(below, &ranks, position),
            Some(Item::ArrayOfTables(below)) => below.iter_mut().for_each(|below| header(below, &ranks, position)),
            _ => {}
        }
    }
}

/// Sorts a table with a header, and puts a blank line above it.
fn header(below: &mut Table, ranks: &Ranks, position: &mut isize) {
    if !below.is_dotted() {
        *position += 1;
        below.set_position(Some(*position));
        let above = lines(prefix(below.decor()));
        let comment = suffix(below.decor()).trim_end().to_owned();
        *below.decor_mut() = Decor::new(format!("\n{}", above.trim_start_matches('\n')), comment);
    }
    table(below, ranks, position);
}

/// Sorts tables within brackets, and writes what stands on one line without comments in one style.
fn value(value: &mut Value, ranks: &Ranks) {
    match value {
        Value::InlineTable(table) => inline_table(table, ranks),
        Value::Array(array) => {
            for item in array.iter_mut() {
                self::value(item, ranks);
            }
            let is_line = array.iter().all(|item| is_line(item.decor())) && is_blank(array.trailing());
            if is_line {
                array.fmt();
                array.set_trailing_comma(false);
            }
        }
        _ => {}
    }
}

fn inline_table(table: &mut InlineTable, ranks: &Ranks) {
    for (name, item) in table.iter_mut() {
        value(item, &ranks.below(name.get()));
    }
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
    let is_line = names.iter().all(|name| {
        let found = table.get_key_value(name);
        found.is_some_and(|(key, item)| {
            is_line(key.leaf_decor()) && item.as_value().is_some_and(|item| is_line(item.decor()))
        })
    });
    if is_line {
        table.sort_values_by(|a, _, b, _| ranks.of(a.get()).cmp(&ranks.of(b.get())));
        table.fmt();
    }
}

/// Returns blank lines and comments without spaces around them, and without several blank lines in a row.
fn lines(text: &str) -> String {
    let mut lines = String::new();
    for line in text.split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if !is_blank {
            lines += line.trim();
        }
        if line.ends_with('\n') && !(is_blank && (lines == "\n" || lines.ends_with("\n\n"))) {
            lines.push('\n');
        }
    }
    lines
}

fn is_line(decor: &Decor) -> bool {
    [decor.prefix(), decor.suffix()].into_iter().flatten().all(is_blank)
}

fn is_blank(text: &RawString) -> bool {
    text.as_str().is_none_or(|text| text.chars().all(|c| c == ' ' || c == '\t'))
}

fn prefix(decor: &Decor) -> &str {
    decor.prefix().and_then(RawString::as_str).unwrap_or_default()
}

fn suffix(decor: &Decor) -> &str {
    decor.suffix().and_then(RawString::as_str).unwrap_or_default()
}
