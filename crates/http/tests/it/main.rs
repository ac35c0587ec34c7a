//! Requests to servers on the loopback interface that do not answer as they should.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

use anslag_http::{Agent, AttemptError, HttpFault, ProxyUse};
use anslag_wording::{Language, Wording};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    thread,
    time::Duration,
};

/// Starts a server that does the same with each connection, after it has received a request.
fn server(serve: impl Fn(TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 1024]);
            serve(stream);
        }
    });
    format!("http://{address}/")
}

/// Starts a server that sends bytes and closes the connection.
fn sending(bytes: &'static str) -> String {
    server(|mut stream| drop(stream.write_all(bytes.as_bytes())))
}

fn attempt(agent: &Agent, address: &str) -> Result<Vec<u8>, AttemptError<HttpFault>> {
    let response = agent.send(address, |agent| agent.get(address).call())?;
    agent.read(response, 1)
}

/// Kind of a failure: whether a later attempt may succeed.
fn kind(error: &AttemptError<HttpFault>) -> (&'static str, &HttpFault) {
    match error {
        AttemptError::Transient(fault, _) => ("transient", fault),
        AttemptError::TimedOut(fault) => ("timed out", fault),
        AttemptError::Permanent(fault) => ("permanent", fault),
    }
}

#[test]
fn each_failure_has_words_in_both_languages() {
    // The port was free a moment ago.
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let large = server(|mut stream| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", (1 << 20) + 1);
        drop(stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&vec![0; (1 << 20) + 1])));
    });
    let silent = server(|stream| {
        thread::spawn(|| {
            thread::sleep(Duration::from_secs(10));
            drop(stream);
        });
    });
    let slow = server(|mut stream| {
        thread::spawn(move || {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf").unwrap();
            thread::sleep(Duration::from_secs(10));
        });
    });
    let banner = sending("SSH-2.0-OpenSSH_9.6\r\n\r\n");
    let not_http = "the answer is not valid HTTP (ureq: http parse fail: invalid HTTP version)";
    let cases = [
        (format!("http://{free}/"), "permanent", "connection refused", "anslutningen nekades"),
        (
            "http://nowhere.invalid/".to_owned(),
            "permanent",
            "cannot resolve the host name",
            "det går inte att slå upp värdnamnet",
        ),
        ("http:// /".to_owned(), "permanent", "invalid address", "ogiltig adress"),
        ("/sparql".to_owned(), "permanent", "invalid address", "ogiltig adress"),
        (silent, "timed out", "no complete answer within 1 s", "inget fullständigt svar inom 1 s"),
        (slow, "timed out", "no complete answer within 1 s", "inget fullständigt svar inom 1 s"),
        (sending(""), "transient", "the connection was closed too early", "anslutningen stängdes för tidigt"),
        (
            sending("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"),
            "transient",
            "the connection was closed too early",
            "anslutningen stängdes för tidigt",
        ),
        (large, "permanent", "the answer is larger than 1 MiB", "svaret är större än 1 MiB"),
        (banner.clone(), "permanent", not_http, &not_http.replace("the answer is not valid", "svaret är inte giltig")),
        (banner.replace("http:", "https:"), "permanent", "the server does not speak TLS", "servern talar inte TLS"),
    ];
    for (address, expected, english, swedish) in cases {
        let error = attempt(&Agent::new(Duration::from_secs(1), ProxyUse::Never), &address).unwrap_err();
        let (kind, fault) = kind(&error);
        let words = [fault.to_string(), fault.in_language(Language::Swedish).to_string()];
        assert_eq!((kind, words), (expected, [english.to_owned(), swedish.to_owned()]), "{address}");
    }
}

/// A server that restarts refuses connections for a moment.
#[test]
fn a_server_that_has_answered_may_come_back() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let serve = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        assert_ne!(stream.read(&mut [0; 1024]).unwrap(), 0);
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
    });
    let agent = Agent::new(Duration::from_secs(5), ProxyUse::Never);
    attempt(&agent, &address).unwrap();
    serve.join().unwrap();
    assert_eq!(kind(&attempt(&agent, &address).unwrap_err()), ("transient", &HttpFault::Refused));
}
