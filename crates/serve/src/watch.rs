use crate::{
    metrics::{Metrics, Route, Unanswered},
    observed::{ObservedBody, Observer},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::Response,
};
use percent_encoding::{CONTROLS, utf8_percent_encode};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Counts and logs each request when its response is sent, or when the client is gone.
pub(crate) async fn watch(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let is_chunked = request.headers().contains_key(header::TRANSFER_ENCODING);
    let mut response = next.run(request).await;
    if is_chunked {
        // A proxy may see the end of the request elsewhere (RFC 9112, section 6.1): nothing after it is answered.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    let record = Record {
        metrics,
        started,
        method,
        path,
        status: response.status(),
        route: response.extensions().get().copied().unwrap_or(Route::Files),
        unanswered: response.extensions().get().copied(),
        bytes: 0,
    };
    response.map(|body| Body::new(ObservedBody::new(body, record)))
}

/// Facts of a request and its response. The client's address is none of them.
struct Record {
    metrics: Arc<Metrics>,
    started: Instant,
    method: Method,
    path: String,
    status: StatusCode,
    route: Route,
    unanswered: Option<Unanswered>,
    bytes: u64,
}

impl Observer for Record {
    fn on_sent(&mut self, bytes: usize) {
        self.bytes += bytes as u64;
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        let duration = self.started.elapsed();
        self.metrics.count(self.route, self.status.as_u16(), self.bytes, duration, self.unanswered);
        tracing::info!(
            target: "access",
            method = %self.method,
            // A path may hold any character but those of ASCII that steer.
            path = %utf8_percent_encode(&self.path, CONTROLS),
            status = self.status.as_u16(),
            bytes = self.bytes,
            duration_ms = milliseconds(duration),
        );
    }
}

/// Returns milliseconds with three decimals.
fn milliseconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1_000_000.0).round() / 1000.0
}
