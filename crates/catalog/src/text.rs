/// A text of ours in the two languages that every catalogue has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// The text in both languages.
    #[must_use]
    pub fn new(sv: impl Into<String>, en: impl Into<String>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    /// The text, with its language before it.
    pub(crate) fn by_language(&self) -> [(&'static str, &str); 2] {
        [("sv", &self.sv), ("en", &self.en)]
    }
}
