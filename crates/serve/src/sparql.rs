//! The SPARQL endpoint: SPARQL 1.1 Protocol for queries.

mod protocol;

mod process;
mod worker;

mod pool;

mod endpoint;

mod description;
mod fault;
mod negotiation;
mod page;
mod request;
mod words;

mod route;

pub use endpoint::{ShippedQuery, SparqlOptions};
pub use pool::WorkerCommand;
pub(crate) use route::router;
pub use worker::answer_queries;
