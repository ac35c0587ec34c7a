use anslag_store::{AnswerFormat, Dataset};
use anslag_wording::wording;
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::LengthLimitError;
use percent_encoding::percent_decode_str;
use std::{error::Error, time::Duration};
use tokio::time;

/// Maximum length of the body of a request, in bytes.
const MAX_BODY: usize = 256 << 10;

/// Time in which a client must send the body of a request.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);

/// Methods of the endpoint.
pub(super) const METHODS: &str = "GET, HEAD, POST, OPTIONS";

/// Media type of a query that is sent as it is.
const QUERY: &str = "application/sparql-query";

/// Media type of an update.
const UPDATE: &str = "application/sparql-update";

/// Media type of a form.
const FORM: &str = "application/x-www-form-urlencoded";

/// Media types that the endpoint accepts.
pub(super) const ACCEPTED: &str = "application/sparql-query, application/x-www-form-urlencoded";

/// Request of the SPARQL 1.1 Protocol, section 2.1.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// The query; `None` if the request is for the endpoint itself.
    pub(super) query: Option<String>,
    /// Dataset of the request.
    pub(super) dataset: Option<Dataset>,
    /// Format of the parameter `format`, which overrides `Accept`.
    pub(super) format: Option<AnswerFormat>,
}

wording! {
    /// Fault of a request.
    #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
    pub(super) enum RequestFault {
        Method { method: String }
            en("unknown method `{method}`: use GET or POST")
            sv("okänd metod `{method}`: använd GET eller POST"),
        MediaType
            en("a query is sent as `{QUERY}` or as `{FORM}`")
            sv("en fråga skickas som `{QUERY}` eller som `{FORM}`"),
        Charset
            en("a query is sent in UTF-8")
            sv("en fråga skickas i UTF-8"),
        NotUtf8
            en("the request is not valid UTF-8")
            sv("begäran är inte giltig UTF-8"),
        Length
            en("the request is longer than {} KiB", MAX_BODY >> 10)
            sv("begäran är längre än {} KiB", MAX_BODY >> 10),
        Slow
            en("the request did not arrive in {} s", BODY_TIMEOUT.as_secs())
            sv("begäran kom inte fram på {} s", BODY_TIMEOUT.as_secs()),
        Incomplete
            en("the request ended too early")
            sv("begäran tog slut för tidigt"),
        NoQuery
            en("the request has no parameter `query`")
            sv("begäran har ingen parameter `query`"),
        SeveralQueries
            en("the request has more than one query")
            sv("begäran har mer än en fråga"),
        Format { name: String }
            en("unknown format `{name}`")
            sv("okänt format `{name}`"),
        Update
            en("the data can only be read: updates are refused")
            sv("data går bara att läsa: uppdateringar nekas"),
    }
}

impl RequestFault {
    pub(super) const fn status(&self) -> StatusCode {
        match self {
            Self::Method { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::MediaType | Self::Charset => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Length => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Slow => StatusCode::REQUEST_TIMEOUT,
            Self::Update => StatusCode::FORBIDDEN,
            Self::NotUtf8 | Self::Incomplete | Self::NoQuery | Self::SeveralQueries | Self::Format { .. } => {
                StatusCode::BAD_REQUEST
            }
        }
    }
}

impl Asked {
    /// Reads a request with its body.
    pub(super) async fn read(request: Request<Body>) -> Result<Self, RequestFault> {
        let (head, body) = request.into_parts();
        let mut parameters = parameters(head.uri.query().unwrap_or_default())?;
        match head.method {
            Method::GET | Method::HEAD => Self::new(parameters),
            Method::POST => {
                let media_type = media_type(&head.headers)?;
                if media_type.eq_ignore_ascii_case(UPDATE) {
                    return Err(RequestFault::Update);
                }
                let is_form = media_type.eq_ignore_ascii_case(FORM);
                if !is_form && !media_type.eq_ignore_ascii_case(QUERY) {
                    return Err(RequestFault::MediaType);
                }
                let body = read_body(&head.headers, body).await?;
                if is_form {
                    parameters.extend(self::parameters(&body)?);
                } else {
                    parameters.push(("query".to_owned(), body));
                }
                let asked = Self::new(parameters)?;
                if asked.query.is_some() { Ok(asked) } else { Err(RequestFault::NoQuery) }
            }
            method => Err(RequestFault::Method { method: method.to_string() }),
        }
    }

    fn new(parameters: Vec<(String, String)>) -> Result<Self, RequestFault> {
        let mut asked = Self::default();
        for (name, value) in parameters {
            match name.as_str() {
                "query" if asked.query.is_some() => return Err(RequestFault::SeveralQueries),
                "query" => asked.query = Some(value),
                "update" => return Err(RequestFault::Update),
                "default-graph-uri" => asked.dataset.get_or_insert_default().default.push(value),
                "named-graph-uri" => asked.dataset.get_or_insert_default().named.push(value),
                // A form has an empty one where nothing is chosen.
                "format" if value.is_empty() => {}
                "format" => {
                    let format = AnswerFormat::ALL.into_iter().find(|format| format.key() == value);
                    asked.format = Some(format.ok_or(RequestFault::Format { name: value })?);
                }
                _ => {}
            }
        }
        Ok(asked)
    }
}

/// Returns the parameters of a form.
fn parameters(form: &str) -> Result<Vec<(String, String)>, RequestFault> {
    let decode = |text: &str| {
        let spaced = text.replace('+', " ");
        let decoded = percent_decode_str(&spaced).decode_utf8().map_err(|_| RequestFault::NotUtf8)?;
        Ok(decoded.into_owned())
    };
    let pairs = form.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decode(name)?, decode(value)?))
        })
        .collect()
}

/// Returns the media type of the body without its parameters, of which `charset` must be UTF-8.
fn media_type(headers: &HeaderMap) -> Result<&str, RequestFault> {
    let value = headers.get(header::CONTENT_TYPE).ok_or(RequestFault::MediaType)?;
    let mut parts = value.to_str().map_err(|_| RequestFault::MediaType)?.split(';').map(str::trim);
    let media_type = parts.next().unwrap_or_default();
    for (name, value) in parts.filter_map(|part| part.split_once('=')) {
        if name.eq_ignore_ascii_case("charset") && !value.trim_matches('"').eq_ignore_ascii_case("utf-8") {
            return Err(RequestFault::Charset);
        }
    }
    Ok(media_type)
}

async fn read_body(headers: &HeaderMap, body: Body) -> Result<String, RequestFault> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|announced| announced > MAX_BODY) {
        return Err(RequestFault::Length);
    }
    let bytes = match time::timeout(BODY_TIMEOUT, to_bytes(body, MAX_BODY)).await {
        Err(_) => return Err(RequestFault::Slow),
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => {
            let is_too_long = error.source().is_some_and(<dyn Error>::is::<LengthLimitError>);
            return Err(if is_too_long { RequestFault::Length } else { RequestFault::Incomplete });
        }
    };
    String::from_utf8(bytes.into()).map_err(|_| RequestFault::NotUtf8)
}
