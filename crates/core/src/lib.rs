//! Announcements and publications.
//!
//! Everything here is valid by construction: a value that exists can be published. The crates that write it can
//! therefore fail only by I/O. Read the modules in this order:
//!
//! 1. `value`: the small validated types ([`Slug`], [`Line`], [`Moment`], [`Edtf`], [`Phone`], ...)
//! 2. `publication`: the [`Register`], which announcements share, and the [`Publication`], which mints every IRI
//! 3. `model`: the [`Announcement`] and its parts ([`Quote`], [`Project`], [`Event`], [`Contact`], ...)
//!
//! The crate knows no serialisation of RDF, XML or CSV, no file system, no clock and no environment.

mod closed_set;
mod fingerprint;
pub mod limit;

mod model;
mod publication;
mod value;

pub use closed_set::ClosedSet;
pub use fingerprint::{Fingerprint, sha256, sha256_of_reader};
pub use model::*;
pub use publication::*;
pub use value::*;
