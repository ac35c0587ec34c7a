//! Keeps records in an anonymous file, so that memory does not grow with them.
//!
//! A [`Spool`] writes records one by one to a file without a name, which disappears when the program ends, however it ends.
//! [`Records`] reads such a file from any thread, at any position.
//!
//! Each record has a checksum over its bytes, its position and the [`Binding`] of its file. So a record that is damaged, or
//! that belongs elsewhere, is an error and never another value.

mod at;
mod checksum;
mod frame;
mod records;
mod spool;

pub use at::read_exact_at;
pub use checksum::Checksum;
pub use frame::Binding;
pub use records::{Iter, Records};
pub use spool::Spool;
