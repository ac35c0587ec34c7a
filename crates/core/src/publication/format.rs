use crate::{ClosedSet, Iri};

/// Everything that is said of a [`Format`] itself, once.
#[derive(Debug)]
pub struct FormatSpec {
    /// The format.
    pub format: Format,
    /// Its name in source files and on the command line.
    pub key: &'static str,
    /// Other names that are read as the key: the extension, and the key without hyphens.
    pub aliases: &'static [&'static str],
    /// Its name for people.
    pub label: &'static str,
    /// Content of a file.
    pub kind: FormatKind,
    /// The extension of its files, without a dot.
    pub extension: &'static str,
    /// The media type, without parameters.
    pub media_type: &'static str,
    /// `true` if IANA has registered the media type.
    is_registered: bool,
    /// The code in the EU's authority table file-type. It has none for JSON Lines and JSON Feed, which are JSON.
    pub file_type: &'static str,
    /// The address of the document that specifies it.
    specification: &'static str,
    /// `true` if it is written where a publication does not choose its formats.
    pub(crate) is_default: bool,
}

/// Content of the files of a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatKind {
    /// All announcements and the register as triples, in one file.
    Triples,
    /// All announcements as objects of the model, in one file.
    Objects,
    /// All announcements as tables, in a file for each or in one file.
    Tables,
    /// Pages of announcements, the last changed first.
    Feeds,
    /// Events and deadlines, in one file.
    Calendar,
    /// Announcements at their places, in one file.
    Places,
    /// Pages for people, one for each announcement.
    Pages,
}

impl FormatSpec {
    /// Returns the IRI of the media type at IANA, or `None` if it is not registered there.
    #[must_use]
    pub fn iana(&self) -> Option<Iri> {
        let iri = || Iri::minted(format!("http://www.iana.org/assignments/media-types/{}", self.media_type));
        self.is_registered.then(iri)
    }

    /// Returns the IRI of the document that specifies the format.
    #[must_use]
    pub fn specification(&self) -> Iri {
        Iri::minted(self.specification.to_owned())
    }
}

