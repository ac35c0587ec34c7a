//! Notifications to a hub on the loopback interface, over real sockets.

// A test may unwrap: it fails where it panics.
#![allow(clippy::unwrap_used)]

use anslag_hub::{Hub, NotifyError, ProxyUse, Retry};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener},
    num::NonZeroU32,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

const FEED: &str = "https://data.example.org/feed/topic/vatten.atom?å=1&b=2";

/// Starts a hub that gives these answers, one for each request. The thread returns the requests.
fn hub(answers: &'static [&'static str]) -> (SocketAddr, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let serve = move || {
        let answer = |answer: &&str| {
            let (mut stream, _) = listener.accept().unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let (mut head, mut length) = (String::new(), 0);
            loop {
                let mut line = String::new();
                reader.read_line(&mut line).unwrap();
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                if line.trim().is_empty() {
                    break;
                }
                head.push_str(&line);
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
            format!("{head}{}", String::from_utf8(body).unwrap())
        };
        answers.iter().map(answer).collect()
    };
    (address, thread::spawn(serve))
}

fn retry(attempts: u32) -> Retry {
    let attempts = NonZeroU32::new(attempts).unwrap();
    Retry { attempts, first_delay: Duration::from_millis(20), ..Retry::default() }
}

#[test]
fn a_hub_is_notified_by_a_form() {
    let (address, requests) = hub(&["204 No Content"]);
    Hub::new(&format!("http://{address}/push"), retry(1), ProxyUse::Never).notify(FEED).unwrap();
    let [request] = requests.join().unwrap().try_into().unwrap();
    assert!(request.starts_with("POST /push HTTP/1.1\r\n"), "{request}");
    assert!(request.to_ascii_lowercase().contains("content-type: application/x-www-form-urlencoded"), "{request}");
    let body =
        "hub.mode=publish&hub.url=https%3A%2F%2Fdata.example.org%2Ffeed%2Ftopic%2Fvatten.atom%3F%C3%A5%3D1%26b%3D2";
    assert!(request.ends_with(body), "{request}");
}

#[test]
fn a_busy_hub_is_asked_again_and_each_time_later() {
    let (address, requests) = hub(&["503 Service Unavailable", "429 Too Many Requests", "202 Accepted"]);
    let started = Instant::now();
    Hub::new(&format!("http://{address}/"), retry(3), ProxyUse::Never).notify(FEED).unwrap();
    assert_eq!(requests.join().unwrap().len(), 3);
    // At least the half of 20 and of 40 milliseconds.
    assert!(started.elapsed() >= Duration::from_millis(10 + 20));
}

#[test]
fn a_hub_that_stays_busy_is_given_up() {
    let (address, requests) = hub(&["500 Internal Server Error", "500 Internal Server Error"]);
    let failure = Hub::new(&format!("http://{address}/"), retry(2), ProxyUse::Never).notify(FEED).unwrap_err();
    assert_eq!(failure.to_string(), format!("the hub http://{address}/ answered 500 until the last attempt"));
    assert!(failure.concerns_every_feed());
    assert_eq!(requests.join().unwrap().len(), 2);
}

/// A hub that refuses or redirects is not asked again.
#[test]
fn a_refusal_is_final() {
    for (answer, status) in [("400 Bad Request", 400), ("302 Found\r\nLocation: http://127.0.0.1:1/", 302)] {
        let (address, requests) = hub(Box::leak(Box::new([answer])));
        let failure = Hub::new(&format!("http://{address}/"), retry(3), ProxyUse::Never).notify(FEED).unwrap_err();
        assert_eq!(failure.to_string(), format!("the hub answered {status} to {FEED}"));
        assert!(!failure.concerns_every_feed());
        assert_eq!(requests.join().unwrap().len(), 1);
    }
}

#[test]
fn a_hub_that_is_not_there_cannot_be_reached() {
    // The port was free a moment ago.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for hub in [format!("http://{address}/"), format!("https://{address}/"), "http:// /".to_owned()] {
        let failure = Hub::new(&hub, retry(2), ProxyUse::Never).notify(FEED).unwrap_err();
        assert!(matches!(failure, NotifyError::Unreachable { .. }), "{failure}");
    }
}
