use std::{sync::Arc, time::Duration};
use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig, TlsProvider},
};

/// What sends requests, and waits so long for each answer.
///
/// Certificates are those that the operating system trusts. Every status is an answer, and no redirection is followed: what
/// is sent, or who sends it, may not be for others.
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
