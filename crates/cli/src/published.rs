use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
};
use anslag_core::{Base, Format, StoreGraph};
use anslag_publish::Manifest;
use anslag_store::{Document, Dump, DumpError, Listed};
use anslag_wording::wording;
use std::path::Path;
use thiserror::Error;

/// What was published, as far as a store takes it.
pub(crate) struct Published {
    pub(crate) base: Base,
    pub(crate) dump: Dump,
}

/// The N-Quads of a publication.
const QUADS: &str = "data/announcements.nq";

/// The documents that have a graph of their own in a store, beside those in the N-Quads.
const DOCUMENTS: [(StoreGraph, &[&str]); 2] = [
    (StoreGraph::Catalogue, &["dcat.ttl", ".well-known/void"]),
    (StoreGraph::Vocabulary, &["def/ns.ttl", "def/type.ttl", "def/topic.ttl"]),
];

/// Reads the manifest of the publication in a directory, and the base of its IRIs.
pub(crate) fn manifest(directory: &Path) -> Result<(Manifest, Base), Box<dyn Fatal>> {
    let missing = || PublishedError::Missing { directory: directory.display().to_string() };
    let manifest = Manifest::read(directory)?.ok_or_else(missing)?;
    let base = Base::new(&manifest.base).map_err(|_| missing())?;
    Ok((manifest, base))
}

/// Finds the files of the publication in a directory that a store takes.
pub(crate) fn find(directory: &Path) -> Result<Published, Box<dyn Fatal>> {
    let (manifest, base) = manifest(directory)?;
    let listed = |path: &str| {
        let entry = manifest.files.get(path)?;
        Some(Listed { path: directory.join(path), sha256: entry.sha256.to_string() })
    };
    let no_quads = || PublishedError::NoQuads { directory: directory.display().to_string() };
    let quads = listed(QUADS).ok_or_else(no_quads)?;
    let document = |(graph, paths): (StoreGraph, &[&str])| Document {
        graph: graph.name(&base).to_string(),
        files: paths.iter().filter_map(|path| listed(path)).collect(),
    };
    let documents = DOCUMENTS.into_iter().map(document).collect();
    Ok(Published { base, dump: Dump { quads, documents } })
}

wording! {
    /// A publication that is not there, or not as a store needs it.
    #[derive(Debug, Error)]
    enum PublishedError {
        Missing { directory: String }
            en("no publication in {directory}")
            sv("ingen publikation i {directory}"),
        NoQuads { directory: String }
            en("no {QUADS} in {directory}")
            sv("ingen {QUADS} i {directory}"),
    }
}

impl Fatal for PublishedError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Missing { .. } => FatalCode::MissingPublication,
            Self::NoQuads { .. } => FatalCode::MissingDump,
        }
    }

    fn help(&self) -> Option<Help> {
        Some(match self {
            Self::Missing { .. } => Help::Export,
            Self::NoQuads { .. } => Help::ExportFormat { format: Format::NQuads.spec().key },
        })
    }
}

impl Fatal for DumpError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Read { .. } | Self::Storage { .. } => FatalCode::IoError,
            Self::NotAsPublished { .. } => FatalCode::ChangedPublication,
            Self::InvalidRdf { .. } | Self::BlankNode { .. } => FatalCode::InvalidDump,
        }
    }

    fn help(&self) -> Option<Help> {
        None
    }
}
