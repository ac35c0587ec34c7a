use crate::{
    publication::{BASE, Publication, STATE, Setup, figures, name, statements, stored},
    server::{Fault, Server},
};
use anslag_store::{ForeignClaims, Method};
use oxigraph::{
    model::{GraphNameRef, LiteralRef, NamedNodeRef, QuadRef},
    sparql::SparqlEvaluator,
};
use std::time::Duration;

/// By every method: first everything is sent, then what has changed, then nothing.
#[test]
fn a_store_becomes_what_is_published_and_stays_so() {
    for method in Method::ALL {
        let server = Server::start();
        let foreign = NamedNodeRef::new_unchecked("urn:foreign");
        let beside = NamedNodeRef::new_unchecked("https://data.example.org/data/announcement/of-somebody-else");
        for graph in [GraphNameRef::DefaultGraph, foreign.into(), beside.into()] {
            server.store.insert(QuadRef::new(foreign, foreign, foreign, graph)).unwrap();
        }
        let untouched = server.quads();
        let with_foreign = |publication: &Publication| publication.quads().union(&untouched).cloned().collect();
        let setup = Setup { connections: 3, ..Setup::by(method) };

        let mut publication = Publication::new(40);
        let loaded = setup.load(&publication.publish(), &server).unwrap();
        assert_eq!(figures(&loaded), [41, 0, 0, 0], "{method:?}");
        assert!(loaded.failures.is_empty(), "{method:?}: {:?}", loaded.failures);
        assert_eq!(stored(&server), with_foreign(&publication), "{method:?}");

        for number in [3, 17, 39] {
            publication.graphs.insert(name(number), statements(number, "second"));
        }
        publication.graphs.remove(&name(5));
        publication.graphs.remove(&name(6));
        publication.graphs.insert(name(50), statements(50, "new"));
        let published = publication.publish();
        let planned = Setup { dry_run: true, ..setup.clone() }.load(&published, &server).unwrap();
        let loaded = setup.load(&published, &server).unwrap();
        assert_eq!(figures(&loaded), [1, 3, 2, 36], "{method:?}");
        assert_eq!(figures(&planned), figures(&loaded), "{method:?}");
        assert_eq!(stored(&server), with_foreign(&publication), "{method:?}");

        server.requests();
        let loaded = setup.load(&published, &server).unwrap();
        assert_eq!(figures(&loaded), [0, 0, 0, 40], "{method:?}");
        assert_eq!(server.writes().len(), 0, "{method:?}");
        let verified = Setup { verify: true, ..setup }.load(&published, &server).unwrap();
        assert!(verified.failures.is_empty() && verified.verified.unwrap().0 == 40, "{verified:?}");
    }
}

/// The requests of a change.
#[test]
fn only_differences_are_sent() {
    let mut publication = Publication::new(30);
    let servers = Method::ALL.map(|method| {
        let server = Server::start();
        Setup::by(method).load(&publication.publish(), &server).unwrap();
        server.requests();
        (method, server)
    });
    for number in [1, 2, 3] {
        publication.graphs.insert(name(number), statements(number, "second"));
    }
    publication.graphs.remove(&name(10));
    publication.graphs.remove(&name(11));
    let published = publication.publish();
    for (method, server) in servers {
        Setup::by(method).load(&published, &server).unwrap();
        let sent: Vec<String> = server
            .writes()
            .iter()
            .map(|request| {
                let graph = request.graph.as_deref().unwrap_or("").replace(BASE, "");
                format!("{} {} {graph}", request.method, request.path)
            })
            .collect();
        let expected: &[&str] = match method {
            Method::Update => &["POST /update ", "POST /update "],
            Method::GraphStore => &[
                "PUT /store data/loaded",
                "DELETE /store data/announcement/2021-05-010",
                "DELETE /store data/announcement/2021-05-011",
                "PUT /store data/loaded",
                "PUT /store data/announcement/2021-05-001",
                "PUT /store data/announcement/2021-05-002",
                "PUT /store data/announcement/2021-05-003",
                "POST /store data/loaded",
            ],
            Method::Quads => &[
                "PUT /store data/loaded",
                "DELETE /store data/announcement/2021-05-010",
                "DELETE /store data/announcement/2021-05-011",
                "PUT /store data/loaded",
                "DELETE /store data/announcement/2021-05-001",
                "DELETE /store data/announcement/2021-05-002",
                "DELETE /store data/announcement/2021-05-003",
                "POST /store ",
                "POST /store ",
            ],
        };
        assert_eq!(sent, expected, "{method:?}");
        assert_eq!(stored(&server), publication.quads(), "{method:?}");
    }
}

