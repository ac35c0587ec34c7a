use crate::{
    anslag, data, export,
    server::{Fault, Server},
    stderr, stdout,
};
use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{GraphName, Quad},
    store::Store,
};
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Output},
};
use tempfile::TempDir;

/// The real publication, published.
fn published() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(export(&data(), &folder.path().join("dist"), &["--no-documents"]).status.success());
    folder
}

fn load(folder: &Path, server: &Server, more: &[&str]) -> Command {
    let mut command = anslag();
    command.arg("load").arg("--out").arg(folder.join("dist")).args(["--endpoint", &server.url("query")]);
    command.args(["--update", &server.url("update"), "--graph-store", &server.url("store")]).args(more);
    command.env_remove("ANSLAG_STORE_PASSWORD").env_remove("ANSLAG_STORE_TOKEN");
    command
}

fn said(output: &Output, server: &Server) -> String {
    format!("{}{}", stdout(output), stderr(output)).replace(&server.url("query"), "QUERY")
}

/// What is loaded is what the files say, each in its graph; the second time there is nothing to be done.
#[test]
fn the_real_publication_is_loaded() {
    let folder = published();
    let server = Server::start();
    let output = load(folder.path(), &server, &["--verify"]).output().unwrap();
    let words = said(&output, &server);
    assert!(output.status.success(), "{words}");
    assert!(words.starts_with("loaded into QUERY: 4 graphs added, 0 replaced, 0 removed, 0 unchanged; "), "{words}");
    assert!(words.ends_with(" s\nverified: 4 graphs counted, 4 of them compared triple by triple\n"), "{words}");

    let base = "https://data.vanersborg.se/";
    let dist = folder.path().join("dist");
    let read = |path: &str, format: RdfFormat, graph: &str| -> Vec<Quad> {
        let bytes = fs::read(dist.join(path)).unwrap();
        let name = GraphName::from(oxigraph::model::NamedNode::new(format!("{base}data/{graph}")).unwrap());
        let parser = RdfParser::from_format(format).with_default_graph(name);
        parser.for_slice(&bytes).map(Result::unwrap).collect()
    };
    // A store that keeps values and not how they are written.
    let expected = Store::new().unwrap();
    let add = |quads: Vec<Quad>| expected.extend(quads).unwrap();
    add(read("data/announcements.nq", RdfFormat::NQuads, "-"));
    add(read("dcat.ttl", RdfFormat::Turtle, "catalogue"));
    add(read(".well-known/void", RdfFormat::Turtle, "catalogue"));
    for path in ["def/ns.ttl", "def/type.ttl", "def/topic.ttl"] {
        add(read(path, RdfFormat::Turtle, "vocabulary"));
    }
    let expected: BTreeSet<String> = expected.iter().map(|quad| quad.unwrap().to_string()).collect();
    let state = format!(" <{base}data/loaded>");
    let stored: BTreeSet<String> = server.quads().into_iter().filter(|quad| !quad.ends_with(&state)).collect();
    let differences: Vec<_> = stored.symmetric_difference(&expected).collect();
    assert!(differences.is_empty(), "{differences:?}");

    server.requests();
    let again = load(folder.path(), &server, &[]).output().unwrap();
    assert!(said(&again, &server).contains(": 0 graphs added, 0 replaced, 0 removed, 4 unchanged; 0 triples"));
    assert!(server.writes().is_empty());
    let planned = load(folder.path(), &Server::start(), &["--dry-run", "--lang", "sv"]).output().unwrap();
    let words = stdout(&planned);
    assert!(words.contains(" skulle lägga till 4 grafer, ersätta 0, ta bort 0 och lämna 0 oförändrade; "), "{words}");
    assert!(load(folder.path(), &server, &["--quiet"]).output().unwrap().stdout.is_empty());
}

