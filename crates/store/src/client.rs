use crate::{
    credentials::{Credentials, Met, Session, Target},
    error::{Advice, RequestError},
    lock::lock,
};
use anslag_http::{Failure, Retry, agent};
use std::{
    borrow::Cow,
    io,
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use ureq::{
    Agent, Body,
    http::{Method, Request, Response, Uri, header},
};

/// The most that is read of an answer.
const LONGEST_ANSWER: u64 = 256 * 1024 * 1024;

/// How many characters of a server's words are repeated.
const LONGEST_WORDS: usize = 240;

/// What speaks to a server, over several connections at once.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
    credentials: Credentials,
    session: Mutex<Session>,
    retry: Retry,
    /// Whether a server has ever answered.
    has_answered: AtomicBool,
}

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) method: Method,
    pub(crate) address: &'a str,
    /// What the answer should be.
    pub(crate) accept: &'a str,
    /// What is sent, with its media type.
    pub(crate) body: Option<(&'a str, &'a [u8])>,
}

/// What a server answers.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) media_type: String,
    pub(crate) body: Vec<u8>,
    location: String,
}

impl Client {
    /// A client that trusts what the operating system trusts, and goes nowhere but where it is sent: a password is for one
    /// server.
    pub(crate) fn new(credentials: Credentials, retry: Retry, timeout: Duration) -> Self {
        Self {
            agent: agent(timeout),
            credentials,
            session: Mutex::default(),
            retry,
            has_answered: AtomicBool::new(false),
        }
    }

    /// Sends a request, again and again while the server cannot be reached or says that it cannot answer now. Any other
    /// status is an answer. What is sent has the same effect however often it is sent.
    pub(crate) fn send(&self, call: &Call<'_>) -> Result<Answer, RequestError> {
        self.retry.run(|| self.attempt(call))
    }

    /// Sends a request that has to succeed.
    pub(crate) fn succeed(&self, call: &Call<'_>) -> Result<Answer, RequestError> {
        let answer = self.send(call)?;
        if (200..300).contains(&answer.status) { Ok(answer) } else { Err(self.refusal(call, &answer)) }
    }

    /// What an answer without success means.
    pub(crate) fn refusal(&self, call: &Call<'_>, answer: &Answer) -> RequestError {
        let address = call.address.to_owned();
        match answer.status {
            status @ (401 | 403) => {
                let advice = match self.credentials {
                    Credentials::None => Advice::NoCredentials,
                    Credentials::User { .. } | Credentials::Bearer { .. } => Advice::WrongCredentials,
                };
                RequestError::Unauthorized { address, status, advice }
            }
            404 => RequestError::NotFound { address },
            status @ 300..=399 => RequestError::Redirected { address, status, to: answer.location.clone() },
            status => RequestError::Refused { address, status, words: answer.words() },
        }
    }

    /// Sends a request once, and once more where the server only wants to know who asks.
    fn attempt(&self, call: &Call<'_>) -> Result<Answer, Failure<RequestError>> {
        let uri: Uri = call.address.parse().map_err(|_| {
            let source = Box::new(ureq::Error::BadUri(call.address.to_owned()));
            Failure::Lasting(RequestError::Unreachable { address: call.address.to_owned(), source })
        })?;
        let target = Target {
            method: call.method.as_str(),
            uri: uri.path_and_query().map_or("/", |path| path.as_str()),
            is_private: uri.scheme_str() == Some("https") || uri.host().is_some_and(is_this_machine),
        };
        // A digest may be too old, and then be overtaken by that of another connection.
        for _ in 0..3 {
            let authorization = lock(&self.session).authorization(&self.credentials, target);
            let mut request =
                Request::builder().method(call.method.clone()).uri(call.address).header(header::ACCEPT, call.accept);
            if let Some(value) = &authorization {
                request = request.header(header::AUTHORIZATION, value);
            }
            let response = match call.body {
                Some((media_type, body)) => {
                    request.header(header::CONTENT_TYPE, media_type).body(body).map(|request| self.agent.run(request))
                }
                None => request.body(()).map(|request| self.agent.run(request)),
            };
            let response = response.map_err(ureq::Error::from).and_then(|response| response);
            let response = response.map_err(|error| self.unreachable(call, error))?;
            self.has_answered.store(true, Ordering::Relaxed);
            if response.status() != 401 {
                return read(call, response);
            }
            let headers = response.headers().get_all(header::WWW_AUTHENTICATE);
            let headers: Vec<&str> = headers.iter().filter_map(|value| value.to_str().ok()).collect();
            let met = lock(&self.session).meet(&self.credentials, &headers, target, authorization.as_deref());
            match met {
                Met::Yes => {}
                Met::No => return read(call, response),
                Met::InTheClear => {
                    let (address, status) = (call.address.to_owned(), 401);
                    let advice = Advice::BasicInTheClear;
                    return Err(Failure::Lasting(RequestError::Unauthorized { address, status, advice }));
                }
            }
        }
        let answer = Answer { status: 401, media_type: String::new(), body: Vec::new(), location: String::new() };
        Err(Failure::Lasting(self.refusal(call, &answer)))
    }

