use serde::Serialize;

/// Whether an announcement's data on people are published: its contacts, its quotes with their speakers, and who keeps
/// the minutes of a notice.
///
/// The text of an announcement is its author's, and stays as it is in either case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PersonalData {
    /// They are published.
    #[default]
    Publish,
    /// They are left out of every form.
    Strip,
}

impl PersonalData {
    /// Every policy there is.
    pub const ALL: [Self; 2] = [Self::Publish, Self::Strip];

    /// The policy's key in source files, and the last part of its IRI.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Strip => "strip",
        }
    }

    /// The policy's label in Swedish, English, Estonian and Latvian, each with its language tag.
    #[must_use]
    pub const fn labels(self) -> [(&'static str, &'static str); 4] {
        let [sv, en, et, lv] = match self {
            Self::Publish => ["publicera", "publish", "avalda", "publicēt"],
            Self::Strip => ["utelämna", "strip", "jäta välja", "izlaist"],
        };
        [("sv", sv), ("en", en), ("et", et), ("lv", lv)]
    }
}

impl Serialize for PersonalData {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}
