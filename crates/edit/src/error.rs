use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// Reason why a source cannot be edited.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum EditError {
        /// The source has no keys that can be read.
        Unreadable
            en("the source has no front matter that can be read")
            sv("källan har ingen front matter som går att läsa"),
        /// The keys cannot be sorted without changing what the source says.
        Unsortable
            en("the keys cannot be sorted without changing something else")
            sv("nycklarna går inte att ordna utan att något annat ändras"),
        /// The key has a value over several lines, or stands where it cannot be replaced.
        Unsupported {
            /// The key.
            key: String,
        }
            en("`{key}` cannot be written here without changing something else")
            sv("`{key}` går inte att skriva här utan att något annat ändras"),
    }
}
