//! Stores are loaded over real sockets, and queries answered.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

mod attack;
mod faults;
mod load;
mod power;

mod publication;
mod query;
mod server;
mod speed;
