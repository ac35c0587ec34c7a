use crate::{
    ServeError,
    connections::{Busy, Connections},
    timed::Timed,
};
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
use std::{
    io,
    net::{SocketAddr, TcpListener},
    sync::Arc,
    time::Duration,
};
use tokio::time;

/// Maximum size of the head of a request, in bytes.
const MAX_HEAD: usize = 16 << 10;

/// Time in which a client must send the head of a request. An idle connection ends after it.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Time after which a client that takes no byte of its answer is left.
const WRITE_TIMEOUT: Duration = Duration::from_secs(30);

/// Time that requests in flight are given when the server ends.
const GRACE: Duration = Duration::from_secs(10);

/// Time between two looks at the request to stop.
const INTERVAL: Duration = Duration::from_millis(50);

/// Listens on an address. Also returns the address with its port, which the system chooses if it is 0.
pub fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), ServeError> {
    let listening = TcpListener::bind(address).and_then(|listener| {
        let address = listener.local_addr()?;
        Ok((listener, address))
    });
    listening.map_err(|source| ServeError::Listen { address: address.to_string(), source })
}

/// Answers the connections of a socket until the stop is requested, and then lets requests in flight end.
pub fn serve(app: Router, listener: TcpListener, stop: &Stop) -> io::Result<()> {
    serve_within(WRITE_TIMEOUT, app, listener, stop)
}

fn serve_within(write_timeout: Duration, app: Router, listener: TcpListener, stop: &Stop) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let graceful = GracefulShutdown::new();
        let accept = accept(write_timeout, app, &listener, &graceful);
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
    write_timeout: Duration,
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
        let (app, own) = (TowerToHyperService::new(app.clone()), Arc::clone(&activity));
        let service = service_fn(move |request| {
            let (busy, answer) = (Busy::new(&own), app.call(request));
            async move { answer.await.map(|response| busy.leave_to(response)) }
        });
        let stream = TokioIo::new(Timed::new(stream, write_timeout));
        let connection = graceful.watch(http.serve_connection(stream, service));
        // A client that goes away is no error.
        let task = tokio::spawn(async move { drop(connection.await) });
        connections.add(number, task.abort_handle(), activity);
    }
    unreachable!("no server lives for so many connections")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, Bytes};
    use std::{io::Write, net::TcpStream, sync::mpsc, thread};

    /// Answer that no socket takes at once. It tells when it is dropped.
    struct Large(Vec<u8>, mpsc::Sender<()>);

    impl AsRef<[u8]> for Large {
        fn as_ref(&self) -> &[u8] {
            &self.0
        }
    }

    impl Drop for Large {
        fn drop(&mut self) {
            let _ = self.1.send(());
        }
    }

    #[test]
    fn a_client_that_takes_nothing_is_left() {
        let (sender, dropped) = mpsc::channel();
        let app = Router::new().fallback(move || {
            let answer = Large(vec![b'x'; 64 << 20], sender.clone());
            async move { Body::from(Bytes::from_owner(answer)) }
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let stop = Stop::default();
        thread::scope(|scope| {
            scope.spawn(|| serve_within(Duration::from_millis(100), app, listener, &stop).unwrap());
            let mut client = TcpStream::connect(address).unwrap();
            client.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").unwrap();
            let left = dropped.recv_timeout(Duration::from_secs(5));
            stop.request();
            assert_eq!(left, Ok(()));
        });
    }
}
