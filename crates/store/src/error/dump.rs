use anslag_wording::wording;
use std::{io, path::PathBuf};
use thiserror::Error;

wording! {
    /// A published file that cannot be loaded, or a store on disk that cannot hold it.
    #[derive(Debug, Error)]
    pub enum DumpError {
        /// The file cannot be read.
        Read {
            /// Path of the file.
            path: PathBuf,
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        /// The file does not have the checksum of the manifest.
        NotAsPublished {
            /// Path of the file.
            path: PathBuf,
        }
            en("cannot load {}: it does not have the checksum that is in manifest.json", path.display())
            sv("det går inte att läsa in {}: filen har inte den kontrollsumma som står i manifest.json", path.display()),
        /// The file is not RDF in named graphs.
        InvalidRdf {
            /// Path of the file.
            path: PathBuf,
            /// Message of the parser.
            reason: String,
        }
            en("cannot load {}: {reason}", path.display())
            sv("det går inte att läsa in {}: {reason}", path.display()),
        /// The file has blank nodes, which cannot be compared from one load to the next.
        BlankNode {
            /// Path of the file.
            path: PathBuf,
        }
            en("cannot load {}: it contains a blank node, whose changes cannot be detected", path.display())
            sv("det går inte att läsa in {}: den innehåller en blank nod, vars ändringar inte går att upptäcka", path.display()),
        /// The store on disk cannot be opened or written.
        Storage {
            /// Folder of the store.
            folder: PathBuf,
            /// Message of the store.
            reason: String,
        }
            en("cannot use {} as a store: {reason}", folder.display())
            sv("det går inte att använda {} som databas: {reason}", folder.display()),
    }
}
