use crate::challenge::{Algorithm, Challenge, Digest};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use std::{fmt, sync::Arc};

/// Credentials for a store. No secret is in `Debug`, messages or logs.
///
/// A password in clear text, or a token, goes only over an encrypted or local connection.
#[derive(Clone, Default)]
pub enum Credentials {
    /// No credentials.
    #[default]
    None,
    /// User and password (RFC 7616 or RFC 7617).
    User {
        /// Name of the user.
        name: String,
        /// Password of the user.
        password: String,
        /// Scheme in which the password is sent.
        scheme: Scheme,
    },
    /// Bearer token (RFC 6750).
    Bearer {
        /// Value of the token.
        token: String,
    },
}

/// Scheme in which a password is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the server asks.
    #[default]
    Auto,
    /// In clear text, without being asked (RFC 7617).
    Basic,
    /// Only as a digest (RFC 7616).
    Digest,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::User { name, scheme, .. } => {
                f.debug_struct("User").field("name", name).field("scheme", scheme).finish_non_exhaustive()
            }
            Self::Bearer { .. } => f.debug_struct("Bearer").finish_non_exhaustive(),
        }
    }
}

/// Texts that no message may show, even if a server sends them back.
#[derive(Clone)]
pub(crate) struct Secrets(Arc<[String]>);

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets")
    }
}

impl Secrets {
    /// Returns a text without the secrets.
    pub(crate) fn remove_from(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, secret| text.replace(secret, "…"))
    }
}

impl Credentials {
    /// Returns the secrets, as they are and as they are sent.
    pub(crate) fn secrets(&self) -> Secrets {
        let secrets = match self {
            Self::None => Vec::new(),
            Self::User { name, password, .. } => vec![basic(name, password), password.clone()],
            Self::Bearer { token } => vec![token.clone()],
        };
        Secrets(secrets.into_iter().filter(|secret| !secret.is_empty()).collect())
    }
}

/// Returns a user and a password as they are sent (RFC 7617, section 2).
fn basic(name: &str, password: &str) -> String {
    BASE64_STANDARD.encode(format!("{name}:{password}"))
}

/// The parts of a request that authentication depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestTarget<'a> {
    pub(crate) method: &'a str,
    /// Path and query of the request.
    pub(crate) uri: &'a str,
    /// `true` if nobody in between can read the request: it is encrypted or local.
    pub(crate) is_private: bool,
}

/// Challenges of a server.
#[derive(Debug, Default)]
pub(crate) struct Session {
    digest: Option<Digest>,
    count: u32,
    is_basic: bool,
}

/// Refusal to send a secret in clear text over a connection that others can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClearText;

/// Consequence of a challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChallengeOutcome {
    /// The request can be sent again with an answer.
    Retry,
    /// We have no answer, or the server has rejected it.
    Unanswerable,
    /// The answer would be a password in clear text over an unencrypted connection.
    ClearText,
}

impl Session {
    /// Returns the value of `Authorization` for a request; `None` if nothing is to be sent.
    pub(crate) fn authorization(
        &mut self,
        credentials: &Credentials,
        target: RequestTarget<'_>,
    ) -> Result<Option<String>, ClearText> {
        let secret = match credentials {
            Credentials::None => return Ok(None),
            Credentials::Bearer { token } => format!("Bearer {token}"),
            Credentials::User { name, password, scheme } => {
                if *scheme != Scheme::Basic && !(self.is_basic && target.is_private) {
                    let Some(digest) = &self.digest else { return Ok(None) };
                    self.count += 1;
                    let nonce = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
                    let answer = digest.answer(name, password, target.method, target.uri, self.count, &nonce);
                    return Ok(Some(answer));
                }
                format!("Basic {}", basic(name, password))
            }
        };
        if target.is_private { Ok(Some(secret)) } else { Err(ClearText) }
    }

    /// Stores the challenges of `WWW-Authenticate`; `sent` is the `Authorization` that was rejected.
    pub(crate) fn accept_challenges(
        &mut self,
        credentials: &Credentials,
        headers: &[&str],
        target: RequestTarget<'_>,
        sent: Option<&str>,
    ) -> ChallengeOutcome {
        let Credentials::User { scheme, .. } = credentials else { return ChallengeOutcome::Unanswerable };
        let challenges: Vec<Challenge> = headers.iter().flat_map(|header| Challenge::parse(header)).collect();
        let best = challenges
            .iter()
            .filter_map(|challenge| match challenge {
                Challenge::Digest(digest) => Some(digest),
                Challenge::Basic | Challenge::Other => None,
            })
            .max_by_key(|digest| match digest.algorithm {
                Algorithm::Md5 => 0,
                Algorithm::Sha256 => 1,
            });
        match (best, scheme) {
            (Some(digest), Scheme::Auto | Scheme::Digest) => {
                // An answer to another nonce deserves another attempt.
                let is_new = sent.is_none_or(|sent| !sent.contains(&format!("nonce=\"{}\"", digest.nonce)));
                let is_worth_it = digest.is_stale || is_new;
                self.digest = Some(digest.clone());
                self.count = 0;
                if is_worth_it { ChallengeOutcome::Retry } else { ChallengeOutcome::Unanswerable }
            }
            (None, Scheme::Auto) if challenges.iter().any(|challenge| matches!(challenge, Challenge::Basic)) => {
                if !target.is_private {
                    return ChallengeOutcome::ClearText;
                }
                self.is_basic = true;
                if sent.is_none() { ChallengeOutcome::Retry } else { ChallengeOutcome::Unanswerable }
            }
            (None | Some(_), Scheme::Basic | Scheme::Digest) | (None, Scheme::Auto) => ChallengeOutcome::Unanswerable,
        }
    }
}
