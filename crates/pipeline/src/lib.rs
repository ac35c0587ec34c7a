//! Works on several threads, and takes what comes out in order.
//!
//! [`in_order`] is all there is of it: items come one after another from a source, are worked on by whichever thread is
//! free, and what is made of them goes to a sink in the order of the source. So what the sink writes does not depend on
//! the number of threads, and only a few items are on their way at once.

mod in_order;

pub use in_order::{cores, in_order};
