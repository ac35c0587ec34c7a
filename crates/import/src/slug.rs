use anslag_core::Slug;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Returns a name in a-z, 0-9 and single hyphens, without the marks on letters; `None` if nothing is left.
pub(crate) fn slug(text: &str) -> Option<String> {
    let letters: String = text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    (!slug.is_empty() && slug.len() <= Slug::MAX_LEN).then_some(slug)
}
