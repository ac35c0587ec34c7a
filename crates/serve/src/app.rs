use crate::{
    Dist, health,
    metrics::Metrics,
    sparql::{self, SparqlOptions},
    watch::watch,
};
use axum::{
    Router,
    body::Body,
    extract::State,
    http::{StatusCode, Uri},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tokio_util::io::ReaderStream;

/// Returns what answers the requests for a published directory.
pub fn app(dist: Arc<Dist>, sparql: Option<SparqlOptions>) -> Router {
    let metrics = Arc::new(Metrics::new());
    let mut router = Router::new().fallback(file).with_state(Arc::clone(&dist));
    router = router.merge(health::router(Arc::clone(&dist), Arc::clone(&metrics)));
    if let Some(options) = sparql {
        router = router.merge(sparql::router(dist, options));
    }
    router.layer(from_fn_with_state(metrics, watch))
}

/// Answers with a file of the publication.
async fn file(State(dist): State<Arc<Dist>>, uri: Uri) -> Response {
    let edition = dist.edition().await;
    let path = uri.path().trim_start_matches('/');
    let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    match edition.open_file(&name) {
        Ok(file) => Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(file))).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
