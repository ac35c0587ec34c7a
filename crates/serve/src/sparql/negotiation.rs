use crate::{media, negotiation::Accept};
use anslag_store::{AnswerFormat, AnswerFormats};
use axum::http::HeaderMap;

/// Kind of the response that a client prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Preferred {
    /// A page for people.
    Page,
    /// An answer for programs.
    Data(AnswerFormats),
}

/// Media type of a page.
const PAGE: &str = "text/html";

/// Media types of rows, and of yes or no, the preferred ones first. The first one of a format is its own.
const ROWS: [(&str, AnswerFormat); 6] = [
    ("application/sparql-results+json", AnswerFormat::Json),
    ("application/json", AnswerFormat::Json),
    ("application/sparql-results+xml", AnswerFormat::Xml),
    ("application/xml", AnswerFormat::Xml),
    ("text/csv", AnswerFormat::Csv),
    ("text/tab-separated-values", AnswerFormat::Tsv),
];

/// Media types of triples, the preferred ones first.
const TRIPLES: [(&str, AnswerFormat); 4] = [
    ("text/turtle", AnswerFormat::Turtle),
    ("application/n-triples", AnswerFormat::NTriples),
    ("application/rdf+xml", AnswerFormat::RdfXml),
    ("application/ld+json", AnswerFormat::JsonLd),
];

impl Preferred {
    /// Chooses by `Accept` (RFC 9110, section 12.5.1); returns `None` if the client accepts nothing that there is.
    ///
    /// A client that accepts rows only, or triples only, gets no other answer: its format is chosen for both.
    pub(super) fn new(headers: &HeaderMap) -> Option<Self> {
        let accept = Accept::of(headers);
        let rows = best(&accept, &ROWS);
        let triples = best(&accept, &TRIPLES);
        let page = accept.weight(PAGE);
        let data = rows.into_iter().chain(triples).map(|(weight, _)| weight).max().unwrap_or_default();
        if page > data {
            return Some(Self::Page);
        }
        let (rows, triples) = (rows.or(triples)?.1, triples.or(rows)?.1);
        Some(Self::Data(AnswerFormats { rows, triples }))
    }
}

/// Returns the media type of a format, with its charset.
pub(super) fn content_type(format: AnswerFormat) -> String {
    let known = ROWS.iter().chain(&TRIPLES).find(|(_, other)| *other == format);
    let media_type = known.map_or("text/plain", |(media_type, _)| media_type);
    media::content_type(media_type)
}

/// Returns the media types that the endpoint can answer in.
pub(super) fn media_types() -> impl Iterator<Item = &'static str> {
    ROWS.iter().chain(&TRIPLES).map(|(media_type, _)| *media_type).chain([PAGE])
}

/// Returns the best format with its weight, if the client accepts one.
fn best(accept: &Accept, offers: &[(&str, AnswerFormat)]) -> Option<(u16, AnswerFormat)> {
    let offers = offers.iter().map(|(media_type, format)| (accept.weight(media_type), *format));
    // Of equal ones, the first counts.
    offers.rev().max_by_key(|(weight, _)| *weight).filter(|(weight, _)| *weight > 0)
}