#[test]
fn a_secret_comes_from_the_environment_or_a_file_and_goes_nowhere() {
    let folder = published();
    let file = folder.path().join("secret");
    fs::write(&file, "hemligt\n").unwrap();
    let file = file.to_str().unwrap();
    for (arguments, variable, expected) in [
        (&["--user", "dba"][..], Some("ANSLAG_STORE_PASSWORD"), "Basic ZGJhOmhlbWxpZ3Q="),
        (&["--user", "dba", "--auth", "basic", "--password-file", file], None, "Basic ZGJhOmhlbWxpZ3Q="),
        (&[], Some("ANSLAG_STORE_TOKEN"), "Bearer hemligt"),
        (&["--token-file", file], None, "Bearer hemligt"),
    ] {
        for is_right in [true, false] {
            let server = Server::start();
            server.fail(move |request, _| {
                let has_it = request.headers.iter().any(|(name, value)| name == "authorization" && value == expected);
                let fields = &["WWW-Authenticate: Basic realm=\"a\""];
                (!has_it || !is_right).then(|| Fault::Answer("401 Unauthorized", fields, String::new()))
            });
            let mut command = load(folder.path(), &server, arguments);
            if let Some(variable) = variable {
                command.env(variable, "hemligt");
            }
            let output = command.output().unwrap();
            let words = said(&output, &server);
            assert_eq!(output.status.code(), Some(if is_right { 0 } else { 3 }), "{arguments:?} {words}");
            assert!(!words.contains("hemligt"), "{words}");
            assert!(is_right || words.starts_with("error[store-error]: QUERY answered 401: wrong user"), "{words}");
        }
    }
    let server = Server::start();
    let output = load(folder.path(), &server, &["--user", "dba"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("missing password of user `dba`\n |\n = help: put the password into "),
        "{}",
        stderr(&output)
    );
    let output = load(folder.path(), &server, &["--token-file", "nowhere"]).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(server.requests().is_empty());
}

#[test]
fn the_exit_code_says_whose_fault_it_is() {
    let folder = published();
    let server = Server::start();
    server.fail(|request, _| {
        let is_refused = request.body.contains("\"Internationellt projekt")
            || request.graph.as_deref().is_some_and(|graph| graph.contains("2021-05-18"));
        is_refused.then(|| Fault::Answer("422 Unprocessable Content", &[], "not this one".to_owned()))
    });
    let output = load(folder.path(), &server, &[]).output().unwrap();
    let words = said(&output, &server);
    assert_eq!(output.status.code(), Some(3), "{words}");
    assert!(words.starts_with("loaded into QUERY: 3 graphs added, "), "{words}");
    assert!(
        words.contains("error[unloaded-graph]: cannot load https://data.vanersborg.se/data/announcement/2021-05-18-"),
        "{words}"
    );
    assert!(words.ends_with(" answered 422: not this one\n"), "{words}");

    // A port that was free a moment ago.
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut nowhere = anslag();
    nowhere
        .arg("load")
        .arg("--out")
        .arg(folder.path().join("dist"))
        .args(["--endpoint", &format!("http://{nobody}/sparql")]);
    let json = nowhere.args(["--message-format", "json"]).output().unwrap();
    assert_eq!(json.status.code(), Some(3));
    let line: serde_json::Value = serde_json::from_str(&stderr(&json)).unwrap();
    assert!(line["message"].as_str().unwrap().starts_with(&format!("cannot reach http://{nobody}/sparql: ")), "{line}");

    let quads = folder.path().join("dist/data/announcements.nq");
    let text = fs::read_to_string(&quads).unwrap();
    fs::write(&quads, text.replacen("projekt", "projektet", 1)).unwrap();
    server.recover();
    let output = load(folder.path(), &server, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output)
            .contains("it does not have the checksum that is in manifest.json\n |\n = help: run `anslag export` again")
    );
    let empty = tempfile::tempdir().unwrap();
    let output = load(empty.path(), &server, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error[missing-publication]: no publication in "));
    let dist = empty.path().join("dist");
    assert!(export(&data(), &dist, &["--format", "turtle", "--no-documents"]).status.success());
    let output = load(empty.path(), &server, &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("no data/announcements.nq in "));
    assert!(server.writes().is_empty());
}
