use anslag_wording::wording;
use std::{error::Error, num::NonZeroU32, sync::Arc, thread, time::Duration};
use ureq::{
    Agent,
    tls::{RootCerts, TlsConfig, TlsProvider},
};

/// How long a hub may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The longest time between two attempts.
const LONGEST_DELAY: Duration = Duration::from_mins(1);

/// A hub that can be told.
#[derive(Debug)]
pub struct Hub {
    address: String,
    agent: Agent,
    retry: Retry,
}

/// How often a hub that does not answer is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How many times it is asked in all.
    pub attempts: NonZeroU32,
    /// The time between the first two attempts; between any other two it is twice the one before.
    pub first_delay: Duration,
}

impl Default for Retry {
    /// Five attempts in a quarter of a minute.
    fn default() -> Self {
        Self { attempts: NonZeroU32::new(5).expect("five is not zero"), first_delay: Duration::from_secs(1) }
    }
}

impl Hub {
    /// The hub at an address. Its certificate is one that the operating system trusts.
    #[must_use]
    pub fn new(address: &str, retry: Retry) -> Self {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .timeout_global(Some(PATIENCE))
            .user_agent(concat!("anslag/", env!("CARGO_PKG_VERSION")))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self { address: address.to_owned(), agent: config.into(), retry }
    }

    /// Tells the hub that the feed at an address has changed, again and again while the hub cannot be reached or says that
    /// it cannot answer now (statuses 429 and 5xx).
    pub fn tell(&self, feed: &str) -> Result<(), NotifyError> {
        let mut delay = self.retry.first_delay;
        let mut attempts = self.retry.attempts.get();
        loop {
            let failure = match self.ask(feed) {
                Ok(200..300) => return Ok(()),
                Ok(status @ (429 | 500..)) => NotifyError::Busy { hub: self.address.clone(), status },
                Ok(status) => return Err(NotifyError::Refused { feed: feed.to_owned(), status }),
                Err(source) => NotifyError::Unreachable { hub: self.address.clone(), source: Box::new(source) },
            };
            attempts -= 1;
            if attempts == 0 {
                return Err(failure);
            }
            thread::sleep(delay);
            delay = (delay * 2).min(LONGEST_DELAY);
        }
    }

    fn ask(&self, feed: &str) -> Result<u16, ureq::Error> {
        let response = self.agent.post(&self.address).send_form([("hub.mode", "publish"), ("hub.url", feed)])?;
        Ok(response.status().as_u16())
    }
}

wording! {
    /// Why a hub was not told.
    #[derive(Debug)]
    pub enum NotifyError {
        /// There is no such hub, or none that answers.
        Unreachable {
            /// The hub's address.
            hub: String,
            /// What happened last.
            source: Box<ureq::Error>,
        }
            en("cannot reach the hub {hub}")
            sv("det går inte att nå hubben {hub}"),
        /// The hub says that it cannot answer now.
        Busy {
            /// The hub's address.
            hub: String,
            /// The HTTP status.
            status: u16,
        }
            en("the hub {hub} answered {status} until the last attempt")
            sv("hubben {hub} svarade {status} till och med det sista försöket"),
        /// The hub does not want to be told of the feed.
        Refused {
            /// The feed's address.
            feed: String,
            /// The HTTP status.
            status: u16,
        }
            en("the hub answered {status} to {feed}")
            sv("hubben svarade {status} på {feed}"),
    }
}

impl Error for NotifyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreachable { source, .. } => Some(source),
            Self::Busy { .. } | Self::Refused { .. } => None,
        }
    }
}

impl NotifyError {
    /// Whether the hub would not be told of any other feed either.
    #[must_use]
    pub const fn is_of_the_hub(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Busy { .. } => true,
            Self::Refused { .. } => false,
        }
    }
}
