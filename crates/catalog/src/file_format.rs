use anslag_core::{Format, Iri};

/// Facts about the format of a file or of a service's answers.
pub(crate) struct FileFormat {
    /// Name for people.
    pub(crate) label: &'static str,
    /// Code in the EU's authority table file-type.
    pub(crate) file_type: &'static str,
    /// Media type, without parameters.
    pub(crate) media_type: &'static str,
    /// IRI of the media type at IANA; `None` if it is not registered.
    pub(crate) iana: Option<Iri>,
    /// Document that specifies the format.
    pub(crate) specification: Iri,
}

impl FileFormat {
    /// Returns the format of a Data Package: JSON that describes CSV files.
    pub(crate) fn data_package() -> Self {
        let media_type = "application/vnd.datapackage+json";
        Self {
            label: "CSV (Data Package)",
            file_type: "JSON",
            media_type,
            iana: Some(known(&format!("http://www.iana.org/assignments/media-types/{media_type}"))),
            specification: known("https://datapackage.org/standard/data-package/"),
        }
    }

    /// Returns the format of queries that a SPARQL endpoint takes.
    pub(crate) fn sparql() -> Self {
        Self {
            label: "SPARQL",
            file_type: "SPARQLQ",
            media_type: "application/sparql-query",
            iana: None,
            specification: known("https://www.w3.org/TR/sparql11-protocol/"),
        }
    }

    /// Returns the format of a Linked Data Event Stream.
    pub(crate) fn event_stream() -> Self {
        Self { specification: known("https://w3id.org/ldes/specification"), ..Format::TriG.into() }
    }
}

impl From<Format> for FileFormat {
    fn from(format: Format) -> Self {
        let spec = format.spec();
        Self {
            label: spec.label,
            file_type: spec.file_type,
            media_type: spec.media_type,
            iana: spec.iana(),
            specification: spec.specification(),
        }
    }
}

fn known(address: &str) -> Iri {
    Iri::new(address).expect("the addresses of media types and specifications are valid")
}
