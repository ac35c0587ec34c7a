//! Loads triples into SPARQL 1.1 stores, and answers queries from a store in memory.
//!
//! [`load`] brings a store to what is published, and from then on sends only differences: the store itself keeps which
//! graphs are loaded. [`query()`] answers SPARQL queries without a server. The crate knows no announcement, only named graphs.

mod error;
mod lock;

mod dump;
mod graph;

mod answer;
mod bare_word;
mod confinement;
mod embedded;
mod guard;
mod keywords;
mod query;
mod syntax;
mod table;
mod token;

mod challenge;
mod client;
mod credentials;
mod endpoint;
mod state;

mod comparable;
mod datatypes;
mod existing;
mod insertion;
mod load;
mod method;
mod options;
mod plan;
mod queue;
mod report;
mod verify;
mod write;

pub use anslag_http::{ProxyUse, Retry};
pub use answer::{AnswerFormat, AnswerFormats, AnswerKind, WrittenAnswer, write_triples};
pub use confinement::{end_with_parent, limit_memory, lower_priority};
pub use credentials::{Credentials, Scheme};
pub use dump::{Document, Dump, Listed};
pub use embedded::Embedded;
pub use endpoint::Endpoint;
pub use error::{
    Altered, AuthProblem, DumpError, EndpointError, EvaluationFault, Excess, ForeignClaims, GraphFailure, LoadError,
    QueryError, RequestError, StorageFault, SyntaxFault, SyntaxRule,
};
pub use guard::{QUERY_STACK, ensure_bounded};
pub use load::load;
pub use method::Method;
pub use options::{LoadOptions, LoadProgress};
pub use query::{Cancellation, Dataset, QueryOptions, TimeLimit, answer, query};
pub use report::LoadReport;
