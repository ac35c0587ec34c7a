use super::{
    cache::{Cache, Entry, digest},
    fault::{FetchError, FetchFault},
    pace::Pace,
};
use crate::gzip::gunzip;
use anslag_http::{Agent, AttemptError, HttpFault, ProxyUse, Reach, Retry, retry_after};
use anslag_wording::IoFault;
use robotxt::{AccessResult, Robots};
use std::{
    collections::HashMap,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};
use ureq::{
    Body,
    http::{HeaderName, Response, header},
};
use url::{Position, Url};

/// Maximum number of redirects, by which RFC 9309 also finds robots.txt.
const MAX_REDIRECTS: usize = 5;

/// Name by which robots.txt may address us (RFC 9309, section 2.2.1).
const NAME: &str = "anslag";

/// How to fetch.
#[derive(Clone, Debug)]
pub struct FetchOptions {
    /// Maximum time of an answer, its body included.
    pub timeout: Duration,
    /// Least time between two requests to a host.
    pub interval: Duration,
    /// Hosts that may be asked.
    pub reach: Reach,
    /// Proxies that requests may go through.
    pub proxies: ProxyUse,
    /// Repetition of requests that fail for a while.
    pub retry: Retry,
    /// Maximum size of an answer, in mebibytes, also when it is decompressed.
    pub mebibytes: u64,
    /// E-mail or web address of who asks, which the owner of a website sees.
    pub contact: Option<String>,
    /// Directory for answers, by which a later request learns that nothing has changed.
    pub cache: Option<PathBuf>,
}

impl Default for FetchOptions {
    fn default() -> Self {
        Self {
            timeout: Duration::from_mins(1),
            interval: Duration::from_secs(1),
            reach: Reach::Internet,
            proxies: ProxyUse::Environment,
            retry: Retry { attempts: 3.try_into().expect("three is not zero"), ..Retry::default() },
            mebibytes: 64,
            contact: None,
            cache: None,
        }
    }
}

/// Answer of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Address that gave the answer; another than the one that was asked after a redirect.
    pub address: String,
    /// Media type with its parameters, as the server states it.
    pub content_type: Option<String>,
    /// Number of pages of a list, as WordPress states it.
    pub pages: Option<u32>,
    /// Content, decompressed.
    pub body: Vec<u8>,
    /// `true` if the content is that of the last request to this address.
    pub is_unchanged: bool,
}

/// Content that a request asks for.
#[derive(Clone, Copy)]
enum Wanted {
    Anything,
    Json,
    Robots,
}

/// Fetches addresses, as robots.txt and a polite rate allow.
///
/// It asks no address but those that it is given, the robots.txt of their hosts, and the targets of redirects.
#[derive(Debug)]
pub struct Fetcher {
    agent: Agent,
    options: FetchOptions,
    user_agent: String,
    cache: Option<Cache>,
    pace: Pace,
    /// Rules of each origin.
    robots: HashMap<String, Result<Robots, FetchFault>>,
}

impl Fetcher {
    /// Returns a fetcher that has asked nothing yet.
    #[must_use]
    pub fn new(options: FetchOptions) -> Self {
        Self {
            agent: Agent::with_reach(options.timeout, options.proxies, options.reach),
            user_agent: user_agent(options.contact.as_deref()),
            cache: options.cache.clone().map(Cache::new),
            pace: Pace::new(options.interval),
            robots: HashMap::new(),
            options,
        }
    }

    /// Fetches an address.
    pub fn get(&mut self, address: &str) -> Result<Answer, FetchError> {
        self.fetch(address, Wanted::Anything)
    }

    /// Fetches an address that answers JSON, and returns the answer with the value.
    pub fn get_json(&mut self, address: &str) -> Result<(Answer, serde_json::Value), FetchError> {
        let answer = self.fetch(address, Wanted::Json)?;
        let is_html = answer.body.trim_ascii_start().starts_with(b"<");
        let value = serde_json::from_slice(&answer.body).map_err(|error| {
            let not_json = FetchFault::NotJson { line: error.line(), column: error.column() };
            let fault = if is_html { FetchFault::HtmlForJson } else { not_json };
            FetchError::Failed { address: address.to_owned(), fault }
        })?;
        Ok((answer, value))
    }

    fn fetch(&mut self, address: &str, wanted: Wanted) -> Result<Answer, FetchError> {
        let failed = |fault| FetchError::Failed { address: without_secrets(address), fault };
        let url = web_address(address).ok_or_else(|| failed(invalid_address()))?;
        let answer = self.follow(url.clone(), wanted).map_err(failed)?;
        // Some systems answer nothing now and then.
        if answer.body.is_empty() { self.follow(url, wanted).and_then(not_empty).map_err(failed) } else { Ok(answer) }
    }

