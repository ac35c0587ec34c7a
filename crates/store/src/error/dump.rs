use anslag_wording::{IoFault, wording};
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
            /// Line, from 1.
            line: u64,
        }
            en("cannot load {}: line {line} is not RDF in a named graph", path.display())
            sv("det går inte att läsa in {}: rad {line} är inte RDF i en namngiven graf", path.display()),
        /// The file has blank nodes, which cannot be compared from one load to the next.
        BlankNode {
            /// Path of the file.
            path: PathBuf,
        }
            en("cannot load {}: it contains a blank node, whose changes cannot be detected", path.display())
            sv("det går inte att läsa in {}: den innehåller en blank nod, vars ändringar inte går att upptäcka", path.display()),
        /// The store on disk cannot be opened or written.
        Storage {
            /// Directory of the store.
            directory: PathBuf,
            /// Reason.
            fault: StorageFault,
        }
            en("cannot use {} as a store: {fault}", directory.display())
            sv("det går inte att använda {} som databas: {fault}", directory.display()),
        /// The store in memory cannot hold the file.
        Memory {
            /// Path of the file.
            path: PathBuf,
            /// Reason.
            fault: StorageFault,
        }
            en("cannot load {} into memory: {fault}", path.display())
            sv("det går inte att läsa in {} i minnet: {fault}", path.display()),
    }
}

wording! {
    /// Reason why a store cannot hold a dump.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub enum StorageFault {
        /// The directory contains files of others.
        ForeignFiles
            en("the directory contains other files")
            sv("mappen innehåller andra filer"),
        /// The operating system reports a failure.
        Io {
            /// The failure.
            fault: IoFault,
        }
            en("{fault}")
            sv("{fault}"),
        /// Anything else.
        Other {
            /// Message of the store, in English.
            detail: String,
        }
            en("the store fails ({detail})")
            sv("databasen sviktar ({detail})"),
    }
}
