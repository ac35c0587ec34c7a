//! What an announcement and a publication *are*.
//!
//! Everything here is valid by construction: a value that exists can be published, so that the crates which write it
//! can fail only by I/O. Read the modules in this order: the small validated types ([`Slug`], [`Line`], [`Moment`],
//! [`Edtf`], [`Phone`], ...), what announcements share ([`Register`]), the announcement and its parts
//! ([`Announcement`], [`Quote`], [`Project`], [`Event`], [`Contact`]), and the [`Publication`], which mints every IRI.
//!
//! The crate knows no serialisation of RDF, XML or CSV, no file system, no clock and no environment.

mod closed_set;
mod fingerprint;

mod model;
mod publication;
mod value;

pub use closed_set::ClosedSet;
pub use fingerprint::Fingerprint;
pub use model::*;
pub use publication::*;
pub use value::*;
