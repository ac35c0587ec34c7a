use anslag_wording::wording;
use std::{io, path::PathBuf};
use thiserror::Error;

wording! {
    /// Reason why a data folder could not be opened.
    #[derive(Debug, Error)]
    pub enum OpenError {
        /// A required file could not be read since its folder does not exist.
        Io {
            /// The file.
            path: PathBuf,
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        /// The index of the announcements could not be kept in a temporary file.
        Index {
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot keep the index of the announcements in a temporary file")
            sv("det går inte att hålla förteckningen över tillkännagivandena i en tillfällig fil"),
    }
}

wording! {
    /// Reason why an announcement could not be read again.
    #[derive(Debug, Error)]
    pub enum ReadError {
        /// Its file could not be read.
        Io {
            /// The file.
            path: PathBuf,
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot read {} again", path.display())
            sv("det går inte att läsa {} igen", path.display()),
        /// The index of the announcements could not be read.
        Index {
            /// Error of the operating system.
            source: io::Error,
        }
            en("cannot read the index of the announcements from a temporary file")
            sv("det går inte att läsa förteckningen över tillkännagivandena från en tillfällig fil"),
        /// Its file has changed.
        Changed {
            /// The file.
            path: PathBuf,
        }
            en("{} was changed while it was being published; publish again", path.display())
            sv("{} ändrades medan den publicerades; publicera igen", path.display()),
    }
}