/// The two updates of a change name only what has changed.
#[test]
fn an_update_names_only_what_has_changed() {
    let mut publication = Publication::new(30);
    let server = Server::start();
    Setup::by(Method::Update).load(&publication.publish(), &server).unwrap();
    server.requests();
    publication.graphs.insert(name(1), statements(1, "second"));
    publication.graphs.remove(&name(10));
    Setup::by(Method::Update).load(&publication.publish(), &server).unwrap();
    let sent: String = server.writes().iter().map(|request| request.body.as_str()).collect();
    for number in 0..30 {
        assert_eq!(sent.contains(&name(number)), [1, 10].contains(&number), "{number}");
    }
    assert!(!sent.contains("catalogue"), "{sent}");
}

#[test]
fn the_order_of_the_statements_is_no_change() {
    let mut publication = Publication::new(3);
    let server = Server::start();
    Setup::default().load(&publication.publish(), &server).unwrap();
    publication.graphs.values_mut().for_each(|statements| statements.reverse());
    let loaded = Setup::default().load(&publication.publish(), &server).unwrap();
    assert_eq!(figures(&loaded), [0, 0, 0, 4]);
}

/// Another method, and another machine, continues where the first has stopped.
#[test]
fn the_state_is_the_stores() {
    let mut publication = Publication::new(5);
    let server = Server::start();
    for (number, method) in Method::ALL.into_iter().enumerate() {
        publication.graphs.insert(name(number), statements(number, "again"));
        publication.graphs.insert(name(100 + number), statements(number, "new"));
        let loaded = Setup::by(method).load(&publication.publish(), &server).unwrap();
        let expected = if number == 0 { [7, 0, 0, 0] } else { [1, 1, 0, 5 + number] };
        assert_eq!(figures(&loaded), expected, "{method:?}");
        assert_eq!(stored(&server), publication.quads());
    }
}

/// Graphs that a bulk loader has written, unknown to the state, are emptied.
#[test]
fn what_was_there_before_is_replaced() {
    for (method, graphs) in [(Method::Update, 3), (Method::Update, 300), (Method::Quads, 300), (Method::GraphStore, 3)]
    {
        let publication = Publication::new(graphs);
        let server = Server::start();
        let subject = NamedNodeRef::new_unchecked("urn:old");
        let graph = name(2);
        let old = NamedNodeRef::new_unchecked(&graph);
        server.store.insert(QuadRef::new(subject, subject, subject, old)).unwrap();
        Setup::by(method).load(&publication.publish(), &server).unwrap();
        assert_eq!(stored(&server), publication.quads(), "{method:?} {graphs}");
    }
}

/// Foreign changes of our graphs are found by counting and comparing, and fixed at once.
#[test]
fn a_verification_fixes_foreign_changes() {
    for method in [None, Some(Method::Update), Some(Method::GraphStore)] {
        let publication = Publication::new(10);
        let published = publication.publish();
        let server = Server::start();
        let setup = Setup { method, verify: true, ..Setup::default() };
        assert!(setup.load(&published, &server).unwrap().failures.is_empty());
        let (lost, changed) = (name(2), name(4));
        server.store.clear_graph(NamedNodeRef::new_unchecked(&lost)).unwrap();
        let old = server.store.iter().map(Result::unwrap).find(|quad| {
            quad.graph_name.to_string() == format!("<{changed}>") && quad.predicate.as_str() == "urn:title"
        });
        let mut quad = old.unwrap();
        server.store.remove(&quad).unwrap();
        quad.object = oxigraph::model::Literal::new_simple_literal("other").into();
        server.store.insert(&quad).unwrap();
        let loaded = setup.load(&published, &server).unwrap();
        assert_eq!((figures(&loaded), loaded.failures.len()), ([0, 2, 0, 9], 0), "{method:?}");
        assert_eq!(stored(&server), publication.quads());
    }
}

