//! Triples that are loaded and queried: in memory, or in any SPARQL 1.1 store.
//!
//! [`load`] brings a store that speaks SPARQL 1.1 to what is published, and from then on sends only differences: what is
//! loaded stands in the store itself. It knows no announcement, only graphs with names.

mod answer;
mod challenge;
mod client;
mod credentials;
mod datatypes;
mod dump;
mod embedded;
mod endpoint;
mod error;
mod existing;
mod graph;
mod load;
mod lock;
mod plan;
mod query;
mod queue;
mod same;
mod state;
mod table;
mod update;
mod verify;
mod write;

pub use anslag_http::Retry;
pub use answer::AnswerFormat;
pub use credentials::{Credentials, Scheme};
pub use dump::{Document, Dump, Listed};
pub use embedded::Embedded;
pub use endpoint::Endpoint;
pub use error::{Advice, Altered, DumpError, GraphFailure, LoadError, RequestError};
pub use load::{Loaded, Method, Options, Progress, load};
pub use query::{AnswerKind, Answered, QueryError, QueryOptions, query};
