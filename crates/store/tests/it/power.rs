use crate::{
    publication::{BASE, Publication, STATE, Setup, name, statements, stored},
    server::Server,
};
use anslag_store::Method;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the digests of each graph in the state of a store.
fn claims(server: &Server) -> BTreeMap<String, Vec<String>> {
    let mut claims: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for quad in server.quads() {
        if let Some((triple, _)) = quad.split_once(&format!(" <{STATE}>"))
            && let Some((graph, digest)) = triple.split_once(" <http://schema.org/identifier> ")
        {
            claims.entry(graph.trim_matches(['<', '>']).to_owned()).or_default().push(digest.to_owned());
        }
    }
    claims
}

/// Returns the quads of a graph in a store.
fn content(server: &Server, graph: &str) -> BTreeSet<String> {
    server.quads().into_iter().filter(|quad| quad.ends_with(&format!(" <{graph}>"))).collect()
}

/// A power failure after any operation of a load, or in the middle of a PUT, leaves a state that the next load fixes.
///
/// Until then the state claims only what is there, and names everything that is there. The next load may publish something
/// else.
#[test]
fn the_next_load_fixes_a_kill_at_any_moment() {
    for method in Method::ALL {
        kill_and_fix(method, 1);
    }
}

/// Many new graphs are named before the first of them is written.
#[test]
fn the_next_load_fixes_a_kill_among_many_graphs() {
    kill_and_fix(Method::Update, 210);
}

fn kill_and_fix(method: Method, new: usize) {
    let first = Publication::new(6);
    let mut second = first.clone();
    second.graphs.insert(name(1), statements(1, "second"));
    second.graphs.insert(name(2), statements(2, "second"));
    second.graphs.remove(&name(3));
    second.graphs.remove(&name(4));
    second.graphs.extend((50..50 + new).map(|number| (name(number), statements(number, "new"))));
    let mut third = second.clone();
    // What was withdrawn is there again, as it was; what was new is gone.
    third.graphs.insert(name(3), statements(3, "first"));
    third.graphs.remove(&name(50));
    third.graphs.insert(name(1), statements(1, "first"));
    let [published_first, published_second, published_third] = [&first, &second, &third].map(Publication::publish);

    let setup = Setup::by(method);
    let mut digests: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (publication, published) in
        [(&first, &published_first), (&second, &published_second), (&third, &published_third)]
    {
        let server = Server::start();
        setup.load(published, &server).unwrap();
        for (graph, claim) in claims(&server) {
            digests.entry(graph.clone()).or_default().insert(claim[0].clone(), content(&server, &graph));
        }
        assert_eq!(stored(&server), publication.quads());
    }
    let mut moments = 0;
    for moment in 0.. {
        let server = Server::start();
        let begins_with_first = moment % 2 == 0;
        if begins_with_first {
            setup.load(&published_first, &server).unwrap();
        }
        server.power(moment / 2);
        let result = setup.load(&published_second, &server);
        // Everything that is claimed is there, and everything that is there is known.
        for (graph, claims) in claims(&server) {
            if let [claim] = claims.as_slice() {
                assert_eq!(content(&server, &graph), digests[&graph][claim], "{method:?} {moment} {graph}");
            }
        }
        let state: String = content(&server, STATE).into_iter().collect();
        for quad in stored(&server) {
            let graph = &quad[quad.rfind('<').unwrap()..];
            assert!(state.contains(&format!("<http://schema.org/hasPart> {graph}")), "{method:?} {moment} {graph}");
        }
        server.power(usize::MAX);
        let (published, publication) =
            if moment % 4 < 2 { (&published_second, &second) } else { (&published_third, &third) };
        setup.load(published, &server).unwrap();
        assert_eq!(stored(&server), publication.quads(), "{method:?} {moment}");
        let known: BTreeSet<String> = claims(&server).into_keys().collect();
        let expected: BTreeSet<String> =
            publication.graphs.keys().cloned().chain([format!("{BASE}data/catalogue")]).collect();
        assert_eq!(known, expected, "{method:?} {moment}");
        moments += 1;
        if result.is_ok() && !begins_with_first {
            break;
        }
    }
    assert!(moments > 10, "{method:?}: {moments}");
}
