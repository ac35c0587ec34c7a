use crate::challenge::{Algorithm, Challenge, Digest};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use std::fmt;

/// Who asks. What is secret of it is in no `Debug`, no message and no log.
#[derive(Clone, Default)]
pub enum Credentials {
    /// Nobody that the server would have to know.
    #[default]
    None,
    /// A user with a password, said in the way that the server wants (RFC 7616 or RFC 7617).
    User {
        /// The user's name.
        name: String,
        /// The password.
        password: String,
        /// Which ways we go.
        scheme: Scheme,
    },
    /// A token (RFC 6750).
    Bearer {
        /// The token.
        token: String,
    },
}

/// In which ways a password is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the server wants it; as it is only where nobody on the way can read it.
    #[default]
    AsAsked,
    /// As it is (RFC 7617), at once.
    Basic,
    /// Never as it is, but as a digest (RFC 7616).
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

/// A request, as far as a digest is made of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    pub(crate) method: &'a str,
    /// Path and query, as they stand in the request.
    pub(crate) uri: &'a str,
    /// Whether nobody on the way can read it: it is encrypted, or does not leave the machine.
    pub(crate) is_private: bool,
}

/// What a server has told of how it wants to be answered.
#[derive(Debug, Default)]
pub(crate) struct Session {
    digest: Option<Digest>,
    count: u32,
    is_basic: bool,
}

/// What comes of a challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Met {
    /// The request may be sent again, with an answer to it.
    Yes,
    /// There is no answer, or not the right one.
    No,
    /// The answer would be a password that everybody can read.
    InTheClear,
}

impl Session {
    /// The value of `Authorization` for a request, where there is anything to be said.
    pub(crate) fn authorization(&mut self, credentials: &Credentials, target: Target<'_>) -> Option<String> {
        match credentials {
            Credentials::None => None,
            Credentials::Bearer { token } => Some(format!("Bearer {token}")),
            Credentials::User { name, password, scheme } => {
                if *scheme == Scheme::Basic || (self.is_basic && target.is_private) {
                    return Some(format!("Basic {}", BASE64_STANDARD.encode(format!("{name}:{password}"))));
                }
                let digest = self.digest.as_ref()?;
                self.count += 1;
                let nonce = format!("{:016x}{:016x}", fastrand::u64(..), fastrand::u64(..));
                Some(digest.answer(name, password, target.method, target.uri, self.count, &nonce))
            }
        }
    }

    /// Takes what a server wants to know, as it stands in `WWW-Authenticate`; `sent` is what it was told in vain.
    pub(crate) fn meet(
        &mut self,
        credentials: &Credentials,
        headers: &[&str],
        target: Target<'_>,
        sent: Option<&str>,
    ) -> Met {
        let Credentials::User { scheme, .. } = credentials else { return Met::No };
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
            (Some(digest), Scheme::AsAsked | Scheme::Digest) => {
                // A digest that was of another nonce, an old one too, is worth another attempt.
                let is_new = sent.is_none_or(|sent| !sent.contains(&format!("nonce=\"{}\"", digest.nonce)));
                let is_worth_it = digest.is_stale || is_new;
                self.digest = Some(digest.clone());
                self.count = 0;
                if is_worth_it { Met::Yes } else { Met::No }
            }
            (None, Scheme::AsAsked) if challenges.iter().any(|challenge| matches!(challenge, Challenge::Basic)) => {
                if !target.is_private {
                    return Met::InTheClear;
                }
                self.is_basic = true;
                if sent.is_none() { Met::Yes } else { Met::No }
            }
            (None | Some(_), Scheme::Basic | Scheme::Digest) | (None, Scheme::AsAsked) => Met::No,
        }
    }
}
