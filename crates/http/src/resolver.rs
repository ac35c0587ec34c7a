use crate::reach::Reach;
use std::{sync::mpsc, thread};
use ureq::{
    Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

/// Looks up the addresses of hosts as `ureq` does, but fails where it would panic: if the system allows no further thread.
#[derive(Debug)]
pub(crate) struct ThreadResolver {
    /// Hosts that may be connected to. A proxy may be connected to wherever it is.
    pub(crate) reach: Reach,
}

impl Resolver for ThreadResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let (sender, receiver) = mpsc::channel();
        let (own_uri, own_config) = (uri.clone(), config.clone());
        // The system can only look up a host without a limit of time, so another thread does it. After the time is over, nobody
        // receives the result.
        let look_up = move || DefaultResolver::default().resolve(&own_uri, &own_config, NextTimeout::default());
        thread::Builder::new().spawn(move || drop(sender.send(look_up())))?;
        let found = receiver.recv_timeout(*timeout.after).map_err(|_| Error::Timeout(timeout.reason))??;
        if config.proxy().is_none_or(|proxy| proxy.uri() != uri) {
            for address in &found {
                self.reach.check(address.ip()).map_err(|refused| Error::Other(Box::new(refused)))?;
            }
        }
        Ok(found)
    }
}
