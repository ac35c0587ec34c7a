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
        /// A quote whose speaker is not named beside it.
        NoSpeaker
            en("a quote without the name of its speaker: write it into `quotes`")
            sv("ett citat utan namn på den som säger det: skriv in det i `quotes`"),
        /// Words after the attribution of a quote, which may be part of it.
        QuoteGoesOn
            en("it is uncertain if the quote goes on after the name of its speaker: check `quotes`")
            sv("det är osäkert om citatet fortsätter efter namnet på den som säger det: kontrollera `quotes`"),
        /// A role of several people, or of the last one of them.
        Role {
            /// Role.
            role: String,
        }
            en("it is uncertain whose role `{role}` is: write `role` into `speakers`")
            sv("det är osäkert vems roll `{role}` är: skriv `role` i `speakers`"),
        /// A fact that a text may state.
        Unclear {
            /// Key of front matter.
            key: &'static str,
        }
            en("this may be about `{key}`, but not with certainty: write it into the new file if it is")
            sv("det här kan gälla `{key}`, men inte säkert: skriv in det i den nya filen om det gör det"),
    }
}
