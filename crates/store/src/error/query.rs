use crate::answer::AnswerKind;
use anslag_wording::wording;
use std::io;
use thiserror::Error;

wording! {
    /// A query that cannot be answered.
    #[derive(Debug, Error)]
    pub enum QueryError {
        /// The query is not SPARQL.
        Syntax {
            /// Line and column, from 1; `None` if the parser names no position.
            place: Option<(usize, usize)>,
            /// What the parser expects.
            expected: String,
        }
            en("invalid SPARQL query: {expected}")
            sv("ogiltig SPARQL-fråga: {expected}"),
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
