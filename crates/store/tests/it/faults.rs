use crate::{
    publication::{Publication, Way, figures, name, stored},
    server::{Fault, Request, Server},
};
use anslag_store::{Credentials, LoadError, Method, Scheme};
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

/// An error with its causes, as the command line says it.
fn words(error: &LoadError) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        words.extend([": ", &error.to_string()]);
        cause = error.source();
    }
    words
}

/// Each way in which a server can say that it cannot answer now is tried again, and all is well.
#[test]
fn what_passes_is_tried_again() {
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
            let loaded = Way::by(method).load(&publication.publish(), &server).unwrap();
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
    Way::default().load(&Publication::new(1).publish(), &server).unwrap();
    assert!(started.elapsed() >= Duration::from_secs(1), "{:?}", started.elapsed());
}

/// What does not pass ends the load, which says what is the matter; nothing is lost, and the next load goes on.
#[test]
fn what_does_not_pass_is_said() {
    let html = "<!DOCTYPE html><html><title>Välkommen</title><p>Logga in</p></html>";
    let page = Fault::Answer("200 OK", &["Content-Type: text/html; charset=utf-8"], html.to_owned());
    let moved = Fault::Answer("307 Temporary Redirect", &["Location: http://127.0.0.1:1/elsewhere"], String::new());
    let cases = [
        (answer("503 Service Unavailable", "no\u{1b}[31m"), "QUERY answered 503 until the last attempt: no[31m"),
        (answer("401 Unauthorized", ""), "QUERY answered 401: it wants to know who asks; help: give --user, "),
        (answer("403 Forbidden", ""), "QUERY answered 403: it wants to know who asks; help: give --user, "),
        (answer("404 Not Found", ""), "QUERY answered 404: there is no store at this address; help: look it up"),
        (
            Some(page),
            "QUERY answered with text/html and not with the results of a query: it is no SPARQL endpoint: Välkommen Logga in",
        ),
        (Some(moved), "QUERY answered 307 and sends us to http://127.0.0.1:1/elsewhere; help: give that address"),
        (answer("200 OK", "{}"), "QUERY answered with text/plain and not with the results of a query"),
        (answer("400 Bad Request", "no\n\nSPARQL query:\nSELECT"), "QUERY answered 400: no"),
        (Some(Fault::Half), "QUERY broke off in the middle of an answer: "),
        (Some(Fault::Close), "cannot reach QUERY: "),
    ];
    for (fault, expected) in cases {
        let server = Server::start();
        let given = fault.clone();
        server.fail(move |_, _| given.clone());
        let published = Publication::new(3).publish();
        let error = Way::default().load(&published, &server).unwrap_err();
        let said = words(&error).replace(&server.url("query"), "QUERY");
        assert!(said.starts_with(expected), "{said}");
        let swedish = error.in_language(Language::Swedish).to_string();
        assert_ne!(swedish, error.to_string());
        assert!(!swedish.contains('\u{1b}'), "{swedish}");
        server.mend();
        assert_eq!(figures(&Way::default().load(&published, &server).unwrap()), [4, 0, 0, 0]);
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
    };
    for query in [
        format!("http://{address}/sparql"),
        format!("https://{}/query", Server::start().url("").split('/').nth(2).unwrap()),
    ] {
        let error = Way::default().load_from(&published, &endpoint(query.clone())).unwrap_err();
        assert!(words(&error).starts_with(&format!("cannot reach {query}: ")), "{}", words(&error));
    }
    for (query, shown) in [
        ("localhost:8890/sparql", "localhost:8890/sparql is no address of a store"),
        ("http://dba:secret@localhost/", "…@localhost/ is no address of a store"),
        ("ftp://localhost/", "ftp://localhost/ is no address of a store"),
    ] {
        let error = Way::default().load_from(&published, &endpoint(query.to_owned())).unwrap_err();
        assert!(words(&error).starts_with(shown), "{}", words(&error));
    }
}

/// A graph that the server rejects is named with the server's words; the others are loaded, and the next load mends it.
#[test]
fn a_graph_that_is_refused_keeps_no_other_out() {
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
        let way = Way { has_graph_store, connections: 2, ..Way::by(method) };
        let loaded = way.load(&published, &server).unwrap();
        let [failure] = loaded.failures.as_slice() else { panic!("{method:?}: {:?}", loaded.failures) };
        let said = failure.to_string();
        assert!(said.starts_with(&format!("cannot load {}: http://", name(7))), "{said}");
        assert!(said.ends_with(" answered 422: seven is bad"), "{said}");
        assert_eq!(loaded.added, 20, "{method:?}");
        server.mend();
        let loaded = way.load(&published, &server).unwrap();
        assert_eq!((loaded.added + loaded.replaced, loaded.unchanged), (1, 20), "{method:?}");
        assert_eq!(stored(&server), publication.quads());
    }
}

