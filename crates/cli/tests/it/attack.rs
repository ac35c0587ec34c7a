//! Hostile input through the command line.

mod queries;
