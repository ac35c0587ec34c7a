//! Describes the dataset and its distributions as DCAT-AP-SE and DCAT-AP 3.
//!
//! [`catalogue`] describes a [`Publication`](anslag_core::Publication) and what was [`Published`] of it; [`statistics`] counts
//! it. Both return triples without blank nodes, grouped by subject and property, for `anslag-rdf` to write. No date comes
//! from a clock.
//!
//! External resources (codes, licences, standards) get the classes that the profiles demand, so that the catalogue can be
//! validated alone.

mod file_format;
mod text;
mod type_text;

mod count;
mod coverage;
mod published;

mod properties;

mod agent;
mod catalogue;
mod contact;
mod dataset;
mod distribution;
mod overview;
mod reference;
mod resource;
mod rights;
mod series;
mod service;

mod statistics;

pub use catalogue::catalogue;
pub use count::Count;
pub use coverage::{Coverage, Extent};
pub use overview::{DatasetOverview, FileOverview, overview};
pub use published::{Content, Distribution, Published, Selection};
pub use statistics::{PATH as STATISTICS_PATH, statistics};
