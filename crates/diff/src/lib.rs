//! Finds what differs between two states of announcements, field by field.
//!
//! Both states are JSON Lines as exports write them. [`Former`] knows the former one and takes the lines of the new one;
//! [`differences`] compares two announcements by the fields of `anslag-schema`.

mod difference;
mod error;
mod former;

pub use difference::{Difference, Step, differences};
pub use error::DiffError;
pub use former::{Announced, Change, Former};
