use crate::{
    dump::{Document, Dump, Listed, line},
    error::{DumpError, StorageFault},
    graph::hex,
};
use anslag_wording::IoFault;
use oxigraph::{
    io::{RdfFormat, RdfParseError, RdfParser},
    model::{GraphName, NamedNode, Quad},
    store::{BulkLoader, LoaderError, StorageError, Store},
};
use sha2::{Digest as _, Sha256};
use std::{
    fmt,
    fs::File,
    io::{self, BufReader, Read},
};

/// A store in this process that holds a dump: its graphs as they are published, and their union as the default graph.
///
/// The union is stored, since Oxigraph would return a triple once for each graph that has it.
#[derive(Clone)]
pub struct Embedded {
    pub(crate) store: Store,
}

impl fmt::Debug for Embedded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embedded").finish_non_exhaustive()
    }
}

impl Embedded {
    /// Loads a dump into memory.
    pub fn in_memory(dump: &Dump) -> Result<Self, DumpError> {
        let store = Store::new().map_err(|error| memory_error(&dump.quads, &error))?;
        fill(&store, dump)?;
        Ok(Self { store })
    }

    /// Opens a persistent store on disk; if it holds another dump, replaces its content.
    #[cfg(feature = "disk")]
    pub fn on_disk(folder: &std::path::Path, dump: &Dump) -> Result<Self, DumpError> {
        let unusable = |fault| DumpError::Storage { directory: folder.into(), fault };
        let storage_error = |error: StorageError| unusable(storage_fault(&error));
        // RocksDB would mix its files with others.
        let is_foreign =
            folder.read_dir().is_ok_and(|mut files| files.next().is_some()) && !folder.join("CURRENT").exists();
        if is_foreign {
            return Err(unusable(StorageFault::ForeignFiles));
        }
        let store = Store::open(folder).map_err(storage_error)?;
        let files = dump.documents.iter().flat_map(|document| &document.files).chain([&dump.quads]);
        let digests: String = files.map(|file| file.sha256.as_str()).collect();
        // The name of an empty graph marks the content and its layout. No query finds it.
        let mark = NamedNode::new_unchecked(format!("urn:with-union:sha256:{}", hex(&Sha256::digest(digests))));
        if !store.contains_named_graph(&mark).map_err(storage_error)? {
            store.clear().map_err(storage_error)?;
            fill(&store, dump)?;
            store.insert_named_graph(&mark).map_err(storage_error)?;
            store.flush().map_err(storage_error)?;
        }
        Ok(Self { store })
    }
}

/// Loads the N-Quads in one transaction, then the documents.
fn fill(store: &Store, dump: &Dump) -> Result<(), DumpError> {
    let storage_error = |error: StorageError| memory_error(&dump.quads, &error);
    let mut loader = store.bulk_loader();
    // The checksum proves that these are our own bytes, whose terms are valid.
    load(&mut loader, &dump.quads, RdfParser::from_format(RdfFormat::NQuads).lenient())?;
    loader.commit().map_err(storage_error)?;
    for document in &dump.documents {
        let quads = quads(document)?;
        store.extend(quads.into_iter().flat_map(with_union)).map_err(storage_error)?;
    }
    Ok(())
}

/// Reads the quads of a document.
fn quads(document: &Document) -> Result<Vec<Quad>, DumpError> {
    let triples = document.read()?.document();
    let name = NamedNode::new_unchecked(&document.graph);
    let triples = RdfParser::from_format(RdfFormat::NTriples).for_slice(&triples);
    let quads = triples.map(|triple| Quad {
        graph_name: name.clone().into(),
        ..triple.expect("a graph that was read is valid N-Triples")
    });
    Ok(quads.collect())
}

/// Returns a quad, and its triple in the default graph.
fn with_union(quad: Quad) -> [Quad; 2] {
    let in_union = Quad { graph_name: GraphName::DefaultGraph, ..quad.clone() };
    [quad, in_union]
}

/// Loads a file and compares its checksum.
fn load(loader: &mut BulkLoader<'_>, listed: &Listed, parser: RdfParser) -> Result<(), DumpError> {
    let read_error = |source| DumpError::Read { path: listed.path.clone(), source };
    let file = File::open(&listed.path).map_err(read_error)?;
    let mut reader = Hashing { reader: BufReader::with_capacity(1 << 16, file), hash: Sha256::new() };
    let quads = parser.for_reader(&mut reader).flat_map(|quad| match quad.map(with_union) {
        Ok([quad, in_union]) => [Some(Ok(quad)), Some(Ok(in_union))],
        Err(error) => [Some(Err(error)), None],
    });
    loader.load_ok_quads(quads.flatten()).map_err(|error| match error {
        LoaderError::Parsing(RdfParseError::Io(source)) => read_error(source),
        LoaderError::Parsing(RdfParseError::Syntax(error)) => {
            DumpError::InvalidRdf { path: listed.path.clone(), line: line(&error) }
        }
        LoaderError::Storage(error) => memory_error(listed, &error),
        LoaderError::InvalidBaseIri { .. } => unreachable!("no base is given"),
    })?;
    io::copy(&mut reader, &mut io::sink()).map_err(read_error)?;
    if hex(&reader.hash.finalize()) == listed.sha256 {
        Ok(())
    } else {
        Err(DumpError::NotAsPublished { path: listed.path.clone() })
    }
}

fn memory_error(listed: &Listed, error: &StorageError) -> DumpError {
    DumpError::Memory { path: listed.path.clone(), fault: storage_fault(error) }
}

fn storage_fault(error: &StorageError) -> StorageFault {
    match error {
        StorageError::Io(error) => StorageFault::Io { fault: IoFault::from(error) },
        // The enum is open.
        _ => StorageFault::Other { detail: format!("oxigraph: {error}") },
    }
}

/// A reader that hashes its bytes.
struct Hashing<R> {
    reader: R,
    hash: Sha256,
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        self.hash.update(&buffer[..length]);
        Ok(length)
    }
}
