use crate::{anslag, data, export, stderr};
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Output, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Outcome of a hostile query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// It is harmless.
    Answered,
    /// It is larger than queries may be.
    TooLarge(&'static str),
    /// It is answered in part until it needs more memory than allowed.
    TooMuchMemory,
    /// It takes more time than allowed.
    TooSlow,
    /// It needs more memory or more time than allowed.
    TooMuch,
    /// It is answered, or needs more memory or more time than allowed.
    Bounded,
    /// It asks for what is not offered.
    Failed,
    /// It is no query.
    Invalid,
}

/// Hostile queries, each with what becomes of it.
#[rustfmt::skip]
fn queries() -> Vec<(&'static str, String, Outcome)> {
    let nested = |open: &str, inner: &str, close: &str| {
        format!("SELECT * {{ {}{inner}{} }}", open.repeat(2_000), close.repeat(2_000))
    };
    let chain = |first: &str, more: &str| format!("SELECT * {{ {first}{} }}", more.repeat(10_000));
    let numbers = |text: &str| (0..10_000).map(|n| text.replace('#', &n.to_string())).collect::<String>();
    let every = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x";
    let doubled: String = (1..40).map(|n| format!("BIND(CONCAT(?v{}, ?v{}) AS ?v{n}) ", n - 1, n - 1)).collect();
    let depth = Outcome::TooLarge("more than 100 brackets are nested");
    let patterns = Outcome::TooLarge("it has more than 200 patterns");
    let operators = Outcome::TooLarge("it has more than 2000 operators");
    vec![
        ("groups", nested("{", "", "}"), depth),
        ("parentheses", nested("FILTER(", "1", ")"), depth),
        ("open parentheses", format!("SELECT * {{ FILTER({}", "(".repeat(9_000)), depth),
        ("blank nodes", nested("?a ?b [ ?b ", "1", "]"), depth),
        ("calls", format!("ASK {{ FILTER({}1{}) }}", "STR(".repeat(9_000), ")".repeat(9_000)), depth),
        ("paths", format!("ASK {{ ?a {}<urn:p>{} ?b }}", "(".repeat(9_000), ")*".repeat(9_000)), depth),
        ("groups that are texts", format!("ASK {{ BIND('{}' AS ?a) }} # {{", "{".repeat(9_000)), Outcome::Answered),
        ("groups behind an IRI", format!("ASK {{ FILTER(1 <a:b#>'''\n{}'''", "(".repeat(9_000)), Outcome::TooLarge("`<` could mean less")),
        ("optional patterns", chain("", "OPTIONAL { ?a ?b ?c } "), patterns),
        ("unions", chain("{}", "UNION { ?a ?b ?c } "), patterns),
        ("triple patterns", format!("SELECT * {{ {} }}", numbers("?a <urn:p#> ?b# . ")), patterns),
        ("assignments", format!("SELECT * {{ {} }}", numbers("BIND(1 AS ?b#) ")), patterns),
        ("alternatives", chain("?a <urn:p>", "|<urn:p>").replace(" }", " ?b }"), operators),
        ("negations", format!("ASK {{ FILTER({}1) }}", "!".repeat(9_000)), operators),
        ("values", format!("SELECT * {{ VALUES (?a ?b) {{ {} }} }}", numbers("(# 1.5) ")), Outcome::Answered),
        ("items", format!("ASK {{ FILTER(1 IN (0{})) }}", ", 1".repeat(10_000)), Outcome::Answered),
        ("text that doubles", format!("SELECT * {{ BIND('0123456789' AS ?v0) {doubled} }}"), Outcome::TooMuchMemory),
        ("product that is sorted", format!("SELECT * {{ {every} }} ORDER BY ?a"), Outcome::TooMuch),
        ("product that is distinct", format!("SELECT DISTINCT * {{ {every} }}"), Outcome::TooMuch),
        ("product in groups", format!("SELECT ?a ?e ?i ?m ?q ?u (SAMPLE(?x) AS ?y) {{ {every} }} GROUP BY ?a ?e ?i ?m ?q ?u"), Outcome::TooMuch),
        ("product that is counted", format!("SELECT (COUNT(*) AS ?count) {{ {every} }}"), Outcome::TooSlow),
        ("regular expression", format!("ASK {{ FILTER(REGEX('{}', '(a*)*b')) }}", "a".repeat(9_000)), Outcome::Answered),
        ("large regular expression", "ASK { FILTER(REGEX('a', '((a{1000}){1000}){1000}')) }".to_owned(), Outcome::Answered),
        ("closure of everything", "SELECT (COUNT(*) AS ?count) { ?a (!<urn:x>|^!<urn:x>)* ?b }".to_owned(), Outcome::Bounded),
        ("another server", "ASK { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }".to_owned(), Outcome::Failed),
        ("another graph", "ASK FROM <file:///etc/passwd> { ?a ?b ?c }".to_owned(), Outcome::Answered),
        ("an update", "DROP ALL".to_owned(), Outcome::Invalid),
        ("too long", " ".repeat(1 << 21), Outcome::TooLarge("longer than 1024 KiB")),
    ]
}

