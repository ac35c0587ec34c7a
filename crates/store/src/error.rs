mod dump;
mod graph;
mod load;
mod query;
mod request;

pub use dump::DumpError;
pub use graph::{Altered, ForeignClaims, GraphFailure};
pub use load::{EndpointError, LoadError};
pub use query::{Excess, QueryError, SyntaxFault};
pub use request::{AuthProblem, RequestError};
