use crate::{Format, closed_set::closed_set};

closed_set! {
    /// Format of a document about one announcement, or about the register.
    pub enum DocumentFormat {
        /// RDF 1.1 Turtle.
        Turtle "turtle" also("ttl"),
        /// JSON-LD 1.1.
        JsonLd "json-ld" also("jsonld"),
        /// RDF 1.1 XML Syntax.
        RdfXml "rdf-xml" also("rdfxml", "rdf"),
    }
}

impl DocumentFormat {
    /// Returns the format of its files.
    #[must_use]
    pub const fn format(self) -> Format {
        match self {
            Self::Turtle => Format::Turtle,
            Self::JsonLd => Format::JsonLd,
            Self::RdfXml => Format::RdfXml,
        }
    }
}
