use super::{
    atom::{entry_of, parser},
    entry::Entry,
};
use serde::Deserialize;

/// Languages, which feed-rs loses.
#[derive(Deserialize)]
struct Languages {
    language: Option<String>,
    items: Vec<ItemLanguage>,
}

#[derive(Deserialize)]
struct ItemLanguage {
    language: Option<String>,
}

/// Parses a JSON Feed. The error is in the words of the library.
pub(crate) fn parse(text: &str) -> Result<Vec<Entry>, String> {
    let feed = parser().parse(text.as_bytes()).map_err(|error| error.to_string())?;
    let languages: Languages = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let of_feed = languages.language;
    let entries = feed.entries.into_iter().zip(languages.items).map(|(own, item)| {
        let language = item.language.or_else(|| of_feed.clone());
        Entry { language, ..entry_of(own) }
    });
    Ok(entries.collect())
}
