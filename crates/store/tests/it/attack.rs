//! Hostile servers.

mod servers;
