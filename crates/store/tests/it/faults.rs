use crate::{
    publication::{Publication, Setup, figures, name, stored},
    server::{Fault, Request, Server},
};
use anslag_store::{Credentials, EndpointError, LoadError, Method, Scheme};
use anslag_wording::{Language, Wording};
use std::{
    error::Error,
    fs,
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

#[expect(clippy::unnecessary_wraps, reason = "whoever asks for a fault wants it as it is")]
fn answer(status: &'static str, body: &str) -> Option<Fault> {
    Some(Fault::Answer(status, &["Content-Type: text/plain"], body.to_owned()))
}

/// Returns an error with its causes, as the command line prints it.
fn words(error: &LoadError) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.extend([": ", &error.to_string()]);
        cause = error.source();
    }
    words
}

/// Every kind of temporary failure is retried.
#[test]
fn temporary_failures_are_retried() {
    for fault in [
        answer("429 Too Many Requests", "slow down"),
        answer("502 Bad Gateway", ""),
        answer("503 Service Unavailable", ""),
        answer("504 Gateway Timeout", ""),
        answer("500 Internal Server Error", "Virtuoso 40001 Error SR172: Transaction deadlocked"),
        Some(Fault::Close),
        Some(Fault::Half),
    ] {
        for method in Method::ALL {
            let publication = Publication::new(5);
            let server = Server::start();
            let given = fault.clone();
            server.fail(move |_, number| given.clone().filter(|_| number % 2 == 1));
            let loaded = Setup::by(method).load(&publication.publish(), &server).unwrap();
            assert_eq!((figures(&loaded), loaded.failures.len()), ([6, 0, 0, 0], 0), "{method:?} {fault:?}");
            assert_eq!(stored(&server), publication.quads());
        }
    }
}

#[test]
fn the_server_says_when_to_come_back() {
    let server = Server::start();
    server.fail(|_, number| {
        (number == 1).then(|| Fault::Answer("503 Service Unavailable", &["Retry-After: 1"], String::new()))
    });
    let started = Instant::now();
    Setup::default().load(&Publication::new(1).publish(), &server).unwrap();
    assert!(started.elapsed() >= Duration::from_secs(1), "{:?}", started.elapsed());
}

/// A permanent failure ends the load with its reason, and the next load continues.
#[test]
fn permanent_failures_end_the_load() {
    let html = "<!DOCTYPE html><html><title>Välkommen</title><p>Logga in</p></html>";
    let page = Fault::Answer("200 OK", &["Content-Type: text/html; charset=utf-8"], html.to_owned());
    let moved = Fault::Answer("307 Temporary Redirect", &["Location: http://127.0.0.1:1/elsewhere"], String::new());
    let cases = [
        (answer("503 Service Unavailable", "no\u{1b}[31m"), "QUERY still answered 503 at the last attempt: no[31m"),
        (answer("401 Unauthorized", ""), "QUERY answered 401: authentication required"),
        (answer("403 Forbidden", ""), "QUERY answered 403: authentication required"),
        (answer("404 Not Found", ""), "QUERY answered 404: no store at this address"),
        (Some(page), "QUERY is not a SPARQL endpoint: it answered with text/html: Välkommen Logga in"),
        (Some(moved), "QUERY answered 307: redirects to http://127.0.0.1:1/elsewhere are not followed"),
        (answer("200 OK", "{}"), "QUERY is not a SPARQL endpoint: it answered with text/plain"),
        (answer("400 Bad Request", "no\n\nSPARQL query:\nSELECT"), "QUERY answered 400: no"),
        (Some(Fault::Half), "cannot read the answer of QUERY: the connection was closed too early"),
        (Some(Fault::Close), "cannot reach QUERY: the connection was closed too early"),
    ];
    for (fault, expected) in cases {
        let server = Server::start();
        let given = fault.clone();
        server.fail(move |_, _| given.clone());
        let published = Publication::new(3).publish();
        let error = Setup::default().load(&published, &server).unwrap_err();
        let said = words(&error).replace(&server.url("query"), "QUERY");
        assert!(said.starts_with(expected), "{said}");
        let swedish = error.in_language(Language::Swedish).to_string();
        assert_ne!(swedish, error.to_string());
        assert!(!swedish.contains('\u{1b}'), "{swedish}");
        server.recover();
        assert_eq!(figures(&Setup::default().load(&published, &server).unwrap()), [4, 0, 0, 0]);
    }
}

