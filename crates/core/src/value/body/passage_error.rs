use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// Reason why a pattern gives no passage of a text.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum PassageError {
        /// It begins with an ellipsis.
        NoFirstWords
            en("no words before `…`")
            sv("inga ord före `…`"),
        /// It ends with an ellipsis.
        NoLastWords
            en("no words after `…`")
            sv("inga ord efter `…`"),
        /// The text does not have the words.
        NotFound {
            /// The words.
            words: String,
            /// Words of the text that differ by upper and lower case alone.
            similar: Option<String>,
        }
            en("the text has no `{words}`")
            sv("texten innehåller inte `{words}`"),
        /// The words begin or end within a word of the text.
        InsideWord {
            /// The words.
            words: String,
            /// The same place of the text in whole words.
            whole: String,
        }
            en("`{words}` begins or ends inside a word of the text")
            sv("`{words}` börjar eller slutar inne i ett ord i texten"),
        /// The text has both the first and the last words, but not in one passage.
        Apart {
            /// The first words.
            first: String,
            /// The last words.
            last: String,
        }
            en("no paragraph has `{first}` and then `{last}`")
            sv("inget stycke innehåller `{first}` och sedan `{last}`"),
        /// Two passages fit the pattern.
        Ambiguous {
            /// The passages, with some of the text before and after them.
            places: Box<[String; 2]>,
            /// For each of the passages, what means it.
            choices: Box<[PassageChoice; 2]>,
        }
            en("two places of the text fit: “{}” and “{}”", places[0], places[1])
            sv("två ställen i texten passar: ”{}” och ”{}”", places[0], places[1]),
    }
}

/// Pattern that gives one passage of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassageChoice {
    /// A pattern that fits no other passage.
    Pattern(String),
    /// All the words, if no pattern fits this passage alone.
    Words(String),
}
