use crate::{PublishError, chunk::ChunkPlan, export::Export};
use anslag_core::Publication;
use anslag_rdf::{Graph, Syntax};
use anslag_source::IndexEntry;

/// A document about one announcement that has to be written.
#[derive(Clone, Copy)]
pub(crate) struct Missing {
    /// The position of the announcement in its chunk.
    position: usize,
    syntax: Syntax,
}

/// Takes over the documents about the announcements of a chunk. Returns those that have to be written: all of them unless
/// the chunk `is_known`.
pub(crate) fn keep_documents(
    export: &Export<'_>,
    chunk: &ChunkPlan,
    is_known: bool,
) -> Result<Vec<Missing>, PublishError> {
    let mut missing = Vec::new();
    if export.publication().output.documents {
        for (position, entry) in chunk.entries.iter().enumerate() {
            for syntax in syntaxes(export.publication()) {
                if !is_known || export.staging.keep(&path(entry, syntax))?.is_none() {
                    missing.push(Missing { position, syntax });
                }
            }
        }
    }
    Ok(missing)
}

/// Writes documents about announcements of a chunk, whose graphs these are.
pub(crate) fn write_documents(
    export: &Export<'_>,
    chunk: &ChunkPlan,
    graphs: &[Graph],
    missing: &[Missing],
) -> Result<(), PublishError> {
    for Missing { position, syntax } in missing {
        let (entry, graph) = (&chunk.entries[*position], &graphs[*position]);
        export.staging.write(&path(entry, *syntax), |out| {
            syntax.document(export.publication(), &entry.id, graph, export.register, out).map(drop)
        })?;
    }
    Ok(())
}

/// Writes the document about the register.
pub(crate) fn write_register(export: &Export<'_>) -> Result<(), PublishError> {
    for syntax in syntaxes(export.publication()) {
        let path = format!("data/register.{}", syntax.format().spec().extension);
        let write = |out: &mut Vec<u8>| syntax.register_document(export.publication(), export.register, out).map(drop);
        export.staging.write(&path, write)?;
    }
    Ok(())
}

/// Returns the syntaxes of the documents that a publication has.
fn syntaxes(publication: &Publication) -> impl Iterator<Item = Syntax> {
    Syntax::DOCUMENTS.into_iter().filter(|syntax| publication.output.has(syntax.format()))
}

/// Returns the path of the document about an announcement.
fn path(entry: &IndexEntry, syntax: Syntax) -> String {
    format!("data/announcement/{}.{}", entry.id, syntax.format().spec().extension)
}
