use super::{
    entry::{Enclosure, Entry},
    split::Item,
};
use crate::Category;
use rss::{Channel, extension::ExtensionMap};

/// Parses an item of RSS. The error is in the words of the library.
pub(crate) fn parse(item: &Item<'_>) -> Result<Entry, String> {
    let mut channel = Channel::read_from(item.document.as_bytes()).map_err(|error| error.to_string())?;
    let own = channel.items.pop().ok_or("the item is empty")?;
    let dublin_core = own.dublin_core_ext.unwrap_or_default();
    let modified = ["atom:updated", "a10:updated", "dcterms:modified"];
    let category = |category: rss::Category| Category {
        term: category.name.trim().to_owned(),
        label: category.name.trim().to_owned(),
        scheme: category.domain,
    };
    let author = own.author.or_else(|| dublin_core.creators.first().cloned());
    let id = own.guid.as_ref().map(|guid| guid.value.trim().to_owned()).filter(|id| !id.is_empty());
    Ok(Entry {
        is_permalink: own.guid.is_some_and(|guid| guid.permalink),
        id,
        link: own.link.map(|link| link.trim().to_owned()).filter(|link| !link.is_empty()),
        title: own.title.or_else(|| dublin_core.titles.first().cloned()),
        summary: own.description,
        content: own.content,
        language: dublin_core.languages.first().cloned().or_else(|| item.language.clone()),
        published: own.pub_date.or_else(|| dublin_core.dates.first().cloned()),
        modified: modified.iter().find_map(|name| extension(&own.extensions, name)),
        author: author.map(|author| name_of(&author)),
        categories: own.categories.into_iter().map(category).collect(),
        enclosures: own.enclosure.into_iter().map(Enclosure::from).collect(),
        ..Entry::default()
    })
}

impl From<rss::Enclosure> for Enclosure {
    fn from(file: rss::Enclosure) -> Self {
        let media_type = Some(file.mime_type).filter(|media_type| media_type.contains('/'));
        Self { url: file.url, media_type, size: file.length.trim().parse().ok(), title: None }
    }
}

fn extension(extensions: &ExtensionMap, name: &str) -> Option<String> {
    let (prefix, name) = name.split_once(':')?;
    extensions.get(prefix)?.get(name)?.first()?.value.clone()
}

/// Returns the name of an author, who is `address (name)` in RSS.
fn name_of(author: &str) -> String {
    let name = author.split_once('(').map_or(author, |(_, name)| name.trim_end().trim_end_matches(')'));
    name.trim().to_owned()
}
