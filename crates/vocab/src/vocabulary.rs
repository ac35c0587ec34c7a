use crate::Term;
use std::fmt::Display;

/// A namespace, the prefix we write it with, and the terms of it that we use.
#[derive(Clone, Copy, Debug)]
pub struct Vocabulary {
    /// The prefix, without its colon.
    pub prefix: &'static str,
    /// The beginning of the IRIs of its terms.
    pub namespace: &'static str,
    /// The terms that describe announcements and the register; empty if the namespace holds identifiers that come from
    /// data.
    pub terms: &'static [Term],
    /// The terms that only the descriptions of the publication itself use: its catalogue, its statistics, and our own
    /// vocabulary's.
    pub catalogue_terms: &'static [Term],
}

impl Vocabulary {
    /// Returns the IRI of a name that comes from data, such as the key of a concept.
    #[must_use]
    pub fn iri(&self, name: impl Display) -> String {
        format!("{}{name}", self.namespace)
    }

    /// Returns the IRI of the vocabulary or scheme itself: the namespace without its last character, `#` or `/`.
    #[must_use]
    pub fn document(&self) -> &'static str {
        self.namespace.trim_end_matches(['#', '/'])
    }
}

/// Declares a module for a vocabulary: its terms as constants, and all of it as `VOCABULARY`. The terms of announcements
/// come first, then those that only the catalogue uses.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $module:ident, $prefix:literal, $namespace:literal,
     { $($constant:ident = $name:literal: $kind:ident $({
        label: [$label_sv:literal, $label_en:literal],
        meaning: [$sv:literal, $en:literal $(,)?],
        $(domain: $domain:expr,)?
        $(range: $range:expr,)?
     })?,)* }
     $(catalogue { $($catalogue_constant:ident = $catalogue_name:literal: $catalogue_kind:ident,)* })?) => {
        $(#[$doc])*
        pub mod $module {
            #[allow(unused_imports)]
            use super::*;
            #[allow(unused_imports)]
            use crate::{
                term::{Definition, Kind, Meaning, Term},
                vocabulary::{Vocabulary, optional},
            };

            $(
                #[doc = concat!("`", $prefix, ":", $name, "`.")]
                $(#[doc = $en])?
                pub const $constant: Term = Term(&Definition {
                    iri: concat!($namespace, $name),
                    prefix: $prefix,
                    name: $name,
                    kind: Kind::$kind,
                    meaning: optional::<Meaning>(&[$(Meaning {
                        label: [$label_sv, $label_en],
                        definition: [$sv, $en],
                        domain: optional(&[$($domain)?]),
                        range: optional(&[$($range)?]),
                    })?]),
                });
            )*

            $($(
                #[doc = concat!("`", $prefix, ":", $catalogue_name, "`.")]
                pub const $catalogue_constant: Term = Term(&Definition {
                    iri: concat!($namespace, $catalogue_name),
                    prefix: $prefix,
                    name: $catalogue_name,
                    kind: Kind::$catalogue_kind,
                    meaning: None,
                });
            )*)?

            /// The prefix, the namespace and the terms of it that we use.
            pub const VOCABULARY: Vocabulary = Vocabulary {
                prefix: $prefix,
                namespace: $namespace,
                terms: &[$($constant,)*],
                catalogue_terms: &[$($($catalogue_constant,)*)?],
            };
        }
    };
}

/// Returns the value of an optional part of a declaration.
pub(crate) const fn optional<T: Copy>(values: &[T]) -> Option<T> {
    match values {
        [value, ..] => Some(*value),
        [] => None,
    }
}

pub(crate) use vocabulary;
