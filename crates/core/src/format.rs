use crate::{ClosedSet, Iri};

/// The forms that a publication is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
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
    /// JSON-LD 1.1.
    JsonLd,
    /// The model itself, one JSON object a line.
    JsonLines,
    /// CSV (RFC 4180), a file for each table.
    Csv,
    /// RSS 2.0.
    Rss,
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1.
    JsonFeed,
    /// iCalendar (RFC 5545): events and deadlines.
    ICalendar,
}

impl Format {
    /// Every form there is.
    pub const ALL: [Self; 12] = [
        Self::Turtle,
        Self::TriG,
        Self::NTriples,
        Self::NQuads,
        Self::RdfXml,
        Self::JsonLd,
        Self::JsonLines,
        Self::Csv,
        Self::Rss,
        Self::Atom,
        Self::JsonFeed,
        Self::ICalendar,
    ];

    /// The media type, without parameters.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Turtle => "text/turtle",
            Self::TriG => "application/trig",
            Self::NTriples => "application/n-triples",
            Self::NQuads => "application/n-quads",
            Self::RdfXml => "application/rdf+xml",
            Self::JsonLd => "application/ld+json",
            Self::JsonLines => "application/jsonl",
            Self::Csv => "text/csv",
            Self::Rss => "application/rss+xml",
            Self::Atom => "application/atom+xml",
            Self::JsonFeed => "application/feed+json",
            Self::ICalendar => "text/calendar",
        }
    }

    /// The extension of its files, without a dot.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Turtle => "ttl",
            Self::TriG => "trig",
            Self::NTriples => "nt",
            Self::NQuads => "nq",
            Self::RdfXml => "rdf",
            Self::JsonLd => "jsonld",
            Self::JsonLines => "jsonl",
            Self::Csv => "csv",
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::JsonFeed => "json",
            Self::ICalendar => "ics",
        }
    }

    /// Its key in source files and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Turtle => "turtle",
            Self::TriG => "trig",
            Self::NTriples => "n-triples",
            Self::NQuads => "n-quads",
            Self::RdfXml => "rdf-xml",
            Self::JsonLd => "json-ld",
            Self::JsonLines => "json-lines",
            Self::Csv => "csv",
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::JsonFeed => "json-feed",
            Self::ICalendar => "icalendar",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Turtle => "Turtle",
            Self::TriG => "TriG",
            Self::NTriples => "N-Triples",
            Self::NQuads => "N-Quads",
            Self::RdfXml => "RDF/XML",
            Self::JsonLd => "JSON-LD",
            Self::JsonLines => "JSON Lines",
            Self::Csv => "CSV",
            Self::Rss => "RSS",
            Self::Atom => "Atom",
            Self::JsonFeed => "JSON Feed",
            Self::ICalendar => "iCalendar",
        }
    }

    /// The code in the EU's authority table file-type. It has none for JSON Lines and JSON Feed, which are JSON.
    #[must_use]
    pub const fn file_type(self) -> &'static str {
        match self {
            Self::Turtle => "RDF_TURTLE",
            Self::TriG => "RDF_TRIG",
            Self::NTriples => "RDF_N_TRIPLES",
            Self::NQuads => "RDF_N_QUADS",
            Self::RdfXml => "RDF_XML",
            Self::JsonLd => "JSON_LD",
            Self::JsonLines | Self::JsonFeed => "JSON",
            Self::Csv => "CSV",
            Self::Rss => "RSS",
            Self::Atom => "ATOM",
            Self::ICalendar => "ICS",
        }
    }

    /// The IRI of the media type at IANA, where it is registered there.
    #[must_use]
    pub fn iana(self) -> Option<Iri> {
        let is_registered = match self {
            Self::Turtle
            | Self::TriG
            | Self::NTriples
            | Self::NQuads
            | Self::RdfXml
            | Self::JsonLd
            | Self::Csv
            | Self::Atom
            | Self::ICalendar => true,
            Self::JsonLines | Self::Rss | Self::JsonFeed => false,
        };
        let iri = || Iri::minted(format!("http://www.iana.org/assignments/media-types/{}", self.media_type()));
        is_registered.then(iri)
    }

    /// Whether it is a form of feeds, which readers ask for again and again.
    #[must_use]
    pub const fn is_feed(self) -> bool {
        matches!(self, Self::Rss | Self::Atom | Self::JsonFeed)
    }

    /// The document that specifies it.
    #[must_use]
    pub fn specification(self) -> Iri {
        let address = match self {
            Self::Turtle => "https://www.w3.org/TR/turtle/",
            Self::TriG => "https://www.w3.org/TR/trig/",
            Self::NTriples => "https://www.w3.org/TR/n-triples/",
            Self::NQuads => "https://www.w3.org/TR/n-quads/",
            Self::RdfXml => "https://www.w3.org/TR/rdf-syntax-grammar/",
            Self::JsonLd => "https://www.w3.org/TR/json-ld11/",
            Self::JsonLines => "https://jsonlines.org/",
            Self::Csv => "https://www.rfc-editor.org/info/rfc4180",
            Self::Rss => "https://www.rssboard.org/rss-specification",
            Self::Atom => "https://www.rfc-editor.org/info/rfc4287",
            Self::JsonFeed => "https://www.jsonfeed.org/version/1.1/",
            Self::ICalendar => "https://www.rfc-editor.org/info/rfc5545",
        };
        Iri::minted(address.to_owned())
    }
}

impl ClosedSet for Format {
    const ALL: &'static [Self] = &Self::ALL;

    fn key(self) -> &'static str {
        self.key()
    }

    fn labels(self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn words(self) -> &'static [&'static str] {
        &[]
    }
}
