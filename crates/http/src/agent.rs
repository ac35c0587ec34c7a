use crate::{
    address::is_loopback,
    fault::HttpFault,
    reach::{PrivateAddress, Reach},
    resolver::ThreadResolver,
    retry::AttemptError,
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use ureq::{
    Body, Proxy,
    config::Config,
    http::{Response, Uri},
    tls::{RootCerts, TlsConfig, TlsProvider},
    unversioned::transport::DefaultConnector,
};

/// Proxies that requests may go through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProxyUse {
    /// The proxy that the environment names (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`), for `https:` addresses only.
    ///
    /// Without TLS, the proxy would read the request with its credentials.
    #[default]
    Environment,
    /// None.
    Never,
}

/// HTTP client for one server, shared by several threads. It has an agent of `ureq` for each kind of address.
///
/// It trusts the certificates that the operating system trusts. Every status is an answer. It never follows a redirect:
/// request and credentials are meant for one server.
#[derive(Debug)]
pub struct Agent {
    direct: ureq::Agent,
    /// Agent for addresses that a proxy may serve; `None` without a proxy.
    proxied: Option<ureq::Agent>,
    timeout: Duration,
    reach: Reach,
    /// `true` if the server has answered any request.
    has_answered: AtomicBool,
}

impl Agent {
    /// Creates an agent that waits at most `timeout` for each answer.
    #[must_use]
    pub fn new(timeout: Duration, proxies: ProxyUse) -> Self {
        Self::with_reach(timeout, proxies, Reach::Anywhere)
    }

    /// Creates an agent that waits at most `timeout` for each answer, and sends requests only to some hosts.
    #[must_use]
    pub fn with_reach(timeout: Duration, proxies: ProxyUse, reach: Reach) -> Self {
        let proxy = match proxies {
            ProxyUse::Environment => Proxy::try_from_env(),
            ProxyUse::Never => None,
        };
        let agent = |proxy| {
            let config = config(timeout, proxy);
            ureq::Agent::with_parts(config, DefaultConnector::default(), ThreadResolver { reach })
        };
        Self {
            direct: agent(None),
            proxied: proxy.map(|proxy| agent(Some(proxy))),
            timeout,
            reach,
            has_answered: AtomicBool::new(false),
        }
    }

    /// Sends a request to an address.
    pub fn send(
        &self,
        address: &str,
        send: impl FnOnce(&ureq::Agent) -> Result<Response<Body>, ureq::Error>,
    ) -> Result<Response<Body>, AttemptError<HttpFault>> {
        if let Err(PrivateAddress(address)) = address.parse().map_or(Ok(()), |uri: Uri| self.reach.check_literal(&uri))
        {
            return Err(AttemptError::Permanent(HttpFault::PrivateAddress { address }));
        }
        let response = send(self.toward(address)).map_err(|error| self.classify(&error))?;
        self.has_answered.store(true, Ordering::Relaxed);
        Ok(response)
    }

    /// Reads the body of an answer of at most so many mebibytes.
    pub fn read(&self, mut response: Response<Body>, mebibytes: u64) -> Result<Vec<u8>, AttemptError<HttpFault>> {
        let body = response.body_mut().with_config().limit(mebibytes << 20).read_to_vec();
        body.map_err(|error| self.classify(&error))
    }

    /// Decides whether a later attempt may succeed.
    fn classify(&self, error: &ureq::Error) -> AttemptError<HttpFault> {
        let fault = HttpFault::new(error, self.timeout);
        match &fault {
            HttpFault::TimedOut { .. } => AttemptError::TimedOut(fault),
            HttpFault::Io { .. } | HttpFault::Closed => AttemptError::Transient(fault, None),
            // If no server has ever answered there, the address is probably wrong.
            HttpFault::Refused | HttpFault::UnknownHost if self.has_answered.load(Ordering::Relaxed) => {
                AttemptError::Transient(fault, None)
            }
            HttpFault::Refused
            | HttpFault::UnknownHost
            | HttpFault::InvalidAddress
            | HttpFault::PrivateAddress { .. }
            | HttpFault::TooLarge { .. }
            | HttpFault::NotHttp { .. }
            | HttpFault::NotTls
            | HttpFault::TlsRefused { .. }
            | HttpFault::NoAuthorities
            | HttpFault::Certificate { .. }
            | HttpFault::Proxy { .. }
            | HttpFault::Other { .. } => AttemptError::Permanent(fault),
        }
    }

    /// Returns the agent for requests to an address.
    fn toward(&self, address: &str) -> &ureq::Agent {
        let is_proxied =
            || address.parse::<Uri>().is_ok_and(|uri| uri.scheme_str() == Some("https") && !is_loopback(&uri));
        self.proxied.as_ref().filter(|_| is_proxied()).unwrap_or(&self.direct)
    }
}

fn config(timeout: Duration, proxy: Option<Proxy>) -> Config {
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    ureq::Agent::config_builder()
        .tls_config(tls)
        .proxy(proxy)
        .timeout_global(Some(timeout))
        .user_agent(concat!("anslag/", env!("CARGO_PKG_VERSION")))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build()
}
