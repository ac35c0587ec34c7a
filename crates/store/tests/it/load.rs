use crate::{
    publication::{BASE, Publication, STATE, Way, figures, name, statements, stored},
    server::{Fault, Server},
};
use anslag_store::Method;
use oxigraph::{
    model::{GraphNameRef, NamedNodeRef, QuadRef},
    sparql::SparqlEvaluator,
};
use std::time::Duration;

/// A store in every way that there is: first everything, then what has changed, then nothing.
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
        let way = Way { connections: 3, ..Way::by(method) };

        let mut publication = Publication::new(40);
        let loaded = way.load(&publication.publish(), &server).unwrap();
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
        let planned = Way { dry_run: true, ..way.clone() }.load(&published, &server).unwrap();
        let loaded = way.load(&published, &server).unwrap();
        assert_eq!(figures(&loaded), [1, 3, 2, 36], "{method:?}");
        assert_eq!(figures(&planned), figures(&loaded), "{method:?}");
        assert_eq!(stored(&server), with_foreign(&publication), "{method:?}");

        server.requests();
        let loaded = way.load(&published, &server).unwrap();
        assert_eq!(figures(&loaded), [0, 0, 0, 40], "{method:?}");
        assert_eq!(server.writes().len(), 0, "{method:?}");
        let verified = Way { verify: true, ..way }.load(&published, &server).unwrap();
        assert!(verified.failures.is_empty() && verified.verified.unwrap().0 == 40, "{verified:?}");
    }
}

