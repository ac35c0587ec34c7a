use crate::{
    Current,
    banner::{PROBLEMS, decorate},
    page::{Shown, problem_page},
    state::{self, Site},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, uri::Authority},
    middleware::{Next, from_fn},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use futures_util::stream;
use std::{convert::Infallible, net::IpAddr, time::Duration};
use tower::ServiceExt;

/// Scripts and styles from the preview itself, and pictures from anywhere, as announcements name them.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src * data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

/// Time after which a silent stream of events says that it is alive, so that one whose reader is gone ends.
const ALIVE: Duration = Duration::from_secs(15);

/// Size of the largest page that is marked, in bytes.
const LARGEST_PAGE: usize = 64 << 20;

/// Headers of requests for a part of a file, for a compressed one, or for one that has changed: a page is not that file.
const CONDITIONS: [HeaderName; 7] = [
    header::ACCEPT_ENCODING,
    header::IF_MATCH,
    header::IF_MODIFIED_SINCE,
    header::IF_NONE_MATCH,
    header::IF_RANGE,
    header::IF_UNMODIFIED_SINCE,
    header::RANGE,
];

/// Headers with which other websites may read an answer. The preview has drafts, which they must not read.
const SHARED: [HeaderName; 2] = [header::ACCESS_CONTROL_ALLOW_ORIGIN, header::ACCESS_CONTROL_EXPOSE_HEADERS];

/// Returns what answers the requests for a preview.
pub fn app(current: Current) -> Router {
    let asset = |kind: &'static str, text: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], text) })
    };
    Router::new()
        .route("/.preview/events", get(events))
        .route("/.preview/reload.js", asset("text/javascript; charset=utf-8", include_str!("../assets/reload.js")))
        .route("/.preview/preview.css", asset("text/css; charset=utf-8", include_str!("../assets/preview.css")))
        .route(PROBLEMS, get(problems))
        .fallback(page)
        .with_state(current)
        .layer(from_fn(own_host))
}

/// Refuses requests to any other name. A website may let its own name lead here, and would then read drafts.
async fn own_host(request: Request, next: Next) -> Response {
    if is_own(request.headers()) {
        return next.run(request).await;
    }
    (StatusCode::MISDIRECTED_REQUEST, "the preview answers to `localhost` and to IP addresses only\n").into_response()
}

/// Returns whether a request names `localhost` or an IP address as its host.
fn is_own(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
    host.is_some_and(|host| {
        let name = host.host();
        name.eq_ignore_ascii_case("localhost") || name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
    })
}

/// Sends the name of each new state, as server-sent events. Ends with the preview.
async fn events(State(mut current): State<Current>) -> Response {
    current.0.mark_changed();
    let events = stream::unfold(current, |mut current| async {
        let event = match tokio::time::timeout(ALIVE, current.0.changed()).await {
            Ok(Ok(())) => current.0.borrow_and_update().as_ref().map(|state| format!("data: {}\n\n", state.version)),
            Ok(Err(_)) => return None,
            Err(_) => None,
        };
        // A comment, which says that the stream is alive.
        let event = event.unwrap_or_else(|| ":\n\n".to_owned());
        Some((Ok::<_, Infallible>(event), current))
    });
    let headers = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-store")];
    (headers, Body::from_stream(events)).into_response()
}

/// Answers with the page of all problems.
async fn problems(State(mut current): State<Current>) -> Response {
    let Some(state) = current.get().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    html(StatusCode::OK, problem_page(&state, Shown::Asked))
}

/// Answers with a file of the publication. Pages are marked.
async fn page(State(mut current): State<Current>, mut request: Request) -> Response {
    let Some(state) = current.get().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let Some(site) = &state.site else {
        return html(StatusCode::SERVICE_UNAVAILABLE, problem_page(&state, Shown::Asked));
    };
    let (root, path) = (&site.sources.root, request.uri().path().to_owned());
    if path == "/" && root != "/" {
        return Redirect::temporary(root).into_response();
    }
    for name in CONDITIONS {
        request.headers_mut().remove(name);
    }
    let response = site.app.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
    marked(response, &path, &state, site).await
}

/// Marks an answer if it is a page.
async fn marked(response: Response, path: &str, state: &state::State, site: &Site) -> Response {
    if response.status() == StatusCode::NOT_FOUND {
        return html(StatusCode::NOT_FOUND, problem_page(state, Shown::NotFound));
    }
    let is_page = |headers: &HeaderMap| {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        kind.is_some_and(|kind| kind.starts_with("text/html"))
    };
    let (mut parts, body) = response.into_parts();
    for name in SHARED {
        parts.headers.remove(name);
    }
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if !is_page(&parts.headers) {
        return Response::from_parts(parts, body);
    }
    let Ok(bytes) = to_bytes(body, LARGEST_PAGE).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    html(parts.status, decorate(&String::from_utf8_lossy(&bytes), path, state, &site.sources))
}

/// Returns an answer with a page of the preview.
fn html(status: StatusCode, page: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
    ];
    (status, headers, page).into_response()
}
