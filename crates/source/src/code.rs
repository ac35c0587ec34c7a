use crate::Severity;
use anslag_wording::{Language, Wording};
use std::fmt;

/// Kind of problem: its stable name, how bad it is, and what explains it.
#[derive(Debug)]
pub struct Code {
    /// Name in kebab-case, the same in every language and version.
    pub name: &'static str,
    /// Severity.
    pub severity: Severity,
    /// `true` if a run can be told to go on in spite of the error. Warnings and notes can always be silenced.
    pub is_liftable: bool,
    /// Summary of the problem, in one sentence.
    pub summary: Explanation,
    /// Reason and advice.
    pub reason: Explanation,
    /// Text that has the problem, and the same text without it; `None` if the problem is not in a text.
    pub example: Option<Example>,
}

/// Sentences in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// English.
    pub en: &'static str,
    /// Swedish.
    pub sv: &'static str,
}

/// Wrong and right text of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// File that the text is part of.
    pub file: ExampleFile,
    /// Text with the problem.
    pub wrong: &'static str,
    /// Text without the problem.
    pub right: &'static str,
}

anslag_wording::wording! {
    /// File that an example is part of.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ExampleFile {
        /// Keys of the front matter, in TOML.
        FrontMatter en("the front matter") sv("front matter"),
        /// Keys of the front matter, in YAML.
        Yaml en("front matter in YAML") sv("front matter i YAML"),
        /// A whole Markdown file.
        Markdown en("an announcement") sv("ett tillkännagivande"),
        /// A line of JSON Lines.
        JsonLine en("a line of JSON Lines") sv("en rad JSON Lines"),
        /// Keys of `publication.toml`.
        Publication en("publication.toml") sv("publication.toml"),
        /// Keys of `register.toml`.
        Register en("register.toml") sv("register.toml"),
    }
}

impl Code {
    /// Returns whether `--allow` takes the code: it silences a warning or a note, and lifts a liftable error.
    #[must_use]
    pub const fn is_allowable(&self) -> bool {
        match self.severity {
            Severity::Error => self.is_liftable,
            Severity::Warning | Severity::Note => true,
        }
    }
}

/// Codes are equal if their names are.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

impl Wording for Explanation {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match language {
            Language::English => self.en,
            Language::Swedish => self.sv,
        })
    }
}

/// Defines codes from a table: a constant for each, and the list of all of them.
///
/// After the constant and the name stands the severity, or `refusal` for an error that can be lifted. Then come a summary and
/// a reason in each language, and an example if there is one.
///
/// ```
/// anslag_source::codes! {
///     /// Codes of baskets.
///     pub CODES;
///
///     EMPTY_BASKET "empty-basket" warning
///         en("A basket is empty.", "Nobody carries an empty basket for long. Put something into it.")
///         sv("En korg är tom.", "Ingen bär en tom korg länge. Lägg något i den."),
/// }
///
/// assert_eq!(CODES, [EMPTY_BASKET]);
/// assert!(EMPTY_BASKET.is_allowable());
/// ```
#[macro_export]
macro_rules! codes {
    (
        $(#[$meta:meta])*
        $vis:vis $list:ident;
        $(
            $constant:ident $name:literal $severity:ident
                en($en_summary:literal, $en_reason:literal)
                sv($sv_summary:literal, $sv_reason:literal)
                $(example($file:ident, $wrong:literal, $right:literal))?
        ),* $(,)?
    ) => {
        $(
            pub(crate) const $constant: &$crate::Code = &$crate::Code {
                name: $name,
                severity: $crate::codes!(@severity $severity),
                is_liftable: $crate::codes!(@is_liftable $severity),
                summary: $crate::Explanation { en: $en_summary, sv: $sv_summary },
                reason: $crate::Explanation { en: $en_reason, sv: $sv_reason },
                example: $crate::codes!(@example $($file, $wrong, $right)?),
            };
        )*

        $(#[$meta])*
        $vis const $list: &[&$crate::Code] = &[$($constant),*];
    };
    (@severity error) => { $crate::Severity::Error };
    (@severity refusal) => { $crate::Severity::Error };
    (@severity warning) => { $crate::Severity::Warning };
    (@severity note) => { $crate::Severity::Note };
    (@is_liftable refusal) => { true };
    (@is_liftable $other:ident) => { false };
    (@example) => { ::std::option::Option::None };
    (@example $file:ident, $wrong:literal, $right:literal) => {
        ::std::option::Option::Some($crate::Example {
            file: $crate::ExampleFile::$file,
            wrong: $wrong,
            right: $right,
        })
    };
}
