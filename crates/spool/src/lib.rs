//! Keeps records in a file, so that memory does not grow with them.
//!
//! A [`Spool`] is filled record by record in a file without a name, which is gone when the program ends, however it does. A
//! [`Records`] reads such a file from any thread, from any place. [`read_exact_at`] is what both read with.

mod at;
mod records;
mod spool;

pub use at::read_exact_at;
pub use records::{Iter, Records};
pub use spool::Spool;