#[test]
fn a_server_that_is_not_there_cannot_be_reached() {
    // The port was free a moment ago.
    let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let published = Publication::new(1).publish();
    let endpoint = |query: String| anslag_store::Endpoint {
        query,
        update: None,
        graph_store: None,
        credentials: Credentials::None,
        retry: anslag_store::Retry { first_delay: Duration::from_millis(1), ..anslag_store::Retry::default() },
        timeout: Duration::from_secs(5),
        proxies: anslag_store::ProxyUse::Never,
    };
    for query in [
        format!("http://{address}/sparql"),
        format!("https://{}/query", Server::start().url("").split('/').nth(2).unwrap()),
    ] {
        let error = Setup::default().load_from(&published, &endpoint(query.clone())).unwrap_err();
        assert!(words(&error).starts_with(&format!("cannot reach {query}: ")), "{}", words(&error));
    }
    for (query, shown) in [
        ("localhost:8890/sparql", "invalid store address `localhost:8890/sparql`"),
        ("http://dba:secret@localhost/", "invalid store address `…@localhost/`"),
        ("ftp://localhost/", "invalid store address `ftp://localhost/`"),
    ] {
        let error = Setup::default().load_from(&published, &endpoint(query.to_owned())).unwrap_err();
        assert!(words(&error).starts_with(shown), "{}", words(&error));
    }
}

/// A graph that the server refuses is reported; the others are loaded, and the next load fixes it.
#[test]
fn a_refused_graph_does_not_keep_out_others() {
    for (method, has_graph_store) in
        [(Method::Update, false), (Method::Update, true), (Method::GraphStore, true), (Method::Quads, true)]
    {
        let publication = Publication::new(20);
        let published = publication.publish();
        let server = Server::start();
        let is_refused = |request: &Request| {
            let body = request.body.contains("Tillkännagivande 7, ");
            body || (request.method == "PUT" && request.graph.as_deref() == Some(&name(7)))
        };
        server.fail(
            move |request, _| {
                if is_refused(request) { answer("422 Unprocessable Content", "seven is\n bad") } else { None }
            },
        );
        let setup = Setup { has_graph_store, connections: 2, ..Setup::by(method) };
        let loaded = setup.load(&published, &server).unwrap();
        let [failure] = loaded.failures.as_slice() else { panic!("{method:?}: {:?}", loaded.failures) };
        let said = failure.to_string();
        assert!(said.starts_with(&format!("cannot load {}: http://", name(7))), "{said}");
        assert!(said.ends_with(" answered 422: seven is bad"), "{said}");
        assert_eq!(loaded.added, 20, "{method:?}");
        server.recover();
        let loaded = setup.load(&published, &server).unwrap();
        assert_eq!((loaded.added + loaded.replaced, loaded.unchanged), (1, 20), "{method:?}");
        assert_eq!(stored(&server), publication.quads());
    }
}

/// A server that refuses everything does not get ten thousand requests.
#[test]
fn a_hopeless_load_is_given_up() {
    let server = Server::start();
    server.fail(|request, _| {
        let is_data = request.body.contains("Tillkännagivande");
        if is_data { answer("500 Internal Server Error", "disk full") } else { None }
    });
    for (method, has_graph_store) in [(Method::Update, false), (Method::Update, true), (Method::GraphStore, true)] {
        let mut publication = Publication::new(1000);
        publication.catalogue = publication.catalogue.replace("Katalog", "Tillkännagivande");
        let setup = Setup { has_graph_store, ..Setup::by(method) };
        let error = setup.load(&publication.publish(), &server).unwrap_err();
        assert!(words(&error).ends_with(" answered 500: disk full"), "{}", words(&error));
        let requests = server.requests().len();
        assert!(requests < 250, "{method:?} {requests}");
    }
}

/// After a few refusals, no update is longer than the server takes. A longer graph goes in pieces, or by PUT.
#[test]
fn a_batch_adapts_to_what_the_server_takes() {
    for has_graph_store in [false, true] {
        let mut publication = Publication::new(400);
        let long = (0..200).map(|number| format!("<urn:s> <urn:p{number}> \"{}\" .", "x".repeat(100)));
        publication.graphs.insert(name(900), long.collect());
        let server = Server::start();
        let refused = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&refused);
        server.fail(move |request, _| {
            let is_refused = request.path == "/update" && request.body.len() > 15_000;
            counted.fetch_add(usize::from(is_refused), Ordering::SeqCst);
            if is_refused { answer("413 Content Too Large", "too long") } else { None }
        });
        let setup = Setup { has_graph_store, ..Setup::by(Method::Update) };
        let loaded = setup.load(&publication.publish(), &server).unwrap();
        assert_eq!((figures(&loaded), loaded.failures.len()), ([402, 0, 0, 0], 0), "{:?}", loaded.failures);
        assert_eq!(stored(&server), publication.quads());
        let refused = refused.load(Ordering::SeqCst);
        assert!((1..40).contains(&refused), "{refused}");
        let puts = server.writes().iter().filter(|request| request.method == "PUT").count();
        assert_eq!(puts, usize::from(has_graph_store));
    }
}

