use anslag_http::{Agent, AttemptError, HttpFault, ProxyUse, Retry, retry_after};
use anslag_wording::wording;
use std::time::Duration;
use thiserror::Error;

/// Maximum time that a hub may take to answer.
const TIMEOUT: Duration = Duration::from_secs(30);

/// A WebSub hub that can be notified.
#[derive(Debug)]
pub struct Hub {
    address: String,
    agent: Agent,
    retry: Retry,
}

impl Hub {
    /// Returns the hub at an address, reached through these proxies. It trusts the certificates that the operating system trusts.
    #[must_use]
    pub fn new(address: &str, retry: Retry, proxies: ProxyUse) -> Self {
        Self { address: address.to_owned(), agent: Agent::new(TIMEOUT, proxies), retry }
    }

    /// Tells the hub that the feed at an address has changed.
    ///
    /// The request is repeated while the hub cannot be reached or cannot answer now (statuses 429 and 5xx).
    pub fn notify(&self, feed: &str) -> Result<(), NotifyError> {
        self.retry.run(|| self.attempt(feed))
    }

    fn attempt(&self, feed: &str) -> Result<(), AttemptError<NotifyError>> {
        let form = [("hub.mode", "publish"), ("hub.url", feed)];
        let response = self.agent.send(&self.address, |agent| agent.post(&self.address).send_form(form));
        let unreachable = |fault| NotifyError::Unreachable { hub: self.address.clone(), fault };
        let response = response.map_err(|error| error.map(unreachable))?;
        match response.status().as_u16() {
            200..300 => Ok(()),
            status @ (429 | 500..) => {
                let busy = NotifyError::Busy { hub: self.address.clone(), status };
                Err(AttemptError::Transient(busy, retry_after(response.headers())))
            }
            status => Err(AttemptError::Permanent(NotifyError::Refused { feed: feed.to_owned(), status })),
        }
    }
}

wording! {
    /// Reasons why a hub was not notified.
    #[derive(Debug, Error)]
    pub enum NotifyError {
        /// The hub does not exist or does not answer.
        Unreachable {
            /// The hub's address.
            hub: String,
            /// Fault of the last attempt.
            fault: HttpFault,
        }
            en("cannot reach the hub {hub}: {fault}")
            sv("det går inte att nå hubben {hub}: {fault}"),
        /// The hub cannot answer now.
        Busy {
            /// The hub's address.
            hub: String,
            /// The HTTP status.
            status: u16,
        }
            en("the hub {hub} answered {status} until the last attempt")
            sv("hubben {hub} svarade {status} till och med det sista försöket"),
        /// The hub refuses the feed.
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

impl NotifyError {
    /// Checks whether every other feed would fail in the same way.
    #[must_use]
    pub const fn concerns_every_feed(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Busy { .. } => true,
            Self::Refused { .. } => false,
        }
    }
}
