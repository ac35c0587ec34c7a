//! Hostile requests to the server, over a socket.

use crate::{
    socket::{Answer, Server, read},
    sparql::published,
};
use std::{
    env,
    io::Write,
    net::TcpStream,
    thread,
    time::{Duration, Instant},
};

/// Checks that a server is as it was, and that an answer tells nothing of the machine.
#[track_caller]
fn check(server: &Server, request: &str, text: &str, statuses: &[u16]) {
    let shown = &request[..request.len().min(200)];
    let status = Answer::parse(text).status;
    assert!(statuses.contains(&status), "{shown:?}: {text}");
    for secret in ["panicked", "stack backtrace", "RUST_", "/tmp/", env!("CARGO_MANIFEST_DIR"), ".rs:", "root:"] {
        assert!(!text.contains(secret), "{shown:?}: {text}");
    }
    assert_eq!(server.get("/").status, 200, "{shown:?}");
    assert!(!server.log().contains("panicked"), "{shown:?}: {}", server.log());
}

#[test]
fn no_path_leads_out_of_the_publication() {
    let (_folder, dist) = published();
    std::fs::write(dist.join("secret.txt"), "root:").unwrap();
    let server = Server::start(&dist, &["--no-sparql"]);
    for path in [
        "/../../../../../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/%252e%252e%252f%252e%252e%252fetc/passwd",
        "/announcement/..%5c..%5c..%5cetc%5cpasswd",
        "/.%00./etc/passwd",
        "/index.html%00",
        "/index.html%00.txt",
        "/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd",
        "/%e0%80%ae%e0%80%ae/etc/passwd",
        "/%ff%fe",
        "/%",
        "/%zz",
        "//etc/passwd",
        "/./secret.txt",
        "/secret.txt",
        "/.dist.cache",
        "/%0d%0aset-cookie:%20a=b",
        "http://127.0.0.1/../../etc/passwd",
        "http://[::1/",
        "*",
    ] {
        let request = format!("GET {path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");
        let text = server.send(request.as_bytes());
        check(&server, &request, &text, &[400, 404]);
        assert!(!Answer::parse(&text).head.contains("set-cookie"), "{text}");
    }
}

#[test]
fn what_is_no_proper_request_is_refused() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    let close = "host: a\r\nconnection: close\r\n";
    let long = "a".repeat(100_000);
    for (request, statuses) in [
        ("GET /\r\n".to_owned(), &[400][..]),
        ("\0\x01\x02\u{16}\u{3}\u{1}".repeat(100), &[400]),
        ("\r\n\r\n\r\nGET / HTTP/1.1\r\n nonsense\r\n\r\n".to_owned(), &[400]),
        (format!("GET / HTTP/9.9\r\n{close}\r\n"), &[400]),
        (format!("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n{close}"), &[0, 400]),
        (format!("GET /{long} HTTP/1.1\r\n{close}\r\n"), &[414, 431]),
        (format!("GET / HTTP/1.1\r\nx: {long}\r\n{close}\r\n"), &[431]),
        (format!("GET / HTTP/1.1\r\n{}{close}\r\n", "x: y\r\n".repeat(200)), &[431]),
        (format!("GET / HTTP/1.1\r\nx\0y: z\r\n{close}\r\n"), &[400]),
        (format!("GET / HTTP/1.1\r\nx: y\n z: a\r\n{close}\r\n"), &[400, 200]),
        (format!("BREW / HTTP/1.1\r\n{close}\r\n"), &[405]),
        (format!("DELETE /sparql HTTP/1.1\r\n{close}\r\n"), &[405]),
        (format!("TRACE / HTTP/1.1\r\n{close}\r\n"), &[405]),
        (format!("CONNECT a:1 HTTP/1.1\r\n{close}\r\n"), &[400, 404, 405]),
        (format!("POST / HTTP/1.1\r\ncontent-length: 3\r\n{close}\r\nabc"), &[405]),
        (format!("POST /sparql HTTP/1.1\r\ncontent-length: -1\r\n{close}\r\n"), &[400]),
        (format!("POST /sparql HTTP/1.1\r\ncontent-length: 99999999999999999999\r\n{close}\r\n"), &[400]),
        (format!("POST /sparql HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n{close}\r\na"), &[400]),
        (format!("POST /sparql HTTP/1.1\r\ntransfer-encoding: gzip\r\n{close}\r\n"), &[400]),
        (format!("POST /sparql HTTP/1.0\r\ntransfer-encoding: chunked\r\n{close}\r\n0\r\n\r\n"), &[400]),
        (format!("GET / HTTP/1.1\r\naccept: {}\r\n{close}\r\n", "a/b;q=0.1,".repeat(1500)), &[200, 406, 431]),
        (format!("GET /sparql HTTP/1.1\r\naccept: {}\r\n{close}\r\n", "a/b;q=0.1,".repeat(1500)), &[406, 431]),
        (format!("GET / HTTP/1.1\r\naccept: \u{e5};;;q=x,,,/,*/,/*\r\n{close}\r\n"), &[200, 406]),
        (format!("GET / HTTP/1.1\r\naccept-language: {}\r\n{close}\r\n", "-,*;q=,".repeat(2000)), &[200]),
    ] {
        let text = server.send(request.as_bytes());
        check(&server, &request, &text, statuses);
        assert!(Answer::parse(&text).status != 405 || Answer::parse(&text).head.contains("\r\nallow: "), "{text}");
    }
}

