//! Tells a WebSub hub that a feed has changed.
//!
//! WebSub (<https://www.w3.org/TR/websub/>) does not say how a publisher notifies its hub. Hubs understand the request of
//! its predecessor, `PubSubHubbub` 0.4 (section 7): a form with `hub.mode=publish` and the feed's address as `hub.url`.
//!
//! The crate knows no announcement and no feed, only addresses. It sends requests only to the hub and follows no redirect.

mod notify;

pub use anslag_http::{ProxyUse, Retry};
pub use notify::{Hub, NotifyError};
