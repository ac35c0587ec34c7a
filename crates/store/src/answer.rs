use crate::table;
use anslag_vocab::{ALL, OF_THE_CATALOGUE, OF_THE_SERVICE};
use anslag_wording::wording;
use oxigraph::{
    io::{RdfFormat, RdfSerializer},
    model::{NamedOrBlankNode, Term, Triple, vocab},
    sparql::{
        QuerySolutionIter, QueryTripleIter,
        results::{QueryResultsFormat, QueryResultsSerializer},
    },
};
use serde::{Deserialize, Serialize};
use std::io::{self, Write};

/// Format of an answer.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum AnswerFormat {
    /// Aligned columns for people.
    Table,
    /// SPARQL 1.1 Query Results JSON Format.
    Json,
    /// SPARQL 1.1 Query Results CSV.
    Csv,
    /// SPARQL 1.1 Query Results TSV.
    Tsv,
    /// SPARQL Query Results XML Format.
    Xml,
    /// RDF 1.1 Turtle.
    Turtle,
    /// RDF 1.1 N-Triples.
    NTriples,
    /// RDF 1.1 XML Syntax.
    RdfXml,
    /// JSON-LD 1.1.
    JsonLd,
}

/// Formats of an answer, of which its kind takes one.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct AnswerFormats {
    /// Format of rows, and of yes or no.
    pub rows: AnswerFormat,
    /// Format of triples.
    pub triples: AnswerFormat,
}

impl AnswerFormats {
    /// Returns the choice of one format: an answer that cannot be written in it is refused.
    #[must_use]
    pub const fn only(format: AnswerFormat) -> Self {
        Self { rows: format, triples: format }
    }
}

impl Default for AnswerFormats {
    fn default() -> Self {
        Self { rows: AnswerFormat::Json, triples: AnswerFormat::Turtle }
    }
}

/// Serializer of a format.
enum Serializer {
    Table,
    Results(QueryResultsFormat),
    Rdf(RdfFormat),
}

impl AnswerFormat {
    /// All formats.
    pub const ALL: [Self; 9] = [
        Self::Table,
        Self::Json,
        Self::Csv,
        Self::Tsv,
        Self::Xml,
        Self::Turtle,
        Self::NTriples,
        Self::RdfXml,
        Self::JsonLd,
    ];

    /// Returns the format's name on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Xml => "xml",
            Self::Turtle => "turtle",
            Self::NTriples => "n-triples",
            Self::RdfXml => "rdf-xml",
            Self::JsonLd => "json-ld",
        }
    }

    const fn serializer(self) -> Serializer {
        match self {
            Self::Table => Serializer::Table,
            Self::Json => Serializer::Results(QueryResultsFormat::Json),
            Self::Csv => Serializer::Results(QueryResultsFormat::Csv),
            Self::Tsv => Serializer::Results(QueryResultsFormat::Tsv),
            Self::Xml => Serializer::Results(QueryResultsFormat::Xml),
            Self::Turtle => Serializer::Rdf(RdfFormat::Turtle),
            Self::NTriples => Serializer::Rdf(RdfFormat::NTriples),
            Self::RdfXml => Serializer::Rdf(RdfFormat::RdfXml),
            Self::JsonLd => Serializer::Rdf(RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }),
        }
    }
}

wording! {
    /// Kind of an answer.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AnswerKind {
        /// Answer of SELECT.
        Rows en("rows") sv("rader"),
        /// Answer of ASK.
        Truth en("yes or no") sv("ja eller nej"),
        /// Answer of CONSTRUCT and DESCRIBE.
        Triples en("triples") sv("tripler"),
    }
}

/// Extent of an answer that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenAnswer {
    /// Format.
    pub format: AnswerFormat,
    /// Number of rows or triples written.
    pub count: usize,
    /// `true` if the limit has cut off others.
    pub is_cut: bool,
}

impl WrittenAnswer {
    /// Counts one row or triple; returns whether it is beyond the limit.
    const fn is_beyond(&mut self, limit: usize) -> bool {
        self.is_cut = self.count == limit;
        if !self.is_cut {
            self.count += 1;
        }
        self.is_cut
    }
}

