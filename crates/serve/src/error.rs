use anslag_wording::wording;
use std::{io, path::PathBuf};
use thiserror::Error;

wording! {
    /// A publication that cannot be served.
    #[derive(Debug, Error)]
    pub enum ServeError {
        /// The directory or its manifest cannot be read.
        Unreadable {
            /// The directory.
            path: PathBuf,
            /// The cause.
            source: io::Error,
        }
            en("cannot read {}", path.display())
            sv("det går inte att läsa {}", path.display()),
        /// The manifest is none of ours, or was changed.
        NoPublication {
            /// The directory.
            path: PathBuf,
        }
            en("no publication in {}", path.display())
            sv("ingen publikation i {}", path.display()),
        /// The address cannot be listened on.
        Listen {
            /// The address and port.
            address: String,
            /// The cause.
            source: io::Error,
        }
            en("cannot listen on {address}")
            sv("det går inte att lyssna på {address}"),
    }
}
