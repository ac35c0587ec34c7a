//! Maps items on several threads and returns the results in order.
//!
//! [`in_order`] takes items from a source, maps them on whichever thread is free, and passes the results to a sink in the
//! order of the source. The output does not depend on the number of threads, and only a few items are in flight.
//! A [`Budget`] keeps threads from working on large items at the same time.

mod budget;
mod in_order;

pub use budget::{Budget, Share};
pub use in_order::{cores, in_order};
