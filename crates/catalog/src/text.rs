/// A text in the two languages of every catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Swedish text.
    pub sv: String,
    /// English text.
    pub en: String,
}

impl Text {
    /// Creates a text from its two languages.
    #[must_use]
    pub fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    /// Returns the texts with their language tags.
    pub(crate) fn by_language(&self) -> [(&'static str, &str); 2] {
        [("sv", &self.sv), ("en", &self.en)]
    }
}
