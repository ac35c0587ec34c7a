//! Hostile input through the command line.

#[cfg(unix)]
mod linear;
mod queries;
