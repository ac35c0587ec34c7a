use crate::{
    credentials::{ChallengeOutcome, ClearText, Credentials, RequestTarget, Secrets, Session},
    error::{AuthProblem, RequestError},
    lock::lock,
};
use anslag_http::{Agent, AttemptError, HttpFault, Retry, is_private, retry_after};
use std::{borrow::Cow, sync::Mutex};
use ureq::{
    Body,
    http::{Method, Request, Response, Uri, header},
};

/// Maximum size of an answer, in mebibytes.
const MAX_ANSWER: u64 = 256;

/// Maximum length of an excerpt, in characters.
const MAX_EXCERPT: usize = 240;

/// An HTTP client for one server, shared by several threads.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
    credentials: Credentials,
    secrets: Secrets,
    session: Mutex<Session>,
    retry: Retry,
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) method: Method,
    pub(crate) address: &'a str,
    /// Value of `Accept`.
    pub(crate) accept: &'a str,
    /// Media type and content of the body.
    pub(crate) body: Option<(&'a str, &'a [u8])>,
}

/// Answer of a server.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) media_type: String,
    pub(crate) body: Vec<u8>,
    location: String,
    /// Secrets that the server may have sent back.
    secrets: Secrets,
}

impl Client {
    /// Creates a client that never follows redirects, so that only one server gets the password.
    pub(crate) fn new(credentials: Credentials, agent: Agent, retry: Retry) -> Self {
        Self { agent, secrets: credentials.secrets(), credentials, session: Mutex::default(), retry }
    }

    /// Sends a request, and repeats it after temporary failures. Any other status is an answer.
    ///
    /// The request has to have the same effect when it is sent twice.
    pub(crate) fn send(&self, call: &Call<'_>) -> Result<Answer, RequestError> {
        self.retry.run(|| self.attempt(call))
    }

    /// Sends a request; returns `Err` unless the status says that it succeeded.
    pub(crate) fn succeed(&self, call: &Call<'_>) -> Result<Answer, RequestError> {
        let answer = self.send(call)?;
        if (200..300).contains(&answer.status) { Ok(answer) } else { Err(self.refusal(call, &answer)) }
    }

    /// Returns the error that an unsuccessful answer means.
    pub(crate) fn refusal(&self, call: &Call<'_>, answer: &Answer) -> RequestError {
        let address = call.address.to_owned();
        match answer.status {
            status @ (401 | 403) => {
                let problem = match self.credentials {
                    Credentials::None => AuthProblem::Missing,
                    Credentials::User { .. } | Credentials::Bearer { .. } => AuthProblem::Rejected,
                };
                RequestError::Unauthorized { address, status, problem }
            }
            404 => RequestError::NotFound { address },
            status @ 300..=399 => RequestError::Redirected { address, status, to: answer.location.clone() },
            status => RequestError::Refused { address, status, excerpt: answer.excerpt() },
        }
    }

    /// Sends a request once, and again if the server asks for credentials that we have.
    fn attempt(&self, call: &Call<'_>) -> Result<Answer, AttemptError<RequestError>> {
        let unreachable = |fault| RequestError::Unreachable { address: call.address.to_owned(), fault };
        let uri: Uri =
            call.address.parse().map_err(|_| AttemptError::Permanent(unreachable(HttpFault::InvalidAddress)))?;
        let target = RequestTarget {
            method: call.method.as_str(),
            uri: uri.path_and_query().map_or("/", |path| path.as_str()),
            is_private: is_private(&uri),
        };
        // A nonce may have expired, and then another connection may have received a newer one.
        for _ in 0..3 {
            let authorization = lock(&self.session).authorization(&self.credentials, target);
            let authorization = authorization.map_err(|ClearText| AttemptError::Permanent(unencrypted(call)))?;
            let mut request =
                Request::builder().method(call.method.clone()).uri(call.address).header(header::ACCEPT, call.accept);
            if let Some(value) = &authorization {
                request = request.header(header::AUTHORIZATION, value);
            }
            let response = self.agent.send(call.address, |agent| match call.body {
                Some((media_type, body)) => agent.run(request.header(header::CONTENT_TYPE, media_type).body(body)?),
                None => agent.run(request.body(())?),
            });
            let response = response.map_err(|error| error.map(unreachable))?;
            if response.status() != 401 {
                return self.read(call, response);
            }
            let headers = response.headers().get_all(header::WWW_AUTHENTICATE);
            let headers: Vec<&str> = headers.iter().filter_map(|value| value.to_str().ok()).collect();
            let outcome =
                lock(&self.session).accept_challenges(&self.credentials, &headers, target, authorization.as_deref());
            match outcome {
                ChallengeOutcome::Retry => {}
                ChallengeOutcome::Unanswerable => return self.read(call, response),
                ChallengeOutcome::ClearText => return Err(AttemptError::Permanent(unencrypted(call))),
            }
        }
        let answer = Answer {
            status: 401,
            media_type: String::new(),
            body: Vec::new(),
            location: String::new(),
            secrets: self.secrets.clone(),
        };
        Err(AttemptError::Permanent(self.refusal(call, &answer)))
    }

    /// Reads the body of an answer, and classifies its status.
    fn read(&self, call: &Call<'_>, response: Response<Body>) -> Result<Answer, AttemptError<RequestError>> {
        let field = |name: header::HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
        let media_type = field(header::CONTENT_TYPE).unwrap_or_default();
        let secrets = self.secrets.clone();
        let media_type =
            secrets.remove_from(media_type.split(';').next().unwrap_or_default().trim()).to_ascii_lowercase();
        let location = secrets.remove_from(field(header::LOCATION).unwrap_or_default());
        let retry_after = retry_after(response.headers());
        let status = response.status().as_u16();
        let incomplete = |fault| RequestError::Incomplete { address: call.address.to_owned(), fault };
        let body = self.agent.read(response, MAX_ANSWER).map_err(|error| error.map(incomplete))?;
        let answer = Answer { status, media_type, body, location, secrets };
        match status {
            status if matches!(status, 429 | 502 | 503 | 504) || answer.is_deadlock() => {
                let (address, excerpt) = (call.address.to_owned(), answer.excerpt());
                Err(AttemptError::Transient(RequestError::Busy { address, status, excerpt }, retry_after))
            }
            _ => Ok(answer),
        }
    }
}

fn unencrypted(call: &Call<'_>) -> RequestError {
    RequestError::Unencrypted { address: call.address.to_owned() }
}

impl Answer {
    /// Returns whether the server has rolled back a deadlocked transaction (Virtuoso).
    fn is_deadlock(&self) -> bool {
        self.status == 500 && String::from_utf8_lossy(&self.body).contains("Transaction deadlocked")
    }

    /// Returns the first paragraph, shortened, without tags, control characters and secrets.
    pub(crate) fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let text = if self.media_type.contains("html") { Cow::Owned(strip_tags(&text)) } else { text };
        let paragraph = text.trim().split("\n\n").next().unwrap_or_default();
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        let words: String =
            self.secrets.remove_from(&words.join(" ")).chars().filter(|character| !character.is_control()).collect();
        match words.char_indices().nth(MAX_EXCERPT) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None => words,
        }
    }
}

/// Replaces the tags of HTML by spaces, for a message.
fn strip_tags(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        text.push(' ');
    }
    text
}