/// A server that refuses everything is not asked ten thousand times.
#[test]
fn a_load_without_hope_is_given_up() {
    let server = Server::start();
    server.fail(|request, _| {
        let is_data = request.body.contains("Tillkännagivande");
        if is_data { answer("500 Internal Server Error", "disk full") } else { None }
    });
    for (method, has_graph_store) in [(Method::Update, false), (Method::Update, true), (Method::GraphStore, true)] {
        let mut publication = Publication::new(1000);
        publication.catalogue = publication.catalogue.replace("Katalog", "Tillkännagivande");
        let way = Way { has_graph_store, ..Way::by(method) };
        let error = way.load(&publication.publish(), &server).unwrap_err();
        assert!(words(&error).ends_with(" answered 500: disk full"), "{}", words(&error));
        let requests = server.requests().len();
        assert!(requests < 250, "{method:?} {requests}");
    }
}

/// A server that takes only short updates gets short ones, and soon no longer ones any more; a graph that is too long by
/// itself goes in pieces, or by a PUT.
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
        let way = Way { has_graph_store, ..Way::by(Method::Update) };
        let loaded = way.load(&publication.publish(), &server).unwrap();
        assert_eq!((figures(&loaded), loaded.failures.len()), ([402, 0, 0, 0], 0), "{:?}", loaded.failures);
        assert_eq!(stored(&server), publication.quads());
        let refused = refused.load(Ordering::SeqCst);
        assert!((1..40).contains(&refused), "{refused}");
        let puts = server.writes().iter().filter(|request| request.method == "PUT").count();
        assert_eq!(puts, usize::from(has_graph_store));
    }
}

/// So many graphs, each tenth of them with a duration.
fn with_durations(graphs: usize) -> Publication {
    let mut publication = Publication::new(graphs);
    for number in (0..graphs).step_by(10) {
        let statements = publication.graphs.get_mut(&name(number)).unwrap();
        statements.push("<urn:s> <urn:p> \"P1Y\"^^<http://www.w3.org/2001/XMLSchema#duration> .".to_owned());
    }
    publication
}

/// A datatype that the server takes in no update is found out once, and not graph by graph.
#[test]
fn a_datatype_that_no_update_may_have_is_learned() {
    let publication = with_durations(200);
    let server = Server::start();
    server.fail(|request, _| {
        let is_refused = request.path == "/update" && request.body.contains("#duration");
        if is_refused { answer("500 Internal Server Error", "Virtuoso 22023 Error SR553") } else { None }
    });
    let loaded = Way::by(Method::Update).load(&publication.publish(), &server).unwrap();
    assert_eq!((figures(&loaded), loaded.failures.len()), ([201, 0, 0, 0], 0));
    assert_eq!(stored(&server), publication.quads());
    let writes = server.writes();
    assert_eq!(writes.iter().filter(|request| request.method == "PUT").count(), 20);
    let updates = writes.iter().filter(|request| request.path == "/update").count();
    assert!(updates < 40, "{updates}");
}

/// A datatype that the server takes only when it is built, as Virtuoso does `xsd:duration`, needs no PUT; and that one connection has learned it makes
/// the batches of the others no shorter.
#[test]
fn a_datatype_that_is_no_data_is_built() {
    let publication = with_durations(4000);
    let server = Server::start();
    server.fail(|request, _| {
        let is_refused =
            request.path == "/update" && request.body.contains("\"^^<http://www.w3.org/2001/XMLSchema#duration>");
        if is_refused { answer("500 Internal Server Error", "Virtuoso 22023 Error SR553") } else { None }
    });
    let way = Way { has_graph_store: false, connections: 4, ..Way::by(Method::Update) };
    let loaded = way.load(&publication.publish(), &server).unwrap();
    assert_eq!((figures(&loaded), loaded.failures.len()), ([4001, 0, 0, 0], 0), "{:?}", loaded.failures);
    assert_eq!(stored(&server), publication.quads());
    let updates = server.writes().len();
    assert!(updates < 100, "{updates}");
}

/// Where nobody says how, a server without updates is written to by the Graph Store Protocol; without that there is no way.
#[test]
fn the_method_is_what_the_server_can() {
    let published = Publication::new(3).publish();
    for status in ["404 Not Found", "405 Method Not Allowed", "403 Forbidden", "501 Not Implemented"] {
        let server = Server::start();
        server.fail(move |request, _| if request.path == "/update" { answer(status, "no") } else { None });
        let error = Way { has_graph_store: false, ..Way::default() }.load(&published, &server).unwrap_err();
        let said = words(&error);
        assert!(said.contains("--graph-store") || status.starts_with("403"), "{said}");
        let loaded = Way::default().load(&published, &server).unwrap();
        assert_eq!(figures(&loaded), [4, 0, 0, 0]);
        assert!(server.writes().iter().any(|request| request.method == "PUT"));
    }
    let server = Server::start();
    Way::default().load(&published, &server).unwrap();
    assert!(server.writes().iter().all(|request| request.path == "/update"));
    let none = Way { has_graph_store: false, ..Way::by(Method::GraphStore) };
    assert!(words(&none.load(&published, &server).unwrap_err()).contains("--graph-store"));
}

