use crate::exit::{Exit, Failure};
use anslag_core::{Base, Format, StoreGraph};
use anslag_publish::Manifest;
use anslag_store::{Document, Dump, Listed};
use anslag_wording::wording;
use std::{error::Error, path::Path};

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

/// Finds what an export has published into a folder.
pub(crate) fn find(folder: &Path) -> Result<Published, Failure> {
    let nothing = || PublishedFailure::Nothing { folder: folder.display().to_string() };
    let manifest = Manifest::read(folder)?.ok_or_else(nothing)?;
    let base = Base::new(&manifest.base).map_err(|_| nothing())?;
    let listed = |path: &str| {
        let entry = manifest.files.get(path)?;
        Some(Listed { path: folder.join(path), sha256: entry.sha256.to_string() })
    };
    let quads = listed(QUADS).ok_or_else(|| PublishedFailure::NoQuads {
        folder: folder.display().to_string(),
        format: Format::NQuads.spec().key,
    })?;
    let document = |(graph, paths): (StoreGraph, &[&str])| Document {
        graph: graph.name(&base).to_string(),
        files: paths.iter().filter_map(|path| listed(path)).collect(),
    };
    let documents = DOCUMENTS.into_iter().map(document).collect();
    let dump = Dump { quads, documents };
    Ok(Published { base, dump })
}

wording! {
    /// Why there is nothing published that a store could take.
    #[derive(Debug)]
    pub(crate) enum PublishedFailure {
        Nothing { folder: String }
            en("no export has published into {folder}")
            sv("ingen export har publicerat i {folder}"),
        NoQuads { folder: String, format: &'static str }
            en("{folder} holds no {QUADS}; help: have {format} among the formats of publication.toml, or export with --format {format}")
            sv("i {folder} finns ingen {QUADS}; hjälp: ha {format} bland formaten i publication.toml, eller exportera med --format {format}"),
    }
}

impl PublishedFailure {
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Nothing { .. } | Self::NoQuads { .. } => Exit::Usage,
        }
    }
}

impl Error for PublishedFailure {}
