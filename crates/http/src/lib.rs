//! How other servers are spoken to: one agent, and when to ask again.
//!
//! It knows no hub and no store, and what an answer means is for those who ask.

mod agent;
mod retry;

pub use agent::agent;
pub use retry::{Failure, Retry};
