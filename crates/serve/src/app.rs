use crate::{
    Dist,
    sparql::{self, SparqlOptions},
};
use axum::{
    Router,
    body::Body,
    extract::State,
    http::{StatusCode, Uri},
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tokio_util::io::ReaderStream;

/// Returns what answers the requests for a published directory.
pub fn app(dist: Arc<Dist>, sparql: Option<SparqlOptions>) -> Router {
    let files = Router::new().fallback(file).with_state(Arc::clone(&dist));
    match sparql {
        Some(options) => files.merge(sparql::router(dist, options)),
        None => files,
    }
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