/// Creates graphs of which every tenth has a duration.
fn with_durations(graphs: usize) -> Publication {
    let mut publication = Publication::new(graphs);
    for number in (0..graphs).step_by(10) {
        let statements = publication.graphs.get_mut(&name(number)).unwrap();
        statements.push("<urn:s> <urn:p> \"P1Y\"^^<http://www.w3.org/2001/XMLSchema#duration> .".to_owned());
    }
    publication
}

/// A datatype that the server takes in no update is found out once, not once per graph.
#[test]
fn a_datatype_that_no_update_may_have_is_learned() {
    let publication = with_durations(200);
    let server = Server::start();
    server.fail(|request, _| {
        let is_refused = request.path == "/update" && request.body.contains("#duration");
        if is_refused { answer("500 Internal Server Error", "Virtuoso 22023 Error SR553") } else { None }
    });
    let loaded = Setup::by(Method::Update).load(&publication.publish(), &server).unwrap();
    assert_eq!((figures(&loaded), loaded.failures.len()), ([201, 0, 0, 0], 0));
    assert_eq!(stored(&server), publication.quads());
    let writes = server.writes();
    assert_eq!(writes.iter().filter(|request| request.method == "PUT").count(), 20);
    let updates = writes.iter().filter(|request| request.path == "/update").count();
    assert!(updates < 40, "{updates}");
}

/// A datatype that the server takes only if it is computed (Virtuoso and `xsd:duration`) needs no PUT.
///
/// That one connection has learned it does not shorten the batches of the others.
#[test]
fn a_datatype_that_cannot_be_data_is_computed() {
    let publication = with_durations(4000);
    let server = Server::start();
    server.fail(|request, _| {
        let is_refused =
            request.path == "/update" && request.body.contains("\"^^<http://www.w3.org/2001/XMLSchema#duration>");
        if is_refused { answer("500 Internal Server Error", "Virtuoso 22023 Error SR553") } else { None }
    });
    let setup = Setup { has_graph_store: false, connections: 4, ..Setup::by(Method::Update) };
    let loaded = setup.load(&publication.publish(), &server).unwrap();
    assert_eq!((figures(&loaded), loaded.failures.len()), ([4001, 0, 0, 0], 0), "{:?}", loaded.failures);
    assert_eq!(stored(&server), publication.quads());
    let updates = server.writes().len();
    // Each of the four connections may halve its first batch down to one graph before the datatype is known.
    assert!(updates < 150, "{updates}");
}

/// Without a chosen method, a server that takes no updates is loaded by the Graph Store Protocol, if its address is known.
#[test]
fn a_method_that_the_server_takes_is_found() {
    let published = Publication::new(3).publish();
    for status in ["404 Not Found", "405 Method Not Allowed", "403 Forbidden", "501 Not Implemented"] {
        let server = Server::start();
        server.fail(move |request, _| if request.path == "/update" { answer(status, "no") } else { None });
        let error = Setup { has_graph_store: false, ..Setup::default() }.load(&published, &server).unwrap_err();
        // Whoever may not write needs another password; everybody else needs another address.
        let is_not_writable = matches!(error, LoadError::Endpoint(EndpointError::NotWritable { .. }));
        assert_eq!(is_not_writable, !status.starts_with("403"), "{error}");
        let loaded = Setup::default().load(&published, &server).unwrap();
        assert_eq!(figures(&loaded), [4, 0, 0, 0]);
        assert!(server.writes().iter().any(|request| request.method == "PUT"));
    }
    let server = Server::start();
    Setup::default().load(&published, &server).unwrap();
    assert!(server.writes().iter().all(|request| request.path == "/update"));
    let none = Setup { has_graph_store: false, ..Setup::by(Method::GraphStore) };
    assert!(matches!(none.load(&published, &server), Err(LoadError::Endpoint(EndpointError::NoGraphStore))));
}

fn user(scheme: Scheme) -> Credentials {
    Credentials::User { name: "dba".to_owned(), password: "åh: \"nej".to_owned(), scheme }
}

