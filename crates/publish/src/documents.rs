use crate::{PublishError, chunk::ChunkPlan, dump::Chunk, export::Export, site::OpenSite};
use anslag_core::Publication;
use anslag_rdf::Syntax;
use anslag_source::IndexEntry;
use std::io::Write;

/// A document about one announcement that has to be written.
#[derive(Clone, Copy)]
pub(crate) struct Missing {
    /// The position of the announcement in its chunk.
    position: usize,
    document: Document,
}

/// A kind of document about one announcement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Document {
    /// Its graph in a syntax.
    Data(Syntax),
    /// Its page.
    Page,
}

/// Takes over the documents about the announcements of a chunk. Returns those that have to be written: all of them unless
/// the chunk `is_known`.
pub(crate) fn keep_documents(
    export: &Export<'_>,
    chunk: &ChunkPlan,
    is_known: bool,
) -> Result<Vec<Missing>, PublishError> {
    let mut missing = Vec::new();
    let documents: Vec<Document> = documents(export).collect();
    for (position, entry) in chunk.entries.iter().enumerate() {
        for document in &documents {
            let is_same = match (document, export.site) {
                (Document::Page, Some(site)) => {
                    is_known && site.is_same_page(export.cache, chunk.number(position), entry)?
                }
                (Document::Page | Document::Data(_), _) => is_known,
            };
            if !is_same || export.staging.keep(&document.path(entry))?.is_none() {
                missing.push(Missing { position, document: *document });
            }
        }
    }
    Ok(missing)
}

/// Writes documents about announcements of a chunk.
pub(crate) fn write_documents(
    export: &Export<'_>,
    plan: &ChunkPlan,
    chunk: &Chunk,
    missing: &[Missing],
) -> Result<(), PublishError> {
    let publication = export.publication();
    let mut renderer = export.site.map(OpenSite::renderer);
    // The page holds the same JSON-LD as the document before it.
    let mut json_ld: Option<(usize, Vec<u8>)> = None;
    for Missing { position, document } in missing {
        let (entry, graph) = (&plan.entries[*position], &chunk.graphs(publication)[*position]);
        let data = |syntax: Syntax, out: &mut Vec<u8>| {
            syntax.document(publication, &entry.id, graph, export.register, out).map(drop)
        };
        match document {
            Document::Data(syntax) => {
                export.staging.write(&document.path(entry), |out| {
                    data(*syntax, out)?;
                    if *syntax == Syntax::JsonLd {
                        json_ld = Some((*position, out.clone()));
                    }
                    Ok(())
                })?;
            }
            Document::Page => {
                let Some(renderer) = &mut renderer else { continue };
                let known = json_ld.take().filter(|(of, _)| of == position);
                let near = renderer.neighbours(plan.number(*position))?;
                export.staging.write(&document.path(entry), |out| {
                    let bytes = match known {
                        Some((_, bytes)) => bytes,
                        None => {
                            let mut bytes = Vec::new();
                            data(Syntax::JsonLd, &mut bytes)?;
                            bytes
                        }
                    };
                    let page = renderer.page(export.plan, entry, &chunk.announcements[*position], &bytes, &near);
                    out.write_all(page.as_bytes())
                })?;
            }
        }
    }
    Ok(())
}

/// Writes the document about the register.
pub(crate) fn write_register(export: &Export<'_>) -> Result<(), PublishError> {
    let formats = export.publication().output.register_formats();
    for syntax in formats.into_iter().map(Syntax::of_document) {
        let path = format!("data/register.{}", syntax.format().spec().extension);
        let write = |out: &mut Vec<u8>| syntax.register_document(export.publication(), export.register, out).map(drop);
        export.staging.write(&path, write)?;
    }
    Ok(())
}

/// Returns the kinds of document that every announcement has.
fn documents(export: &Export<'_>) -> impl Iterator<Item = Document> {
    let formats = export.publication().output.document_formats().into_iter();
    let data = formats.map(|format| Document::Data(Syntax::of_document(format)));
    data.chain(export.site.map(|_| Document::Page))
}

impl Document {
    /// Returns the path of the document about an announcement.
    fn path(self, entry: &IndexEntry) -> String {
        match self {
            Self::Data(syntax) => format!("data/announcement/{}.{}", entry.id, syntax.format().spec().extension),
            Self::Page => Publication::page_path(&entry.id),
        }
    }
}
