mod alert;
mod job;
mod notice;

use crate::AnyPart;

pub use alert::ALERT;
pub use job::JOB;
pub use notice::{NOTICE, POSTING_PERIOD};

/// Every kind of part.
pub static PARTS: [&dyn AnyPart; 3] = [&NOTICE, &ALERT, &JOB];