fn user(scheme: Scheme) -> Credentials {
    Credentials::User { name: "dba".to_owned(), password: "åh: \"nej".to_owned(), scheme }
}

#[test]
fn secrets_are_said_as_the_server_wants_them() {
    let published = Publication::new(3).publish();
    let basic = "Basic ZGJhOsOlaDogIm5lag==";
    for (credentials, expected) in [
        (user(Scheme::AsAsked), basic),
        (user(Scheme::Basic), basic),
        (Credentials::Bearer { token: "abc.def".to_owned() }, "Bearer abc.def"),
    ] {
        let server = Server::start();
        server.fail(move |request, _| {
            let has_it = request.headers.iter().any(|(name, value)| name == "authorization" && value == expected);
            let fields = &["WWW-Authenticate: Basic realm=\"a\""];
            (!has_it).then(|| Fault::Answer("401 Unauthorized", fields, String::new()))
        });
        let way = Way { credentials: credentials.clone(), ..Way::default() };
        assert_eq!(figures(&way.load(&published, &server).unwrap()), [4, 0, 0, 0], "{expected}");
        assert!(!format!("{credentials:?}").contains("nej") && !format!("{credentials:?}").contains("abc"));
    }
}

/// A password is never said as it is where only a digest should be, and what is wrong is not said again and again.
#[test]
fn a_password_is_not_given_away() {
    let published = Publication::new(3).publish();
    let asked = |fields: &'static [&'static str], credentials: Credentials| {
        let server = Server::start();
        server.fail(move |_, _| Some(Fault::Answer("401 Unauthorized", fields, String::new())));
        let error = Way { credentials, ..Way::default() }.load(&published, &server).unwrap_err();
        (words(&error), server.requests())
    };
    let (said, requests) = asked(&["WWW-Authenticate: Basic realm=\"a\""], user(Scheme::Digest));
    assert!(said.contains("does not accept the user and the password"), "{said}");
    assert!(requests.iter().all(|request| !format!("{:?}", request.headers).contains("Basic")));
    let digest =
        &["WWW-Authenticate: Digest realm=\"a\", nonce=\"n\", qop=\"auth\"", "WWW-Authenticate: Basic realm=\"a\""];
    let (said, requests) = asked(digest, user(Scheme::AsAsked));
    assert!(said.contains("does not accept the user and the password"), "{said}");
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert!(
        format!("{:?}", requests[1].headers).contains("username=\\\\\\\"dba")
            || format!("{:?}", requests[1].headers).contains("username=\\\"dba")
    );
    assert!(!format!("{:?}", requests[1].headers).contains("Basic"));
}

/// A server that sends us to another one does not get us there, and the other one no password.
#[test]
fn no_password_follows_a_redirect() {
    let other = Server::start();
    let server = Server::start();
    let to: &'static str = Box::leak(format!("Location: {}", other.url("query")).into_boxed_str());
    let fields: &'static [&'static str] = Box::leak(Box::new([to]));
    server.fail(move |_, _| Some(Fault::Answer("302 Found", fields, String::new())));
    let way = Way { credentials: user(Scheme::Basic), ..Way::default() };
    let error = way.load(&Publication::new(1).publish(), &server).unwrap_err();
    assert!(words(&error).contains(" answered 302 and sends us to "), "{}", words(&error));
    assert!(other.requests().is_empty());
}

/// What is not as it was published is not loaded at all.
#[test]
fn files_that_are_not_as_published_are_refused() {
    let server = Server::start();
    let published = Publication::new(3).publish();
    let path = &published.dump.quads.path;
    let text = fs::read_to_string(path).unwrap();
    for (other, expected) in [
        (text.replace("first", "other"), "it is not as manifest.json says that it was published; help: export again"),
        (text[..text.len() - 20].to_owned(), "line 12 is no quad in a named graph"),
        (text.replace("<urn:title>", "\u{0}"), "it is not as manifest.json says"),
        (format!("<urn:s> <urn:p> <urn:o> .\n{text}"), "line 1 is no quad in a named graph"),
    ] {
        fs::write(path, other).unwrap();
        let error = Way::default().load(&published, &server).unwrap_err();
        assert!(matches!(error, LoadError::Dump { .. }) && error.to_string().contains(expected), "{error}");
    }
    fs::write(path, &text).unwrap();
    let catalogue = &published.dump.documents[0].files[0].path;
    fs::write(catalogue, "<urn:a> <urn:b> [] .").unwrap();
    assert!(Way::default().load(&published, &server).unwrap_err().to_string().contains("is not as manifest.json says"));
    fs::remove_file(catalogue).unwrap();
    assert!(words(&Way::default().load(&published, &server).unwrap_err()).starts_with("cannot read "));
    assert!(server.writes().is_empty());
    let blank = Publication { catalogue: "<urn:a> <urn:b> [] .".to_owned(), ..Publication::new(1) };
    assert!(Way::default().load(&blank.publish(), &server).unwrap_err().to_string().contains("blank node"));
}