    /// Fetches an address and follows its redirects.
    fn follow(&mut self, mut url: Url, wanted: Wanted) -> Result<Answer, FetchFault> {
        for _ in 0..=MAX_REDIRECTS {
            let delay = match wanted {
                Wanted::Robots => None,
                Wanted::Anything | Wanted::Json => self.allow(&url)?,
            };
            match self.ask(&url, wanted, delay)? {
                Asked::Answer(answer) => return Ok(answer),
                Asked::Redirect(target) => {
                    let next = url.join(&target).ok().and_then(|next| web_address(next.as_str()));
                    let next = next.ok_or(FetchFault::InvalidRedirect { target })?;
                    if url.scheme() == "https" && next.scheme() != "https" {
                        return Err(FetchFault::Unencrypted { target: next.into() });
                    }
                    url = next;
                }
            }
        }
        Err(FetchFault::TooManyRedirects { limit: MAX_REDIRECTS })
    }

    /// Checks that robots.txt allows an address; returns the delay that it asks for.
    fn allow(&mut self, url: &Url) -> Result<Option<Duration>, FetchFault> {
        let origin = url.origin().ascii_serialization();
        if !self.robots.contains_key(&origin) {
            let robots = self.fetch_robots(url);
            self.robots.insert(origin.clone(), robots);
        }
        let robots = self.robots[&origin].as_ref().map_err(Clone::clone)?;
        if robots.is_url_allowed(url) {
            return Ok(robots.crawl_delay());
        }
        let path = &url[Position::BeforePath..Position::AfterQuery];
        let rule = robots.matching_rule(path).map_or("/", robotxt::Rule::pattern);
        Err(FetchFault::Forbidden { rule: rule.to_owned() })
    }

    /// Fetches the rules of a website. One without robots.txt allows everything (RFC 9309, section 2.3.1.3).
    fn fetch_robots(&mut self, url: &Url) -> Result<Robots, FetchFault> {
        let address = url.join("/robots.txt").map_err(|_| invalid_address())?;
        let access = |access| Ok(Robots::from_access(access, NAME));
        match self.follow(address, Wanted::Robots) {
            // A page says that there is no such file, with the status 200.
            Ok(answer) if answer.body.trim_ascii_start().starts_with(b"<") => access(AccessResult::Unavailable),
            Ok(answer) => access(AccessResult::Successful(&answer.body)),
            Err(FetchFault::Status { status: 400..500 } | FetchFault::TooManyRedirects { .. }) => {
                access(AccessResult::Unavailable)
            }
            // The address itself would fail in the same way.
            Err(
                fault @ FetchFault::Http {
                    fault: HttpFault::PrivateAddress { .. } | HttpFault::UnknownHost | HttpFault::Refused,
                },
            ) => Err(fault),
            Err(fault) => Err(FetchFault::NoRobots { fault: Box::new(fault) }),
        }
    }

    /// Asks an address in its turn.
    fn ask(&mut self, url: &Url, wanted: Wanted, delay: Option<Duration>) -> Result<Asked, FetchFault> {
        let host = url.host_str().unwrap_or_default();
        let limit = self.options.mebibytes << 20;
        let known = self.cache.as_ref().and_then(|cache| cache.get(url.as_str(), limit));
        let (pace, retry) = (&mut self.pace, self.options.retry);
        let answer = retry.run(|| {
            thread::sleep(pace.turn(host, delay, Instant::now()));
            attempt(&self.agent, &self.user_agent, url, wanted, known.as_ref().map(|(entry, _)| entry), &self.options)
        })?;
        let (content, known) = match (answer, known) {
            (Received::Redirect(target), _) => return Ok(Asked::Redirect(target)),
            (Received::Unchanged, Some((entry, body))) => return Ok(Asked::Answer(to_answer(url, entry, body, true))),
            (Received::Unchanged, None) => return Err(FetchFault::Status { status: 304 }),
            (Received::Content(entry, body), known) => ((entry, body), known),
        };
        let (entry, body) = content;
        let is_unchanged = known.is_some_and(|(known, _)| known.sha256 == entry.sha256);
        if let Some(cache) = &self.cache
            && !body.is_empty()
        {
            cache.put(&entry, &body).map_err(|error| FetchFault::Cache {
                folder: cache.folder().display().to_string(),
                fault: IoFault::from(&error),
            })?;
        }
        Ok(Asked::Answer(to_answer(url, entry, body, is_unchanged)))
    }
}

