use anslag_wording::wording;

/// A warning about a source that was imported, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Path or address of the source.
    pub source: String,
    /// Line of the source, from 1, if it is known.
    pub line: Option<usize>,
    /// Text that the finding is about; it may be empty.
    pub excerpt: String,
    /// The reason.
    pub doubt: Doubt,
}

wording! {
    /// Reasons to doubt what a source says.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum Doubt {
        /// A missing title.
        NoTitle
            en("there is no title: write `title` into the new file")
            sv("rubrik saknas: skriv `title` i den nya filen"),
        /// A missing date.
        NoDate
            en("there is no date of publication: write `date` into the new file")
            sv("publiceringsdatum saknas: skriv `date` i den nya filen"),
        /// A date that is no data, or not certainly.
        Date {
            /// Reason.
            doubt: crate::DateDoubt,
        }
            en("{doubt}")
            sv("{doubt}"),
        /// A line that is no part of the data.
        NotTaken
            en("not taken: write it into the new file if it is needed")
            sv("togs inte med: skriv in det i den nya filen om det behövs"),
        /// A telephone number that source files cannot have.
        Phone {
            /// Reason.
            error: anslag_core::PhoneError,
        }
            en("{error}")
            sv("{error}"),
        /// A number or an address without a name.
        ContactWithoutName
            en("a contact without a name: write one with a `name` into `contacts`")
            sv("en kontakt utan namn: skriv en med `name` i `contacts`"),
    }
}
