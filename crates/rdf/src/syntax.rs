use crate::{Graph, graph::with_names, json_ld, n_quads, rdf_xml, turtle};
use anslag_core::{AnnouncementId, DocumentFormat, Format, Publication};
use oxrdf::Triple;
use std::io::{self, Write};

/// A syntax of RDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Syntax {
    /// RDF 1.1 Turtle.
    Turtle,
    /// RDF 1.1 TriG.
    TriG,
    /// RDF 1.1 N-Triples.
    NTriples,
    /// RDF 1.1 N-Quads.
    NQuads,
    /// RDF 1.1 XML Syntax.
    RdfXml,
    /// JSON-LD 1.1, compact, with our own context inline.
    JsonLd,
}

impl Syntax {
    /// Every syntax there is.
    pub const ALL: [Self; 6] = [Self::Turtle, Self::TriG, Self::NTriples, Self::NQuads, Self::RdfXml, Self::JsonLd];

    /// Returns the syntax of documents in a format.
    #[must_use]
    pub const fn of_document(format: DocumentFormat) -> Self {
        match format {
            DocumentFormat::Turtle => Self::Turtle,
            DocumentFormat::JsonLd => Self::JsonLd,
            DocumentFormat::RdfXml => Self::RdfXml,
        }
    }

    /// The form that this syntax is.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Turtle => Format::Turtle,
            Self::TriG => Format::TriG,
            Self::NTriples => Format::NTriples,
            Self::NQuads => Format::NQuads,
            Self::RdfXml => Format::RdfXml,
            Self::JsonLd => Format::JsonLd,
        }
    }

    /// Writes what a dump begins with: its header and the register.
    pub fn prologue<W: Write>(self, publication: &Publication, register: &Graph, mut out: W) -> io::Result<W> {
        match self {
            Self::Turtle => {
                let prefixes = turtle::prefixes(publication);
                turtle::header(&prefixes, &mut out)?;
                turtle::triples(&prefixes, &register.triples, &mut out)?;
            }
            Self::TriG => {
                let prefixes = turtle::prefixes(publication);
                turtle::header(&prefixes, &mut out)?;
                turtle::graphs(&prefixes, std::slice::from_ref(register), &mut out)?;
            }
            Self::NTriples => n_quads::triples(&register.triples, &mut out)?,
            Self::NQuads => n_quads::quads(std::slice::from_ref(register), &mut out)?,
            Self::RdfXml => {
                out.write_all(&rdf_xml::FRAME.header)?;
                rdf_xml::triples(&register.triples, &mut out)?;
            }
            Self::JsonLd => json_ld::prologue(register, &mut out)?,
        }
        Ok(out)
    }

    /// Writes a run of announcements; runs of any lengths put together give the same bytes.
    pub fn chunk<W: Write>(self, publication: &Publication, graphs: &[Graph], mut out: W) -> io::Result<W> {
        match self {
            Self::Turtle => turtle::triples(&turtle::prefixes(publication), triples_of(graphs), &mut out)?,
            Self::TriG => turtle::graphs(&turtle::prefixes(publication), graphs, &mut out)?,
            Self::NTriples => n_quads::triples(triples_of(graphs), &mut out)?,
            Self::NQuads => n_quads::quads(graphs, &mut out)?,
            Self::RdfXml => rdf_xml::triples(triples_of(graphs), &mut out)?,
            Self::JsonLd => json_ld::chunk(graphs, &mut out)?,
        }
        Ok(out)
    }

    /// Writes what a dump ends with.
    pub fn epilogue<W: Write>(self, mut out: W) -> io::Result<W> {
        match self {
            Self::Turtle | Self::TriG | Self::NTriples | Self::NQuads => {}
            Self::RdfXml => out.write_all(&rdf_xml::FRAME.footer)?,
            Self::JsonLd => json_ld::epilogue(&mut out)?,
        }
        Ok(out)
    }

    /// Writes the document about the register: a dump without announcements.
    pub fn register_document<W: Write>(self, publication: &Publication, register: &Graph, out: W) -> io::Result<W> {
        let out = self.prologue(publication, register, out)?;
        self.epilogue(out)
    }

    /// Writes the document about one announcement: its graph, and the types and names of what it refers to in the
    /// register and in the EU's tables. The document is in the default graph of every syntax.
    pub fn document<W: Write>(
        self,
        publication: &Publication,
        id: &AnnouncementId,
        graph: &Graph,
        register: &Graph,
        mut out: W,
    ) -> io::Result<W> {
        let triples = with_names(graph, register);
        match self {
            Self::Turtle | Self::TriG => {
                let prefixes = turtle::document_prefixes(publication, id, &triples);
                turtle::header(&prefixes, &mut out)?;
                turtle::triples(&prefixes, &triples, &mut out)?;
            }
            Self::NTriples | Self::NQuads => n_quads::triples(&triples, &mut out)?,
            Self::RdfXml => {
                out.write_all(&rdf_xml::FRAME.header)?;
                rdf_xml::triples(&triples, &mut out)?;
                out.write_all(&rdf_xml::FRAME.footer)?;
            }
            Self::JsonLd => json_ld::document(&triples, &mut out)?,
        }
        Ok(out)
    }

    /// Writes a description of the publication itself, such as its catalogue, in the default graph of every syntax.
    ///
    /// The triples of a subject stand together, and so do those of a predicate.
    pub fn description<W: Write>(self, publication: &Publication, triples: &[Triple], mut out: W) -> io::Result<W> {
        match self {
            Self::Turtle | Self::TriG => {
                let prefixes = turtle::catalogue_prefixes(publication, triples);
                turtle::header(&prefixes, &mut out)?;
                turtle::triples(&prefixes, triples, &mut out)?;
            }
            Self::NTriples | Self::NQuads => n_quads::triples(triples, &mut out)?,
            Self::RdfXml => rdf_xml::document(triples, &mut out)?,
            Self::JsonLd => json_ld::document(triples, &mut out)?,
        }
        Ok(out)
    }
}

/// The triples of graphs, without the graphs.
fn triples_of(graphs: &[Graph]) -> impl Iterator<Item = &Triple> {
    graphs.iter().flat_map(|graph| &graph.triples)
}
