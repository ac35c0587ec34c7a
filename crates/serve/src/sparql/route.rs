use super::{
    description,
    endpoint::{Answer, Endpoint, SparqlOptions},
    fault::Fault,
    negotiation::{Preferred, content_type},
    page::{Example, Page, Shown},
    protocol::Question,
    request::{ACCEPTED, Asked, METHODS},
    words::Words,
};
use crate::{Dist, Edition, answer::preflight, metrics::Route, negotiation::language};
use anslag_schema::LANGUAGES;
use anslag_store::AnswerFormats;
use askama::Template as _;
use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderName, HeaderValue, Method, Request, StatusCode, header},
    response::{IntoResponse, Response},
    routing::any,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use std::sync::Arc;
use tokio::sync::OwnedSemaphorePermit;

/// Maximum number of rows or triples of an answer for programs.
const MAX_ROWS: usize = 100_000;

/// Maximum number of rows or triples on a page.
const MAX_SHOWN: usize = 1000;

/// Maximum length of an answer on a page, in bytes. Its HTML is larger.
const MAX_PAGE: usize = 1 << 20;

/// Seconds after which a query that was cut may be asked again.
const RETRY_AFTER: &str = "30";

/// Returns the route of the endpoint.
pub(crate) fn router(path: &str, dist: Arc<Dist>, options: SparqlOptions) -> Router {
    Router::new().without_v07_checks().route(path, any(answer)).with_state(Arc::new(Endpoint::new(dist, options)))
}

/// Answers a request by the SPARQL 1.1 Protocol, section 2.1.
async fn answer(State(endpoint): State<Arc<Endpoint>>, request: Request<Body>) -> Response {
    let headers = request.headers().clone();
    endpoint.keep();
    let edition = endpoint.edition().await;
    let language = language(&headers, &LANGUAGES, "en");
    let preferred = Preferred::new(&headers);
    let mut response = if request.method() == Method::OPTIONS {
        preflight(METHODS)
    } else {
        match Asked::read(request).await {
            Err(fault) => refuse(&Fault::Request { fault }, language),
            Ok(asked) => {
                let chosen = asked.format.map(|format| Preferred::Data(AnswerFormats::only(format)));
                let reader = Reader { endpoint: &endpoint, edition: &edition, language };
                match chosen.or(preferred) {
                    None => refuse(&Fault::not_acceptable(), language),
                    Some(Preferred::Page) => reader.page(&asked).await,
                    Some(Preferred::Data(formats)) => match reader.data(&asked, formats).await {
                        Ok(response) => response,
                        Err(fault) => refuse(&fault, language),
                    },
                }
            }
        }
    };
    response.extensions_mut().insert(Route::Sparql);
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language"));
    // The answer changes with the next publication.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// Reader of a response: what the response depends on beside the query.
struct Reader<'a> {
    endpoint: &'a Arc<Endpoint>,
    edition: &'a Edition,
    language: &'static str,
}