/// What a change sends, request by request.
#[test]
fn only_differences_are_sent() {
    let mut publication = Publication::new(30);
    let servers = Method::ALL.map(|method| {
        let server = Server::start();
        Way::by(method).load(&publication.publish(), &server).unwrap();
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
        Way::by(method).load(&published, &server).unwrap();
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

/// The two updates of a change say nothing but what has changed.
#[test]
fn an_update_names_only_what_has_changed() {
    let mut publication = Publication::new(30);
    let server = Server::start();
    Way::by(Method::Update).load(&publication.publish(), &server).unwrap();
    server.requests();
    publication.graphs.insert(name(1), statements(1, "second"));
    publication.graphs.remove(&name(10));
    Way::by(Method::Update).load(&publication.publish(), &server).unwrap();
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
    Way::default().load(&publication.publish(), &server).unwrap();
    publication.graphs.values_mut().for_each(|statements| statements.reverse());
    let loaded = Way::default().load(&publication.publish(), &server).unwrap();
    assert_eq!(figures(&loaded), [0, 0, 0, 4]);
}

/// Another way, and another machine, goes on where the first has stopped.
#[test]
fn the_state_is_the_stores() {
    let mut publication = Publication::new(5);
    let server = Server::start();
    for (number, method) in Method::ALL.into_iter().enumerate() {
        publication.graphs.insert(name(number), statements(number, "again"));
        publication.graphs.insert(name(100 + number), statements(number, "new"));
        let loaded = Way::by(method).load(&publication.publish(), &server).unwrap();
        let expected = if number == 0 { [7, 0, 0, 0] } else { [1, 1, 0, 5 + number] };
        assert_eq!(figures(&loaded), expected, "{method:?}");
        assert_eq!(stored(&server), publication.quads());
    }
}

/// Graphs that a bulk loader has written before are emptied, where nothing is known of their state.
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
        Way::by(method).load(&publication.publish(), &server).unwrap();
        assert_eq!(stored(&server), publication.quads(), "{method:?} {graphs}");
    }
}

/// What others change in our graphs is found by counting and comparing, and mended at once.
#[test]
fn a_verification_mends_what_others_have_changed() {
    for method in [None, Some(Method::Update), Some(Method::GraphStore)] {
        let publication = Publication::new(10);
        let published = publication.publish();
        let server = Server::start();
        let way = Way { method, verify: true, ..Way::default() };
        assert!(way.load(&published, &server).unwrap().failures.is_empty());
        let (lost, changed) = (name(2), name(4));
        server.store.clear_graph(NamedNodeRef::new_unchecked(&lost)).unwrap();
        let old = server.store.iter().map(Result::unwrap).find(|quad| {
            quad.graph_name.to_string() == format!("<{changed}>") && quad.predicate.as_str() == "urn:title"
        });
        let mut quad = old.unwrap();
        server.store.remove(&quad).unwrap();
        quad.object = oxigraph::model::Literal::new_simple_literal("other").into();
        server.store.insert(&quad).unwrap();
        let loaded = way.load(&published, &server).unwrap();
        assert_eq!((figures(&loaded), loaded.failures.len()), ([0, 2, 0, 9], 0), "{method:?}");
        assert_eq!(stored(&server), publication.quads());
    }
}

/// A server that says that it has done something and has not is found out, graph by graph.
#[test]
fn a_verification_says_what_cannot_be_mended() {
    let publication = Publication::new(10);
    let published = publication.publish();
    let server = Server::start();
    server.fail(|request, _| {
        let is_lost = request.graph.as_deref() == Some(&name(2));
        is_lost.then(|| Fault::Answer("204 No Content", &[], String::new()))
    });
    let way = Way { verify: true, ..Way::by(Method::GraphStore) };
    let loaded = way.load(&published, &server).unwrap();
    let said: Vec<String> = loaded.failures.iter().map(ToString::to_string).collect();
    let expected = format!("{} has 0 triples in the store, and 4 are published; the next load mends it", name(2));
    assert_eq!((said, loaded.verified), (vec![expected], Some((11, 10))));
    server.mend();
    assert_eq!(figures(&way.load(&published, &server).unwrap()), [0, 1, 0, 10]);
    assert_eq!(stored(&server), publication.quads());
}

/// A server that gives few rows at a time gives all of them in the end.
#[test]
fn the_state_is_read_page_by_page() {
    let publication = Publication::new(5200);
    let server = Server::start();
    Way { connections: 2, ..Way::default() }.load(&publication.publish(), &server).unwrap();
    server.requests();
    let loaded = Way { verify: true, ..Way::default() }.load(&publication.publish(), &server).unwrap();
    assert_eq!((figures(&loaded), loaded.failures.len()), ([0, 0, 0, 5201], 0));
    let pages = server.requests().iter().filter(|request| request.body.contains("hasPart")).count();
    assert_eq!(pages, 3, "two with something, and one without");
}

/// The last request of a load that was killed may be done when the next load has removed the graph: the load after it knows
/// the graph by its digest.
#[test]
fn a_graph_that_comes_back_late_is_removed() {
    let mut publication = Publication::new(3);
    let server = Server::start();
    Way::default().load(&publication.publish(), &server).unwrap();
    publication.graphs.insert(name(1), statements(1, "second"));
    server.requests();
    Way::default().load(&publication.publish(), &server).unwrap();
    let late = server.writes().pop().unwrap().body;
    publication.graphs.remove(&name(1));
    Way::default().load(&publication.publish(), &server).unwrap();
    SparqlEvaluator::new().parse_update(&late).unwrap().on_store(&server.store).execute().unwrap();
    assert_ne!(stored(&server), publication.quads());
    let loaded = Way::default().load(&publication.publish(), &server).unwrap();
    assert_eq!(figures(&loaded), [0, 0, 1, 3]);
    assert_eq!(stored(&server), publication.quads());
}

/// What a load that was interrupted has asked last is waited for, and then it is known.
#[test]
fn the_last_update_of_another_load_is_waited_for() {
    let publication = Publication::new(3);
    let published = publication.publish();
    let server = Server::start();
    Way::default().load(&published, &server).unwrap();
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
    let way = Way { settle: Duration::from_millis(10), ..Way::default() };
    assert_eq!(figures(&way.load(&published, &server).unwrap()), [0, 0, 0, 4]);
    assert_eq!(server.writes().len(), 0);
}

/// Two loads at the same time may leave two digests of one graph: then it is loaded anew.
#[test]
fn a_graph_with_two_digests_is_loaded_anew() {
    let publication = Publication::new(3);
    let published = publication.publish();
    let server = Server::start();
    Way::default().load(&published, &server).unwrap();
    let graph = name(1);
    server
        .store
        .insert(QuadRef::new(
            NamedNodeRef::new_unchecked(&graph),
            NamedNodeRef::new_unchecked("http://schema.org/identifier"),
            oxigraph::model::LiteralRef::new_simple_literal("sha256:another"),
            NamedNodeRef::new_unchecked(STATE),
        ))
        .unwrap();
    let loaded = Way::default().load(&published, &server).unwrap();
    assert_eq!(figures(&loaded), [0, 1, 0, 3]);
    let loaded = Way::default().load(&published, &server).unwrap();
    assert_eq!(figures(&loaded), [0, 0, 0, 4]);
}
