use crate::{
    query::{AnswerKind, Answered},
    table,
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};
use oxigraph::{
    io::{RdfFormat, RdfSerializer},
    model::{GraphNameRef, QuadRef},
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
            Self::JsonLd => {
                Writing::Rdf(RdfFormat::JsonLd { profile: oxigraph::io::JsonLdProfileSet::empty() })
            }
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
                let mut serializer =
                    QueryResultsSerializer::from_format(format).serialize_solutions_to_writer(out, variables)?;
                for solution in solutions {
                    let solution = solution.map_err(io::Error::other)?;
                    if answered.count == limit {
                        answered.is_cut = true;
                        break;
                    }
                    serializer.serialize(&solution)?;
                    answered.count += 1;
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
                    if answered.count == limit {
                        answered.is_cut = true;
                        break;
                    }
                    rows.push(&solution);
                    answered.count += 1;
                }
                out = rows.write(out)?;
            }
            (Self::Triples(triples), writing) => {
                let format = match writing {
                    Writing::Rdf(format) => format,
                    Writing::Table | Writing::Results(_) => RdfFormat::Turtle,
                };
                let mut serializer = RdfSerializer::from_format(format);
                for vocabulary in ALL.iter().chain(&OF_THE_CATALOGUE) {
                    serializer = serializer
                        .with_prefix(vocabulary.prefix, vocabulary.namespace)
                        .expect("the namespaces of our vocabularies are IRIs");
                }
                let mut serializer = serializer.for_writer(out);
                for triple in triples {
                    let triple = triple.map_err(io::Error::other)?;
                    if answered.count == limit {
                        answered.is_cut = true;
                        break;
                    }
                    let triple = triple.as_ref();
                    serializer.serialize_quad(QuadRef::new(
                        triple.subject,
                        triple.predicate,
                        triple.object,
                        GraphNameRef::DefaultGraph,
                    ))?;
                    answered.count += 1;
                }
                out = serializer.finish()?;
            }
        }
        Ok((answered, out))
    }
}
