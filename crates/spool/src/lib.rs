//! Keeps records in an anonymous file, so that memory does not grow with them.
//!
//! A [`Spool`] writes records one by one to a file without a name, which disappears when the program ends, however it ends.
//! [`Records`] reads such a file from any thread, at any position.

mod at;
mod records;
mod spool;

pub use at::read_exact_at;
pub use records::{Iter, Records};
pub use spool::Spool;
