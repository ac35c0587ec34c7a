//! The SPARQL endpoint of the server, and what watches the server.

use crate::{
    announcement, data, edit, export, publication,
    socket::{Answer, Server},
    stderr,
};
use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

const COUNT: &str = "SELECT (COUNT(*) AS ?n) { ?a schema:headline ?title }";

/// A query over each triple with each, three times over.
const LONG: &str = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

/// A query that sorts what is too much for any memory.
const LARGE: &str = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i";

pub(crate) fn published() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let output = export(&data(), &dist, &["--format", "html,n-quads,turtle"]);
    assert!(output.status.success(), "{}", stderr(&output));
    (folder, dist)
}

#[track_caller]
fn check(answer: &Answer, status: u16, head: &str, body: &str) {
    assert_eq!(answer.status, status, "{answer:?}");
    assert!(answer.head.contains(head) && answer.body.contains(body), "{answer:?}");
}

#[test]
fn a_request_has_the_answer_that_the_protocol_asks_for() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    let get = |query: &str, accept: &str| server.ask("GET", &format!("/sparql?{query}"), &[("accept", accept)], "");
    let post = |media_type: &str, body: &str| server.ask("POST", "/sparql", &[("content-type", media_type)], body);
    check(
        &get("query=ASK%20%7B%7D", "*/*"),
        200,
        "content-type: application/sparql-results+json\r\n",
        "\"boolean\":true",
    );
    check(&get("query=ASK+%7B%7D", "application/xml"), 200, "application/sparql-results+xml", "<boolean>true<");
    check(&get("query=ASK+%7B%7D", "text/csv"), 200, "content-type: text/csv; charset=utf-8\r\n", "true");
    check(&get("query=DESCRIBE+%3Curn:a%3E", "application/ld+json"), 200, "content-type: application/ld+json\r\n", "");
    check(&get("query=ASK+%7B%7D", "text/turtle"), 406, "vary: accept", "application/sparql-results+json");
    check(&get("query=ASK+%7B%7D", "image/png"), 406, "", "text/turtle");
    check(&get("query=ASK+%7B%7D&format=csv", "text/html"), 200, "content-type: text/csv", "true");
    check(&get("query=ASK+%7B%7D&format=png", "*/*"), 400, "", "unknown format `png`");
    check(&get("query=ASK+%7B%0A+?a+nix:b+1%7D", "*/*"), 400, "text/plain", "`nix:` (line 2, column 5)");
    check(&get("query=ASK+%7B%7D&query=ASK+%7B%7D", "*/*"), 400, "", "more than one query");
    check(&get("query=%ff", "*/*"), 400, "", "not valid UTF-8");
    check(&get("update=CLEAR+ALL", "*/*"), 403, "", "can only be read");
    check(&get("query=CLEAR+ALL", "*/*"), 400, "", "updates are not answered");
    check(&get("query=SELECT+*+%7BSERVICE+%3Chttp://127.0.0.1:1/%3E+%7B%7D%7D", "*/*"), 400, "", "`SERVICE`");
    check(&get("query=ASK+FROM+%3Chttp://127.0.0.1:1/%3E+%7B?a+?b+?c%7D", "*/*"), 200, "", "\"boolean\":false");
    check(&get("query=ASK+%7B?a+?b+?c%7D&default-graph-uri=urn:none", "*/*"), 200, "", "\"boolean\":false");
    check(&post("application/sparql-query", "ASK {}"), 200, "", "\"boolean\":true");
    check(&post("application/x-www-form-urlencoded; charset=UTF-8", "query=ASK+%7B%7D"), 200, "", "\"boolean\":true");
    check(&post("application/x-www-form-urlencoded", "query="), 400, "", "unexpected end");
    check(&post("application/x-www-form-urlencoded", "q=1"), 400, "", "no parameter `query`");
    check(&post("application/sparql-query; charset=utf-16", "ASK {}"), 415, "", "UTF-8");
    check(&post("application/sparql-update", "CLEAR ALL"), 403, "", "can only be read");
    check(&post("text/plain", "ASK {}"), 415, "accept-post: application/sparql-query", "");
    check(&server.ask("DELETE", "/sparql", &[], ""), 405, "allow: get, head, post, options\r\n", "");
    check(&server.ask("HEAD", "/sparql", &[], ""), 200, "content-type: text/turtle", "");
    check(&get("", "application/n-triples"), 200, "application/n-triples", "sparql-service-description#endpoint>");
    let swedish = server.ask("GET", "/sparql?query=ASK", &[("accept-language", "sv")], "");
    check(&swedish, 400, "", "ogiltig SPARQL-fråga");
}

