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
pub(crate) struct ThreadResolver;

impl Resolver for ThreadResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let (sender, receiver) = mpsc::channel();
        let (uri, config) = (uri.clone(), config.clone());
        // The system can only look up a host without a limit of time, so another thread does it. After the time is over, nobody
        // receives the result.
        let look_up = move || DefaultResolver::default().resolve(&uri, &config, NextTimeout::default());
        thread::Builder::new().spawn(move || drop(sender.send(look_up())))?;
        receiver.recv_timeout(*timeout.after).map_err(|_| Error::Timeout(timeout.reason))?
    }
}