/// A server that wrongly reports success is found out, graph by graph.
#[test]
fn a_verification_reports_what_it_cannot_fix() {
    let publication = Publication::new(10);
    let published = publication.publish();
    let server = Server::start();
    server.fail(|request, _| {
        let is_lost = request.graph.as_deref() == Some(&name(2));
        is_lost.then(|| Fault::Answer("204 No Content", &[], String::new()))
    });
    let setup = Setup { verify: true, ..Setup::by(Method::GraphStore) };
    let loaded = setup.load(&published, &server).unwrap();
    let said: Vec<String> = loaded.failures.iter().map(ToString::to_string).collect();
    let expected = format!("{} has 0 triples in the store, but 4 are published; the next load fixes it", name(2));
    assert_eq!((said, loaded.verified), (vec![expected], Some((11, 10))));
    server.recover();
    assert_eq!(figures(&setup.load(&published, &server).unwrap()), [0, 1, 0, 10]);
    assert_eq!(stored(&server), publication.quads());
}

/// A server that limits its results returns all of them in pages.
#[test]
fn the_state_is_read_page_by_page() {
    let publication = Publication::new(5200);
    let server = Server::start();
    Setup { connections: 2, ..Setup::default() }.load(&publication.publish(), &server).unwrap();
    server.requests();
    let loaded = Setup { verify: true, ..Setup::default() }.load(&publication.publish(), &server).unwrap();
    assert_eq!((figures(&loaded), loaded.failures.len()), ([0, 0, 0, 5201], 0));
    let pages = server.requests().iter().filter(|request| request.body.contains("hasPart")).count();
    assert_eq!(pages, 3, "two with something, and one without");
}

/// The last request of a killed load may run after the next load has removed the graph.
///
/// The load after that one knows the graph by its digest.
#[test]
fn a_graph_that_comes_back_late_is_removed() {
    let mut publication = Publication::new(3);
    let server = Server::start();
    Setup::default().load(&publication.publish(), &server).unwrap();
    publication.graphs.insert(name(1), statements(1, "second"));
    server.requests();
    Setup::default().load(&publication.publish(), &server).unwrap();
    let late = server.writes().pop().unwrap().body;
    publication.graphs.remove(&name(1));
    Setup::default().load(&publication.publish(), &server).unwrap();
    SparqlEvaluator::new().parse_update(&late).unwrap().on_store(&server.store).execute().unwrap();
    assert_ne!(stored(&server), publication.quads());
    let loaded = Setup::default().load(&publication.publish(), &server).unwrap();
    assert_eq!(figures(&loaded), [0, 0, 1, 3]);
    assert_eq!(stored(&server), publication.quads());
}

/// A load waits for the last request of an interrupted one.
#[test]
fn the_last_update_of_another_load_is_waited_for() {
    let publication = Publication::new(3);
    let published = publication.publish();
    let server = Server::start();
    Setup::default().load(&published, &server).unwrap();
    let (graph, identifier) = (name(1), NamedNodeRef::new_unchecked("http://schema.org/identifier"));
    let graph = NamedNodeRef::new_unchecked(&graph);
    let claims = server.store.quads_for_pattern(Some(graph.into()), Some(identifier), None, None);
    let claim = claims.map(Result::unwrap).next().unwrap();
    server.store.remove(&claim).unwrap();
    server.requests();
    // The state is read with two requests; what comes after them is read after the update.
    let store = server.store.clone();
    server.fail(move |_, number| {
        if number == 3 {
            store.insert(&claim).unwrap();
        }
        None
    });
    let setup = Setup { settle: Duration::from_millis(10), ..Setup::default() };
    assert_eq!(figures(&setup.load(&published, &server).unwrap()), [0, 0, 0, 4]);
    assert_eq!(server.writes().len(), 0);
}

