use super::{dump::DumpError, request::RequestError};
use anslag_wording::{Language, Wording, wording};
use std::fmt;
use thiserror::Error;

/// An error that ends a load.
#[derive(Debug, Error)]
pub enum LoadError {
    /// The published files cannot be read.
    #[error(transparent)]
    Dump(#[from] DumpError),
    /// The store does not answer as it should.
    #[error(transparent)]
    Request(#[from] RequestError),
    /// The store cannot be loaded at the given addresses.
    #[error(transparent)]
    Endpoint(#[from] EndpointError),
}

impl Wording for LoadError {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dump(error) => error.word(language, f),
            Self::Request(error) => error.word(language, f),
            Self::Endpoint(error) => error.word(language, f),
        }
    }
}

wording! {
    /// Addresses at which a store cannot be loaded.
    #[derive(Debug, Error)]
    pub enum EndpointError {
        /// The string is not an address of a store.
        InvalidAddress {
            /// The address, without user and password.
            address: String,
        }
            en("invalid store address `{address}`")
            sv("ogiltig databasadress `{address}`"),
        /// The method needs the address of the Graph Store Protocol.
        NoGraphStore
            en("this method needs the address of the Graph Store Protocol")
            sv("den metoden behöver adressen för Graph Store Protocol"),
        /// The server takes no updates, and the address of the Graph Store Protocol is unknown.
        NotWritable {
            /// Answer to a SPARQL Update.
            error: RequestError,
        }
            en("cannot write to the store: {error}")
            sv("det går inte att skriva till databasen: {error}"),
    }
}
