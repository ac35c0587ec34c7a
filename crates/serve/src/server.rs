use crate::connections::Connections;
use anslag_publish::Stop;
use axum::Router;
use hyper::{
    server::conn::http1,
    service::{Service as _, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use std::{io, net::TcpListener, sync::Arc, time::Duration};
use tokio::time;

/// Maximum size of the head of a request, in bytes.
const MAX_HEAD: usize = 16 << 10;

/// Time in which a client must send the head of a request. An idle connection ends after it.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Time that requests in flight are given when the server ends.
const GRACE: Duration = Duration::from_secs(10);

/// Time between two looks at the request to stop.
const INTERVAL: Duration = Duration::from_millis(50);

/// Answers the connections of a socket until the stop is requested, and then lets requests in flight end.
pub fn serve(app: Router, listener: TcpListener, stop: &Stop) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let graceful = GracefulShutdown::new();
        let accept = accept(app, &listener, &graceful);
        tokio::select! {
            never = accept => match never {},
            () = requested(stop) => {}
        }
        drop(listener);
        let _ = time::timeout(GRACE, graceful.shutdown()).await;
        Ok(())
    })
}

/// Waits until the stop is requested.
async fn requested(stop: &Stop) {
    while !stop.is_requested() {
        time::sleep(INTERVAL).await;
    }
}

/// Accepts connections for ever.
async fn accept(
    app: Router,
    listener: &tokio::net::TcpListener,
    graceful: &GracefulShutdown,
) -> std::convert::Infallible {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_buf_size(MAX_HEAD);
    let connections = Connections::new();
    for number in 0.. {
        let Ok((stream, _)) = listener.accept().await else {
            // Too many open files, for example: other connections end in the meantime.
            time::sleep(INTERVAL).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let activity = connections.activity();
        let (app, noted) = (TowerToHyperService::new(app.clone()), Arc::clone(&activity));
        let service = service_fn(move |request| {
            noted.note(true);
            let (answer, noted) = (app.call(request), Arc::clone(&noted));
            async move {
                let answer = answer.await;
                noted.note(false);
                answer
            }
        });
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        // A client that goes away is no error.
        let task = tokio::spawn(async move { drop(connection.await) });
        connections.add(number, task.abort_handle(), activity);
    }
    unreachable!("no server lives for so many connections")
}
