//! Lines of JSON between the server and a process that answers queries. The bytes of an answer follow its line.

use anslag_store::{AnswerFormat, AnswerFormats, Dataset};
use serde::{Deserialize, Serialize};

/// Line that the server writes.
#[derive(Debug, Deserialize, Serialize)]
pub(super) enum Request {
    /// Answers a query. There is one reply to each.
    Answer(Question),
    /// Ends the query that is being answered, if there is one.
    Cancel,
}

/// A query with all that its answer depends on.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Question {
    /// SPARQL text.
    pub(super) text: String,
    /// Dataset that replaces the one of the query.
    pub(super) dataset: Option<Dataset>,
    /// Formats of the answer.
    pub(super) formats: AnswerFormats,
    /// Maximum number of rows or triples.
    pub(super) limit: usize,
    /// IRI that relative IRIs of the query are resolved against.
    pub(super) base: String,
    /// Tag of the language of messages.
    pub(super) language: String,
}

/// Line that the process writes.
#[derive(Debug, Deserialize, Serialize)]
pub(super) enum Reply {
    /// The publication is loaded.
    Ready,
    /// The answer to the query, of whose bytes `len` follow.
    Answer {
        format: AnswerFormat,
        /// `true` if the limit has cut off rows or triples.
        is_cut: bool,
        len: usize,
    },
    /// The reason why the query has no answer.
    Refusal(Refusal),
}

/// Reason why a query has no answer.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Refusal {
    pub(super) kind: RefusalKind,
    /// Line and column of the query, from 1.
    pub(super) place: Option<(usize, usize)>,
    /// Message for people.
    pub(super) message: String,
}

/// Kind of a refusal.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) enum RefusalKind {
    /// The query is invalid, or asks for more than it may.
    Query,
    /// The client accepts no format of the answer.
    Format,
    /// The answer is longer than allowed.
    TooLong,
    /// The engine failed.
    Engine,
}
