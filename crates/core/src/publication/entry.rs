use crate::{Board, Line, Localized, Organization, Place, RegisteredProgramme, Slug, Topic};
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// Entry of the register: something with a key, a name and other names.
pub(crate) trait Entry {
    fn key(&self) -> &Slug;
    fn name(&self) -> &Localized;
    fn aliases(&self) -> &[Line];
}

macro_rules! entry {
    ($type:ty, $aliases:ident) => {
        impl Entry for $type {
            fn key(&self) -> &Slug {
                &self.key
            }

            fn name(&self) -> &Localized {
                &self.name
            }

            fn aliases(&self) -> &[Line] {
                &self.$aliases
            }
        }
    };
}

entry!(Organization, aliases);
entry!(RegisteredProgramme, alternate_names);
entry!(Topic, aliases);
entry!(Place, aliases);
entry!(Board, aliases);

/// Serialises an entry as its key.
pub(crate) fn serialize_key<T: Entry, S: Serializer>(entry: &Arc<T>, serializer: S) -> Result<S::Ok, S::Error> {
    entry.key().serialize(serializer)
}

/// Serialises an entry that may be absent as its key.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub(crate) fn serialize_optional_key<T: Entry, S: Serializer>(
    entry: &Option<Arc<T>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    entry.as_ref().map(|entry| entry.key()).serialize(serializer)
}

/// Serialises entries as the list of their keys.
pub(crate) fn serialize_keys<T: Entry, S: Serializer>(entries: &[Arc<T>], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(entries.iter().map(|entry| entry.key()))
}
