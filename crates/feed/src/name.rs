use anslag_core::{AnnouncementType, LanguageTag, Localized, Publication};
use anslag_schema::{Choice, word_language};

/// A name in the language of its context, or else in another one.
#[derive(Clone, Copy)]
pub(crate) struct DisplayName<'a> {
    /// The name as plain text.
    pub(crate) text: &'a str,
    /// The language tag, if the language differs from that of the context.
    pub(crate) foreign_language: Option<&'a str>,
}

impl<'a> DisplayName<'a> {
    /// Returns the name in `wanted`, else in the publication's language, else in any language.
    pub(crate) fn new(name: &'a Localized, wanted: &LanguageTag, publication: &'a Publication) -> Self {
        let (language, text) = name.get(wanted, &publication.language);
        let foreign_language = (language.primary() != wanted.primary()).then_some(language.as_str());
        Self { text: text.as_str(), foreign_language }
    }
}

impl DisplayName<'static> {
    /// Returns the name of a type of announcement in `wanted`, else in the publication's language, else in English.
    pub(crate) fn of_type(kind: AnnouncementType, wanted: &LanguageTag, publication: &Publication) -> Self {
        let language = word_language([wanted, &publication.language]);
        let foreign_language = (language != wanted.primary()).then_some(language);
        Self { text: Choice::from(kind).label_in(language), foreign_language }
    }
}
