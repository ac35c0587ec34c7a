use std::{sync::Arc, time::Duration};
use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig, TlsProvider},
};

/// Returns an agent that waits at most `timeout` for each answer.
///
/// The agent trusts the certificates that the operating system trusts. Every status is an answer. The agent never follows a
/// redirect: request and credentials are meant for one server.
#[must_use]
pub fn agent(timeout: Duration) -> Agent {
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(timeout))
        .user_agent(concat!("anslag/", env!("CARGO_PKG_VERSION")))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build();
    config.into()
}
