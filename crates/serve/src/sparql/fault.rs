use super::{
    endpoint::Failure,
    protocol::{Refusal, RefusalKind},
    request::RequestFault,
};
use crate::metrics::Unanswered;
use anslag_wording::{Language, Wording, wording};
use axum::http::StatusCode;
use thiserror::Error;

wording! {
    /// Reason why a request has no answer.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub(super) enum Fault {
        Request { fault: RequestFault }
            en("{fault}")
            sv("{fault}"),
        /// The client accepts no format of the answer.
        NotAcceptable { media_types: String }
            en("the answer is written in none of the accepted formats, but in: {media_types}")
            sv("svaret skrivs inte i något av de godtagna formaten, men i: {media_types}"),
        /// The query is refused, at a line and column if they are known.
        Query { message: String, place: Option<(usize, usize)> }
            en("{message}{}", at(*place, "line", "column"))
            sv("{message}{}", at(*place, "rad", "kolumn")),
        Engine { message: String }
            en("{message}")
            sv("{message}"),
        Rows { max: usize }
            en("the answer has more than {max} rows or triples: ask for parts with `LIMIT` and `OFFSET`")
            sv("svaret har mer än {max} rader eller tripler: fråga efter delar med `LIMIT` och `OFFSET`"),
        TooLong
            en("the answer is too long: ask for parts with `LIMIT` and `OFFSET`")
            sv("svaret är för långt: fråga efter delar med `LIMIT` och `OFFSET`"),
        Timeout { seconds: u32 }
            en("the query took more than {seconds} s: ask for less")
            sv("frågan tog mer än {seconds} s: fråga efter mindre"),
        Memory
            en("the query needs too much memory: ask for less")
            sv("frågan behöver för mycket minne: fråga efter mindre"),
        NoDump
            en("this publication cannot be queried: it has no N-Quads")
            sv("den här publikationen kan inte besvara frågor: den har inga N-Quads"),
        Busy
            en("other queries are answered first: try again later")
            sv("andra frågor besvaras först: försök igen senare"),
    }
}

/// Returns the position that a message ends with.
fn at(place: Option<(usize, usize)>, line: &str, column: &str) -> String {
    place.map(|(own_line, own_column)| format!(" ({line} {own_line}, {column} {own_column})")).unwrap_or_default()
}

impl Fault {
    /// Returns the fault of a query that has no answer.
    pub(super) fn of(failure: Failure, timeout: u32) -> Self {
        match failure {
            Failure::Refused(Refusal { kind, place, message }) => match kind {
                RefusalKind::Query => Self::Query { message, place },
                RefusalKind::Format => Self::not_acceptable(),
                RefusalKind::TooLong => Self::TooLong,
                RefusalKind::Engine => Self::Engine { message },
            },
            Failure::Timeout => Self::Timeout { seconds: timeout },
            Failure::Memory => Self::Memory,
            Failure::Busy => Self::Busy,
            Failure::NoDump => Self::NoDump,
        }
    }

    pub(super) fn not_acceptable() -> Self {
        let media_types: Vec<_> = super::negotiation::media_types().collect();
        Self::NotAcceptable { media_types: media_types.join(", ") }
    }

    pub(super) const fn status(&self) -> StatusCode {
        match self {
            Self::Request { fault } => fault.status(),
            Self::NotAcceptable { .. } => StatusCode::NOT_ACCEPTABLE,
            Self::Query { .. } | Self::Rows { .. } | Self::TooLong => StatusCode::BAD_REQUEST,
            Self::NoDump => StatusCode::NOT_FOUND,
            Self::Engine { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Timeout { .. } | Self::Memory | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// Returns the reason if a query was cut or had to wait for too long.
    pub(super) const fn unanswered(&self) -> Option<Unanswered> {
        match self {
            Self::Timeout { .. } => Some(Unanswered::Timeout),
            Self::Memory => Some(Unanswered::Memory),
            Self::Busy => Some(Unanswered::Busy),
            Self::Request { .. }
            | Self::NotAcceptable { .. }
            | Self::Query { .. }
            | Self::Engine { .. }
            | Self::Rows { .. }
            | Self::TooLong
            | Self::NoDump => None,
        }
    }

    /// Returns the message in Swedish if the reader prefers that, else in English.
    pub(super) fn message(&self, language: &str) -> String {
        let language = Language::ALL.into_iter().find(|own| own.tag() == language).unwrap_or_default();
        self.in_language(language).to_string()
    }
}
