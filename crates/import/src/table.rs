//! Tables and lists: CSV, JSON and our own JSON Lines.

use crate::{Doubt, Draft, Drafts, Finding, Profile, Source, date::read_date, draft};
use serde_json::{Map, Value};

/// Column of the identity in a mapping.
const ORIGIN: &str = "origin";

/// Keys of front matter that hold a list of words, which CSV separates by semicolons.
const LISTS: [&str; 4] = ["topics", "tags", "places", "themes"];

/// Keys of front matter that hold a date, which people write in many ways.
const DATES: [&str; 3] = ["date", "published", "modified"];

pub(crate) fn is_json_lines(head: &str) -> bool {
    let line = head.lines().next().unwrap_or_default();
    serde_json::from_str::<Map<String, Value>>(line)
        .is_ok_and(|line| line.contains_key("title") && line.contains_key("body"))
}

pub(crate) fn is_json(head: &str) -> bool {
    head.starts_with(['{', '['])
}

pub(crate) fn is_csv(head: &str) -> bool {
    let separator = separator(head.lines().next().unwrap_or_default());
    let mut rows = head.lines().take(2).map(|line| line.matches(separator).count());
    // The title of a text may have commas, but no empty line follows a header.
    !head.starts_with('<') && matches!((rows.next(), rows.next()), (Some(2..), Some(2..)))
}

/// Reads announcements in JSON Lines, as an export writes them.
pub(crate) fn read_json_lines(source: &Source, _: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Map<String, Value>>(line) {
            Ok(object) => {
                let origin = object.get("id").and_then(Value::as_str);
                let mut draft =
                    Draft::new(origin.map_or_else(|| format!("{}#{}", source.name, number + 1), str::to_owned));
                for (key, value) in &object {
                    match (key.as_str(), value) {
                        ("body", Value::String(body)) => draft.body.clone_from(body),
                        ("id", _) => {}
                        _ => draft.state_json(key, value),
                    }
                }
                drafts.push(draft)?;
            }
            Err(error) => drafts.leave_out(malformed(source, &error).at(number + 1, start(line))),
        }
    }
    Ok(())
}

/// Reads a list of objects in JSON.
pub(crate) fn read_json(source: &Source, profile: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    let items = list(source, &text, profile)?;
    if profile.columns.is_empty() {
        return Err(Finding::new(&source.name, Doubt::NoColumns));
    }
    for (number, item) in items.iter().enumerate() {
        let (draft, doubts) = mapped(source, profile, number + 1, |path| at(item, path).cloned());
        drafts.findings().extend(doubts.into_iter().map(|doubt| Finding::new(&source.name, doubt)));
        drafts.push(draft)?;
    }
    Ok(())
}

/// Returns the list of objects in JSON.
pub(crate) fn list(source: &Source, text: &str, profile: &Profile) -> Result<Vec<Value>, Finding> {
    let text = text.trim_start_matches('\u{feff}');
    let document: Value = serde_json::from_str(text).map_err(|error| {
        let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
        malformed(source, &error).at(error.line(), start(line))
    })?;
    let items = match &profile.items {
        Some(path) => at(&document, path).and_then(Value::as_array),
        None => first_list(&document),
    };
    let no_items = || Doubt::NoItems { path: profile.items.clone().unwrap_or_default() };
    items.cloned().ok_or_else(|| Finding::new(&source.name, no_items()))
}

/// Reads a table in CSV, separated by commas, semicolons or tabulators.
pub(crate) fn read_csv(source: &Source, profile: &Profile, drafts: &mut Drafts<'_>) -> Result<(), Finding> {
    let text = source.text(drafts);
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text.lines().next().unwrap_or_default());
    let mut reader = csv::ReaderBuilder::new().delimiter(separator as u8).flexible(true).from_reader(text.as_bytes());
    let refuse = |error: csv::Error| {
        let line = error.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(usize::MAX));
        Finding::new(&source.name, Doubt::Malformed { reason: error.to_string() }).at(line, "")
    };
    let header = reader.headers().map_err(refuse)?.clone();
    let column = |name: &str| header.iter().position(|column| column.trim() == name);
    if profile.columns.is_empty() {
        return Err(Finding::new(&source.name, Doubt::NoColumns).at(1, start(text.lines().next().unwrap_or_default())));
    }
    if let Some(missing) = profile.columns.values().find(|name| column(name).is_none()) {
        return Err(Finding::new(&source.name, Doubt::NoColumn { column: missing.clone() })
            .at(1, header.iter().collect::<Vec<_>>().join(", ")));
    }
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                drafts.leave_out(refuse(error));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let line = usize::try_from(line).unwrap_or(usize::MAX);
        let cell = |name: &str| record.get(column(name)?).map(|cell| Value::from(cell.trim()));
        let (draft, doubts) = mapped(source, profile, line, cell);
        drafts.findings().extend(doubts.into_iter().map(|doubt| Finding::new(&source.name, doubt).at(line, "")));
        drafts.push(draft)?;
    }
    Ok(())
}

