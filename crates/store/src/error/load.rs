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
            en("invalid store address `{address}`; help: begin it with http:// or https://, without user and password")
            sv("ogiltig databasadress `{address}`; hjälp: börja den med http:// eller https://, utan användare och lösenord"),
        /// The method needs the address of the Graph Store Protocol.
        NoGraphStore
            en("this method writes by the Graph Store Protocol; help: give its address with --graph-store")
            sv("den metoden skriver med Graph Store Protocol; hjälp: ange adressen med --graph-store"),
        /// The server takes no updates, and the address of the Graph Store Protocol is unknown.
        NotWritable {
            /// Answer to a SPARQL Update.
            error: RequestError,
        }
            en("cannot write to the store: {error}; help: give the address for SPARQL Update with --update, or that of the Graph Store Protocol with --graph-store")
            sv("det går inte att skriva till databasen: {error}; hjälp: ange adressen för SPARQL Update med --update, eller den för Graph Store Protocol med --graph-store"),
    }
}
