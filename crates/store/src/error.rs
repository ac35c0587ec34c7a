mod dump;
mod graph;
mod load;
mod query;
mod request;

pub use dump::{DumpError, StorageFault};
pub use graph::{Altered, ForeignClaims, GraphFailure};
pub use load::{EndpointError, LoadError};
pub use query::{EvaluationFault, Excess, QueryError, SyntaxFault, SyntaxRule};
pub use request::{AuthProblem, RequestError};
