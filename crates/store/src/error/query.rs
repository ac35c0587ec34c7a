use crate::answer::AnswerKind;
use anslag_wording::wording;
use std::io;
use thiserror::Error;

wording! {
    /// What is wrong with the text of a query.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum SyntaxFault {
        /// A prefix that is not declared.
        UnknownPrefix {
            /// Prefix as written.
            prefix: String,
            /// Prefix that may be meant.
            meant: Option<String>,
        }
            en("unknown prefix `{prefix}:`")
            sv("okänt prefix `{prefix}:`"),
        /// A word that is nearly a keyword.
        Keyword {
            /// Word as written.
            word: String,
            /// Keyword that is meant.
            meant: &'static str,
        }
            en("unknown keyword `{word}`")
            sv("okänt nyckelord `{word}`"),
        /// An update.
        Update {
            /// Keyword that it begins with.
            keyword: String,
        }
            en("`{keyword}` changes data: updates are not answered")
            sv("`{keyword}` ändrar data: uppdateringar besvaras inte"),
        /// Something else than what may stand there.
        Expected {
            /// What may stand there.
            tokens: String,
            /// Sign that more may stand there.
            more: &'static str,
        }
            en("expected one of {tokens}{more}")
            sv("här ska det stå något av {tokens}{more}"),
        /// The end of the text before what must follow.
        EndBefore {
            /// What may follow.
            tokens: String,
            /// Sign that more may follow.
            more: &'static str,
        }
            en("it ends where one of {tokens}{more} must follow")
            sv("den slutar där något av {tokens}{more} ska följa"),
        /// The end of the text too early.
        End
            en("unexpected end")
            sv("oväntat slut"),
        /// Any other text that is no SPARQL.
        Unexpected
            en("unexpected text")
            sv("oväntad text"),
    }
}

wording! {
    /// A query that cannot be answered.
    #[derive(Debug, Error)]
    pub enum QueryError {
        /// The query is not SPARQL.
        Syntax {
            /// Line and column, from 1; `None` if the parser names no position.
            place: Option<(usize, usize)>,
            /// What is wrong.
            fault: SyntaxFault,
        }
            en("invalid SPARQL query: {fault}")
            sv("ogiltig SPARQL-fråga: {fault}"),
        /// The time limit has passed.
        Timeout {
            /// Time limit in seconds.
            seconds: u64,
        }
            en("the query took more than {seconds} s")
            sv("frågan tog mer än {seconds} s"),
        /// The evaluation failed.
        Evaluation {
            /// Message of the store.
            reason: String,
        }
            en("cannot answer the query: {reason}")
            sv("det går inte att besvara frågan: {reason}"),
        /// The answer cannot be written in the format.
        Format {
            /// Name of the format.
            format: &'static str,
            /// Kind of the answer.
            kind: AnswerKind,
        }
            en("the answer is {kind}, which cannot be written as {format}")
            sv("svaret är {kind}, vilket inte kan skrivas som {format}"),
        /// The answer cannot be written.
        Write {
            /// Error of the writer.
            source: io::Error,
        }
            en("cannot write the answer")
            sv("det går inte att skriva svaret"),
    }
}