/// Asks a query on standard input: arguments may not be so long.
fn ask(dist: &Path, query: &str) -> Output {
    let mut command = anslag();
    command.args(["query", "-", "--format", "csv", "--timeout", "10", "--memory", "300", "--out"]).arg(dist);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let query = query.to_owned();
    // The program reads no more than a query may have.
    let writer = thread::spawn(move || drop(stdin.write_all(query.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Every hostile query ends, with an error if it takes too much, and the program that was asked lives on.
#[test]
fn hostile_queries_are_survived() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    for (name, query, outcome) in queries() {
        let started = Instant::now();
        let output = ask(&dist, &query);
        let (code, said) = (output.status.code(), stderr(&output));
        let expected: &[(i32, &str)] = match outcome {
            Outcome::Answered => &[(0, "")],
            Outcome::TooLarge(excess) => &[(3, excess)],
            Outcome::TooMuchMemory => &[(3, "error[query-too-large]: the query needs more than 300 MiB of memory\n")],
            Outcome::TooSlow => &[(3, "error[query-timeout]: the query took more than 10 s\n")],
            Outcome::TooMuch => &[(3, "error[query-too-large]: "), (3, "error[query-timeout]: ")],
            Outcome::Bounded => &[(0, ""), (3, "error[query-timeout]: "), (3, "error[query-too-large]: ")],
            Outcome::Failed => &[(1, "error[failed-query]: ")],
            Outcome::Invalid => &[(1, "error[invalid-query]: ")],
        };
        let is_expected = expected.iter().any(|(exit, words)| code == Some(*exit) && said.contains(words));
        let said: String = said.chars().take(400).collect();
        assert!(is_expected, "{name}: {code:?}: {said}");
        assert!(started.elapsed() < Duration::from_mins(1), "{name}: {:?}", started.elapsed());
    }
}

/// Stopping the program stops the query too.
#[cfg(target_os = "linux")]
#[test]
fn a_query_ends_with_the_program_that_was_asked() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    let endless = "SELECT (COUNT(*) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r }";
    let mut program = anslag().args(["query", endless, "--out"]).arg(&dist).spawn().unwrap();
    let children = format!("/proc/{0}/task/{0}/children", program.id());
    let until = |is_so: &dyn Fn() -> bool| {
        let started = Instant::now();
        while !is_so() {
            assert!(started.elapsed() < Duration::from_secs(30));
            thread::sleep(Duration::from_millis(10));
        }
    };
    let child = || fs::read_to_string(&children).unwrap_or_default().trim().to_owned();
    until(&|| !child().is_empty());
    let child = child();
    // The query has a thread of its own, which starts after the process is bound to its parent.
    until(&|| fs::read_dir(format!("/proc/{child}/task")).is_ok_and(|threads| threads.count() > 1));
    program.kill().unwrap();
    program.wait().unwrap();
    let state = || fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
    until(&|| state().is_empty() || state().contains(") Z "));
}