/// Answer to a request, or another address to ask.
enum Asked {
    Answer(Answer),
    Redirect(String),
}

/// Answer to one request, as it was received.
enum Received {
    Content(Entry, Vec<u8>),
    Unchanged,
    Redirect(String),
}

fn attempt(
    agent: &Agent,
    user_agent: &str,
    url: &Url,
    wanted: Wanted,
    known: Option<&Entry>,
    options: &FetchOptions,
) -> Result<Received, AttemptError<FetchFault>> {
    let http = |error: AttemptError<HttpFault>| error.map(|fault| FetchFault::Http { fault });
    let accept = match wanted {
        Wanted::Json => "application/json",
        Wanted::Robots => "text/plain",
        Wanted::Anything => "*/*",
    };
    let send = |agent: &ureq::Agent| {
        let mut request = agent.get(url.as_str()).header(header::USER_AGENT, user_agent);
        request = request.header(header::ACCEPT, accept).header(header::ACCEPT_ENCODING, "gzip");
        if let Some(etag) = known.and_then(|known| known.etag.as_ref()) {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(day) = known.and_then(|known| known.last_modified.as_ref()) {
            request = request.header(header::IF_MODIFIED_SINCE, day);
        }
        request.call()
    };
    let response = agent.send(url.as_str(), send).map_err(http)?;
    match response.status().as_u16() {
        200 => {}
        304 => return Ok(Received::Unchanged),
        301..=303 | 307 | 308 => {
            return Ok(Received::Redirect(field(&response, &header::LOCATION).unwrap_or_default()));
        }
        status @ (429 | 500..) => {
            return Err(AttemptError::Transient(FetchFault::Status { status }, retry_after(response.headers())));
        }
        status => return Err(AttemptError::Permanent(FetchFault::Status { status })),
    }
    let is_compressed = field(&response, &header::CONTENT_ENCODING).is_some_and(|coding| coding.contains("gzip"));
    let mut entry = Entry {
        address: url.as_str().to_owned(),
        etag: field(&response, &header::ETAG),
        last_modified: field(&response, &header::LAST_MODIFIED),
        content_type: field(&response, &header::CONTENT_TYPE),
        pages: field(&response, &HeaderName::from_static("x-wp-totalpages")).and_then(|pages| pages.parse().ok()),
        sha256: String::new(),
    };
    let mut body = agent.read(response, options.mebibytes).map_err(http)?;
    if is_compressed {
        body = gunzip(body, options.mebibytes << 20)
            .map_err(|fault| AttemptError::Permanent(FetchFault::of_gzip(&fault, options.mebibytes)))?;
    }
    entry.sha256 = digest(&body);
    Ok(Received::Content(entry, body))
}

fn to_answer(url: &Url, entry: Entry, body: Vec<u8>, is_unchanged: bool) -> Answer {
    Answer { address: url.to_string(), content_type: entry.content_type, pages: entry.pages, body, is_unchanged }
}

fn not_empty(answer: Answer) -> Result<Answer, FetchFault> {
    if answer.body.is_empty() { Err(FetchFault::Empty) } else { Ok(answer) }
}

fn field(response: &Response<Body>, name: &HeaderName) -> Option<String> {
    response.headers().get(name)?.to_str().ok().map(|value| value.trim().to_owned())
}

/// Returns an address of the web without its fragment; `None` if it has another scheme, or a user.
fn web_address(address: &str) -> Option<Url> {
    let mut url = Url::parse(address).ok()?;
    let is_web = matches!(url.scheme(), "http" | "https");
    url.set_fragment(None);
    (is_web && url.has_host() && url.username().is_empty() && url.password().is_none()).then_some(url)
}

/// Returns an address as messages may show it.
fn without_secrets(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return address.to_owned() };
    if url.password().is_none() || url.set_password(None).is_err() {
        return address.to_owned();
    }
    url.into()
}

/// Returns the name by which servers know us, with whom to ask.
fn user_agent(contact: Option<&str>) -> String {
    let name = concat!("anslag/", env!("CARGO_PKG_VERSION"));
    let contact: String =
        contact.unwrap_or_default().chars().filter(|c| c.is_ascii_graphic() && !"()\\".contains(*c)).collect();
    if contact.is_empty() { format!("{name} (import)") } else { format!("{name} (import; {contact})") }
}

const fn invalid_address() -> FetchFault {
    FetchFault::Http { fault: HttpFault::InvalidAddress }
}
