//! Hostile servers, and hostile queries.

mod queries;
mod servers;
