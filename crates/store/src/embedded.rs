use crate::{
    dump::{Document, Dump, Listed},
    error::DumpError,
    graph::hex,
};
use oxigraph::{
    io::{RdfFormat, RdfParseError, RdfParser},
    model::{NamedNode, Quad},
    store::{BulkLoader, LoaderError, StorageError, Store},
};
use sha2::{Digest as _, Sha256};
use std::{
    fmt,
    fs::File,
    io::{self, BufReader, Read},
};

/// A store in this process that holds a dump.
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
        let store = Store::new().map_err(|error| storage_error(&dump.quads, &error))?;
        fill(&store, dump)?;
        Ok(Self { store })
    }

    /// Opens a persistent store on disk; if it holds another dump, replaces its content.
    #[cfg(feature = "disk")]
    pub fn on_disk(folder: &std::path::Path, dump: &Dump) -> Result<Self, DumpError> {
        let unusable = |reason: &dyn ToString| DumpError::Storage { folder: folder.into(), reason: reason.to_string() };
        let storage_error = |error: StorageError| unusable(&error);
        // RocksDB would mix its files with others.
        let is_foreign =
            folder.read_dir().is_ok_and(|mut files| files.next().is_some()) && !folder.join("CURRENT").exists();
        if is_foreign {
            return Err(unusable(&"the folder contains other files"));
        }
        let store = Store::open(folder).map_err(storage_error)?;
        let files = dump.documents.iter().flat_map(|document| &document.files).chain([&dump.quads]);
        let digests: String = files.map(|file| file.sha256.as_str()).collect();
        // The name of an empty graph marks the content. No query finds it.
        let mark = NamedNode::new_unchecked(format!("urn:sha256:{}", hex(&Sha256::digest(digests))));
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
    let mut loader = store.bulk_loader();
    // The checksum proves that these are our own bytes, whose terms are valid.
    load(&mut loader, &dump.quads, RdfParser::from_format(RdfFormat::NQuads).lenient())?;
    loader.commit().map_err(|error| storage_error(&dump.quads, &error))?;
    for document in &dump.documents {
        add(store, document).map_err(|error| match error {
            AddError::Dump(error) => error,
            AddError::Storage(error) => storage_error(&dump.quads, &error),
        })?;
    }
    Ok(())
}

/// A document that cannot be added.
enum AddError {
    Dump(DumpError),
    Storage(StorageError),
}

/// Adds the triples of a document that no other graph has.
///
/// The default graph of a query is the union of all graphs and would have the others twice.
fn add(store: &Store, document: &Document) -> Result<(), AddError> {
    let graph = document.read().map_err(AddError::Dump)?;
    let name = NamedNode::new_unchecked(&document.graph);
    let mut new = Vec::new();
    for quad in RdfParser::from_format(RdfFormat::NTriples).for_slice(&graph.document()) {
        let quad = quad.expect("a graph that was read is valid N-Triples");
        let same = store.quads_for_pattern(
            Some(quad.subject.as_ref()),
            Some(quad.predicate.as_ref()),
            Some(quad.object.as_ref()),
            None,
        );
        if same.into_iter().next().transpose().map_err(AddError::Storage)?.is_none() {
            new.push(Quad::new(quad.subject, quad.predicate, quad.object, name.clone()));
        }
    }
    store.extend(new).map_err(AddError::Storage)
}

/// Loads a file and compares its checksum.
fn load(loader: &mut BulkLoader<'_>, listed: &Listed, parser: RdfParser) -> Result<(), DumpError> {
    let read_error = |source| DumpError::Read { path: listed.path.clone(), source };
    let file = File::open(&listed.path).map_err(read_error)?;
    let mut reader = Hashing { reader: BufReader::with_capacity(1 << 16, file), hash: Sha256::new() };
    loader.load_from_reader(parser, &mut reader).map_err(|error| match error {
        LoaderError::Parsing(RdfParseError::Io(source)) => read_error(source),
        LoaderError::Parsing(RdfParseError::Syntax(error)) => {
            DumpError::InvalidRdf { path: listed.path.clone(), reason: error.to_string() }
        }
        LoaderError::Storage(error) => storage_error(listed, &error),
        LoaderError::InvalidBaseIri { .. } => unreachable!("no base is given"),
    })?;
    io::copy(&mut reader, &mut io::sink()).map_err(read_error)?;
    if hex(&reader.hash.finalize()) == listed.sha256 {
        Ok(())
    } else {
        Err(DumpError::NotAsPublished { path: listed.path.clone() })
    }
}

fn storage_error(listed: &Listed, error: &StorageError) -> DumpError {
    DumpError::InvalidRdf { path: listed.path.clone(), reason: error.to_string() }
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