/// Makes a draft of a row by the columns of the profile, and returns what is doubtful about it.
fn mapped(
    source: &Source,
    profile: &Profile,
    number: usize,
    cell: impl Fn(&str) -> Option<Value>,
) -> (Draft, Vec<Doubt>) {
    let word = |key: &str| profile.columns.get(key).and_then(|name| cell(name)).map(|value| text_of(&value));
    let own = word(ORIGIN).or_else(|| word("id")).filter(|own| !own.is_empty());
    let stem =
        || format!("{} {}", word("date").unwrap_or_default(), word("title").unwrap_or_else(|| number.to_string()));
    let mut draft = Draft::new(format!("{}#{}", source.name, own.unwrap_or_else(stem)));
    let doubts = add_columns(&mut draft, profile, cell);
    (draft, doubts)
}

/// Adds the columns of the profile to a draft, and returns what is doubtful about them.
pub(crate) fn add_columns(draft: &mut Draft, profile: &Profile, cell: impl Fn(&str) -> Option<Value>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (key, name) in profile.columns.iter().filter(|(key, _)| !["origin", "id"].contains(&key.as_str())) {
        let Some(value) = cell(name).filter(|value| !text_of(value).is_empty()) else { continue };
        match (key.as_str(), value) {
            ("body", value) => draft.body = text_of(&value),
            ("category", value) => {
                draft.categories.extend(words(&value).iter().map(|word| draft::Category::from(word.as_str())));
            }
            (key, Value::String(text)) if DATES.contains(&key) => match read_date(&text, None) {
                Ok(date) if date.doubt.is_none() => draft.state_date(key, &date),
                _ => doubts.push(Doubt::Uncertain { key: key.to_owned(), value: text }),
            },
            (key, Value::String(text)) if LISTS.contains(&key) => {
                draft.state_json(key, &words(&Value::String(text)).into());
            }
            (key, value) => draft.state_json(key, &value),
        }
    }
    doubts
}

/// Returns the words of a cell, which semicolons separate, or of a list.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().map(text_of).collect(),
        value => text_of(value).split(';').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect(),
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.trim().to_owned(),
        value => value.to_string(),
    }
}

/// Returns the value at a path of keys and positions with dots between them. An empty path is the document.
pub(crate) fn at<'v>(document: &'v Value, path: &str) -> Option<&'v Value> {
    let mut steps = path.split('.').filter(|step| !step.is_empty());
    steps.try_fold(document, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        value => value.get(step),
    })
}

/// Returns the list of a document, or the first list of objects in its keys.
fn first_list(document: &Value) -> Option<&Vec<Value>> {
    if let Value::Array(items) = document
        && items.is_empty()
    {
        return Some(items);
    }
    let lists = document.as_object().into_iter().flat_map(|entries| entries.values());
    let mut lists = [document].into_iter().chain(lists).filter_map(Value::as_array);
    lists.find(|list| list.first().is_some_and(Value::is_object))
}

fn separator(header: &str) -> char {
    [';', '\t', ','].into_iter().max_by_key(|separator| header.matches(*separator).count()).unwrap_or(',')
}

fn malformed(source: &Source, error: &serde_json::Error) -> Finding {
    let reason = error.to_string();
    // The finding has a place of its own.
    let reason = reason.split(" at line ").next().unwrap_or_default().to_owned();
    Finding::new(&source.name, Doubt::Malformed { reason })
}

/// Returns the beginning of a line, which may be long.
fn start(line: &str) -> &str {
    &line[..line.floor_char_boundary(120)]
}