impl Reader<'_> {
    /// Answers a program: with the answer to the query, or with the description of the endpoint.
    async fn data(&self, asked: &Asked, formats: AnswerFormats) -> Result<Response, Fault> {
        let Some(text) = &asked.query else {
            let bytes = description::write(self.edition.base(), formats.triples);
            return Ok(([(header::CONTENT_TYPE, content_type(formats.triples))], bytes).into_response());
        };
        let answer = self.ask(text, asked, formats, MAX_ROWS).await?;
        if answer.is_cut {
            return Err(Fault::Rows { max: MAX_ROWS });
        }
        let content_type = content_type(answer.format);
        let len = answer.bytes.len();
        let headers = [(header::CONTENT_TYPE, content_type), (header::CONTENT_LENGTH, len.to_string())];
        Ok((headers, body(answer.bytes, answer.permit)).into_response())
    }

    /// Answers a person.
    async fn page(&self, asked: &Asked) -> Response {
        let root = self.edition.root();
        let endpoint = format!("{root}sparql");
        let href = |text: &str| format!("{endpoint}?query={}", utf8_percent_encode(text, NON_ALPHANUMERIC));
        let mut shown = None;
        let mut fault = None;
        if let Some(text) = &asked.query {
            let dataset = asked.dataset.iter().flat_map(|dataset| {
                let parameter = |name: &'static str| {
                    move |graph: &String| format!("&{name}={}", utf8_percent_encode(graph, NON_ALPHANUMERIC))
                };
                let default = dataset.default.iter().map(parameter("default-graph-uri"));
                default.chain(dataset.named.iter().map(parameter("named-graph-uri"))).collect::<Vec<_>>()
            });
            let link = href(text) + &dataset.collect::<String>();
            match self.ask(text, asked, AnswerFormats::default(), MAX_SHOWN).await {
                Ok(answer) if answer.bytes.len() > MAX_PAGE => fault = Some(Fault::TooLong),
                Ok(answer) => {
                    shown = Shown::new(&answer, |format| format!("{link}&format={}", format.key()));
                }
                Err(error) => fault = Some(error),
            }
        }
        let examples = self.endpoint.options().queries.iter().map(|query| Example {
            title: if self.language == "sv" { &query.swedish } else { &query.english },
            href: href(&query.text),
        });
        let page = Page {
            words: Words::new(self.language),
            stylesheet: self.edition.stylesheet().map(|path| format!("{root}{path}")),
            root,
            query: asked.query.as_deref().unwrap_or_default(),
            fault: fault.as_ref().map(|fault| fault.message(self.language)),
            answer: shown,
            examples: examples.collect(),
        };
        let html = page.render().expect("writing into memory does not fail");
        let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_LANGUAGE, self.language)];
        let mut response = (headers, html).into_response();
        if let Some(fault) = fault {
            mark(&mut response, &fault);
        }
        response
    }

    async fn ask(&self, text: &str, asked: &Asked, formats: AnswerFormats, limit: usize) -> Result<Answer, Fault> {
        let question = Question {
            text: text.to_owned(),
            dataset: asked.dataset.clone(),
            formats,
            limit,
            base: self.edition.base().iri().to_string(),
            language: self.language.to_owned(),
        };
        let answer = self.endpoint.answer(question).await;
        answer.map_err(|failure| Fault::of(failure, self.endpoint.options().timeout.get()))
    }
}

/// Answers that there is no answer, in plain text.
fn refuse(fault: &Fault, language: &str) -> Response {
    let mut response =
        ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], fault.message(language) + "\n").into_response();
    mark(&mut response, fault);
    response
}

/// Sets the status of a fault, and the headers that say what to do about it.
fn mark(response: &mut Response, fault: &Fault) {
    if let Some(reason) = fault.unanswered() {
        response.extensions_mut().insert(reason);
    }
    let status = fault.status();
    *response.status_mut() = status;
    let mut insert = |name: HeaderName, value| response.headers_mut().insert(name, HeaderValue::from_static(value));
    match status {
        StatusCode::SERVICE_UNAVAILABLE => drop(insert(header::RETRY_AFTER, RETRY_AFTER)),
        StatusCode::METHOD_NOT_ALLOWED => drop(insert(header::ALLOW, METHODS)),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => drop(insert(HeaderName::from_static("accept-post"), ACCEPTED)),
        // The rest of the body is not read.
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::REQUEST_TIMEOUT => drop(insert(header::CONNECTION, "close")),
        _ => {}
    }
}

/// Returns a body that gives its memory back when it is sent, or when the client is gone.
fn body(bytes: Vec<u8>, permit: OwnedSemaphorePermit) -> Body {
    Body::from(Bytes::from_owner(Sent { bytes, _permit: permit }))
}

/// Bytes of an answer, with the permit to hold them.
struct Sent {
    bytes: Vec<u8>,
    _permit: OwnedSemaphorePermit,
}

impl AsRef<[u8]> for Sent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}
