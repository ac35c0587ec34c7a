//! Stores are loaded over real sockets, and queries answered.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod load;
mod publication;
mod server;
