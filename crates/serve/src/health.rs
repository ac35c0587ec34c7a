use crate::{
    Dist,
    metrics::{self, Metrics, Route},
};
use axum::{
    Extension, Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde_json::json;
use std::sync::Arc;

/// Returns the routes for those who watch the server.
pub(crate) fn router(dist: Arc<Dist>, metrics: Arc<Metrics>) -> Router {
    Router::new().route("/health", get(health)).route("/metrics", get(write_metrics)).with_state((dist, metrics))
}

type Watched = (Arc<Dist>, Arc<Metrics>);

/// Answers whether there is a publication, and which one.
async fn health(State((dist, _)): State<Watched>) -> Response {
    let edition = dist.edition().await;
    let manifest = edition.manifest();
    let (status, text) =
        if dist.is_present() { (StatusCode::OK, "ok") } else { (StatusCode::SERVICE_UNAVAILABLE, "no publication") };
    let facts = json!({
        "status": text,
        "as_of": manifest.as_of,
        "base": manifest.base,
        "sha256": manifest.sha256,
    });
    respond(Route::Health, status, "application/json", facts.to_string() + "\n")
}

/// Writes the metrics for Prometheus.
async fn write_metrics(State((dist, metrics)): State<Watched>) -> Response {
    let text = metrics.write(&*dist.edition().await);
    respond(Route::Metrics, StatusCode::OK, metrics::MEDIA_TYPE, text)
}

fn respond(route: Route, status: StatusCode, content_type: &'static str, text: String) -> Response {
    let headers = [(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, "no-store")];
    (status, headers, Extension(route), text).into_response()
}
