use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
    published::manifest,
};
use anslag_core::{Base, Format, StoreGraph};
use anslag_store::{Document, Dump, DumpError, Listed};
use anslag_wording::wording;
use std::path::Path;
use thiserror::Error;

/// File of the N-Quads of a publication.
const QUADS: &str = "data/announcements.nq";

/// Graphs of a store that are not in the N-Quads, with the documents that make them.
const DOCUMENTS: [(StoreGraph, &[&str]); 2] = [
    (StoreGraph::Catalogue, &["dcat.ttl", ".well-known/void"]),
    (StoreGraph::Vocabulary, &["def/ns.ttl", "def/type.ttl", "def/topic.ttl"]),
];

/// Finds the files of the publication in a directory that a store takes; returns them with the base of its IRIs.
pub(crate) fn find(directory: &Path) -> Result<(Base, Dump), Box<dyn Fatal>> {
    let (manifest, base) = manifest(directory)?;
    let listed = |path: &str| {
        let entry = manifest.files.get(path)?;
        Some(Listed { path: directory.join(path), sha256: entry.sha256.to_string() })
    };
    let no_quads = || FindError::NoQuads { directory: directory.display().to_string() };
    let quads = listed(QUADS).ok_or_else(no_quads)?;
    let document = |(graph, paths): (StoreGraph, &[&str])| Document {
        graph: graph.name(&base).to_string(),
        files: paths.iter().filter_map(|path| listed(path)).collect(),
    };
    let documents = DOCUMENTS.into_iter().map(document).collect();
    Ok((base, Dump { quads, documents }))
}

wording! {
    /// A publication that lacks what a store needs.
    #[derive(Debug, Error)]
    enum FindError {
        NoQuads { directory: String }
            en("no {QUADS} in {directory}")
            sv("ingen {QUADS} i {directory}"),
    }
}

impl Fatal for FindError {
    fn code(&self) -> FatalCode {
        match self {
            Self::NoQuads { .. } => FatalCode::MissingDump,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::NoQuads { .. } => Some(Help::ExportFormat { format: Format::NQuads.spec().key }),
        }
    }
}

impl Fatal for DumpError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Read { .. } | Self::Storage { .. } | Self::Memory { .. } => FatalCode::IoError,
            Self::NotAsPublished { .. } => FatalCode::ChangedPublication,
            Self::InvalidRdf { .. } | Self::BlankNode { .. } => FatalCode::InvalidDump,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::NotAsPublished { .. } | Self::InvalidRdf { .. } => Some(Help::ExportAgain),
            Self::Storage { .. } => Some(Help::StoreDirectory),
            Self::Read { .. } | Self::Memory { .. } | Self::BlankNode { .. } => None,
        }
    }
}
