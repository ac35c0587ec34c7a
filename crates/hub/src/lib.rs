//! Tells a WebSub hub that a feed has changed.
//!
//! WebSub (<https://www.w3.org/TR/websub/>) leaves open how a publisher tells its hub; what hubs understand is the request of
//! its forerunner, `PubSubHubbub` 0.4 (section 7): a form with `hub.mode=publish` and the feed's address as `hub.url`.
//!
//! The crate knows no announcement and no feed, only addresses. It asks nobody but the hub, and follows it nowhere else.

mod notify;

pub use anslag_http::Retry;
pub use notify::{Hub, NotifyError};