/// Answer of the store.
pub(crate) enum Answer<'a> {
    Solutions(QuerySolutionIter<'a>),
    Truth(bool),
    Triples(QueryTripleIter<'a>),
}

impl Answer<'_> {
    pub(crate) const fn kind(&self) -> AnswerKind {
        match self {
            Self::Solutions(_) => AnswerKind::Rows,
            Self::Truth(_) => AnswerKind::Truth,
            Self::Triples(_) => AnswerKind::Triples,
        }
    }

    /// Returns the format for an answer of this kind.
    pub(crate) const fn choose(&self, formats: AnswerFormats) -> AnswerFormat {
        match self {
            Self::Solutions(_) | Self::Truth(_) => formats.rows,
            Self::Triples(_) => formats.triples,
        }
    }

    /// Returns whether the answer can be written in a format.
    pub(crate) const fn can_be(&self, format: AnswerFormat) -> bool {
        match (self, format.serializer()) {
            (Self::Solutions(_) | Self::Truth(_), Serializer::Table | Serializer::Results(_))
            | (Self::Triples(_), Serializer::Rdf(_)) => true,
            (Self::Solutions(_) | Self::Truth(_), Serializer::Rdf(_))
            | (Self::Triples(_), Serializer::Table | Serializer::Results(_)) => false,
        }
    }

    /// Writes at most `limit` rows or triples in a format that [`can_be`](Self::can_be) allows.
    pub(crate) fn write<W: Write>(
        self,
        format: AnswerFormat,
        limit: Option<usize>,
        mut out: W,
    ) -> io::Result<(WrittenAnswer, W)> {
        let limit = limit.unwrap_or(usize::MAX);
        let mut written = WrittenAnswer { format, count: 0, is_cut: false };
        match (self, format.serializer()) {
            (Self::Truth(truth), Serializer::Results(format)) => {
                out = QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(out, truth)?;
                written.count = 1;
                writeln!(out)?;
            }
            (Self::Truth(truth), _) => {
                writeln!(out, "{truth}")?;
                written.count = 1;
            }
            (Self::Solutions(solutions), Serializer::Results(format)) => {
                let variables = solutions.variables().to_vec();
                let mut solutions = solutions.peekable();
                // Write nothing if the first solution fails.
                if let Some(Err(_)) = solutions.peek() {
                    solutions.next().transpose().map_err(io::Error::other)?;
                }
                let mut serializer =
                    QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(out, variables)?;
                for solution in solutions {
                    let solution = solution.map_err(io::Error::other)?;
                    if written.is_beyond(limit) {
                        break;
                    }
                    serializer.serialize(&solution)?;
                }
                out = serializer.finish()?;
                if matches!(format, QueryResultsFormat::Json | QueryResultsFormat::Xml) {
                    writeln!(out)?;
                }
            }
            (Self::Solutions(solutions), _) => {
                let mut rows = table::Rows::new(solutions.variables());
                for solution in solutions {
                    let solution = solution.map_err(io::Error::other)?;
                    if written.is_beyond(limit) {
                        break;
                    }
                    rows.push(&solution);
                }
                out = rows.write(out)?;
            }
            (Self::Triples(triples), _) => {
                let mut graph = Vec::new();
                for triple in triples {
                    let triple = triple.map_err(io::Error::other)?;
                    if written.is_beyond(limit) {
                        break;
                    }
                    graph.push(triple);
                }
                out = write_triples(graph, format, out)?;
            }
        }
        Ok((written, out))
    }
}

/// Writes triples sorted, `rdf:type` first, with the prefixes that they use; in Turtle if the format is one of rows.
pub fn write_triples<W: Write>(mut graph: Vec<Triple>, format: AnswerFormat, out: W) -> io::Result<W> {
    let format = match format.serializer() {
        Serializer::Rdf(format) => format,
        Serializer::Table | Serializer::Results(_) => RdfFormat::Turtle,
    };
    graph.sort_by_cached_key(|triple| {
        let is_type = triple.predicate == vocab::rdf::TYPE;
        (triple.subject.to_string(), !is_type, triple.predicate.to_string(), triple.object.to_string())
    });
    graph.dedup();
    let mut serializer = RdfSerializer::from_format(format);
    for vocabulary in ALL.iter().chain(&OF_THE_CATALOGUE).chain(&OF_THE_SERVICE) {
        if graph.iter().any(|triple| is_used(vocabulary.namespace, triple)) {
            serializer = serializer
                .with_prefix(vocabulary.prefix, vocabulary.namespace)
                .expect("the namespaces of our vocabularies are IRIs");
        }
    }
    let mut serializer = serializer.for_writer(out);
    for triple in &graph {
        serializer.serialize_triple(triple)?;
    }
    serializer.finish()
}

fn is_used(namespace: &str, triple: &Triple) -> bool {
    let is_in = |iri: &str| iri.starts_with(namespace);
    let is_subject = matches!(&triple.subject, NamedOrBlankNode::NamedNode(node) if is_in(node.as_str()));
    let is_object = match &triple.object {
        Term::NamedNode(node) => is_in(node.as_str()),
        Term::Literal(literal) => is_in(literal.datatype().as_str()),
        Term::BlankNode(_) => false,
    };
    is_subject || is_object || is_in(triple.predicate.as_str())
}