#[test]
fn people_have_a_page_with_a_form() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    let page = |path: &str, language: &str| {
        server.ask("GET", path, &[("accept", "text/html,*/*;q=0.8"), ("accept-language", language)], "")
    };
    let start = page("/sparql", "sv");
    check(&start, 200, "content-language: sv", "<h1>Ställ frågor till våra data</h1>");
    assert_eq!(start.body.matches("<li><a href=\"/sparql?query=").count(), 7, "{}", start.body);
    // Each query that comes with the program is answered there.
    for link in start.body.split("<li><a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        check(&page(&link.replace("&amp;", "&"), "en"), 200, "content-language: en", "<h2 id=\"answer\">");
    }
    let asked = page(
        "/sparql?query=SELECT+(%22%3Cb%3E%22+AS+?x)+(%3Chttp://a/%3E+AS+?y)+(%3Cjavascript:1%3E+AS+?z)%7B%7D",
        "et",
    );
    check(&asked, 200, "", "<td>&#60;b&#62;</td><td><a href=\"http://a/\">http://a/</a></td><td>javascript:1</td>");
    assert!(!asked.body.contains("<script") && !asked.body.contains(" style="), "{}", asked.body);
    let wrong = page("/sparql?query=%3C/textarea%3E", "lv");
    check(&wrong, 400, "text/html", "aria-invalid=\"true\"");
    assert_eq!(wrong.body.matches("</textarea>").count(), 1, "{}", wrong.body);
}

#[test]
fn the_endpoint_is_below_the_base() {
    let data = publication(&[("2021-05-01-a.md", &announcement("2021-05-01", ""))]);
    let base = fs::read_to_string(data.path().join("publication.toml")).unwrap();
    let base = base.lines().find(|line| line.starts_with("base = ")).unwrap();
    edit(data.path(), "publication.toml", base, "base = \"https://x.example/n%C3%B6je/:a/\"");
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let output = export(data.path(), &dist, &["--format", "html,n-quads"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let server = Server::start(&dist, &[]);
    check(&server.get("/n%C3%B6je/:a/sparql?query=ASK+%7B%7D"), 200, "", "\"boolean\":true");
    check(&server.get("/sparql?query=ASK+%7B%7D"), 404, "", "");
}

/// A query that would run for an hour, and one that would fill the memory, are cut; all others are answered meanwhile.
#[test]
fn a_query_that_takes_too_much_is_cut() {
    let (_folder, dist) = published();
    let server = &Server::start(&dist, &["--sparql-timeout", "8", "--sparql-memory", "64"]);
    assert_eq!(server.query(COUNT).body, "n\r\n1\r\n");
    let started = Instant::now();
    thread::scope(|scope| {
        let cut = [(LONG, "ask for less"), (LARGE, "ask for less")];
        let cut = cut.map(|(query, expected)| scope.spawn(move || (server.query(query), expected)));
        while cut.iter().any(|cut| !cut.is_finished()) {
            assert_eq!(server.query(COUNT).body, "n\r\n1\r\n");
            assert_eq!(server.get("/").status, 200);
        }
        for cut in cut {
            let (answer, expected) = cut.join().unwrap();
            check(&answer, 503, "retry-after: 30\r\n", expected);
        }
    });
    assert!(started.elapsed() < Duration::from_secs(30));
    assert_eq!(server.query(COUNT).body, "n\r\n1\r\n");
    let metrics = server.get("/metrics").body;
    let cut = ["timeout", "memory"].map(|reason| format!("anslag_sparql_unanswered_total{{reason=\"{reason}\"}} "));
    let cut = metrics.lines().filter_map(|line| cut.iter().find_map(|name| line.strip_prefix(name.as_str())));
    assert_eq!(cut.map(|count| count.parse::<u32>().unwrap()).sum::<u32>(), 2, "{metrics}");
}

/// An answer that is cut would look whole.
#[test]
fn an_answer_has_a_maximum() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &["--sparql-timeout", "60"]);
    let many = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 100001";
    check(&server.query(many), 400, "", "more than 100000 rows or triples: ask for parts with `LIMIT`");
    let text =
        "SELECT (CONCAT(?a, ?a, ?a, ?a) AS ?b) { BIND(REPLACE(\"0123456789\", \".\", STR(<urn:0123456789>)) AS ?x) ";
    let long =
        format!("{text} BIND(REPLACE(?x, \".\", ?x) AS ?y) BIND(REPLACE(?y, \"0\", ?y) AS ?a) ?c ?d ?e . ?f ?g ?h }}");
    check(&server.query(&long), 400, "", "the answer is too long");
    // A page shows less.
    let page = long.replace(" BIND(REPLACE(?y, \"0\", ?y) AS ?a)", "").replace("(CONCAT(?a, ?a, ?a, ?a) AS ?b)", "?y");
    let headers = [("content-type", "application/sparql-query"), ("accept", "text/html")];
    check(&server.ask("POST", "/sparql", &headers, &page), 400, "text/html", "the answer is too long");
}