/// Concurrent loads may leave two digests of a graph, which is then loaded again.
#[test]
fn a_graph_with_two_digests_is_loaded_again() {
    let publication = Publication::new(3);
    let published = publication.publish();
    let server = Server::start();
    Setup::default().load(&published, &server).unwrap();
    let graph = name(1);
    let another = format!("sha256:{}", "0a".repeat(32));
    server
        .store
        .insert(QuadRef::new(
            NamedNodeRef::new_unchecked(&graph),
            NamedNodeRef::new_unchecked("http://schema.org/identifier"),
            LiteralRef::new_simple_literal(&another),
            NamedNodeRef::new_unchecked(STATE),
        ))
        .unwrap();
    let loaded = Setup::default().load(&published, &server).unwrap();
    assert_eq!(figures(&loaded), [0, 1, 0, 3]);
    let loaded = Setup::default().load(&published, &server).unwrap();
    assert_eq!(figures(&loaded), [0, 0, 0, 4]);
}

/// A state that others have forged or damaged removes nothing of theirs, and is told of.
#[test]
fn a_forged_state_removes_nothing() {
    let digest = format!("sha256:{}", "0a".repeat(32));
    let ours = format!("{BASE}data/announcement/1999-01-001");
    let part = NamedNodeRef::new_unchecked("http://schema.org/hasPart");
    let identifier = NamedNodeRef::new_unchecked("http://schema.org/identifier");
    let state = NamedNodeRef::new_unchecked(STATE);
    // Graphs with the digests that are claimed of them.
    let foreign = [
        ("urn:foreign".to_owned(), Some(digest.clone())),
        ("https://data.example.organization/data/announcement/1".to_owned(), Some(digest.clone())),
        // Other publications below this one, and above it.
        (format!("{BASE}sub/data/announcement/1"), Some(digest.clone())),
        ("https://data.example.org/database".to_owned(), None),
        (format!("{BASE}data/announcement/1999-01-002"), Some("\" } } ; DROP ALL ; #".to_owned())),
        (format!("{BASE}data/announcement/1999-01-003"), Some(digest.to_uppercase())),
    ];
    for method in Method::ALL {
        let server = Server::start();
        let insert = |graph: &str| {
            let node = NamedNodeRef::new_unchecked(graph);
            server.store.insert(QuadRef::new(node, node, node, node)).unwrap();
        };
        for (graph, claimed) in foreign.iter().chain([&(ours.clone(), Some(digest.clone()))]) {
            insert(graph);
            let node = NamedNodeRef::new_unchecked(graph);
            server.store.insert(QuadRef::new(state, part, node, state)).unwrap();
            if let Some(claimed) = claimed {
                server
                    .store
                    .insert(QuadRef::new(node, identifier, LiteralRef::new_simple_literal(claimed), state))
                    .unwrap();
            }
        }
        server.store.insert(QuadRef::new(state, part, state, state)).unwrap();
        let untouched: Vec<String> = server.quads().into_iter().filter(|quad| !quad.contains(STATE)).collect();

        let publication = Publication::new(2);
        let loaded = Setup::by(method).load(&publication.publish(), &server).unwrap();
        assert_eq!(figures(&loaded), [3, 0, 1, 0], "{method:?}");
        let Some(ForeignClaims::Graphs { count, .. }) = loaded.foreign else { panic!("{method:?}") };
        assert_eq!(count, foreign.len() + 1, "{method:?}");
        let stored = stored(&server);
        for quad in &untouched {
            assert_eq!(stored.contains(quad), !quad.contains(&ours), "{method:?}: {quad}");
        }
        assert!(publication.quads().is_subset(&stored), "{method:?}");
        let again = Setup::by(method).load(&publication.publish(), &server).unwrap();
        assert_eq!(figures(&again), [0, 0, 0, 3], "{method:?}");
    }
}
