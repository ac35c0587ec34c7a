use crate::{address::is_loopback, resolver::ThreadResolver};
use std::{sync::Arc, time::Duration};
use ureq::{
    Proxy,
    config::Config,
    http::Uri,
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

/// An agent of `ureq` for each kind of address.
///
/// It trusts the certificates that the operating system trusts. Every status is an answer. It never follows a redirect:
/// request and credentials are meant for one server.
#[derive(Clone, Debug)]
pub struct Agent {
    direct: ureq::Agent,
    /// Agent for addresses that a proxy may serve; `None` without a proxy.
    proxied: Option<ureq::Agent>,
}

impl Agent {
    /// Creates an agent that waits at most `timeout` for each answer.
    #[must_use]
    pub fn new(timeout: Duration, proxies: ProxyUse) -> Self {
        let proxy = match proxies {
            ProxyUse::Environment => Proxy::try_from_env(),
            ProxyUse::Never => None,
        };
        let agent = |proxy| {
            let config = config(timeout, proxy);
            ureq::Agent::with_parts(config, DefaultConnector::default(), ThreadResolver)
        };
        Self { direct: agent(None), proxied: proxy.map(|proxy| agent(Some(proxy))) }
    }

    /// Returns the agent for requests to an address.
    #[must_use]
    pub fn toward(&self, address: &str) -> &ureq::Agent {
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
