use std::borrow::Cow;

/// Texts, each with its language before it.
pub(crate) type Texts<'a> = Vec<(&'a str, Cow<'a, str>)>;

/// A text in the two languages of every catalogue.
pub(crate) struct Text {
    sv: String,
    en: String,
}

impl Text {
    /// Creates a text from its two languages.
    pub(crate) fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    /// Returns the texts with their language tags.
    pub(crate) fn by_language(&self) -> [(&'static str, &str); 2] {
        [("sv", &self.sv), ("en", &self.en)]
    }

    /// Applies a function to the text of each language.
    pub(crate) fn map(self, sv: impl FnOnce(String) -> String, en: impl FnOnce(String) -> String) -> Self {
        Self { sv: sv(self.sv), en: en(self.en) }
    }

    /// Returns the texts with their language tags.
    pub(crate) fn into_texts<'a>(self) -> Texts<'a> {
        vec![("sv", self.sv.into()), ("en", self.en.into())]
    }
}