    /// Why there was no answer, and whether there may be one later.
    fn unreachable(&self, call: &Call<'_>, error: ureq::Error) -> Failure<RequestError> {
        let is_passing = match &error {
            // Where nobody has ever listened, the address may well be wrong.
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                self.has_answered.load(Ordering::Relaxed)
            }
            // What TLS does not accept comes as invalid data.
            ureq::Error::Io(error) => error.kind() != io::ErrorKind::InvalidData,
            ureq::Error::Timeout(_) | ureq::Error::ConnectionFailed | ureq::Error::Protocol(_) => true,
            // Errors of another maker's, which there are more of in each version.
            _ => false,
        };
        let error = RequestError::Unreachable { address: call.address.to_owned(), source: Box::new(error) };
        if is_passing { Failure::Passing(error, None) } else { Failure::Lasting(error) }
    }
}

/// Reads an answer to its end, and tells whether the server only cannot answer now.
fn read(call: &Call<'_>, mut response: Response<Body>) -> Result<Answer, Failure<RequestError>> {
    let field = |name: header::HeaderName| response.headers().get(name).and_then(|value| value.to_str().ok());
    let media_type = field(header::CONTENT_TYPE).unwrap_or_default();
    let media_type = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let location = field(header::LOCATION).unwrap_or_default().to_owned();
    let asked = Retry::asked(response.headers());
    let status = response.status().as_u16();
    let body = response.body_mut().with_config().limit(LONGEST_ANSWER).read_to_vec().map_err(|error| {
        Failure::Passing(RequestError::Broken { address: call.address.to_owned(), source: Box::new(error) }, None)
    })?;
    let answer = Answer { status, media_type, body, location };
    match status {
        status if matches!(status, 429 | 502 | 503 | 504) || answer.is_deadlock() => {
            let (address, words) = (call.address.to_owned(), answer.words());
            Err(Failure::Passing(RequestError::Busy { address, status, words }, asked))
        }
        _ => Ok(answer),
    }
}

/// Whether a host is the machine itself.
fn is_this_machine(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

impl Answer {
    /// Whether two transactions were in each other's way, and the server has given up this one: so says Virtuoso.
    fn is_deadlock(&self) -> bool {
        self.status == 500 && String::from_utf8_lossy(&self.body).contains("Transaction deadlocked")
    }

    /// The answer's words, shortened: its first paragraph, without what could steer a terminal.
    pub(crate) fn words(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        let text = if self.media_type.contains("html") { Cow::Owned(without_tags(&text)) } else { text };
        let paragraph = text.trim().split("\n\n").next().unwrap_or_default();
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        let words: String = words.join(" ").chars().filter(|character| !character.is_control()).collect();
        match words.char_indices().nth(LONGEST_WORDS) {
            Some((end, _)) => format!("{}…", &words[..end]),
            None => words,
        }
    }
}

/// What is left of HTML without its tags, for a message.
fn without_tags(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or("", |(_, text)| text));
        text.push(' ');
    }
    text
}
