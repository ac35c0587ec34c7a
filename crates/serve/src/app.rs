use crate::{
    Dist, Edition,
    answer::{Asked, answer, insert, preflight, respond},
    health,
    link::href,
    media::{content_type, media_type},
    metrics::Metrics,
    negotiation::Accept,
    resolution::{Resolution, Variant, choose, resolve},
    sparql::{self, SparqlOptions},
    watch::watch,
};
use anslag_core::Format;
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::{from_fn_with_state, map_response},
    response::Response,
};
use percent_encoding::percent_decode_str;
use std::{fmt::Write, io, sync::Arc};

/// Methods that files are asked with.
pub(crate) const METHODS: &str = "GET, HEAD, OPTIONS";

/// Headers of every answer. Pages run only scripts of their own files; an announcement may show a picture of another host.
pub(crate) const EVERYWHERE: [(&str, &str); 5] = [
    ("access-control-allow-origin", "*"),
    ("access-control-expose-headers", "*"),
    (
        "content-security-policy",
        "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; \
         frame-ancestors 'self'; img-src 'self' https: http:; media-src 'self'; script-src 'self'; style-src 'self'",
    ),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("x-content-type-options", "nosniff"),
];

/// Returns what answers the requests for a published directory.
pub fn app(dist: Arc<Dist>, sparql: Option<SparqlOptions>) -> Router {
    let metrics = Arc::new(Metrics::new());
    let mut router = Router::new().fallback(file).with_state(Arc::clone(&dist));
    // The base, and so the path of the endpoint, may have colons at the beginning of names.
    router = router.merge(health::router(Arc::clone(&dist), Arc::clone(&metrics))).without_v07_checks();
    if let Some(options) = sparql {
        let path = format!("{}sparql", dist.current().root());
        router = router.merge(sparql::router(&path, dist, options));
    }
    router.layer(map_response(everywhere)).layer(from_fn_with_state(metrics, watch))
}

/// Adds the headers of every answer, unless it has its own.
async fn everywhere(mut response: Response) -> Response {
    for (name, value) in EVERYWHERE {
        let headers = response.headers_mut();
        if !headers.contains_key(name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    response
}

/// Answers from the files of the publication.
async fn file(State(dist): State<Arc<Dist>>, request: Request) -> Response {
    let method = request.method();
    if method == Method::OPTIONS {
        return preflight(METHODS);
    }
    if method != Method::GET && method != Method::HEAD {
        return message(StatusCode::METHOD_NOT_ALLOWED, &[(header::ALLOW, METHODS)], "method not allowed");
    }
    let Some(path) = decode(request.uri().path()) else {
        return message(StatusCode::BAD_REQUEST, &[], "invalid path");
    };
    // An export may exchange the directory between two looks. The files of the former one are gone then, or have other lengths.
    for _ in 0..3 {
        let edition = dist.edition().await;
        match respond_to(&edition, &path, method, request.headers()) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) => {}
            Err(_) => break,
            Ok(response) => return response,
        }
    }
    message(StatusCode::INTERNAL_SERVER_ERROR, &[], "the publication cannot be read")
}

/// Decodes a path once. Returns `None` if no file can have it.
fn decode(path: &str) -> Option<String> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let is_plain = !path.contains(|c: char| c.is_control() || c == '\\')
        && !path.split('/').any(|part| matches!(part, "." | ".."));
    is_plain.then(|| path.into_owned())
}

/// Answers a request from one publication.
fn respond_to(edition: &Edition, path: &str, method: &Method, headers: &HeaderMap) -> io::Result<Response> {
    let root = edition.decoded_root();
    let Some(path) = path.strip_prefix(&*root) else {
        if path == "/" || root.strip_suffix('/') == Some(path) {
            let fields = [(header::LOCATION, edition.root())];
            return Ok(message(StatusCode::TEMPORARY_REDIRECT, &fields, "see the first page"));
        }
        return Ok(message(StatusCode::NOT_FOUND, &[], "not found"));
    };
    let asked = |status, is_negotiated| Asked { method, headers, status, is_negotiated };
    match resolve(edition, path)? {
        Resolution::File(variant) => answer(edition, &variant, &asked(StatusCode::OK, false)),
        Resolution::Variants { variants, is_thing } => match choose(&variants, headers) {
            None => Ok(not_acceptable(edition, &variants)),
            Some(variant) if is_thing => {
                let to = href(edition, variant.address());
                let fields = [(header::LOCATION, to.as_str()), (header::VARY, "Accept, Accept-Language")];
                Ok(message(StatusCode::SEE_OTHER, &fields, "see the document about it"))
            }
            Some(variant) => answer(edition, variant, &asked(StatusCode::OK, true)),
        },
        Resolution::Moved { path } => {
            let to = href(edition, &path);
            Ok(message(StatusCode::PERMANENT_REDIRECT, &[(header::LOCATION, &to)], "moved"))
        }
        Resolution::Gone(page) => {
            let is_page_wanted = Accept::of(headers).weight(Format::Html.spec().media_type) > 0;
            if is_page_wanted {
                let mut response = answer(edition, &page, &asked(StatusCode::GONE, false))?;
                insert(response.headers_mut(), header::VARY, "Accept, Accept-Encoding");
                return Ok(response);
            }
            Ok(message(StatusCode::GONE, &[(header::VARY, "Accept")], "gone"))
        }
        Resolution::Missing => Ok(message(StatusCode::NOT_FOUND, &[], "not found")),
    }
}

/// Lists the variants, of which the request accepts none.
fn not_acceptable(edition: &Edition, variants: &[Variant]) -> Response {
    let mut list = "not acceptable; there is:\n".to_owned();
    let mut links = Vec::new();
    for variant in variants {
        let (address, media_type) = (href(edition, variant.address()), media_type(&variant.path));
        let _ = writeln!(list, "{address} {media_type}");
        links.push(format!("<{address}>; rel=\"alternate\"; type=\"{media_type}\""));
    }
    let fields = [(header::LINK, &*links.join(", ")), (header::VARY, "Accept, Accept-Language")];
    message(StatusCode::NOT_ACCEPTABLE, &fields, list.trim_end())
}

/// Answers with a line of text.
fn message(status: StatusCode, fields: &[(header::HeaderName, &str)], text: &str) -> Response {
    let mut headers = HeaderMap::new();
    insert(&mut headers, header::CONTENT_TYPE, &content_type("text/plain"));
    insert(&mut headers, header::CACHE_CONTROL, "no-cache");
    for (name, value) in fields {
        insert(&mut headers, name.clone(), value);
    }
    respond(status, headers, Body::from(format!("{text}\n")))
}
