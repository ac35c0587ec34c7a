use crate::{
    query::{AnswerKind, Answered},
    table,
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};
use oxigraph::{
    io::{RdfFormat, RdfSerializer},
    model::{NamedOrBlankNode, Term, Triple, vocab},
    sparql::{
        QuerySolutionIter, QueryTripleIter,
        results::{QueryResultsFormat, QueryResultsSerializer},
    },
};
use std::io::{self, Write};

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerFormat {
    /// Columns for people.
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

/// What a format is made by.
enum Writing {
    Table,
    Results(QueryResultsFormat),
    Rdf(RdfFormat),
}

impl AnswerFormat {
    /// Every format there is.
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

    /// The format's key on the command line.
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

    const fn writing(self) -> Writing {
        match self {
            Self::Table => Writing::Table,
            Self::Json => Writing::Results(QueryResultsFormat::Json),
            Self::Csv => Writing::Results(QueryResultsFormat::Csv),
            Self::Tsv => Writing::Results(QueryResultsFormat::Tsv),
            Self::Xml => Writing::Results(QueryResultsFormat::Xml),
            Self::Turtle => Writing::Rdf(RdfFormat::Turtle),
            Self::NTriples => Writing::Rdf(RdfFormat::NTriples),
            Self::RdfXml => Writing::Rdf(RdfFormat::RdfXml),
            Self::JsonLd => Writing::Rdf(RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() }),
        }
    }
}

/// An answer before it is written.
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

    /// How it is written where nobody says how.
    pub(crate) const fn default_format(&self, is_for_people: bool) -> AnswerFormat {
        match self {
            Self::Solutions(_) | Self::Truth(_) if is_for_people => AnswerFormat::Table,
            Self::Solutions(_) | Self::Truth(_) => AnswerFormat::Json,
            Self::Triples(_) => AnswerFormat::Turtle,
        }
    }

    /// Whether it has a form.
    pub(crate) const fn can_be(&self, format: AnswerFormat) -> bool {
        match (self, format.writing()) {
            (Self::Solutions(_) | Self::Truth(_), Writing::Table | Writing::Results(_))
            | (Self::Triples(_), Writing::Rdf(_)) => true,
            (Self::Solutions(_) | Self::Truth(_), Writing::Rdf(_))
            | (Self::Triples(_), Writing::Table | Writing::Results(_)) => false,
        }
    }

    /// Writes it in a form that it has, with so many rows or triples at most.
    pub(crate) fn write<W: Write>(
        self,
        format: AnswerFormat,
        limit: Option<usize>,
        mut out: W,
    ) -> io::Result<(Answered, W)> {
        let limit = limit.unwrap_or(usize::MAX);
        let mut answered = Answered { count: 0, is_cut: false };
        match (self, format.writing()) {
            (Self::Truth(truth), Writing::Results(format)) => {
                out = QueryResultsSerializer::from_format(format).serialize_boolean_to_writer(out, truth)?;
                answered.count = 1;
                writeln!(out)?;
            }
            (Self::Truth(truth), _) => {
                writeln!(out, "{truth}")?;
                answered.count = 1;
            }
            (Self::Solutions(solutions), Writing::Results(format)) => {
                let variables = solutions.variables().to_vec();
                let mut solutions = solutions.peekable();
                // What fails at once writes nothing.
                if let Some(Err(_)) = solutions.peek() {
                    solutions.next().transpose().map_err(io::Error::other)?;
                }
                let mut serializer =
                    QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(out, variables)?;
                for solution in solutions {
                    let solution = solution.map_err(io::Error::other)?;
                    if answered.is_full(limit) {
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
                    if answered.is_full(limit) {
                        break;
                    }
                    rows.push(&solution);
                }
                out = rows.write(out)?;
            }
            (Self::Triples(triples), writing) => {
                let format = match writing {
                    Writing::Rdf(format) => format,
                    Writing::Table | Writing::Results(_) => RdfFormat::Turtle,
                };
                let mut graph = Vec::new();
                for triple in triples {
                    let triple = triple.map_err(io::Error::other)?;
                    if answered.is_full(limit) {
                        break;
                    }
                    graph.push(triple);
                }
                out = write_graph(graph, format, out)?;
            }
        }
        Ok((answered, out))
    }
}

/// Writes triples in an order that does not depend on the store, `rdf:type` first, and with no more prefixes than they need.
fn write_graph<W: Write>(mut graph: Vec<Triple>, format: RdfFormat, out: W) -> io::Result<W> {
    graph.sort_by_cached_key(|triple| {
        let is_type = triple.predicate == vocab::rdf::TYPE;
        (triple.subject.to_string(), !is_type, triple.predicate.to_string(), triple.object.to_string())
    });
    graph.dedup();
    let mut serializer = RdfSerializer::from_format(format);
    for vocabulary in ALL.iter().chain(&OF_THE_CATALOGUE) {
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