/// Makes [`Format`], [`Format::ALL`] and [`FORMATS`] of one list, so that every format has its row.
macro_rules! formats {
    ($($(#[$doc:meta])* $format:ident { $($field:ident: $value:expr,)* })*) => {
        /// The formats that a publication is written in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Format {
            $($(#[$doc])* $format,)*
        }

        /// The formats with all that is said of them, in the order of [`Format`].
        pub const FORMATS: &[FormatSpec] = &[$(FormatSpec { format: Format::$format, $($field: $value,)* },)*];

        impl Format {
            /// Every format.
            pub const ALL: [Self; FORMATS.len()] = [$(Self::$format,)*];
        }
    };
}

formats! {
    /// RDF 1.1 Turtle.
    Turtle {
        key: "turtle",
        aliases: &["ttl"],
        label: "Turtle",
        kind: FormatKind::Triples,
        extension: "ttl",
        media_type: "text/turtle",
        is_registered: true,
        file_type: "RDF_TURTLE",
        specification: "https://www.w3.org/TR/turtle/",
        is_default: true,
    }
    /// RDF 1.1 TriG.
    TriG {
        key: "trig",
        aliases: &[],
        label: "TriG",
        kind: FormatKind::Triples,
        extension: "trig",
        media_type: "application/trig",
        is_registered: true,
        file_type: "RDF_TRIG",
        specification: "https://www.w3.org/TR/trig/",
        is_default: true,
    }
    /// RDF 1.1 N-Triples.
    NTriples {
        key: "n-triples",
        aliases: &["ntriples", "nt"],
        label: "N-Triples",
        kind: FormatKind::Triples,
        extension: "nt",
        media_type: "application/n-triples",
        is_registered: true,
        file_type: "RDF_N_TRIPLES",
        specification: "https://www.w3.org/TR/n-triples/",
        is_default: true,
    }
    /// RDF 1.1 N-Quads.
    NQuads {
        key: "n-quads",
        aliases: &["nquads", "nq"],
        label: "N-Quads",
        kind: FormatKind::Triples,
        extension: "nq",
        media_type: "application/n-quads",
        is_registered: true,
        file_type: "RDF_N_QUADS",
        specification: "https://www.w3.org/TR/n-quads/",
        is_default: true,
    }
    /// RDF 1.1 XML Syntax.
    RdfXml {
        key: "rdf-xml",
        aliases: &["rdfxml", "rdf"],
        label: "RDF/XML",
        kind: FormatKind::Triples,
        extension: "rdf",
        media_type: "application/rdf+xml",
        is_registered: true,
        file_type: "RDF_XML",
        specification: "https://www.w3.org/TR/rdf-syntax-grammar/",
        is_default: true,
    }
    /// JSON-LD 1.1.
    JsonLd {
        key: "json-ld",
        aliases: &["jsonld"],
        label: "JSON-LD",
        kind: FormatKind::Triples,
        extension: "jsonld",
        media_type: "application/ld+json",
        is_registered: true,
        file_type: "JSON_LD",
        specification: "https://www.w3.org/TR/json-ld11/",
        is_default: true,
    }
    /// The model itself, a JSON object a line.
    JsonLines {
        key: "json-lines",
        aliases: &["jsonlines", "jsonl"],
        label: "JSON Lines",
        kind: FormatKind::Objects,
        extension: "jsonl",
        media_type: "application/jsonl",
        is_registered: false,
        file_type: "JSON",
        specification: "https://jsonlines.org/",
        is_default: true,
    }
    /// CSV (RFC 4180).
    Csv {
        key: "csv",
        aliases: &[],
        label: "CSV",
        kind: FormatKind::Tables,
        extension: "csv",
        media_type: "text/csv",
        is_registered: true,
        file_type: "CSV",
        specification: "https://www.rfc-editor.org/info/rfc4180",
        is_default: true,
    }
    /// Excel workbook (Office Open XML, ECMA-376).
    Xlsx {
        key: "xlsx",
        aliases: &[],
        label: "Excel",
        kind: FormatKind::Tables,
        extension: "xlsx",
        media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        is_registered: true,
        file_type: "XLSX",
        specification: "https://ecma-international.org/publications-and-standards/standards/ecma-376/",
        is_default: true,
    }
    /// Apache Parquet.
    Parquet {
        key: "parquet",
        aliases: &[],
        label: "Parquet",
        kind: FormatKind::Tables,
        extension: "parquet",
        media_type: "application/vnd.apache.parquet",
        is_registered: true,
        file_type: "PARQUET",
        specification: "https://parquet.apache.org/docs/file-format/",
        is_default: false,
    }
    /// RSS 2.0.
    Rss {
        key: "rss",
        aliases: &[],
        label: "RSS",
        kind: FormatKind::Feeds,
        extension: "rss",
        media_type: "application/rss+xml",
        is_registered: false,
        file_type: "RSS",
        specification: "https://www.rssboard.org/rss-specification",
        is_default: true,
    }
    /// Atom (RFC 4287).
    Atom {
        key: "atom",
        aliases: &[],
        label: "Atom",
        kind: FormatKind::Feeds,
        extension: "atom",
        media_type: "application/atom+xml",
        is_registered: true,
        file_type: "ATOM",
        specification: "https://www.rfc-editor.org/info/rfc4287",
        is_default: true,
    }
    /// JSON Feed 1.1.
    JsonFeed {
        key: "json-feed",
        aliases: &["jsonfeed"],
        label: "JSON Feed",
        kind: FormatKind::Feeds,
        extension: "json",
        media_type: "application/feed+json",
        is_registered: false,
        file_type: "JSON",
        specification: "https://www.jsonfeed.org/version/1.1/",
        is_default: true,
    }
    /// iCalendar (RFC 5545).
    ICalendar {
        key: "icalendar",
        aliases: &["ics"],
        label: "iCalendar",
        kind: FormatKind::Calendar,
        extension: "ics",
        media_type: "text/calendar",
        is_registered: true,
        file_type: "ICS",
        specification: "https://www.rfc-editor.org/info/rfc5545",
        is_default: true,
    }
    /// GeoJSON (RFC 7946).
    GeoJson {
        key: "geojson",
        aliases: &[],
        label: "GeoJSON",
        kind: FormatKind::Places,
        extension: "geojson",
        media_type: "application/geo+json",
        is_registered: true,
        file_type: "GEOJSON",
        specification: "https://www.rfc-editor.org/info/rfc7946",
        is_default: true,
    }
    /// HTML (Living Standard).
    Html {
        key: "html",
        aliases: &["htm"],
        label: "HTML",
        kind: FormatKind::Pages,
        extension: "html",
        media_type: "text/html",
        is_registered: true,
        file_type: "HTML",
        specification: "https://html.spec.whatwg.org/multipage/",
        is_default: true,
    }
}

impl Format {
    /// Returns the format's row of [`FORMATS`].
    ///
    /// ```
    /// use anslag_core::Format;
    ///
    /// assert_eq!(Format::NQuads.spec().media_type, "application/n-quads");
    /// ```
    #[must_use]
    pub const fn spec(self) -> &'static FormatSpec {
        &FORMATS[self as usize]
    }
}

impl ClosedSet for Format {
    const ALL: &'static [Self] = &Self::ALL;

    fn key(self) -> &'static str {
        self.spec().key
    }

    /// Returns nothing: formats have the same names in every language.
    fn labels(self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn words(self) -> &'static [&'static str] {
        self.spec().aliases
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_has_its_own_row() {
        for format in Format::ALL {
            assert_eq!(format.spec().format, format);
            assert!(Iri::web(format.spec().specification().as_str()).is_ok());
        }
    }
}