#[test]
fn absurd_ranges_are_harmless() {
    let (_folder, dist) = published();
    let size = std::fs::read(dist.join("data/announcements.nq")).unwrap().len();
    let server = Server::start(&dist, &["--no-sparql"]);
    for range in [
        "bytes=0-0",
        "bytes=-1",
        "bytes=-0",
        "bytes=5-2",
        "bytes=18446744073709551615-",
        "bytes=99999999999999999999999-",
        "bytes=-99999999999999999999999",
        "bytes=0-18446744073709551615",
        "bytes=a-b",
        "bytes=",
        "lines=1-2",
        &format!("bytes={}", "0-,".repeat(1000)),
        &format!("bytes={}", "0-0,".repeat(3000)),
    ] {
        let answer = server.ask("GET", "/data/announcements.nq", &[("range", range)], "");
        assert!([200, 206, 416].contains(&answer.status), "{range}: {}", answer.head);
        assert!(answer.body.len() <= size, "{range}: {} bytes", answer.body.len());
        assert_eq!(server.get("/").status, 200);
    }
}

#[test]
fn a_body_has_a_maximum() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    let head = "POST /sparql HTTP/1.1\r\nhost: a\r\ncontent-type: application/sparql-query\r\n";
    for request in [
        format!("{head}content-length: 1000000\r\n\r\n"),
        format!("{head}content-length: 18446744073709551000\r\n\r\n"),
        // It never ends.
        format!("{head}transfer-encoding: chunked\r\n\r\n{}", "400\r\n".to_owned() + &" ".repeat(1024) + "\r\n")
            .replace("\r\n\r\n400", &format!("\r\n\r\n{}400", format!("400\r\n{}\r\n", " ".repeat(1024)).repeat(300))),
    ] {
        let text = server.send(request.as_bytes());
        check(&server, &request, &text, &[413]);
    }
    let nested = format!("ASK {{ FILTER({}1{}) }}", "(".repeat(50_000), ")".repeat(50_000));
    let answer = server.query(&nested);
    assert!(answer.status == 400 && answer.body.contains("(line 1, column "), "{answer:?}");
    for query in ["\0", "\u{202e}", "SELECT * {{{{{{", "ASK { ?a ?b \"", "ASK { <\u{1}> ?b ?c }", &"{".repeat(99)] {
        let answer = server.query(query);
        assert!(answer.status == 400 && !answer.body.contains("oxigraph"), "{query:?} {answer:?}");
    }
}

/// A proxy that sees the end of a request elsewhere must not be made to pass on a second one.
#[test]
fn a_request_with_two_lengths_ends_the_connection() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    for lengths in [
        "content-length: 5\r\ntransfer-encoding: chunked\r\n",
        "transfer-encoding: chunked\r\ncontent-length: 5\r\n",
        "transfer-encoding: chunked\r\n",
    ] {
        let smuggled = "GET /smuggled HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
        let request = format!(
            "POST /sparql HTTP/1.1\r\nhost: a\r\ncontent-type: application/sparql-query\r\n{lengths}\r\n0\r\n\r\n{smuggled}"
        );
        let text = server.send(request.as_bytes());
        check(&server, &request, &text, &[400]);
        assert_eq!(text.matches("HTTP/1.1 ").count(), 1, "{text}");
    }
    assert!(!server.log().contains("smuggled"), "{}", server.log());
}

/// Slow clients keep nobody out. `ANSLAG_CONNECTIONS` is their number.
#[test]
fn slow_connections_keep_nobody_out() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &["--no-sparql", "--quiet", "--color", "never"]);
    let count = env::var("ANSLAG_CONNECTIONS").map_or(600, |count| count.parse().unwrap());
    let mut slow = Vec::new();
    let mut slowest = Duration::ZERO;
    for number in 0..count {
        let mut stream = server.connect();
        let _ = stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\nx: ");
        slow.push(stream);
        if number % 50 == 0 {
            let started = Instant::now();
            assert_eq!(server.get("/").status, 200, "after {number} connections");
            slowest = slowest.max(started.elapsed());
        }
    }
    assert!(slowest < Duration::from_secs(2), "{slowest:?}");
    // Those that were ended are closed, and the last ones may go on.
    let last: &mut TcpStream = slow.last_mut().unwrap();
    last.write_all(b"y\r\nconnection: close\r\n\r\n").unwrap();
    assert_eq!(Answer::parse(&read(last)).status, 200);
    #[cfg(target_os = "linux")]
    {
        let open = std::fs::read_dir(format!("/proc/{}/fd", server.id())).unwrap().count();
        assert!(open < 600, "{open} files are open");
    }
}

/// A client that takes no byte of its answer keeps nobody out.
#[test]
fn clients_that_take_no_answer_keep_nobody_out() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    let query = "CONSTRUCT WHERE { ?a ?b ?c }";
    let request = format!(
        "POST /sparql HTTP/1.1\r\nhost: a\r\ncontent-type: application/sparql-query\r\ncontent-length: {}\r\n\r\n{query}",
        query.len()
    );
    let mut deaf = Vec::new();
    for _ in 0..20 {
        let mut stream = server.connect();
        stream.write_all(request.as_bytes()).unwrap();
        deaf.push(stream);
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(server.query("ASK {}").status, 200);
}
