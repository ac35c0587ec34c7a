//! The dataset and its distributions as DCAT-AP-SE and DCAT-AP 3.
//!
//! [`catalogue`] describes a [`Publication`](anslag_core::Publication) and what was [`Published`] of it, and
//! [`statistics`] counts it. Both give triples, those of a subject and of a property together, which `anslag-rdf` writes
//! in its syntaxes. There are no blank nodes, and there is no clock: every date is the data's own, or the publication's.
//!
//! Every IRI is one of the publication's or of a vocabulary. What the catalogue refers to elsewhere (codes, licences,
//! standards) gets the class that the profiles want of it, so that the catalogue can be validated alone.

mod text;

mod coverage;
mod distribution;
mod published;

mod agent;
mod catalogue;
mod contact;
mod dataset;
mod reference;
mod service;

mod count;
mod statistics;

pub use catalogue::catalogue;
pub use count::Count;
pub use coverage::{Coverage, Extent};
pub use distribution::{Content, Distribution};
pub use published::Published;
pub use statistics::{PATH as STATISTICS_PATH, statistics};
pub use text::Text;