/// While exports exchange the publication, every query is answered, by the former publication or the new one.
#[test]
fn a_new_publication_loses_no_query() {
    let source = publication(&[("2021-05-01-a.md", &announcement("2021-05-01", ""))]);
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let options = ["--format", "html,n-quads"];
    let output = export(source.path(), &dist, &options);
    assert!(output.status.success(), "{}", stderr(&output));
    let server = Server::start(&dist, &["--sparql-processes", "2"]);
    assert_eq!(server.query(COUNT).body, "n\r\n1\r\n");
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        let asking = scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                check(&server.query(COUNT), 200, "text/csv", "n\r\n");
            }
        });
        for count in 2..5 {
            let name = format!("announcements/2021-05-0{count}-a.md");
            fs::write(source.path().join(name), announcement(&format!("2021-05-0{count}"), "")).unwrap();
            let output = export(source.path(), &dist, &options);
            assert!(output.status.success(), "{}", stderr(&output));
            let started = Instant::now();
            while server.query(COUNT).body != format!("n\r\n{count}\r\n") {
                assert!(started.elapsed() < Duration::from_mins(1), "the new publication is not loaded");
            }
        }
        is_done.store(true, Ordering::Relaxed);
        asking.join().unwrap();
    });
}

/// The processes that answer queries end with the server, also if it is killed.
#[cfg(target_os = "linux")]
#[test]
fn no_process_outlives_the_server() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &[]);
    assert_eq!(server.query(COUNT).status, 200);
    let tasks = fs::read_dir(format!("/proc/{}/task", server.id())).unwrap();
    let children: String =
        tasks.map(|task| fs::read_to_string(task.unwrap().path().join("children")).unwrap()).collect();
    let children: Vec<&str> = children.split_whitespace().collect();
    assert!(!children.is_empty());
    drop(server);
    let started = Instant::now();
    let is_alive =
        |child: &&str| fs::read_to_string(format!("/proc/{child}/stat")).is_ok_and(|stat| !stat.contains(") Z "));
    while children.iter().any(is_alive) {
        assert!(started.elapsed() < Duration::from_secs(10), "{children:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn the_endpoint_can_be_left_out() {
    let (_folder, dist) = published();
    let server = Server::start(&dist, &["--no-sparql"]);
    assert_eq!(server.query(COUNT).status, 405, "no file is posted to");
    assert_eq!(server.get("/sparql").status, 404);
    drop(server);
    let (_folder, dist) = published();
    assert!(export(&data(), &dist, &["--format", "html"]).status.success());
    let server = Server::start(&dist, &[]);
    check(&server.query(COUNT), 404, "", "it has no N-Quads");
}

#[test]
fn the_server_can_be_watched() {
    let (folder, dist) = published();
    let server = Server::start(&dist, &["--message-format", "json"]);
    let health = server.get("/health");
    check(&health, 200, "content-type: application/json", "\"status\":\"ok\",\"as_of\":\"2021-06-01\"");
    assert_eq!(server.get("/nothing/%e2%80%ae?query=secret").status, 404);
    let metrics = server.get("/metrics");
    check(&metrics, 200, "openmetrics-text", "anslag_requests_total{route=\"files\",status=\"404\"} 1\n");
    assert!(metrics.body.contains("anslag_publication_as_of_timestamp_seconds 16224"), "{}", metrics.body);
    fs::rename(&dist, folder.path().join("elsewhere")).unwrap();
    check(&server.get("/health"), 503, "", "\"status\":\"no publication\"");
    let log = server.log();
    let lines: Vec<serde_json::Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["path"], "/health");
    let fields = ["method", "path", "status", "bytes", "duration_ms"];
    assert!(lines.iter().all(|line| fields.iter().all(|field| !line[field].is_null())), "{log}");
    assert_eq!((&lines[1]["path"], &lines[1]["status"]), (&"/nothing/%e2%80%ae".into(), &404.into()));
    assert!(!log.contains("secret") && !log.contains("127.0.0.1"), "{log}");
}
