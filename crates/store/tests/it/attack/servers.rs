use crate::publication::{Publication, Setup};
use anslag_store::{Credentials, Endpoint, LoadError, ProxyUse, Retry, Scheme};
use std::{
    env,
    error::Error as _,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    num::NonZeroU32,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Bytes that a server sends after it has read a request.
#[derive(Clone, Copy)]
enum Hostile {
    /// These bytes, and then the end.
    Sends(&'static str),
    /// These bytes, and then others again and again.
    Repeats(&'static str, &'static str),
    /// These bytes, one in 50 milliseconds.
    Drips(&'static str),
}

/// Number of attempts that a temporary failure gets.
const ATTEMPTS: usize = 3;

/// Hostile servers, each with the number of requests that it gets, and with a part of the message.
#[rustfmt::skip]
const SERVERS: &[(&str, Hostile, usize, &str)] = &[
    ("closes at once", Hostile::Sends(""), ATTEMPTS, "cannot reach ADDRESS: the connection was closed too early"),
    ("garbage", Hostile::Sends("\u{1}\u{2}\r\n\r\n"), 1, "the answer is not valid HTTP (ureq: "),
    ("another protocol", Hostile::Sends("SSH-2.0-OpenSSH_9.9\r\n\r\n"), 1, "the answer is not valid HTTP (ureq: "),
    ("invalid status", Hostile::Sends("HTTP/1.1 9x9 No\r\n\r\n"), 1, "the answer is not valid HTTP (ureq: "),
    ("endless fields", Hostile::Repeats("HTTP/1.1 200 OK\r\n", "X: y\r\n"), 1, "the answer is not valid HTTP (ureq: "),
    ("endless field", Hostile::Repeats("HTTP/1.1 200 OK\r\nX: ", "yyyyyyyy"), 1, "the answer is not valid HTTP (ureq: "),
    ("endless body", Hostile::Repeats("HTTP/1.1 200 OK\r\n\r\n", "x"), 1, "cannot read the answer of ADDRESS: the answer is larger than 256 MiB"),
    ("endless chunks", Hostile::Repeats("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "80\r\nxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n"), 1,
     "cannot read the answer of ADDRESS: the answer is larger than 256 MiB"),
    ("invalid chunk", Hostile::Sends("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), 1, "the answer is not valid HTTP (ureq: "),
    ("length too long", Hostile::Sends("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), ATTEMPTS, "cannot read the answer of ADDRESS: the connection was closed too early"),
    ("length too short", Hostile::Sends("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{}"), 1, "ADDRESS is not a SPARQL endpoint"),
    ("lengths that differ", Hostile::Sends("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}"), 1, "the answer is not valid HTTP (ureq: "),
    ("length that is no number", Hostile::Sends("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}"), 1, "the answer is not valid HTTP (ureq: "),
    ("slow drip", Hostile::Drips("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"head\":{\"vars\":[]},\"results\":{}}"), 2, "ADDRESS: no complete answer within 0 s"),
    ("gzip", Hostile::Sends("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\u{1f}\u{8b}"), 1, "ADDRESS is not a SPARQL endpoint"),
    ("redirect elsewhere", Hostile::Sends("HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n"), 1, "redirects to http://192.0.2.1/ are not followed"),
    ("redirect to itself", Hostile::Sends("HTTP/1.1 307 Temporary Redirect\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"), 1, "redirects to / are not followed"),
    ("no challenge", Hostile::Sends("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"), 1, "ADDRESS answered 401"),
    ("deep JSON", Hostile::Repeats("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "["), 1, "ADDRESS is not a SPARQL endpoint"),
];

/// Starts a server; returns its address and the number of requests that it has got.
fn serve(hostile: Hostile) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let requests = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&requests);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let counted = Arc::clone(&counted);
            // A client that goes away is what the server is for.
            thread::spawn(move || answer(stream?, hostile, &counted));
        }
    });
    (address, requests)
}

fn answer(mut stream: TcpStream, hostile: Hostile, requests: &AtomicUsize) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    reader.read_exact(&mut vec![0; length])?;
    requests.fetch_add(1, Ordering::SeqCst);
    match hostile {
        Hostile::Sends(bytes) => stream.write_all(bytes.as_bytes()),
        Hostile::Repeats(first, rest) => {
            stream.write_all(first.as_bytes())?;
            let rest = rest.repeat(1 << 12);
            loop {
                stream.write_all(rest.as_bytes())?;
            }
        }
        Hostile::Drips(bytes) => bytes.bytes().try_for_each(|byte| {
            thread::sleep(Duration::from_millis(50));
            stream.write_all(&[byte])
        }),
    }
}

fn endpoint(query: String, credentials: Credentials, timeout: Duration, proxies: ProxyUse) -> Endpoint {
    let attempts = NonZeroU32::new(ATTEMPTS.try_into().unwrap()).unwrap();
    let retry = Retry { attempts, first_delay: Duration::from_millis(1), ..Retry::default() };
    Endpoint { query, update: None, graph_store: None, credentials, retry, timeout, proxies }
}

fn load(endpoint: &Endpoint) -> LoadError {
    Setup::default().load_from(&Publication::new(1).publish(), endpoint).unwrap_err()
}

/// Nothing that a server sends stops a load for long, and what is hopeless is not asked for again.
#[test]
fn a_load_survives_hostile_servers() {
    for (name, hostile, expected, message) in SERVERS {
        let (address, requests) = serve(*hostile);
        let timeout = Duration::from_millis(if matches!(hostile, Hostile::Drips(_)) { 200 } else { 60_000 });
        let query = format!("http://{address}/");
        let started = Instant::now();
        let error = load(&endpoint(query.clone(), Credentials::None, timeout, ProxyUse::Never));
        let said = error.to_string().replace(&query, "ADDRESS");
        assert!(said.contains(message), "{name}: {said}");
        assert_eq!(requests.load(Ordering::SeqCst), *expected, "{name}: {said}");
        assert!(started.elapsed() < Duration::from_mins(1), "{name}: {:?}", started.elapsed());
    }
}

#[test]
fn tls_on_a_plain_port_is_not_asked_again() {
    let (address, _) = serve(Hostile::Sends("HTTP/1.1 200 OK\r\n\r\n"));
    let query = format!("https://{address}/");
    let error = load(&endpoint(query, Credentials::None, Duration::from_mins(1), ProxyUse::Never));
    assert!(error.to_string().starts_with("cannot reach https://"), "{error}");
}

/// No request with a secret leaves for an address that others could read it at, or mistake it for another.
#[test]
fn no_secret_goes_over_an_open_connection() {
    let user = |scheme| Credentials::User { name: "dba".to_owned(), password: "hemligt".to_owned(), scheme };
    let token = Credentials::Bearer { token: "hemligt".to_owned() };
    // An address for documentation: a request would end with the time limit, and with another error.
    for address in ["http://192.0.2.1/sparql", "http://localhost.invalid/", "http://127.0.0.1.invalid/"] {
        for credentials in [user(Scheme::Basic), token.clone()] {
            let endpoint = endpoint(address.to_owned(), credentials, Duration::from_millis(1), ProxyUse::Never);
            let said = load(&endpoint).to_string();
            assert!(said.starts_with(&format!("the connection to {address} is not encrypted: ")), "{said}");
            assert!(!format!("{endpoint:?}{said}").contains("hemligt"));
        }
    }
    for address in ["http://dba:hemligt@127.0.0.1/", "https://dba:hemligt@a.example/"] {
        let error = load(&endpoint(address.to_owned(), token.clone(), Duration::from_millis(1), ProxyUse::Never));
        assert!(!format!("{error} {error:?}").contains("hemligt"), "{error:?}");
    }
}

/// A server that sends back what it got puts no secret into a message.
#[test]
fn no_echo_of_a_secret_is_shown() {
    let user = |scheme| Credentials::User { name: "dba".to_owned(), password: "hemligt".to_owned(), scheme };
    let echo = "hemligt, Basic ZGJhOmhlbWxpZ3Q=, Bearer hemligt";
    let fields = "Location: /?t=hemligt\r\nContent-Type: text/hemligt\r\nConnection: close\r\n\r\n";
    for status in ["200 OK", "302 Found", "400 Bad Request", "401 Unauthorized", "500 Oh", "503 Busy"] {
        let (address, _) = serve(Hostile::Sends(format!("HTTP/1.1 {status}\r\n{fields}{echo}").leak()));
        let token = Credentials::Bearer { token: "hemligt".to_owned() };
        for (credentials, secrets) in [(user(Scheme::Basic), &["hemligt", "ZGJh"][..]), (token, &["hemligt"])] {
            let query = format!("http://{address}/");
            let error = load(&endpoint(query, credentials, Duration::from_mins(1), ProxyUse::Never));
            let said = format!("{error} {error:?}");
            assert!(!secrets.iter().any(|secret| said.contains(secret)), "{status}: {said}");
        }
    }
}

/// Runs the next test with an environment, which only a process of its own can have.
#[test]
fn a_proxy_serves_only_encrypted_connections() {
    let (proxy, requests) = serve(Hostile::Sends("HTTP/1.1 403 Forbidden\r\n\r\n"));
    let test = "attack::servers::requests_go_through_the_proxy_of_the_environment";
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--ignored"])
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .env("ALL_PROXY", format!("http://{proxy}"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    // One `CONNECT`, which carries no secret.
    assert_eq!(requests.load(Ordering::SeqCst), 1);
}

#[test]
#[ignore = "run by the test above"]
fn requests_go_through_the_proxy_of_the_environment() {
    let (server, requests) = serve(Hostile::Sends("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
    let ask = |address: String, proxies: ProxyUse| {
        let error = load(&endpoint(address, Credentials::None, Duration::from_secs(1), proxies));
        let cause = error.source().map(ToString::to_string);
        format!("{error} {}", cause.unwrap_or_default())
    };
    assert!(ask(format!("http://{server}/"), ProxyUse::Environment).contains("404"));
    assert!(ask(format!("http://localhost:{}/", server.port()), ProxyUse::Environment).contains("404"));
    assert_eq!(requests.load(Ordering::SeqCst), 2);
    // The address is one for documentation: only the proxy could answer at once.
    assert!(ask("http://192.0.2.1/".to_owned(), ProxyUse::Environment).starts_with("cannot reach"));
    assert!(ask(format!("https://{server}/"), ProxyUse::Environment).starts_with("cannot reach"));
    assert!(ask("https://192.0.2.1/".to_owned(), ProxyUse::Never).starts_with("cannot reach"));
    let said = ask("https://192.0.2.1/".to_owned(), ProxyUse::Environment);
    assert!(said.contains("proxy"), "{said}");
}
