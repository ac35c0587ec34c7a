use anslag_core::LanguageTag;

/// The languages that our own words are in, in the order of all labels.
pub const LANGUAGES: [&str; 4] = ["sv", "en", "et", "lv"];

/// Returns the first of some languages that our own words are in; English if they are in none.
#[must_use]
pub fn word_language<'a>(languages: impl IntoIterator<Item = &'a LanguageTag>) -> &'static str {
    let own = |language: &LanguageTag| LANGUAGES.into_iter().find(|own| *own == language.primary());
    languages.into_iter().find_map(own).unwrap_or("en")
}

/// Returns the label in a language, of labels in Swedish, English, Estonian and Latvian; in English for any other language.
#[must_use]
pub fn label_in(labels: [&'static str; 4], language: &str) -> &'static str {
    let [_, english, ..] = labels;
    LANGUAGES.into_iter().zip(labels).find(|(own, _)| *own == language).map_or(english, |(_, label)| label)
}

/// Returns a label as it stands alone: with a capital letter.
pub(crate) fn capitalize(label: &str) -> String {
    let mut characters = label.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
