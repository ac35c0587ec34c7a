//! HTTP requests to other servers: an agent around `ureq`, its errors in two languages, and retries.
//!
//! The crate never follows a redirect, and no proxy sees a request that is not encrypted. It knows no hub and no store: callers
//! interpret the answers.
//!
//! ```
//! use anslag_http::{AttemptError, Retry};
//! use std::{num::NonZeroU32, time::Duration};
//!
//! let retry = Retry { attempts: NonZeroU32::MAX, first_delay: Duration::ZERO, ..Retry::default() };
//! let mut attempts = 0;
//! let result: Result<u32, &str> = retry.run(|| {
//!     attempts += 1;
//!     if attempts < 3 { Err(AttemptError::Transient("busy", None)) } else { Ok(attempts) }
//! });
//! assert_eq!(result, Ok(3));
//! ```

mod address;
mod agent;
mod fault;
mod reach;
mod resolver;
mod retry;

mod certificate;

pub use address::is_private;
pub use agent::{Agent, ProxyUse};
pub use certificate::CertificateFault;
pub use fault::HttpFault;
pub use reach::Reach;
pub use retry::{AttemptError, Retry, retry_after};
