//! The keys of `publication.toml` and `register.toml`, and those of parts, as whoever writes them sees them.

mod publication;
mod register;

use crate::{AnyPart, Choice, Kind, other_words::other_words};
use anslag_core::{AuthorityTable, ClosedSet};

pub use publication::{
    ACCESSIBILITY, CATALOGUE, CHECK, CUSTOM_FEED, FEED_CONDITIONS, OUTPUT, POSTAL_ADDRESS, PUBLICATION,
    PUBLICATION_CONTACT, SHORTCOMING,
};
pub use register::{
    BOARD_ENTRY, LANGUAGE_ENTRY, ORGANIZATION_ENTRY, PLACE_ENTRY, PROGRAMME_ENTRY, REGISTER, RETIRED, TOPIC_ENTRY,
};

/// A table of settings and its keys.
#[derive(Debug)]
pub struct KeyTable {
    /// Its name in the schemas.
    pub name: &'static str,
    /// Subject.
    pub title: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

/// A key of a table of a source file.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The canonical name.
    pub name: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// Form of its value.
    pub form: Form,
    /// `true` if every table has it.
    pub required: bool,
    /// The key without which it says nothing.
    pub needs: Option<&'static str>,
    /// Explanation in Markdown; a part of a sentence.
    pub says: &'static str,
    /// Default in Markdown, if the documentation states it separately.
    pub default: Option<&'static str>,
}

/// Form of a value in a source file.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// As the values of fields of this kind.
    Of(Kind),
    /// A web address that ends with a slash.
    Base,
    /// Any absolute IRI.
    Iri,
    /// A web address, or the path of a file beside the source.
    AddressOrFile,
    /// A key, a name or an alias of the register.
    Reference,
    /// A key: a-z, 0-9 and single hyphens.
    Slug,
    /// A key of the register, or a web address.
    ReferenceOrPage,
    /// The IRI of a licence.
    Licence,
    /// The name of a time zone.
    TimeZone,
    /// A line of text in the main language, or a table of lines by language.
    Localized,
    /// A list of words in the main language, or a table of such lists by language.
    Words,
    /// A whole number within bounds.
    Whole {
        /// The smallest number.
        least: u32,
        /// The greatest number.
        most: Option<u32>,
    },
    /// The number of an organisation: ten digits, with or without a hyphen.
    OrganizationNumber,
    /// The code of a municipality: four digits.
    MunicipalityCode,
    /// A member of a closed set.
    Choice(fn() -> Vec<Choice>),
    /// A code of a table of the EU, or its name.
    Code(AuthorityTable),
    /// A list.
    List(&'static Form),
    /// A list that is not empty.
    NonEmptyList(&'static Form),
    /// `true` or `false`, or a list.
    FlagOrList(&'static Form),
    /// A value, or a list of them that is not empty.
    OneOrList(&'static Form),
    /// A table of its own.
    Table(&'static KeyTable),
    /// A table of entries, each a table, by their keys.
    Entries(&'static KeyTable),
    /// A theme of the EU.
    Theme,
    /// The currency of an amount, beside it.
    Currency,
}

impl Form {
    /// Returns the form of the members of `T`.
    pub(crate) const fn choice<T: ClosedSet>() -> Self {
        Self::Choice(|| T::ALL.iter().copied().map(Choice::from).collect())
    }
}

impl Key {
    pub(crate) const fn new(name: &'static str, form: Form, says: &'static str) -> Self {
        Self { name, aliases: &[], form, required: false, needs: None, says, default: None }
    }

    /// Marks a key that every table has.
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets other names.
    pub(crate) const fn aliases(mut self, names: &'static [&'static str]) -> Self {
        self.aliases = names;
        self
    }

    /// Sets what holds without it.
    pub(crate) const fn default(mut self, says: &'static str) -> Self {
        self.default = Some(says);
        self
    }

    /// Returns every name of the key, the canonical one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.name].into_iter().chain(self.aliases.iter().copied())
    }
}

impl KeyTable {
    /// Returns words that people look for keys by, each with the key. No source may have them as keys.
    pub fn other_words(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        other_words(self.name)
    }
}

impl dyn AnyPart {
    /// Returns words that people look for keys by, each with the key: the Swedish and English labels of the fields among
    /// them. No source may have them as keys.
    pub fn other_words(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let labels = self.fields().into_iter().filter(|field| !field.key.is_empty()).flat_map(|field| {
            let [sv, en, ..] = field.labels.unwrap_or_default();
            [(sv, field.key), (en, field.key)]
        });
        other_words(self.spec().key).chain(labels.filter(|(word, _)| !word.is_empty()))
    }

    /// Returns the keys of a part in source files, in the order of its fields. The currency of all amounts is a key next
    /// to the first amount.
    #[must_use]
    pub fn keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for field in self.fields().into_iter().filter(|field| !field.key.is_empty()) {
            keys.push(Key {
                name: field.key,
                aliases: field.aliases,
                form: if field.is_file { Form::AddressOrFile } else { Form::Of(field.kind) },
                required: field.required && !field.has_default,
                needs: field.needs,
                says: field.says,
                default: None,
            });
            if let Kind::Money = field.kind
                && keys.iter().all(|key| key.name != "currency")
            {
                let amounts = self.fields().into_iter().filter(|field| matches!(field.kind, Kind::Money)).count();
                let currency =
                    Key::new("currency", Form::Currency, "the currency of the amount (ISO 4217), such as `SEK`");
                keys.push(Key { needs: (amounts == 1).then_some(field.key), ..currency });
            }
        }
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PARTS, other_words::OTHER_WORDS};

    const SETTINGS: [&KeyTable; 15] = [
        &PUBLICATION,
        &PUBLICATION_CONTACT,
        &POSTAL_ADDRESS,
        &CATALOGUE,
        &ACCESSIBILITY,
        &SHORTCOMING,
        &CUSTOM_FEED,
        &REGISTER,
        &ORGANIZATION_ENTRY,
        &PROGRAMME_ENTRY,
        &TOPIC_ENTRY,
        &PLACE_ENTRY,
        &BOARD_ENTRY,
        &LANGUAGE_ENTRY,
        &RETIRED,
    ];

    fn keys(table: &str) -> Option<Vec<Key>> {
        let part = PARTS.iter().find(|part| part.spec().key == table).map(|part| part.keys());
        part.or_else(|| SETTINGS.iter().find(|settings| settings.name == table).map(|table| table.keys.to_vec()))
    }

    #[test]
    fn every_word_leads_to_one_key_that_exists() {
        for (table, rows) in OTHER_WORDS {
            let keys = keys(table).unwrap_or_else(|| panic!("{table}"));
            let names: Vec<_> = keys.iter().flat_map(Key::names).collect();
            for (key, _) in *rows {
                assert!(keys.iter().any(|known| known.name == *key), "{table}.{key}");
            }
            let mut seen = Vec::new();
            for (word, key) in other_words(table) {
                assert!(!names.contains(&word), "{table}.{word} is a key, and no other word for {key}");
                assert!(!seen.contains(&word), "{table}.{word} stands twice");
                seen.push(word);
            }
        }
    }
}
