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

/// A store in this process, which holds what is published.
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
    /// Fills a store in memory.
    pub fn in_memory(dump: &Dump) -> Result<Self, DumpError> {
        let store = Store::new().map_err(|error| of_storage(&dump.quads, &error))?;
        fill(&store, dump)?;
        Ok(Self { store })
    }

    /// Opens a store on disk, which is kept; it is filled anew where something else was published than it holds.
    #[cfg(feature = "disk")]
    pub fn on_disk(folder: &std::path::Path, dump: &Dump) -> Result<Self, DumpError> {
        let unusable = |reason: &dyn ToString| DumpError::Storage { folder: folder.into(), reason: reason.to_string() };
        let of_storage = |error: StorageError| unusable(&error);
        // RocksDB would write its files between those of others.
        let is_foreign =
            folder.read_dir().is_ok_and(|mut files| files.next().is_some()) && !folder.join("CURRENT").exists();
        if is_foreign {
            return Err(unusable(&"it holds other files"));
        }
        let store = Store::open(folder).map_err(of_storage)?;
        let files = dump.documents.iter().flat_map(|document| &document.files).chain([&dump.quads]);
        let digests: String = files.map(|file| file.sha256.as_str()).collect();
        // A mark that no query finds, since it is in no graph that is published: it is of a graph without triples.
        let mark = NamedNode::new_unchecked(format!("urn:sha256:{}", hex(&Sha256::digest(digests))));
        if !store.contains_named_graph(&mark).map_err(of_storage)? {
            store.clear().map_err(of_storage)?;
            fill(&store, dump)?;
            store.insert_named_graph(&mark).map_err(of_storage)?;
            store.flush().map_err(of_storage)?;
        }
        Ok(Self { store })
    }
}

/// Loads the N-Quads in one go, and then the documents.
fn fill(store: &Store, dump: &Dump) -> Result<(), DumpError> {
    let mut loader = store.bulk_loader();
    // What is loaded is what was published, as its digest says: nothing has to be checked that was checked then.
    load(&mut loader, &dump.quads, RdfParser::from_format(RdfFormat::NQuads).lenient())?;
    loader.commit().map_err(|error| of_storage(&dump.quads, &error))?;
    for document in &dump.documents {
        add(store, document).map_err(|error| match error {
            Added::Dump(error) => error,
            Added::Storage(error) => of_storage(&dump.quads, &error),
        })?;
    }
    Ok(())
}

/// Why a document was not added.
enum Added {
    Dump(DumpError),
    Storage(StorageError),
}

/// Adds a document's triples, but for those that stand in another graph already: the default graph of a query is all graphs
/// together, and would have them twice.
fn add(store: &Store, document: &Document) -> Result<(), Added> {
    let graph = document.read().map_err(Added::Dump)?;
    let name = NamedNode::new_unchecked(&document.graph);
    let mut new = Vec::new();
    for quad in RdfParser::from_format(RdfFormat::NTriples).for_slice(&graph.document()) {
        let quad = quad.expect("what was read is written as N-Triples");
        let same = store.quads_for_pattern(
            Some(quad.subject.as_ref()),
            Some(quad.predicate.as_ref()),
            Some(quad.object.as_ref()),
            None,
        );
        if same.into_iter().next().transpose().map_err(Added::Storage)?.is_none() {
            new.push(Quad::new(quad.subject, quad.predicate, quad.object, name.clone()));
        }
    }
    store.extend(new).map_err(Added::Storage)
}

/// Loads a file, and holds it against the digest that it was published with.
fn load(loader: &mut BulkLoader<'_>, listed: &Listed, parser: RdfParser) -> Result<(), DumpError> {
    let unread = |source| DumpError::Read { path: listed.path.clone(), source };
    let file = File::open(&listed.path).map_err(unread)?;
    let mut reader = Hashing { reader: BufReader::with_capacity(1 << 16, file), hash: Sha256::new() };
    loader.load_from_reader(parser, &mut reader).map_err(|error| match error {
        LoaderError::Parsing(RdfParseError::Io(source)) => unread(source),
        LoaderError::Parsing(RdfParseError::Syntax(error)) => {
            DumpError::NotRdf { path: listed.path.clone(), reason: error.to_string() }
        }
        LoaderError::Storage(error) => of_storage(listed, &error),
        LoaderError::InvalidBaseIri { .. } => unreachable!("no base is given"),
    })?;
    io::copy(&mut reader, &mut io::sink()).map_err(unread)?;
    if hex(&reader.hash.finalize()) == listed.sha256 {
        Ok(())
    } else {
        Err(DumpError::NotAsPublished { path: listed.path.clone() })
    }
}

fn of_storage(listed: &Listed, error: &StorageError) -> DumpError {
    DumpError::NotRdf { path: listed.path.clone(), reason: error.to_string() }
}

/// Hashes what is read.
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
