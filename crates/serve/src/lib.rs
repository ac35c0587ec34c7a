//! The published bytes over HTTP, by path and by `Accept`.
//!
//! [`app`] answers requests from a [`Dist`], the published directory. [`serve`] lets it answer those of a socket. Only files
//! of the manifest are served. No file is opened by a path that a request names.

mod error;
mod media;
mod negotiation;
mod rule;

mod dist;
mod edition;

mod answer;
mod link;
mod resolution;
mod sparql;

mod health;
mod metrics;
mod watch;

mod app;
mod connections;
mod hosting;
mod observed;
mod server;
mod timed;

pub use app::app;
pub use dist::Dist;
pub use edition::Edition;
pub use error::ServeError;
pub use hosting::Host;
pub use server::{listen, serve};
pub use sparql::{ShippedQuery, SparqlOptions, WorkerCommand, answer_queries};
