use anslag_http::{Failure, Retry, agent};
use anslag_wording::wording;
use std::{error::Error, time::Duration};
use ureq::Agent;

/// How long a hub may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// A hub that can be told.
#[derive(Debug)]
pub struct Hub {
    address: String,
    agent: Agent,
    retry: Retry,
}

impl Hub {
    /// The hub at an address. Its certificate is one that the operating system trusts.
    #[must_use]
    pub fn new(address: &str, retry: Retry) -> Self {
        Self { address: address.to_owned(), agent: agent(PATIENCE), retry }
    }

    /// Tells the hub that the feed at an address has changed, again and again while the hub cannot be reached or says that
    /// it cannot answer now (statuses 429 and 5xx).
    pub fn tell(&self, feed: &str) -> Result<(), NotifyError> {
        self.retry.run(|| self.ask(feed))
    }

    fn ask(&self, feed: &str) -> Result<(), Failure<NotifyError>> {
        let form = [("hub.mode", "publish"), ("hub.url", feed)];
        let response = self.agent.post(&self.address).send_form(form).map_err(|source| {
            Failure::Passing(NotifyError::Unreachable { hub: self.address.clone(), source: Box::new(source) }, None)
        })?;
        match response.status().as_u16() {
            200..300 => Ok(()),
            status @ (429 | 500..) => {
                let busy = NotifyError::Busy { hub: self.address.clone(), status };
                Err(Failure::Passing(busy, Retry::asked(response.headers())))
            }
            status => Err(Failure::Lasting(NotifyError::Refused { feed: feed.to_owned(), status })),
        }
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