#[test]
fn credentials_are_sent_as_the_server_asks() {
    let published = Publication::new(3).publish();
    let basic = "Basic ZGJhOsOlaDogIm5lag==";
    for (credentials, expected) in [
        (user(Scheme::Auto), basic),
        (user(Scheme::Basic), basic),
        (Credentials::Bearer { token: "abc.def".to_owned() }, "Bearer abc.def"),
    ] {
        let server = Server::start();
        server.fail(move |request, _| {
            let has_it = request.headers.iter().any(|(name, value)| name == "authorization" && value == expected);
            let fields = &["WWW-Authenticate: Basic realm=\"a\""];
            (!has_it).then(|| Fault::Answer("401 Unauthorized", fields, String::new()))
        });
        let setup = Setup { credentials: credentials.clone(), ..Setup::default() };
        assert_eq!(figures(&setup.load(&published, &server).unwrap()), [4, 0, 0, 0], "{expected}");
        assert!(!format!("{credentials:?}").contains("nej") && !format!("{credentials:?}").contains("abc"));
    }
}

/// A password is not sent in clear text if a digest is demanded, and wrong credentials are not repeated.
#[test]
fn a_password_is_not_given_away() {
    let published = Publication::new(3).publish();
    let asked = |fields: &'static [&'static str], credentials: Credentials| {
        let server = Server::start();
        server.fail(move |_, _| Some(Fault::Answer("401 Unauthorized", fields, String::new())));
        let error = Setup { credentials, ..Setup::default() }.load(&published, &server).unwrap_err();
        (words(&error), server.requests())
    };
    let (said, requests) = asked(&["WWW-Authenticate: Basic realm=\"a\""], user(Scheme::Digest));
    assert!(said.contains("wrong user, password or token"), "{said}");
    assert!(requests.iter().all(|request| !format!("{:?}", request.headers).contains("Basic")));
    let digest =
        &["WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth\"", "WWW-Authenticate: Basic realm=\"a\""];
    let (said, requests) = asked(digest, user(Scheme::Auto));
    assert!(said.contains("wrong user, password or token"), "{said}");
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert!(
        format!("{:?}", requests[1].headers).contains("username=\\\\\\\"dba")
            || format!("{:?}", requests[1].headers).contains("username=\\\"dba")
    );
    assert!(!format!("{:?}", requests[1].headers).contains("Basic"));
}

/// A redirect is not followed, and its target gets no password.
#[test]
fn no_password_follows_a_redirect() {
    let other = Server::start();
    let server = Server::start();
    let to: &'static str = Box::leak(format!("Location: {}", other.url("query")).into_boxed_str());
    let fields: &'static [&'static str] = Box::leak(Box::new([to]));
    server.fail(move |_, _| Some(Fault::Answer("302 Found", fields, String::new())));
    let setup = Setup { credentials: user(Scheme::Basic), ..Setup::default() };
    let error = setup.load(&Publication::new(1).publish(), &server).unwrap_err();
    assert!(words(&error).contains(" answered 302: redirects to "), "{}", words(&error));
    assert!(other.requests().is_empty());
}

/// Nothing is loaded from files that differ from the manifest.
#[test]
fn files_that_are_not_as_published_are_refused() {
    let server = Server::start();
    let published = Publication::new(3).publish();
    let path = &published.dump.quads.path;
    let text = fs::read_to_string(path).unwrap();
    for (other, expected) in [
        (text.replace("first", "other"), "it does not have the checksum that is in manifest.json"),
        (text[..text.len() - 20].to_owned(), "line 12 is not RDF in a named graph"),
        (text.replace("<urn:title>", "\u{0}"), "it does not have the checksum"),
        (format!("<urn:s> <urn:p> <urn:o> .\n{text}"), "line 1 is not RDF in a named graph"),
    ] {
        fs::write(path, other).unwrap();
        let error = Setup::default().load(&published, &server).unwrap_err();
        assert!(matches!(error, LoadError::Dump(_)) && error.to_string().contains(expected), "{error}");
    }
    fs::write(path, &text).unwrap();
    let catalogue = &published.dump.documents[0].files[0].path;
    fs::write(catalogue, "<urn:a> <urn:b> [] .").unwrap();
    assert!(
        Setup::default().load(&published, &server).unwrap_err().to_string().contains("it does not have the checksum")
    );
    fs::remove_file(catalogue).unwrap();
    assert!(words(&Setup::default().load(&published, &server).unwrap_err()).starts_with("cannot read "));
    assert!(server.writes().is_empty());
    let blank = Publication { catalogue: "<urn:a> <urn:b> [] .".to_owned(), ..Publication::new(1) };
    assert!(Setup::default().load(&blank.publish(), &server).unwrap_err().to_string().contains("blank node"));
}
